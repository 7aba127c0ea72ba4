/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-private.h"

/* How near the pointer must be to a datum to mean it. */
#define PICK_DISTANCE 24.0
/* How far beyond a name a click still means it: letters are small. */
#define NAME_MARGIN 4.0

/* The paper that a datum covers; FALSE where it is a point, or nothing. */
gboolean
nepho_plot_datum_rect (const NephoPlotLayout *layout, guint index, guint point, NephoPlotRect *rect)
{
  switch (nepho_plot_series_at (layout, index)->mark)
    {
    case NEPHO_PLOT_MARK_BAR:
    case NEPHO_PLOT_MARK_BRIDGE:
    case NEPHO_PLOT_MARK_SPAN:
    case NEPHO_PLOT_MARK_DUMBBELL:
      return nepho_plot_bar_rect (layout, index, point, rect);
    case NEPHO_PLOT_MARK_TILE:
      return nepho_plot_tile_rect (layout, index, point, rect);
    case NEPHO_PLOT_MARK_HEAT:
      nepho_plot_heat_cell (layout, point, rect);
      return TRUE;
    case NEPHO_PLOT_MARK_LINE:
    case NEPHO_PLOT_MARK_BAND:
    case NEPHO_PLOT_MARK_AREA:
    case NEPHO_PLOT_MARK_POINT:
    case NEPHO_PLOT_MARK_SLOPE:
    case NEPHO_PLOT_MARK_FLOW:
    default:
      return FALSE;
    }
}

/**
 * nepho_plot_layout_point:
 * @layout: a layout
 * @series: index of a series
 * @point: index of a datum in it
 * @x: (out): where it is drawn: the end of a bar, the middle of a cell; NAN where nothing is
 * @y: (out): likewise
 */
void
nepho_plot_layout_point (const NephoPlotLayout *layout, guint series, guint point, double *x, double *y)
{
  const NephoPlotSeries *at;
  NephoPlotRect rect;
  double place;
  double value;

  *x = NAN;
  *y = NAN;
  if (layout->empty || series >= layout->figure->series->len)
    return;
  if (layout->panels != NULL)
    {
      const NephoPlotLayout *panel = nepho_plot_panel_of (layout, series);

      if (panel != NULL)
        nepho_plot_layout_point (panel, series, point, x, y);
      return;
    }
  at = nepho_plot_series_at (layout, series);
  if (at->y == NULL || point >= at->y->n)
    return;

  if (at->mark == NEPHO_PLOT_MARK_HEAT)
    {
      nepho_plot_heat_cell (layout, point, &rect);
      *x = rect.x + rect.width / 2.0;
      *y = rect.y + rect.height / 2.0;
      return;
    }

  if (at->mark == NEPHO_PLOT_MARK_TILE && nepho_plot_tile_rect (layout, series, point, &rect))
    {
      *x = rect.x + rect.width / 2.0;
      *y = rect.y + rect.height / 2.0;
      return;
    }

  if (at->mark == NEPHO_PLOT_MARK_FLOW)
    {
      NephoPlotRibbon ribbon;

      if (!nepho_plot_flow_ribbon (layout, series, point, &ribbon))
        return;
      *x = 0.5 * (ribbon.x0 + ribbon.x1);
      *y = 0.5 * (ribbon.y0 + ribbon.y1 + ribbon.size);
      return;
    }

  place = nepho_plot_series_x (layout, series, point);
  value = nepho_plot_series_y (layout, series, point);
  *x = nepho_plot_scale_map (&layout->x, layout->figure->horizontal ? value : place);
  *y = nepho_plot_scale_map (&layout->y, layout->figure->horizontal ? place : value);
  /* Of bars side by side each has its own middle. */
  if (at->mark == NEPHO_PLOT_MARK_BAR && nepho_plot_bar_rect (layout, series, point, &rect))
    {
      if (layout->figure->horizontal)
        *y = rect.y + rect.height / 2.0;
      else
        *x = rect.x + rect.width / 2.0;
    }
}

static gboolean
contains (const NephoPlotRect *rect, double x, double y)
{
  return x >= rect->x && x <= rect->x + rect->width && y >= rect->y && y <= rect->y + rect->height;
}

/* Nobody means what lies beyond the stretch of time that is shown. */
gboolean
nepho_plot_in_sight (const NephoPlotLayout *layout, double x)
{
  return x >= layout->plot.x - 1.0 && x <= layout->plot.x + layout->plot.width + 1.0;
}

/* Square of how far a datum is from a place, or hardly anything on what it covers: of two bars over each
 * other the smaller one is meant. Infinite where nothing is drawn. */
