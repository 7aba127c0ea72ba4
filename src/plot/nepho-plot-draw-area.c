/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-envelope.h"
#include "nepho-plot-private.h"

#define AREA_OPACITY 0.85
#define SEAM 1.0
#define PILLAR 8.0
/* Parts of a pixel's column of which an edge's first, last, least and greatest height are kept. */
#define PARTS 4.0

typedef struct
{
  double x, y;
} Corner;

static void
append (GArray *corners, const Corner *corner)
{
  const Corner *before = corners->len > 0 ? &g_array_index (corners, Corner, corners->len - 1) : NULL;

  if (before == NULL || before->x != corner->x || before->y != corner->y)
    g_array_append_vals (corners, corner, 1);
}

/* Of any number of points in a column four tell all that can be seen: where the edge comes in and goes out, and
 * the extremes between (Jugel et al., M4: a visualization-oriented time series data aggregation, 2014). */
static void
reduce (GArray *corners, const Corner *points, guint n)
{
  guint low = 0;
  guint high = 0;

  for (guint k = 1; k < n; k++)
    {
      low = points[k].y < points[low].y ? k : low;
      high = points[k].y > points[high].y ? k : high;
    }
  append (corners, &points[0]);
  append (corners, &points[MIN (low, high)]);
  append (corners, &points[MAX (low, high)]);
  append (corners, &points[n - 1]);
}

/* Width of a part of a pixel's column, in units of the paper. */
static double
part_of_pixel (cairo_t *cr)
{
  double dx = 1.0;
  double dy = 0.0;
  double scale_x;
  double scale_y;

  cairo_user_to_device_distance (cr, &dx, &dy);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &scale_x, &scale_y);

  return 1.0 / (PARTS * MAX (hypot (dx, dy) * scale_x, 1.0));
}

/* The points from `first` to `end` of an edge on the paper; of many, what can be seen of them. */
static GArray *
make_edge (const NephoPlotLayout *layout, guint index, const double *values, guint first, guint end, double part)
{
  GArray *corners = g_array_new (FALSE, FALSE, sizeof (Corner));
  g_autoptr (GArray) column = g_array_new (FALSE, FALSE, sizeof (Corner));
  gboolean many = layout->ordered[index] && end - first > layout->plot.width;
  double at = NAN;

  for (guint k = first; k < end; k++)
    {
      Corner corner = { nepho_plot_scale_map (&layout->x, nepho_plot_series_x (layout, index, k)),
                        nepho_plot_scale_map (&layout->y, values[k]) };

      if (many && floor (corner.x / part) == at)
        {
          g_array_append_val (column, corner);
          continue;
        }
      if (column->len > 0)
        reduce (corners, (const Corner *) (const void *) column->data, column->len);
      g_array_set_size (column, 0);
      g_array_append_val (column, corner);
      at = floor (corner.x / part);
    }
  if (column->len > 0)
    reduce (corners, (const Corner *) (const void *) column->data, column->len);

  return corners;
}

/* A stretch of one point has no width: it is drawn as a pillar. */
static void
trace_pillar (const NephoPlotLayout *layout, cairo_t *cr, guint index, double low, double high, guint point)
{
  double x = nepho_plot_scale_map (&layout->x, nepho_plot_series_x (layout, index, point));
  double from = nepho_plot_scale_map (&layout->y, low);
  double to = nepho_plot_scale_map (&layout->y, high);
  double half = 0.5 * PILLAR * layout->text_scale;

  cairo_rectangle (cr, x - half, MIN (from, to), 2.0 * half, fabs (to - from));
}

static gboolean
is_there (const NephoPlotLayout *layout, guint index, const double *low, const double *high, guint point)
{
  return isfinite (nepho_plot_scale_map (&layout->x, nepho_plot_series_x (layout, index, point)))
         && isfinite (nepho_plot_scale_map (&layout->y, low[point]))
         && isfinite (nepho_plot_scale_map (&layout->y, high[point]));
}

static void
trace_run (const NephoPlotLayout *layout, cairo_t *cr, guint index, const double *low, const double *high, guint first,
           guint end)
{
  double part = part_of_pixel (cr);
  g_autoptr (GArray) upper = make_edge (layout, index, high, first, end, part);
  g_autoptr (GArray) lower = make_edge (layout, index, low, first, end, part);

  cairo_new_sub_path (cr);
  for (guint k = 0; k < upper->len; k++)
    cairo_line_to (cr, g_array_index (upper, Corner, k).x, g_array_index (upper, Corner, k).y);
  for (guint k = lower->len; k-- > 0;)
    cairo_line_to (cr, g_array_index (lower, Corner, k).x, g_array_index (lower, Corner, k).y);
  cairo_close_path (cr);
}

