/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-document.h"

G_BEGIN_DECLS

gboolean nepho_document_save (NephoDocument *self,
                              GFile         *file,
                              const char    *digest,
                              char         **new_digest,
                              GError       **error);

G_END_DECLS
