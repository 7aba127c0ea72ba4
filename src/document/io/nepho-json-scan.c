/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-scan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-document-error.h"

/**
 * nepho_json_scan_fail:
 * @self: a scanner
 * @at: the place of the fault, in the current line
 * @message: what is wrong
 *
 * Sets the error with name, line and column; the column counts characters, from 1.
 *
 * Returns: %NULL, so that a caller can return it
 */
gpointer
nepho_json_scan_fail (NephoJsonScanner *self, const char *at, const char *message)
{
  glong column = g_utf8_strlen (self->line_start, at - self->line_start) + 1;

  g_set_error (self->error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_SYNTAX,
               _("%s, line %u, column %ld: %s"), self->name, self->line, column, message);
  return NULL;
}

/**
 * nepho_json_scan_fail_expected:
 * @self: a scanner
 * @expected: what should stand here
 *
 * Sets the error with what stands here instead.
 *
 * Returns: %NULL, so that a caller can return it
 */
gpointer
nepho_json_scan_fail_expected (NephoJsonScanner *self, const char *expected)
{
  g_autofree char *message = NULL;

  if (self->at == self->end)
    message = g_strdup_printf (_("the file ends where %s was expected"), expected);
  else if ((guchar) *self->at < 0x20 || *self->at == 0x7f)
    message = g_strdup_printf (_("expected %s, found the control character U+%04X"), expected,
                               (guint) (guchar) *self->at);
  else
    {
      char found[7] = { 0 };

      g_unichar_to_utf8 (g_utf8_get_char (self->at), found);
      message = g_strdup_printf (_("expected %s, found “%s”"), expected, found);
    }

  return nepho_json_scan_fail (self, self->at, message);
}

/**
 * nepho_json_scan_is_at:
 * @self: a scanner
 * @c: an ASCII character
 *
 * Returns: whether @c stands here
 */
gboolean
nepho_json_scan_is_at (NephoJsonScanner *self, char c)
{
  return self->at < self->end && *self->at == c;
}

/**
 * nepho_json_scan_space:
 * @self: a scanner
 *
 * Goes on to what is no white space, counting lines.
 */
void
nepho_json_scan_space (NephoJsonScanner *self)
{
  for (; self->at < self->end; self->at++)
    {
      if (*self->at == '\n')
        {
          self->line++;
          self->line_start = self->at + 1;
        }
      else if (*self->at != ' ' && *self->at != '\t' && *self->at != '\r')
        return;
    }
}

/* Four hexadecimal digits, or -1. */
static int
parse_hex (NephoJsonScanner *self)
{
  int value = 0;

  if (self->end - self->at < 4)
    return -1;

  for (int i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (self->at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }

  self->at += 4;
  return value;
}

/* After "\u": one code point, which may take a second escape. Texts are C strings, so NUL is
 * out. */
static gboolean
parse_unicode_escape (NephoJsonScanner *self, GString *text)
{
  const char *start = self->at;
  int high = parse_hex (self);
  int low;

  if (high >= 0xd800 && high <= 0xdbff && self->end - self->at >= 6 && self->at[0] == '\\'
      && self->at[1] == 'u')
    {
      self->at += 2;
      low = parse_hex (self);
      high = low >= 0xdc00 && low <= 0xdfff ? 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)
                                            : -1;
    }

  if (high <= 0 || (high >= 0xd800 && high <= 0xdfff))
    {
      nepho_json_scan_fail (self, start,
                            _("expected four hexadecimal digits that stand for a character"));
      return FALSE;
    }

  g_string_append_unichar (text, (gunichar) high);
  return TRUE;
}

static gboolean
parse_escape (NephoJsonScanner *self, GString *text)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *found;

  self->at++;
  if (self->at == self->end)
    {
      nepho_json_scan_fail_expected (self, _("the rest of an escape sequence"));
      return FALSE;
    }
  if (*self->at == 'u')
    {
      self->at++;
      return parse_unicode_escape (self, text);
    }

  found = strchr (letters, *self->at);
  if (found == NULL || *found == '\0')
    {
      nepho_json_scan_fail_expected (self, _("one of \" \\ / b f n r t u after a backslash"));
      return FALSE;
    }

  g_string_append_c (text, meanings[found - letters]);
  self->at++;
  return TRUE;
}

/**
 * nepho_json_scan_string:
 * @self: a scanner at a quotation mark
 *
 * Returns: (transfer full) (nullable): the text, its escapes resolved; %NULL after a fault
 */
char *
nepho_json_scan_string (NephoJsonScanner *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  self->at++;
  while (self->at < self->end && *self->at != '"')
    {
      if (*self->at == '\\')
        {
          if (!parse_escape (self, text))
            return NULL;
        }
      else if ((guchar) *self->at < 0x20)
        return nepho_json_scan_fail_expected (self, _("a text to go on or to end"));
      else
        g_string_append_c (text, *self->at++);
    }

  if (self->at == self->end)
    return nepho_json_scan_fail_expected (self, _("the closing quotation mark of a text"));

  self->at++;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
skip_digits (NephoJsonScanner *self)
{
  const char *start = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;

  return self->at > start;
}

/* Past the digits of a number; %FALSE after a fault. @whole: no fraction and no exponent. */
static gboolean
skip_number (NephoJsonScanner *self, gboolean *whole)
{
  const char *expected = NULL;

  if (nepho_json_scan_is_at (self, '-'))
    self->at++;
  if (nepho_json_scan_is_at (self, '0'))
    self->at++;
  else if (!skip_digits (self))
    expected = _("a digit");

  *whole = TRUE;
  if (expected == NULL && nepho_json_scan_is_at (self, '.'))
    {
      *whole = FALSE;
      self->at++;
      if (!skip_digits (self))
        expected = _("a digit after the decimal point");
    }
  if (expected == NULL && (nepho_json_scan_is_at (self, 'e') || nepho_json_scan_is_at (self, 'E')))
    {
      *whole = FALSE;
      self->at++;
      if (nepho_json_scan_is_at (self, '+') || nepho_json_scan_is_at (self, '-'))
        self->at++;
      if (!skip_digits (self))
        expected = _("a digit of the exponent");
    }

  if (expected != NULL)
    nepho_json_scan_fail_expected (self, expected);

  return expected == NULL;
}

/**
 * nepho_json_scan_number:
 * @self: a scanner at a digit or a minus sign
 *
 * Returns: (transfer full) (nullable): the number, whole ones of up to 15 digits as integers, the
 * nearest double otherwise; %NULL after a fault
 */
JsonNode *
nepho_json_scan_number (NephoJsonScanner *self)
{
  const char *start = self->at;
  g_autofree char *digits = NULL;
  gboolean whole;
  double value;

  if (!skip_number (self, &whole))
    return NULL;
  if ((*start == '0' || (*start == '-' && start[1] == '0')) && self->at < self->end
      && g_ascii_isdigit (*self->at))
    return nepho_json_scan_fail (self, start, _("a number must not begin with a zero"));

  digits = g_strndup (start, (gsize) (self->at - start));
  /* 15 digits are exact as a double as well; a negative zero is only a double. */
  if (whole && *start != '-' && self->at - start <= 15)
    return json_node_init_int (json_node_alloc (), g_ascii_strtoll (digits, NULL, 10));

  value = g_ascii_strtod (digits, NULL);
  if (!isfinite (value))
    return nepho_json_scan_fail (self, start, _("the number is too large"));

  return json_node_init_double (json_node_alloc (), value);
}
