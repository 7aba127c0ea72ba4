/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-parser.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-document-error.h"

/* json-glib's own parser takes comments, trailing commas and duplicate keys and forgets where a
 * value stood, so the text is read here and only the tree is json-glib's. */
typedef struct
{
  const char *start;
  const char *at;
  const char *end;
  const char *line_start;
  guint       line;
  guint       depth;
  const char *name;
  GHashTable *lines; /* JsonNode* -> line */
  GError    **error;
} Parser;

static JsonNode *parse_value (Parser *parser, JsonNode *parent);

/* Always NULL, so that a caller can return it. The column counts characters, from 1. */
static gpointer
fail (Parser *parser, const char *at, const char *message)
{
  glong column = g_utf8_strlen (parser->line_start, at - parser->line_start) + 1;

  g_set_error (parser->error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_SYNTAX,
               _("%s, line %u, column %ld: %s"), parser->name, parser->line, column, message);
  return NULL;
}

static gpointer
fail_expected (Parser *parser, const char *expected)
{
  g_autofree char *message = NULL;

  if (parser->at == parser->end)
    message = g_strdup_printf (_("the file ends where %s was expected"), expected);
  else if ((guchar) *parser->at < 0x20 || *parser->at == 0x7f)
    message = g_strdup_printf (_("expected %s, found the control character U+%04X"), expected,
                               (guint) (guchar) *parser->at);
  else
    {
      char found[7] = { 0 };

      g_unichar_to_utf8 (g_utf8_get_char (parser->at), found);
      message = g_strdup_printf (_("expected %s, found “%s”"), expected, found);
    }

  return fail (parser, parser->at, message);
}

static gboolean
is_at (const Parser *parser, char c)
{
  return parser->at < parser->end && *parser->at == c;
}

static void
skip_space (Parser *parser)
{
  for (; parser->at < parser->end; parser->at++)
    {
      if (*parser->at == '\n')
        {
          parser->line++;
          parser->line_start = parser->at + 1;
        }
      else if (*parser->at != ' ' && *parser->at != '\t' && *parser->at != '\r')
        return;
    }
}

/* Four hexadecimal digits, or -1. */
static int
parse_hex (Parser *parser)
{
  int value = 0;

  if (parser->end - parser->at < 4)
    return -1;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (parser->at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  parser->at += 4;
  return value;
}

/* After "\u": one code point, which may take a second escape. Texts are C strings, so NUL is out. */
static gboolean
parse_unicode_escape (Parser *parser, GString *text)
{
  const char *start = parser->at;
  int high = parse_hex (parser);
  int low;

  if (high >= 0xd800 && high <= 0xdbff && parser->end - parser->at >= 6 && parser->at[0] == '\\'
      && parser->at[1] == 'u')
    {
      parser->at += 2;
      low = parse_hex (parser);
      high = low >= 0xdc00 && low <= 0xdfff ? 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00) : -1;
    }

  if (high <= 0 || (high >= 0xd800 && high <= 0xdfff))
    {
      fail (parser, start, _("expected four hexadecimal digits that stand for a character"));
      return FALSE;
    }

  g_string_append_unichar (text, (gunichar) high);
  return TRUE;
}

static gboolean
parse_escape (Parser *parser, GString *text)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *found;

  parser->at++;
  if (parser->at == parser->end)
    {
      fail_expected (parser, _("the rest of an escape sequence"));
      return FALSE;
    }
  if (*parser->at == 'u')
    {
      parser->at++;
      return parse_unicode_escape (parser, text);
    }

  found = strchr (letters, *parser->at);
  if (found == NULL || *found == '\0')
    {
      fail_expected (parser, _("one of \" \\ / b f n r t u after a backslash"));
      return FALSE;
    }

  g_string_append_c (text, meanings[found - letters]);
  parser->at++;
  return TRUE;
}

