/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-chart-export.h"
#include "nepho-chart-window.h"

/* How far from a datum a click may be to mean it. */
#define CLICK_DISTANCE 12.0

struct _NephoChartCard
{
  GtkWidget        parent_instance;

  char            *name;
  NephoChartBuild  build;
  gpointer         user_data;
  NephoChartExplain explain;     /* or NULL */

  GtkWidget       *overlay;
  GtkWidget       *chart;
  GtkWidget       *button;
  GtkWidget       *reading;
  GtkWidget       *context_menu;
  GtkWidget       *source;       /* popover of the datum last asked for, or NULL */
  gint64           source_time;  /* when a click opened it; 0: a key did */
  NephoPlotHit     target;       /* the datum that is meant by "this" */

  GtkWindow       *window; /* that shows the chart large, or NULL */
  NephoChartCard  *large;  /* the card in it, or NULL */
};

G_DEFINE_FINAL_TYPE (NephoChartCard, nepho_chart_card, GTK_TYPE_WIDGET)

static GMenuModel *
create_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) source = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();

  g_menu_append (source, _("So_urce of This Point"), "card.source");
  g_menu_append (copy, _("_Copy Image"), "card.copy-image");
  g_menu_append (copy, _("Copy _Data"), "card.copy-data");
  g_menu_append (open, _("_Save As…"), "card.save");
  g_menu_append (open, _("_Open Large"), "card.enlarge");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (source));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
copy_image_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nepho_chart_export_copy_image (NEPHO_CHART (NEPHO_CHART_CARD (widget)->chart));
}

static void
copy_data_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nepho_chart_export_copy_data (NEPHO_CHART (NEPHO_CHART_CARD (widget)->chart));
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  nepho_chart_export_ask (NEPHO_CHART (NEPHO_CHART_CARD (widget)->chart));
}

static void
window_destroyed_cb (NephoChartCard *self)
{
  self->window = NULL;
  self->large = NULL;
}

static void
enlarge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoChartCard *self = NEPHO_CHART_CARD (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->window == NULL)
    {
      self->large = NEPHO_CHART_CARD (nepho_chart_card_new (self->name, self->build,
                                                            self->user_data));
      nepho_chart_card_set_explain (self->large, self->explain);
      gtk_widget_action_set_enabled (GTK_WIDGET (self->large), "card.enlarge", FALSE);
      self->window = nepho_chart_window_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                             self->name, GTK_WIDGET (self->large));
      g_signal_connect_object (self->window, "destroy", G_CALLBACK (window_destroyed_cb), self,
                               G_CONNECT_SWAPPED);
      nepho_chart_card_update (self->large, FALSE);
    }
  gtk_window_present (self->window);
  gtk_widget_grab_focus (self->large->chart);
}

/* "This point" is @hit, or none. */
static void
set_target (NephoChartCard *self, const NephoPlotHit *hit)
{
  self->target = *hit;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "card.source", hit->series >= 0 && self->explain != NULL);
}

/* The datum at a place on the chart, near enough that a click means it. */
static gboolean
pick (NephoChartCard *self, double x, double y, NephoPlotHit *hit)
{
  const NephoPlotLayout *layout = nepho_chart_get_layout (NEPHO_CHART (self->chart));

  if (layout != NULL && nepho_plot_layout_pick (layout, x, y, hit)
      && (hit->on_bar || hypot (hit->x - x, hit->y - y) <= CLICK_DISTANCE))
    return TRUE;

  *hit = (NephoPlotHit) { .series = -1 };

  return FALSE;
}

static gboolean
has_target (NephoChartCard *self, const NephoPlotFigure *figure)
{
  const NephoPlotSeries *series;

  if (figure == NULL || self->target.series < 0 || (guint) self->target.series >= figure->series->len)
    return FALSE;

  series = g_ptr_array_index (figure->series, (guint) self->target.series);

  return series->y != NULL && self->target.point < series->y->n;
}

/* The second press of a double click closes the popover that the first opened: it is the whole chart
 * that is meant. */
static void
source_closed_cb (NephoChartCard *self)
{
  int limit;

  gtk_widget_grab_focus (self->chart);
  if (self->source_time == 0)
    return;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &limit, NULL);
  if (g_get_monotonic_time () - self->source_time < limit * G_TIME_SPAN_MILLISECOND)
    gtk_widget_activate_action (GTK_WIDGET (self), "card.enlarge", NULL);
  self->source_time = 0;
}

