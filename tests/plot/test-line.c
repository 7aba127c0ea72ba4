/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-plot-private.h"

#define WIDTH 400
#define HEIGHT 300

/* The rows that a drawing covers in each pixel column, from top to bottom. */
typedef struct
{
  int top[WIDTH];
  int bottom[WIDTH];
} Columns;

static void
scan (cairo_surface_t *surface, Columns *columns)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int x = 0; x < WIDTH; x++)
    {
      columns->top[x] = -1;
      columns->bottom[x] = -1;
      for (int y = 0; y < HEIGHT; y++)
        if (((const guint32 *) (const void *) (data + y * stride))[x] >> 24 > 0x7f)
          {
            columns->top[x] = columns->top[x] < 0 ? y : columns->top[x];
            columns->bottom[x] = y;
          }
    }
}

static NephoPlotFigure *
dense_figure (guint n)
{
  NephoPlotFigure *figure = nepho_plot_figure_new ("dense");
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "a", "", 0);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);
  double level = 0.0;

  for (guint i = 0; i < n; i++)
    {
      x[i] = 2000.0 + 20.0 * i / n;
      level += g_rand_double_range (random, -1.0, 1.0);
      /* A peak of one point in a hundred thousand: the one that must not be lost. */
      y[i] = i == n / 3 ? 4000.0 : level;
    }
  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  series->notation = NEPHO_PLOT_PROJECTION;
  series->x = nepho_plot_column_new (x, n);
  series->y = nepho_plot_column_new (y, n);

  return figure;
}

static void
draw_full (const NephoPlotLayout *layout, cairo_t *cr, guint n)
{
  cairo_set_line_width (cr, layout->theme->line_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint k = 1; k < n; k++)
    {
      double x0, y0, x1, y1;

      nepho_plot_layout_point (layout, 0, k - 1, &x0, &y0);
      nepho_plot_layout_point (layout, 0, k, &x1, &y1);
      cairo_move_to (cr, x0, y0);
      cairo_line_to (cr, x1, y1);
      cairo_stroke (cr);
    }
}

/* A line with more points than pixels, drawn from its extremes, covers the pixel rows that every
 * single segment would have covered: at most one pixel of antialiasing apart. */
static void
test_no_peak_is_lost (void)
{
  guint n = 20000;
  g_autoptr (NephoPlotFigure) figure = dense_figure (n);
  cairo_surface_t *thin = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_surface_t *full = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *thin_cr = cairo_create (thin);
  cairo_t *full_cr = cairo_create (full);
  g_autoptr (GObject) owner = G_OBJECT (pango_cairo_create_context (thin_cr));
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), WIDTH, HEIGHT, 1.0, NULL);
  g_autofree Columns *a = g_new0 (Columns, 1);
  g_autofree Columns *b = g_new0 (Columns, 1);
  double peak_x;
  double peak_y;

  nepho_plot_draw_line (layout, thin_cr, 0);
  draw_full (layout, full_cr, n);
  cairo_surface_flush (thin);
  cairo_surface_flush (full);
  scan (thin, a);
  scan (full, b);

  for (int x = (int) layout->plot.x + 2; x < (int) (layout->plot.x + layout->plot.width) - 2; x++)
    {
      g_assert_cmpint (ABS (a->top[x] - b->top[x]), <=, 2);
      g_assert_cmpint (ABS (a->bottom[x] - b->bottom[x]), <=, 2);
    }
  nepho_plot_layout_point (layout, 0, n / 3, &peak_x, &peak_y);
  g_assert_cmpint (ABS (a->top[(int) peak_x] - (int) peak_y), <=, 2);

  cairo_destroy (thin_cr);
  cairo_destroy (full_cr);
  cairo_surface_destroy (thin);
  cairo_surface_destroy (full);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/no-peak-is-lost", test_no_peak_is_lost);

  return g_test_run ();
}
