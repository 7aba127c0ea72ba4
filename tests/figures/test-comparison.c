/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-comparison-rows.h"

#include <math.h>
#include <string.h>

#include "nepho-dataset-io.h"
#include "nepho-document-path.h"
#include "nepho-model-error.h"
#include "nepho-plot-theme.h"
#include "nepho-sample.h"

#define WAR "price.war.intensity"

/* Vendors a to d; the data set's scenarios are as-reported and war (intensity 0.2). */
static void
set_up (NephoDocument **document, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (4, 1);

  *document = nepho_document_new (dataset);
}

static void
tear_down (NephoDocument **document, gconstpointer data)
{
  g_assert_finalize_object (*document);
}

static NephoComparison *
compare (NephoDocument *document, const char *first, const char *second, const char *third)
{
  const char *ids[] = { first, second, third, NULL };
  g_autoptr (GError) error = NULL;
  NephoComparison *comparison = nepho_comparison_new (document, ids, &error);

  g_assert_no_error (error);

  return comparison;
}

static void
init_context (NephoFigureContext *context, NephoDocument *document, const NephoComparison *comparison)
{
  nepho_figure_context_init (context, comparison->parameters, nepho_document_get_values (document),
                             nepho_document_get_baseline_values (document), comparison->items[0].results, NULL);
  context->comparison = comparison;
}

static guint
find (NephoDocument *document, const char *id)
{
  return (guint) nepho_parameter_set_find (nepho_document_get_parameters (document), id);
}

/* One assumption differs, and only that is told. */
static void
test_assumptions (NephoDocument **document, gconstpointer data)
{
  g_autoptr (NephoComparison) comparison = compare (*document, "as-reported", "war", NULL);
  NephoFigureContext context;
  g_autoptr (GPtrArray) rows = NULL;
  const NephoComparisonRow *row;

  init_context (&context, *document, comparison);
  rows = nepho_comparison_assumptions (&context);
  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  g_assert_cmpstr (row->id, ==, WAR);
  g_assert_cmpfloat (row->cells[0].number, ==, 0.0);
  g_assert_cmpfloat (row->cells[1].number, ==, 0.2);
  g_assert_cmpfloat (row->cells[1].change, ==, 0.2);
  g_assert_true (isnan (row->cells[1].part));
  g_assert_null (row->cells[0].difference);
  g_assert_null (row->cells[1].relative);
  g_assert_true (row->cells[1].differs);
  g_assert_false (row->cells[0].differs);
}

/* A scenario beside one that differs in nothing. */
static void
test_nothing_differs (NephoDocument **document, gconstpointer data)
{
  g_autofree char *copy = g_strdup (nepho_document_add_scenario (*document, "war", "Copy", NULL));
  g_autoptr (NephoComparison) comparison = compare (*document, "war", copy, NULL);
  NephoFigureContext context;
  g_autoptr (GPtrArray) assumptions = NULL;
  g_autoptr (GPtrArray) headlines = NULL;

  init_context (&context, *document, comparison);
  assumptions = nepho_comparison_assumptions (&context);
  headlines = nepho_comparison_headlines (&context);
  g_assert_cmpuint (assumptions->len, ==, 0);
  g_assert_cmpuint (headlines->len, ==, 5);
  for (guint k = 0; k < headlines->len; k++)
    {
      const NephoComparisonRow *row = g_ptr_array_index (headlines, k);

      g_assert_cmpstr (row->cells[0].value, ==, row->cells[1].value);
      g_assert_cmpfloat (row->cells[1].change, ==, 0.0);
      g_assert_null (row->cells[1].difference);
    }
}

