/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-reader.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-error.h"
#include "nepho-file-load.h"
#include "nepho-json-parser.h"

struct _NephoJsonReader
{
  char       *name;
  JsonNode   *root;
  GHashTable *lines;
  char       *fault;   /* what the value at hand is passed over for; NULL: nothing */
  GPtrArray  *faults;  /* what was wrong before it */
  GPtrArray  *unknown; /* paths; NULL while everything must be known */
};

/**
 * nepho_json_reader_new_for_data:
 * @data: (array length=length): JSON text
 * @length: number of bytes
 * @name: what messages call it, such as "china.json"
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader, or %NULL with %NEPHO_DOCUMENT_ERROR_SYNTAX
 */
NephoJsonReader *
nepho_json_reader_new_for_data (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  JsonNode *root;
  NephoJsonReader *reader;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  root = nepho_json_parse (data, length, name, lines, error);
  if (root == NULL)
    return NULL;

  reader = g_new0 (NephoJsonReader, 1);
  reader->name = g_strdup (name);
  reader->root = root;
  reader->lines = g_steal_pointer (&lines);
  reader->faults = g_ptr_array_new_with_free_func (g_free);

  return reader;
}

/**
 * nepho_json_reader_new_for_file:
 * @path: (type filename): a file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader, or %NULL with %NEPHO_DOCUMENT_ERROR_READ where the
 * file cannot be read, %NEPHO_DOCUMENT_ERROR_SYNTAX where it is not JSON
 */
NephoJsonReader *
nepho_json_reader_new_for_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = nepho_file_load (file, name, error);
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &length);

  return nepho_json_reader_new_for_data (data != NULL ? data : "", length, name, error);
}

/**
 * nepho_json_reader_free:
 * @reader: (transfer full) (nullable): a reader; its nodes and texts go with it
 */
void
nepho_json_reader_free (NephoJsonReader *reader)
{
  if (reader == NULL)
    return;

  g_clear_pointer (&reader->root, json_node_unref);
  g_clear_pointer (&reader->lines, g_hash_table_unref);
  g_clear_pointer (&reader->fault, g_free);
  g_clear_pointer (&reader->faults, g_ptr_array_unref);
  g_clear_pointer (&reader->unknown, g_ptr_array_unref);
  g_free (reader->name);
  g_free (reader);
}

/**
 * nepho_json_reader_root:
 * @reader: a reader
 *
 * Returns: (transfer none): the value that the text is
 */
JsonNode *
nepho_json_reader_root (NephoJsonReader *reader)
{
  return reader->root;
}

/**
 * nepho_json_reader_line:
 * @reader: a reader
 * @node: a value of it
 *
 * Returns: the line in which @node begins, from 1
 */
guint
nepho_json_reader_line (NephoJsonReader *reader, JsonNode *node)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (reader->lines, node));
}

/* The key or index under which a node stands in its parent: ".name" or "[2]". */
static char *
path_step (JsonNode *parent, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (parent))
    {
      JsonArray *array = json_node_get_array (parent);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (json_array_get_element (array, i) == node)
          return g_strdup_printf ("[%u]", i);
    }
  else
    {
      JsonObjectIter iter;
      const char *key;
      JsonNode *member;

      json_object_iter_init (&iter, json_node_get_object (parent));
      while (json_object_iter_next (&iter, &key, &member))
        if (member == node)
          return g_strdup_printf ("%s%s", json_node_get_parent (parent) != NULL ? "." : "", key);
    }

  return g_strdup ("");
}

/**
 * nepho_json_reader_path:
 * @reader: a reader
 * @node: a value of it
 *
 * Returns: (transfer full): the way to @node, such as "vendors[2].name"; "" for the root
 */
char *
nepho_json_reader_path (NephoJsonReader *reader, JsonNode *node)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (JsonNode *parent = json_node_get_parent (node); parent != NULL;
       parent = json_node_get_parent (node))
    {
      g_autofree char *step = path_step (parent, node);

      g_string_prepend (path, step);
      node = parent;
    }

  return g_string_free (g_steal_pointer (&path), FALSE);
}

