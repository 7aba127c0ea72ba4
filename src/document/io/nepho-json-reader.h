/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON as RFC 8259 writes it, with the line of every value: no comments, no trailing commas, no
 * duplicate keys, no NaN, UTF-8 only. A cursor that collects the first fault and then does nothing,
 * so that reading code need not check each step. */
typedef struct _NephoJsonReader NephoJsonReader;

NephoJsonReader *nepho_json_reader_new_for_data (const char       *data,
                                                 gsize             length,
                                                 const char       *name,
                                                 GError          **error);
NephoJsonReader *nepho_json_reader_new_for_file (const char       *path,
                                                 GError          **error);
void             nepho_json_reader_free         (NephoJsonReader  *reader);
JsonNode        *nepho_json_reader_root         (NephoJsonReader  *reader);
guint            nepho_json_reader_line         (NephoJsonReader  *reader,
                                                 JsonNode         *node);
void             nepho_json_reader_fail         (NephoJsonReader  *reader,
                                                 JsonNode         *node,
                                                 const char       *path,
                                                 const char       *format,
                                                 ...) G_GNUC_PRINTF (4, 5);
gboolean         nepho_json_reader_finish       (NephoJsonReader  *reader,
                                                 GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoJsonReader, nepho_json_reader_free)

G_END_DECLS
