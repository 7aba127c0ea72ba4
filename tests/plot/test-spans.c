/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nepho-layout-check.h"
#include "nepho-layout-sample.h"
#include "nepho-plot-private.h"

/* Both bars of a category begin at one level; a text stands beyond each end, on the other side of the
 * beginning where a longer bar lies there already. */
static void
test_spans (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_SPAN, nepho_layout_english, 2, 3, 0.0);
  static const double starts[] = { 30, 30, 30 };
  static const double ends[][3] = { { 20, 28, 34 }, { 40, 24, 32 } };
  static const gboolean left[][3] = { { TRUE, FALSE, FALSE }, { FALSE, TRUE, TRUE } };
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  guint seen[2] = { 0 };
  guint n;

  figure->horizontal = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      nepho_plot_column_unref (series->y);
      nepho_plot_column_unref (series->low);
      series->y = nepho_plot_column_new (ends[i], 3);
      series->low = nepho_plot_column_new (starts, 3);
    }
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  nepho_layout_assert_tidy (layout, 600, 400);
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < 3; k++)
      {
        const NephoPlotScale *x = nepho_plot_layout_x (layout);
        NephoPlotRect rect;

        g_assert_true (nepho_plot_bar_rect (layout, i, k, &rect));
        g_assert_cmpfloat_with_epsilon (rect.x, nepho_plot_scale_map (x, MIN (ends[i][k], 30)), 1e-9);
        g_assert_cmpfloat_with_epsilon (rect.x + rect.width, nepho_plot_scale_map (x, MAX (ends[i][k], 30)), 1e-9);
      }

  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    if (texts[i].role == NEPHO_PLOT_TEXT_VALUE)
      {
        double middle = texts[i].rect.x + texts[i].rect.width / 2.0;
        double start = nepho_plot_scale_map (nepho_plot_layout_x (layout), 30);

        g_assert_true ((middle < start) == left[texts[i].series][seen[texts[i].series]]);
        seen[texts[i].series]++;
      }
  g_assert_cmpuint (seen[0], ==, 3);
  g_assert_cmpuint (seen[1], ==, 3);
}

/* Both numbers of a dumbbell stand outside it, whichever way it goes. */
static void
test_dumbbell (void)
{
  static const double ends[] = { 0.4, 0.1, 0.21 };
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_DUMBBELL, nepho_layout_english, 1, 3, 0.0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  guint values = 0;
  guint keys = 0;
  guint n;

  figure->horizontal = TRUE;
  nepho_layout_set_values (figure, 0, ends, 3);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  nepho_layout_assert_tidy (layout, 600, 400);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    {
      keys += texts[i].role == NEPHO_PLOT_TEXT_KEY;
      if (texts[i].role != NEPHO_PLOT_TEXT_VALUE)
        continue;
      values++;
      for (guint k = 0; k < 3; k++)
        {
          NephoPlotRect bar;

          g_assert_true (nepho_plot_bar_rect (layout, 0, k, &bar));
          g_assert_false (nepho_plot_rects_meet (&texts[i].rect, &bar));
        }
    }
  /* The third goes nowhere: one number says so. */
  g_assert_cmpuint (values, ==, 5);
  g_assert_cmpuint (keys, ==, 2);
}

/* A slope is named with its value on both sides, at the height of both values where they are apart. */
static void
test_slope (void)
{
  static const double ends[][2] = { { 0.13, 0.47 }, { 0.47, 0.13 } };
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_SLOPE, nepho_layout_english, 2, 2, 0.0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  const NephoPlotRect *plot;
  guint n;
  guint seen = 0;

  for (guint i = 0; i < 2; i++)
    nepho_layout_set_values (figure, i, ends[i], 2);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  plot = nepho_plot_layout_plot_rect (layout);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    {
      guint side;
      double x;
      double y;

      if (texts[i].role != NEPHO_PLOT_TEXT_LABEL)
        continue;
      side = texts[i].rect.x > plot->x ? 1 : 0;
      nepho_plot_layout_point (layout, (guint) texts[i].series, side, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, plot->x + side * plot->width, 1e-9);
      g_assert_cmpfloat_with_epsilon (texts[i].rect.y + texts[i].rect.height / 2.0, y, 1e-9);
      g_assert_nonnull (strstr (pango_layout_get_text (texts[i].layout),
                                ends[texts[i].series][side] > 0.3 ? "47.0" : "13.0"));
      g_assert_nonnull (strstr (pango_layout_get_text (texts[i].layout), nepho_layout_english[texts[i].series]));
      seen++;
    }
  g_assert_cmpuint (seen, ==, 4);
}

/* Areas of tiles are as widths times heights, in every column; a column without width has no tile. */
static void
test_tiles (void)
{
  static const double widths[] = { 30, 0, 10 };
  static const double parts[][3] = { { 0.5, 0.3, 0.25 }, { 0.5, 0.7, 0.75 } };
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_TILE, nepho_layout_english, 2, 3, 0.0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotRect *plot;

  nepho_plot_column_unref (figure->x.widths);
  figure->x.widths = nepho_plot_column_new (widths, 3);
  for (guint i = 0; i < 2; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      nepho_plot_column_unref (series->y);
      series->y = nepho_plot_column_new (parts[i], 3);
    }
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  nepho_layout_assert_tidy (layout, 600, 400);
  plot = nepho_plot_layout_plot_rect (layout);
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < 3; k++)
      {
        NephoPlotRect rect;
        NephoPlotHit hit;

        g_assert_true (nepho_plot_tile_rect (layout, i, k, &rect) == (k != 1));
        if (k == 1)
          continue;
        /* The seams take a point. */
        g_assert_cmpfloat_with_epsilon (rect.width + 1.0, plot->width * widths[k] / 40.0, 1e-5);
        g_assert_cmpfloat_with_epsilon (rect.height + 1.0, plot->height * parts[i][k], 1e-6);
        g_assert_true (nepho_plot_layout_pick (layout, rect.x + 2.0, rect.y + 2.0, &hit));
        g_assert_cmpint (hit.series, ==, (int) i);
        g_assert_cmpuint (hit.point, ==, k);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spans/spans", test_spans);
  g_test_add_func ("/spans/dumbbell", test_dumbbell);
  g_test_add_func ("/spans/slope", test_slope);
  g_test_add_func ("/spans/tiles", test_tiles);

  return g_test_run ();
}
