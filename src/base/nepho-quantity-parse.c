/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-quantity-reader.h"
#include "nepho-unit-word.h"

/* Deep enough for any sum a person types, shallow enough for any stack. */
#define MAX_DEPTH 32

/* Reads "3640 PF-days / 170 PFLOP/s", "35 %", "3.02bn CNY" by recursive descent: sum, product, factor,
 * power. */
typedef struct
{
  NephoQuantityReader reader;
  int                 depth;  /* of recursion */
  int                 nested; /* in parentheses */
} Parser;

static NephoQuantity parse_sum (Parser *parser);

static const NephoQuantity nothing;

static gboolean
take (Parser *parser, const char *token)
{
  return nepho_quantity_reader_take (&parser->reader, token);
}

static gboolean
has_failed (const Parser *parser)
{
  return parser->reader.error != NULL;
}

static guint
place (const Parser *parser, const char *at)
{
  return nepho_quantity_reader_place (&parser->reader, at);
}

static NephoQuantity fail (Parser *parser, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* What cannot be read comes to nothing. */
static NephoQuantity
fail (Parser *parser, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  nepho_quantity_reader_fail (&parser->reader, NEPHO_BASE_ERROR_SYNTAX, "%s", text);

  return nothing;
}

static NephoQuantity
fail_unexpected (Parser *parser)
{
  nepho_quantity_reader_unexpected (&parser->reader);

  return nothing;
}

static NephoQuantity
multiply (Parser *parser, NephoQuantity left, NephoQuantity right, int power, const char *at)
{
  NephoQuantity result = left;

  if (!nepho_dimension_multiply (&left.dimension, &right.dimension, power, &result.dimension))
    return fail (parser, _("the power at character %u is too high"), place (parser, at));

  if (power == 1)
    result.value = left.value * right.value;
  else if (power == -1)
    result.value = left.value / right.value;
  else
    result.value = left.value * pow (right.value, power);

  return result;
}

static NephoQuantity
to_power (Parser *parser, NephoQuantity base, NephoQuantity power, const char *at)
{
  static const NephoQuantity one = { .value = 1.0 };

  if (has_failed (parser))
    return nothing;
  if (!nepho_dimension_is_none (&power.dimension))
    return fail (parser, _("the power at character %u has a unit"), place (parser, at));
  if (nepho_dimension_is_none (&base.dimension))
    return (NephoQuantity) { .value = pow (base.value, power.value) };
  if (power.value != trunc (power.value) || fabs (power.value) > G_MAXINT8)
    return fail (parser, _("the power at character %u must be a small whole number, because a unit is raised to it"),
                 place (parser, at));

  return multiply (parser, one, base, (int) power.value, at);
}

static NephoQuantity
parse_parentheses (Parser *parser)
{
  guint begin = place (parser, parser->reader.at) - 1;
  NephoQuantity value;

  parser->nested++;
  value = parse_sum (parser);
  parser->nested--;
  if (!has_failed (parser) && !take (parser, ")"))
    return *parser->reader.at == '\0'
             ? fail (parser, _("the parenthesis at character %u is not closed"), begin)
             : fail_unexpected (parser);

  return value;
}

static NephoQuantity
negative (NephoQuantity value)
{
  value.value = -value.value;

  return value;
}

static gboolean
descend (Parser *parser)
{
  if (++parser->depth > MAX_DEPTH)
    fail (parser, _("the expression is nested too deeply at character %u"), place (parser, parser->reader.at));

  return !has_failed (parser);
}

/* A number without a unit: what stands behind belongs to what is raised. "2^3^2" is 2^9. */
static NephoQuantity
parse_exponent (Parser *parser)
{
  NephoQuantity value;
  const char *at;

  if (!descend (parser))
    return nothing;

  nepho_quantity_reader_skip (&parser->reader);
  if (take (parser, "-") || take (parser, "\u2212"))
    value = negative (parse_exponent (parser));
  else if (take (parser, "("))
    value = parse_parentheses (parser);
  else if (nepho_quantity_reader_is_at_digit (&parser->reader))
    value = (NephoQuantity) { .value = nepho_quantity_reader_literal (&parser->reader) };
  else
    value = fail_unexpected (parser);

  nepho_quantity_reader_skip (&parser->reader);
  at = parser->reader.at;
  if (!has_failed (parser) && (take (parser, "^") || take (parser, "**")))
    value = to_power (parser, value, parse_exponent (parser), at);
  parser->depth--;

  return value;
}

/* @base, or its power: "10⁹", "10^9", "s ** 2" */
static NephoQuantity
parse_power_of (Parser *parser, NephoQuantity base)
{
  const char *begin = parser->reader.at;
  const char *at;
  int power;

  if (has_failed (parser))
    return nothing;
  if (nepho_quantity_reader_superscript (&parser->reader, &power))
    return to_power (parser, base, (NephoQuantity) { .value = power }, begin);

  nepho_quantity_reader_skip (&parser->reader);
  at = parser->reader.at;
  if (take (parser, "^") || take (parser, "**"))
    return to_power (parser, base, parse_exponent (parser), at);
  /* Whether there was a space tells whether a stroke belongs to a unit. */
  parser->reader.at = begin;

  return base;
}

/* A word of a unit with its power: "days", "s^2". */
static gboolean
take_unit (Parser *parser, NephoQuantity *unit)
{
  NephoUnitWord word;
  gsize length = nepho_unit_word_match (parser->reader.at, &word);

  if (length == 0)
    return FALSE;

  parser->reader.at += length;
  parser->reader.form |= NEPHO_FORM_UNITS;
  *unit = parse_power_of (parser, (NephoQuantity) { word.size, word.dimension });

  return TRUE;
}

/* A stroke or a point without spaces around it holds a unit together: "CNY/hour", "accelerators·hours". */
static NephoQuantity
parse_rest_of_unit (Parser *parser, NephoQuantity value)
{
  for (;;)
    {
      const char *begin = parser->reader.at;
      gboolean product = g_str_has_prefix (begin, "·");
      NephoQuantity unit;

      if (!product && *begin != '/')
        return value;
      parser->reader.at += product ? strlen ("·") : 1;
      if (!take_unit (parser, &unit))
        {
          parser->reader.at = begin;
          return value;
        }
      value = multiply (parser, value, unit, product ? 1 : -1, begin);
    }
}

/* Behind a number: " days", "PFLOP/s", " bn CNY", " CNY bn". */
static NephoQuantity
parse_unit (Parser *parser, NephoQuantity value)
{
  NephoQuantity unit;
  NephoUnitWord word;

  nepho_quantity_reader_skip (&parser->reader);
  if (nepho_unit_word_match (parser->reader.at, &word) == 0)
    return value;

  take_unit (parser, &unit);
  value = multiply (parser, value, unit, 1, parser->reader.at);
  if (word.money)
    value.value *= nepho_quantity_reader_size (&parser->reader);

  return parse_rest_of_unit (parser, value);
}

static NephoQuantity
parse_number (Parser *parser)
{
  NephoQuantity value = parse_power_of (parser, (NephoQuantity) { .value = nepho_quantity_reader_literal (&parser->reader) });

  value.value *= nepho_quantity_reader_size (&parser->reader);

  return value;
}

/* A unit that stands first: money before its number, else one of it. */
static NephoQuantity
parse_leading_unit (Parser *parser)
{
  NephoQuantity unit = { .value = 1.0 };
  NephoUnitWord word;

  if (nepho_unit_word_match (parser->reader.at, &word) == 0)
    return fail_unexpected (parser);

  take_unit (parser, &unit);
  if (word.money)
    {
      const char *behind = parser->reader.at;

      nepho_quantity_reader_skip (&parser->reader);
      if (nepho_quantity_reader_is_at_digit (&parser->reader))
        unit = multiply (parser, parse_number (parser), unit, 1, behind);
      else
        parser->reader.at = behind;
    }

  return parse_rest_of_unit (parser, unit);
}

static NephoQuantity
parse_factor (Parser *parser)
{
  NephoQuantity value;

  if (!descend (parser))
    return nothing;

  nepho_quantity_reader_skip (&parser->reader);
  if (take (parser, "-") || take (parser, "\u2212"))
    value = negative (parse_factor (parser));
  else if (take (parser, "+"))
    value = parse_factor (parser);
  else if (take (parser, "("))
    value = parse_unit (parser, parse_power_of (parser, parse_parentheses (parser)));
  else if (nepho_quantity_reader_is_at_digit (&parser->reader))
    value = parse_unit (parser, parse_number (parser));
  else
    value = parse_leading_unit (parser);

  if (take (parser, "%") || take (parser, "％"))
    {
      value.value /= 100.0;
      parser->reader.form |= NEPHO_FORM_PERCENT;
    }
  parser->depth--;

  return value;
}

/* A sum or division that the whole text is; one in parentheses is a part. */
static void
note_sum (Parser *parser)
{
  if (parser->nested == 0)
    parser->reader.form |= NEPHO_FORM_SUM;
}

static NephoQuantity
parse_product (Parser *parser)
{
  NephoQuantity value = parse_factor (parser);

  while (!has_failed (parser))
    {
      const char *at = parser->reader.at;

      if (take (parser, "*") || take (parser, "×") || take (parser, "·"))
        {
          value = multiply (parser, value, parse_factor (parser), 1, at);
        }
      else if (take (parser, "/") || take (parser, "÷"))
        {
          NephoQuantity divisor = parse_factor (parser);

          note_sum (parser);
          if (!has_failed (parser) && divisor.value == 0.0)
            return fail (parser, _("division by zero at character %u"), place (parser, at));
          value = multiply (parser, value, divisor, -1, at);
        }
      else
        {
          break;
        }
    }

  return value;
}

/* "days", "a plain number": what stands on one side of a sum. */
static char *
name_of (const NephoQuantity *quantity)
{
  double value;
  g_autofree char *name = nepho_quantity_unit (quantity, NEPHO_UNIT_NAME_SHOWN, &value);

  return *name == '\0' ? g_strdup (_("a plain number")) : g_steal_pointer (&name);
}

static NephoQuantity
add (Parser *parser, NephoQuantity left, NephoQuantity right, double sign, const char *at)
{
  NephoDimension own = nepho_dimension_in_work (&left.dimension);
  NephoDimension other = nepho_dimension_in_work (&right.dimension);

  if (has_failed (parser))
    return nothing;

  note_sum (parser);
  if (!nepho_dimension_equal (&own, &other))
    {
      g_autofree char *to = name_of (&left);
      g_autofree char *what = name_of (&right);

      nepho_quantity_reader_fail (&parser->reader, NEPHO_BASE_ERROR_UNIT,
                                  sign > 0.0
                                    /* Translators: units: "days", "PFLOP/s" */
                                    ? _("cannot add %s to %s at character %u")
                                    : _("cannot subtract %s from %s at character %u"),
                                  what, to, place (parser, at));
      return nothing;
    }
  left.dimension = own;
  left.value = sign > 0.0 ? left.value + right.value : left.value - right.value;

  return left;
}

static NephoQuantity
parse_sum (Parser *parser)
{
  NephoQuantity value = parse_product (parser);

  while (!has_failed (parser))
    {
      const char *at;

      nepho_quantity_reader_skip (&parser->reader);
      at = parser->reader.at;
      if (take (parser, "+"))
        value = add (parser, value, parse_product (parser), 1.0, at);
      else if (take (parser, "-") || take (parser, "\u2212"))
        value = add (parser, value, parse_product (parser), -1.0, at);
      else
        break;
    }

  return value;
}

/**
 * nepho_quantity_parse:
 * @text: arithmetic with units: "3640 PF-days / 170 PFLOP/s", "35 %", "6 * 175bn parameters * 300bn tokens"
 * @quantity: (out): what it comes to
 * @form: (out) (optional): how it was written
 * @error: return location for an error
 *
 * Reads numbers in a spelling people use, words of size, units, + − * / ^, parentheses and per cent.
 * Only what is of one dimension is added. A stroke without spaces between two units belongs to the
 * unit: "2 CNY / 500 PFLOP/s" divides by a speed.
 *
 * Returns: %FALSE with %NEPHO_BASE_ERROR_SYNTAX where it cannot be read, %NEPHO_BASE_ERROR_UNIT where units
 *   do not go together; the message tells where
 */
gboolean
nepho_quantity_parse (const char *text, NephoQuantity *quantity, NephoQuantityForm *form, GError **error)
{
  Parser parser = { .reader = { .text = text, .at = text } };
  NephoQuantityReader *reader = &parser.reader;
  NephoQuantity result;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_SYNTAX, _("the text is not valid UTF-8"));
      return FALSE;
    }

  result = parse_sum (&parser);
  nepho_quantity_reader_skip (reader);
  if (reader->error == NULL && *reader->at != '\0')
    fail_unexpected (&parser);
  if (reader->error == NULL && !isfinite (result.value))
    fail (&parser, _("the result is too large for a number"));
  if (reader->error != NULL)
    {
      g_propagate_error (error, reader->error);
      return FALSE;
    }

  *quantity = result;
  if (form != NULL)
    *form = reader->form;

  return TRUE;
}