/* The popover belongs to the chart, whose keyboard cursor stays where it is meanwhile. */
static void
show_source (NephoChartCard *self)
{
  const NephoPlotFigure *figure = nepho_chart_get_figure (NEPHO_CHART (self->chart));
  const NephoPlotLayout *layout = nepho_chart_get_layout (NEPHO_CHART (self->chart));
  GdkRectangle at = { 0, 0, 1, 1 };
  GtkWidget *content;
  double x;
  double y;

  if (self->explain == NULL || layout == NULL || !has_target (self, figure))
    return;

  nepho_plot_layout_point (layout, (guint) self->target.series, self->target.point, &x, &y);
  at.x = (int) x;
  at.y = (int) y;
  g_clear_pointer (&self->source, gtk_widget_unparent);
  content = self->explain (figure, (guint) self->target.series, self->target.point, self->user_data);
  self->source = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->source), content);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->source), &at);
  gtk_widget_set_parent (self->source, self->chart);
  g_signal_connect_object (self->source, "closed", G_CALLBACK (source_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->source));
}

static void
source_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NephoChartCard *self = NEPHO_CHART_CARD (widget);

  self->source_time = 0;
  show_source (self);
}

static void
show_menu (NephoChartCard *self, double x, double y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };

  gtk_popover_set_pointing_to (GTK_POPOVER (self->context_menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->context_menu));
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_menu (NEPHO_CHART_CARD (widget), gtk_widget_get_width (widget) / 2.0,
             gtk_widget_get_height (widget) / 2.0);
}

