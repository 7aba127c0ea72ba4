/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

#include <math.h>

static const NephoPlotSeries *
series_at (const NephoPlotFigure *figure, guint index)
{
  return g_ptr_array_index (figure->series, index);
}

/* CNY bn a quarter in the first quarter and in the last of two. */
static void
set_revenue (NephoFixture *fixture, guint vendor, double first, double last)
{
  fixture->results->revenue[nepho_results_tis (fixture->results, 0, vendor, 0)] = first;
  fixture->results->revenue[nepho_results_tis (fixture->results, 1, vendor, 0)] = last;
}

static void
test_growth (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  nepho_fixture_init (&fixture, 3, 1);
  set_revenue (&fixture, 0, 1.0, 2.0);
  set_revenue (&fixture, 1, 4.0, 6.0);
  set_revenue (&fixture, 2, 5.0, 4.0);
  nepho_fixture_title (&fixture, "revenue-growth",
                       "Vendor A grows fastest: it earns 2 times as much in 2022Q3 as in 2022Q2");
  figure = nepho_fixture_build (&fixture, "revenue-growth");
  /* The largest at the end first; four quarters make a year. */
  g_assert_cmpstr (figure->x.categories[0], ==, "Vendor B");
  g_assert_cmpstr (figure->x.categories[2], ==, "Vendor A");
  g_assert_cmpstr (series_at (figure, 0)->label, ==, "2022Q2");
  g_assert_cmpfloat (series_at (figure, 0)->y->values[0], ==, 16.0);
  g_assert_cmpfloat (series_at (figure, 1)->y->values[0], ==, 24.0);
  g_assert_cmpfloat (series_at (figure, 1)->y->values[2], ==, 8.0);
}

static void
test_growth_titles (void)
{
  g_auto (NephoFixture) fixture = { 0 };

  nepho_fixture_init (&fixture, 2, 1);
  set_revenue (&fixture, 0, 2.0, 1.0);
  set_revenue (&fixture, 1, 4.0, 4.0);
  nepho_fixture_title (&fixture, "revenue-growth", "No vendor earns more in 2022Q3 than in 2022Q2");
  /* Both double: neither grows fastest. */
  set_revenue (&fixture, 0, 2.0, 4.0);
  set_revenue (&fixture, 1, 4.0, 8.0);
  nepho_fixture_title (&fixture, "revenue-growth", "Vendor B earns most: ¥32 bn a year by 2022Q3, up from ¥16 bn");
  fixture.context.to = 0;
  nepho_fixture_title (&fixture, "revenue-growth", "Vendor B earns most: ¥16 bn a year in 2022Q2");
}

static void
test_change (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoResults) baseline = nepho_results_new ();
  g_autoptr (NephoPlotFigure) over_time = NULL;
  g_autoptr (NephoPlotFigure) on_baseline = NULL;

  nepho_fixture_init (&fixture, 2, 1);
  set_revenue (&fixture, 0, 1.0, 3.0);
  set_revenue (&fixture, 1, 4.0, 4.5);
  nepho_fixture_title (&fixture, "revenue-change", "Vendor A adds most revenue from 2022Q2 to 2022Q3: ¥8 bn a year");

  /* A baseline that does not differ is none. */
  nepho_results_reserve (baseline, 2, 2, 1);
  for (guint k = 0; k < 4; k++)
    baseline->revenue[k] = fixture.results->revenue[k];
  fixture.context.baseline = baseline;
  over_time = nepho_fixture_build (&fixture, "revenue-change");
  g_assert_cmpstr (series_at (over_time, 0)->low_label, ==, "2022Q2");
  g_assert_cmpfloat (series_at (over_time, 0)->low->values[0], ==, 16.0);

  baseline->revenue[nepho_results_tis (baseline, 1, 0, 0)] = 2.0;
  baseline->revenue[nepho_results_tis (baseline, 1, 1, 0)] = 5.0;
  nepho_fixture_title (&fixture, "revenue-change",
                       "Vendor A earns ¥4 bn a year more than in the baseline by 2022Q3, Vendor B ¥2 bn less");
  on_baseline = nepho_fixture_build (&fixture, "revenue-change");
  g_assert_cmpstr (series_at (on_baseline, 0)->low_label, ==, "Baseline");
  g_assert_cmpstr (on_baseline->x.categories[0], ==, "Vendor B");
  g_assert_cmpfloat (series_at (on_baseline, 0)->low->values[0], ==, 20.0);
  g_assert_cmpfloat (series_at (on_baseline, 0)->y->values[0], ==, 18.0);
}

