/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-data-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "nepho-dataset-edit.h"
#include "nepho-fact-editor.h"
#include "nepho-fact-view.h"

struct _NephoDataPage
{
  GtkWidget        parent_instance;

  NephoDocument   *document;
  AdwBin          *inspector; /* stands in the window's pane, beside this */

  GtkEditable     *search;
  GtkDropDown     *topics;
  GtkToggleButton *weak_only;
  GtkToggleButton *own_only;
  GtkStack        *stack;
  NephoFactTable  *table;
  GtkLabel        *count;
  guint            remove_source;
};

G_DEFINE_FINAL_TYPE (NephoDataPage, nepho_data_page, GTK_TYPE_WIDGET)

static void
show_count (NephoDataPage *self)
{
  guint n_shown = nepho_fact_table_get_n_shown (self->table);
  guint n_facts = nepho_fact_table_get_n_facts (self->table);
  g_autofree char *text
    = n_shown == n_facts
        ? g_strdup_printf (ngettext ("%'u published figure", "%'u published figures", n_facts), n_facts)
        : g_strdup_printf (ngettext ("%'u of %'u published figure", "%'u of %'u published figures",
                                     n_facts), n_shown, n_facts);

  gtk_label_set_label (self->count, text);
  gtk_stack_set_visible_child_name (self->stack, n_shown > 0 ? "table" : "nothing");
}

static void
search_changed_cb (NephoDataPage *self)
{
  guint n_topics;
  const NephoFactClass *topics = nepho_topics (&n_topics);
  guint chosen = gtk_drop_down_get_selected (self->topics);
  g_auto (GStrv) words = nepho_fact_search_words (gtk_editable_get_text (self->search));
  NephoFactSearch search = {
    .words = words,
    .topic = chosen >= 1 && chosen <= n_topics ? topics[chosen - 1].id : NULL,
    .weak_only = gtk_toggle_button_get_active (self->weak_only),
    .own_only = gtk_toggle_button_get_active (self->own_only),
  };

  nepho_fact_table_set_search (self->table, &search);
  show_count (self);
}

static void
stop_search_cb (GtkSearchEntry *entry, NephoDataPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
show_all_cb (NephoDataPage *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->topics, 0);
  gtk_toggle_button_set_active (self->weak_only, FALSE);
  gtk_toggle_button_set_active (self->own_only, FALSE);
  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
open_editor (NephoDataPage *self, const NephoFact *fact)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *editor = nepho_fact_editor_new (self->document, fact, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);

  gtk_window_present (GTK_WINDOW (editor));
}

static void
edit_cb (NephoDataPage *self)
{
  const NephoFact *fact = nepho_fact_table_get_selected (self->table);

  if (fact != NULL)
    open_editor (self, fact);
}

static void
add_cb (NephoDataPage *self)
{
  open_editor (self, NULL);
}

/* In an idle, since removing takes away the button that was pressed. */
static gboolean
remove_idle (gpointer data)
{
  NephoDataPage *self = data;
  const NephoFact *fact = nepho_fact_table_get_selected (self->table);
  NephoDataset *dataset = nepho_document_get_dataset (self->document);
  g_autoptr (NephoDataset) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  self->remove_source = 0;
  if (fact == NULL)
    return G_SOURCE_REMOVE;

  /* Translators: a step of undo; subject and measure of a figure */
  label = g_strdup_printf (_("Remove figure: %s, %s"), fact->subject, fact->measure);
  changed = nepho_dataset_edit_remove_fact (dataset, fact->id, &error);
  if (changed == NULL || !nepho_document_edit_dataset (self->document, changed, label, &error))
    g_warning ("%s", error->message);

  return G_SOURCE_REMOVE;
}

static void
remove_cb (NephoDataPage *self)
{
  if (self->remove_source == 0)
    self->remove_source = g_idle_add (remove_idle, self);
}

static void
append_button (NephoDataPage *self, GtkBox *box, const char *label, const char *tooltip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (box, button);
}

static void
append_buttons (NephoDataPage *self, GtkBox *box, const NephoFact *fact)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean own = fact->origin == NEPHO_ORIGIN_READER;

  append_button (self, GTK_BOX (buttons), own ? _("_Edit…") : _("_Edit a Copy…"), NULL, G_CALLBACK (edit_cb));
  if (own)
    append_button (self, GTK_BOX (buttons), _("_Remove"), _("Remove this figure of yours; undo brings it back"),
                   G_CALLBACK (remove_cb));
  gtk_box_append (box, buttons);
}

/* What the reader made of a figure stands above what was published. */
static void
append_original (NephoDataPage *self, GtkBox *box, const NephoFact *fact)
{
  const NephoFact *original = *fact->replaces != '\0'
                                ? nepho_dataset_find_fact (nepho_document_get_dataset (self->document), fact->replaces)
                                : NULL;

  if (original == NULL)
    return;

  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (box, nepho_fact_view_text (_("As published"), "heading"));
  gtk_box_append (box, nepho_fact_view_new (original));
}

