/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-annotations.h"
#include "nepho-figure-fixture.h"
#include "nepho-figure-growth.h"

#include <string.h>

#define HORIZON 8u

/* CNY bn a quarter: vendor A grows from 25 to 30.25 in two years, which is 10 % a year (1.1² = 1.21); B halves. */
static void
fill (NephoFixture *fixture)
{
  nepho_fixture_init (fixture, 3, HORIZON);
  for (guint t = 0; t <= HORIZON; t++)
    {
      fixture->results->revenue[nepho_results_tis (fixture->results, t, 0, 0)] = t < HORIZON ? 25.0 : 30.25;
      fixture->results->revenue[nepho_results_tis (fixture->results, t, 1, 0)] = t < HORIZON ? 10.0 : 5.0;
      fixture->results->revenue[nepho_results_tis (fixture->results, t, 2, 0)] = 1.0;
      nepho_fixture_share (fixture, t, 0, t < HORIZON ? 0.5 : 0.458);
      nepho_fixture_share (fixture, t, 1, t < HORIZON ? 0.3 : 0.342);
      nepho_fixture_share (fixture, t, 2, 0.2);
    }
}

static GPtrArray *
list_of (NephoAnnotation *annotation)
{
  GPtrArray *list = nepho_annotations_new ();

  g_ptr_array_add (list, annotation);

  return list;
}

static const NephoPlotAnnotation *
annotation_of (const NephoPlotFigure *figure, guint index)
{
  g_assert_cmpuint (figure->annotations->len, >, index);

  return &g_array_index (figure->annotations, NephoPlotAnnotation, index);
}

static const char *
vendor_id (NephoFixture *fixture, guint vendor)
{
  return nepho_dataset_vendor (fixture->dataset, vendor)->id;
}

static void
check_arrow (NephoFixture *fixture, const char *id, NephoAnnotation arrow, const char *expected)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (NephoPlotFigure) figure = NULL;

  arrow.figure = (char *) id;
  list = list_of (nepho_annotation_new (&arrow));
  fixture->context.annotations = list;
  figure = nepho_fixture_build (fixture, id);
  g_assert_cmpstr (annotation_of (figure, 0)->text, ==, expected);
  fixture->context.annotations = NULL;
}

/* Revenue a year is four times that of a quarter: 100 to 121. */
static void
test_growth (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  char *a;
  char *b;

  fill (&fixture);
  a = (char *) vendor_id (&fixture, 0);
  b = (char *) vendor_id (&fixture, 1);
  check_arrow (&fixture, "revenue",
               (NephoAnnotation) { .series = a, .point = (char *) "2022Q2", .to_series = a, .to_point = (char *) "2024Q2" },
               "+¥21\u00a0bn (+21.0\u00a0%)\n+10.0\u00a0% a year");
  /* the other way round it is the same arrow: time goes one way */
  check_arrow (&fixture, "revenue",
               (NephoAnnotation) { .series = a, .point = (char *) "2024Q2", .to_series = a, .to_point = (char *) "2022Q2" },
               "+¥21\u00a0bn (+21.0\u00a0%)\n+10.0\u00a0% a year");
  /* 40 to 20 in a quarter: no rate a year */
  check_arrow (&fixture, "revenue",
               (NephoAnnotation) { .series = b, .point = (char *) "2024Q1", .to_series = b, .to_point = (char *) "2024Q2" },
               "\u2212¥20\u00a0bn (\u221250.0\u00a0%)");
}

static void
test_shares (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  char *a;
  char *b;

  fill (&fixture);
  a = (char *) vendor_id (&fixture, 0);
  b = (char *) vendor_id (&fixture, 1);
  check_arrow (&fixture, "share",
               (NephoAnnotation) { .series = b, .point = (char *) "2022Q2", .to_series = a, .to_point = (char *) "2022Q2",
                                   .text = (char *) "The lead" },
               "The lead\n+20.0\u00a0points");
  /* 0.3 to 0.342 in two years: √1.14 = 1.06771 */
  check_arrow (&fixture, "share",
               (NephoAnnotation) { .series = b, .point = (char *) "2022Q2", .to_series = b, .to_point = (char *) "2024Q2" },
               "+4.2\u00a0points\n+6.8\u00a0% a year");
  check_arrow (&fixture, "rank",
               (NephoAnnotation) { .series = a, .point = (char *) "2022Q2", .to_series = b, .to_point = (char *) "2022Q2" },
               "1 place down");
}

/* An index and a share of the total are measured as they are shown. */
static void
test_looks (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  char *a;

  fill (&fixture);
  a = (char *) vendor_id (&fixture, 0);
  fixture.context.look.measure = NEPHO_MEASURE_INDEX;
  check_arrow (&fixture, "revenue",
               (NephoAnnotation) { .series = a, .point = (char *) "2022Q2", .to_series = a, .to_point = (char *) "2024Q2" },
               "+21 (+21.0\u00a0%)\n+10.0\u00a0% a year");
  fixture.context.look.measure = NEPHO_MEASURE_SHARE;
  /* 25 of 36 is 69.444 %, 30.25 of 36.25 is 83.448 %: 14.0 points; √(83.448 / 69.444) = 1.09619 */
  check_arrow (&fixture, "revenue",
               (NephoAnnotation) { .series = a, .point = (char *) "2022Q2", .to_series = a, .to_point = (char *) "2024Q2" },
               "+14.0\u00a0points\n+9.6\u00a0% a year");
}

