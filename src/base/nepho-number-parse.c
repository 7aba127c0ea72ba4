/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-number.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-error.h"

/* Deep enough for any sum a person types, shallow enough for any stack. */
#define MAX_DEPTH 32

/* Reads "1.8e12", "35 %", "3.02bn", "(1 + 2) * 4" by recursive descent: sum, product, factor. */
typedef struct
{
  const char *at;
  int         depth;
  gboolean    percent; /* a % sign was read: the number is already a fraction */
  gboolean    sized;   /* a word of size was read: the number counts single things */
  gboolean    failed;
} Parser;

static double parse_sum (Parser *parser);

/* Spaces of every kind, and the separators that people paste between groups of digits. */
static void
skip_space (Parser *parser)
{
  for (;;)
    {
      gunichar c = g_utf8_get_char (parser->at);

      if (c == 0 || !(g_unichar_isspace (c) || c == 0x202f || c == 0x2009 || c == 0x00a0))
        return;
      parser->at = g_utf8_next_char (parser->at);
    }
}

static gboolean
take (Parser *parser, const char *token)
{
  skip_space (parser);
  if (!g_str_has_prefix (parser->at, token))
    return FALSE;

  parser->at += strlen (token);
  return TRUE;
}

/* Words of size. Longest first: "mn" must not be read as "m". */
static double
parse_size (Parser *parser)
{
  static const struct
  {
    const char *word;
    double      size;
  } sizes[] = {
    { "trillion", 1e12 }, { "billion", 1e9 }, { "million", 1e6 }, { "thousand", 1e3 },
    { "trn", 1e12 },      { "tn", 1e12 },     { "bn", 1e9 },      { "mn", 1e6 },
    { "万亿", 1e12 },     { "萬億", 1e12 },   { "亿", 1e8 },      { "億", 1e8 },
    { "万", 1e4 },        { "萬", 1e4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (take (parser, sizes[i].word))
      {
        parser->sized = TRUE;
        return sizes[i].size;
      }

  return 1.0;
}

/* Digits with grouping: "1 234 567", "1,234,567.8". A comma counts only where three digits follow
 * it and a digit stands before; anything else is ambiguous and refused. */
static double
parse_literal (Parser *parser)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  char *end = NULL;
  double value;

  skip_space (parser);
  while (*parser->at != '\0')
    {
      const char *p = parser->at;

      if (g_ascii_isdigit (*p) || *p == '.')
        g_string_append_c (digits, *p);
      else if (digits->len > 0 && (*p == 'e' || *p == 'E')
               && (g_ascii_isdigit (p[1]) || ((p[1] == '+' || p[1] == '-') && g_ascii_isdigit (p[2]))))
        {
          g_string_append_c (digits, *p++);
          g_string_append_c (digits, *p);
        }
      else
        {
          gsize width = *p == ',' ? 1 : g_str_has_prefix (p, "\u202f") || g_str_has_prefix (p, "\u2009") ? 3 : 0;

          if (width == 0 || digits->len == 0 || strchr (digits->str, '.') != NULL
              || !g_ascii_isdigit (p[width]) || !g_ascii_isdigit (p[width + 1])
              || !g_ascii_isdigit (p[width + 2]) || g_ascii_isdigit (p[width + 3]))
            break;
          p += width - 1;
        }
      parser->at = p + 1;
    }

  value = g_ascii_strtod (digits->str, &end);
  if (digits->len == 0 || *end != '\0')
    {
      parser->failed = TRUE;
      return 0.0;
    }

  return value;
}

static double
parse_factor (Parser *parser)
{
  double value;

  if (++parser->depth > MAX_DEPTH)
    parser->failed = TRUE;
  if (parser->failed)
    return 0.0;

  if (take (parser, "-") || take (parser, "\u2212"))
    value = -parse_factor (parser);
  else if (take (parser, "+"))
    value = parse_factor (parser);
  else if (take (parser, "("))
    {
      value = parse_sum (parser);
      parser->failed |= !take (parser, ")");
    }
  else
    {
      value = parse_literal (parser);
      value *= parse_size (parser);
    }

  if (take (parser, "%") || take (parser, "％"))
    {
      value /= 100.0;
      parser->percent = TRUE;
    }
  parser->depth--;

  return value;
}

static double
parse_product (Parser *parser)
{
  double value = parse_factor (parser);

  while (!parser->failed)
    if (take (parser, "*") || take (parser, "×"))
      value *= parse_factor (parser);
    else if (take (parser, "/") || take (parser, "÷"))
      value /= parse_factor (parser);
    else
      break;

  return value;
}

static double
parse_sum (Parser *parser)
{
  double value = parse_product (parser);

  while (!parser->failed)
    if (take (parser, "+"))
      value += parse_product (parser);
    else if (take (parser, "-") || take (parser, "\u2212"))
      value -= parse_product (parser);
    else
      break;

  return value;
}

/* Takes the suffix off the end of a number, if it is there. */
static gboolean
strip_suffix (char *number, const char *suffix)
{
  gsize length = strlen (number);
  gsize width = strlen (suffix);

  /* A bare "%" stays: the grammar reads it. */
  if (width == 0 || length <= width || g_str_equal (suffix, "%") || g_str_equal (suffix, "1")
      || g_ascii_strcasecmp (number + length - width, suffix) != 0)
    return FALSE;

  number[length - width] = '\0';

  return TRUE;
}

/* What is shown in per cent, whatever the language calls it. */
static gboolean
is_fraction (NephoUnit unit)
{
  return unit == NEPHO_UNIT_FRACTION || unit == NEPHO_UNIT_POINTS || unit == NEPHO_UNIT_FRACTION_PER_YEAR;
}

/* Takes the unit off, in the reader's words or in the file's, so that what is shown can be typed back.
 * "bn" is also a word of size; behind a number of CNY bn it means the unit, and 3.02 bn is 3.02.
 * Hands back the number and by what it is to be divided to be in stored units; 0 where no unit told. */
static char *
strip_unit (const char *text, NephoUnit unit, double *divisor)
{
  NephoUnitDisplay display = nepho_unit_display (unit);
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *number = NULL;

  *divisor = 0.0;
  number = g_strdup (*display.prefix != '\0' && g_str_has_prefix (stripped, display.prefix)
                       ? stripped + strlen (display.prefix)
                       : stripped);
  if (strip_suffix (number, display.suffix) || (display.one != NULL && strip_suffix (number, display.one)))
    *divisor = display.factor;
  else if (strip_suffix (number, nepho_unit_suffix_in_english (unit)) || strip_suffix (number, nepho_unit_id (unit)))
    *divisor = is_fraction (unit) ? display.factor : 1.0;

  return g_steal_pointer (&number);
}

/* The whole text as arithmetic without units. */
static gboolean
evaluate (Parser *parser, const char *text, double *result)
{
  *parser = (Parser) { .at = text };
  *result = parse_sum (parser);
  skip_space (parser);

  return !parser->failed && *parser->at == '\0' && isfinite (*result);
}

/* How many yuan or dollars the stored unit is: "0.2 mn" and "20 万" are two tenths of a million. */
static double
money_size (NephoUnit unit)
{
  switch (unit)
    {
    case NEPHO_UNIT_YUAN_BILLION:
    case NEPHO_UNIT_USD_BILLION:
      return 1e9;
    case NEPHO_UNIT_YUAN_MILLION_PER_YEAR:
    case NEPHO_UNIT_USD_MILLION_PER_YEAR:
      return 1e6;
    default:
      return 1.0;
    }
}

/* "0.3 万亿", "20 万" and "1bn + 2bn" of money count single yuan, whatever word the unit itself has. */
static gboolean
parse_sized_money (const char *text, NephoUnit unit, double *value)
{
  const char *prefix = nepho_unit_display (unit).prefix;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  Parser parser;

  if (money_size (unit) == 1.0
      || !evaluate (&parser, g_str_has_prefix (stripped, prefix) ? stripped + strlen (prefix) : stripped, value)
      || !parser.sized || parser.percent)
    return FALSE;

  *value = nepho_number_snap (*value / money_size (unit));

  return TRUE;
}

static gboolean
parse (const char *text, NephoUnit unit, gboolean shown, double *value, GError **error)
{
  double factor = nepho_unit_display (unit).factor;
  double divisor;
  g_autofree char *bare = NULL;
  Parser parser;
  double result;
  gboolean good;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_SYNTAX,
                           _("The number is not valid UTF-8 text"));
      return FALSE;
    }

  bare = strip_unit (text, unit, &divisor);
  good = evaluate (&parser, bare, &result);
  if ((!good || parser.sized) && parse_sized_money (text, unit, value))
    return TRUE;

  if (!good)
    {
      g_set_error (error, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_SYNTAX,
                   _("“%s” is not a number; expected something like 35%%, 3.02bn, 1.8e12 or 2 * 1.5"),
                   text);
      return FALSE;
    }

  if (parser.percent && !is_fraction (unit))
    {
      g_set_error (error, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_UNIT,
                   _("“%s” is a percentage; expected a number in %s"), text, nepho_unit_name (unit));
      return FALSE;
    }

  if (divisor == 0.0)
    divisor = shown ? factor : 1.0;
  if (!parser.percent)
    result /= divisor;
  *value = divisor == 1.0 && factor == 1.0 ? result : nepho_number_snap (result);
  return TRUE;
}

