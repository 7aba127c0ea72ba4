/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean nepho_file_replace (GFile      *file,
                             const char *text,
                             const char *etag,
                             char      **new_etag,
                             GError    **error);

G_END_DECLS
