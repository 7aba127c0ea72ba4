/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void nepho_pdf_attach (GByteArray *pdf,
                       GBytes     *document);

G_END_DECLS
