/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-toast.h"

#include <glib/gi18n-lib.h>

#include "nepho-show-file.h"

#define SPACING 6

/* Long enough to reach for a button. */
#define SECONDS 10

/* The widget itself may be the window's content. */
static AdwToastOverlay *
find_overlay (GtkWidget *anchor)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (anchor, ADW_TYPE_TOAST_OVERLAY);

  return overlay != NULL ? ADW_TOAST_OVERLAY (overlay) : NULL;
}

/**
 * nepho_toast_tell:
 * @anchor: a widget; nothing is told where it is in no window any more
 * @message: what happened
 */
void
nepho_toast_tell (GtkWidget *anchor, const char *message)
{
  AdwToastOverlay *overlay = find_overlay (anchor);
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  if (overlay != NULL)
    adw_toast_overlay_add_toast (overlay, adw_toast_new (escaped));
}

static GFile *
file_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "nepho-file");
}

static void
open_cb (GtkWidget *button, AdwToast *toast)
{
  nepho_show_file (GTK_WINDOW (gtk_widget_get_root (button)), file_of (button));
}

static void
show_cb (GtkWidget *button, AdwToast *toast)
{
  nepho_show_file_in_folder (GTK_WINDOW (gtk_widget_get_root (button)), file_of (button));
}

static void
add_button (GtkBox *box, const char *label, AdwToast *toast, GFile *file, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_object_set_data_full (G_OBJECT (button), "nepho-file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (button, "clicked", callback, toast, 0);
  gtk_box_append (box, button);
}

/**
 * nepho_toast_file:
 * @anchor: a widget; nothing is told where it is in no window any more
 * @file: what was written
 * @folder: whether it is a folder with many files
 *
 * Tells that it is done, with buttons that open it and show where it is.
 */
void
nepho_toast_file (GtkWidget *anchor, GFile *file, gboolean folder)
{
  AdwToastOverlay *overlay = find_overlay (anchor);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = g_strdup_printf (folder ? _("Everything is in “%s”") : _("Saved as “%s”"), shown);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *label = gtk_label_new (message);
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_box_append (GTK_BOX (box), label);
  if (folder)
    add_button (GTK_BOX (box), _("_Open Folder"), toast, file, G_CALLBACK (open_cb));
  else
    {
      add_button (GTK_BOX (box), _("_Open"), toast, file, G_CALLBACK (open_cb));
      add_button (GTK_BOX (box), _("Show in _Folder"), toast, file, G_CALLBACK (show_cb));
    }
  adw_toast_set_custom_title (toast, box);
  adw_toast_set_timeout (toast, SECONDS);
  if (overlay != NULL)
    adw_toast_overlay_add_toast (overlay, toast);
  else
    g_object_unref (toast);
}
