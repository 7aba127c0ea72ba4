/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"
#include "nepho-figure-runs.h"

#include <math.h>
#include <string.h>

/* Runs in which nothing is uncertain: of "a", "b" and "c" shares of 1, 2 and 3 sixths. */
static NephoShareRuns *
certain_runs (const NephoFixture *fixture)
{
  g_autoptr (NephoDraws) draws = nepho_draws_new (fixture->parameters, 10, 1);
  NephoMonteCarloPlan plan = { .set = fixture->parameters,
                               .assumptions = { fixture->values, NULL },
                               .draws = draws,
                               .horizon = fixture->results->n_quarters - 1 };

  for (guint k = 0; k < draws->n_parameters; k++)
    nepho_draws_hold (draws, k);

  return nepho_share_runs_new (&plan, 0);
}

static const NephoPlotSeries *
series_at (const NephoPlotFigure *figure, guint index)
{
  return g_ptr_array_index (figure->series, index);
}

static void
test_certain (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_auto (NephoRunsCache) cache = { 0 };

  nepho_fixture_init (&fixture, 3, 0);
  nepho_fixture_run (&fixture);
  cache.shares = certain_runs (&fixture);
  fixture.context.runs = &cache;
  nepho_fixture_title (&fixture, "share-fan", "Vendor C holds 50.0 % of Segment X in 2022Q2, whatever is uncertain");
  nepho_fixture_title (&fixture, "rank-intervals", "Vendor C leads in Segment X in 2022Q2 in 100 % of runs");
  nepho_fixture_title (&fixture, "rank-probability", "Vendor C leads in Segment X in 2022Q2 in 100 % of runs");
  fixture.context.vendor = 1;
  nepho_fixture_title (&fixture, "share-fan", "Vendor B holds 33.3 % of Segment X in 2022Q2, whatever is uncertain");
}

/* The bands lie in each other, the widest first, and the line is the median of the very runs. */
static void
test_fan (void)
{
  static const double half = 0.5;
  g_auto (NephoFixture) fixture = { 0 };
  g_auto (NephoRunsCache) cache = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  const NephoPlotSeries *median;

  nepho_fixture_init (&fixture, 3, 8);
  nepho_fixture_run (&fixture);
  fixture.context.runs = &cache;
  fixture.context.n_runs = 200;
  figure = nepho_fixture_build (&fixture, "share-fan");
  g_assert_nonnull (cache.shares);
  g_assert_cmpuint (nepho_share_runs_n_runs (cache.shares), ==, 200);
  median = series_at (figure, figure->series->len - 1);
  g_assert_cmpint (median->mark, ==, NEPHO_PLOT_MARK_LINE);

  for (guint k = 0; k < 3; k++)
    {
      const NephoPlotSeries *band = series_at (figure, k);
      const NephoPlotSeries *inner = k < 2 ? series_at (figure, k + 1) : NULL;

      g_assert_cmpint (band->mark, ==, NEPHO_PLOT_MARK_BAND);
      for (guint t = 0; t < 9; t++)
        {
          g_assert_cmpfloat (band->low->values[t], <=, inner != NULL ? inner->low->values[t] : median->y->values[t]);
          g_assert_cmpfloat (band->y->values[t], >=, inner != NULL ? inner->y->values[t] : median->y->values[t]);
        }
      g_assert_cmpfloat (band->y->values[8] - band->low->values[8], >, 0.0);
    }
  for (guint t = 0; t < 9; t++)
    {
      double expected;

      nepho_share_runs_quantiles (cache.shares, t, 2, &half, 1, &expected);
      g_assert_cmpfloat (median->y->values[t], ==, expected);
    }
  g_assert_nonnull (strstr (figure->note, "200 runs, seed 1"));
  g_assert_nonnull (strstr (figure->note, "assumptions"));
}

/* The best at the top, and nothing where something never happens. */
static void
test_cells (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_auto (NephoRunsCache) cache = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  nepho_fixture_init (&fixture, 3, 0);
  nepho_fixture_run (&fixture);
  cache.shares = certain_runs (&fixture);
  fixture.context.runs = &cache;
  figure = nepho_fixture_build (&fixture, "rank-probability");
  g_assert_cmpstr (figure->y.categories[0], ==, "Vendor C");
  g_assert_cmpstr (figure->y.categories[2], ==, "Vendor A");
  for (guint row = 0; row < 3; row++)
    for (guint rank = 0; rank < 3; rank++)
      {
        double cell = series_at (figure, 0)->y->values[3 * row + rank];

        if (row == rank)
          g_assert_cmpfloat (cell, ==, 1.0);
        else
          g_assert_true (isnan (cell));
      }
}