static void
test_slope (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  nepho_fixture_init (&fixture, 3, 2);
  for (guint t = 0; t < 3; t++)
    {
      nepho_fixture_share (&fixture, t, 0, 0.5 - 0.1 * t);
      nepho_fixture_share (&fixture, t, 1, 0.3 + 0.07 * t);
      nepho_fixture_share (&fixture, t, 2, 0.2 + 0.03 * t);
    }
  nepho_fixture_title (&fixture, "share-change",
                       "Vendor B gains most in Segment X, 14.0 points by 2022Q4; Vendor A loses most, 20.0 points");
  figure = nepho_fixture_build (&fixture, "share-change");
  g_assert_cmpuint (figure->series->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (series_at (figure, 1)->y->values[0], 0.3, 1e-12);
  g_assert_cmpfloat_with_epsilon (series_at (figure, 1)->y->values[1], 0.44, 1e-12);
  g_assert_cmpstr (figure->x.categories[1], ==, "2022Q4");

  /* Two that gain alike: none gains most. */
  nepho_fixture_share (&fixture, 2, 1, 0.4);
  nepho_fixture_share (&fixture, 2, 2, 0.3);
  nepho_fixture_title (&fixture, "share-change", "Vendor A loses most in Segment X: 20.0 points by 2022Q4");
  for (guint i = 0; i < 3; i++)
    nepho_fixture_share (&fixture, 2, i, (const double[]) { 0.5, 0.3, 0.2 }[i]);
  nepho_fixture_title (&fixture, "share-change", "No vendor’s share in Segment X changes from 2022Q2 to 2022Q4");
}

static void
test_panels (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  nepho_fixture_init (&fixture, 3, 2);
  for (guint t = 0; t < 3; t++)
    {
      nepho_fixture_share (&fixture, t, 0, 0.2 + 0.1 * t);
      nepho_fixture_share (&fixture, t, 1, 0.5 - 0.1 * t);
      nepho_fixture_share (&fixture, t, 2, 0.3);
    }
  nepho_fixture_title (&fixture, "share-panels", "By 2022Q4 shares in Segment X rise for 1 of 3 vendors and fall for 1");
  figure = nepho_fixture_build (&fixture, "share-panels");
  g_assert_cmpuint (figure->panels->len, ==, 3);
  /* The largest at the end first. */
  g_assert_cmpstr (g_array_index (figure->panels, NephoPlotPanel, 0).label, ==, "Vendor A");
  g_assert_cmpstr (g_array_index (figure->panels, NephoPlotPanel, 0).value, ==, "20.0\u00a0% → 40.0\u00a0%");
  g_assert_cmpuint (series_at (figure, 1)->panel, ==, 1);
  g_assert_cmpfloat_with_epsilon (series_at (figure, 1)->y->values[1], 0.4, 1e-12);

  for (guint i = 0; i < 3; i++)
    nepho_fixture_share (&fixture, 2, i, (const double[]) { 0.2, 0.5, 0.3 }[i]);
  nepho_fixture_title (&fixture, "share-panels", "No vendor’s share in Segment X changes from 2022Q2 to 2022Q4");
}

/* Two vendors of 1/3 and 2/3 of 1000 thousand customers whose shares stay: what one loses to the other it wins from
 * it. */
static void
test_flows (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  double lost = 1000.0 * (1.0 - pow (0.85, 0.25));

  nepho_fixture_init (&fixture, 2, 1);
  nepho_sample_set (fixture.parameters, fixture.values, "segment.x.customers", 1000.0);
  nepho_sample_set (fixture.parameters, fixture.values, "segment.x.renewal", 0.85);
  nepho_fixture_run (&fixture);
  nepho_fixture_title (&fixture, "flows",
                       "Customers change vendors in 2022Q3, but no named vendor wins any on balance");
  figure = nepho_fixture_build (&fixture, "flows");
  g_assert_cmpuint (figure->series->len, ==, 3);
  g_assert_cmpstr (series_at (figure, 2)->id, ==, "new");
  g_assert_true (isnan (series_at (figure, 0)->y->values[0]));
  g_assert_cmpfloat_with_epsilon (series_at (figure, 0)->y->values[1], lost * 2.0 / 9.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (series_at (figure, 1)->y->values[0], lost * 2.0 / 9.0, 1e-9);

  fixture.context.to = 0;
  nepho_fixture_title (&fixture, "flows", "Nobody can have changed vendor before 2022Q2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vendor-changes/growth", test_growth);
  g_test_add_func ("/vendor-changes/growth-titles", test_growth_titles);
  g_test_add_func ("/vendor-changes/change", test_change);
  g_test_add_func ("/vendor-changes/slope", test_slope);
  g_test_add_func ("/vendor-changes/panels", test_panels);
  g_test_add_func ("/vendor-changes/flows", test_flows);

  return g_test_run ();
}
