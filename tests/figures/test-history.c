/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "nepho-figure-fixture.h"
#include "nepho-figure-history.h"
#include "nepho-history-choice.h"
#include "nepho-table.h"

static void
add_fact (NephoDataset *dataset, const char *id, const char *publisher, const char *measure)
{
  NephoFact *fact = nepho_fact_new ();

  nepho_fact_set_text (&fact->id, id);
  nepho_fact_set_text (&fact->publisher, publisher);
  nepho_fact_set_text (&fact->measure, measure);
  nepho_dataset_take_fact (dataset, fact);
}

static void
observe (NephoDataset *dataset, const char *series, const char *first, const char *last, double value,
         const char *source)
{
  NephoObservation *observation = nepho_dataset_add_observation (dataset);
  gboolean sized = g_str_has_prefix (series, "size");

  nepho_fact_set_text (&observation->series, series);
  nepho_fact_set_text (&observation->vendor, sized ? "" : "a");
  nepho_fact_set_text (&observation->segment, g_str_has_prefix (series, "share") ? "x" : "");
  nepho_fact_set_text (&observation->source, source);
  g_assert_true (nepho_quarter_parse (first, &observation->first, NULL));
  g_assert_true (nepho_quarter_parse (last, &observation->last, NULL));
  observation->value = value;
}

/* IDC counts one way to the end of 2021 and another way later, Canalys says little of 2021, and
 * something of 2019; the projection says 30 % throughout. */
static NephoDataset *
make_dataset (void)
{
  NephoDataset *dataset = nepho_sample_dataset (3, 1);

  add_fact (dataset, "old", "IDC", "IDC IaaS");
  add_fact (dataset, "new", "IDC via a newspaper", "IDC IaaS, counted anew");
  add_fact (dataset, "canalys", "Canalys", "cloud services");
  observe (dataset, "share", "2021Q1", "2021Q2", 0.37, "old");
  observe (dataset, "share", "2020Q3", "2020Q4", 0.40, "old");
  observe (dataset, "share", "2021Q3", "2021Q4", 0.36, "old");
  observe (dataset, "share", "2022Q1", "2022Q2", 0.30, "new");
  observe (dataset, "share", "2022Q3", "2022Q4", 0.32, "new");
  observe (dataset, "share", "2023Q1", "2023Q2", 0.25, "new");
  observe (dataset, "share", "2021Q1", "2021Q2", 0.45, "canalys");
  observe (dataset, "share", "2019Q1", "2019Q2", 0.50, "canalys");

  return dataset;
}

static void
prepare (NephoFixture *fixture)
{
  nepho_fixture_adopt (fixture, make_dataset (), 8);
  for (guint t = 0; t <= 8; t++)
    {
      nepho_fixture_share (fixture, t, 0, 0.3);
      nepho_fixture_share (fixture, t, 1, 0.4);
      nepho_fixture_share (fixture, t, 2, 0.3);
    }
}

/* "2020.75 0.4 old, 2021.25 0.37 old": what is drawn of one published series. */
static char *
describe_series (const NephoPlotSeries *series)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint k = 0; k < series->y->n; k++)
    {
      const char *source = nepho_plot_series_source (series, k);

      g_string_append_printf (text, "%s%g %g %s", k > 0 ? ", " : "", series->x->values[k], series->y->values[k],
                              source != NULL ? source : "-");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* All published series of a figure, one a line. */
static char *
describe (const NephoPlotFigure *figure)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);
      g_autofree char *line = NULL;

      if (series->notation != NEPHO_PLOT_ACTUAL)
        continue;
      line = describe_series (series);
      g_string_append_printf (text, "%s\n", line);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static NephoPlotFigure *
build (NephoFixture *fixture, const char *id, const char *history)
{
  fixture->context.history = history;

  return nepho_fixture_build (fixture, id);
}

static void
assert_drawn (NephoFixture *fixture, const char *id, const char *history, const char *expected)
{
  g_autoptr (NephoPlotFigure) figure = build (fixture, id, history);
  g_autofree char *drawn = describe (figure);

  g_assert_cmpstr (drawn, ==, expected);
}

