/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-zoom.h"

#include <math.h>

/* A hand that clicks moves a little, too. */
#define DRAG_PIXELS 8.0

#define QUARTERS_A_YEAR 4.0

/* Three quarters, two of them steps: less is no course. */
#define FEWEST_YEARS 0.5

#define SHADE 0.25f

static gboolean
is_over_time (const NephoPlotFigure *figure)
{
  return figure != NULL && figure->x.kind == NEPHO_PLOT_SCALE_TIME && !figure->horizontal;
}

/* The chart's layout where it can be zoomed; else NULL. */
static const NephoPlotLayout *
layout_of (NephoChartZoom *zoom)
{
  return is_over_time (nepho_chart_get_figure (zoom->chart)) ? nepho_chart_get_layout (zoom->chart) : NULL;
}

/* The whole quarters nearest to a stretch of time, within what the figure has. */
static void
zoom_to (NephoChartZoom *zoom, double from, double to)
{
  double first;
  double last;

  nepho_plot_figure_span (nepho_chart_get_figure (zoom->chart), &first, &last);
  from = MAX (round (from * QUARTERS_A_YEAR) / QUARTERS_A_YEAR, first);
  to = MIN (round (to * QUARTERS_A_YEAR) / QUARTERS_A_YEAR, last);
  if (to - from < FEWEST_YEARS)
    {
      from = MAX (MIN (from, last - FEWEST_YEARS), first);
      to = MIN (from + FEWEST_YEARS, last);
    }
  if (!(to > from) || (from <= first && to >= last))
    nepho_chart_link_zoom (zoom->link, NAN, NAN);
  else
    nepho_chart_link_zoom (zoom->link, from, to);
}

/* The plot in which a drag began. */
static const NephoPlotLayout *
plot_of (NephoChartZoom *zoom, const NephoPlotLayout *layout)
{
  return nepho_plot_layout_at (layout, zoom->start, zoom->start_y);
}

static gboolean
is_in_plot (const NephoPlotLayout *layout, double x, double y)
{
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (layout);

  return x >= plot->x && x <= plot->x + plot->width && y >= plot->y && y <= plot->y + plot->height;
}

/**
 * nepho_chart_zoom_begins:
 * @zoom: a zoom
 * @x: a place in the chart, in pixels
 * @y: likewise
 *
 * Returns: whether a drag from there would choose a stretch of time
 */
gboolean
nepho_chart_zoom_begins (NephoChartZoom *zoom, double x, double y)
{
  const NephoPlotLayout *layout = layout_of (zoom);

  return layout != NULL && is_in_plot (nepho_plot_layout_at (layout, x, y), x, y);
}

static void
drag_begin_cb (NephoChartZoom *zoom, double x, double y, GtkGesture *gesture)
{
  zoom->dragging = FALSE;
  zoom->start = x;
  zoom->end = x;
  zoom->start_y = y;
  if (!nepho_chart_zoom_begins (zoom, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

/* From here on it is no click. */
static void
drag_update_cb (NephoChartZoom *zoom, double dx, double dy, GtkGesture *gesture)
{
  const NephoPlotLayout *layout = layout_of (zoom);
  const NephoPlotRect *plot;

  if (layout == NULL || (!zoom->dragging && fabs (dx) < DRAG_PIXELS))
    return;

  plot = nepho_plot_layout_plot_rect (plot_of (zoom, layout));
  zoom->dragging = TRUE;
  zoom->end = CLAMP (zoom->start + dx, plot->x, plot->x + plot->width);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_queue_draw (GTK_WIDGET (zoom->chart));
}

static void
drag_end_cb (NephoChartZoom *zoom, double dx, double dy, GtkGesture *gesture)
{
  const NephoPlotLayout *layout = layout_of (zoom);
  gboolean dragged = zoom->dragging;

  zoom->dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (zoom->chart));
  if (dragged && layout != NULL && fabs (zoom->end - zoom->start) >= DRAG_PIXELS)
    zoom_to (zoom, nepho_plot_scale_invert (nepho_plot_layout_x (plot_of (zoom, layout)), MIN (zoom->start, zoom->end)),
             nepho_plot_scale_invert (nepho_plot_layout_x (plot_of (zoom, layout)), MAX (zoom->start, zoom->end)));
}

static void
drag_cancel_cb (NephoChartZoom *zoom)
{
  zoom->dragging = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (zoom->chart));
}

/**
 * nepho_chart_zoom_attach:
 * @zoom: (out caller-allocates): the zoom; part of @chart, its link yet to be set
 * @chart: a chart
 *
 * Lets a drag across the plot choose a stretch of time.
 */
void
nepho_chart_zoom_attach (NephoChartZoom *zoom, NephoChart *chart)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  *zoom = (NephoChartZoom) { .chart = chart };
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), zoom);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), zoom);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), zoom);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), zoom);
  gtk_widget_add_controller (GTK_WIDGET (chart), GTK_EVENT_CONTROLLER (drag));
}

/**
 * nepho_chart_zoom_step:
 * @zoom: the zoom
 * @factor: what the stretch of time is to be multiplied by
 * @around: the time that stays where it is, in years; NAN: the middle
 *
 * Returns: whether the chart is over time
 */
gboolean
nepho_chart_zoom_step (NephoChartZoom *zoom, double factor, double around)
{
  const NephoPlotLayout *layout = layout_of (zoom);
  const NephoPlotScale *scale;

  if (layout == NULL)
    return FALSE;

  scale = nepho_plot_layout_x (layout);
  if (isnan (around))
    around = 0.5 * (scale->d0 + scale->d1);
  zoom_to (zoom, around - (around - scale->d0) * factor, around + (scale->d1 - around) * factor);

  return TRUE;
}

/**
 * nepho_chart_zoom_follow:
 * @zoom: the zoom
 * @time: where the keyboard cursor went, in years
 *
 * Moves the stretch of time that is shown as far as it must to have @time in it.
 */
void
nepho_chart_zoom_follow (NephoChartZoom *zoom, double time)
{
  double from;
  double to;
  double by;

  nepho_chart_link_get_zoom (zoom->link, &from, &to);
  if (isnan (from) || isnan (time) || layout_of (zoom) == NULL)
    return;

  by = MAX (time - to, 0.0) + MIN (time - from, 0.0);
  if (by != 0.0)
    nepho_chart_link_zoom (zoom->link, from + by, to + by);
}

/**
 * nepho_chart_zoom_draw:
 * @zoom: the zoom
 * @snapshot: where to draw
 *
 * Shades what a drag has chosen so far.
 */
void
nepho_chart_zoom_draw (NephoChartZoom *zoom, GtkSnapshot *snapshot)
{
  const NephoPlotLayout *layout = zoom->dragging ? layout_of (zoom) : NULL;
  const NephoPlotRect *plot;
  GdkRGBA colour;

  if (layout == NULL)
    return;

  plot = nepho_plot_layout_plot_rect (plot_of (zoom, layout));
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (zoom->chart)), &colour);
  colour.alpha *= SHADE;
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT ((float) MIN (zoom->start, zoom->end), (float) plot->y,
                                                  (float) fabs (zoom->end - zoom->start), (float) plot->height));
}
