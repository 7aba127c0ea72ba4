/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dimension.h"

#include <string.h>

/* More than any formula needs, and no sum of two overflows. */
#define MOST_POWER 24

#define SECONDS_PER_DAY 86400.0
#define SECONDS_PER_YEAR (365.0 * SECONDS_PER_DAY)
#define FLOP_PER_PF_DAY (1e15 * SECONDS_PER_DAY)
#define JOULES_PER_KWH 3.6e6

/* The dimension of a unit and how much of the base units its stored number 1 is. */
typedef struct
{
  double         size;
  NephoDimension dimension;
} UnitDimension;

#define IN(base) .power[NEPHO_BASE_##base]

static const UnitDimension units[NEPHO_N_UNITS] = {
  [NEPHO_UNIT_NONE] = { 1.0, { { 0 } } },
  [NEPHO_UNIT_COUNT] = { 1.0, { { 0 } } },
  [NEPHO_UNIT_RANK] = { 1.0, { { 0 } } },
  [NEPHO_UNIT_FRACTION] = { 1.0, { { 0 } } },
  [NEPHO_UNIT_POINTS] = { 1.0, { { 0 } } },
  [NEPHO_UNIT_FRACTION_PER_YEAR] = { 1.0 / SECONDS_PER_YEAR, { IN (TIME) = -1 } },
  [NEPHO_UNIT_PER_YEAR] = { 1.0 / SECONDS_PER_YEAR, { IN (TIME) = -1 } },
  /* A factor a year: twice a year is not once in half a year. */
  [NEPHO_UNIT_TIMES_PER_YEAR] = { 1.0, { { 0 } } },
  [NEPHO_UNIT_YEAR] = { SECONDS_PER_YEAR, { IN (TIME) = 1 } },
  [NEPHO_UNIT_QUARTER] = { SECONDS_PER_YEAR / 4.0, { IN (TIME) = 1 } },
  [NEPHO_UNIT_DAY] = { SECONDS_PER_DAY, { IN (TIME) = 1 } },
  [NEPHO_UNIT_HOUR] = { 3600.0, { IN (TIME) = 1 } },
  [NEPHO_UNIT_THOUSAND_CUSTOMERS] = { 1e3, { IN (CUSTOMER) = 1 } },
  [NEPHO_UNIT_YUAN_MILLION_PER_YEAR] = { 1e6 / SECONDS_PER_YEAR, { IN (CNY) = 1, IN (TIME) = -1 } },
  [NEPHO_UNIT_YUAN] = { 1.0, { IN (CNY) = 1 } },
  [NEPHO_UNIT_YUAN_BILLION] = { 1e9, { IN (CNY) = 1 } },
  [NEPHO_UNIT_YUAN_PER_HOUR] = { 1.0 / 3600.0, { IN (CNY) = 1, IN (TIME) = -1 } },
  [NEPHO_UNIT_USD_MILLION_PER_YEAR] = { 1e6 / SECONDS_PER_YEAR, { IN (USD) = 1, IN (TIME) = -1 } },
  [NEPHO_UNIT_USD] = { 1.0, { IN (USD) = 1 } },
  [NEPHO_UNIT_USD_BILLION] = { 1e9, { IN (USD) = 1 } },
  [NEPHO_UNIT_USD_PER_HOUR] = { 1.0 / 3600.0, { IN (USD) = 1, IN (TIME) = -1 } },
  [NEPHO_UNIT_FLOP] = { 1.0, { IN (FLOP) = 1 } },
  [NEPHO_UNIT_FLOP_PER_SECOND] = { 1.0, { IN (FLOP) = 1, IN (TIME) = -1 } },
  [NEPHO_UNIT_PFLOP_PER_SECOND] = { 1e15, { IN (FLOP) = 1, IN (TIME) = -1 } },
  [NEPHO_UNIT_PF_DAY] = { FLOP_PER_PF_DAY, { IN (FLOP) = 1 } },
  [NEPHO_UNIT_PARAMETER] = { 1.0, { IN (PARAMETER) = 1 } },
  [NEPHO_UNIT_TOKEN] = { 1.0, { IN (TOKEN) = 1 } },
  [NEPHO_UNIT_TOKEN_PER_DAY] = { 1.0 / SECONDS_PER_DAY, { IN (TOKEN) = 1, IN (TIME) = -1 } },
  [NEPHO_UNIT_GIGABYTE] = { 1e9, { IN (INFORMATION) = 1 } },
  [NEPHO_UNIT_WATT] = { 1.0, { IN (ENERGY) = 1, IN (TIME) = -1 } },
  [NEPHO_UNIT_GIGAWATT_HOUR] = { 1e6 * JOULES_PER_KWH, { IN (ENERGY) = 1 } },
  [NEPHO_UNIT_KILOTONNE] = { 1e6, { IN (MASS) = 1 } },
  [NEPHO_UNIT_KILOGRAM_PER_KWH] = { 1.0 / JOULES_PER_KWH, { IN (MASS) = 1, IN (ENERGY) = -1 } },
  [NEPHO_UNIT_CENTRE] = { 1.0, { IN (CENTRE) = 1 } },
  [NEPHO_UNIT_ACCELERATOR] = { 1.0, { IN (ACCELERATOR) = 1 } },
};

