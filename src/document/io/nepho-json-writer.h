/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEPHO_JSON_WRITER_DEPTH 16u

/* JSON that is kept under version control: every member of a list or an object on a line of its own,
 * two spaces a level; of those begun with a line, all on the one line. Zeroed but for the text. */
typedef struct
{
  GString *text;
  guint    depth;
  gboolean filled[NEPHO_JSON_WRITER_DEPTH]; /* what is open has members already */
  gboolean inlined[NEPHO_JSON_WRITER_DEPTH];
} NephoJsonWriter;

/* Keys are NULL in lists and for the root. */
void nepho_json_writer_begin      (NephoJsonWriter *self,
                                   const char      *key,
                                   char             bracket);
void nepho_json_writer_begin_line (NephoJsonWriter *self,
                                   const char      *key,
                                   char             bracket);
void nepho_json_writer_end        (NephoJsonWriter *self,
                                   char             bracket);
void nepho_json_writer_text       (NephoJsonWriter *self,
                                   const char      *key,
                                   const char      *value);
void nepho_json_writer_text_if    (NephoJsonWriter *self,
                                   const char      *key,
                                   const char      *value);
void nepho_json_writer_number     (NephoJsonWriter *self,
                                   const char      *key,
                                   double           value);
void nepho_json_writer_number_if  (NephoJsonWriter *self,
                                   const char      *key,
                                   double           value);
void nepho_json_writer_whole      (NephoJsonWriter *self,
                                   const char      *key,
                                   guint            value);

G_END_DECLS
