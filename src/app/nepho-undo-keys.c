/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-undo-keys.h"

/**
 * nepho_undo_keys_add:
 * @window: a window
 * @undo: the action of it that takes back the last step of the document
 * @redo: the action that does it again
 *
 * Gives @window the keys of the main window, before an entry takes them for its text; Ctrl+W closes it.
 */
void
nepho_undo_keys_add (GtkWidget *window, const char *undo, const char *redo)
{
  const struct
  {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, undo },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, redo },
    { GDK_KEY_y, GDK_CONTROL_MASK, redo },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (window, controller);
}
