/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-window.h"

#define DEFAULT_WIDTH 1120
#define DEFAULT_HEIGHT 720
#define MARGIN 12

static gboolean
fullscreen_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (widget);

  if (gtk_window_is_fullscreen (window))
    gtk_window_unfullscreen (window);
  else
    gtk_window_fullscreen (window);

  return TRUE;
}

static void
add_shortcuts (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_alternative_trigger_new (
                            gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                            gtk_keyval_trigger_new (GDK_KEY_w, GDK_CONTROL_MASK)),
                        gtk_named_action_new ("window.close")));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F11, 0),
                        gtk_callback_action_new (fullscreen_cb, NULL, NULL)));
  gtk_widget_add_controller (window, controller);
}

/**
 * nepho_chart_window_new:
 * @parent: (nullable): the window that the chart comes from; closing it closes this one too
 * @title: what the chart is called
 * @card: (transfer floating): a card of its own for the same figure
 *
 * Makes a window that shows one chart as large as it can. Escape closes it, F11 fills the screen.
 *
 * Returns: (transfer none): the window, not shown yet
 */
GtkWindow *
nepho_chart_window_new (GtkWindow *parent, const char *title, GtkWidget *card)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_margin_start (card, MARGIN);
  gtk_widget_set_margin_end (card, MARGIN);
  gtk_widget_set_margin_top (card, MARGIN / 2);
  gtk_widget_set_margin_bottom (card, MARGIN);
  gtk_widget_set_vexpand (card, TRUE);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), card);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  adw_window_set_content (ADW_WINDOW (window), overlay);

  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), parent != NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), DEFAULT_WIDTH, DEFAULT_HEIGHT);
  add_shortcuts (window);

  return GTK_WINDOW (window);
}
