/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-window-share.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-text.h"
#include "nepho-window-file.h"

/**
 * nepho_window_share_copy:
 * @window: a window
 *
 * Puts the document on the clipboard as nepho_document_to_text() writes it.
 */
void
nepho_window_share_copy (NephoWindow *window)
{
  g_autofree char *text = nepho_document_to_text (nepho_window_get_document (window));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), text);
  nepho_window_add_toast (window, _("Copied as text; paste it into a mail"));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NephoWindow) window = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (!gtk_widget_in_destruction (GTK_WIDGET (window)) && gtk_window_get_application (GTK_WINDOW (window)) != NULL)
    nepho_window_file_paste (window, text);
}

/**
 * nepho_window_share_paste:
 * @window: a window
 *
 * Opens the scenario on the clipboard in a window of its own, or says what is wrong with it.
 */
void
nepho_window_share_paste (NephoWindow *window)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL, read_cb, g_object_ref (window));
}

/**
 * nepho_window_share_take_keys:
 * @window: a window
 *
 * Ctrl+V pastes a scenario where nothing else takes it: an entry that has the focus pastes its text.
 */
void
nepho_window_share_take_keys (NephoWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (NEPHO_PASTE_KEY),
                                                          gtk_named_action_new ("win.paste-scenario")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}
