/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-market-editor.h"

#include <glib/gi18n-lib.h>

#include "nepho-undo-keys.h"

/* What a menu needs to be gone after it was closed. */
#define MENU_MILLISECONDS 100

#define N_KINDS (NEPHO_MARKET_SEGMENT + 1)

struct _NephoMarketEditor
{
  AdwWindow             parent_instance;

  NephoDocument        *document;
  GPtrArray            *rows[N_KINDS]; /* NephoMarketRow, in their order */
  guint                 rebuild;       /* the source that will make the rows anew, or 0 */
  AdwToast             *toast;         /* offers to undo the last step, or NULL */

  AdwToastOverlay      *toasts;
  AdwPreferencesGroup  *vendors;
  AdwPreferencesGroup  *segments;
  GtkEditable          *new_vendor;
  GtkEditable          *new_segment;
  GtkSpinButton        *new_vendor_share;
  GtkSpinButton        *new_segment_size;
  GtkLabel             *new_segment_unit;
  GtkWidget            *add_vendor;
  GtkWidget            *add_segment;
};

G_DEFINE_FINAL_TYPE (NephoMarketEditor, nepho_market_editor, ADW_TYPE_WINDOW)

static AdwPreferencesGroup *
group_of (NephoMarketEditor *self, NephoMarketKind kind)
{
  return kind == NEPHO_MARKET_VENDOR ? self->vendors : self->segments;
}

static void
fill (NephoMarketEditor *self, NephoMarketKind kind)
{
  const NephoDataset *dataset = nepho_document_get_dataset (self->document);
  guint n_items = kind == NEPHO_MARKET_VENDOR ? dataset->vendors->len : dataset->segments->len;

  for (guint i = 0; i < self->rows[kind]->len; i++)
    adw_preferences_group_remove (group_of (self, kind), g_ptr_array_index (self->rows[kind], i));
  g_ptr_array_set_size (self->rows[kind], 0);

  for (guint i = 0; i < n_items; i++)
    {
      GtkWidget *row = nepho_market_row_new (self->document, kind, i);

      g_ptr_array_add (self->rows[kind], row);
      adw_preferences_group_add (group_of (self, kind), row);
    }
}

/* Where the focus was: in which row, at which of its parts. */
typedef struct
{
  NephoMarketKind    kind;
  guint              index;
  char              *id;
  NephoMarketRowPart part;
} Place;

static gboolean
find_focus (NephoMarketEditor *self, Place *place)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, NEPHO_TYPE_MARKET_ROW) : NULL;

  if (row == NULL)
    return FALSE;

  for (guint kind = 0; kind < N_KINDS; kind++)
    if (g_ptr_array_find (self->rows[kind], row, &place->index))
      place->kind = (NephoMarketKind) kind;
  place->id = g_strdup (nepho_market_row_get_id (NEPHO_MARKET_ROW (row)));
  place->part = NEPHO_MARKET_ROW_NAME;
  for (guint part = 0; part < NEPHO_MARKET_ROW_N_PARTS; part++)
    {
      GtkWidget *widget = nepho_market_row_get_part (NEPHO_MARKET_ROW (row), (NephoMarketRowPart) part);

      if (widget != row && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
        place->part = (NephoMarketRowPart) part;
    }

  return TRUE;
}

