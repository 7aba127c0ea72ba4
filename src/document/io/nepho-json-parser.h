/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Larger than any file we write or expect, small enough to be held in memory twice. */
#define NEPHO_JSON_MAX_SIZE ((gsize) 64 * 1024 * 1024)
#define NEPHO_JSON_MAX_DEPTH 64u

JsonNode *nepho_json_parse (const char  *data,
                            gsize        length,
                            const char  *name,
                            GHashTable  *lines,
                            GError     **error);

G_END_DECLS