static char *
parse_string (Parser *parser)
{
  g_autoptr (GString) text = g_string_new (NULL);

  parser->at++;
  while (parser->at < parser->end && *parser->at != '"')
    {
      if (*parser->at == '\\')
        {
          if (!parse_escape (parser, text))
            return NULL;
        }
      else if ((guchar) *parser->at < 0x20)
        return fail_expected (parser, _("a text to go on or to end"));
      else
        g_string_append_c (text, *parser->at++);
    }

  if (parser->at == parser->end)
    return fail_expected (parser, _("the closing quotation mark of a text"));

  parser->at++;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
skip_digits (Parser *parser)
{
  const char *start = parser->at;

  while (parser->at < parser->end && g_ascii_isdigit (*parser->at))
    parser->at++;

  return parser->at > start;
}

static JsonNode *
parse_number (Parser *parser)
{
  const char *start = parser->at;
  g_autofree char *digits = NULL;
  gboolean whole = TRUE;
  double value;

  if (is_at (parser, '-'))
    parser->at++;
  if (is_at (parser, '0'))
    {
      parser->at++;
      if (parser->at < parser->end && g_ascii_isdigit (*parser->at))
        return fail (parser, start, _("a number must not begin with a zero"));
    }
  else if (!skip_digits (parser))
    return fail_expected (parser, _("a digit"));

  if (is_at (parser, '.'))
    {
      whole = FALSE;
      parser->at++;
      if (!skip_digits (parser))
        return fail_expected (parser, _("a digit after the decimal point"));
    }
  if (is_at (parser, 'e') || is_at (parser, 'E'))
    {
      whole = FALSE;
      parser->at++;
      if (is_at (parser, '+') || is_at (parser, '-'))
        parser->at++;
      if (!skip_digits (parser))
        return fail_expected (parser, _("a digit of the exponent"));
    }

  digits = g_strndup (start, (gsize) (parser->at - start));
  /* 15 digits are exact as a double as well. */
  if (whole && *start != '-' && parser->at - start <= 15)
    return json_node_init_int (json_node_alloc (), g_ascii_strtoll (digits, NULL, 10));

  value = g_ascii_strtod (digits, NULL);
  if (!isfinite (value))
    return fail (parser, start, _("the number is too large"));

  return json_node_init_double (json_node_alloc (), value);
}

static JsonNode *
parse_word (Parser *parser)
{
  static const char * const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize width = strlen (words[i]);

      if ((gsize) (parser->end - parser->at) >= width && memcmp (parser->at, words[i], width) == 0)
        {
          parser->at += width;
          return i == 2 ? json_node_init_null (json_node_alloc ())
                        : json_node_init_boolean (json_node_alloc (), i == 0);
        }
    }

  return fail_expected (parser, _("a value"));
}

/* What follows a value in a list or an object: TRUE where another one must come. */
static gboolean
parse_separator (Parser *parser, char closing, gboolean *more)
{
  skip_space (parser);
  *more = is_at (parser, ',');
  if (!*more && !is_at (parser, closing))
    {
      fail_expected (parser, closing == ']' ? _("“,” or “]”") : _("“,” or “}”"));
      return FALSE;
    }

  parser->at++;
  skip_space (parser);
  return TRUE;
}

static JsonNode *
parse_array (Parser *parser, JsonNode *node)
{
  JsonArray *array = json_array_new ();
  gboolean more = TRUE;

  json_node_init_array (node, array);
  json_array_unref (array);
  parser->at++;
  skip_space (parser);
  if (is_at (parser, ']'))
    {
      parser->at++;
      return node;
    }

  while (more)
    {
      JsonNode *element = parse_value (parser, node);

      if (element == NULL)
        return NULL;
      json_array_add_element (array, element);
      if (!parse_separator (parser, ']', &more))
        return NULL;
    }

  return node;
}

/* "key": value, added to the object. */
static gboolean
parse_member (Parser *parser, JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  const char *start = parser->at;
  g_autofree char *key = NULL;
  JsonNode *value;

  if (!is_at (parser, '"'))
    {
      fail_expected (parser, _("a key in quotation marks"));
      return FALSE;
    }
  key = parse_string (parser);
  if (key == NULL)
    return FALSE;
  if (json_object_has_member (object, key))
    {
      g_autofree char *message = g_strdup_printf (_("the key “%s” stands here twice"), key);

      fail (parser, start, message);
      return FALSE;
    }

  skip_space (parser);
  if (!is_at (parser, ':'))
    {
      fail_expected (parser, _("“:”"));
      return FALSE;
    }
  parser->at++;
  skip_space (parser);

  value = parse_value (parser, node);
  if (value == NULL)
    return FALSE;

  json_object_set_member (object, key, value);
  return TRUE;
}