/* To the same button of the same vendor; to the row that has come in the place of one that is gone. */
static void
restore_focus (NephoMarketEditor *self, const Place *place)
{
  NephoMarketRow *row = nepho_market_editor_get_row (self, place->kind, place->id);
  const GPtrArray *rows = self->rows[place->kind];
  GtkWidget *part;

  if (row == NULL)
    row = g_ptr_array_index (rows, MIN (place->index, rows->len - 1));
  part = nepho_market_row_get_part (row, place->part);
  if (gtk_widget_get_sensitive (part))
    gtk_widget_grab_focus (part);
  else
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
close_menus (NephoMarketEditor *self)
{
  gboolean open = FALSE;

  for (guint kind = 0; kind < N_KINDS; kind++)
    for (guint i = 0; i < self->rows[kind]->len; i++)
      open = nepho_market_row_close (g_ptr_array_index (self->rows[kind], i)) || open;

  return open;
}

static gboolean
rebuild_cb (gpointer user_data)
{
  NephoMarketEditor *self = user_data;
  Place place = { .id = NULL };
  gboolean focused;

  if (close_menus (self))
    {
      self->rebuild = g_timeout_add (MENU_MILLISECONDS, rebuild_cb, self);
      return G_SOURCE_REMOVE;
    }

  focused = find_focus (self, &place);
  self->rebuild = 0;
  for (guint kind = 0; kind < N_KINDS; kind++)
    fill (self, (NephoMarketKind) kind);
  if (focused)
    restore_focus (self, &place);
  g_free (place.id);

  return G_SOURCE_REMOVE;
}

/* A new segment's size is asked in the money that sizes are shown in. */
static void
show_unit (NephoMarketEditor *self)
{
  NephoUnit unit = nepho_currency_unit (nepho_document_get_money (self->document), NEPHO_UNIT_YUAN_BILLION);

  gtk_label_set_label (self->new_segment_unit, nepho_unit_name (unit));
}

/* The row whose button was pressed must live until the press is over. */
static void
dataset_cb (NephoDocument *document, GParamSpec *pspec, NephoMarketEditor *self)
{
  show_unit (self);
  if (self->rebuild == 0)
    self->rebuild = g_idle_add_full (G_PRIORITY_HIGH_IDLE, rebuild_cb, self, NULL);
}

static void
changed_cb (NephoDocument *document, NephoMarketEditor *self)
{
  for (guint kind = 0; kind < N_KINDS && self->rebuild == 0; kind++)
    for (guint i = 0; i < self->rows[kind]->len; i++)
      nepho_market_row_update (g_ptr_array_index (self->rows[kind], i));
}

/* What a toast offers to undo is always the last step, whoever made it. */
static void
name_step (AdwToast *toast, NephoDocument *document)
{
  const char *step = nepho_document_get_undo_label (document);
  const char *undone = nepho_document_get_redo_label (document);
  g_autofree char *text = NULL;

  if (step != NULL)
    text = g_markup_escape_text (step, -1);
  else
    /* Translators: a step that was taken back */
    text = g_markup_printf_escaped (_("Undone: %s"), undone != NULL ? undone : "");
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, step != NULL ? _("_Undo") : NULL);
}

static void
state_cb (NephoDocument *document, GParamSpec *pspec, NephoMarketEditor *self)
{
  if (self->toast != NULL)
    name_step (self->toast, document);
}

static void
dismissed_cb (AdwToast *toast, NephoMarketEditor *self)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

