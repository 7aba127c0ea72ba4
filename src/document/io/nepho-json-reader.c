/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-reader.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-error.h"
#include "nepho-file-replace.h"
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

static void
set_too_large (GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("it is larger than %d MiB"), (int) (NEPHO_JSON_MAX_SIZE >> 20));
}

/* A pipe or a device tells no size and may never end. */
static gboolean
load_bounded (GFile *file, char **data, gsize *length, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 part[1 << 16];
  gssize n;

  if (stream == NULL)
    return FALSE;

  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), part, sizeof part, NULL, error)) > 0)
    {
      if (bytes->len + (gsize) n > NEPHO_JSON_MAX_SIZE)
        {
          set_too_large (error);
          return FALSE;
        }
      g_byte_array_append (bytes, part, (guint) n);
    }
  if (n < 0)
    return FALSE;

  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  *data = (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
  return TRUE;
}

/* A size check before the file is taken into memory. */
static gboolean
load (GFile *file, const char *name, char **data, gsize *length, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local = NULL;
  gboolean missing;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, &local);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                         _("it is a folder; expected a file"));
  else if (info != NULL && g_file_info_get_size (info) > (goffset) NEPHO_JSON_MAX_SIZE)
    set_too_large (&local);
  else if (info != NULL && load_bounded (file, data, length, &local))
    return TRUE;

  missing = g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_READ, _("Cannot read %s: %s"),
               name, missing ? _("there is no such file") : local->message);
  return FALSE;
}

/**
 * nepho_json_reader_new_for_gfile:
 * @file: a file, on this machine or another
 * @digest: (out) (optional): of what was read; see #NEPHO_FILE_DIGEST
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader, or %NULL with %NEPHO_DOCUMENT_ERROR_READ where the
 * file cannot be read, %NEPHO_DOCUMENT_ERROR_SYNTAX where it is not JSON
 */
NephoJsonReader *
nepho_json_reader_new_for_gfile (GFile *file, char **digest, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *data = NULL;
  NephoJsonReader *reader;
  gsize length = 0;

  if (!load (file, name, &data, &length, error))
    return NULL;
  reader = nepho_json_reader_new_for_data (data, length, name, error);
  if (reader != NULL && digest != NULL)
    *digest = g_compute_checksum_for_data (NEPHO_FILE_DIGEST, (const guchar *) data, length);

  return reader;
}

/**
 * nepho_json_reader_new_for_file:
 * @path: (type filename): a file
 * @error: return location for an error
 *
 * As nepho_json_reader_new_for_gfile(); messages call the file as it was called here.
 *
 * Returns: (transfer full) (nullable): a reader
 */
NephoJsonReader *
nepho_json_reader_new_for_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *data = NULL;
  gsize length = 0;

  if (!load (file, name, &data, &length, error))
    return NULL;

  return nepho_json_reader_new_for_data (data, length, name, error);
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
