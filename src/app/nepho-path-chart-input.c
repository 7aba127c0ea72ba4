/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-document-path.h"
#include "nepho-lever-value.h"
#include "nepho-path-chart-private.h"
#include "nepho-path-handle.h"

/* How far from a point the pointer takes hold of it. */
#define REACH 18.0

#define STEPS_A_PAGE 10.0

static NephoParameterSet *
set_of (NephoPathChart *self)
{
  return nepho_document_get_parameters (self->document);
}

static const NephoParameterSpec *
spec_of (NephoPathChart *self)
{
  return nepho_parameter_set_get (set_of (self), self->parameter)->spec;
}

/* The quarter and the value at a place. */
static void
read_place (NephoPathChart *self, double x, double y, int *t, double *value)
{
  const NephoPlotLayout *layout = nepho_path_chart_layout (self);
  const NephoParameterSpec *spec = spec_of (self);
  double year = nepho_plot_scale_invert (nepho_plot_layout_x (layout), x);
  double shown = nepho_plot_scale_invert (nepho_plot_layout_y (layout), y);
  double stored = nepho_currency_stored (nepho_document_get_money (self->document), shown, spec->unit);

  *t = (int) round (4.0 * (year - nepho_path_chart_year (self, 0.0)));
  stored = CLAMP (stored, spec->minimum, spec->maximum);
  *value = nepho_lever_at (spec, nepho_lever_position (spec, stored));
}

/* Moves the selected point as part of the open step. */
static void
move_to (NephoPathChart *self, int t, double value)
{
  guint n_events;
  const NephoEvent *list = nepho_path_chart_list (self, &n_events);
  g_autofree NephoEvent *moved = NULL;
  NephoPathHandle handle;

  if (self->selected >= nepho_path_n_handles (list, n_events))
    return;

  handle = nepho_path_handle (list, self->selected);
  moved = g_memdup2 (list, n_events * sizeof (NephoEvent));
  moved[handle.event] = nepho_path_handle_move (&list[handle.event], handle.end, t, value,
                                                nepho_document_get_horizon (self->document));
  /* What is outside the limits is clamped above, so that nothing is refused. */
  nepho_document_set_path (self->document, self->parameter, moved, n_events, NULL);
}

static void
nudge (NephoPathChart *self, int quarters, double steps)
{
  g_autofree char *key = g_strdup_printf ("path-%u-%u", self->parameter, self->selected);
  guint n_events;
  const NephoEvent *list = nepho_path_chart_list (self, &n_events);
  guint t;
  double value;

  if (self->selected >= nepho_path_n_handles (list, n_events))
    return;

  nepho_path_handle_place (set_of (self), nepho_document_get_values (self->document), self->parameter, list,
                           nepho_path_handle (list, self->selected), &t, &value);
  nepho_document_begin_joined_step (self->document, key, g_get_monotonic_time ());
  move_to (self, (int) t + quarters, steps != 0.0 ? nepho_lever_step (spec_of (self), value, steps) : value);
  nepho_document_end_step (self->document);
}

static void
remove_selected (NephoPathChart *self)
{
  guint n_events;
  const NephoEvent *list = nepho_path_chart_list (self, &n_events);
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (NephoEvent));

  if (self->selected >= nepho_path_n_handles (list, n_events))
    return;

  g_array_append_vals (rest, list, n_events);
  g_array_remove_index (rest, nepho_path_handle (list, self->selected).event);
  nepho_document_set_path (self->document, self->parameter, (NephoEvent *) (gpointer) rest->data, rest->len, NULL);
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType modifiers, NephoPathChart *self)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Left:
      nudge (self, -1, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
      nudge (self, 1, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      nudge (self, 0, 1.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
      nudge (self, 0, -1.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Up:
      nudge (self, 0, STEPS_A_PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Page_Down:
      nudge (self, 0, -STEPS_A_PAGE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
      remove_selected (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
find_near (NephoPathChart *self, double at_x, double at_y, guint *nearest)
{
  double least = REACH;

  for (guint k = 0; k < nepho_path_chart_count (self); k++)
    {
      double x;
      double y;

      if (nepho_path_chart_get_point (self, k, &x, &y) && hypot (x - at_x, y - at_y) < least)
        {
          least = hypot (x - at_x, y - at_y);
          *nearest = k;
        }
    }

  return least < REACH;
}

/* Opens a step of undo, or closes it. */
void
nepho_path_chart_set_held (NephoPathChart *self, gboolean held)
{
  if (self->held == held)
    return;

  self->held = held;
  self->held_minimum = held ? nepho_plot_layout_y (nepho_path_chart_layout (self))->d0 : (double) NAN;
  self->held_maximum = held ? nepho_plot_layout_y (nepho_path_chart_layout (self))->d1 : (double) NAN;
  if (held)
    nepho_document_begin_step (self->document);
  else
    nepho_document_end_step (self->document);
  nepho_path_chart_emit_held (self);
  nepho_path_chart_invalidate (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, NephoPathChart *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_near (self, x, y, &self->selected))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  nepho_path_chart_tell (self);
  nepho_path_chart_set_held (self, TRUE);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double by_x, double by_y, NephoPathChart *self)
{
  double x;
  double y;
  double value;
  int t;

  if (!self->held || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  read_place (self, x + by_x, y + by_y, &t, &value);
  move_to (self, t, value);
}

static void
drag_end_cb (GtkGestureDrag *gesture, GdkEventSequence *sequence, NephoPathChart *self)
{
  nepho_path_chart_set_held (self, FALSE);
}

/* Over a point the pointer says that it can be moved. */
static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, NephoPathChart *self)
{
  guint nearest;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_near (self, x, y, &nearest) ? "grab" : NULL);
}

/* Lets pointer and keys move the points. */
void
nepho_path_chart_attach (NephoPathChart *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