/* A plot a vendor, the likeliest leader first: a band, and a line that the other plots show too. */
static void
test_panels (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_auto (NephoRunsCache) cache = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  nepho_fixture_init (&fixture, 3, 4);
  nepho_fixture_run (&fixture);
  cache.shares = certain_runs (&fixture);
  fixture.context.runs = &cache;
  figure = nepho_fixture_build (&fixture, "rank-intervals");
  g_assert_cmpuint (figure->panels->len, ==, 3);
  g_assert_cmpuint (figure->series->len, ==, 6);
  g_assert_cmpstr (g_array_index (figure->panels, NephoPlotPanel, 0).label, ==, "Vendor C");
  g_assert_true (g_str_has_prefix (g_array_index (figure->panels, NephoPlotPanel, 0).value, "1st: 100"));
  g_assert_true (g_str_has_prefix (g_array_index (figure->panels, NephoPlotPanel, 2).value, "1st: 0"));
  for (guint k = 0; k < 6; k++)
    {
      g_assert_cmpuint (series_at (figure, k)->panel, ==, k / 2);
      g_assert_cmpint (series_at (figure, k)->everywhere, ==, k % 2);
      g_assert_cmpfloat (series_at (figure, k)->y->values[4], ==, k / 2 + 1);
    }
}

static void
test_odds (void)
{
  static const struct
  {
    double      odds;
    const char *words;
  } cases[] = {
    { 0.0, "0 %" }, { 0.001, "<1 %" }, { 0.009, "<1 %" }, { 0.014, "1 %" }, { 0.5, "50 %" }, { 0.986, "99 %" },
    { 0.9995, ">99 %" }, { 1.0, "100 %" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *words = nepho_words_odds (cases[k].odds);
      g_auto (GStrv) parts = g_strsplit (words, "\u00a0", -1);
      g_autofree char *plain = g_strjoinv (" ", parts);

      g_assert_cmpstr (plain, ==, cases[k].words);
    }
}

static void
choose_driver (NephoFixture *fixture, guint k, const char *id)
{
  fixture->context.drivers[k] = (guint) nepho_parameter_set_find (fixture->parameters, id) + 1;
}

/* At the start revenue is customers, 500 to 2000 around 1000, times contract value, 0.05 to 0.2 around 0.1. */
static void
test_two_drivers (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  const double *cells;

  nepho_fixture_init (&fixture, 3, 0);
  nepho_sample_set (fixture.parameters, fixture.values, "adoption.start", 0.0);
  nepho_fixture_run (&fixture);
  choose_driver (&fixture, 0, "segment.x.customers");
  choose_driver (&fixture, 1, "segment.x.contract");
  figure = nepho_fixture_build (&fixture, "two-drivers");
  cells = series_at (figure, 0)->y->values;
  g_assert_cmpuint (series_at (figure, 0)->y->n, ==, 21 * 21);
  g_assert_cmpfloat_with_epsilon (cells[0], 500.0 * 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (cells[20], 2000.0 * 0.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (cells[20 * 21], 500.0 * 0.05, 1e-9);
  g_assert_cmpfloat_with_epsilon (cells[20 * 21 + 20], 2000.0 * 0.05, 1e-9);
  /* The middle one, which is as it is set. */
  g_assert_cmpint (series_at (figure, 0)->framed, ==, 10 * 21 + 10);
  g_assert_cmpfloat_with_epsilon (cells[10 * 21 + 10], 100.0, 1e-9);
  g_assert_cmpstr (figure->x.title, ==, "Customers, Segment X (thousand customers)");
  nepho_fixture_title (&fixture, "two-drivers", "All vendors: two parameters take revenue from ¥25 bn to ¥400 bn a year");
}

/* A price war is a choice: from none at all to 40 % a year, wherever the scenario is. */
static void
test_choice (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  nepho_fixture_init (&fixture, 3, 8);
  nepho_sample_set (fixture.parameters, fixture.values, "price.war.intensity", 0.1);
  nepho_fixture_run (&fixture);
  choose_driver (&fixture, 0, "price.war.intensity");
  choose_driver (&fixture, 1, "price.follow");
  figure = nepho_fixture_build (&fixture, "two-drivers");
  g_assert_cmpstr (figure->x.categories[0], ==, "0.0");
  g_assert_cmpstr (figure->x.categories[5], ==, "10.0");
  g_assert_cmpstr (figure->x.categories[20], ==, "40.0");
  g_assert_cmpint (series_at (figure, 0)->framed % 21, ==, 5);
}

/* Without a choice the two strongest of different kinds; one parameter twice is no map. */
static void
test_drivers (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) strongest = NULL;
  g_autoptr (NephoPlotFigure) twice = NULL;

  nepho_fixture_init (&fixture, 3, 8);
  nepho_fixture_run (&fixture);
  fixture.context.outcome = NEPHO_OUTCOME_SHARE;
  strongest = nepho_fixture_build (&fixture, "two-drivers");
  g_assert_null (strongest->empty);
  g_assert_cmpstr (strongest->x.title, !=, strongest->y.title);
  choose_driver (&fixture, 0, "price.follow");
  choose_driver (&fixture, 1, "price.follow");
  twice = nepho_fixture_build (&fixture, "two-drivers");
  g_assert_cmpstr (twice->empty, ==, "There are no two parameters with a range");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/runs/certain", test_certain);
  g_test_add_func ("/figures/runs/fan", test_fan);
  g_test_add_func ("/figures/runs/cells", test_cells);
  g_test_add_func ("/figures/runs/panels", test_panels);
  g_test_add_func ("/figures/runs/odds", test_odds);
  g_test_add_func ("/figures/runs/two-drivers", test_two_drivers);
  g_test_add_func ("/figures/runs/choice", test_choice);
  g_test_add_func ("/figures/runs/drivers", test_drivers);

  return g_test_run ();
}
