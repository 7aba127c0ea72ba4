/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-present.h"

#include <glib/gi18n-lib.h>

#include "nepho-chart-copies.h"

/* Letters as a part of the screen's height, and of its width where that is the smaller: they can be read from where
 * the whole screen can be seen. */
#define OF_HEIGHT 0.030
#define OF_WIDTH 0.018
/* How long the pointer rests before it vanishes, and how long it is told which chart this is. */
#define REST_SECONDS 3
#define TOLD_SECONDS 2

struct _NephoPresent
{
  AdwWindow       parent_instance;

  GPtrArray      *cards;  /* NephoChartCard, of a page; the window goes with them */
  guint           shown;
  NephoChartCard *card;   /* a copy of the one that is shown */
  GtkWidget      *room;   /* in which it stands */
  GtkWidget      *place;  /* says which of how many */
  GtkCssProvider *style;
  int             font_px;
  guint           resting; /* timeouts, or 0 */
  guint           telling;
};

G_DEFINE_FINAL_TYPE (NephoPresent, nepho_present, ADW_TYPE_WINDOW)

static gboolean
told_cb (gpointer user_data)
{
  NephoPresent *self = user_data;

  self->telling = 0;
  gtk_widget_set_visible (self->place, FALSE);

  return G_SOURCE_REMOVE;
}

static void
tell_place (NephoPresent *self)
{
  /* Translators: the first is the number of a chart, the second of how many */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), self->shown + 1, self->cards->len);

  gtk_label_set_text (GTK_LABEL (self->place), text);
  gtk_widget_set_visible (self->place, self->cards->len > 1);
  g_clear_handle_id (&self->telling, g_source_remove);
  self->telling = g_timeout_add_seconds (TOLD_SECONDS, told_cb, self);
}

static void
show_card (NephoPresent *self, guint shown, NephoChartCard *asked)
{
  self->shown = shown;
  self->card = nepho_chart_copies_new (asked, TRUE);
  nepho_chart_card_set_bare (self->card);
  gtk_overlay_set_child (GTK_OVERLAY (self->room), GTK_WIDGET (self->card));
  gtk_window_set_title (GTK_WINDOW (self), nepho_chart_card_get_name (asked));
  gtk_widget_grab_focus (GTK_WIDGET (nepho_chart_card_get_chart (self->card)));
  tell_place (self);
}

static void
go (NephoPresent *self, guint shown)
{
  if (shown < self->cards->len && shown != self->shown)
    show_card (self, shown, g_ptr_array_index (self->cards, shown));
}

/* Whether the keys are the chart's: its cursor walks, it is a table, or something is open over it. */
static gboolean
is_reading (NephoPresent *self)
{
  NephoChart *chart = nepho_chart_card_get_chart (self->card);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  NephoPlotHit hit;

  return nepho_chart_get_cursor (chart, &hit) || (focus != NULL && focus != GTK_WIDGET (chart));
}

