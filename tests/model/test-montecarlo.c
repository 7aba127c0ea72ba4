/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-montecarlo.h"

#include <math.h>
#include <string.h>

#include "nepho-distribution.h"
#include "nepho-sample.h"
#include "nepho-statistics.h"

#define N_RUNS 4000u

typedef struct
{
  NephoDataset      *dataset;
  NephoParameterSet *set;
  double            *values;
  NephoDraws        *draws;
} Fixture;

static void
fixture_init (Fixture *fixture, guint n_vendors, guint n_segments, guint n_runs)
{
  fixture->dataset = nepho_sample_dataset (n_vendors, n_segments);
  fixture->set = nepho_parameter_set_new (fixture->dataset);
  fixture->values = nepho_parameter_set_defaults (fixture->set);
  fixture->draws = nepho_draws_new (fixture->set, n_runs, 1);
}

static void
fixture_clear (Fixture *fixture)
{
  nepho_draws_free (fixture->draws);
  g_free (fixture->values);
  nepho_parameter_set_unref (fixture->set);
  nepho_dataset_unref (fixture->dataset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
hold_all_but (Fixture *fixture, const char *id)
{
  for (guint k = 0; k < fixture->draws->n_parameters; k++)
    if (g_strcmp0 (nepho_parameter_set_get (fixture->set, k)->id, id) != 0)
      nepho_draws_hold (fixture->draws, k);
}

static NephoMonteCarlo *
run (const Fixture *fixture, guint horizon, guint n_workers, const NephoOutcomeChoice *outcomes, guint n_outcomes)
{
  NephoMonteCarloPlan plan = { .set = fixture->set,
                               .assumptions = { fixture->values, NULL },
                               .draws = fixture->draws,
                               .horizon = horizon,
                               .n_workers = n_workers };

  return nepho_montecarlo_run (&plan, outcomes, n_outcomes);
}

/* At the start revenue is customers times contract value: with one of them uncertain its quantiles are known,
 * and the sample is one of each of N_RUNS equal pieces. */
static void
test_quantiles (void)
{
  static const double probabilities[] = { 0.05, 0.25, 0.5, 0.75, 0.95 };
  const NephoOutcomeChoice revenue = { NEPHO_OUTCOME_REVENUE, -1, 0, 0 };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (NephoMonteCarlo) runs = NULL;
  NephoDistribution customers;
  double contract;
  double quantiles[5];

  fixture_init (&fixture, 3, 1, N_RUNS);
  nepho_sample_set (fixture.set, fixture.values, "adoption.start", 0.0);
  hold_all_but (&fixture, "segment.x.customers");
  contract = fixture.values[nepho_parameter_set_index (fixture.set, "contract", -1, 0)];
  nepho_distribution_init (&customers, NEPHO_SHAPE_LOG_NORMAL, 500.0, 1000.0, 2000.0);
  g_assert_cmpfloat (fixture.values[nepho_parameter_set_index (fixture.set, "customers", -1, 0)], ==, 1000.0);

  runs = run (&fixture, 0, 0, &revenue, 1);
  g_assert_cmpuint (runs->n_uncertain, ==, 1);
  nepho_montecarlo_quantiles (runs, probabilities, 5, 0, quantiles);
  for (guint k = 0; k < 5; k++)
    {
      double expected = contract * nepho_distribution_quantile (&customers, probabilities[k]);

      g_assert_cmpfloat_with_epsilon (quantiles[k] / expected, 1.0, 3.0 / N_RUNS);
    }
}

/* With both uncertain the mean is the product of the means. Of exp X, X normal and cut off at two deviations
 * to each side, it is exp (m + s²/2) (Φ(2 − s) − Φ(−2 − s)) / (Φ(2) − Φ(−2)). */
static void
test_mean (void)
{
  const NephoOutcomeChoice revenue = { NEPHO_OUTCOME_REVENUE, -1, 0, 0 };
  double s = log (4.0) / 4.0;
  double factor = exp (s * s / 2.0) * (nepho_normal_cdf (2.0 - s) - nepho_normal_cdf (-2.0 - s))
                  / (nepho_normal_cdf (2.0) - nepho_normal_cdf (-2.0));
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (NephoMonteCarlo) runs = NULL;
  double sum = 0.0;

  fixture_init (&fixture, 3, 1, N_RUNS);
  nepho_sample_set (fixture.set, fixture.values, "adoption.start", 0.0);
  runs = run (&fixture, 0, 0, &revenue, 1);
  for (guint k = 0; k < N_RUNS; k++)
    sum += nepho_montecarlo_samples (runs, 0)[k];

  /* Of a sum a Latin hypercube hits the mean; what is left is the product's. */
  g_assert_cmpfloat_with_epsilon (sum / N_RUNS / (1000.0 * 0.1 * factor * factor), 1.0, 0.01);
}

/* Nothing uncertain: every run is the one run, bit for bit. */
static void
test_certain (void)
{
  NephoOutcomeChoice outcomes[12];
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (NephoMarket) market = NULL;
  g_autoptr (NephoResults) results = nepho_results_new ();
  g_autoptr (NephoMonteCarlo) runs = NULL;

  fixture_init (&fixture, 3, 2, 50);
  hold_all_but (&fixture, NULL);
  for (guint k = 0; k < 12; k++)
    outcomes[k] = (NephoOutcomeChoice) { k % NEPHO_N_OUTCOMES, (int) (k % 4) - 1, (int) (k % 3) - 1, 2 * k };
  market = nepho_market_new (fixture.set);
  nepho_market_run (market, fixture.values, 24, results);
  runs = run (&fixture, 24, 2, outcomes, 12);

  g_assert_cmpuint (runs->n_uncertain, ==, 0);
  for (guint k = 0; k < 12; k++)
    for (guint r = 0; r < 50; r++)
      g_assert_cmpfloat (nepho_montecarlo_samples (runs, k)[r], ==, nepho_outcome_of (results, &outcomes[k]));
}

static void
test_threads (void)
{
  NephoOutcomeChoice outcomes[6];
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (NephoMonteCarlo) alone = NULL;

  fixture_init (&fixture, 4, 2, 333);
  for (guint k = 0; k < 6; k++)
    outcomes[k] = (NephoOutcomeChoice) { k % NEPHO_N_OUTCOMES, (int) (k % 4), (int) (k % 2), 20 };
  alone = run (&fixture, 20, 1, outcomes, 6);
  for (guint n_workers = 2; n_workers <= 7; n_workers++)
    {
      g_autoptr (NephoMonteCarlo) runs = run (&fixture, 20, n_workers, outcomes, 6);

      g_assert_cmpmem (runs->samples, 6 * 333 * sizeof (double), alone->samples, 6 * 333 * sizeof (double));
    }
}

/* A lever moves: in each run everything else stays as it was drawn. Twice the contract is twice the revenue,
 * run by run, and not only in the mean. */
static void
test_common_numbers (void)
{
  const NephoOutcomeChoice revenue = { NEPHO_OUTCOME_REVENUE, 0, 0, 12 };
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (NephoMonteCarlo) before = NULL;
  g_autoptr (NephoMonteCarlo) after = NULL;
  guint contract;

  fixture_init (&fixture, 3, 1, 200);
  before = run (&fixture, 12, 0, &revenue, 1);
  contract = nepho_parameter_set_index (fixture.set, "contract", -1, 0);
  fixture.values[contract] *= 2.0;
  after = run (&fixture, 12, 0, &revenue, 1);
  for (guint r = 0; r < 200; r++)
    g_assert_cmpfloat_with_epsilon (after->samples[r] / before->samples[r], 2.0, 1e-9);
}

/* Shares sum to one in every run, though each is drawn by itself. */
static void
test_shares (void)
{
  NephoOutcomeChoice outcomes[4];
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (NephoMonteCarlo) runs = NULL;

  fixture_init (&fixture, 4, 1, 200);
  for (guint k = 0; k < 4; k++)
    outcomes[k] = (NephoOutcomeChoice) { NEPHO_OUTCOME_SHARE, (int) k, 0, 16 };
  runs = run (&fixture, 16, 0, outcomes, 4);
  for (guint r = 0; r < 200; r++)
    {
      double sum = 0.0;

      for (guint k = 0; k < 4; k++)
        sum += nepho_montecarlo_samples (runs, k)[r];
      g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-12);
    }
}

/* A share that is known stays what it is, however little is known of the others. */
static void
test_known_share (void)
{
  NephoOutcomeChoice outcomes[4];
  g_auto (Fixture) fixture = { 0 };
  g_autoptr (NephoMonteCarlo) runs = NULL;
  guint known;

  fixture_init (&fixture, 4, 1, 200);
  known = (guint) nepho_parameter_set_find (fixture.set, "vendor.d.share.x");
  nepho_draws_hold (fixture.draws, known);
  for (guint k = 0; k < 4; k++)
    outcomes[k] = (NephoOutcomeChoice) { NEPHO_OUTCOME_SHARE, (int) k, 0, 0 };
  runs = run (&fixture, 0, 0, outcomes, 4);
  for (guint r = 0; r < 200; r++)
    g_assert_cmpfloat_with_epsilon (nepho_montecarlo_samples (runs, 3)[r], 0.4, 1e-12);
  g_assert_cmpfloat (nepho_montecarlo_samples (runs, 0)[0], !=, nepho_montecarlo_samples (runs, 0)[1]);
}

static void
test_stop (void)
{
  const NephoOutcomeChoice revenue = { NEPHO_OUTCOME_REVENUE, 0, 0, 0 };
  const gint stop = 1;
  g_auto (Fixture) fixture = { 0 };
  NephoMonteCarloPlan plan = { .stop = &stop };

  fixture_init (&fixture, 3, 1, 200);
  plan.set = fixture.set;
  plan.assumptions.values = fixture.values;
  plan.draws = fixture.draws;
  g_assert_null (nepho_montecarlo_run (&plan, &revenue, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/montecarlo/quantiles", test_quantiles);
  g_test_add_func ("/model/montecarlo/mean", test_mean);
  g_test_add_func ("/model/montecarlo/certain", test_certain);
  g_test_add_func ("/model/montecarlo/threads", test_threads);
  g_test_add_func ("/model/montecarlo/common-numbers", test_common_numbers);
  g_test_add_func ("/model/montecarlo/shares", test_shares);
  g_test_add_func ("/model/montecarlo/known-share", test_known_share);
  g_test_add_func ("/model/montecarlo/stop", test_stop);

  return g_test_run ();
}
