/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-note-popover.h"

#include <glib/gi18n-lib.h>

#define SPACING 6
#define TEXT_WIDTH 260
#define TEXT_HEIGHT 64

struct _NephoNotePopover
{
  GtkPopover     parent_instance;

  GtkTextBuffer *buffer;
  GtkWidget     *view;
  GtkWidget     *fault;
  gboolean       refused;
};

enum
{
  ACCEPTED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NephoNotePopover, nepho_note_popover, GTK_TYPE_POPOVER)

static void
accept_cb (NephoNotePopover *self)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
  self->refused = FALSE;
  g_signal_emit (self, signals[ACCEPTED], 0, text);
  if (!self->refused)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
remove_cb (NephoNotePopover *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
  gtk_popover_popdown (GTK_POPOVER (self));
}

/* Enter takes the words; with Shift it begins a line. */
static gboolean
key_cb (NephoNotePopover *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) != 0)
    return FALSE;

  accept_cb (self);

  return TRUE;
}

static void
nepho_note_popover_class_init (NephoNotePopoverClass *klass)
{
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
nepho_note_popover_init (NephoNotePopover *self)
{
}

static GtkWidget *
add_line (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
add_text (NephoNotePopover *self, GtkWidget *box, const char *place, const char *text)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), SPACING);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), SPACING);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), SPACING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, place, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->view, keys);

  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_size_request (scrolled, TEXT_WIDTH, TEXT_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_box_append (GTK_BOX (box), scrolled);
}

static void
add_buttons (NephoNotePopover *self, GtkWidget *box, gboolean is_new)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *accept = gtk_button_new_with_mnemonic (is_new ? _("_Add") : _("_Change"));

  if (!is_new)
    {
      GtkWidget *remove = gtk_button_new_with_mnemonic (_("_Remove"));

      gtk_widget_add_css_class (remove, "destructive-action");
      g_signal_connect_swapped (remove, "clicked", G_CALLBACK (remove_cb), self);
      gtk_box_append (GTK_BOX (buttons), remove);
    }
  gtk_widget_add_css_class (accept, "suggested-action");
  gtk_widget_set_hexpand (accept, TRUE);
  gtk_widget_set_halign (accept, GTK_ALIGN_END);
  g_signal_connect_swapped (accept, "clicked", G_CALLBACK (accept_cb), self);
  gtk_box_append (GTK_BOX (buttons), accept);
  gtk_box_append (GTK_BOX (box), buttons);
}

/**
 * nepho_note_popover_new:
 * @place: what the annotation stands at
 * @told: (nullable): what it tells by itself
 * @text: its words, or ""
 * @is_new: whether it is not there yet
 *
 * Returns: (transfer floating): a popover; whoever shows it sets its parent
 */
GtkWidget *
nepho_note_popover_new (const char *place, const char *told, const char *text, gboolean is_new)
{
  NephoNotePopover *self = g_object_new (NEPHO_TYPE_NOTE_POPOVER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);

  add_line (box, place, "heading");
  if (told != NULL)
    add_line (box, told, "dim-label");
  add_text (self, box, place, text);
  self->fault = add_line (box, "", "error");
  gtk_widget_set_visible (self->fault, FALSE);
  add_buttons (self, box, is_new);
  gtk_popover_set_child (GTK_POPOVER (self), box);

  return GTK_WIDGET (self);
}

/**
 * nepho_note_popover_refuse:
 * @self: a popover that emits "accepted"
 * @message: why the words cannot be taken
 *
 * Keeps the popover open, with the words and the reason.
 */
void
nepho_note_popover_refuse (NephoNotePopover *self, const char *message)
{
  g_return_if_fail (NEPHO_IS_NOTE_POPOVER (self) && message != NULL);

  self->refused = TRUE;
  gtk_label_set_text (GTK_LABEL (self->fault), message);
  gtk_widget_set_visible (self->fault, TRUE);
}
