/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-error.h"
#include "nepho-number.h"

#define MINUS "\u2212"

/**
 * nepho_quantity_unit:
 * @quantity: a quantity
 * @naming: in which words
 * @value: (out): its number in the unit that is returned
 *
 * Returns: (transfer full): the unit in which it is best read: "days", "CNY/(PFLOP/s)"; "" for a plain number
 */
char *
nepho_quantity_unit (const NephoQuantity *quantity, NephoUnitNaming naming, double *value)
{
  NephoDimension dimension = nepho_dimension_in_work (&quantity->dimension);
  const NephoQuantityUnit *unit = nepho_quantity_unit_find (&dimension, quantity->value);
  char *name;
  double size = 1.0;

  if (nepho_dimension_is_none (&dimension))
    name = g_strdup ("");
  else if (unit == NULL)
    name = nepho_quantity_unit_compose (&dimension, naming, &size);
  else
    {
      size = unit->size;
      name = g_strdup (nepho_quantity_unit_name (unit, FALSE, naming));
    }
  *value = size == 1.0 ? quantity->value : nepho_number_snap (quantity->value / size);

  return name;
}

/* @number and the unit: in front of it, behind it, or none. */
static char *
format (const NephoQuantity *quantity, char *(*write_number) (double value))
{
  NephoDimension dimension = nepho_dimension_in_work (&quantity->dimension);
  const NephoQuantityUnit *unit = nepho_quantity_unit_find (&dimension, quantity->value);
  double value;
  g_autofree char *name = nepho_quantity_unit (quantity, NEPHO_UNIT_NAME_SHOWN, &value);
  g_autofree char *number = write_number (value);

  if (unit != NULL && unit->prefix != NULL)
    return g_str_has_prefix (number, MINUS)
             ? g_strdup_printf (MINUS "%s%s", unit->prefix, number + strlen (MINUS))
             : g_strdup_printf ("%s%s", unit->prefix, number);
  if (*name == '\0' || *name == '/')
    return g_strconcat (number, name, NULL);
  if (unit != NULL && g_str_equal (number, "1"))
    return g_strdup_printf ("%s\u00a0%s", number, nepho_quantity_unit_name (unit, TRUE, NEPHO_UNIT_NAME_SHOWN));

  return g_strdup_printf ("%s\u00a0%s", number, name);
}

static char *
write_short (double value)
{
  return nepho_number_format (value, NEPHO_UNIT_NONE, NEPHO_NUMBER_SHORT);
}

/**
 * nepho_quantity_format:
 * @quantity: a quantity
 *
 * Returns: (transfer full): it for people to read, in the unit that suits its size, to three digits:
 *   "21.4 days", "¥404 mn", "4.04 mn CNY/(PFLOP/s)"
 */
char *
nepho_quantity_format (const NephoQuantity *quantity)
{
  return format (quantity, write_short);
}

/**
 * nepho_quantity_number:
 * @value: the answer of a calculator
 *
 * Returns: (transfer full): it to six digits: "174.72", "24 000"; larger ones as elsewhere: "4.04 mn"
 */
char *
nepho_quantity_number (double value)
{
  double magnitude = fabs (value);
  int decimals = 0;

  if (value != 0.0 && (magnitude >= 1e6 || magnitude < 1e-3))
    return write_short (value);

  for (int most = value == 0.0 ? 0 : 5 - (int) floor (log10 (magnitude)); decimals < most; decimals++)
    {
      double scaled = magnitude * pow (10.0, decimals);

      if (fabs (scaled - round (scaled)) <= 1e-6 * pow (10.0, decimals - most))
        break;
    }

  return nepho_number_format_decimals (value, decimals);
}

/**
 * nepho_quantity_answer:
 * @quantity: a quantity
 *
 * Returns: (transfer full): as nepho_quantity_format() does, with the digits that a calculator shows
 */
char *
nepho_quantity_answer (const NephoQuantity *quantity)
{
  return format (quantity, nepho_quantity_number);
}

/**
 * nepho_quantity_convert:
 * @quantity: a quantity
 * @unit: another, of which it is to be a multiple
 * @value: (out): how many times
 *
 * Returns: whether they are of one dimension and @unit is not 0
 */
gboolean
nepho_quantity_convert (const NephoQuantity *quantity, const NephoQuantity *unit, double *value)
{
  NephoDimension own = nepho_dimension_in_work (&quantity->dimension);
  NephoDimension other = nepho_dimension_in_work (&unit->dimension);

  if (!nepho_dimension_equal (&own, &other) || !isfinite (quantity->value / unit->value))
    return FALSE;

  *value = unit->value == 1.0 ? quantity->value : nepho_number_snap (quantity->value / unit->value);

  return TRUE;
}

/* Single things: a plain number of them is one of them. */
static gboolean
is_counted (NephoUnit unit)
{
  return unit == NEPHO_UNIT_PARAMETER || unit == NEPHO_UNIT_TOKEN || unit == NEPHO_UNIT_CENTRE
         || unit == NEPHO_UNIT_ACCELERATOR;
}

/* "a number of centres", "a number in days" */
static char *
describe_unit (NephoUnit unit)
{
  if (unit == NEPHO_UNIT_NONE || unit == NEPHO_UNIT_COUNT || unit == NEPHO_UNIT_RANK)
    return g_strdup (_("a plain number"));
  if (is_counted (unit))
    /* Translators: things that are counted: "centres" */
    return g_strdup_printf (_("a number of %s"), nepho_unit_name (unit));

  /* Translators: a unit: "days" */
  return g_strdup_printf (_("a number in %s"), nepho_unit_name (unit));
}

static void
set_misfit (const NephoQuantity *quantity, NephoUnit unit, GError **error)
{
  NephoDimension dimension = nepho_dimension_in_work (&quantity->dimension);
  g_autofree char *value = nepho_quantity_format (quantity);
  g_autofree char *asked = describe_unit (unit);

  /* Translators: "This is a time"; "21.4 days"; "a number of centres" */
  g_set_error (error, NEPHO_BASE_ERROR, NEPHO_BASE_ERROR_UNIT, _("%s (%s); %s is asked for"),
               nepho_dimension_sentence (&dimension), value, asked);
}

/**
 * nepho_quantity_in_unit:
 * @quantity: a quantity
 * @unit: a unit
 * @value: (out): its number in stored units
 * @error: return location for an error
 *
 * A quantity "for each" customer, accelerator or centre answers a question about one of them. A product
 * of parameters and tokens counts operations.
 *
 * Returns: %FALSE with %NEPHO_BASE_ERROR_UNIT and a sentence where it measures something else
 */
gboolean
nepho_quantity_in_unit (const NephoQuantity *quantity, NephoUnit unit, double *value, GError **error)
{
  double size;
  NephoDimension asked = nepho_dimension_of_unit (unit, &size);
  NephoDimension own = nepho_dimension_in_work (&quantity->dimension);

  own = nepho_dimension_of_all (&own, &asked);
  if (!nepho_dimension_equal (&own, &asked) && !(is_counted (unit) && nepho_dimension_is_none (&own)))
    {
      set_misfit (quantity, unit, error);
      return FALSE;
    }

  *value = size == 1.0 ? quantity->value : nepho_number_snap (quantity->value / size);

  return TRUE;
}
