/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The unit in which a quantity is stored. What the reader sees may be scaled: see
 * nepho_unit_display(). */
typedef enum
{
  NEPHO_UNIT_NONE,              /* a plain ratio or index */
  NEPHO_UNIT_COUNT,             /* things counted */
  NEPHO_UNIT_RANK,              /* 1, 2, 3 ... */
  NEPHO_UNIT_FRACTION,          /* 0.346, shown as 34.6 % */
  NEPHO_UNIT_POINTS,            /* difference of two fractions, shown as percentage points */
  NEPHO_UNIT_FRACTION_PER_YEAR, /* growth or decline, shown as % a year */
  NEPHO_UNIT_PER_YEAR,          /* a rate, 1/yr */
  NEPHO_UNIT_TIMES_PER_YEAR,    /* a factor a year, x/yr */
  NEPHO_UNIT_YEAR,
  NEPHO_UNIT_QUARTER,
  NEPHO_UNIT_DAY,
  NEPHO_UNIT_HOUR,
  NEPHO_UNIT_THOUSAND_CUSTOMERS,
  NEPHO_UNIT_YUAN_MILLION_PER_YEAR, /* contract value, CNY million a year a customer */
  NEPHO_UNIT_YUAN,
  NEPHO_UNIT_YUAN_BILLION,
  NEPHO_UNIT_YUAN_PER_HOUR,
  NEPHO_UNIT_USD_MILLION_PER_YEAR,
  NEPHO_UNIT_USD,
  NEPHO_UNIT_USD_BILLION,
  NEPHO_UNIT_USD_PER_HOUR,
  NEPHO_UNIT_FLOP,
  NEPHO_UNIT_FLOP_PER_SECOND,
  NEPHO_UNIT_PFLOP_PER_SECOND,
  NEPHO_UNIT_PF_DAY,
  NEPHO_UNIT_PARAMETER,
  NEPHO_UNIT_TOKEN,
  NEPHO_UNIT_TOKEN_PER_DAY,
  NEPHO_UNIT_GIGABYTE,
  NEPHO_UNIT_WATT,
  NEPHO_UNIT_GIGAWATT_HOUR,
  NEPHO_UNIT_KILOTONNE,
  NEPHO_UNIT_KILOGRAM_PER_KWH,
  NEPHO_UNIT_CENTRE,
  NEPHO_UNIT_ACCELERATOR,
  NEPHO_N_UNITS
} NephoUnit;

/* The money that a unit counts in. */
typedef enum
{
  NEPHO_MONEY_NONE, /* the unit counts something else */
  NEPHO_MONEY_CNY,
  NEPHO_MONEY_USD,
} NephoMoney;

/* How a stored number is shown: shown = stored * factor, followed by the suffix. */
typedef struct
{
  double      factor;
  const char *prefix; /* such as "¥", or "" */
  const char *suffix; /* such as "%", or "" */
  int         decimals; /* usual number of decimals, or -1 for three significant digits */
  const char *one;    /* the suffix after 1, where it is another; or NULL */
} NephoUnitDisplay;

const char      *nepho_unit_id        (NephoUnit    unit);
gboolean         nepho_unit_from_id   (const char  *id,
                                       NephoUnit   *unit);
NephoUnitDisplay nepho_unit_display   (NephoUnit    unit);
const char      *nepho_unit_name      (NephoUnit    unit);
const char      *nepho_unit_suffix_in_english (NephoUnit unit);
NephoMoney       nepho_unit_money     (NephoUnit    unit);
NephoUnit        nepho_unit_in_money  (NephoUnit    unit,
                                       NephoMoney   money);

G_END_DECLS
