/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How it is told whether a file still holds what it held. */
#define NEPHO_FILE_DIGEST G_CHECKSUM_SHA256

char    *nepho_file_digest  (GFile      *file,
                             GError    **error);
gboolean nepho_file_replace (GFile      *file,
                             const char *data,
                             gsize       length,
                             const char *digest,
                             char      **new_digest,
                             GError    **error);

G_END_DECLS
