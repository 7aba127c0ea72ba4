/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few small pictures of marks, without any letter, so that fonts do not matter. To make them anew after a change that
 * is meant: NEPHOSCOPE_GOLDEN=write build/tests/plot/test-golden, and look at what git shows. */
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>

#include "nepho-layout-check.h"
#include "nepho-layout-sample.h"
#include "nepho-plot-private.h"

#define WIDTH 240
#define HEIGHT 160
#define MARGIN 10.0
/* Versions of cairo and pixman round coverage otherwise: so much of 255 a pixel may differ, and so many pixels more. */
#define TOLERANCE 40
#define MOST_DIFFERENT 0.004

typedef struct
{
  const char   *name;
  NephoPlotMark mark;
  const char   *theme;
  guint         n_series;
  guint         n_points;
} Golden;

static const Golden goldens[] = {
  { "lines", NEPHO_PLOT_MARK_LINE, "light", 9, 24 },  { "areas-print", NEPHO_PLOT_MARK_AREA, "print", 9, 24 },
  { "bars-dark", NEPHO_PLOT_MARK_BAR, "dark", 2, 5 }, { "bridge", NEPHO_PLOT_MARK_BRIDGE, "light", 1, 5 },
  { "heat", NEPHO_PLOT_MARK_HEAT, "light", 1, 5 },    { "flow", NEPHO_PLOT_MARK_FLOW, "light", 4, 4 },
};

/* The same numbers for ever: shares that move, some of them from what was published. */
static void
fill (NephoPlotFigure *figure, NephoPlotMark mark)
{
  static const double bridge[] = { 0.34, 0.12, -0.09, -0.02, 0.35 };

  for (guint i = 0; i < figure->series->len; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);
      guint n = series->y->n;
      g_autofree double *values = g_new (double, n);

      for (guint k = 0; k < n; k++)
        values[k] = mark == NEPHO_PLOT_MARK_BRIDGE ? bridge[k % 5] : 0.4 / (1.0 + i) + 0.02 * sin (0.7 * k + i);
      nepho_layout_set_values (figure, i, values, n);
      series->notation = i % 2 == 0 ? NEPHO_PLOT_PROJECTION : NEPHO_PLOT_ACTUAL;
      series->bridge_total = 1 | 16;
    }
}

/* Nothing that has letters, but the data where they always are. */
static void
draw (const Golden *golden, cairo_t *cr)
{
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (golden->mark, nepho_layout_english, golden->n_series,
                                                            golden->n_points, 0.01);
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());
  const NephoPlotTheme *theme = nepho_plot_theme_find (golden->theme);
  g_autoptr (NephoPlotLayout) layout = NULL;

  fill (figure, golden->mark);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (context), theme, 640.0, 480.0, 1.0, NULL);
  layout->plot = (NephoPlotRect) { MARGIN, MARGIN, WIDTH - 2.0 * MARGIN, HEIGHT - 2.0 * MARGIN };
  layout->x.r0 = MARGIN;
  layout->x.r1 = WIDTH - MARGIN;
  layout->y.r0 = layout->figure->y.kind == NEPHO_PLOT_SCALE_BAND ? MARGIN : HEIGHT - MARGIN;
  layout->y.r1 = layout->figure->y.kind == NEPHO_PLOT_SCALE_BAND ? HEIGHT - MARGIN : MARGIN;
  if (nepho_plot_is_flow (layout))
    {
      g_free (layout->flow.left);
      g_free (layout->flow.right);
      nepho_plot_flow_arrange (layout);
    }
  nepho_plot_set_colour (cr, theme->background, 1.0);
  cairo_paint (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  nepho_plot_draw_plot (layout, cr);
}

/* How far a pixel is from another, in its worst colour. */
static int
difference (guint32 a, guint32 b)
{
  int most = 0;

  for (int shift = 0; shift < 24; shift += 8)
    most = MAX (most, abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));

  return most;
}

static guint32 *
pixel_at (cairo_surface_t *surface, int x, int y)
{
  return (guint32 *) (void *) (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface)
                               + 4 * x);
}

/* How many pixels are farther off than rounding explains; these are white in @shown. */
static guint
compare (cairo_surface_t *expected, cairo_surface_t *actual, cairo_surface_t *shown)
{
  guint n_different = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      if (difference (*pixel_at (expected, x, y), *pixel_at (actual, x, y)) > TOLERANCE)
        {
          *pixel_at (shown, x, y) = 0xffffffff;
          n_different++;
        }
  cairo_surface_mark_dirty (shown);

  return n_different;
}

/* What was expected, what came, and where they differ, beside one another. */
static void
keep (const Golden *golden, cairo_surface_t *expected, cairo_surface_t *actual, cairo_surface_t *shown)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "plot", "golden-failed", NULL);
  cairo_surface_t *surfaces[] = { expected, actual, shown };
  static const char *const what[] = { "expected", "actual", "difference" };

  g_mkdir_with_parents (folder, 0755);
  for (guint k = 0; k < G_N_ELEMENTS (surfaces); k++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s.png", golden->name, what[k]);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      cairo_surface_write_to_png (surfaces[k], path);
      g_test_message ("%s", path);
    }
}

static void
test_golden (gconstpointer data)
{
  const Golden *golden = data;
  g_autofree char *name = g_strconcat (golden->name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "plot", "golden", name, NULL);
  cairo_surface_t *actual = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_surface_t *shown = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (actual);
  cairo_surface_t *expected;
  guint n_different;

  draw (golden, cr);
  cairo_destroy (cr);
  cairo_surface_flush (actual);
  if (g_strcmp0 (g_getenv ("NEPHOSCOPE_GOLDEN"), "write") == 0)
    g_assert_cmpint ((int) cairo_surface_write_to_png (actual, path), ==, CAIRO_STATUS_SUCCESS);

  expected = cairo_image_surface_create_from_png (path);
  g_assert_cmpint ((int) cairo_surface_status (expected), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (expected), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (expected), ==, HEIGHT);
  n_different = compare (expected, actual, shown);
  if (n_different > MOST_DIFFERENT * WIDTH * HEIGHT)
    {
      keep (golden, expected, actual, shown);
      g_test_message ("%u of %d pixels differ", n_different, WIDTH * HEIGHT);
      g_test_fail ();
    }
  cairo_surface_destroy (expected);
  cairo_surface_destroy (shown);
  cairo_surface_destroy (actual);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (goldens); k++)
    {
      g_autofree char *path = g_strconcat ("/golden/", goldens[k].name, NULL);

      g_test_add_data_func (path, &goldens[k], test_golden);
    }

  return g_test_run ();
}
