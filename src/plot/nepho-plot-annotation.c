/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where annotations are tied to the data. */
#include "nepho-plot-private.h"

/* An arrow over a stretch of time stands so far above the data between its ends. */
#define ABOVE 20.0
/* Two data less apart than this are at one place. */
#define SAME_PLACE 3.0
/* How far a click may be from the dot of an annotation whose words have no room. */
#define REACH 7.0

/* Whether a series goes on from one datum to the next, as opposed to bars that stand apart. */
static gboolean
is_course (const NephoPlotLayout *layout, const NephoPlotAnnotation *annotation)
{
  NephoPlotMark mark = nepho_plot_series_at (layout, annotation->series)->mark;

  return annotation->series == annotation->to_series && annotation->point != annotation->to_point
         && (mark == NEPHO_PLOT_MARK_LINE || mark == NEPHO_PLOT_MARK_AREA || mark == NEPHO_PLOT_MARK_SLOPE
             || mark == NEPHO_PLOT_MARK_BAND || (mark == NEPHO_PLOT_MARK_POINT && layout->figure->x.kind != NEPHO_PLOT_SCALE_BAND));
}

static gboolean
find_point (const NephoPlotLayout *layout, guint series, guint point, double *x, double *y)
{
  const NephoPlotLayout *panel;

  if (series >= layout->figure->series->len || layout->empty)
    return FALSE;

  panel = layout->panels != NULL ? nepho_plot_panel_of (layout, series) : layout;
  if (panel == NULL || !nepho_plot_series_visible (panel, series))
    return FALSE;
  nepho_plot_layout_point (panel, series, point, x, y);

  return isfinite (*x) && isfinite (*y) && nepho_plot_in_sight (panel, *x) && *y >= panel->plot.y - 1.0
         && *y <= panel->plot.y + panel->plot.height + 1.0;
}

/* How high the highest datum of the series between two places is. */
static double
highest_between (const NephoPlotLayout *layout, guint series, double from, double to)
{
  double top = INFINITY;

  for (guint k = 0; k < nepho_plot_series_at (layout, series)->y->n; k++)
    {
      double x;
      double y;

      nepho_plot_layout_point (layout, series, k, &x, &y);
      if (x >= MIN (from, to) - 0.5 && x <= MAX (from, to) + 0.5 && isfinite (y))
        top = MIN (top, y);
    }

  return top;
}

/* Up from the first, along above the data, and down to the last: the arrow lies along. */
static void
lead_over (const NephoPlotLayout *layout, const NephoPlotAnnotation *annotation, const double *x, const double *y,
           NephoPlotArrow *arrow)
{
  const NephoPlotLayout *panel
    = layout->panels != NULL ? nepho_plot_panel_of (layout, annotation->series) : layout;
  double above = ABOVE * layout->text_scale;
  double level = MAX (highest_between (layout, annotation->series, x[0], x[1]) - above, panel->plot.y + 0.9 * above);

  *arrow = (NephoPlotArrow) { .x = { x[1], x[0], x[0], x[1] }, .y = { y[1], y[0], level, level }, .n = 4, .on_line = TRUE };
  arrow->label_x = 0.5 * (x[0] + x[1]);
  arrow->label_y = level;
}

/* From the first at its own level to over the last, and there down or up to it. */
static void
lead_level (const NephoPlotLayout *layout, const double *x, const double *y, NephoPlotArrow *arrow)
{
  gboolean horizontal = layout->figure->horizontal;
  double corner_x = horizontal ? x[0] : x[1];
  double corner_y = horizontal ? y[1] : y[0];

  *arrow = (NephoPlotArrow) { .x = { x[0], corner_x, x[1] }, .y = { y[0], corner_y, y[1] }, .n = 3 };
  arrow->label_x = 0.5 * (corner_x + x[1]);
  arrow->label_y = 0.5 * (corner_y + y[1]);
}

/* FALSE where one of the two is not in sight. */
gboolean
nepho_plot_annotation_arrow (const NephoPlotLayout *layout, const NephoPlotAnnotation *annotation, NephoPlotArrow *arrow)
{
  double x[2];
  double y[2];

  if (!annotation->measures || !find_point (layout, annotation->series, annotation->point, &x[0], &y[0])
      || !find_point (layout, annotation->to_series, annotation->to_point, &x[1], &y[1]))
    return FALSE;

  if (is_course (layout, annotation) && fabs (x[0] - x[1]) > SAME_PLACE)
    lead_over (layout, annotation, x, y, arrow);
  else
    lead_level (layout, x, y, arrow);

  return TRUE;
}

/* The datum that words belong to, or the middle of an arrow; FALSE where that is not in sight. */
gboolean
nepho_plot_annotation_anchor (const NephoPlotLayout *layout, const NephoPlotAnnotation *annotation, double *x, double *y)
{
  NephoPlotArrow arrow;

  if (!annotation->measures)
    return find_point (layout, annotation->series, annotation->point, x, y);
  if (!nepho_plot_annotation_arrow (layout, annotation, &arrow))
    return FALSE;

  *x = arrow.label_x;
  *y = arrow.label_y;

  return TRUE;
}

static gboolean
is_near (const NephoPlotRect *rect, double x, double y, double margin)
{
  return x >= rect->x - margin && x <= rect->x + rect->width + margin && y >= rect->y - margin
         && y <= rect->y + rect->height + margin;
}

/**
 * nepho_plot_layout_annotation_at:
 * @layout: a layout
 * @x: a place on the paper
 * @y: likewise
 *
 * Returns: index of the figure's annotation whose words are there, or that is tied to the data there; -1: none
 */
int
nepho_plot_layout_annotation_at (const NephoPlotLayout *layout, double x, double y)
{
  double reach = REACH * layout->text_scale;

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const NephoPlotTextBox *box = &g_array_index (layout->texts, NephoPlotTextBox, i);

      if (box->annotation >= 0 && is_near (&box->rect, x, y, 0.5 * reach))
        return box->annotation;
    }
  for (guint i = 0; i < layout->figure->annotations->len; i++)
    {
      const NephoPlotAnnotation *annotation = &g_array_index (layout->figure->annotations, NephoPlotAnnotation, i);
      double at_x;
      double at_y;

      if (nepho_plot_annotation_anchor (layout, annotation, &at_x, &at_y) && hypot (at_x - x, at_y - y) <= reach)
        return (int) i;
    }

  return -1;
}
