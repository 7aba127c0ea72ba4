/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is pointed at: on this chart, or on one beside it. */
#include "nepho-chart-private.h"

#include <math.h>

/* What is pointed at on a chart beside this one, and its like here. */
static gboolean
find_linked (NephoChart *self, const NephoPlotLayout *layout, double *value_x, NephoPlotHit *hit)
{
  const char *series;

  *hit = (NephoPlotHit) { .series = -1 };
  if (!nepho_chart_is_over_time (self) || !nepho_chart_link_get_point (self->link, self, value_x, &series))
    return FALSE;
  if (series != NULL)
    nepho_plot_layout_find (layout, series, *value_x, hit);

  return TRUE;
}

/* What the overlay marks: the datum under the keyboard cursor, else what is near the pointer, else what a chart
 * beside this one points at. */
gboolean
nepho_chart_pointer_find (NephoChart *self, const NephoPlotLayout *layout, double *value_x, NephoPlotHit *hit)
{
  const NephoPlotLayout *at = nepho_plot_layout_at (layout, self->pointer_x, self->pointer_y);
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (at);

  *value_x = NAN;
  if (nepho_chart_get_cursor (self, hit))
    {
      *value_x = nepho_chart_cursor_x (&self->cursor, self->figure);
      return TRUE;
    }

  if (!self->has_pointer || self->pointer_x < plot->x || self->pointer_x > plot->x + plot->width
      || self->pointer_y < plot->y || self->pointer_y > plot->y + plot->height)
    return find_linked (self, layout, value_x, hit);

  nepho_plot_layout_pick (layout, self->pointer_x, self->pointer_y, hit);
  if (!self->figure->horizontal)
    *value_x = nepho_plot_scale_invert (nepho_plot_layout_x (at), self->pointer_x);

  return TRUE;
}

const char *
nepho_chart_series_id (NephoChart *self, int series)
{
  return series >= 0 ? ((const NephoPlotSeries *) g_ptr_array_index (self->figure->series, (guint) series))->id : NULL;
}

/* The charts beside this one mark what is pointed at here: with the keyboard, or with the pointer in the plot. */
void
nepho_chart_pointer_tell (NephoChart *self)
{
  const NephoPlotLayout *layout = nepho_chart_is_over_time (self) ? nepho_chart_get_layout (self) : NULL;
  NephoPlotHit hit = { .series = -1 };
  double time = NAN;

  if (layout != NULL && (self->cursor.series >= 0 || self->has_pointer) && !nepho_chart_pointer_find (self, layout, &time, &hit))
    time = NAN;
  if (self->cursor.series < 0 && !self->has_pointer)
    time = NAN;
  nepho_chart_link_point (self->link, self, time, isnan (time) ? NULL : nepho_chart_series_id (self, hit.series));
}

/* A label can be clicked, and looks like it. */
static void
show_pointer (NephoChart *self)
{
  const NephoPlotLayout *layout = nepho_chart_get_layout (self);
  gboolean on_label
    = layout != NULL && nepho_plot_layout_label_at (layout, self->pointer_x, self->pointer_y) >= 0;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), on_label ? "pointer" : NULL);
}

static void
pointer_motion_cb (NephoChart *self, double x, double y)
{
  self->has_pointer = TRUE;
  self->pointer_x = x;
  self->pointer_y = y;
  show_pointer (self);
  nepho_chart_pointer_tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pointer_leave_cb (NephoChart *self)
{
  self->has_pointer = FALSE;
  nepho_chart_pointer_tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nepho_chart_isolate_at:
 * @self: a chart
 * @x: a place on the chart
 * @y: likewise
 *
 * Shows the series alone whose label is there, or, where it is alone already, all again.
 *
 * Returns: whether a label is there
 */
gboolean
nepho_chart_isolate_at (NephoChart *self, double x, double y)
{
  const NephoPlotLayout *layout;
  int series;

  g_return_val_if_fail (NEPHO_IS_CHART (self), FALSE);

  layout = nepho_chart_get_layout (self);
  series = layout != NULL ? nepho_plot_layout_label_at (layout, x, y) : -1;
  if (series < 0)
    return FALSE;

  nepho_chart_link_isolate (self->link, nepho_chart_series_id (self, series));

  return TRUE;
}

void
nepho_chart_pointer_attach (NephoChart *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