/* A path is a difference where both have the same value, and the numbers come of it. */
static void
test_path (NephoDocument **document, gconstpointer data)
{
  const NephoEvent event = { .kind = NEPHO_EVENT_STEP, .start = 4, .value = 0.25 };
  g_autofree char *own = g_strdup (nepho_document_add_scenario (*document, "as-reported", "Mine", NULL));
  g_autoptr (NephoComparison) comparison = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  NephoFigureContext context;
  const NephoComparisonRow *row;
  NephoOutcomeChoice choice = { NEPHO_OUTCOME_REVENUE, -1, -1, 8 };

  g_assert_true (nepho_document_apply_scenario (*document, own, NULL));
  g_assert_true (nepho_document_set_path (*document, find (*document, WAR), &event, 1, NULL));
  comparison = compare (*document, "as-reported", own, NULL);
  init_context (&context, *document, comparison);
  rows = nepho_comparison_assumptions (&context);
  g_assert_cmpuint (rows->len, ==, 1);
  row = g_ptr_array_index (rows, 0);
  g_assert_true (row->cells[1].differs);
  g_assert_null (row->cells[1].difference);
  g_assert_nonnull (strstr (row->cells[1].value, "2023Q2"));
  g_assert_cmpfloat (nepho_outcome_of (comparison->items[1].results, &choice), ==,
                     nepho_outcome_of (nepho_document_get_results (*document), &choice));
  g_assert_cmpfloat (nepho_outcome_of (comparison->items[1].results, &choice), !=,
                     nepho_outcome_of (comparison->items[0].results, &choice));
}

static const NephoComparisonRow *
find_row (const GPtrArray *rows, const char *id)
{
  for (guint k = 0; k < rows->len; k++)
    if (g_str_equal (((const NephoComparisonRow *) g_ptr_array_index (rows, k))->id, id))
      return g_ptr_array_index (rows, k);

  g_assert_not_reached ();
}

