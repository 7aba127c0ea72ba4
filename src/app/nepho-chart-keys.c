/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a chart: walking, zooming, one series alone. */
#include "nepho-chart-private.h"

#include <math.h>

/* What one press of a key leaves of the stretch of time. */
#define ZOOM_STEP 0.7

static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  NephoChart *self = NEPHO_CHART (widget);

  if (self->figure == NULL)
    return FALSE;

  if (nepho_chart_cursor_move (&self->cursor, self->figure,
                               (NephoChartMove) g_variant_get_int32 (args)))
    {
      nepho_chart_update_reading (self);
      if (nepho_chart_is_over_time (self))
        nepho_chart_zoom_follow (&self->zoom, nepho_chart_cursor_x (&self->cursor, self->figure));
      nepho_chart_pointer_tell (self);
      gtk_widget_queue_draw (widget);
    }

  /* At the last point too: the focus must not leap to another widget. */
  return self->cursor.series >= 0;
}

static gboolean
leave_cursor (NephoChart *self)
{
  if (self->cursor.series < 0)
    return FALSE;

  nepho_chart_cursor_clear (&self->cursor);
  nepho_chart_update_reading (self);
  nepho_chart_pointer_tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

static gboolean
reset_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  NephoChart *self = NEPHO_CHART (widget);

  return self->narrowed && nepho_chart_link_reset (self->link);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return leave_cursor (NEPHO_CHART (widget)) || reset_cb (widget, args, user_data);
}

static gboolean
zoom_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  NephoChart *self = NEPHO_CHART (widget);
  double around = self->cursor.series >= 0 && nepho_chart_is_over_time (self) ? nepho_chart_cursor_x (&self->cursor, self->figure)
                                                                   : (double) NAN;

  return nepho_chart_zoom_step (&self->zoom, g_variant_get_double (args), around);
}

/* What the datum under the keyboard cursor is about, or its category, or all again. */
static gboolean
isolate_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  NephoChart *self = NEPHO_CHART (widget);
  gboolean category = g_variant_get_boolean (args);
  const NephoPlotSeries *series = self->cursor.series >= 0 ? nepho_chart_series (self, self->cursor.series) : NULL;
  const char *subject = NULL;

  if (nepho_chart_link_get_isolated (self->link) != NULL)
    {
      nepho_chart_link_isolate (self->link, NULL);
      return TRUE;
    }
  if (series != NULL)
    subject = category ? nepho_plot_figure_category (self->figure, series, self->cursor.point)
                       : nepho_plot_figure_subject (self->figure, series, self->cursor.point);
  if (subject == NULL || !nepho_plot_figure_can_isolate (self->figure, subject))
    return FALSE;

  nepho_chart_link_isolate (self->link, subject);

  return TRUE;
}

/* The card knows sources; without one, or where no point is meant, these keys are for others. */
static gboolean
enter_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return NEPHO_CHART (widget)->cursor.series >= 0 && gtk_widget_activate_action (widget, "card.source", NULL);
}

static gboolean
focus_left_cb (gpointer user_data)
{
  NephoChart *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  self->left = 0;
  if (focus == NULL || (focus != GTK_WIDGET (self) && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    leave_cursor (self);

  return G_SOURCE_REMOVE;
}

/* The focus comes back at once from a popover of the chart's own that is closed. */
static void
focus_leave_cb (NephoChart *self)
{
  if (self->left == 0)
    self->left = g_idle_add (focus_left_cb, self);
}

void
nepho_chart_keys_add (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint          key;
    guint          keypad;
    NephoChartMove move;
  } KEYS[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, NEPHO_CHART_MOVE_PREVIOUS },
    { GDK_KEY_Right, GDK_KEY_KP_Right, NEPHO_CHART_MOVE_NEXT },
    { GDK_KEY_Home, GDK_KEY_KP_Home, NEPHO_CHART_MOVE_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, NEPHO_CHART_MOVE_LAST },
    { GDK_KEY_Up, GDK_KEY_KP_Up, NEPHO_CHART_MOVE_SERIES_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, NEPHO_CHART_MOVE_SERIES_DOWN },
  };

  static const struct
  {
    guint  key;
    double factor;
  } ZOOMS[] = {
    { GDK_KEY_plus, ZOOM_STEP },         { GDK_KEY_equal, ZOOM_STEP },    { GDK_KEY_KP_Add, ZOOM_STEP },
    { GDK_KEY_minus, 1.0 / ZOOM_STEP },  { GDK_KEY_KP_Subtract, 1.0 / ZOOM_STEP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (KEYS); i++)
    {
      gtk_widget_class_add_binding (widget_class, KEYS[i].key, 0, move_cb, "i", KEYS[i].move);
      gtk_widget_class_add_binding (widget_class, KEYS[i].keypad, 0, move_cb, "i", KEYS[i].move);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (ZOOMS); i++)
    gtk_widget_class_add_binding (widget_class, ZOOMS[i].key, 0, zoom_cb, "d", ZOOMS[i].factor);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_0, 0, reset_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_0, 0, reset_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_i, 0, isolate_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_i, GDK_SHIFT_MASK, isolate_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, enter_cb, NULL);
}

/* The keyboard cursor goes with the focus. */
void
nepho_chart_keys_attach (NephoChart *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
