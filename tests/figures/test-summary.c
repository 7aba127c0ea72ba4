/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

#include <math.h>
#include <string.h>

#include "nepho-dataset-io.h"

#define HORIZON 3u

static void
fill (NephoFixture *fixture, const double revenues[HORIZON + 1][3])
{
  nepho_fixture_init (fixture, 3, HORIZON);
  for (guint t = 0; t <= HORIZON; t++)
    for (guint i = 0; i < 3; i++)
      fixture->results->revenue[nepho_results_tis (fixture->results, t, i, 0)] = revenues[t][i];
}

/* The second overtakes the first for a quarter only, and the third overtakes it for good. */
static void
test_passings (void)
{
  static const double revenues[HORIZON + 1][3] = { { 2.0, 1.0, 0.5 }, { 2.0, 2.5, 0.75 }, { 3.0, 2.0, 1.0 }, { 3.0, 2.0, 2.5 } };
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  fill (&fixture, revenues);
  figure = nepho_fixture_build (&fixture, "revenue");
  g_assert_cmpstr (figure->summary, ==,
                   "Vendor A earns most: ¥12\u00a0bn a year by 2023Q1, up from ¥8\u00a0bn. "
                   "Highest at the end is Vendor A, from ¥8\u00a0bn to ¥12\u00a0bn; lowest is Vendor B, from ¥4\u00a0bn to ¥8\u00a0bn. "
                   "Vendor C passes Vendor B in 2023Q1.");
}

static void
test_nobody_passes (void)
{
  static const double revenues[HORIZON + 1][3] = { { 2, 1, 1 }, { 2, 1, 1 }, { 2, 1, 1 }, { 2, 1, 1 } };
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;

  fill (&fixture, revenues);
  figure = nepho_fixture_build (&fixture, "revenue");
  g_assert_null (strstr (figure->summary, "passes"));
}

/* The highest and the lowest of everything that is drawn, worked out once more from the figure. */
static void
check_extremes (const char *id)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  const char *highest = NULL;
  const char *lowest = NULL;
  double high = -INFINITY;
  double low = INFINITY;
  g_autofree char *wanted = NULL;

  nepho_fixture_adopt (&fixture, nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL), 8);
  nepho_fixture_run (&fixture);
  figure = nepho_fixture_build (&fixture, id);
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      for (guint k = 0; series->mark == NEPHO_PLOT_MARK_POINT && k < series->y->n; k++)
        {
          if (*series->point_labels[k] == '\0')
            continue;
          if (series->y->values[k] > high)
            {
              high = series->y->values[k];
              highest = series->point_labels[k];
            }
          if (series->y->values[k] < low)
            {
              low = series->y->values[k];
              lowest = series->point_labels[k];
            }
        }
    }
  wanted = g_strdup_printf ("Highest is %s with ", highest);
  g_assert_nonnull (strstr (figure->summary, wanted));
  g_free (wanted);
  wanted = g_strdup_printf (", lowest %s with ", lowest);
  g_assert_nonnull (strstr (figure->summary, wanted));
}

static void
test_extremes (void)
{
  static const char * const ids[] = { "compute", "parameters", "data", "tokens" };

  for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
    check_extremes (ids[k]);
}

/* Whoever listens hears more than the title where there is more than one value. */
static void
test_every_figure (void)
{
  static const char * const short_ones[] = { "why-force", "why-parameter", "training-cost", "ai-servers" };
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);
  g_auto (NephoFixture) fixture = { 0 };

  nepho_fixture_adopt (&fixture, nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL), 34);
  nepho_fixture_run (&fixture);
  for (guint k = 0; k < n_specs; k++)
    {
      g_autoptr (NephoPlotFigure) figure = nepho_fixture_build (&fixture, specs[k].id);
      gboolean is_short = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (short_ones); i++)
        is_short |= g_str_equal (specs[k].id, short_ones[i]);
      g_test_message ("%s: %s", specs[k].id, figure->summary);
      g_assert_true (g_str_has_prefix (figure->summary, figure->title));
      if (!is_short && figure->empty == NULL)
        g_assert_cmpuint (strlen (figure->summary), >, strlen (figure->title) + 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/summary/passings", test_passings);
  g_test_add_func ("/summary/nobody-passes", test_nobody_passes);
  g_test_add_func ("/summary/extremes", test_extremes);
  g_test_add_func ("/summary/every-figure", test_every_figure);

  return g_test_run ();
}
