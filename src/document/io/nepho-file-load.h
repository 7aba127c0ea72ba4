/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NEPHO_FILE_STANDARD "-" /* standard input or output, by the name that commands know it by */

GBytes *nepho_file_load (GFile      *file,
                         const char *name,
                         GError    **error);
GBytes *nepho_file_load_named (const char *path,
                               char      **name,
                               GError    **error);

G_END_DECLS
