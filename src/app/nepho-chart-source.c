/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-source.h"

#include <math.h>

/* How far from a datum a click may be to mean it. */
#define CLICK_DISTANCE 12.0

/**
 * nepho_chart_source_init:
 * @self: what is to be filled; it must live as long as @chart has popovers
 * @chart: a chart
 */
void
nepho_chart_source_init (NephoChartSource *self, NephoChart *chart)
{
  *self = (NephoChartSource) { .chart = chart, .target = { .series = -1 } };
}

/**
 * nepho_chart_source_aim:
 * @self: sources of a chart
 * @x: a place on the chart
 * @y: the same
 *
 * Returns: whether there is a datum so near that a click there means it; it is the target now
 */
gboolean
nepho_chart_source_aim (NephoChartSource *self, double x, double y)
{
  const NephoPlotLayout *layout = nepho_chart_get_layout (self->chart);
  NephoPlotHit *hit = &self->target;

  if (layout != NULL && nepho_plot_layout_pick (layout, x, y, hit)
      && (hit->on_bar || hypot (hit->x - x, hit->y - y) <= CLICK_DISTANCE))
    return TRUE;

  *hit = (NephoPlotHit) { .series = -1 };

  return FALSE;
}

/**
 * nepho_chart_source_aim_cursor:
 * @self: sources of a chart
 *
 * The target is what the keyboard cursor stands on, or nothing.
 */
void
nepho_chart_source_aim_cursor (NephoChartSource *self)
{
  nepho_chart_get_cursor (self->chart, &self->target);
}

/**
 * nepho_chart_source_has_target:
 * @self: sources of a chart
 *
 * Returns: whether there is a datum that a source can be asked of
 */
gboolean
nepho_chart_source_has_target (NephoChartSource *self)
{
  const NephoPlotFigure *figure = nepho_chart_get_figure (self->chart);
  const NephoPlotSeries *series;

  if (self->explain == NULL || figure == NULL || self->target.series < 0
      || (guint) self->target.series >= figure->series->len)
    return FALSE;

  series = g_ptr_array_index (figure->series, (guint) self->target.series);

  return series->y != NULL && self->target.point < series->y->n;
}

/* The second press of a double click closes the popover that the first opened: it is the whole chart
 * that is meant. */
static void
closed_cb (GtkPopover *popover, NephoChartSource *self)
{
  gint64 clicked = self->clicked;
  int limit;

  self->clicked = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  if (clicked == 0)
    return;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->chart)), "gtk-double-click-time", &limit, NULL);
  if (g_get_monotonic_time () - clicked < limit * G_TIME_SPAN_MILLISECOND)
    gtk_widget_activate_action (GTK_WIDGET (self->chart), "card.enlarge", NULL);
}

/**
 * nepho_chart_source_close:
 * @self: sources of a chart
 *
 * Takes the popover away, if there is one.
 */
void
nepho_chart_source_close (NephoChartSource *self)
{
  self->clicked = 0;
  if (self->popover != NULL)
    g_signal_handlers_disconnect_by_data (self->popover, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
popup (NephoChartSource *self, GtkWidget *parent, const GdkRectangle *at, guint series, guint point)
{
  GtkWidget *content = self->explain (nepho_chart_get_figure (self->chart), series, point, self->user_data);

  nepho_chart_source_close (self);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), content);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_widget_set_parent (self->popover, parent);
  if (parent == GTK_WIDGET (self->chart))
    g_signal_connect (self->popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/**
 * nepho_chart_source_open:
 * @self: sources of a chart
 * @clicked: whether it was a click that asked
 *
 * Opens the popover of the target at its place on the chart, whose keyboard cursor stays where it is
 * meanwhile.
 */
void
nepho_chart_source_open (NephoChartSource *self, gboolean clicked)
{
  const NephoPlotLayout *layout = nepho_chart_get_layout (self->chart);
  GdkRectangle at = { 0, 0, 1, 1 };
  double x;
  double y;

  if (layout == NULL || !nepho_chart_source_has_target (self))
    return;

  nepho_plot_layout_point (layout, (guint) self->target.series, self->target.point, &x, &y);
  at.x = (int) x;
  at.y = (int) y;
  popup (self, GTK_WIDGET (self->chart), &at, (guint) self->target.series, self->target.point);
  self->clicked = clicked ? g_get_monotonic_time () : 0;
}

/**
 * nepho_chart_source_open_at:
 * @self: sources of a chart
 * @parent: what shows the chart's numbers
 * @cell: a widget in it that shows one
 * @series: index of a series
 * @point: index of the datum that the cell shows
 *
 * Opens the popover of that datum beside the cell.
 */
void
nepho_chart_source_open_at (NephoChartSource *self, GtkWidget *parent, GtkWidget *cell, guint series, guint point)
{
  graphene_rect_t bounds;
  GdkRectangle at;

  if (self->explain == NULL || !gtk_widget_compute_bounds (cell, parent, &bounds))
    return;

  at = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                        (int) bounds.size.height };
  popup (self, parent, &at, series, point);
}
