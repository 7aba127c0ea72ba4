/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-suggest.h"

/* The getters of the reader: each checks what it finds and is neutral after a fault. */

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
fail_unknown_key (NephoJsonReader *reader,
                  JsonNode *member,
                  const char *key,
                  const char * const *keys)
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

      nepho_json_reader_fail (reader, member, _("no such key is known here; expected one of %s"),
                              known);
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

  if (nepho_json_reader_failed (reader) || node == NULL)
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail_kind (reader, node, _("an object"));
      return FALSE;
    }

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &member))
    if (!g_strv_contains (keys, key) && !nepho_json_reader_tolerates (reader, member))
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
 * Returns: (transfer none) (nullable): the value under @key; %NULL where it is missing or null
 */
JsonNode *
nepho_json_reader_optional (NephoJsonReader *reader, JsonNode *object, const char *key)
{
  JsonNode *member;

  if (nepho_json_reader_failed (reader) || object == NULL)
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
  if (nepho_json_reader_failed (reader) || node == NULL)
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

  if (nepho_json_reader_failed (reader) || node == NULL)
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
nepho_json_reader_text_or (NephoJsonReader *reader,
                           JsonNode *object,
                           const char *key,
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
nepho_json_reader_number_or (NephoJsonReader *reader,
                             JsonNode *object,
                             const char *key,
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

  if (nepho_json_reader_failed (reader) || array == NULL)
    return 0;
  if (!JSON_NODE_HOLDS_ARRAY (array))
    {
      fail_kind (reader, array, _("a list"));
      return 0;
    }

  length = json_array_get_length (json_node_get_array (array));
  if (length > most)
    {
      nepho_json_reader_fail (reader, array, _("expected at most %u elements, found %u"), most,
                              length);
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
  if (nepho_json_reader_failed (reader))
    return NULL;

  return json_array_get_element (json_node_get_array (array), index);
}
