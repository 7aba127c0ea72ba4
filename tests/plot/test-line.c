/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-plot-private.h"

#define WIDTH 220
#define HEIGHT 140
/* Pixels of the full drawing to one of the device, each way. */
#define FINE 8
/* A projection's line is so much thinner than the theme's. */
#define PROJECTION 0.8
/* How far apart the parts of a pixel that two drawings cover may be. */
#define GRAIN 0.13

typedef enum
{
  WALK,   /* steps up and down, and one peak of a single point */
  STEEP,  /* from end to end of the axis at each point */
  SMOOTH, /* a wave with few points to a pixel */
  GAPS,   /* interrupted */
  N_SHAPES
} Shape;

static double
value_at (Shape shape, guint k, guint n, double *level, GRand *random)
{
  switch (shape)
    {
    case STEEP:
      return (k % 2 == 0 ? 1.0 : -1.0) * g_rand_double (random);
    case SMOOTH:
      return sin (25.0 * k / n);
    case GAPS:
      return k % 97 < 6 ? (double) NAN : sin (0.013 * k) + (k % 194 < 97 ? 2.0 : 0.0);
    case WALK:
    case N_SHAPES:
    default:
      *level += g_rand_double_range (random, -1.0, 1.0);
      return k == n / 3 ? 150.0 : *level;
    }
}

static NephoPlotFigure *
make_figure (Shape shape, NephoPlotMark mark, guint n)
{
  NephoPlotFigure *figure = nepho_plot_figure_new ("dense");
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, mark, "a", "", 0);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);
  double level = 0.0;

  for (guint i = 0; i < n; i++)
    {
      x[i] = 2000.0 + 20.0 * i / n;
      y[i] = value_at (shape, i, n, &level, random);
    }
  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  series->notation = NEPHO_PLOT_PROJECTION;
  series->x = nepho_plot_column_new (x, n);
  series->y = nepho_plot_column_new (y, n);

  return figure;
}

static cairo_surface_t *
make_surface (int scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH * scale, HEIGHT * scale);

  cairo_surface_set_device_scale (surface, scale, scale);

  return surface;
}

static NephoPlotLayout *
make_layout (const NephoPlotFigure *figure)
{
  cairo_surface_t *surface = make_surface (1);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GObject) context = G_OBJECT (pango_cairo_create_context (cr));

  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return nepho_plot_layout_new (figure, PANGO_CONTEXT (context), nepho_plot_theme_find ("light"), WIDTH, HEIGHT, 1.0, NULL);
}

