/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-document-error.h"
#include "nepho-json-parser.h"
#include "nepho-suggest.h"

struct _NephoJsonReader
{
  char       *name;
  JsonNode   *root;
  GHashTable *lines;
  GError     *fault;
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

  return reader;
}

/* A size check before the file is taken into memory. */
static gboolean
load (const char *path, char **data, gsize *length, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, &local);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                         _("it is a folder; expected a file"));
  else if (info != NULL && g_file_info_get_size (info) > (goffset) NEPHO_JSON_MAX_SIZE)
    g_set_error (&local, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("it is larger than %d MiB"),
                 (int) (NEPHO_JSON_MAX_SIZE >> 20));
  else if (info != NULL && g_file_load_contents (file, NULL, data, length, NULL, &local))
    return TRUE;

  g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_READ, _("Cannot read %s: %s"), name,
               g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? _("there is no such file")
                                                                         : local->message);
  return FALSE;
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
  g_autofree char *data = NULL;
  gsize length = 0;

  if (!load (path, &data, &length, error))
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
  g_clear_error (&reader->fault);
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
 * nepho_json_reader_fail:
 * @reader: a reader
 * @node: (nullable): the value that is wrong; %NULL for the root
 * @format: printf format of what is wrong and what was expected
 * @...: its arguments
 *
 * Records a fault with name, line and path, unless there is one already.
 */
void
nepho_json_reader_fail (NephoJsonReader *reader, JsonNode *node, const char *format, ...)
{
  g_autofree char *message = NULL;
  g_autofree char *path = NULL;
  va_list args;

  if (reader->fault != NULL)
    return;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  if (node == NULL)
    node = reader->root;
  path = nepho_json_reader_path (reader, node);
  reader->fault = g_error_new (NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT,
                               _("%s, line %u%s%s: %s"), reader->name,
                               nepho_json_reader_line (reader, node), *path != '\0' ? ", " : "", path,
                               message);
}

/**
 * nepho_json_reader_failed:
 * @reader: a reader
 *
 * Returns: whether a fault was recorded
 */
gboolean
nepho_json_reader_failed (NephoJsonReader *reader)
{
  return reader->fault != NULL;
}

/**
 * nepho_json_reader_finish:
 * @reader: a reader
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_DOCUMENT_ERROR_CONTENT if a fault was recorded
 */
gboolean
nepho_json_reader_finish (NephoJsonReader *reader, GError **error)
{
  if (reader->fault == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (reader->fault));
  return FALSE;
}

static const char *
kind_name (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return _("an object");
    case JSON_NODE_ARRAY:
      return _("a list");
    case JSON_NODE_NULL:
      return "null";
    case JSON_NODE_VALUE:
    default:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        return _("a text");
      return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? _("a yes or no") : _("a number");
    }
}

static void
fail_kind (NephoJsonReader *reader, JsonNode *node, const char *expected)
{
  nepho_json_reader_fail (reader, node, _("expected %s, found %s"), expected, kind_name (node));
}

static void
fail_unknown_key (NephoJsonReader *reader, JsonNode *member, const char *key, const char * const *keys)
{
  NephoSuggestion suggestion;

  nepho_suggestion_init (&suggestion, key);
  for (guint i = 0; keys[i] != NULL; i++)
    nepho_suggestion_offer (&suggestion, keys[i]);

  if (suggestion.nearest != NULL)
    nepho_json_reader_fail (reader, member, _("no such key is known here; did you mean “%s”?"),
                            suggestion.nearest);
  else
    {
      g_autofree char *known = g_strjoinv (", ", (char **) keys);

      nepho_json_reader_fail (reader, member, _("no such key is known here; expected one of %s"), known);
    }
}

/**
 * nepho_json_reader_enter:
 * @reader: a reader
 * @node: (nullable): a value
 * @keys: (array zero-terminated=1): all the keys that may stand in it
 *
 * Checks that @node is an object with none but these keys, so that a mistyped one is not lost.
 *
 * Returns: whether it is
 */
gboolean
nepho_json_reader_enter (NephoJsonReader *reader, JsonNode *node, const char * const *keys)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *member;

  if (reader->fault != NULL || node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail_kind (reader, node, _("an object"));
      return FALSE;
    }

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &member))
    if (!g_strv_contains (keys, key))
      {
        fail_unknown_key (reader, member, key, keys);
        return FALSE;
      }

  return TRUE;
}

/**
 * nepho_json_reader_optional:
 * @reader: a reader
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: (transfer none) (nullable): the value under @key; %NULL where there is none or it is null
 */
JsonNode *
nepho_json_reader_optional (NephoJsonReader *reader, JsonNode *object, const char *key)
{
  JsonNode *member;

  if (reader->fault != NULL || object == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (object))
    {
      fail_kind (reader, object, _("an object"));
      return NULL;
    }

  member = json_object_get_member (json_node_get_object (object), key);

  return member != NULL && JSON_NODE_HOLDS_NULL (member) ? NULL : member;
}