static void
offer_undo (NephoMarketEditor *self)
{
  if (self->toast != NULL)
    return;

  self->toast = g_object_ref (adw_toast_new (""));
  adw_toast_set_action_name (self->toast, "market.undo");
  name_step (self->toast, self->document);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

static void
refuse (NephoMarketEditor *self, const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

/* What came of an edit: "" where it was made, and then the last step says what it was. */
static void
told_cb (GtkWidget *widget, const char *name, GVariant *message)
{
  NephoMarketEditor *self = NEPHO_MARKET_EDITOR (widget);
  const char *text = g_variant_get_string (message, NULL);

  if (*text != '\0')
    refuse (self, text);
  else if (self->rebuild != 0)
    offer_undo (self);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nepho_document_undo (NEPHO_MARKET_EDITOR (widget)->document);
}

static void
redo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  nepho_document_redo (NEPHO_MARKET_EDITOR (widget)->document);
}

static void
add (NephoMarketEditor *self, NephoMarketKind kind, GtkEditable *entry, double amount)
{
  g_autoptr (GError) error = NULL;

  if (!nepho_market_edit_add (self->document, kind, gtk_editable_get_text (entry), amount, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
      refuse (self, error->message);
      return;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_editable_set_text (entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  offer_undo (self);
}

static void
add_vendor_cb (NephoMarketEditor *self)
{
  gtk_spin_button_update (self->new_vendor_share);
  add (self, NEPHO_MARKET_VENDOR, self->new_vendor, gtk_spin_button_get_value (self->new_vendor_share) / 100.0);
}

static void
add_segment_cb (NephoMarketEditor *self)
{
  gtk_spin_button_update (self->new_segment_size);
  add (self, NEPHO_MARKET_SEGMENT, self->new_segment,
       nepho_currency_stored (nepho_document_get_money (self->document),
                              gtk_spin_button_get_value (self->new_segment_size), NEPHO_UNIT_YUAN_BILLION));
}

static void
nepho_market_editor_dispose (GObject *object)
{
  NephoMarketEditor *self = NEPHO_MARKET_EDITOR (object);

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->rebuild, g_source_remove);
  g_clear_object (&self->toast);
  for (guint kind = 0; kind < N_KINDS; kind++)
    g_clear_pointer (&self->rows[kind], g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_market_editor_parent_class)->dispose (object);
}

static void
nepho_market_editor_class_init (NephoMarketEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_market_editor_dispose;

  g_type_ensure (NEPHO_TYPE_MARKET_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/nephoscope/Nephoscope/ui/nepho-market-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoMarketEditor, toasts);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketEditor, vendors);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketEditor, segments);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketEditor, new_vendor);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketEditor, new_segment);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketEditor, new_vendor_share);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketEditor, new_segment_size);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketEditor, new_segment_unit);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketEditor, add_vendor);
  gtk_widget_class_bind_template_child (widget_class, NephoMarketEditor, add_segment);
  gtk_widget_class_bind_template_callback (widget_class, add_vendor_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_segment_cb);
  gtk_widget_class_install_action (widget_class, "market.told", "s", told_cb);
  gtk_widget_class_install_action (widget_class, "market.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "market.redo", NULL, redo_cb);
  /* After whatever is open in the window: a popover closes alone. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nepho_market_editor_init (NephoMarketEditor *self)
{
  for (guint kind = 0; kind < N_KINDS; kind++)
    self->rows[kind] = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  nepho_undo_keys_add (GTK_WIDGET (self), "market.undo", "market.redo");
}

static NephoMarketEditor *
new_editor (GtkWindow *parent, NephoDocument *document)
{
  NephoMarketEditor *self = g_object_new (NEPHO_TYPE_MARKET_EDITOR, "transient-for", parent,
                                          "destroy-with-parent", TRUE, "modal", FALSE, NULL);

  self->document = g_object_ref (document);
  for (guint kind = 0; kind < N_KINDS; kind++)
    fill (self, (NephoMarketKind) kind);
  g_signal_connect (document, "notify::dataset", G_CALLBACK (dataset_cb), self);
  show_unit (self);
  g_signal_connect (document, "notify::can-undo", G_CALLBACK (state_cb), self);
  g_signal_connect (document, "changed", G_CALLBACK (changed_cb), self);

  return self;
}

/**
 * nepho_market_editor_present:
 * @parent: the window of the document; closing it closes this one too
 * @document: the document
 *
 * Opens the editor of vendors and segments, or comes back to the one that is open.
 *
 * Returns: (transfer none): the editor
 */
NephoMarketEditor *
nepho_market_editor_present (GtkWindow *parent, NephoDocument *document)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  NephoMarketEditor *self = NULL;

  for (GList *l = windows; l != NULL; l = l->next)
    if (NEPHO_IS_MARKET_EDITOR (l->data) && gtk_window_get_transient_for (l->data) == parent)
      self = l->data;
  if (self == NULL)
    self = new_editor (parent, document);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

/**
 * nepho_market_editor_get_row:
 * @self: an editor
 * @kind: vendor or segment
 * @id: its id
 *
 * Returns: (transfer none) (nullable): its row
 */
NephoMarketRow *
nepho_market_editor_get_row (NephoMarketEditor *self, NephoMarketKind kind, const char *id)
{
  g_return_val_if_fail (NEPHO_IS_MARKET_EDITOR (self), NULL);

  for (guint i = 0; i < self->rows[kind]->len; i++)
    if (g_str_equal (nepho_market_row_get_id (g_ptr_array_index (self->rows[kind], i)), id))
      return g_ptr_array_index (self->rows[kind], i);

  return NULL;
}