/* Every piece stroked alone on pixels so fine that they need no grey: what all of them cover together. */
static cairo_surface_t *
draw_full (const NephoPlotLayout *layout, int scale)
{
  cairo_surface_t *surface = make_surface (scale * FINE);
  cairo_t *cr = cairo_create (surface);
  guint n = nepho_plot_series_at (layout, 0)->y->n;

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_line_width (cr, PROJECTION * layout->theme->line_width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint k = 1; k < n; k++)
    {
      double x0, y0, x1, y1;

      nepho_plot_layout_point (layout, 0, k - 1, &x0, &y0);
      nepho_plot_layout_point (layout, 0, k, &x1, &y1);
      if (!isfinite (y0) || !isfinite (y1))
        continue;
      cairo_move_to (cr, x0, y0);
      cairo_line_to (cr, x1, y1);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* The part of a pixel of the device that is covered. */
static double
coverage (cairo_surface_t *surface, int fine, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double sum = 0.0;

  for (int row = y * fine; row < (y + 1) * fine; row++)
    for (int column = x * fine; column < (x + 1) * fine; column++)
      sum += data[row * stride + column] / 255.0;

  return sum / (fine * fine);
}

/* First and last row of a pixel column that are covered to more than a part. */
static void
find_rows (cairo_surface_t *surface, int fine, int scale, int x, double part, int *top, int *bottom)
{
  *top = -1;
  *bottom = -1;
  for (int y = 0; y < HEIGHT * scale; y++)
    if (coverage (surface, fine, x, y) > part)
      {
        *top = *top < 0 ? y : *top;
        *bottom = y;
      }
}

/* Every pixel column has the rows of the full drawing, at every resolution: where a row is half covered a grain
 * of antialiasing decides, nothing else. */
static void
compare_columns (const NephoPlotLayout *layout, cairo_surface_t *drawn, cairo_surface_t *full, int fine, int scale)
{
  int first = (int) (layout->plot.x - 1.0) * scale;
  int end = (int) (layout->plot.x + layout->plot.width + 1.0) * scale;

  for (int x = first; x < end; x++)
    {
      int least_top, least_bottom, most_top, most_bottom, top, bottom;

      find_rows (full, fine, scale, x, 0.5 + GRAIN, &least_top, &least_bottom);
      find_rows (full, fine, scale, x, 0.5 - GRAIN, &most_top, &most_bottom);
      find_rows (drawn, 1, scale, x, 0.5, &top, &bottom);
      if ((least_top >= 0 && (top < 0 || top > least_top || bottom < least_bottom))
          || (top >= 0 && (most_top < 0 || top < most_top || bottom > most_bottom)))
        g_error ("scale %d, column %d: rows %d to %d are drawn, all pieces cover %d to %d (%d to %d in part)", scale, x,
                 top, bottom, least_top, least_bottom, most_top, most_bottom);
    }
}

static void
compare (Shape shape, guint n, int scale)
{
  g_autoptr (NephoPlotFigure) figure = make_figure (shape, NEPHO_PLOT_MARK_LINE, n);
  g_autoptr (NephoPlotLayout) layout = make_layout (figure);
  cairo_surface_t *drawn = make_surface (scale);
  cairo_surface_t *full = draw_full (layout, scale);
  cairo_t *cr = cairo_create (drawn);

  nepho_plot_draw_line (layout, cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (drawn);
  compare_columns (layout, drawn, full, FINE, scale);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (full);
}

static void
test_columns (void)
{
  static const int scales[] = { 1, 2, 4 };

  for (Shape shape = 0; shape < N_SHAPES; shape++)
    for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
      compare (shape, 2000, scales[s]);
}

/* The one point of many that must not be lost, wherever in its pixel it lies. */
static void
test_no_peak_is_lost (void)
{
  for (guint n = 19990; n < 20000; n++)
    {
      g_autoptr (NephoPlotFigure) figure = make_figure (WALK, NEPHO_PLOT_MARK_LINE, n);
      g_autoptr (NephoPlotLayout) layout = make_layout (figure);
      cairo_surface_t *drawn = make_surface (4);
      cairo_t *cr = cairo_create (drawn);
      double x, y;
      int top, bottom;

      nepho_plot_draw_line (layout, cr, 0);
      cairo_destroy (cr);
      cairo_surface_flush (drawn);
      nepho_plot_layout_point (layout, 0, n / 3, &x, &y);
      find_rows (drawn, 1, 4, (int) floor (4.0 * x), 0.5, &top, &bottom);
      /* The pen is 1.6 points wide: its tip is 0.8 above the peak. */
      g_assert_cmpint (ABS (top - (int) floor (4.0 * (y - 0.8))), <=, 1);
      cairo_surface_destroy (drawn);
    }
}

/* Between its dashes a dense line is lighter, and no more than that. */
static void
test_dashes_hide_nothing (void)
{
  g_autoptr (NephoPlotFigure) figure = make_figure (STEEP, NEPHO_PLOT_MARK_LINE, 4000);
  g_autoptr (NephoPlotLayout) layout = NULL;
  cairo_surface_t *drawn = make_surface (1);
  cairo_t *cr = cairo_create (drawn);
  guint dark = 0;
  guint light = 0;

  ((NephoPlotSeries *) g_ptr_array_index (figure->series, 0))->colour = 5;
  layout = make_layout (figure);
  nepho_plot_draw_line (layout, cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (drawn);
  for (int x = (int) layout->plot.x + 2; x < (int) (layout->plot.x + layout->plot.width) - 2; x++)
    {
      double part = coverage (drawn, 1, x, (int) (layout->plot.y + layout->plot.height / 2.0));

      g_assert_cmpfloat (part, >, 0.4);
      dark += part > 0.95;
      light += part < 0.5;
    }
  g_assert_cmpuint (dark, >, 20);
  g_assert_cmpuint (light, >, 20);
  cairo_surface_destroy (drawn);
}

static double
ink_of (NephoPlotNotation notation, NephoPlotMark mark, guint n)
{
  g_autoptr (NephoPlotFigure) figure = make_figure (SMOOTH, mark, n);
  g_autoptr (NephoPlotLayout) layout = NULL;
  cairo_surface_t *drawn = make_surface (1);
  cairo_t *cr = cairo_create (drawn);
  double ink = 0.0;

  ((NephoPlotSeries *) g_ptr_array_index (figure->series, 0))->notation = notation;
  layout = make_layout (figure);
  if (mark == NEPHO_PLOT_MARK_AREA)
    nepho_plot_draw_area (layout, cr, 0);
  else
    nepho_plot_draw_line (layout, cr, 0);
  cairo_destroy (cr);
  cairo_surface_flush (drawn);
  for (int x = 0; x < WIDTH; x++)
    for (int y = 0; y < HEIGHT; y++)
      ink += coverage (drawn, 1, x, y);
  cairo_surface_destroy (drawn);

  return ink;
}

/* The firmer a figure, the more ink: half as much again where dots mark nothing. */
static void
test_projection_is_lighter (void)
{
  g_assert_cmpfloat (ink_of (NEPHO_PLOT_ACTUAL, NEPHO_PLOT_MARK_LINE, 90), >,
                     1.5 * ink_of (NEPHO_PLOT_PROJECTION, NEPHO_PLOT_MARK_LINE, 90));
}

/* One point is seen. */
static void
test_one_point (void)
{
  g_assert_cmpfloat (ink_of (NEPHO_PLOT_PROJECTION, NEPHO_PLOT_MARK_LINE, 1), >, 8.0);
  g_assert_cmpfloat (ink_of (NEPHO_PLOT_ACTUAL, NEPHO_PLOT_MARK_LINE, 1), >, 8.0);
}

/* A band is drawn thin: its coverage at full ink. */
static void
strengthen (cairo_surface_t *surface)
{
  guint8 *data = cairo_image_surface_get_data (surface);
  gsize n = (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface);
  guint8 most = 1;

  for (gsize i = 0; i < n; i++)
    most = MAX (most, data[i]);
  for (gsize i = 0; i < n; i++)
    data[i] = (guint8) (data[i] * 255 / most);
}

/* A band above zero as one shape of all its points, with the same antialiasing. */
static cairo_surface_t *
fill_full (const NephoPlotLayout *layout, int scale)
{
  cairo_surface_t *surface = make_surface (scale);
  cairo_t *cr = cairo_create (surface);
  guint n = nepho_plot_series_at (layout, 0)->y->n;
  double zero = nepho_plot_scale_map (&layout->y, 0.0);
  double first_x;
  double x;
  double y;

  nepho_plot_layout_point (layout, 0, 0, &first_x, &y);
  for (guint k = 0; k < n; k++)
    {
      nepho_plot_layout_point (layout, 0, k, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_line_to (cr, x, zero);
  cairo_line_to (cr, first_x, zero);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static void
raise_to_zero (double *values, guint n)
{
  double least = INFINITY;

  for (guint k = 0; k < n; k++)
    least = MIN (least, values[k]);
  for (guint k = 0; k < n; k++)
    values[k] -= least;
}

/* The upper edge of a band with more points than pixels is where all of its points put it. */
static void
test_band (void)
{
  static const int scales[] = { 1, 2, 4 };

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    {
      guint n = 20000;
      g_autoptr (NephoPlotFigure) figure = make_figure (WALK, NEPHO_PLOT_MARK_BAND, n);
      NephoPlotSeries *series = g_ptr_array_index (figure->series, 0);
      g_autofree double *zero = g_new0 (double, n);
      g_autoptr (NephoPlotLayout) layout = NULL;
      cairo_surface_t *drawn = make_surface (scales[s]);
      cairo_surface_t *full = NULL;
      cairo_t *cr = cairo_create (drawn);

      raise_to_zero (series->y->values, n);
      series->low = nepho_plot_column_new (zero, n);
      layout = make_layout (figure);
      full = fill_full (layout, scales[s]);
      nepho_plot_draw_band (layout, cr, 0);
      cairo_destroy (cr);
      cairo_surface_flush (drawn);
      strengthen (drawn);
      compare_columns (layout, drawn, full, 1, scales[s]);
      cairo_surface_destroy (drawn);
      cairo_surface_destroy (full);
    }
}

/* The points of a stretch, and one on each side; of what goes back and forth, all. */
static void
test_points_between (void)
{
  g_autoptr (NephoPlotFigure) figure = make_figure (SMOOTH, NEPHO_PLOT_MARK_LINE, 20000);
  g_autoptr (NephoPlotLayout) layout = make_layout (figure);
  NephoPlotSeries *series = g_ptr_array_index (figure->series, 0);
  g_autoptr (NephoPlotLayout) other = NULL;
  guint first;
  guint end;

  /* A thousand points to the year. */
  nepho_plot_points_between (layout, 0, 2003.0005, 2003.0105, &first, &end);
  g_assert_cmpuint (first, ==, 3000);
  g_assert_cmpuint (end, ==, 3012);
  nepho_plot_points_between (layout, 0, 1990.0, 2000.0, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, ==, 2);
  nepho_plot_points_between (layout, 0, 2030.0, 2040.0, &first, &end);
  g_assert_cmpuint (first, ==, 19999);
  g_assert_cmpuint (end, ==, 20000);

  series->x->values[10] = 2015.0;
  other = make_layout (figure);
  nepho_plot_points_between (other, 0, 2003.0, 2004.0, &first, &end);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (end, ==, 20000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line/columns", test_columns);
  g_test_add_func ("/line/no-peak-is-lost", test_no_peak_is_lost);
  g_test_add_func ("/line/band", test_band);
  g_test_add_func ("/line/points-between", test_points_between);
  g_test_add_func ("/line/projection-is-lighter", test_projection_is_lighter);
  g_test_add_func ("/line/one-point", test_one_point);
  g_test_add_func ("/line/dashes-hide-nothing", test_dashes_hide_nothing);

  return g_test_run ();
}
