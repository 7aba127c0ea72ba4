/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fact-editor.h"

#include <glib/gi18n-lib.h>

#include "nepho-dataset-edit.h"
#include "nepho-number.h"

/* Texts of a fact, each with the row that it is typed in. */
#define N_TEXTS 12u

struct _NephoFactEditor
{
  AdwWindow       parent_instance;

  NephoDocument  *document;
  NephoFact      *fact;     /* what is edited; its id is "" for a new one */

  GtkInfoBar     *fault_bar;
  GtkLabel       *fault;
  GtkEditable    *subject;
  GtkEditable    *measure;
  GtkEditable    *period;
  GtkEditable    *geography;
  AdwComboRow    *definition;
  GtkEditable    *qualifier;
  GtkEditable    *value;
  GtkEditable    *unit;
  AdwComboRow    *grade;
  AdwComboRow    *topic;
  GtkEditable    *publisher;
  GtkEditable    *title;
  GtkEditable    *published;
  GtkEditable    *url;
  GtkEditable    *quote;
  GtkEditable    *note;
};

typedef struct
{
  GtkEditable *row;
  char       **text;
} Binding;

G_DEFINE_FINAL_TYPE (NephoFactEditor, nepho_fact_editor, ADW_TYPE_WINDOW)

static void
get_bindings (NephoFactEditor *self, NephoFact *fact, Binding bindings[N_TEXTS])
{
  const Binding all[N_TEXTS] = {
    { self->subject, &fact->subject },     { self->measure, &fact->measure },
    { self->period, &fact->period },       { self->geography, &fact->geography },
    { self->unit, &fact->unit },           { self->publisher, &fact->publisher },
    { self->title, &fact->title },         { self->url, &fact->url },
    { self->quote, &fact->quote },         { self->note, &fact->note },
    { self->qualifier, &fact->qualifier }, { self->published, &fact->published },
  };

  memcpy (bindings, all, sizeof all);
}

static void
show_fault (NephoFactEditor *self, const char *fault)
{
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_info_bar_set_revealed (self->fault_bar, fault != NULL);
}

/* nepho_topics() or nepho_definitions(). */
typedef const NephoFactClass *(*GetClasses) (guint *n);

/* The names of classes, to choose from. */
static void
fill_classes (AdwComboRow *row, GetClasses get_classes)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n;
  const NephoFactClass *classes = get_classes (&n);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, _(classes[i].name));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

/* The last class is where what has none belongs. */
static void
show_class (AdwComboRow *row, GetClasses get_classes, const char *id)
{
  guint n;
  const NephoFactClass *classes = get_classes (&n);
  guint i = 0;

  while (i + 1 < n && !g_str_equal (classes[i].id, id))
    i++;
  adw_combo_row_set_selected (row, i);
}

static void
read_class (AdwComboRow *row, GetClasses get_classes, char **id)
{
  guint n;
  const NephoFactClass *classes = get_classes (&n);
  guint selected = adw_combo_row_get_selected (row);

  /* What has no class is shown in the last one, and has none as long as nobody chooses. */
  if (selected < n && (**id != '\0' || selected + 1 < n))
    nepho_fact_set_text (id, classes[selected].id);
}

/* What stands in the rows, as a fact. */
static NephoFact *
read_rows (NephoFactEditor *self, GError **error)
{
  g_autoptr (NephoFact) fact = nepho_fact_copy (self->fact);
  Binding bindings[N_TEXTS];

  get_bindings (self, fact, bindings);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (bindings[i].row)));

      nepho_fact_set_text (bindings[i].text, text);
    }
  fact->grade = adw_combo_row_get_selected (self->grade);
  read_class (self->topic, nepho_topics, &fact->topic);
  read_class (self->definition, nepho_definitions, &fact->definition);
  if (!nepho_number_parse (gtk_editable_get_text (self->value), NEPHO_UNIT_NONE, &fact->value, error))
    return NULL;

  return g_steal_pointer (&fact);
}

static char *
describe_step (const NephoFact *before, const NephoFact *after)
{
  if (*before->id == '\0')
    /* Translators: a step of undo; subject and measure of a figure */
    return g_strdup_printf (_("New figure: %s, %s"), after->subject, after->measure);

  /* Translators: a step of undo; subject and measure of a figure, value before and after */
  return g_strdup_printf (_("%s, %s: %.10g → %.10g"), after->subject, after->measure, before->value, after->value);
}