/* The card has the chart's place and size. */
static void
secondary_pressed_cb (NephoChartCard *self, int n_press, double x, double y, GtkGesture *gesture)
{
  NephoPlotHit hit;

  if (!pick (self, x, y, &hit))
    nepho_chart_get_cursor (NEPHO_CHART (self->chart), &hit);
  set_target (self, &hit);
  show_menu (self, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
primary_pressed_cb (NephoChartCard *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_widget_grab_focus (self->chart);
  if (n_press == 2)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "card.enlarge", NULL);
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static void
primary_released_cb (NephoChartCard *self, int n_press, double x, double y)
{
  NephoPlotHit hit;

  if (n_press != 1 || !pick (self, x, y, &hit))
    return;

  set_target (self, &hit);
  self->source_time = g_get_monotonic_time ();
  show_source (self);
}

static void
reading_changed_cb (NephoChartCard *self)
{
  g_autofree char *reading = nepho_chart_get_reading (NEPHO_CHART (self->chart));
  NephoPlotHit hit;

  nepho_chart_get_cursor (NEPHO_CHART (self->chart), &hit);
  set_target (self, &hit);
  gtk_label_set_text (GTK_LABEL (self->reading), reading != NULL ? reading : "");
  gtk_widget_set_visible (self->reading, reading != NULL);
}

static void
nepho_chart_card_dispose (GObject *object)
{
  NephoChartCard *self = NEPHO_CHART_CARD (object);

  if (self->window != NULL)
    gtk_window_destroy (self->window);
  g_clear_pointer (&self->source, gtk_widget_unparent);
  g_clear_pointer (&self->context_menu, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (nepho_chart_card_parent_class)->dispose (object);
}

static void
nepho_chart_card_finalize (GObject *object)
{
  NephoChartCard *self = NEPHO_CHART_CARD (object);

  g_free (self->name);

  G_OBJECT_CLASS (nepho_chart_card_parent_class)->finalize (object);
}

static void
nepho_chart_card_class_init (NephoChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nepho_chart_card_dispose;
  object_class->finalize = nepho_chart_card_finalize;

  gtk_widget_class_install_action (widget_class, "card.source", NULL, source_cb);
  gtk_widget_class_install_action (widget_class, "card.copy-image", NULL, copy_image_cb);
  gtk_widget_class_install_action (widget_class, "card.copy-data", NULL, copy_data_cb);
  gtk_widget_class_install_action (widget_class, "card.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "card.enlarge", NULL, enlarge_cb);
  gtk_widget_class_install_action (widget_class, "card.menu", NULL, menu_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "card.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "card.menu",
                                       NULL);
  /* The one added last stands in the menu. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "card.enlarge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "card.enlarge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "card.copy-image", NULL);

  gtk_widget_class_set_css_name (widget_class, "chart-card");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
create_button (NephoChartCard *self, GMenuModel *menu)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->button), menu);
  gtk_widget_set_tooltip_text (self->button, _("Copy, save or enlarge this chart"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_END);
  gtk_widget_set_valign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "chart-menu");
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->button);
}

/* Over the chart rather than below it: the chart must not be laid out anew when a reading appears. */
static void
create_reading (NephoChartCard *self)
{
  self->reading = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->reading), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->reading), 0.0f);
  gtk_widget_set_halign (self->reading, GTK_ALIGN_START);
  gtk_widget_set_valign (self->reading, GTK_ALIGN_END);
  gtk_widget_set_can_target (self->reading, FALSE);
  gtk_widget_set_visible (self->reading, FALSE);
  gtk_widget_add_css_class (self->reading, "chart-reading");
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->reading);
  g_signal_connect_object (self->chart, "notify::reading", G_CALLBACK (reading_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
add_gestures (NephoChartCard *self)
{
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *primary = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (secondary_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));

  g_signal_connect_object (primary, "pressed", G_CALLBACK (primary_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (primary, "released", G_CALLBACK (primary_released_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->chart, GTK_EVENT_CONTROLLER (primary));
}

static void
nepho_chart_card_init (NephoChartCard *self)
{
  g_autoptr (GMenuModel) menu = create_menu ();

  self->overlay = gtk_overlay_new ();
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));
  self->chart = nepho_chart_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->chart);
  create_button (self, menu);
  create_reading (self);

  self->context_menu = gtk_popover_menu_new_from_model (menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->context_menu), FALSE);
  gtk_widget_set_halign (self->context_menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->context_menu, GTK_WIDGET (self));
  add_gestures (self);
  set_target (self, &(NephoPlotHit) { .series = -1 });

  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * nepho_chart_card_new:
 * @name: what the chart is called, for the title of its own window
 * @build: makes the figure
 * @user_data: for @build; must live as long as the card
 *
 * Returns: (transfer floating): a card; it shows nothing before its first update
 */
GtkWidget *
nepho_chart_card_new (const char *name, NephoChartBuild build, gpointer user_data)
{
  NephoChartCard *self = g_object_new (NEPHO_TYPE_CHART_CARD, NULL);

  self->name = g_strdup (name);
  self->build = build;
  self->user_data = user_data;

  return GTK_WIDGET (self);
}

/**
 * nepho_chart_card_set_explain:
 * @self: a card
 * @explain: (nullable): tells where a datum is from; it is given the user data of the figure's maker
 *
 * With it, a click on a datum, Enter on the one under the keyboard cursor, and the menu show its source.
 */
void
nepho_chart_card_set_explain (NephoChartCard *self, NephoChartExplain explain)
{
  g_return_if_fail (NEPHO_IS_CHART_CARD (self));

  self->explain = explain;
}

/**
 * nepho_chart_card_get_chart:
 * @self: a card
 *
 * Returns: (transfer none): its chart
 */
NephoChart *
nepho_chart_card_get_chart (NephoChartCard *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_CARD (self), NULL);

  return NEPHO_CHART (self->chart);
}

/**
 * nepho_chart_card_is_large:
 * @self: a card
 *
 * Returns: whether its chart is open in a window of its own, too
 */
gboolean
nepho_chart_card_is_large (NephoChartCard *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_CARD (self), FALSE);

  return self->window != NULL;
}

/**
 * nepho_chart_card_update:
 * @self: a card
 * @held: whether a lever is being dragged: the axes stay
 *
 * Makes the figure anew and shows it, here and in the chart's own window where there is one.
 */
void
nepho_chart_card_update (NephoChartCard *self, gboolean held)
{
  g_return_if_fail (NEPHO_IS_CHART_CARD (self));

  nepho_chart_set_held (NEPHO_CHART (self->chart), held);
  nepho_chart_set_figure (NEPHO_CHART (self->chart), self->build (self->user_data));
  if (self->large != NULL)
    nepho_chart_card_update (self->large, held);
}
