/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-sparkline.h"

#include <math.h>

/* On a paper of 108 by 48 points the margins of 4 leave 100 by 40. */
static void
assert_at (const NephoPlotSparkline *line, guint index, gboolean baseline, double x, double y)
{
  double own_x;
  double own_y;

  g_assert_true (nepho_plot_sparkline_point (line, 108.0, 48.0, 1.0, index, baseline, &own_x, &own_y));
  g_assert_cmpfloat_with_epsilon (own_x, x, 1e-9);
  g_assert_cmpfloat_with_epsilon (own_y, y, 1e-9);
}

static void
test_points (void)
{
  static const double values[] = { 1.0, 3.0, NAN, 2.0, 1.0 };
  static const double before[] = { 1.0, 1.0, 1.0, 5.0, 1.0 };
  g_autoptr (NephoPlotColumn) course = nepho_plot_column_new (values, 5);
  g_autoptr (NephoPlotColumn) baseline = nepho_plot_column_new (before, 5);
  NephoPlotSparkline line = { course, NULL, 4 };
  double x;
  double y;

  assert_at (&line, 0, FALSE, 4.0, 44.0);
  assert_at (&line, 1, FALSE, 29.0, 4.0);
  assert_at (&line, 3, FALSE, 79.0, 24.0);
  g_assert_false (nepho_plot_sparkline_point (&line, 108.0, 48.0, 1.0, 2, FALSE, &x, &y));
  g_assert_false (nepho_plot_sparkline_point (&line, 108.0, 48.0, 1.0, 5, FALSE, &x, &y));
  g_assert_false (nepho_plot_sparkline_point (&line, 108.0, 48.0, 1.0, 0, TRUE, &x, &y));

  /* Both lines are on one scale. */
  line.baseline = baseline;
  assert_at (&line, 1, FALSE, 29.0, 24.0);
  assert_at (&line, 3, TRUE, 79.0, 4.0);
}

static void
test_flat_and_alone (void)
{
  static const double values[] = { 7.0, 7.0 };
  g_autoptr (NephoPlotColumn) flat = nepho_plot_column_new (values, 2);
  g_autoptr (NephoPlotColumn) alone = nepho_plot_column_new (values, 1);
  NephoPlotSparkline line = { flat, NULL, 1 };

  assert_at (&line, 0, FALSE, 4.0, 24.0);
  assert_at (&line, 1, FALSE, 104.0, 24.0);
  line.course = alone;
  assert_at (&line, 0, FALSE, 104.0, 24.0);
}

static gboolean
has_colour (cairo_surface_t *surface, double x, double y, NephoPlotColour colour)
{
  const guint32 *row;
  guint32 expected = 0xff000000u | (guint32) lround (colour.r * 255.0) << 16 | (guint32) lround (colour.g * 255.0) << 8
                     | (guint32) lround (colour.b * 255.0);

  cairo_surface_flush (surface);
  row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                          + (gssize) y * cairo_image_surface_get_stride (surface));

  return row[(gssize) x] == expected;
}

/* The dot is on the marked datum, and nowhere where none is marked; any course can be drawn. */
static void
test_draw (void)
{
  static const double values[] = { 1.0, 5.0, 1.0 };
  static const double odd[] = { NAN, INFINITY, 1e308, -1e308 };
  g_autoptr (NephoPlotColumn) course = nepho_plot_column_new (values, 3);
  g_autoptr (NephoPlotColumn) strange = nepho_plot_column_new (odd, 4);
  const NephoPlotTheme *theme = nepho_plot_theme_find ("light");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 108, 48);
  cairo_t *cr = cairo_create (surface);
  NephoPlotSparkline line = { course, NULL, 3 };

  nepho_plot_sparkline_draw (&line, cr, theme, 108.0, 48.0, 1.0);
  g_assert_false (has_colour (surface, 102, 44, theme->accent) && has_colour (surface, 104, 45, theme->accent));
  line.marked = 2;
  nepho_plot_sparkline_draw (&line, cr, theme, 108.0, 48.0, 1.0);
  g_assert_true (has_colour (surface, 103, 44, theme->accent));
  line.course = strange;
  line.baseline = course;
  nepho_plot_sparkline_draw (&line, cr, theme, 108.0, 48.0, 1.0);
  g_assert_cmpint ((int) cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sparkline/points", test_points);
  g_test_add_func ("/sparkline/flat-and-alone", test_flat_and_alone);
  g_test_add_func ("/sparkline/draw", test_draw);

  return g_test_run ();
}
