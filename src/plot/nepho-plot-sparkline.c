/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-sparkline.h"

#include <math.h>

/* Thinner than the lines of a chart, likewise the dot. */
#define LINE_PART 0.75
#define DOT_PART 0.85

static double
margin_of (double scale)
{
  /* The dot at an end must not be cut. */
  return 4.0 * scale;
}

static void
widen (const NephoPlotColumn *column, double *low, double *high)
{
  for (guint k = 0; column != NULL && k < column->n; k++)
    if (isfinite (column->values[k]))
      {
        *low = MIN (*low, column->values[k]);
        *high = MAX (*high, column->values[k]);
      }
}

/**
 * nepho_plot_sparkline_point:
 * @line: a line
 * @width: of the paper, in points
 * @height: likewise
 * @scale: factor for the widths of lines, 1 as designed
 * @index: which datum
 * @baseline: whether it is the baseline's
 * @x: (out): where it is drawn
 * @y: (out): likewise
 *
 * The lowest value of both lines is at the bottom and the highest at the top; what never changes lies in the
 * middle.
 *
 * Returns: whether there is such a datum
 */
gboolean
nepho_plot_sparkline_point (const NephoPlotSparkline *line, double width, double height, double scale, guint index,
                            gboolean baseline, double *x, double *y)
{
  const NephoPlotColumn *column = baseline ? line->baseline : line->course;
  double margin = margin_of (scale);
  double low = INFINITY;
  double high = -INFINITY;
  double part;

  if (column == NULL || index >= column->n || !isfinite (column->values[index]))
    return FALSE;

  widen (line->course, &low, &high);
  widen (line->baseline, &low, &high);
  part = high > low ? column->values[index] / (high - low) - low / (high - low) : 0.5;
  *x = margin + (width - 2.0 * margin) * (column->n > 1 ? index / (column->n - 1.0) : 1.0);
  *y = height - margin - (height - 2.0 * margin) * part;

  return TRUE;
}

static void
stroke (const NephoPlotSparkline *line, cairo_t *cr, double width, double height, double scale, gboolean baseline)
{
  guint n = baseline ? line->baseline->n : line->course->n;
  gboolean open = FALSE;

  for (guint k = 0; k < n; k++)
    {
      double x;
      double y;
      gboolean there = nepho_plot_sparkline_point (line, width, height, scale, k, baseline, &x, &y);

      if (there && open)
        cairo_line_to (cr, x, y);
      else if (there)
        cairo_move_to (cr, x, y);
      open = there;
    }
  cairo_stroke (cr);
}

static void
set_colour (cairo_t *cr, NephoPlotColour colour)
{
  cairo_set_source_rgba (cr, colour.r, colour.g, colour.b, colour.a);
}

/**
 * nepho_plot_sparkline_draw:
 * @line: a line
 * @cr: where to draw
 * @theme: colours and widths
 * @width: of the paper, in points
 * @height: likewise
 * @scale: factor for the widths of lines, 1 as designed
 */
void
nepho_plot_sparkline_draw (const NephoPlotSparkline *line, cairo_t *cr, const NephoPlotTheme *theme, double width,
                           double height, double scale)
{
  const double dashes[] = { 3.0 * scale, 2.0 * scale };
  double x;
  double y;

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (line->baseline != NULL)
    {
      cairo_set_line_width (cr, theme->ghost_width * LINE_PART * scale);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
      set_colour (cr, theme->ghost);
      stroke (line, cr, width, height, scale, TRUE);
      cairo_set_dash (cr, NULL, 0, 0.0);
    }
  cairo_set_line_width (cr, theme->line_width * LINE_PART * scale);
  set_colour (cr, theme->accent);
  stroke (line, cr, width, height, scale, FALSE);
  if (nepho_plot_sparkline_point (line, width, height, scale, line->marked, FALSE, &x, &y))
    {
      cairo_arc (cr, x, y, theme->point_radius * DOT_PART * scale, 0.0, 2.0 * G_PI);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}
