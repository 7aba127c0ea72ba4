/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-quantity-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-unit-word.h"

/* Characters of a word that is named in an error. */
#define WORD_LENGTH 24

/**
 * nepho_quantity_reader_place:
 * @self: a reader
 * @at: somewhere in its text
 *
 * Returns: the place as people count: the first character is number 1
 */
guint
nepho_quantity_reader_place (const NephoQuantityReader *self, const char *at)
{
  return (guint) g_utf8_pointer_to_offset (self->text, at) + 1;
}

/* The word, number or sign at a place, for people to find it. */
static char *
word_at (const char *at)
{
  const char *end = at;
  int n = 0;

  while (*end != '\0' && n < WORD_LENGTH && (g_unichar_isalnum (g_utf8_get_char (end)) || *end == '_'))
    {
      end = g_utf8_next_char (end);
      n++;
    }
  if (end == at && *at != '\0')
    end = g_utf8_next_char (at);

  return g_strndup (at, (gsize) (end - at));
}

/**
 * nepho_quantity_reader_fail:
 * @self: a reader
 * @code: what kind of error
 * @format: a sentence that tells where
 * @...: what goes into it
 *
 * Keeps the error, where it is the first: the others follow from it.
 */
void
nepho_quantity_reader_fail (NephoQuantityReader *self, NephoBaseError code, const char *format, ...)
{
  va_list arguments;

  if (self->error != NULL)
    return;

  va_start (arguments, format);
  self->error = g_error_new_valist (NEPHO_BASE_ERROR, (int) code, format, arguments);
  va_end (arguments);
}

/**
 * nepho_quantity_reader_unexpected:
 * @self: a reader
 *
 * Fails for what stands where a number or a unit should.
 */
void
nepho_quantity_reader_unexpected (NephoQuantityReader *self)
{
  g_autofree char *word = word_at (self->at);
  guint at = nepho_quantity_reader_place (self, self->at);
  NephoUnitWord known;

  if (*self->at == '\0')
    nepho_quantity_reader_fail (self, NEPHO_BASE_ERROR_SYNTAX, _("a number is missing at the end"));
  else if (g_unichar_isalpha (g_utf8_get_char (self->at)) && nepho_unit_word_match (self->at, &known) == 0)
    nepho_quantity_reader_fail (self, NEPHO_BASE_ERROR_SYNTAX, _("unknown unit “%s” at character %u"), word, at);
  else
    nepho_quantity_reader_fail (self, NEPHO_BASE_ERROR_SYNTAX, _("unexpected “%s” at character %u"), word, at);
}

/**
 * nepho_quantity_reader_skip:
 * @self: a reader
 *
 * Skips spaces of every kind.
 */
void
nepho_quantity_reader_skip (NephoQuantityReader *self)
{
  while (g_unichar_isspace (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);
}

/**
 * nepho_quantity_reader_take:
 * @self: a reader
 * @token: a sign or a word
 *
 * Returns: whether it stood there, behind spaces or not
 */
gboolean
nepho_quantity_reader_take (NephoQuantityReader *self, const char *token)
{
  nepho_quantity_reader_skip (self);
  if (!g_str_has_prefix (self->at, token))
    return FALSE;

  self->at += strlen (token);
  return TRUE;
}

/**
 * nepho_quantity_reader_is_at_digit:
 * @self: a reader
 *
 * Returns: whether a number begins here
 */
gboolean
nepho_quantity_reader_is_at_digit (const NephoQuantityReader *self)
{
  return g_ascii_isdigit (*self->at) || *self->at == '.';
}

/**
 * nepho_quantity_reader_size:
 * @self: a reader
 *
 * Returns: what a word of size multiplies by: "bn", "万"; 1 where none stands here
 */
double
nepho_quantity_reader_size (NephoQuantityReader *self)
{
  static const struct
  {
    const char *word;
    double      size;
  } sizes[] = {
    /* Longest first. */
    { "trillion", 1e12 }, { "billion", 1e9 }, { "million", 1e6 }, { "thousand", 1e3 },
    { "trn", 1e12 },      { "tn", 1e12 },     { "bn", 1e9 },      { "mn", 1e6 },
    { "万亿", 1e12 },     { "萬億", 1e12 },   { "亿", 1e8 },      { "億", 1e8 },
    { "万", 1e4 },        { "萬", 1e4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (nepho_quantity_reader_take (self, sizes[i].word))
      {
        self->form |= NEPHO_FORM_SIZED;
        return sizes[i].size;
      }

  return 1.0;
}

/* How many bytes separate three digits from three more: "1 234", "1,234". A comma counts only where three
 * digits follow it; anything else is ambiguous and refused. */
static gsize
group_width (const char *p)
{
  gsize width = *p == ',' ? 1 : g_str_has_prefix (p, "\u202f") || g_str_has_prefix (p, "\u2009") ? 3 : 0;

  for (gsize i = 0; width > 0 && i < 3; i++)
    if (!g_ascii_isdigit (p[width + i]))
      return 0;

  return width > 0 && g_ascii_isdigit (p[width + 3]) ? 0 : width;
}

/**
 * nepho_quantity_reader_literal:
 * @self: a reader
 *
 * Returns: a number with or without grouping: "1 234 567", "1,234,567.8", "1.8e12"
 */
double
nepho_quantity_reader_literal (NephoQuantityReader *self)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *begin = self->at;
  char *end = NULL;
  double value;

  while (*self->at != '\0')
    {
      const char *p = self->at;

      if (g_ascii_isdigit (*p) || *p == '.')
        {
          g_string_append_c (digits, *p++);
        }
      else if (digits->len > 0 && (*p == 'e' || *p == 'E')
               && (g_ascii_isdigit (p[1]) || ((p[1] == '+' || p[1] == '-') && g_ascii_isdigit (p[2]))))
        {
          g_string_append_len (digits, p, 2);
          p += 2;
        }
      else
        {
          gsize width = digits->len > 0 && strchr (digits->str, '.') == NULL ? group_width (p) : 0;

          if (width == 0)
            break;
          p += width;
        }
      self->at = p;
    }

  value = g_ascii_strtod (digits->str, &end);
  if (end == digits->str || *end != '\0')
    nepho_quantity_reader_fail (self, NEPHO_BASE_ERROR_SYNTAX, _("“%s” at character %u is no number"), digits->str,
                                nepho_quantity_reader_place (self, begin));
  self->form |= NEPHO_FORM_NUMBERS;

  return value;
}

/**
 * nepho_quantity_reader_superscript:
 * @self: a reader
 * @power: (out): the power: 23 for "²³"
 *
 * Returns: whether there is one here
 */
gboolean
nepho_quantity_reader_superscript (NephoQuantityReader *self, int *power)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  const char *begin = self->at;
  gboolean minus = g_str_has_prefix (begin, "⁻");
  gboolean any = FALSE;

  *power = 0;
  if (minus)
    self->at += strlen ("⁻");
  for (int digit = 0; digit < 10; digit++)
    if (g_str_has_prefix (self->at, digits[digit]) && *power < 1000)
      {
        self->at += strlen (digits[digit]);
        *power = *power * 10 + digit;
        any = TRUE;
        digit = -1;
      }
  if (!any)
    self->at = begin;
  if (minus)
    *power = -*power;

  return any;
}
