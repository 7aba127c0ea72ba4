/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

#include <math.h>

#define HORIZON 2u
#define QUARTERS_A_YEAR 4.0

/* CNY bn a quarter of three vendors in three quarters; the third shrinks. */
static const double revenues[HORIZON + 1][3] = { { 2.0, 1.0, 1.0 }, { 3.0, 2.0, 1.0 }, { 3.0, 4.0, 0.5 } };

static void
fill (NephoFixture *fixture)
{
  nepho_fixture_init (fixture, 3, HORIZON);
  for (guint t = 0; t <= HORIZON; t++)
    for (guint i = 0; i < 3; i++)
      fixture->results->revenue[nepho_results_tis (fixture->results, t, i, 0)] = revenues[t][i];
}

static const NephoPlotSeries *
series_of (const NephoPlotFigure *figure, guint index)
{
  return g_ptr_array_index (figure->series, index);
}

static void
test_share (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  fill (&fixture);
  fixture.context.look.measure = NEPHO_MEASURE_SHARE;
  figure = nepho_fixture_build (&fixture, "revenue");

  g_assert_cmpint (figure->y.unit, ==, NEPHO_UNIT_FRACTION);
  g_assert_cmpuint (figure->series->len, ==, 3);
  for (guint t = 0; t <= HORIZON; t++)
    for (guint i = 0; i < 3; i++)
      {
        double whole = revenues[t][0] + revenues[t][1] + revenues[t][2];

        g_assert_cmpfloat_with_epsilon (series_of (figure, i)->y->values[t], revenues[t][i] / whole, 1e-15);
      }
  /* 4 of 7.5, after 1 of 4 */
  g_assert_cmpstr (figure->title, ==, "Vendor B has the largest part: 53.3\u00a0% by 2022Q4, 25.0\u00a0% in 2022Q2");
  g_assert_true (g_str_has_suffix (figure->subtitle, "; as per cent of the total"));
}

/* Areas fill the paper from 0 to 100 %, and the line of the whole would be their upper edge. */
static void
test_share_of_areas (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  fill (&fixture);
  fixture.context.look.measure = NEPHO_MEASURE_SHARE;
  figure = nepho_fixture_build (&fixture, "revenue-area");

  for (guint t = 0; t <= HORIZON; t++)
    {
      double sum = 0.0;

      for (guint i = 0; i < figure->series->len; i++)
        {
          g_assert_cmpint (series_of (figure, i)->mark, ==, NEPHO_PLOT_MARK_AREA);
          sum += series_of (figure, i)->y->values[t];
        }
      g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-15);
    }
}

static void
test_index (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  fill (&fixture);
  fixture.context.look.measure = NEPHO_MEASURE_INDEX;
  figure = nepho_fixture_build (&fixture, "revenue");

  g_assert_cmpint (figure->y.unit, ==, NEPHO_UNIT_NONE);
  for (guint t = 0; t <= HORIZON; t++)
    for (guint i = 0; i < 3; i++)
      g_assert_cmpfloat_with_epsilon (series_of (figure, i)->y->values[t], 100.0 * revenues[t][i] / revenues[0][i],
                                      1e-12);
  g_assert_cmpstr (figure->title, ==, "Vendor B grows most: to 400 by 2022Q4, from 100 in 2022Q2");
  g_assert_cmpstr (figure->summary, ==,
                   "Vendor B grows most: to 400 by 2022Q4, from 100 in 2022Q2. "
                   "Highest at the end is Vendor B, from 100 to 400; lowest is Vendor C, from 100 to 50.");
  g_assert_true (g_str_has_suffix (figure->subtitle, "; as an index, 2022Q2 = 100"));
}

/* Each title is true where others would not be. */
static void
test_index_titles (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  double *revenue;

  fill (&fixture);
  fixture.context.look.measure = NEPHO_MEASURE_INDEX;
  revenue = fixture.results->revenue;

  for (guint i = 0; i < 3; i++)
    revenue[nepho_results_tis (fixture.results, HORIZON, i, 0)] = revenues[0][i] * (0.5 + 0.1 * i);
  nepho_fixture_title (&fixture, "revenue", "All fall, Vendor C least: to 70 by 2022Q4, from 100 in 2022Q2");

  for (guint i = 0; i < 3; i++)
    revenue[nepho_results_tis (fixture.results, HORIZON, i, 0)] = revenues[0][i] * (i == 1 ? 1.0 : 0.9);
  nepho_fixture_title (&fixture, "revenue", "Nobody grows; Vendor B stays where it was in 2022Q2 until 2022Q4");
}

/* Who starts at nothing has no index, and nobody's is compared with it. */
static void
test_index_of_nothing (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  fill (&fixture);
  fixture.results->revenue[nepho_results_tis (fixture.results, 0, 1, 0)] = 0.0;
  fixture.context.look.measure = NEPHO_MEASURE_INDEX;
  figure = nepho_fixture_build (&fixture, "revenue");

  for (guint t = 0; t <= HORIZON; t++)
    g_assert_true (isnan (series_of (figure, 1)->y->values[t]));
  g_assert_cmpstr (figure->title, ==, "Vendor A grows most: to 150 by 2022Q4, from 100 in 2022Q2");
}

static void
test_logarithmic (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  fill (&fixture);
  fixture.context.look.logarithmic = TRUE;
  figure = nepho_fixture_build (&fixture, "revenue");

  g_assert_cmpint (figure->y.kind, ==, NEPHO_PLOT_SCALE_LOG);
  g_assert_false (figure->y.include_zero);
  g_assert_cmpfloat (series_of (figure, 0)->y->values[1], ==, QUARTERS_A_YEAR * revenues[1][0]);
  g_assert_true (g_str_has_suffix (figure->subtitle, "; logarithmic scale"));
}

/* A look that a figure does not have leaves it as it is, to the letter. */
static void
check_unfit (const char *figure, NephoMeasure measure)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) usual = NULL;
  g_autoptr (NephoPlotFigure) other = NULL;

  fill (&fixture);
  usual = nepho_fixture_build (&fixture, figure);
  fixture.context.look.measure = measure;
  other = nepho_fixture_build (&fixture, figure);
  g_assert_true (nepho_plot_figure_equal (usual, other));
}

static void
test_unfit (void)
{
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);
  guint n_unfit = 0;

  for (guint k = 0; k < n_specs; k++)
    for (guint m = 0; m < NEPHO_N_MEASURES; m++)
      if (!nepho_measure_fits (specs[k].id, (NephoMeasure) m))
        {
          check_unfit (specs[k].id, (NephoMeasure) m);
          n_unfit++;
        }
  g_assert_cmpuint (n_unfit, >, 0);
}

static void
test_ids (void)
{
  for (guint k = 0; k < NEPHO_N_MEASURES; k++)
    {
      NephoMeasure measure = NEPHO_N_MEASURES;

      g_assert_true (nepho_measure_from_id (nepho_measure_id ((NephoMeasure) k), &measure));
      g_assert_cmpuint (measure, ==, k);
    }
  g_assert_false (nepho_measure_from_id ("real", &(NephoMeasure) { 0 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measure/share", test_share);
  g_test_add_func ("/measure/share-of-areas", test_share_of_areas);
  g_test_add_func ("/measure/index", test_index);
  g_test_add_func ("/measure/index-titles", test_index_titles);
  g_test_add_func ("/measure/index-of-nothing", test_index_of_nothing);
  g_test_add_func ("/measure/logarithmic", test_logarithmic);
  g_test_add_func ("/measure/unfit", test_unfit);
  g_test_add_func ("/measure/ids", test_ids);

  return g_test_run ();
}
