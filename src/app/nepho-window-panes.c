/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-window-panes.h"

/* GtkPaned knows the size of its first child. The levers are a second child, so their width follows
 * from what is left. */
typedef struct
{
  GtkPaned  *outer;
  GtkPaned  *inner;
  GSettings *settings;
  gboolean   settled; /* the levers have the width that was remembered */
} Panes;

static void
panes_free (gpointer data)
{
  Panes *panes = data;

  g_object_unref (panes->settings);
  g_free (panes);
}

static int
room_for_second (GtkPaned *paned)
{
  GtkWidget *start = gtk_paned_get_start_child (paned);
  GtkWidget *end = gtk_paned_get_end_child (paned);

  if (start == NULL || end == NULL || !gtk_widget_get_mapped (start)
      || !gtk_widget_get_mapped (end))
    return 0;

  return gtk_widget_get_width (end);
}

static void
remember (GSettings *settings, const char *key, int width, int least, int most)
{
  if (width >= least && width <= most && width != g_settings_get_int (settings, key))
    g_settings_set_int (settings, key, width);
}

/* Once in the first frame: only now it is known how wide the window came out. */
static gboolean
settle_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Panes *panes = user_data;
  int wanted = g_settings_get_int (panes->settings, "levers-width");
  int there = room_for_second (panes->inner);

  if (there == 0)
    return gtk_widget_get_visible (gtk_paned_get_end_child (panes->inner)) ? G_SOURCE_CONTINUE
                                                                           : G_SOURCE_REMOVE;

  if (there != wanted)
    gtk_paned_set_position (panes->inner, gtk_paned_get_position (panes->inner) + there - wanted);
  panes->settled = TRUE;

  return G_SOURCE_REMOVE;
}

static void
outer_position_cb (GtkPaned *outer, GParamSpec *pspec, gpointer user_data)
{
  Panes *panes = user_data;

  if (panes->settled && room_for_second (outer) > 0)
    remember (panes->settings, "pages-width", gtk_paned_get_position (outer), 120, 1000);
}

/* The widths of the children follow the position in the next allocation; the handle's stays. */
static void
inner_position_cb (GtkPaned *inner, GParamSpec *pspec, gpointer user_data)
{
  Panes *panes = user_data;
  int handle;

  if (!panes->settled || room_for_second (inner) == 0)
    return;

  handle = gtk_widget_get_width (GTK_WIDGET (inner))
           - gtk_widget_get_width (gtk_paned_get_start_child (inner))
           - gtk_widget_get_width (gtk_paned_get_end_child (inner));
  remember (panes->settings, "levers-width",
            gtk_widget_get_width (GTK_WIDGET (inner)) - handle - gtk_paned_get_position (inner),
            240, 2000);
}

/**
 * nepho_window_panes_attach:
 * @outer: pages beside the rest
 * @inner: charts beside levers; inside @outer
 * @settings: where the widths are kept
 *
 * Gives the panes the widths that they had last, and keeps the new ones.
 */
void
nepho_window_panes_attach (GtkPaned *outer, GtkPaned *inner, GSettings *settings)
{
  Panes *panes = g_new0 (Panes, 1);
  int pages_width = g_settings_get_int (settings, "pages-width");
  int rest = g_settings_get_int (settings, "window-width") - pages_width;

  panes->outer = outer;
  panes->inner = inner;
  panes->settings = g_object_ref (settings);
  g_object_set_data_full (G_OBJECT (outer), "nepho-panes", panes, panes_free);

  gtk_paned_set_position (outer, pages_width);
  gtk_paned_set_position (inner, MAX (rest - g_settings_get_int (settings, "levers-width"), 1));
  gtk_widget_add_tick_callback (GTK_WIDGET (outer), settle_cb, panes, NULL);
  g_signal_connect (outer, "notify::position", G_CALLBACK (outer_position_cb), panes);
  g_signal_connect (inner, "notify::position", G_CALLBACK (inner_position_cb), panes);
}