static double
measure (const NephoPlotLayout *layout, guint index, guint point, double x, double y, NephoPlotHit *hit)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  double mark = 1.5 * layout->theme->point_radius * layout->text_scale;
  NephoPlotRect rect;
  double distance;

  *hit = (NephoPlotHit) { .series = (int) index, .point = point, .source = nepho_plot_series_source (series, point) };
  nepho_plot_layout_point (layout, index, point, &hit->x, &hit->y);
  distance = (hit->x - x) * (hit->x - x) + (hit->y - y) * (hit->y - y);
  if (!isfinite (distance) || !nepho_plot_in_sight (layout, hit->x))
    return INFINITY;

  if (series->mark == NEPHO_PLOT_MARK_FLOW)
    {
      hit->on_bar = nepho_plot_flow_contains (layout, index, point, x, y);
      return hit->on_bar ? 1e-9 : (double) INFINITY;
    }

  hit->on_bar = nepho_plot_datum_rect (layout, index, point, &rect) && contains (&rect, x, y);
  if (hit->on_bar)
    return 1e-9 * rect.width * rect.height;

  /* The mark of a published figure lies over the line beside it. */
  return hit->source != NULL && distance <= mark * mark ? 0.0 : distance;
}

/* The points of a series that may be near a place: of lines and areas those near it along x. */
static void
find_candidates (const NephoPlotLayout *layout, guint index, double x, guint *first, guint *end)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  double reach = PICK_DISTANCE * layout->text_scale;

  *first = 0;
  *end = series->y->n;
  if (!layout->figure->horizontal
      && (series->mark == NEPHO_PLOT_MARK_LINE || series->mark == NEPHO_PLOT_MARK_BAND
          || series->mark == NEPHO_PLOT_MARK_AREA))
    nepho_plot_points_between (layout, index, nepho_plot_scale_invert (&layout->x, x - reach),
                               nepho_plot_scale_invert (&layout->x, x + reach), first, end);
}

/**
 * nepho_plot_layout_pick:
 * @layout: a layout
 * @x: a place on the paper
 * @y: likewise
 * @hit: (out): the datum nearest to it
 *
 * Returns: whether a datum is near; a bar or a cell is near where the pointer is on it
 */
gboolean
nepho_plot_layout_pick (const NephoPlotLayout *layout, double x, double y, NephoPlotHit *hit)
{
  double best = PICK_DISTANCE * PICK_DISTANCE * layout->text_scale * layout->text_scale;

  *hit = (NephoPlotHit) { .series = -1 };
  if (layout->empty)
    return FALSE;
  if (layout->panels != NULL)
    return layout->panels->len > 0 && nepho_plot_layout_pick (nepho_plot_layout_at (layout, x, y), x, y, hit);

  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);
      guint first;
      guint end;

      if (series->y == NULL || series->notation == NEPHO_PLOT_GHOST || !nepho_plot_series_visible (layout, i))
        continue;
      find_candidates (layout, i, x, &first, &end);
      for (guint k = first; k < end; k++)
        {
          NephoPlotHit candidate;
          double distance = measure (layout, i, k, x, y, &candidate);

          if (distance >= best)
            continue;
          best = distance;
          *hit = candidate;
        }
    }

  return hit->series >= 0;
}

/* Of a key the sample is part of the name. */
static NephoPlotRect
name_area (const NephoPlotLayout *layout, const NephoPlotTextBox *box)
{
  double margin = NAME_MARGIN * layout->text_scale;
  double before = box->role == NEPHO_PLOT_TEXT_KEY ? nepho_plot_key_sample_width (layout) : 0.0;

  return (NephoPlotRect) { box->rect.x - margin - before, box->rect.y - margin,
                           box->rect.width + 2.0 * margin + before, box->rect.height + 2.0 * margin };
}

/**
 * nepho_plot_layout_name_at:
 * @layout: a layout
 * @x: a place on the paper
 * @y: likewise
 *
 * Returns: (transfer none) (nullable): id of what the name there stands for, the nearest one where two are near; %NULL
 *   where no name is, or one without anything beside it
 */
const char *
nepho_plot_layout_name_at (const NephoPlotLayout *layout, double x, double y)
{
  const char *found = NULL;
  double best = INFINITY;

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const NephoPlotTextBox *box = &g_array_index (layout->texts, NephoPlotTextBox, i);
      NephoPlotRect area = name_area (layout, box);
      double distance = fabs (y - box->rect.y - box->rect.height / 2.0);

      if (box->subject == NULL || !contains (&area, x, y) || distance >= best)
        continue;
      best = distance;
      found = box->subject;
    }

  return found;
}
