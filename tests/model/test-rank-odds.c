/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-rank-odds.h"

/* Three contestants in four runs, outcome by outcome. */
static NephoMonteCarlo *
make (const double samples[3][4])
{
  NephoMonteCarlo *runs = g_new0 (NephoMonteCarlo, 1);

  runs->n_runs = 4;
  runs->n_outcomes = 3;
  runs->samples = g_memdup2 (samples, 12 * sizeof (double));

  return runs;
}

static const guint all[] = { 0, 1, 2 };

static void
test_count (void)
{
  const double samples[3][4] = { { 5.0, 5.0, 5.0, 1.0 }, { 3.0, 6.0, 4.0, 2.0 }, { 4.0, 4.0, 3.0, 3.0 } };
  const double expected[] = { 0.5, 0.25, 0.25, 0.25, 0.5, 0.25, 0.25, 0.25, 0.5 };
  g_autoptr (NephoMonteCarlo) runs = make (samples);
  double odds[9];

  nepho_rank_odds (runs, all, 3, odds);
  for (guint k = 0; k < 9; k++)
    g_assert_cmpfloat (odds[k], ==, expected[k]);
}

/* Who is level has half of each place; binary rounding wins none. */
static void
test_level (void)
{
  const double samples[3][4] = { { 2.0, 2.0, 2.0, 0.0 }, { 2.0, 2.0 + 1e-12, 1.0, 0.0 }, { 1.0, 1.0, 1.0, 0.0 } };
  const double third = 1.0 / 3.0;
  const double expected[] = { (0.5 + 0.5 + 1.0 + third) / 4.0,       (0.5 + 0.5 + third) / 4.0,       third / 4.0,
                              (0.5 + 0.5 + third) / 4.0,             (0.5 + 0.5 + 0.5 + third) / 4.0, (0.5 + third) / 4.0,
                              third / 4.0,                           (0.5 + third) / 4.0,
                              (1.0 + 1.0 + 0.5 + third) / 4.0 };
  g_autoptr (NephoMonteCarlo) runs = make (samples);
  double odds[9];

  nepho_rank_odds (runs, all, 3, odds);
  for (guint k = 0; k < 9; k++)
    g_assert_cmpfloat_with_epsilon (odds[k], expected[k], 1e-15);
}

/* Only some of the outcomes, and in another order. */
static void
test_some (void)
{
  const double samples[3][4] = { { 5.0, 5.0, 5.0, 1.0 }, { 3.0, 6.0, 4.0, 2.0 }, { 9.0, 9.0, 9.0, 9.0 } };
  const guint some[] = { 1, 0 };
  g_autoptr (NephoMonteCarlo) runs = make (samples);
  double odds[4];

  nepho_rank_odds (runs, some, 2, odds);
  g_assert_cmpfloat (odds[0], ==, 0.5);
  g_assert_cmpfloat (odds[1], ==, 0.5);
  g_assert_cmpfloat (odds[2], ==, 0.5);
  g_assert_cmpfloat (odds[3], ==, 0.5);
}

static void
test_quantile (void)
{
  const double odds[] = { 0.1, 0.4, 0.3, 0.2 };

  g_assert_cmpuint (nepho_rank_odds_quantile (odds, 4, 0.05), ==, 0);
  g_assert_cmpuint (nepho_rank_odds_quantile (odds, 4, 0.1), ==, 0);
  g_assert_cmpuint (nepho_rank_odds_quantile (odds, 4, 0.5), ==, 1);
  g_assert_cmpuint (nepho_rank_odds_quantile (odds, 4, 0.51), ==, 2);
  g_assert_cmpuint (nepho_rank_odds_quantile (odds, 4, 0.9), ==, 3);
  g_assert_cmpuint (nepho_rank_odds_quantile (odds, 4, 1.0), ==, 3);
  g_assert_cmpuint (nepho_rank_odds_quantile (odds, 1, 0.5), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/rank-odds/count", test_count);
  g_test_add_func ("/model/rank-odds/level", test_level);
  g_test_add_func ("/model/rank-odds/some", test_some);
  g_test_add_func ("/model/rank-odds/quantile", test_quantile);

  return g_test_run ();
}
