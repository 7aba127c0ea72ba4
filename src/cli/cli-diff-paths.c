/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-diff-paths.h"

#include "nepho-document-path.h"
#include "nepho-event-text.h"
#include "nepho-event-words.h"

static void
path_free (gpointer data)
{
  NephoCliPath *path = data;

  g_free (path->id);
  g_free (path->title);
  for (guint side = 0; side < 2; side++)
    {
      g_free (path->words[side]);
      g_ptr_array_unref (path->typed[side]);
    }
  g_free (path);
}

static GPtrArray *
type_path (const NephoParameterSet *set, const NephoEvents *events, int parameter)
{
  GPtrArray *typed = g_ptr_array_new_with_free_func (g_free);
  guint n_events = 0;
  const NephoEvent *list = parameter >= 0 ? nepho_events_get (events, (guint) parameter, &n_events) : NULL;

  for (guint k = 0; k < n_events; k++)
    g_ptr_array_add (typed, nepho_event_format (set, &list[k]));

  return typed;
}

static gboolean
same_typed (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint k = 0; k < a->len; k++)
    if (!g_str_equal (g_ptr_array_index (a, k), g_ptr_array_index (b, k)))
      return FALSE;

  return TRUE;
}

/* How a parameter of one side moves on both; nothing where it moves alike. */
static void
compare_one (GPtrArray *paths, NephoDocument * const documents[2], NephoParameterSet *owner, guint index)
{
  const char *id = nepho_parameter_set_get (owner, index)->id;
  NephoCliPath *path = g_new0 (NephoCliPath, 1);

  path->id = g_strdup (id);
  path->title = nepho_parameter_title (owner, index);
  for (guint side = 0; side < 2; side++)
    {
      NephoParameterSet *set = nepho_document_get_parameters (documents[side]);
      const NephoEvents *events = nepho_document_get_events (documents[side]);
      int parameter = nepho_parameter_set_find (set, id);

      path->typed[side] = type_path (set, events, parameter);
      path->words[side] = parameter >= 0 ? nepho_events_describe (set, (guint) parameter, events,
                                                                  nepho_document_get_money (documents[side]))
                                         : NULL;
      if (path->words[side] == NULL)
        path->words[side] = g_strdup ("—");
    }

  if (same_typed (path->typed[0], path->typed[1]))
    path_free (path);
  else
    g_ptr_array_add (paths, path);
}

/**
 * nepho_cli_paths_new:
 * @before: a document
 * @after: another
 *
 * Returns: (transfer full) (element-type NephoCliPath): the parameters whose paths differ, in the order of @before,
 *   then those of which only @after has one
 */
GPtrArray *
nepho_cli_paths_new (NephoDocument *before, NephoDocument *after)
{
  NephoDocument *documents[2] = { before, after };
  GPtrArray *paths = g_ptr_array_new_with_free_func (path_free);

  for (guint side = 0; side < 2; side++)
    {
      NephoParameterSet *set = nepho_document_get_parameters (documents[side]);
      NephoParameterSet *first = nepho_document_get_parameters (before);
      const NephoEvents *events = nepho_document_get_events (documents[side]);

      for (guint k = 0; k < nepho_events_n_paths (events); k++)
        {
          guint index = nepho_events_parameter (events, k);
          int in_first = nepho_parameter_set_find (first, nepho_parameter_set_get (set, index)->id);
          guint n_there = 0;

          if (side > 0 && in_first >= 0)
            nepho_events_get (nepho_document_get_events (before), (guint) in_first, &n_there);
          if (n_there == 0)
            compare_one (paths, documents, set, index);
        }
    }

  return paths;
}

/**
 * nepho_cli_paths_write:
 * @paths: (element-type NephoCliPath): what differs
 * @json: where to, an object being open
 *
 * Writes the key "paths".
 */
void
nepho_cli_paths_write (const GPtrArray *paths, NephoJsonWriter *json)
{
  static const char * const keys[] = { "a", "b" };

  nepho_json_writer_begin (json, "paths", '[');
  for (guint i = 0; i < paths->len; i++)
    {
      const NephoCliPath *path = g_ptr_array_index (paths, i);

      nepho_json_writer_begin_line (json, NULL, '{');
      nepho_json_writer_text (json, "id", path->id);
      for (guint side = 0; side < 2; side++)
        {
          nepho_json_writer_begin_line (json, keys[side], '[');
          for (guint k = 0; k < path->typed[side]->len; k++)
            nepho_json_writer_text (json, NULL, g_ptr_array_index (path->typed[side], k));
          nepho_json_writer_end (json, ']');
        }
      nepho_json_writer_end (json, '}');
    }
  nepho_json_writer_end (json, ']');
}

/**
 * nepho_cli_path_typed:
 * @path: what differs
 * @side: 0 or 1
 *
 * Returns: (transfer full): its events there, between spaces
 */
char *
nepho_cli_path_typed (const NephoCliPath *path, guint side)
{
  GString *text = g_string_new (NULL);

  for (guint k = 0; k < path->typed[side]->len; k++)
    g_string_append_printf (text, "%s%s", k > 0 ? " " : "", (const char *) g_ptr_array_index (path->typed[side], k));

  return g_string_free (text, FALSE);
}
