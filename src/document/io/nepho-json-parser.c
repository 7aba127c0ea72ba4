/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-parser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-json-scan.h"

/* json-glib's own parser takes comments, trailing commas and duplicate keys and forgets where a
 * value stood, so the text is read here and only the tree is json-glib's. */

static JsonNode *parse_value (NephoJsonScanner *self, JsonNode *parent);

static JsonNode *
parse_word (NephoJsonScanner *self)
{
  static const char * const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize width = strlen (words[i]);

      if ((gsize) (self->end - self->at) >= width && memcmp (self->at, words[i], width) == 0)
        {
          self->at += width;
          return i == 2 ? json_node_init_null (json_node_alloc ())
                        : json_node_init_boolean (json_node_alloc (), i == 0);
        }
    }

  return nepho_json_scan_fail_expected (self, _("a value"));
}

/* What follows a value in a list or an object: TRUE where another one must come. */
static gboolean
parse_separator (NephoJsonScanner *self, char closing, gboolean *more)
{
  nepho_json_scan_space (self);
  *more = nepho_json_scan_is_at (self, ',');
  if (!*more && !nepho_json_scan_is_at (self, closing))
    {
      nepho_json_scan_fail_expected (self, closing == ']' ? _("“,” or “]”") : _("“,” or “}”"));
      return FALSE;
    }

  self->at++;
  nepho_json_scan_space (self);
  return TRUE;
}

static JsonNode *
parse_array (NephoJsonScanner *self, JsonNode *node)
{
  JsonArray *array = json_array_new ();
  gboolean more = TRUE;

  json_node_init_array (node, array);
  json_array_unref (array);
  self->at++;
  nepho_json_scan_space (self);
  if (nepho_json_scan_is_at (self, ']'))
    {
      self->at++;
      return node;
    }

  while (more)
    {
      JsonNode *element = parse_value (self, node);

      if (element == NULL)
        return NULL;
      json_array_add_element (array, element);
      if (!parse_separator (self, ']', &more))
        return NULL;
    }

  return node;
}

/* "key": value, added to the object. */
static gboolean
parse_member (NephoJsonScanner *self, JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  const char *start = self->at;
  g_autofree char *key = NULL;
  JsonNode *value;

  if (!nepho_json_scan_is_at (self, '"'))
    {
      nepho_json_scan_fail_expected (self, _("a key in quotation marks"));
      return FALSE;
    }
  key = nepho_json_scan_string (self);
  if (key == NULL)
    return FALSE;
  if (json_object_has_member (object, key))
    {
      g_autofree char *message = g_strdup_printf (_("the key “%s” stands here twice"), key);

      nepho_json_scan_fail (self, start, message);
      return FALSE;
    }

  nepho_json_scan_space (self);
  if (!nepho_json_scan_is_at (self, ':'))
    {
      nepho_json_scan_fail_expected (self, _("“:”"));
      return FALSE;
    }
  self->at++;
  nepho_json_scan_space (self);

  value = parse_value (self, node);
  if (value == NULL)
    return FALSE;

  json_object_set_member (object, key, value);
  return TRUE;
}

static JsonNode *
parse_object (NephoJsonScanner *self, JsonNode *node)
{
  JsonObject *object = json_object_new ();
  gboolean more = TRUE;

  json_node_init_object (node, object);
  json_object_unref (object);
  self->at++;
  nepho_json_scan_space (self);
  if (nepho_json_scan_is_at (self, '}'))
    {
      self->at++;
      return node;
    }

  while (more)
    if (!parse_member (self, node) || !parse_separator (self, '}', &more))
      return NULL;

  return node;
}

static JsonNode *
parse_container (NephoJsonScanner *self)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  JsonNode *filled;

  if (self->depth == NEPHO_JSON_MAX_DEPTH)
    return nepho_json_scan_fail (self, self->at, _("lists and objects are nested too deeply"));

  self->depth++;
  filled = *self->at == '{' ? parse_object (self, node) : parse_array (self, node);
  self->depth--;
  if (filled != NULL)
    g_steal_pointer (&node);

  return filled;
}

static JsonNode *
parse_scalar (NephoJsonScanner *self)
{
  char first = self->at < self->end ? *self->at : '\0';

  if (first == '"')
    {
      g_autofree char *text = nepho_json_scan_string (self);

      return text != NULL ? json_node_init_string (json_node_alloc (), text) : NULL;
    }

  if (first == '-' || g_ascii_isdigit (first))
    return nepho_json_scan_number (self);

  return parse_word (self);
}

static JsonNode *
parse_value (NephoJsonScanner *self, JsonNode *parent)
{
  guint line = self->line;
  gboolean container = nepho_json_scan_is_at (self, '{') || nepho_json_scan_is_at (self, '[');
  JsonNode *node = container ? parse_container (self) : parse_scalar (self);

  if (node != NULL)
    {
      json_node_set_parent (node, parent);
      g_hash_table_insert (self->lines, node, GUINT_TO_POINTER (line));
    }

  return node;
}

/* Refuses what is no UTF-8 at the byte where it begins. */
static gboolean
check_encoding (NephoJsonScanner *self)
{
  const char *bad = NULL;

  if (g_utf8_validate_len (self->start, (gsize) (self->end - self->start), &bad))
    return TRUE;

  for (const char *p = self->start; p < bad; p++)
    if (*p == '\n')
      {
        self->line++;
        self->line_start = p + 1;
      }
  if (bad < self->end && *bad == '\0')
    nepho_json_scan_fail (self, bad, _("the file contains a zero byte; expected text"));
  else
    nepho_json_scan_fail (self, bad, _("the file is not valid UTF-8 from here on"));
  return FALSE;
}

/**
 * nepho_json_parse:
 * @data: (array length=length): JSON text, not necessarily ending in a zero byte
 * @length: number of bytes, at most %NEPHO_JSON_MAX_SIZE
 * @name: what messages call the text: the name of its file
 * @lines: filled with JsonNode → line of its first character, counted from 1
 * @error: return location for an error
 *
 * Reads JSON exactly as RFC 8259 writes it: UTF-8 without a byte-order mark, no comments, no
 * trailing commas, no NaN, no key twice in an object; at most %NEPHO_JSON_MAX_DEPTH levels deep.
 * Each node knows its parent.
 *
 * Returns: (transfer full) (nullable): the tree, or %NULL with %NEPHO_DOCUMENT_ERROR_SYNTAX, whose
 * message says name, line and column
 */
JsonNode *
nepho_json_parse (const char *data,
                  gsize length,
                  const char *name,
                  GHashTable *lines,
                  GError **error)
{
  NephoJsonScanner self = { .start = data, .at = data, .line_start = data, .line = 1 };
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (data != NULL && name != NULL && lines != NULL, NULL);

  self.end = data + length;
  self.name = name;
  self.lines = lines;
  self.error = error;

  if (length > NEPHO_JSON_MAX_SIZE)
    {
      g_autofree char *most = g_format_size_full (NEPHO_JSON_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *message = g_strdup_printf (_("the file is larger than %s"), most);

      return nepho_json_scan_fail (&self, self.at, message);
    }
  if (!check_encoding (&self))
    return NULL;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return nepho_json_scan_fail (&self, self.at,
                                 _("the file begins with a byte-order mark; expected plain UTF-8"));

  nepho_json_scan_space (&self);
  root = parse_value (&self, NULL);
  if (root == NULL)
    return NULL;

  nepho_json_scan_space (&self);
  if (self.at != self.end)
    return nepho_json_scan_fail_expected (&self, _("the end of the file"));

  return g_steal_pointer (&root);
}
