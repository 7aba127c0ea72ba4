/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-growth.h"

#include <math.h>

/* A quarter is a fourth of a year only to the last digit. */
#define YEAR_TOLERANCE 1e-6

/* Of something, nothing is a part; less than nothing is none. */
static NephoGrowthGap
find_gap (double from, double to)
{
  if (!(from > 0.0))
    return from < 0.0 ? NEPHO_GROWTH_FROM_BELOW : NEPHO_GROWTH_FROM_NOTHING;

  return to < 0.0 ? NEPHO_GROWTH_TO_BELOW : NEPHO_GROWTH_TOLD;
}

/**
 * nepho_growth_between:
 * @from: the first value, finite
 * @to: the last value, finite, in the same unit
 * @years: how many years lie between them; 0 where they are of one time
 *
 * The yearly rate is the compound one, (to / from)^(1 / years) − 1: what grows by it each year comes from the first
 * value to the last. It is told only where both are above zero and a year or more lies between them, for a rate of less
 * time would be a forecast.
 *
 * Returns: what lies between the two, and why a rate is missing
 */
NephoGrowth
nepho_growth_between (double from, double to, double years)
{
  NephoGrowth growth = { .difference = to - from, .part = NAN, .yearly = NAN };

  growth.no_part = find_gap (from, to);
  if (growth.no_part == NEPHO_GROWTH_TOLD)
    growth.part = (to - from) / from;

  growth.no_yearly = years < 1.0 - YEAR_TOLERANCE ? NEPHO_GROWTH_TOO_SHORT : growth.no_part;
  if (growth.no_yearly == NEPHO_GROWTH_TOLD && to == 0.0)
    growth.no_yearly = NEPHO_GROWTH_TO_NOTHING;
  if (growth.no_yearly == NEPHO_GROWTH_TOLD)
    growth.yearly = pow (to / from, 1.0 / years) - 1.0;

  return growth;
}
