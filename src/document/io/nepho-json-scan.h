/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Where the parser of JSON stands in its text. */
typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  const char *line_start;
  guint       line;
  guint       depth;
  const char *name;
  GHashTable *lines; /* JsonNode* -> line */
  GError    **error;
} NephoJsonScanner;

gpointer  nepho_json_scan_fail          (NephoJsonScanner *self,
                                         const char       *at,
                                         const char       *message);
gpointer  nepho_json_scan_fail_expected (NephoJsonScanner *self,
                                         const char       *expected);
gboolean  nepho_json_scan_is_at         (NephoJsonScanner *self,
                                         char              c);
void      nepho_json_scan_space         (NephoJsonScanner *self);
char     *nepho_json_scan_string        (NephoJsonScanner *self);
JsonNode *nepho_json_scan_number        (NephoJsonScanner *self);

G_END_DECLS