/* The source of the selected figure, or what one could do. */
static void
selected_cb (NephoFactTable *table, GParamSpec *pspec, NephoDataPage *self)
{
  const NephoFact *fact = nepho_fact_table_get_selected (table);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  if (fact != NULL)
    {
      if (fact->origin == NEPHO_ORIGIN_READER)
        gtk_box_append (GTK_BOX (box), nepho_fact_view_text (*fact->replaces != '\0' ? _("Changed by you")
                                                                                     : _("Entered by you"),
                                                             "changed-note"));
      gtk_box_append (GTK_BOX (box), nepho_fact_view_new (fact));
      append_buttons (self, GTK_BOX (box), fact);
      append_original (self, GTK_BOX (box), fact);
    }
  else
    gtk_box_append (GTK_BOX (box), nepho_fact_view_text (_("Select a figure to see its source."), "dim-label"));
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "inspected");
  adw_bin_set_child (self->inspector, box);
}

static void
rows_cb (NephoFactTable *table, GParamSpec *pspec, NephoDataPage *self)
{
  show_count (self);
}

static void
dataset_cb (NephoDocument *document, GParamSpec *pspec, NephoDataPage *self)
{
  nepho_fact_table_set_dataset (self->table, nepho_document_get_dataset (document));
  show_count (self);
}

static void
nepho_data_page_dispose (GObject *object)
{
  NephoDataPage *self = NEPHO_DATA_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_handle_id (&self->remove_source, g_source_remove);
  g_clear_object (&self->inspector);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_data_page_parent_class)->dispose (object);
}

static void
nepho_data_page_class_init (NephoDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_data_page_dispose;

  g_type_ensure (NEPHO_TYPE_FACT_TABLE);
  gtk_widget_class_set_css_name (widget_class, "datapage");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nephoscope/Nephoscope/ui/nepho-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoDataPage, search);
  gtk_widget_class_bind_template_child (widget_class, NephoDataPage, topics);
  gtk_widget_class_bind_template_child (widget_class, NephoDataPage, weak_only);
  gtk_widget_class_bind_template_child (widget_class, NephoDataPage, own_only);
  gtk_widget_class_bind_template_child (widget_class, NephoDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NephoDataPage, table);
  gtk_widget_class_bind_template_child (widget_class, NephoDataPage, count);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
fill_topics (NephoDataPage *self)
{
  guint n_topics;
  const NephoFactClass *topics = nepho_topics (&n_topics);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("All topics"));
  for (guint i = 0; i < n_topics; i++)
    gtk_string_list_append (list, _(topics[i].name));
  gtk_drop_down_set_model (self->topics, G_LIST_MODEL (list));
}

static void
nepho_data_page_init (NephoDataPage *self)
{
  self->inspector = g_object_ref_sink (ADW_BIN (adw_bin_new ()));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_topics (self);
  g_signal_connect_object (self->table, "notify::selected", G_CALLBACK (selected_cb), self, 0);
  g_signal_connect_object (self->table, "notify::n-shown", G_CALLBACK (rows_cb), self, 0);
}

/**
 * nepho_data_page_new:
 * @document: the document
 *
 * Returns: (transfer floating): the page of its figures
 */
GtkWidget *
nepho_data_page_new (NephoDocument *document)
{
  NephoDataPage *self = g_object_new (NEPHO_TYPE_DATA_PAGE, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::dataset", G_CALLBACK (dataset_cb), self, 0);
  dataset_cb (document, NULL, self);
  selected_cb (self->table, NULL, self);

  return GTK_WIDGET (self);
}

/**
 * nepho_data_page_get_inspector:
 * @self: the page
 *
 * Returns: (transfer none): what shows the source of the selected figure; to be put beside the page
 */
GtkWidget *
nepho_data_page_get_inspector (NephoDataPage *self)
{
  g_return_val_if_fail (NEPHO_IS_DATA_PAGE (self), NULL);

  return GTK_WIDGET (self->inspector);
}

/**
 * nepho_data_page_get_table:
 * @self: the page
 *
 * Returns: (transfer none): its table
 */
NephoFactTable *
nepho_data_page_get_table (NephoDataPage *self)
{
  g_return_val_if_fail (NEPHO_IS_DATA_PAGE (self), NULL);

  return self->table;
}

/**
 * nepho_data_page_search:
 * @self: the page
 *
 * Puts the cursor where one types what to look for.
 */
void
nepho_data_page_search (NephoDataPage *self)
{
  g_return_if_fail (NEPHO_IS_DATA_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/**
 * nepho_data_page_show_fact:
 * @self: the page
 * @fact_id: id of a fact
 *
 * Takes all filters away and selects the fact.
 *
 * Returns: whether there is such a fact
 */
gboolean
nepho_data_page_show_fact (NephoDataPage *self, const char *fact_id)
{
  g_return_val_if_fail (NEPHO_IS_DATA_PAGE (self), FALSE);

  show_all_cb (self);

  return nepho_fact_table_select (self->table, fact_id);
}
