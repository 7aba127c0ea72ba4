/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-layout-check.h"
#include "nepho-layout-sample.h"
#include "nepho-plot-private.h"

static void
test_stack (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_plot_figure_new ("stack");
  g_autoptr (NephoPlotLayout) layout = NULL;
  static const double x[] = { 2022, 2023 };
  static const double y[][2] = { { 0.5, 0.25 }, { 0.3, NAN }, { 0.2, 0.75 } };
  double px;
  double py;

  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  for (guint i = 0; i < 3; i++)
    {
      NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_AREA, "a", "a", (int) i);

      series->x = nepho_plot_column_new (x, 2);
      series->y = nepho_plot_column_new (y[i], 2);
    }
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 400, 300, 1.0, NULL);

  /* The tops of both columns are at one. */
  nepho_plot_layout_point (layout, 2, 0, &px, &py);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_invert (nepho_plot_layout_y (layout), py), 1.0, 1e-12);
  nepho_plot_layout_point (layout, 2, 1, &px, &py);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_invert (nepho_plot_layout_y (layout), py), 1.0, 1e-12);
  nepho_plot_layout_point (layout, 1, 0, &px, &py);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_invert (nepho_plot_layout_y (layout), py), 0.8, 1e-12);
}

static void
test_bars_stand_on_zero (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_BAR, nepho_layout_english, 1, 4, 0.0);
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 400, 300, 1.0, NULL);
  const NephoPlotScale *y = nepho_plot_layout_y (layout);
  NephoPlotRect rect;

  g_assert_cmpfloat (y->d0, ==, 0.0);
  g_assert_true (nepho_plot_bar_rect (layout, 0, 2, &rect));
  g_assert_cmpfloat_with_epsilon (rect.y + rect.height, nepho_plot_scale_map (y, 0.0), 1e-9);
  g_assert_cmpfloat_with_epsilon (rect.y, nepho_plot_scale_map (y, 0.2), 1e-9);
}

static void
test_bridge (void)
{
  static const double values[] = { 50, 30, -12, 68 };
  static const double ends[][2] = { { 0, 50 }, { 50, 80 }, { 80, 68 }, { 0, 68 } };
  NephoPlotSeries series = { .mark = NEPHO_PLOT_MARK_BRIDGE, .bridge_total = 1 | 8 };

  series.y = nepho_plot_column_new (values, 4);
  for (guint k = 0; k < 4; k++)
    {
      double from;
      double to;

      nepho_plot_bridge_ends (&series, k, &from, &to);
      g_assert_cmpfloat (from, ==, ends[k][0]);
      g_assert_cmpfloat (to, ==, ends[k][1]);
    }
  nepho_plot_column_unref (series.y);
}

/* A baseline's mark stands on the bar of its own series. */
static void
test_ghost_of_group (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_BAR, nepho_layout_english, 3, 4, 0.01);
  NephoPlotSeries *ghost = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_BAR, "1", NULL, 0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  NephoPlotRect bar;
  NephoPlotRect mark;

  ghost->notation = NEPHO_PLOT_GHOST;
  ghost->y = nepho_plot_column_ref (((NephoPlotSeries *) g_ptr_array_index (figure->series, 0))->y);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  nepho_layout_assert_tidy (layout, 600, 400);
  g_assert_true (nepho_plot_bar_rect (layout, 1, 2, &bar));
  g_assert_true (nepho_plot_bar_rect (layout, 3, 2, &mark));
  g_assert_cmpfloat_with_epsilon (bar.x, mark.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (bar.width, mark.width, 1e-9);
}

/* Each band has its name in the key. */
static void
test_band_key (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_BAND, nepho_layout_english, 3, 20, 0.01);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  guint keys = 0;
  guint n;

  for (guint i = 0; i < 3; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      g_clear_pointer (&series->low, nepho_plot_column_unref);
      series->low = nepho_plot_column_new_strided (series->y->values, series->y->n, 1, 0.5);
    }
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  nepho_layout_assert_tidy (layout, 600, 400);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    keys += texts[i].role == NEPHO_PLOT_TEXT_KEY;
  g_assert_cmpuint (keys, ==, 3);
  nepho_layout_draw (figure);
}

/* Whether the middle row of a bar is of one colour. */
static gboolean
is_plain (const char *theme, int slot)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_BAR, nepho_layout_english, 1, 1, 0.01);
  NephoPlotSeries *series = g_ptr_array_index (figure->series, 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 480, 320);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const guint32 *row;
  NephoPlotRect bar;
  gboolean plain = TRUE;

  series->notation = NEPHO_PLOT_ACTUAL;
  series->colour = slot;
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find (theme), 480, 320, 1.0, NULL);
  nepho_plot_draw_plot (layout, cr);
  cairo_surface_flush (surface);
  g_assert_true (nepho_plot_bar_rect (layout, 0, 0, &bar));
  row = (const guint32 *) (const void *) (cairo_image_surface_get_data (surface)
                                          + (int) (bar.y + bar.height / 3.0) * cairo_image_surface_get_stride (surface));
  for (int x = (int) bar.x + 3; x < bar.x + bar.width - 3.0; x++)
    plain = plain && row[x] == row[(int) bar.x + 2];
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return plain;
}

/* On paper, where a printer may have no colours, vendors beyond the first four are hatched as their lines are dashed. */
static void
test_hatched_in_print (void)
{
  g_assert_true (is_plain ("light", 0));
  g_assert_true (is_plain ("light", 5));
  g_assert_true (is_plain ("print", 0));
  g_assert_false (is_plain ("print", 5));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bars/stack", test_stack);
  g_test_add_func ("/bars/bars-stand-on-zero", test_bars_stand_on_zero);
  g_test_add_func ("/bars/bridge", test_bridge);
  g_test_add_func ("/bars/ghost-of-group", test_ghost_of_group);
  g_test_add_func ("/bars/band-key", test_band_key);
  g_test_add_func ("/bars/hatched-in-print", test_hatched_in_print);

  return g_test_run ();
}