#define OLD "2020.75 0.4 old, 2021.25 0.37 old, 2021.75 0.36 old\n"
#define NEW "2022.25 0.3 new, 2022.75 0.32 new, 2023.25 0.25 new\n"
/* Nothing joins the two points of Canalys: a year is missing between them. */
#define CANALYS "2019.25 0.5 canalys, 2020.25 nan -, 2021.25 0.45 canalys\n"

/* One definition, another definition, and between them the mark of a break. */
static void
test_definition (void)
{
  g_auto (NephoFixture) fixture;
  g_autoptr (NephoPlotFigure) figure = NULL;
  const NephoPlotBreak *interruption;

  prepare (&fixture);
  assert_drawn (&fixture, "share", "idc", OLD NEW);
  figure = build (&fixture, "share", "idc");
  g_assert_cmpuint (figure->breaks->len, ==, 1);
  interruption = &g_array_index (figure->breaks, NephoPlotBreak, 0);
  g_assert_cmpstr (interruption->id, ==, "a");
  g_assert_cmpstr (interruption->label, ==, "definition changes");
  g_assert_cmpfloat_with_epsilon (interruption->x, 2022.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (interruption->y, 0.33, 1e-9);
  g_assert_nonnull (strstr (figure->note, "Two strokes mark a change of definition"));
  g_assert_nonnull (strstr (figure->note, "Solid marks are published figures: IDC IaaS; IDC IaaS, counted anew."));
}

/* Whoever says most is heard; others where they say something of another time. */
static void
test_usual (void)
{
  g_auto (NephoFixture) fixture;
  g_autoptr (NephoPlotFigure) figure = NULL;

  prepare (&fixture);
  assert_drawn (&fixture, "share", NULL, "2019.25 0.5 canalys\n" OLD NEW);
  assert_drawn (&fixture, "share", NEPHO_HISTORY_USUAL, "2019.25 0.5 canalys\n" OLD NEW);
  figure = build (&fixture, "share", NULL);
  g_assert_cmpuint (figure->breaks->len, ==, 2);
  g_assert_cmpstr (g_array_index (figure->breaks, NephoPlotBreak, 0).label, ==,
                   "definition changes: Canalys → IDC");
  g_assert_cmpstr (figure->source, ==, "Source: Canalys; IDC; IDC via a newspaper; Nephoscope model 1");
}

static void
test_choice (void)
{
  g_auto (NephoFixture) fixture;
  g_autoptr (NephoPlotFigure) all = NULL;
  g_autoptr (NephoPlotFigure) none = NULL;

  prepare (&fixture);
  assert_drawn (&fixture, "share", "canalys", CANALYS);
  assert_drawn (&fixture, "share", NEPHO_HISTORY_ALL, CANALYS OLD NEW);
  assert_drawn (&fixture, "share", NEPHO_HISTORY_NONE, "");

  /* What lies side by side does not follow one another. */
  all = build (&fixture, "share", NEPHO_HISTORY_ALL);
  g_assert_cmpuint (all->breaks->len, ==, 0);
  none = build (&fixture, "share", NEPHO_HISTORY_NONE);
  g_assert_null (strstr (none->note, "published"));

  /* A choice that is about other figures leaves this one as it usually is. */
  assert_drawn (&fixture, "share", "synergy", "2019.25 0.5 canalys\n" OLD NEW);
}

static void
test_choices (void)
{
  g_autoptr (NephoDataset) dataset = make_dataset ();
  g_autoptr (GPtrArray) choices = nepho_history_choices_new ();
  const NephoHistoryChoice *choice;

  observe (dataset, "share-broad", "2021Q1", "2021Q2", 0.45, "canalys");
  nepho_history_choices_add (choices, dataset, nepho_figure_find ("share"), 0);
  nepho_history_choices_add (choices, dataset, nepho_figure_find ("share"), 0);
  nepho_history_choices_add (choices, dataset, nepho_figure_find ("rank"), 0);
  g_assert_cmpuint (choices->len, ==, 3);
  choice = g_ptr_array_index (choices, 0);
  g_assert_cmpstr (choice->id, ==, "idc");
  g_assert_cmpstr (choice->name, ==, "IDC");
  choice = g_ptr_array_index (choices, 1);
  g_assert_cmpstr (choice->id, ==, "canalys");
  g_assert_cmpstr (choice->name, ==, "Canalys");
  choice = g_ptr_array_index (choices, 2);
  g_assert_cmpstr (choice->id, ==, "canalys-broad");
  g_assert_cmpstr (choice->name, ==, "Canalys: cloud services");
}

/* Of what was published for times after 2022Q2, 25 % for 2023H1 is 5 points below the 30 % projected. */
static void
test_later (void)
{
  g_auto (NephoFixture) fixture;
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_autoptr (NephoPlotFigure) met = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *note = NULL;

  prepare (&fixture);
  figure = build (&fixture, "share", NULL);
  parts = g_strsplit (figure->note, "\u00a0", -1);
  note = g_strjoinv (" ", parts);
  g_assert_nonnull (strstr (note, "Of 2 later published figures the worst miss is Vendor A in 2023H1: 25.0 %, "
                                  "5.0 points below the projection."));

  nepho_fixture_share (&fixture, 2, 0, 0.32);
  nepho_fixture_share (&fixture, 4, 0, 0.25);
  met = build (&fixture, "share", NULL);
  g_assert_nonnull (strstr (met->note, "The projection meets 2 later published figures."));
}

/* Where IDC ends, Canalys goes on beside it, not joined. Of another definition only changes compare: from the
 * 50 % that Canalys counts at the base quarter, drawn or not, to 56 % for 2023Q4 are 6 points; projected are
 * 30 % to 32 %, which is 2. */
static void
test_goes_on (void)
{
  g_auto (NephoFixture) fixture;
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *note = NULL;

  prepare (&fixture);
  observe (fixture.dataset, "share-canalys", "2022Q2", "2022Q2", 0.50, "canalys");
  observe (fixture.dataset, "share-canalys", "2023Q3", "2023Q3", 0.53, "canalys");
  observe (fixture.dataset, "share-canalys", "2023Q4", "2023Q4", 0.56, "canalys");
  for (guint t = 5; t <= 8; t++)
    nepho_fixture_share (&fixture, t, 0, 0.32);

  assert_drawn (&fixture, "share", NULL, "2019.25 0.5 canalys\n" OLD NEW "2023.5 0.53 canalys, 2023.75 0.56 canalys\n");
  figure = build (&fixture, "share", NULL);
  g_assert_cmpuint (figure->breaks->len, ==, 3);
  g_assert_cmpstr (g_array_index (figure->breaks, NephoPlotBreak, 2).label, ==, "definition changes: IDC → Canalys");
  parts = g_strsplit (figure->note, "\u00a0", -1);
  note = g_strjoinv (" ", parts);
  g_assert_nonnull (strstr (note, "Of 2 later published figures the worst miss is Vendor A in 2023H1"));
  g_assert_nonnull (strstr (note, "Counted differently, only changes compare: of 2 the worst miss is Vendor A, "
                                  "2022Q2 to 2023Q4: +6.0 points, 4.0 points more than projected."));
}

/* A half-year's sum stands in the half-year's middle as a yearly rate, and so does a fiscal year's. */
static void
test_placement (void)
{
  g_auto (NephoFixture) fixture;

  prepare (&fixture);
  observe (fixture.dataset, "revenue", "2022Q1", "2022Q2", 10.0, "old");
  assert_drawn (&fixture, "revenue", NULL, "2022.12 20 old\n");
  observe (fixture.dataset, "revenue", "2020Q2", "2021Q1", 30.0, "new");
  assert_drawn (&fixture, "revenue", NULL, "2020.62 30 new\n2022.12 20 old\n");
}

/* A sum's miss is told in parts of what is projected. */
static void
test_relative (void)
{
  g_auto (NephoFixture) fixture;
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *note = NULL;

  prepare (&fixture);
  for (guint t = 0; t <= 8; t++)
    fixture.results->revenue[nepho_results_tis (fixture.results, t, 1, 0)] = 25.0;
  observe (fixture.dataset, "size", "2022Q3", "2022Q4", 55.0, "old");
  figure = build (&fixture, "market-size", NULL);
  parts = g_strsplit (figure->note, "\u00a0", -1);
  note = g_strjoinv (" ", parts);
  g_assert_nonnull (strstr (note, "Published later for all segments in 2022H2: ¥110 bn, 10.0 % above the "
                                  "projection."));
}

/* Growth in another definition, 22 after 20 where the projection stands still, is told in points. */
static void
test_relative_change (void)
{
  g_auto (NephoFixture) fixture;
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *note = NULL;

  prepare (&fixture);
  for (guint t = 0; t <= 8; t++)
    fixture.results->revenue[nepho_results_tis (fixture.results, t, 1, 0)] = 25.0;
  observe (fixture.dataset, "size-canalys", "2022Q2", "2022Q2", 20.0, "canalys");
  observe (fixture.dataset, "size-canalys", "2022Q3", "2022Q3", 22.0, "canalys");
  figure = build (&fixture, "market-size", "canalys");
  parts = g_strsplit (figure->note, "\u00a0", -1);
  note = g_strjoinv (" ", parts);
  g_assert_nonnull (strstr (note, "Counted differently, only changes compare: of 1 the worst miss is all segments, "
                                  "2022Q2 to 2022Q3: +10.0 %, 10.0 points more than projected."));
}

/* The table tells for every published number which fact it is; where a line is interrupted is no row. */
static void
test_table (void)
{
  g_auto (NephoFixture) fixture;
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_autoptr (NephoTable) table = NULL;
  g_autofree char *csv = NULL;

  prepare (&fixture);
  figure = build (&fixture, "share", "canalys");
  table = nepho_table_from_figure (figure);
  csv = nepho_table_to_csv (table);
  g_assert_true (g_str_has_prefix (
    csv, "Quarter,\"Vendor A, published (per cent)\",Vendor A (per cent),Vendor B (per cent),Vendor C (per cent),"
         "\"Source: Vendor A, published\"\n"
         "2019Q2,50,,,,canalys\n"
         "2021Q2,45,,,,canalys\n"
         "2022Q2,,30,40,30,\n"));
}

static void
assert_period (const char *first, const char *last, const char *expected)
{
  NephoQuarter from;
  NephoQuarter to;
  g_autofree char *period = NULL;

  g_assert_true (nepho_quarter_parse (first, &from, NULL));
  g_assert_true (nepho_quarter_parse (last, &to, NULL));
  period = nepho_history_period (from, to);
  g_assert_cmpstr (period, ==, expected);
}

static void
test_period (void)
{
  assert_period ("2023Q1", "2023Q1", "2023Q1");
  assert_period ("2023Q3", "2023Q4", "2023H2");
  assert_period ("2023Q1", "2023Q4", "2023");
  assert_period ("2022Q2", "2023Q1", "2022Q2 to 2023Q1");
  assert_period ("2022Q2", "2022Q3", "2022Q2 to 2022Q3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/definition", test_definition);
  g_test_add_func ("/history/usual", test_usual);
  g_test_add_func ("/history/choice", test_choice);
  g_test_add_func ("/history/choices", test_choices);
  g_test_add_func ("/history/later", test_later);
  g_test_add_func ("/history/goes-on", test_goes_on);
  g_test_add_func ("/history/placement", test_placement);
  g_test_add_func ("/history/relative", test_relative);
  g_test_add_func ("/history/relative-change", test_relative_change);
  g_test_add_func ("/history/table", test_table);
  g_test_add_func ("/history/period", test_period);

  return g_test_run ();
}
