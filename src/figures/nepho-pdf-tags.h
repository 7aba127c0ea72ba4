/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void nepho_pdf_tag (GByteArray *pdf,
                    GPtrArray  *alternatives,
                    const char *language);

G_END_DECLS
