/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is pointed at: on this chart, or on one beside it. */
#include "nepho-chart-private.h"

#include <math.h>

/* What is pointed at on a chart beside this one, and its like here: at the same time, where both are over time, else
 * whatever is about the same thing. */
static gboolean
find_linked (NephoChart *self, const NephoPlotLayout *layout, NephoChartFocus *focus)
{
  const char *subject;
  double time;

  if (!nepho_chart_link_get_point (self->link, self, &time, &subject))
    return FALSE;
  if (nepho_chart_is_over_time (self) && isfinite (time))
    {
      focus->value_x = time;
      if (subject != NULL)
        nepho_plot_layout_find (layout, subject, time, &focus->hit);
      return TRUE;
    }

  focus->subject = subject != NULL && nepho_plot_figure_has_subject (self->figure, subject) ? subject : NULL;

  return focus->subject != NULL;
}

static gboolean
is_in_plot (NephoChart *self, const NephoPlotLayout *at)
{
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (at);

  return self->pointer_x >= plot->x && self->pointer_x <= plot->x + plot->width && self->pointer_y >= plot->y
         && self->pointer_y <= plot->y + plot->height;
}

/* The datum under the keyboard cursor, else what is near the pointer: a name stands for all that it names. */
static gboolean
find_own (NephoChart *self, const NephoPlotLayout *layout, NephoChartFocus *focus)
{
  const NephoPlotLayout *at = nepho_plot_layout_at (layout, self->pointer_x, self->pointer_y);

  if (nepho_chart_get_cursor (self, &focus->hit))
    {
      focus->value_x = nepho_chart_cursor_x (&self->cursor, self->figure);
      return TRUE;
    }
  if (!self->has_pointer)
    return FALSE;

  focus->subject = nepho_plot_layout_name_at (layout, self->pointer_x, self->pointer_y);
  if (focus->subject != NULL)
    return TRUE;
  if (!is_in_plot (self, at))
    return FALSE;

  nepho_plot_layout_pick (layout, self->pointer_x, self->pointer_y, &focus->hit);
  if (!self->figure->horizontal)
    focus->value_x = nepho_plot_scale_invert (nepho_plot_layout_x (at), self->pointer_x);

  return TRUE;
}

/* What the overlay marks: what is meant here, else what a chart beside this one points at. */
gboolean
nepho_chart_pointer_find (NephoChart *self, const NephoPlotLayout *layout, NephoChartFocus *focus)
{
  *focus = (NephoChartFocus) { .value_x = NAN, .hit = { .series = -1 } };

  return find_own (self, layout, focus) || find_linked (self, layout, focus);
}

static const char *
subject_of (NephoChart *self, const NephoChartFocus *focus)
{
  if (focus->subject != NULL || focus->hit.series < 0)
    return focus->subject;

  return nepho_plot_figure_subject (self->figure, nepho_chart_series (self, focus->hit.series), focus->hit.point);
}

/* The charts beside this one mark what is pointed at here: with the keyboard, or with the pointer. */
void
nepho_chart_pointer_tell (NephoChart *self)
{
  const NephoPlotLayout *layout = nepho_chart_get_layout (self);
  NephoChartFocus focus = { .value_x = NAN, .hit = { .series = -1 } };

  if (layout != NULL && find_own (self, layout, &focus))
    nepho_chart_link_point (self->link, self, nepho_chart_is_over_time (self) ? focus.value_x : (double) NAN,
                            subject_of (self, &focus));
  else
    nepho_chart_link_point (self->link, self, NAN, NULL);
}

/* A name can be clicked, and looks like it. */
static void
show_pointer (NephoChart *self)
{
  const NephoPlotLayout *layout = nepho_chart_get_layout (self);
  gboolean on_name
    = layout != NULL && nepho_plot_layout_name_at (layout, self->pointer_x, self->pointer_y) != NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), on_name ? "pointer" : NULL);
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
 * Shows alone what the name that is there stands for, or, where it is alone already, all again.
 *
 * Returns: whether a name is there
 */
gboolean
nepho_chart_isolate_at (NephoChart *self, double x, double y)
{
  const NephoPlotLayout *layout;
  const char *subject;

  g_return_val_if_fail (NEPHO_IS_CHART (self), FALSE);

  layout = nepho_chart_get_layout (self);
  subject = layout != NULL ? nepho_plot_layout_name_at (layout, x, y) : NULL;
  if (subject == NULL)
    return FALSE;

  nepho_chart_link_isolate (self->link, subject);

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