static JsonNode *
parse_object (Parser *parser, JsonNode *node)
{
  JsonObject *object = json_object_new ();
  gboolean more = TRUE;

  json_node_init_object (node, object);
  json_object_unref (object);
  parser->at++;
  skip_space (parser);
  if (is_at (parser, '}'))
    {
      parser->at++;
      return node;
    }

  while (more)
    if (!parse_member (parser, node) || !parse_separator (parser, '}', &more))
      return NULL;

  return node;
}

static JsonNode *
parse_container (Parser *parser)
{
  g_autoptr (JsonNode) node = json_node_alloc ();
  JsonNode *filled;

  if (parser->depth == NEPHO_JSON_MAX_DEPTH)
    return fail (parser, parser->at, _("lists and objects are nested too deeply"));

  parser->depth++;
  filled = *parser->at == '{' ? parse_object (parser, node) : parse_array (parser, node);
  parser->depth--;
  if (filled != NULL)
    g_steal_pointer (&node);

  return filled;
}

static JsonNode *
parse_scalar (Parser *parser)
{
  char first = parser->at < parser->end ? *parser->at : '\0';

  if (first == '"')
    {
      g_autofree char *text = parse_string (parser);

      return text != NULL ? json_node_init_string (json_node_alloc (), text) : NULL;
    }

  return first == '-' || g_ascii_isdigit (first) ? parse_number (parser) : parse_word (parser);
}

static JsonNode *
parse_value (Parser *parser, JsonNode *parent)
{
  guint line = parser->line;
  JsonNode *node = is_at (parser, '{') || is_at (parser, '[') ? parse_container (parser)
                                                              : parse_scalar (parser);

  if (node != NULL)
    {
      json_node_set_parent (node, parent);
      g_hash_table_insert (parser->lines, node, GUINT_TO_POINTER (line));
    }

  return node;
}

/* Refuses what is no UTF-8 at the byte where it begins. */
static gboolean
check_encoding (Parser *parser)
{
  const char *bad = NULL;

  if (g_utf8_validate_len (parser->start, (gsize) (parser->end - parser->start), &bad))
    return TRUE;

  for (const char *p = parser->start; p < bad; p++)
    if (*p == '\n')
      {
        parser->line++;
        parser->line_start = p + 1;
      }
  if (bad < parser->end && *bad == '\0')
    fail (parser, bad, _("the file contains a zero byte; expected text"));
  else
    fail (parser, bad, _("the file is not valid UTF-8 from here on"));
  return FALSE;
}

/**
 * nepho_json_parse:
 * @data: (array length=length): JSON text, not necessarily ending in a zero byte
 * @length: number of bytes, at most %NEPHO_JSON_MAX_SIZE
 * @name: what messages call the text: the name of its file
 * @lines: (nullable): filled with JsonNode → line of its first character, counted from 1
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
nepho_json_parse (const char *data, gsize length, const char *name, GHashTable *lines, GError **error)
{
  Parser parser = { .start = data, .at = data, .end = data + length, .line_start = data, .line = 1 };
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (data != NULL && name != NULL && lines != NULL, NULL);

  parser.name = name;
  parser.lines = lines;
  parser.error = error;

  if (length > NEPHO_JSON_MAX_SIZE)
    {
      g_autofree char *most = g_format_size_full (NEPHO_JSON_MAX_SIZE, G_FORMAT_SIZE_IEC_UNITS);
      g_autofree char *message = g_strdup_printf (_("the file is larger than %s"), most);

      return fail (&parser, parser.at, message);
    }
  if (!check_encoding (&parser))
    return NULL;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    return fail (&parser, parser.at, _("the file begins with a byte-order mark; expected plain UTF-8"));

  skip_space (&parser);
  root = parse_value (&parser, NULL);
  if (root == NULL)
    return NULL;

  skip_space (&parser);
  if (parser.at != parser.end)
    return fail_expected (&parser, _("the end of the file"));

  return g_steal_pointer (&root);
}