/**
 * nepho_json_reader_tolerate:
 * @reader: a reader
 *
 * From now on a key that is not known is noted, not refused: the file was written by a newer version.
 */
void
nepho_json_reader_tolerate (NephoJsonReader *reader)
{
  if (reader->unknown == NULL)
    reader->unknown = g_ptr_array_new_with_free_func (g_free);
}

/**
 * nepho_json_reader_tolerates:
 * @reader: a reader
 * @node: a value that is not known
 *
 * Returns: whether it may be passed over; it is then noted
 */
gboolean
nepho_json_reader_tolerates (NephoJsonReader *reader, JsonNode *node)
{
  if (reader->unknown == NULL)
    return FALSE;

  g_ptr_array_add (reader->unknown, nepho_json_reader_path (reader, node));

  return TRUE;
}

/**
 * nepho_json_reader_unknown:
 * @reader: a reader
 *
 * Returns: (transfer none) (nullable) (element-type utf8): the paths of what was passed over; %NULL where
 * nothing may be
 */
const GPtrArray *
nepho_json_reader_unknown (NephoJsonReader *reader)
{
  return reader->unknown;
}

/**
 * nepho_json_reader_fail:
 * @reader: a reader
 * @node: (nullable): the value that is wrong; %NULL for the root
 * @format: printf format of what is wrong and what was expected
 * @...: its arguments
 *
 * Records a fault with name, line and path, unless there is one already since nepho_json_reader_next().
 */
void
nepho_json_reader_fail (NephoJsonReader *reader, JsonNode *node, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *path = NULL;
  va_list args;

  if (nepho_json_reader_failed (reader))
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  if (node == NULL)
    node = reader->root;
  path = nepho_json_reader_path (reader, node);
  reader->fault = g_strdup_printf (_("%s, line %u%s%s: %s"), reader->name, nepho_json_reader_line (reader, node),
                                   *path != '\0' ? ", " : "", path, message);
}

/**
 * nepho_json_reader_failed:
 * @reader: a reader
 *
 * Returns: whether the value at hand is passed over, because of a fault in it or of too many before it
 */
gboolean
nepho_json_reader_failed (NephoJsonReader *reader)
{
  return reader->fault != NULL || reader->faults->len >= NEPHO_JSON_MAX_FAULTS;
}

/**
 * nepho_json_reader_next:
 * @reader: a reader
 *
 * Leaves the value at hand for the next one, such as the next element of a list: a fault is noted, and
 * reading goes on behind it.
 *
 * Returns: whether it does; %FALSE after %NEPHO_JSON_MAX_FAULTS
 */
gboolean
nepho_json_reader_next (NephoJsonReader *reader)
{
  if (reader->fault != NULL)
    g_ptr_array_add (reader->faults, g_steal_pointer (&reader->fault));

  return !nepho_json_reader_failed (reader);
}

/**
 * nepho_json_reader_n_faults:
 * @reader: a reader
 *
 * Returns: how many faults there are so far
 */
guint
nepho_json_reader_n_faults (NephoJsonReader *reader)
{
  return reader->faults->len + (reader->fault != NULL ? 1 : 0);
}

static gpointer
copy_text (gconstpointer text, gpointer data)
{
  return g_strdup (text);
}

/**
 * nepho_json_reader_finish:
 * @reader: a reader
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_DOCUMENT_ERROR_CONTENT if there was a fault; nepho_document_error_faults() has
 *   them all
 */
gboolean
nepho_json_reader_finish (NephoJsonReader *reader, GError **error)
{
  g_autoptr (GPtrArray) faults = NULL;

  if (nepho_json_reader_n_faults (reader) == 0)
    return TRUE;

  faults = g_ptr_array_copy (reader->faults, copy_text, NULL);
  g_ptr_array_set_free_func (faults, g_free);
  if (reader->fault != NULL)
    g_ptr_array_add (faults, g_strdup (reader->fault));
  g_propagate_error (error, nepho_document_error_new_faults (faults));

  return FALSE;
}
