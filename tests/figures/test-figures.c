/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

#include <math.h>
#include <string.h>

#include "nepho-dataset-io.h"
#include "nepho-plot-render.h"

static void
check_texts (const NephoPlotFigure *figure)
{
  g_assert_nonnull (figure->title);
  g_assert_nonnull (figure->subtitle);
  g_assert_nonnull (figure->source);
  g_assert_nonnull (figure->summary);
  g_assert_true (g_utf8_validate (figure->title, -1, NULL));
  g_assert_false (g_str_has_suffix (figure->title, "."));
  g_assert_null (strstr (figure->title, "nan"));
  g_assert_null (strstr (figure->title, "–"));
  g_assert_true (figure->series->len > 0 || figure->empty != NULL);
}

static void
check_series (const NephoPlotFigure *figure, const NephoPlotSeries *series)
{
  g_assert_nonnull (series->y);
  g_assert_cmpuint (series->y->n, >, 0);
  if (series->x != NULL)
    g_assert_cmpuint (series->x->n, ==, series->y->n);
  if (series->point_labels != NULL)
    g_assert_cmpuint (g_strv_length (series->point_labels), ==, series->y->n);
  if (figure->x.kind == NEPHO_PLOT_SCALE_BAND && series->mark != NEPHO_PLOT_MARK_HEAT)
    g_assert_cmpuint (g_strv_length (figure->x.categories), ==, series->y->n);

  for (guint k = 0; k < series->y->n; k++)
    {
      /* Published lines are interrupted where figures are missing, but neither begin nor end so. */
      gboolean gap = series->notation == NEPHO_PLOT_ACTUAL && k > 0 && k + 1 < series->y->n;

      /* A blank cell is a thing that never happens. */
      if (series->mark != NEPHO_PLOT_MARK_BAR && series->mark != NEPHO_PLOT_MARK_FLOW
          && series->mark != NEPHO_PLOT_MARK_HEAT && !gap)
        g_assert_true (isfinite (series->y->values[k]));
      if (series->x != NULL)
        g_assert_true (isfinite (series->x->values[k]));
      if (figure->y.kind == NEPHO_PLOT_SCALE_LOG)
        g_assert_cmpfloat (series->y->values[k], >, 0.0);
    }
}

/* Draws small and checks that both axes have finite ends. */
static void
check_axes (const NephoPlotFigure *figure)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 320, 240);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GObject) owner = G_OBJECT (pango_cairo_create_context (cr));
  g_autoptr (NephoPlotLayout) layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"),
                                                              320.0, 240.0, 1.0, NULL);
  const NephoPlotScale *scales[] = { nepho_plot_layout_x (layout), nepho_plot_layout_y (layout) };

  nepho_plot_layout_draw (layout, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  for (guint k = 0; figure->series->len > 0 && k < G_N_ELEMENTS (scales); k++)
    if (scales[k]->kind != NEPHO_PLOT_SCALE_BAND)
      {
        g_assert_true (isfinite (scales[k]->d0));
        g_assert_true (isfinite (scales[k]->d1));
        g_assert_cmpfloat (scales[k]->d0, <, scales[k]->d1);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Each such figure runs the model hundreds of times: long runs of large markets are left to others. */
static gboolean
is_costly (const NephoFigureSpec *spec, const NephoFigureContext *context)
{
  return (spec->pages & NEPHO_PAGE_UNCERTAINTY) != 0
         && (context->results->n_quarters > 100 || context->results->n_vendors > 12 || context->vendor > 1);
}

static void
check_all (const NephoFigureContext *context, gboolean draw)
{
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  for (guint k = 0; k < n_specs; k++)
    {
      g_autoptr (NephoPlotFigure) figure = NULL;

      if (is_costly (&specs[k], context))
        continue;
      figure = nepho_figure_build (&specs[k], context);
      g_assert_cmpstr (figure->id, ==, specs[k].id);
      check_texts (figure);
      for (guint i = 0; i < figure->series->len; i++)
        check_series (figure, g_ptr_array_index (figure->series, i));
      if (draw)
        check_axes (figure);
    }
}

/* Every figure, for every segment and vendor, at short and long horizons. */
static void
check_dataset (NephoDataset *dataset, gboolean draw)
{
  static const guint horizons[] = { 0, 1, 34, 200 };

  for (guint h = 0; h < G_N_ELEMENTS (horizons); h++)
    {
      g_auto (NephoFixture) fixture = { 0 };

      nepho_fixture_adopt (&fixture, nepho_dataset_ref (dataset), horizons[h]);
      nepho_fixture_run (&fixture);
      for (int s = NEPHO_SEGMENT_USUAL; s < (int) dataset->segments->len; s++)
        {
          fixture.context.segment = s;
          check_all (&fixture.context, draw);
        }
      for (int i = 0; i < (int) dataset->vendors->len; i++)
        {
          fixture.context.vendor = i;
          check_all (&fixture.context, FALSE);
        }
      /* Quarters of a longer run that was shortened since. */
      fixture.context.to = 1000;
      check_all (&fixture.context, FALSE);
    }
}

static void
test_sample (void)
{
  g_autoptr (NephoDataset) small = nepho_sample_dataset (1, 1);
  g_autoptr (NephoDataset) large = nepho_sample_dataset (20, 2);

  check_dataset (small, TRUE);
  check_dataset (large, FALSE);
}

static void
test_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, &error);

  g_assert_no_error (error);
  check_dataset (dataset, TRUE);
}

