/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names that people give, and the ids made from them. */
char *nepho_name_check (const char *name,
                        GError    **error);
char *nepho_name_to_id (const char *name,
                        const char *fallback,
                        GHashTable *taken);

G_END_DECLS
