/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-window.h"

#define DEFAULT_WIDTH 1120
#define DEFAULT_HEIGHT 720
#define MARGIN 12

/* Keys that do in this window what they do in the one that the chart is from. */
static const struct
{
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} KEYS[] = {
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
  { GDK_KEY_y, GDK_CONTROL_MASK, "win.redo" },
  { GDK_KEY_s, GDK_CONTROL_MASK, "win.save" },
  { GDK_KEY_b, GDK_CONTROL_MASK, "win.show-baseline" },
  { GDK_KEY_q, GDK_CONTROL_MASK, "app.quit" },
};

static gboolean
activate_cb (GtkWidget *window, GVariant *args, gpointer user_data)
{
  const char *action;

  g_variant_get (args, "&s", &action);

  return gtk_widget_activate_action (user_data, action, NULL);
}

static void
add_shortcut (GtkEventController *controller, guint key, GdkModifierType modifiers, GtkShortcutAction *action,
              const char *argument)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action);

  if (argument != NULL)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_string (argument));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

/* The window closes with the card that it is from: as long as there are keys, there is the card. */
static void
add_shortcuts (GtkWidget *window, NephoChartCard *origin, NephoChartCard *copy)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_shortcut (controller, GDK_KEY_Escape, 0, gtk_named_action_new ("window.close"), NULL);
  add_shortcut (controller, GDK_KEY_w, GDK_CONTROL_MASK, gtk_named_action_new ("window.close"), NULL);
  add_shortcut (controller, GDK_KEY_F11, 0, gtk_callback_action_new (activate_cb, copy, NULL), "card.present");
  for (gsize i = 0; i < G_N_ELEMENTS (KEYS); i++)
    add_shortcut (controller, KEYS[i].key, KEYS[i].modifiers, gtk_callback_action_new (activate_cb, origin, NULL),
                  KEYS[i].action);
  gtk_widget_add_controller (window, controller);
}

/* Which document it is of: a list of windows tells more than one apart. */
static gboolean
name_document (GBinding *binding, const GValue *document, GValue *title, gpointer user_data)
{
  const char *name = g_value_get_string (document);

  g_value_take_string (title, name != NULL ? g_strdup_printf ("%s — %s", (const char *) user_data, name)
                                           : g_strdup (user_data));

  return TRUE;
}

static GtkWidget *
create_header (GtkWindow *from, const char *title)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *words = adw_window_title_new (title, NULL);

  if (from != NULL)
    g_object_bind_property (from, "title", words, "subtitle", G_BINDING_SYNC_CREATE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), words);

  return header;
}

static GtkWidget *
create_contents (GtkWidget *header, GtkWidget *card)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_margin_start (card, MARGIN);
  gtk_widget_set_margin_end (card, MARGIN);
  gtk_widget_set_margin_top (card, MARGIN / 2);
  gtk_widget_set_margin_bottom (card, MARGIN);
  gtk_widget_set_vexpand (card, TRUE);

  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), card);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);

  return overlay;
}

/**
 * nepho_chart_window_new:
 * @origin: a card of a page
 * @copy: (transfer floating): a copy of it
 * @title: what the chart is called
 * @over: whether the window stays over the one that the chart is from
 *
 * Makes a window that shows one chart as large as it can. Escape closes it, F11 presents the chart, and the keys of
 * undo work on the document that the chart is of. The window closes with the card.
 *
 * Returns: (transfer none): the window, not shown yet
 */
GtkWindow *
nepho_chart_window_new (NephoChartCard *origin, NephoChartCard *copy, const char *title, gboolean over)
{
  GtkWidget *window = adw_window_new ();
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (origin));
  GtkWindow *from = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  adw_window_set_content (ADW_WINDOW (window), create_contents (create_header (from, title), GTK_WIDGET (copy)));
  gtk_window_set_title (GTK_WINDOW (window), title);
  if (from != NULL)
    g_object_bind_property_full (from, "title", window, "title", G_BINDING_SYNC_CREATE, name_document, NULL,
                                 g_strdup (title), g_free);
  if (over)
    gtk_window_set_transient_for (GTK_WINDOW (window), from);
  gtk_window_set_default_size (GTK_WINDOW (window), DEFAULT_WIDTH, DEFAULT_HEIGHT);
  add_shortcuts (window, origin, copy);

  return GTK_WINDOW (window);
}
