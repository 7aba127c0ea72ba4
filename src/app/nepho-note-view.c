/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-note-view.h"

#define MIN_HEIGHT 60
#define MAX_HEIGHT 160
#define PADDING 9

struct _NephoNoteView
{
  GtkWidget      parent_instance;

  GtkWidget     *overlay;
  GtkWidget     *view;
  GtkWidget     *placeholder;
  GtkWidget     *refusal;
  gboolean       updating;
};

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NephoNoteView, nepho_note_view, GTK_TYPE_WIDGET)

static void
changed_cb (GtkTextBuffer *buffer, NephoNoteView *self)
{
  g_autofree char *text = nepho_note_view_get_text (self);

  gtk_widget_set_visible (self->placeholder, *text == '\0');
  if (!self->updating)
    g_signal_emit (self, signals[EDITED], 0, text);
}

static gboolean
focus_cb (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NEPHO_NOTE_VIEW (widget)->view);
}

static void
nepho_note_view_dispose (GObject *object)
{
  g_clear_pointer (&NEPHO_NOTE_VIEW (object)->overlay, gtk_widget_unparent);
  g_clear_pointer (&NEPHO_NOTE_VIEW (object)->refusal, gtk_widget_unparent);

  G_OBJECT_CLASS (nepho_note_view_parent_class)->dispose (object);
}

static void
nepho_note_view_class_init (NephoNoteViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nepho_note_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = focus_cb;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "noteview");
}

static void
set_padding (GtkTextView *view)
{
  gtk_text_view_set_left_margin (view, PADDING);
  gtk_text_view_set_right_margin (view, PADDING);
  gtk_text_view_set_top_margin (view, PADDING);
  gtk_text_view_set_bottom_margin (view, PADDING);
}

static GtkWidget *
build_view (NephoNoteView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkTextBuffer *buffer;

  self->view = gtk_text_view_new ();
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  set_padding (GTK_TEXT_VIEW (self->view));
  g_signal_connect (buffer, "changed", G_CALLBACK (changed_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN_HEIGHT);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);

  return scroller;
}

static GtkWidget *
build_placeholder (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_start (label, PADDING);
  gtk_widget_set_margin_end (label, PADDING);
  gtk_widget_set_margin_top (label, PADDING);
  gtk_widget_set_can_target (label, FALSE);
  gtk_widget_add_css_class (label, "dim-label");

  return label;
}

static void
nepho_note_view_init (NephoNoteView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), build_view (self));
  self->placeholder = build_placeholder ();
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->placeholder);
  gtk_widget_add_css_class (self->overlay, "card");
  gtk_widget_set_overflow (self->overlay, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->overlay, GTK_WIDGET (self));

  self->refusal = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->refusal), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->refusal), 0.0f);
  gtk_widget_add_css_class (self->refusal, "caption");
  gtk_widget_add_css_class (self->refusal, "error");
  gtk_widget_set_visible (self->refusal, FALSE);
  gtk_widget_set_parent (self->refusal, GTK_WIDGET (self));
}

/**
 * nepho_note_view_new:
 * @name: what it is, for screen readers
 * @placeholder: what stands there as long as nothing is written
 *
 * Returns: (transfer floating): an empty view
 */
GtkWidget *
nepho_note_view_new (const char *name, const char *placeholder)
{
  NephoNoteView *self = g_object_new (NEPHO_TYPE_NOTE_VIEW, NULL);

  gtk_label_set_label (GTK_LABEL (self->placeholder), placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * nepho_note_view_set_text:
 * @self: a view
 * @text: what is to stand in it
 *
 * Where it stands there already, the cursor stays where it is. "edited" is not emitted.
 */
void
nepho_note_view_set_text (NephoNoteView *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (NEPHO_IS_NOTE_VIEW (self) && text != NULL);

  shown = nepho_note_view_get_text (self);
  if (g_str_equal (shown, text))
    return;

  self->updating = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), text, -1);
  self->updating = FALSE;
}

/**
 * nepho_note_view_get_text:
 * @self: a view
 *
 * Returns: (transfer full): what stands in it
 */
char *
nepho_note_view_get_text (NephoNoteView *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  g_return_val_if_fail (NEPHO_IS_NOTE_VIEW (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/**
 * nepho_note_view_get_view:
 * @self: a view
 *
 * Returns: (transfer none): the #GtkTextView in it
 */
GtkWidget *
nepho_note_view_get_view (NephoNoteView *self)
{
  g_return_val_if_fail (NEPHO_IS_NOTE_VIEW (self), NULL);

  return self->view;
}

/**
 * nepho_note_view_set_refusal:
 * @self: a view
 * @message: (nullable): why what stands in it cannot be kept
 */
void
nepho_note_view_set_refusal (NephoNoteView *self, const char *message)
{
  g_return_if_fail (NEPHO_IS_NOTE_VIEW (self));

  gtk_label_set_label (GTK_LABEL (self->refusal), message != NULL ? message : "");
  gtk_widget_set_visible (self->refusal, message != NULL);
}
