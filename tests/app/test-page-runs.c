/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-page-runs.h"

#include "nepho-dataset-io.h"

/* The bundled market looked four quarters ahead. */
typedef struct
{
  NephoDataset      *dataset;
  NephoParameterSet *set;
  double            *values;
  NephoResults      *results;
  NephoFigureContext context;
  NephoPageRuns     *runs;
  guint              n_ready;
} Fixture;

static void
ready_cb (Fixture *fixture)
{
  fixture->n_ready++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoMarket) market = NULL;

  fixture->dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);
  fixture->set = nepho_parameter_set_new (fixture->dataset);
  fixture->values = nepho_parameter_set_defaults (fixture->set);
  fixture->results = nepho_results_new ();
  market = nepho_market_new (fixture->set);
  nepho_market_run (market, fixture->values, 4, fixture->results);
  nepho_figure_context_init (&fixture->context, fixture->set, fixture->values, fixture->values, fixture->results, NULL);
  fixture->context.segment = 0;
  fixture->runs = nepho_page_runs_new ();
  g_signal_connect_swapped (fixture->runs, "ready", G_CALLBACK (ready_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->runs);
  nepho_results_free (fixture->results);
  g_free (fixture->values);
  nepho_parameter_set_unref (fixture->set);
  nepho_dataset_unref (fixture->dataset);
}

static guint
n_runs (const Fixture *fixture)
{
  return nepho_share_runs_n_runs (fixture->context.runs->shares);
}

static double
median_of (const NephoShareRuns *shares)
{
  static const double half = 0.5;
  double median;

  nepho_share_runs_quantiles (shares, 4, 0, &half, 1, &median);

  return median;
}

static void
wait_until_done (Fixture *fixture)
{
  while (nepho_page_runs_busy (fixture->runs))
    g_main_context_iteration (NULL, TRUE);
}

/* Some at once, all of them later, and the same as anybody else would get. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDraws) draws = nepho_draws_new (fixture->set, 1000, 1);
  NephoMonteCarloPlan plan = { .set = fixture->set, .assumptions = { fixture->values, NULL }, .draws = draws, .horizon = 4 };
  g_autoptr (NephoShareRuns) expected = nepho_share_runs_new (&plan, 0);

  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  g_assert_cmpuint (n_runs (fixture), ==, 256);
  g_assert_true (nepho_page_runs_busy (fixture->runs));
  wait_until_done (fixture);
  g_assert_cmpuint (fixture->n_ready, ==, 1);
  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  g_assert_cmpuint (n_runs (fixture), ==, 1000);
  g_assert_false (nepho_page_runs_busy (fixture->runs));
  g_assert_cmpfloat (median_of (fixture->context.runs->shares), ==, median_of (expected));
}

/* While a lever is dragged: runs of its very value each time, and no thread. */
static void
test_held (Fixture *fixture, gconstpointer data)
{
  guint sensitivity = (guint) nepho_parameter_set_find (fixture->set, "segment.iaas.ai_sensitivity");
  double before;

  fixture->context.hasty = TRUE;
  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  before = median_of (fixture->context.runs->shares);
  fixture->values[sensitivity] *= 2.0;
  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  g_assert_cmpuint (n_runs (fixture), ==, 256);
  g_assert_cmpfloat (median_of (fixture->context.runs->shares), !=, before);
  g_assert_false (nepho_page_runs_busy (fixture->runs));

  /* Back again: the same numbers are drawn. */
  fixture->values[sensitivity] /= 2.0;
  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  g_assert_cmpfloat (median_of (fixture->context.runs->shares), ==, before);
}

/* What a thread was asked before something changed is never shown. */
static void
test_outdated (Fixture *fixture, gconstpointer data)
{
  guint sensitivity = (guint) nepho_parameter_set_find (fixture->set, "segment.iaas.ai_sensitivity");
  double few;

  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  fixture->values[sensitivity] *= 2.0;
  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  few = median_of (fixture->context.runs->shares);
  wait_until_done (fixture);
  g_assert_cmpuint (n_runs (fixture), ==, 256);
  g_assert_cmpfloat (median_of (fixture->context.runs->shares), ==, few);

  /* Whoever is told that the thread is done asks again. */
  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  wait_until_done (fixture);
  g_assert_cmpuint (n_runs (fixture), ==, 1000);
}

/* Another seed, number of runs or segment are other runs. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  double before;

  fixture->context.n_runs = 100;
  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  g_assert_cmpuint (n_runs (fixture), ==, 100);
  g_assert_false (nepho_page_runs_busy (fixture->runs));
  before = median_of (fixture->context.runs->shares);
  fixture->context.seed = 2;
  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  g_assert_cmpfloat (median_of (fixture->context.runs->shares), !=, before);
  fixture->context.segment = 1;
  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  g_assert_true (nepho_share_runs_fit (fixture->context.runs->shares, 1, 5, fixture->dataset->vendors->len));
  fixture->context.n_runs = 50;
  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  g_assert_cmpuint (n_runs (fixture), ==, 50);
}

/* Whoever lets go while a thread is at work waits for it: tear_down() is the test. */
static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  fixture->context.n_runs = 10000;
  nepho_page_runs_prepare (fixture->runs, &fixture->context);
  g_assert_true (nepho_page_runs_busy (fixture->runs));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/page-runs/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/app/page-runs/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/app/page-runs/outdated", Fixture, NULL, set_up, test_outdated, tear_down);
  g_test_add ("/app/page-runs/choices", Fixture, NULL, set_up, test_choices, tear_down);
  g_test_add ("/app/page-runs/let-go", Fixture, NULL, set_up, test_let_go, tear_down);

  return g_test_run ();
}
