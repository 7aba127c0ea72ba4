/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-bands.h"

#include "nepho-sample.h"

#define N_VENDORS 4u
#define N_SEGMENTS 2u

static NephoBands *
bands_of (guint n_runs, guint horizon, int unranked, gsize most_samples)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (N_VENDORS, N_SEGMENTS);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autoptr (NephoDraws) draws = nepho_draws_new (set, n_runs, 3);
  NephoMonteCarloPlan plan = { .set = set, .assumptions = { values, NULL }, .draws = draws, .horizon = horizon };

  return nepho_bands_new (&plan, unranked, most_samples);
}

static gsize
cell (guint t, guint i, guint s)
{
  return (t * N_VENDORS + i) * N_SEGMENTS + s;
}

/* Against one question asked by itself. */
static void
test_one (void)
{
  g_autoptr (NephoBands) bands = bands_of (200, 9, -1, NEPHO_USUAL_SAMPLES);
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (N_VENDORS, N_SEGMENTS);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autoptr (NephoDraws) draws = nepho_draws_new (set, 200, 3);
  const NephoOutcomeChoice outcomes[] = { { NEPHO_OUTCOME_SHARE, 2, 1, 7 }, { NEPHO_OUTCOME_REVENUE, 1, 0, 9 } };
  NephoMonteCarloPlan plan = { .set = set, .assumptions = { values, NULL }, .draws = draws, .horizon = 9 };
  g_autoptr (NephoMonteCarlo) runs = nepho_montecarlo_run (&plan, outcomes, 2);
  double quantiles[2 * NEPHO_N_BANDS];

  nepho_montecarlo_quantiles (runs, nepho_band_probabilities, NEPHO_N_BANDS, 1, quantiles);
  for (guint p = 0; p < NEPHO_N_BANDS; p++)
    {
      g_assert_cmpfloat (bands->share[p][cell (7, 2, 1)], ==, quantiles[p]);
      /* a quarter of a yearly rate */
      g_assert_cmpfloat (bands->revenue[p][cell (9, 1, 0)], ==, quantiles[NEPHO_N_BANDS + p] / 4.0);
    }
}

/* The same whether all quarters are asked together or some at a time: 16 numbers a quarter in 100 runs, so
 * 4000 samples are two quarters, and one is the least. */
static void
test_turns (void)
{
  static const gsize most[] = { 4000, 5000, 1 };
  g_autoptr (NephoBands) together = bands_of (100, 10, -1, NEPHO_USUAL_SAMPLES);
  gsize n = cell (11, 0, 0);

  for (guint k = 0; k < G_N_ELEMENTS (most); k++)
    {
      g_autoptr (NephoBands) in_turns = bands_of (100, 10, -1, most[k]);

      g_assert_cmpuint (in_turns->n_quarters, ==, 11);
      for (guint p = 0; p < NEPHO_N_BANDS; p++)
        {
          g_assert_cmpmem (in_turns->share[p], n * sizeof (double), together->share[p], n * sizeof (double));
          g_assert_cmpmem (in_turns->revenue[p], n * sizeof (double), together->revenue[p], n * sizeof (double));
        }
      g_assert_cmpmem (in_turns->rank_probability, n * N_VENDORS * sizeof (double), together->rank_probability,
                       n * N_VENDORS * sizeof (double));
    }
}

/* Vendors of 1 to 4 tenths are in that order at the start; whoever has no rank is the last. */
static void
test_ranks (void)
{
  g_autoptr (NephoBands) all = bands_of (20, 0, -1, NEPHO_USUAL_SAMPLES);
  g_autoptr (NephoBands) but_one = bands_of (20, 0, 3, NEPHO_USUAL_SAMPLES);

  for (guint s = 0; s < N_SEGMENTS; s++)
    {
      g_assert_cmpfloat (all->rank_probability[cell (0, 3, s) * N_VENDORS], >, 0.5);
      g_assert_cmpfloat (but_one->rank_probability[cell (0, 3, s) * N_VENDORS + 3], ==, 1.0);
      g_assert_cmpfloat (but_one->rank_probability[cell (0, 0, s) * N_VENDORS + 3], ==, 0.0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/bands/one", test_one);
  g_test_add_func ("/model/bands/turns", test_turns);
  g_test_add_func ("/model/bands/ranks", test_ranks);

  return g_test_run ();
}