static NephoPlotFigure *
make_pair (double from, double to, gboolean over_time)
{
  const double years[] = { 2020.0, 2022.0 };
  const double values[] = { from, to };
  NephoPlotFigure *figure = nepho_plot_figure_new ("pair");
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "a", "A", 0);

  figure->x.kind = over_time ? NEPHO_PLOT_SCALE_TIME : NEPHO_PLOT_SCALE_BAND;
  figure->y.unit = NEPHO_UNIT_COUNT;
  series->x = over_time ? nepho_plot_column_new (years, 2) : NULL;
  series->y = nepho_plot_column_new (values, 2);

  return figure;
}

/* What has no rate says why. */
static void
test_reasons (void)
{
  static const struct
  {
    double      from, to;
    gboolean    over_time;
    const char *expected;
  } CASES[] = {
    { -2.0, 3.0, TRUE, "+5\nno yearly rate: it starts below zero" },
    { 0.0, 3.0, TRUE, "+3\nno yearly rate: it starts at zero" },
    { 3.0, -2.0, TRUE, "\u22125\nno yearly rate: it ends below zero" },
    { 3.0, 0.0, TRUE, "\u22123 (\u2212100.0\u00a0%)\nno yearly rate: it ends at zero" },
    { 4.0, 9.0, TRUE, "+5 (+125.0\u00a0%)\n+50.0\u00a0% a year" },
    { -2.0, 3.0, FALSE, "+5\nno per cent: the first is below zero" },
    { 0.0, 3.0, FALSE, "+3\nno per cent: the first is zero" },
    { 3.0, -2.0, FALSE, "\u22125\nno per cent: the second is below zero" },
    { 4.0, 5.0, FALSE, "+1 (+25.0\u00a0%)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (NephoPlotFigure) figure = make_pair (CASES[i].from, CASES[i].to, CASES[i].over_time);
      NephoPlotAnnotation arrow = { .measures = TRUE, .to_point = 1 };
      g_autofree char *words = nepho_figure_growth_words (figure, &arrow);

      g_assert_cmpstr (words, ==, CASES[i].expected);
    }
}

/* Whoever cannot see them hears them; what has no place is told and kept. */
static void
test_told (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (GPtrArray) list = nepho_annotations_new ();
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_autoptr (NephoPlotFigure) other = NULL;
  g_autoptr (NephoPlotFigure) plain = NULL;
  NephoAnnotation note = { .figure = (char *) "revenue", .point = (char *) "2022Q3", .text = (char *) "Two\nlines" };
  NephoAnnotation homeless = { .figure = (char *) "revenue", .series = (char *) "nobody", .point = (char *) "2022Q3",
                               .text = (char *) "Lost" };

  fill (&fixture);
  plain = nepho_fixture_build (&fixture, "revenue");
  note.series = (char *) vendor_id (&fixture, 0);
  g_ptr_array_add (list, nepho_annotation_new (&note));
  g_ptr_array_add (list, nepho_annotation_new (&homeless));
  fixture.context.annotations = list;
  figure = nepho_fixture_build (&fixture, "revenue");
  other = nepho_fixture_build (&fixture, "share");

  g_assert_cmpuint (figure->annotations->len, ==, 1);
  g_assert_cmpuint (annotation_of (figure, 0)->key, ==, 0);
  g_assert_cmpuint (annotation_of (figure, 0)->point, ==, 1);
  g_assert_nonnull (strstr (figure->summary, "At Vendor A, 2022Q3: “Two lines”."));
  g_assert_true (g_str_has_prefix (figure->summary, plain->summary));
  g_assert_true (g_str_has_prefix (figure->note, "1 annotation refers to what this chart does not show."));
  g_assert_cmpuint (other->annotations->len, ==, 0);
  g_assert_null (strstr (other->note != NULL ? other->note : "", "annotation"));
}

/* A new one names its datum, and the segment where the chart is another for another. */
static void
test_new (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  NephoPlotAnnotation at = { .series = 1, .point = 2, .text = (char *) "Here" };
  g_autoptr (NephoAnnotation) annotation = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (NephoPlotFigure) figure = NULL;

  fill (&fixture);
  annotation = nepho_figure_annotation_new (nepho_figure_find ("share"), &fixture.context, &at);
  g_assert_cmpstr (annotation->figure, ==, "share");
  g_assert_cmpstr (annotation->series, ==, vendor_id (&fixture, 1));
  g_assert_cmpstr (annotation->point, ==, "2022Q4");
  g_assert_cmpstr (annotation->segment, ==, nepho_dataset_segment (fixture.dataset, 0)->id);
  g_assert_cmpstr (annotation->vendor, ==, "");
  g_assert_null (annotation->to_series);

  list = list_of (nepho_annotation_ref (annotation));
  fixture.context.annotations = list;
  figure = nepho_fixture_build (&fixture, "share");
  g_assert_cmpuint (annotation_of (figure, 0)->series, ==, 1);
  g_assert_cmpuint (annotation_of (figure, 0)->point, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotations/growth", test_growth);
  g_test_add_func ("/annotations/shares", test_shares);
  g_test_add_func ("/annotations/looks", test_looks);
  g_test_add_func ("/annotations/reasons", test_reasons);
  g_test_add_func ("/annotations/told", test_told);
  g_test_add_func ("/annotations/new", test_new);

  return g_test_run ();
}