/* Pages are turned with what remote controls send, too. */
static gboolean
key_cb (NephoPresent *self, guint key, guint code, GdkModifierType state)
{
  gboolean reading = is_reading (self);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return FALSE;
  if (key == GDK_KEY_F11 || key == GDK_KEY_F5 || (key == GDK_KEY_Escape && !reading))
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }
  if (reading && key != GDK_KEY_Page_Up && key != GDK_KEY_Page_Down)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
      go (self, self->shown + 1);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Page_Up:
    case GDK_KEY_BackSpace:
      if (self->shown > 0)
        go (self, self->shown - 1);
      return TRUE;
    case GDK_KEY_Home:
      go (self, 0);
      return TRUE;
    case GDK_KEY_End:
      go (self, self->cards->len - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* The pointer vanishes, and what it points at is not marked any more, either. */
static void
rest (NephoPresent *self)
{
  gtk_widget_set_can_target (self->room, FALSE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
}

static gboolean
rested_cb (gpointer user_data)
{
  NephoPresent *self = user_data;

  self->resting = 0;
  rest (self);

  return G_SOURCE_REMOVE;
}

static void
moved_cb (NephoPresent *self)
{
  g_clear_handle_id (&self->resting, g_source_remove);
  self->resting = g_timeout_add_seconds (REST_SECONDS, rested_cb, self);
  if (gtk_widget_get_can_target (self->room))
    return;

  gtk_widget_set_can_target (self->room, TRUE);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* Before the widgets are measured. */
static void
layout_cb (NephoPresent *self, int width, int height)
{
  int font_px = (int) MIN (height * OF_HEIGHT, width * OF_WIDTH);
  g_autofree char *style = g_strdup_printf ("window { font-size: %dpx; }", font_px);

  if (font_px == self->font_px || font_px <= 0)
    return;

  self->font_px = font_px;
  gtk_css_provider_load_from_data (self->style, style, -1);
}

static void
nepho_present_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nepho_present_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (layout_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
nepho_present_dispose (GObject *object)
{
  NephoPresent *self = NEPHO_PRESENT (object);

  g_clear_handle_id (&self->resting, g_source_remove);
  g_clear_handle_id (&self->telling, g_source_remove);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_object (&self->style);

  G_OBJECT_CLASS (nepho_present_parent_class)->dispose (object);
}

static void
nepho_present_class_init (NephoPresentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nepho_present_dispose;
  GTK_WIDGET_CLASS (klass)->realize = nepho_present_realize;
}

static void
create_place (NephoPresent *self)
{
  self->place = gtk_label_new (NULL);
  gtk_widget_set_halign (self->place, GTK_ALIGN_END);
  gtk_widget_set_valign (self->place, GTK_ALIGN_END);
  gtk_widget_set_can_target (self->place, FALSE);
  gtk_widget_add_css_class (self->place, "osd");
  gtk_widget_add_css_class (self->place, "present-place");
  gtk_overlay_add_overlay (GTK_OVERLAY (self->room), self->place);
}

static void
nepho_present_init (NephoPresent *self)
{
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  /* No frame around the screen, which some would draw. */
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  self->room = gtk_overlay_new ();
  create_place (self);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), self->room);
  adw_window_set_content (ADW_WINDOW (self), toasts);
  gtk_widget_add_css_class (GTK_WIDGET (self), "present");

  self->style = gtk_css_provider_new ();
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->style),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (moved_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* On the screen that the reader looks at. */
static void
fill_screen (NephoPresent *self, GtkWidget *asked)
{
  GtkNative *native = gtk_widget_get_native (asked);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor
    = surface != NULL ? gdk_display_get_monitor_at_surface (gtk_widget_get_display (asked), surface) : NULL;

  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

/**
 * nepho_present_open:
 * @cards: NephoChartCard of one page, in their order
 * @shown: index of the one to begin with
 * @asked: that one, or a copy of it, as which it looks
 *
 * Presents charts on the whole screen. Left and right turn to the chart before and the next, Escape leaves; up and down
 * begin to walk the points of a chart, until Escape. A pointer that rests vanishes.
 *
 * Returns: (transfer none): the window, shown
 */
NephoPresent *
nepho_present_open (GPtrArray *cards, guint shown, NephoChartCard *asked)
{
  NephoPresent *self;

  g_return_val_if_fail (shown < cards->len, NULL);

  self = g_object_new (NEPHO_TYPE_PRESENT, NULL);
  self->cards = g_ptr_array_ref (cards);
  show_card (self, shown, asked);
  fill_screen (self, GTK_WIDGET (asked));
  gtk_window_present (GTK_WINDOW (self));
  rest (self);

  return self;
}

/**
 * nepho_present_get_shown:
 * @self: a presentation
 *
 * Returns: index of the chart that is shown
 */
guint
nepho_present_get_shown (NephoPresent *self)
{
  g_return_val_if_fail (NEPHO_IS_PRESENT (self), 0);

  return self->shown;
}

/**
 * nepho_present_get_card:
 * @self: a presentation
 *
 * Returns: (transfer none): the card that shows it
 */
NephoChartCard *
nepho_present_get_card (NephoPresent *self)
{
  g_return_val_if_fail (NEPHO_IS_PRESENT (self), NULL);

  return self->card;
}