/**
 * nepho_dimension_is_none:
 * @self: a dimension
 *
 * Returns: whether it is that of a plain number
 */
gboolean
nepho_dimension_is_none (const NephoDimension *self)
{
  static const NephoDimension none;

  return nepho_dimension_equal (self, &none);
}

gboolean
nepho_dimension_equal (const NephoDimension *a, const NephoDimension *b)
{
  return memcmp (a->power, b->power, sizeof a->power) == 0;
}

/**
 * nepho_dimension_multiply:
 * @a: a dimension
 * @b: another
 * @power: how often @b is a factor; negative: a divisor
 * @product: (out): @a times @b to that power
 *
 * Returns: %FALSE where some power is higher than any formula needs; @product is then as it was
 */
gboolean
nepho_dimension_multiply (const NephoDimension *a, const NephoDimension *b, int power, NephoDimension *product)
{
  NephoDimension result;

  if (ABS (power) > MOST_POWER)
    return nepho_dimension_is_none (b) ? (*product = *a, TRUE) : FALSE;

  for (NephoBase base = 0; base < NEPHO_N_BASES; base++)
    {
      int sum = a->power[base] + power * b->power[base];

      if (ABS (sum) > MOST_POWER)
        return FALSE;
      result.power[base] = (gint8) sum;
    }
  *product = result;

  return TRUE;
}

/**
 * nepho_dimension_in_work:
 * @self: a dimension
 *
 * Training takes a number of operations for each parameter and token: C = 6 N D (Kaplan et al. 2020,
 * arXiv:2001.08361). A product of parameters and tokens counts operations, therefore.
 *
 * Returns: @self with each parameter times token as one operation
 */
NephoDimension
nepho_dimension_in_work (const NephoDimension *self)
{
  NephoDimension result = *self;
  gint8 *parameters = &result.power[NEPHO_BASE_PARAMETER];
  gint8 *tokens = &result.power[NEPHO_BASE_TOKEN];

  if (*parameters != *tokens)
    return result;

  result.power[NEPHO_BASE_FLOP] = (gint8) (result.power[NEPHO_BASE_FLOP] + *parameters);
  *parameters = 0;
  *tokens = 0;

  return result;
}

/**
 * nepho_dimension_of_all:
 * @self: a dimension
 * @asked: the dimension that is asked for
 *
 * "3 bn CNY/centre" answers what a centre costs. Things that are counted need not be named in a question
 * that is about each of them.
 *
 * Returns: @self without "for each customer, accelerator or centre", where @asked does not speak of them
 */
NephoDimension
nepho_dimension_of_all (const NephoDimension *self, const NephoDimension *asked)
{
  static const NephoBase counted[] = { NEPHO_BASE_CUSTOMER, NEPHO_BASE_ACCELERATOR, NEPHO_BASE_CENTRE };
  NephoDimension result = *self;

  for (gsize i = 0; i < G_N_ELEMENTS (counted); i++)
    if (result.power[counted[i]] == -1 && asked->power[counted[i]] == 0)
      result.power[counted[i]] = 0;

  return result;
}

/**
 * nepho_dimension_of_unit:
 * @unit: a unit
 * @size: (out) (optional): how much of the base units its stored number 1 is
 *
 * A year is 365 days and a quarter a fourth of it, as the costing of training runs counts.
 *
 * Returns: its dimension
 */
NephoDimension
nepho_dimension_of_unit (NephoUnit unit, double *size)
{
  if (size != NULL)
    *size = units[unit].size;

  return units[unit].dimension;
}
