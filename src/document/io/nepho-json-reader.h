/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* JSON as RFC 8259 writes it, with the line of every value: no comments, no trailing commas, no
 * duplicate keys, no NaN, UTF-8 only. A cursor that keeps a fault and then does nothing, so that reading
 * code need not check each step: after a fault every getter gives its neutral value (NULL, 0, "", NAN),
 * until nepho_json_reader_next() goes on behind it. nepho_json_reader_finish() says what they were and
 * where; what was read around a fault must not be used. */
typedef struct _NephoJsonReader NephoJsonReader;

NephoJsonReader *nepho_json_reader_new_for_data (const char         *data,
                                                 gsize               length,
                                                 const char         *name,
                                                 GError            **error);
NephoJsonReader *nepho_json_reader_new_for_file (const char         *path,
                                                 GError            **error);
void             nepho_json_reader_free         (NephoJsonReader    *reader);
JsonNode        *nepho_json_reader_root         (NephoJsonReader    *reader);
guint            nepho_json_reader_line         (NephoJsonReader    *reader,
                                                 JsonNode           *node);
char            *nepho_json_reader_path         (NephoJsonReader    *reader,
                                                 JsonNode           *node);

/* More is not told. */
#define NEPHO_JSON_MAX_FAULTS 100u

/* Files of newer versions: what is not known is noted, not refused. */
void             nepho_json_reader_tolerate     (NephoJsonReader    *reader);
gboolean         nepho_json_reader_tolerates    (NephoJsonReader    *reader,
                                                 JsonNode           *node);
const GPtrArray *nepho_json_reader_unknown      (NephoJsonReader    *reader);

/* Faults. */
void             nepho_json_reader_fail         (NephoJsonReader    *reader,
                                                 JsonNode           *node,
                                                 const char         *format,
                                                 ...) G_GNUC_PRINTF (3, 4);
gboolean         nepho_json_reader_failed       (NephoJsonReader    *reader);
gboolean         nepho_json_reader_next         (NephoJsonReader    *reader);
guint            nepho_json_reader_n_faults     (NephoJsonReader    *reader);
gboolean         nepho_json_reader_finish       (NephoJsonReader    *reader,
                                                 GError            **error);

/* Objects: the keys are a NULL-terminated list of all that may stand there. */
gboolean         nepho_json_reader_enter        (NephoJsonReader    *reader,
                                                 JsonNode           *node,
                                                 const char * const *keys);
JsonNode        *nepho_json_reader_member       (NephoJsonReader    *reader,
                                                 JsonNode           *object,
                                                 const char         *key);
JsonNode        *nepho_json_reader_optional     (NephoJsonReader    *reader,
                                                 JsonNode           *object,
                                                 const char         *key);
const char      *nepho_json_reader_text         (NephoJsonReader    *reader,
                                                 JsonNode           *object,
                                                 const char         *key);
const char      *nepho_json_reader_text_or      (NephoJsonReader    *reader,
                                                 JsonNode           *object,
                                                 const char         *key,
                                                 const char         *fallback);
double           nepho_json_reader_number       (NephoJsonReader    *reader,
                                                 JsonNode           *object,
                                                 const char         *key);
double           nepho_json_reader_number_or    (NephoJsonReader    *reader,
                                                 JsonNode           *object,
                                                 const char         *key,
                                                 double              fallback);

/* Values themselves. */
guint            nepho_json_reader_length       (NephoJsonReader    *reader,
                                                 JsonNode           *array,
                                                 guint               most);
JsonNode        *nepho_json_reader_element      (NephoJsonReader    *reader,
                                                 JsonNode           *array,
                                                 guint               index);
const char      *nepho_json_reader_as_text      (NephoJsonReader    *reader,
                                                 JsonNode           *node);
double           nepho_json_reader_as_number    (NephoJsonReader    *reader,
                                                 JsonNode           *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoJsonReader, nepho_json_reader_free)

G_END_DECLS
