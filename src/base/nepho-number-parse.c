/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-error.h"
#include "nepho-quantity.h"
#include "nepho-unit-word.h"

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

/* A text without the unit that it ends with. */
typedef struct
{
  char    *number;
  double   divisor;  /* brings the number to stored units; 0 where no unit told */
  gboolean measures; /* the unit is one that arithmetic knows, too: "days", not "%/yr" */
} Bare;

static void
bare_clear (Bare *bare)
{
  g_free (bare->number);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bare, bare_clear)

static gboolean
strip_unit_suffix (Bare *bare, const char *suffix, double divisor)
{
  NephoUnitWord word;

  if (!strip_suffix (bare->number, suffix))
    return FALSE;

  bare->divisor = divisor;
  bare->measures = nepho_unit_word_match (suffix, &word) > 0;

  return TRUE;
}

/* Takes the unit off, in the reader's words or in the file's, so that what is shown can be typed back.
 * "bn" is also a word of size; behind a number of CNY bn it means the unit, and 3.02 bn is 3.02. */
static Bare
strip_unit (const char *text, NephoUnit unit)
{
  NephoUnitDisplay display = nepho_unit_display (unit);
  double in_file = is_fraction (unit) ? display.factor : 1.0;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  Bare bare = { 0 };

  bare.number = g_strdup (*display.prefix != '\0' && g_str_has_prefix (stripped, display.prefix)
                            ? stripped + strlen (display.prefix)
                            : stripped);
  if (!strip_unit_suffix (&bare, display.suffix, display.factor)
      && !(display.one != NULL && strip_unit_suffix (&bare, display.one, display.factor))
      && !strip_unit_suffix (&bare, nepho_unit_suffix_in_english (unit), in_file))
    strip_unit_suffix (&bare, nepho_unit_id (unit), in_file);

  return bare;
}

/* Arithmetic without units. */
static gboolean
read_plain (const char *text, double *value, NephoQuantityForm *form)
{
  NephoQuantity quantity;

  if (!nepho_quantity_parse (text, &quantity, form, NULL) || (*form & NEPHO_FORM_UNITS) != 0)
    return FALSE;

  *value = quantity.value;

  return TRUE;
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
  NephoQuantityForm form;

  if (money_size (unit) == 1.0
      || !read_plain (g_str_has_prefix (stripped, prefix) ? stripped + strlen (prefix) : stripped, value, &form)
      || (form & NEPHO_FORM_SIZED) == 0 || (form & NEPHO_FORM_PERCENT) != 0)
    return FALSE;

  *value = nepho_number_snap (*value / money_size (unit));

  return TRUE;
}

/* A number that names no unit, or just the one that is asked for: taken in that one. */
static gboolean
take_plain (const char *text, NephoUnit unit, double number, NephoQuantityForm form, double divisor, double *value,
            GError **error)
{
  double factor = nepho_unit_display (unit).factor;

  if ((form & NEPHO_FORM_PERCENT) != 0 && !is_fraction (unit))
    {
      g_set_error (error, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_UNIT,
                   _("“%s” is a percentage; expected a number in %s"), text, nepho_unit_name (unit));
      return FALSE;
    }

  if ((form & NEPHO_FORM_PERCENT) == 0)
    number /= divisor;
  *value = divisor == 1.0 && factor == 1.0 ? number : nepho_number_snap (number);

  return TRUE;
}

/* A quantity with units of its own: it must measure what is asked for. */
static gboolean
take_quantity (const char *text, NephoUnit unit, double *value, GError **error)
{
  NephoQuantity quantity;
  NephoQuantityForm form;
  g_autoptr (GError) fault = NULL;

  if (nepho_quantity_parse (text, &quantity, &form, &fault))
    {
      if ((form & NEPHO_FORM_NUMBERS) != 0)
        return nepho_quantity_in_unit (&quantity, unit, value, error);
      g_set_error (&fault, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_SYNTAX, _("a unit alone"));
    }

  if (fault->code == NEPHO_BASE_ERROR_UNIT)
    /* Translators: what was typed, what is wrong with it */
    g_set_error (error, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_UNIT, _("“%s”: %s"), text, fault->message);
  else
    g_set_error (error, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_SYNTAX,
                 /* Translators: what was typed, what is wrong with it */
                 _("“%s” is not a number: %s; expected something like 35%%, 3.02bn, 2 * 1.5 or 500 PFLOP/s * 2 days"),
                 text, fault->message);

  return FALSE;
}

static gboolean
parse (const char *text, NephoUnit unit, gboolean shown, double *value, GError **error)
{
  double usual = shown ? nepho_unit_display (unit).factor : 1.0;
  g_auto (Bare) bare = { 0 };
  NephoQuantityForm form;
  double number = 0.0;
  gboolean plain;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_SYNTAX,
                           _("The number is not valid UTF-8 text"));
      return FALSE;
    }

  bare = strip_unit (text, unit);
  plain = read_plain (bare.number, &number, &form);
  if ((!plain || (form & NEPHO_FORM_SIZED) != 0) && parse_sized_money (text, unit, value))
    return TRUE;

  /* "10 / 2 days" is five a day, and not five days. */
  if (plain && !(bare.measures && (form & NEPHO_FORM_SUM) != 0))
    return take_plain (text, unit, number, form, bare.divisor != 0.0 ? bare.divisor : usual, value, error);

  return take_quantity (text, unit, value, error);
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
 * multiply, except where they are the unit itself. What has units of its own, as nepho_quantity_parse()
 * reads them, is converted: "3640 PF-days / 170 PFLOP/s" is 21.4 days, and refused where a number of
 * centres is asked for.
 *
 * Returns: %FALSE with %NEPHO_BASE_ERROR_SYNTAX where it is no number, %NEPHO_BASE_ERROR_UNIT where
 * it measures something else, or a per-cent sign stands at a quantity that is no fraction
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