static NephoDataset *
edit (NephoFactEditor *self, NephoFact *fact, GError **error)
{
  NephoDataset *dataset = nepho_document_get_dataset (self->document);
  g_autoptr (GPtrArray) facts = NULL;

  if (*fact->id != '\0')
    return nepho_dataset_edit_replace_fact (dataset, fact, error);

  facts = g_ptr_array_new ();
  g_ptr_array_add (facts, fact);

  return nepho_dataset_edit_add_facts (dataset, facts, error);
}

/**
 * nepho_fact_editor_save:
 * @self: an editor
 *
 * Takes what is typed into the document, as one step of undo.
 *
 * Returns: %FALSE, with the fault shown and nothing changed, where something is missing or no number
 */
gboolean
nepho_fact_editor_save (NephoFactEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoFact) fact = NULL;
  g_autoptr (NephoDataset) dataset = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (NEPHO_IS_FACT_EDITOR (self), FALSE);

  fact = read_rows (self, &error);
  if (fact != NULL)
    dataset = edit (self, fact, &error);
  if (dataset != NULL)
    {
      label = describe_step (self->fact, fact);
      if (nepho_document_edit_dataset (self->document, dataset, label, &error))
        return TRUE;
    }
  show_fault (self, error->message);

  return FALSE;
}

static void
save_cb (NephoFactEditor *self)
{
  if (nepho_fact_editor_save (self))
    gtk_window_close (GTK_WINDOW (self));
}

static void
nepho_fact_editor_dispose (GObject *object)
{
  NephoFactEditor *self = NEPHO_FACT_EDITOR (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->fact, nepho_fact_free);

  G_OBJECT_CLASS (nepho_fact_editor_parent_class)->dispose (object);
}

static void
nepho_fact_editor_class_init (NephoFactEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_fact_editor_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nephoscope/Nephoscope/ui/nepho-fact-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, fault_bar);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, fault);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, subject);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, measure);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, period);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, geography);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, definition);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, qualifier);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, value);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, unit);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, grade);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, topic);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, publisher);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, title);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, published);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, url);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, quote);
  gtk_widget_class_bind_template_child (widget_class, NephoFactEditor, note);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
nepho_fact_editor_init (NephoFactEditor *self)
{
  g_autoptr (GtkStringList) grades = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = NEPHO_GRADE_REPORTED; i <= NEPHO_GRADE_RUMOURED; i++)
    gtk_string_list_append (grades, nepho_grade_name (i));
  adw_combo_row_set_model (self->grade, G_LIST_MODEL (grades));
  fill_classes (self->topic, nepho_topics);
  fill_classes (self->definition, nepho_definitions);
}

static void
show_fact (NephoFactEditor *self)
{
  Binding bindings[N_TEXTS];
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  get_bindings (self, self->fact, bindings);
  for (guint i = 0; i < N_TEXTS; i++)
    gtk_editable_set_text (bindings[i].row, *bindings[i].text);
  adw_combo_row_set_selected (self->grade, self->fact->grade);
  show_class (self->topic, nepho_topics, self->fact->topic);
  show_class (self->definition, nepho_definitions, self->fact->definition);
  if (*self->fact->id != '\0')
    gtk_editable_set_text (self->value, g_ascii_formatd (number, sizeof number, "%.15g", self->fact->value));
}

/**
 * nepho_fact_editor_new:
 * @document: the document
 * @fact: (nullable): what is to be edited; %NULL for a new figure
 * @parent: (nullable): the window above which it stands
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
nepho_fact_editor_new (NephoDocument *document, const NephoFact *fact, GtkWindow *parent)
{
  NephoFactEditor *self = g_object_new (NEPHO_TYPE_FACT_EDITOR, "transient-for", parent, NULL);
  const char *title;

  self->document = g_object_ref (document);
  self->fact = fact != NULL ? nepho_fact_copy (fact) : nepho_fact_new ();
  if (fact == NULL)
    title = _("New Figure");
  else if (fact->origin == NEPHO_ORIGIN_READER)
    title = _("Edit Figure");
  else
    title = _("Edit a Copy");
  gtk_window_set_title (GTK_WINDOW (self), title);
  show_fact (self);

  return GTK_WIDGET (self);
}

/**
 * nepho_fact_editor_get_fault:
 * @self: an editor
 *
 * Returns: (transfer none): what is wrong with what is typed; "" before anybody tried to save it
 */
const char *
nepho_fact_editor_get_fault (NephoFactEditor *self)
{
  g_return_val_if_fail (NEPHO_IS_FACT_EDITOR (self), "");

  return gtk_label_get_label (self->fault);
}