/* Whatever the parameters, there is something finite to draw. */
static void
test_random (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (4, 2);
  g_autoptr (GRand) random = g_rand_new_with_seed (20230424);

  for (guint k = 0; k < 40; k++)
    {
      g_auto (NephoFixture) fixture = { 0 };
      g_autoptr (NephoMarket) market = NULL;
      g_autoptr (NephoResults) baseline = nepho_results_new ();
      g_autofree double *defaults = NULL;

      nepho_fixture_adopt (&fixture, nepho_dataset_ref (dataset), 40);
      defaults = nepho_parameter_set_defaults (fixture.parameters);
      nepho_sample_randomise (fixture.parameters, random, fixture.values);
      nepho_fixture_run (&fixture);
      market = nepho_market_new (fixture.parameters);
      nepho_market_run (market, defaults, 40, baseline);
      fixture.context.baseline = baseline;
      fixture.context.baseline_values = defaults;
      check_all (&fixture.context, k < 5);
    }
}

/* A ghost stands where the baseline is another line, and nowhere else. */
static void
test_ghost (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoMarket) market = NULL;
  g_autoptr (NephoResults) baseline = nepho_results_new ();
  g_autoptr (NephoPlotFigure) same = NULL;
  g_autoptr (NephoPlotFigure) other = NULL;
  guint n_ghosts = 0;
  guint n_labels = 0;

  nepho_fixture_init (&fixture, 3, 12);
  nepho_fixture_run (&fixture);
  market = nepho_market_new (fixture.parameters);
  nepho_market_run (market, fixture.values, 12, baseline);
  fixture.context.baseline = baseline;
  same = nepho_fixture_build (&fixture, "share");
  g_assert_cmpuint (same->series->len, ==, 3);

  fixture.results->share[nepho_results_tis (fixture.results, 12, 1, 0)] += 0.01;
  fixture.results->share[nepho_results_tis (fixture.results, 12, 2, 0)] -= 0.01;
  other = nepho_fixture_build (&fixture, "share");
  for (guint k = 0; k < other->series->len; k++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (other->series, k);

      if (series->notation != NEPHO_PLOT_GHOST)
        continue;
      n_ghosts++;
      n_labels += *series->label != '\0' ? 1 : 0;
    }
  g_assert_cmpuint (n_ghosts, ==, 2);
  g_assert_cmpuint (n_labels, ==, 1);
}

static void
test_find (void)
{
  g_assert_nonnull (nepho_figure_find ("share"));
  g_assert_null (nepho_figure_find ("shares"));
  g_assert_null (nepho_figure_find (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/sample", test_sample);
  g_test_add_func ("/figures/bundled", test_bundled);
  g_test_add_func ("/figures/random", test_random);
  g_test_add_func ("/figures/ghost", test_ghost);
  g_test_add_func ("/figures/find", test_find);

  return g_test_run ();
}
