/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *nepho_file_load (GFile      *file,
                         const char *name,
                         GError    **error);

G_END_DECLS
