/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LINES 100000u

/* Writes a text as a list of its lines. */
void
nepho_json_lines_write (NephoJsonWriter *json, const char *key, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  nepho_json_writer_begin (json, key, '[');
  for (guint i = 0; lines[i] != NULL; i++)
    nepho_json_writer_text (json, NULL, lines[i]);
  nepho_json_writer_end (json, ']');
}

/* Returns: (transfer full): the text whose lines the list under @key holds */
char *
nepho_json_lines_read (NephoJsonReader *json, JsonNode *object, const char *key)
{
  JsonNode *list = nepho_json_reader_member (json, object, key);
  guint length = nepho_json_reader_length (json, list, MAX_LINES);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < length && nepho_json_reader_next (json); i++)
    {
      JsonNode *element = nepho_json_reader_element (json, list, i);
      const char *line = nepho_json_reader_as_text (json, element);

      if (strchr (line, '\n') != NULL)
        nepho_json_reader_fail (json, element, _("expected one line, found several"));
      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