/**
 * nepho_number_parse:
 * @text: what a person typed: "35%", "15 %", "3.02bn", "1.8e12", "2 * (1 + 0.5)", "¥3.02 bn"
 * @unit: the unit that is expected
 * @value: (out): the number in stored units
 * @error: return location for an error
 *
 * Reads a number, with arithmetic, in a spelling people use. A number without a per-cent sign is
 * taken in stored units (0.35 is 35 %), as on the command line and in files. "bn" and its like
 * multiply, except where they are the unit itself.
 *
 * Returns: %FALSE with %NEPHO_BASE_ERROR_SYNTAX where it is no number, %NEPHO_BASE_ERROR_UNIT where
 * a per-cent sign stands at a quantity that is no fraction
 */
gboolean
nepho_number_parse (const char *text, NephoUnit unit, double *value, GError **error)
{
  return parse (text, unit, FALSE, value, error);
}

/**
 * nepho_number_parse_shown:
 * @text: what a person typed beside a label with the unit
 * @unit: the unit that is expected
 * @value: (out): the number in stored units
 * @error: return location for an error
 *
 * As nepho_number_parse(), but a number without a per-cent sign is taken in the units that the
 * reader sees: 34.6 in an entry marked "%" is 0.346.
 *
 * Returns: %FALSE with the same errors
 */
gboolean
nepho_number_parse_shown (const char *text, NephoUnit unit, double *value, GError **error)
{
  return parse (text, unit, TRUE, value, error);
}