/* Results written by hand: revenue of 30 and 36 a quarter, 120 and 144 a year. */
static void
test_headlines (NephoDocument **document, gconstpointer data)
{
  g_autoptr (NephoComparison) comparison = compare (*document, "as-reported", "war", NULL);
  g_autoptr (GPtrArray) rows = NULL;
  NephoFigureContext context;
  const NephoComparisonRow *row;

  for (guint i = 0; i < 2; i++)
    {
      NephoResults *results = comparison->items[i].results;
      guint t = results->n_quarters - 1;

      for (guint v = 0; v < 4; v++)
        {
          results->revenue[nepho_results_tis (results, t, v, 0)] = v > 0 ? 0.0 : (i == 0 ? 30.0 : 36.0);
          results->share[nepho_results_tis (results, t, v, 0)] = v == 3 - i ? 0.4 + 0.1 * i : 0.1;
        }
      results->adoption[t] = 0.25;
    }
  init_context (&context, *document, comparison);
  rows = nepho_comparison_headlines (&context);

  row = find_row (rows, "market");
  g_assert_cmpstr (row->cells[0].value, ==, "¥120\u00a0bn");
  g_assert_cmpstr (row->cells[1].value, ==, "¥144\u00a0bn");
  g_assert_cmpfloat (row->cells[1].number, ==, 144.0);
  g_assert_cmpfloat_with_epsilon (row->cells[1].change, 24.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (row->cells[1].part, 0.2, 1e-12);
  g_assert_cmpstr (row->cells[1].relative, ==, "+20.0\u00a0%");

  row = find_row (rows, "leader");
  g_assert_cmpstr (row->cells[0].value, ==, "40.0\u00a0%, Vendor D");
  g_assert_cmpstr (row->cells[1].value, ==, "50.0\u00a0%, Vendor C");
  g_assert_cmpstr (row->cells[1].difference, ==, "+10.0\u00a0points");
  g_assert_cmpstr (row->cells[1].relative, ==, "+25.0\u00a0%");
  g_assert_null (find_row (rows, "adoption")->cells[1].difference);
}

/* The data set's scenario is taken with the reader's edits while it is at work. */
static void
test_edited (NephoDocument **document, gconstpointer data)
{
  g_autoptr (NephoComparison) published = NULL;
  g_autoptr (NephoComparison) edited = NULL;
  guint war = find (*document, WAR);

  g_assert_true (nepho_document_apply_scenario (*document, "war", NULL));
  published = compare (*document, "as-reported", "war", NULL);
  g_assert_cmpfloat (published->items[1].values[war], ==, 0.2);
  g_assert_false (published->items[1].own);

  g_assert_true (nepho_document_set_value (*document, war, 0.3, NULL));
  edited = compare (*document, "as-reported", "war", NULL);
  g_assert_cmpfloat (edited->items[1].values[war], ==, 0.3);
  g_assert_true (edited->items[1].own);
  g_assert_true (g_str_has_suffix (edited->items[1].name, ", edited"));
  g_assert_false (edited->items[0].own);
}

/* Whatever else is compared, in whatever order, and whatever is made later. */
static void
test_colours (NephoDocument **document, gconstpointer data)
{
  g_autofree char *own = g_strdup (nepho_document_add_scenario (*document, "as-reported", "Mine", NULL));
  g_autoptr (NephoComparison) three = compare (*document, "as-reported", "war", own);
  g_autoptr (NephoComparison) turned = compare (*document, own, "as-reported", NULL);
  g_autoptr (NephoComparison) later = NULL;

  g_assert_cmpint (turned->items[0].colour, ==, three->items[2].colour);
  g_assert_cmpuint (turned->items[0].dash, ==, three->items[2].dash);
  g_assert_cmpint (turned->items[1].colour, ==, three->items[0].colour);

  nepho_document_add_scenario (*document, "as-reported", "Another", NULL);
  later = compare (*document, own, NULL, NULL);
  g_assert_cmpint (later->items[0].colour, ==, three->items[2].colour);
}

/* Without any colour, six lines are still six patterns. */
static void
test_patterns (void)
{
  g_autoptr (NephoDataset) china = nepho_dataset_load ("china", NULL);
  NephoDocument *document = nepho_document_new (china);
  g_auto (GStrv) ids = nepho_comparison_usual (document);
  g_autoptr (NephoComparison) comparison = nepho_comparison_new (document, (const char * const *) ids, NULL);

  g_assert_cmpuint (comparison->n, ==, NEPHO_MAX_COMPARED);
  for (guint i = 0; i < comparison->n; i++)
    for (guint k = 0; k < i; k++)
      {
        int n_first;
        int n_second;
        const double *first = nepho_plot_theme_dashes (comparison->items[i].dash - 1, &n_first);
        const double *second = nepho_plot_theme_dashes (comparison->items[k].dash - 1, &n_second);

        g_assert_cmpint (comparison->items[i].colour, !=, comparison->items[k].colour);
        g_assert_true (n_first != n_second || memcmp (first, second, (gsize) n_first * sizeof (double)) != 0);
      }
  g_assert_finalize_object (document);
}

/* What the reader chose; otherwise what is at work is among the first. */
static void
test_usual (void)
{
  static const char * const chosen[] = { "price-war", "as-reported", NULL };
  g_autoptr (NephoDataset) china = nepho_dataset_load ("china", NULL);
  NephoDocument *document = nepho_document_new (china);
  g_auto (GStrv) first = nepho_comparison_usual (document);
  g_auto (GStrv) with_last = NULL;
  g_auto (GStrv) own = NULL;

  g_assert_cmpuint (g_strv_length (first), ==, 6);
  g_assert_cmpstr (first[0], ==, "as-reported");
  g_assert_true (nepho_document_apply_scenario (document, "open-models", NULL));
  with_last = nepho_comparison_usual (document);
  g_assert_cmpuint (g_strv_length (with_last), ==, 6);
  g_assert_cmpstr (with_last[5], ==, "open-models");
  nepho_document_set_compared (document, chosen);
  own = nepho_comparison_usual (document);
  g_assert_true (g_strv_equal ((const char * const *) own, chosen));
  g_assert_finalize_object (document);
}

static void
test_unknown (NephoDocument **document, gconstpointer data)
{
  static const char * const ids[] = { "as-reported", "nowhere", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (nepho_comparison_new (*document, ids, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN);
}

static NephoPlotFigure *
build (const NephoFigureContext *context, const char *id)
{
  return nepho_figure_build (nepho_figure_find (id), context);
}

/* A line a scenario, each the number that was asked for. */
static void
test_lines (NephoDocument **document, gconstpointer data)
{
  g_autoptr (NephoComparison) comparison = compare (*document, "as-reported", "war", NULL);
  NephoOutcomeChoice choice = { NEPHO_OUTCOME_REVENUE, 1, -1, 0 };
  NephoFigureContext context;
  g_autoptr (NephoPlotFigure) figure = NULL;

  init_context (&context, *document, comparison);
  context.vendor = 1;
  figure = build (&context, "compare");
  g_assert_cmpuint (figure->series->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      g_assert_cmpstr (series->id, ==, comparison->items[i].id);
      g_assert_cmpuint (series->dash, ==, comparison->items[i].dash);
      for (choice.t = 0; choice.t < comparison->items[i].results->n_quarters; choice.t++)
        g_assert_cmpfloat (series->y->values[choice.t], ==, nepho_outcome_of (comparison->items[i].results, &choice));
    }
}

/* From the one through every part to the other. */
static void
test_parts (NephoDocument **document, gconstpointer data)
{
  static const char * const figures[] = { "compare-force", "compare-parameter" };
  g_autoptr (NephoComparison) comparison = compare (*document, "war", "as-reported", NULL);
  NephoFigureContext context;

  init_context (&context, *document, comparison);
  context.vendor = 0;
  for (guint pair = 0; pair < 2; pair++)
    for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
      {
        NephoOutcomeChoice choice = { NEPHO_OUTCOME_REVENUE, 0, -1, comparison->items[0].results->n_quarters - 1 };
        g_autoptr (NephoPlotFigure) figure = NULL;
        const NephoPlotSeries *series;
        double sum = 0.0;

        context.pair[0] = pair;
        context.pair[1] = 1 - pair;
        figure = build (&context, figures[k]);
        series = g_ptr_array_index (figure->series, 0);
        for (guint i = 0; i + 1 < series->y->n; i++)
          sum += series->y->values[i];
        g_assert_cmpfloat_with_epsilon (series->y->values[0],
                                        nepho_outcome_of (comparison->items[pair].results, &choice), 1e-9);
        g_assert_cmpfloat_with_epsilon (sum, nepho_outcome_of (comparison->items[1 - pair].results, &choice), 1e-9);
        g_assert_cmpfloat (fabs (series->y->values[0] - sum), >, 1e-6);
        g_assert_cmpstr (figure->x.categories[0], ==, comparison->items[pair].name);
      }
}

static void
test_empty (NephoDocument **document, gconstpointer data)
{
  static const char * const figures[] = { "compare", "compare-panels", "compare-shares", "compare-force",
                                          "compare-parameter" };
  g_autoptr (NephoComparison) comparison = compare (*document, "war", NULL, NULL);
  NephoFigureContext context;
  g_autoptr (GPtrArray) all = NULL;

  init_context (&context, *document, comparison);
  context.comparison = NULL;
  all = nepho_figures_build_all (&context);
  for (guint k = 0; k < G_N_ELEMENTS (figures); k++)
    {
      g_autoptr (NephoPlotFigure) figure = build (&context, figures[k]);

      g_assert_nonnull (figure->empty);
      for (guint i = 0; i < all->len; i++)
        g_assert_cmpstr (((NephoPlotFigure *) g_ptr_array_index (all, i))->id, !=, figures[k]);
    }
}

/* The title says what the numbers show. */
static void
test_titles (NephoDocument **document, gconstpointer data)
{
  g_autoptr (NephoComparison) comparison = compare (*document, "as-reported", "war", NULL);
  NephoFigureContext context;
  g_autoptr (NephoPlotFigure) differ = NULL;
  g_autoptr (NephoPlotFigure) level = NULL;
  guint t = comparison->items[0].results->n_quarters - 1;

  init_context (&context, *document, comparison);
  context.outcome = NEPHO_OUTCOME_SHARE;
  context.vendor = 0;
  context.segment = 0;
  for (guint i = 0; i < 2; i++)
    comparison->items[i].results->share[nepho_results_tis (comparison->items[i].results, t, 0, 0)] = i == 0 ? 0.4 : 0.3;
  differ = build (&context, "compare");
  g_assert_cmpstr (strstr (differ->title, "is between"), !=, NULL);
  g_assert_nonnull (strstr (differ->title, "30.0\u00a0% in “War”"));
  g_assert_nonnull (strstr (differ->title, "40.0\u00a0% in “As reported”"));

  comparison->items[1].results->share[nepho_results_tis (comparison->items[1].results, t, 0, 0)] = 0.4;
  level = build (&context, "compare");
  g_assert_nonnull (strstr (level->title, "in all 2 scenarios"));
}

#define ADD(path, test) g_test_add ("/comparison/" path, NephoDocument *, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("assumptions", test_assumptions);
  ADD ("nothing-differs", test_nothing_differs);
  ADD ("path", test_path);
  ADD ("headlines", test_headlines);
  ADD ("edited", test_edited);
  ADD ("colours", test_colours);
  g_test_add_func ("/comparison/patterns", test_patterns);
  g_test_add_func ("/comparison/usual", test_usual);
  ADD ("unknown", test_unknown);
  ADD ("lines", test_lines);
  ADD ("parts", test_parts);
  ADD ("empty", test_empty);
  ADD ("titles", test_titles);

  return g_test_run ();
}
