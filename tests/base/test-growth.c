/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-growth.h"

#include <math.h>

#define TOLERANCE 1e-12

/* By hand: 100 to 121 in two years is 10 % a year, since 1.1 × 1.1 = 1.21; 80 to 10 in three years halves each year;
 * 2 to 2 stays; 1 to 16 in half of eight years doubles each year. */
static void
test_rates (void)
{
  static const struct
  {
    double from, to, years;
    double difference, part, yearly;
  } CASES[] = {
    { 100.0, 121.0, 2.0, 21.0, 0.21, 0.10 },  { 80.0, 10.0, 3.0, -70.0, -0.875, -0.5 },
    { 2.0, 2.0, 5.0, 0.0, 0.0, 0.0 },         { 1.0, 16.0, 4.0, 15.0, 15.0, 1.0 },
    { 0.346, 0.173, 1.0, -0.173, -0.5, -0.5 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      NephoGrowth growth = nepho_growth_between (CASES[i].from, CASES[i].to, CASES[i].years);

      g_assert_cmpfloat_with_epsilon (growth.difference, CASES[i].difference, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (growth.part, CASES[i].part, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (growth.yearly, CASES[i].yearly, TOLERANCE);
      g_assert_cmpint (growth.no_part, ==, NEPHO_GROWTH_TOLD);
      g_assert_cmpint (growth.no_yearly, ==, NEPHO_GROWTH_TOLD);
    }
}

/* A rate that does not exist is not told, and the reason is. */
static void
test_gaps (void)
{
  static const struct
  {
    double from, to, years;
    double difference;
    NephoGrowthGap no_part, no_yearly;
  } CASES[] = {
    { 0.0, 5.0, 2.0, 5.0, NEPHO_GROWTH_FROM_NOTHING, NEPHO_GROWTH_FROM_NOTHING },
    { -2.0, 1.0, 2.0, 3.0, NEPHO_GROWTH_FROM_BELOW, NEPHO_GROWTH_FROM_BELOW },
    { 4.0, -1.0, 2.0, -5.0, NEPHO_GROWTH_TO_BELOW, NEPHO_GROWTH_TO_BELOW },
    { 4.0, 0.0, 2.0, -4.0, NEPHO_GROWTH_TOLD, NEPHO_GROWTH_TO_NOTHING },
    { 4.0, 5.0, 0.75, 1.0, NEPHO_GROWTH_TOLD, NEPHO_GROWTH_TOO_SHORT },
    { 4.0, 5.0, 0.0, 1.0, NEPHO_GROWTH_TOLD, NEPHO_GROWTH_TOO_SHORT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      NephoGrowth growth = nepho_growth_between (CASES[i].from, CASES[i].to, CASES[i].years);

      g_assert_cmpfloat_with_epsilon (growth.difference, CASES[i].difference, TOLERANCE);
      g_assert_cmpint (growth.no_part, ==, CASES[i].no_part);
      g_assert_cmpint (growth.no_yearly, ==, CASES[i].no_yearly);
      g_assert_true (isnan (growth.part) == (CASES[i].no_part != NEPHO_GROWTH_TOLD));
      g_assert_true (isnan (growth.yearly));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/growth/rates", test_rates);
  g_test_add_func ("/growth/gaps", test_gaps);

  return g_test_run ();
}