/* A shape between two edges over x, interrupted where one of them is. Edges in units of y. */
static void
trace_between (const NephoPlotLayout *layout, cairo_t *cr, guint index, const double *low, const double *high, guint n)
{
  guint first;
  guint end;

  nepho_plot_points_between (layout, index, MIN (layout->x.d0, layout->x.d1), MAX (layout->x.d0, layout->x.d1), &first,
                             &end);
  end = MIN (end, n);
  while (first < end)
    {
      guint last = first;

      while (last < end && is_there (layout, index, low, high, last))
        last++;
      if (last == first + 1)
        trace_pillar (layout, cr, index, low[first], high[first], first);
      else if (last > first)
        trace_run (layout, cr, index, low, high, first, last);
      first = MAX (last, first + 1);
    }
}

/* A seam in the paper's colour keeps neighbours apart for those who see no hue. */
static void
draw_seam (const NephoPlotLayout *layout, cairo_t *cr, guint index, const double *tops)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  g_autoptr (NephoPlotEnvelope) envelope = NULL;

  nepho_plot_set_colour (cr, layout->theme->background, 1.0);
  if (layout->ordered[index] && series->y->n > layout->plot.width)
    {
      envelope = nepho_plot_envelope_new (cr, &layout->plot, SEAM * layout->text_scale);
      nepho_plot_envelope_add (envelope, &layout->x, &layout->y, series->x != NULL ? series->x->values : NULL, tops,
                               series->y->n);
      nepho_plot_envelope_paint (envelope, cr);
      return;
    }

  for (guint k = 0; k < series->y->n; k++)
    cairo_line_to (cr, nepho_plot_scale_map (&layout->x, nepho_plot_series_x (layout, index, k)),
                   nepho_plot_scale_map (&layout->y, tops[k]));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_width (cr, SEAM * layout->text_scale);
  cairo_stroke (cr);
}

/* A colour as it looks on the paper at some opacity: what is opaque is drawn in a fraction of the time. */
static NephoPlotColour
on_paper (const NephoPlotTheme *theme, NephoPlotColour colour, double opacity)
{
  NephoPlotColour paper = theme->background;

  return (NephoPlotColour) { paper.r + (colour.r - paper.r) * opacity, paper.g + (colour.g - paper.g) * opacity,
                             paper.b + (colour.b - paper.b) * opacity, 1.0 };
}

/* Makes the outline of an area the path; FALSE where there is none. */
gboolean
nepho_plot_trace_area (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const double *tops = g_ptr_array_index (layout->tops, index);
  const double *bottoms = g_ptr_array_index (layout->bottoms, index);

  if (tops == NULL)
    return FALSE;

  trace_between (layout, cr, index, bottoms, tops, nepho_plot_series_at (layout, index)->y->n);

  return TRUE;
}

static void
fill_hatched (const NephoPlotLayout *layout, cairo_t *cr, NephoPlotPattern pattern)
{
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip (cr);
  nepho_plot_hatch (layout, cr, &layout->plot, pattern);
  cairo_restore (cr);
}

void
nepho_plot_draw_area (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const double *tops = g_ptr_array_index (layout->tops, index);
  NephoPlotPattern pattern = nepho_plot_fill_pattern (layout, index);

  if (!nepho_plot_trace_area (layout, cr, index))
    return;

  nepho_plot_set_colour (cr, on_paper (layout->theme, nepho_plot_series_colour (layout, index), AREA_OPACITY), 1.0);
  if (pattern == NEPHO_PLOT_PATTERN_USUAL)
    cairo_fill (cr);
  else
    fill_hatched (layout, cr, pattern);
  draw_seam (layout, cr, index, tops);
}

void
nepho_plot_draw_band (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  if (series->low == NULL)
    return;

  trace_between (layout, cr, index, series->low->values, series->y->values, MIN (series->low->n, series->y->n));
  nepho_plot_set_colour (cr, nepho_plot_series_colour (layout, index), NEPHO_PLOT_BAND_OPACITY);
  cairo_fill (cr);
}