/**
 * nepho_json_reader_member:
 * @reader: a reader
 * @object: (nullable): an object
 * @key: a key
 *
 * As nepho_json_reader_optional(), but the key must be there.
 *
 * Returns: (transfer none) (nullable): the value under @key
 */
JsonNode *
nepho_json_reader_member (NephoJsonReader *reader, JsonNode *object, const char *key)
{
  JsonNode *member = nepho_json_reader_optional (reader, object, key);

  if (member == NULL && object != NULL)
    nepho_json_reader_fail (reader, object, _("the key “%s” is missing"), key);

  return member;
}

/**
 * nepho_json_reader_as_text:
 * @reader: a reader
 * @node: (nullable): a value
 *
 * Returns: (transfer none): the text that it is, kept by @reader, or ""
 */
const char *
nepho_json_reader_as_text (NephoJsonReader *reader, JsonNode *node)
{
  if (reader->fault != NULL || node == NULL)
    return "";
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      fail_kind (reader, node, _("a text"));
      return "";
    }

  return json_node_get_string (node);
}

/**
 * nepho_json_reader_as_number:
 * @reader: a reader
 * @node: (nullable): a value
 *
 * Returns: the finite number that it is, or %NAN
 */
double
nepho_json_reader_as_number (NephoJsonReader *reader, JsonNode *node)
{
  GType type;

  if (reader->fault != NULL || node == NULL)
    return NAN;

  type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    {
      fail_kind (reader, node, _("a number"));
      return NAN;
    }

  return json_node_get_double (node);
}

/**
 * nepho_json_reader_text:
 * @reader: a reader
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: (transfer none): the text under @key, which must be there and not be empty, or ""
 */
const char *
nepho_json_reader_text (NephoJsonReader *reader, JsonNode *object, const char *key)
{
  JsonNode *member = nepho_json_reader_member (reader, object, key);
  const char *text = nepho_json_reader_as_text (reader, member);

  if (member != NULL && *text == '\0')
    nepho_json_reader_fail (reader, member, _("expected a text, found an empty one"));

  return text;
}

/**
 * nepho_json_reader_text_or:
 * @reader: a reader
 * @object: (nullable): an object
 * @key: a key
 * @fallback: (nullable): what to give where the key is missing or null
 *
 * Returns: (transfer none) (nullable): the text under @key
 */
const char *
nepho_json_reader_text_or (NephoJsonReader *reader, JsonNode *object, const char *key,
                           const char *fallback)
{
  JsonNode *member = nepho_json_reader_optional (reader, object, key);

  return member != NULL ? nepho_json_reader_as_text (reader, member) : fallback;
}

/**
 * nepho_json_reader_number:
 * @reader: a reader
 * @object: (nullable): an object
 * @key: a key
 *
 * Returns: the number under @key, which must be there, or %NAN
 */
double
nepho_json_reader_number (NephoJsonReader *reader, JsonNode *object, const char *key)
{
  return nepho_json_reader_as_number (reader, nepho_json_reader_member (reader, object, key));
}

/**
 * nepho_json_reader_number_or:
 * @reader: a reader
 * @object: (nullable): an object
 * @key: a key
 * @fallback: what to give where the key is missing or null
 *
 * Returns: the number under @key
 */
double
nepho_json_reader_number_or (NephoJsonReader *reader, JsonNode *object, const char *key,
                             double fallback)
{
  JsonNode *member = nepho_json_reader_optional (reader, object, key);

  return member != NULL ? nepho_json_reader_as_number (reader, member) : fallback;
}

/**
 * nepho_json_reader_length:
 * @reader: a reader
 * @array: (nullable): a value
 * @most: how many elements there may be
 *
 * Returns: the number of elements of the list that it is, or 0
 */
guint
nepho_json_reader_length (NephoJsonReader *reader, JsonNode *array, guint most)
{
  guint length;

  if (reader->fault != NULL || array == NULL)
    return 0;
  if (!JSON_NODE_HOLDS_ARRAY (array))
    {
      fail_kind (reader, array, _("a list"));
      return 0;
    }

  length = json_array_get_length (json_node_get_array (array));
  if (length > most)
    {
      nepho_json_reader_fail (reader, array, _("expected at most %u elements, found %u"), most, length);
      return 0;
    }

  return length;
}

/**
 * nepho_json_reader_element:
 * @reader: a reader
 * @array: a list
 * @index: less than its length
 *
 * Returns: (transfer none) (nullable): the element, or %NULL after a fault
 */
JsonNode *
nepho_json_reader_element (NephoJsonReader *reader, JsonNode *array, guint index)
{
  return reader->fault == NULL ? json_array_get_element (json_node_get_array (array), index) : NULL;
}
