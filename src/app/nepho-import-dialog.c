/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-chooser.h"
#include "nepho-dataset-edit.h"
#include "nepho-import-columns.h"
#include "nepho-import-figures.h"
#include "nepho-import-form.h"
#include "nepho-import-job.h"
#include "nepho-import-words.h"

/* After a keystroke others may follow. */
#define PAUSE_MS 100

struct _NephoImportDialog
{
  AdwWindow           parent_instance;

  NephoDocument      *document;
  NephoImportTable   *table;      /* or NULL */
  NephoImportPlan    *plan;       /* of the table, as corrected */
  NephoImportReading *reading;    /* of the plan, or NULL */
  char               *open_fault; /* why it could not be opened as it is chosen, or NULL */
  GCancellable       *opening;    /* while a table is opened, or NULL */
  GCancellable       *reading_on; /* while it is read, or NULL */
  guint               pause;      /* source, until it is read again */
  gboolean            fresh;      /* what is opened is another table */
  gboolean            filling;

  GtkWidget          *accept;
  GtkInfoBar         *fault_bar;
  GtkLabel           *fault;
  NephoImportForm    *form;
  AdwComboRow        *grade;
  GtkEditable        *publisher;
  GtkEditable        *title_row;
  GtkEditable        *url;
  NephoImportWords   *words;
  NephoImportColumns *columns;
  NephoImportFigures *figures;
};

G_DEFINE_FINAL_TYPE (NephoImportDialog, nepho_import_dialog, ADW_TYPE_WINDOW)

/**
 * nepho_import_dialog_is_busy:
 * @self: the dialog
 *
 * Returns: whether a table is being opened or read, or soon will be
 */
gboolean
nepho_import_dialog_is_busy (NephoImportDialog *self)
{
  g_return_val_if_fail (NEPHO_IS_IMPORT_DIALOG (self), FALSE);

  return self->opening != NULL || self->reading_on != NULL || self->pause != 0;
}

static void
show_state (NephoImportDialog *self, const char *fault)
{
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_info_bar_set_revealed (self->fault_bar, fault != NULL);
  gtk_widget_set_sensitive (self->accept, fault == NULL && self->reading != NULL && !nepho_import_dialog_is_busy (self));
  nepho_import_form_set_busy (self->form, nepho_import_dialog_is_busy (self));
}

static const char *
standing_fault (NephoImportDialog *self)
{
  if (self->open_fault != NULL)
    return self->open_fault;

  return self->reading != NULL ? self->reading->fault : NULL;
}

static void
take_text (char **text, GtkEditable *row)
{
  g_free (*text);
  *text = g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static void
read_choices (NephoImportDialog *self)
{
  take_text (&self->plan->publisher, self->publisher);
  take_text (&self->plan->title, self->title_row);
  take_text (&self->plan->url, self->url);
  self->plan->decimal = nepho_import_form_get_decimal (self->form);
  self->plan->grade = adw_combo_row_get_selected (self->grade);
  nepho_import_words_apply (self->words, self->plan);
  nepho_import_columns_apply (self->columns, self->plan);
}

/* A window that is closed while a thread works for it does not wait for the thread. */
static GWeakRef *
refer_to (NephoImportDialog *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);

  return weak;
}

static NephoImportDialog *
take_referred (GWeakRef *weak)
{
  NephoImportDialog *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);

  return self;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NephoImportDialog) self = take_referred (user_data);
  g_autoptr (NephoImportReading) reading = nepho_import_read_finish (result, NULL);

  /* What was cancelled is read again. */
  if (self == NULL || reading == NULL)
    return;

  g_clear_object (&self->reading_on);
  g_clear_pointer (&self->reading, nepho_import_reading_free);
  self->reading = g_steal_pointer (&reading);
  nepho_import_figures_show (self->figures, self->reading);
  show_state (self, standing_fault (self));
}

static void
stop_reading (NephoImportDialog *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->reading_on);
  g_clear_object (&self->reading_on);
}

/* Reads the table as it is chosen to be read. */
static gboolean
pause_cb (gpointer user_data)
{
  NephoImportDialog *self = user_data;

  self->pause = 0;
  stop_reading (self);
  read_choices (self);
  self->reading_on = g_cancellable_new ();
  nepho_import_read_async (self->table->grid, self->plan, nepho_document_get_dataset (self->document)->facts,
                           self->reading_on, read_cb, refer_to (self));

  return G_SOURCE_REMOVE;
}

static void
read_soon (NephoImportDialog *self, guint milliseconds)
{
  if (self->filling || self->table == NULL)
    return;

  stop_reading (self);
  self->pause = g_timeout_add (milliseconds, pause_cb, self);
  show_state (self, standing_fault (self));
}

static void
changed_cb (NephoImportDialog *self)
{
  read_soon (self, PAUSE_MS);
}

/* What is guessed of the table now; a unit of the table before does not hold for another one. */
static void
take_plan (NephoImportDialog *self, NephoImportPlan *plan, gboolean fresh)
{
  g_clear_pointer (&self->plan, nepho_import_plan_free);
  self->plan = plan;
  self->filling = TRUE;
  if (fresh || *plan->unit != '\0')
    nepho_import_words_set_unit (self->words, plan->unit);
  nepho_import_form_show_plan (self->form, self->table->grid, plan);
  nepho_import_columns_show (self->columns, self->table->grid, plan);
  self->filling = FALSE;
  read_soon (self, 0);
}

static void
replan_cb (NephoImportDialog *self)
{
  guint header;
  guint header_rows;

  if (self->table == NULL)
    return;

  nepho_import_form_get_header (self->form, &header, &header_rows);
  take_plan (self, nepho_import_plan_guess_at (self->table->grid, header, header_rows), FALSE);
}

/* Where it cannot be opened, what was open before stays; what is chosen for it then is no longer how it is read. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NephoImportDialog) self = take_referred (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoImportTable) table = nepho_import_open_finish (result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->opening);
  if (table == NULL)
    {
      if (!self->fresh)
        self->open_fault = g_strdup (error->message);
      show_state (self, error->message);
      return;
    }

  stop_reading (self);
  g_clear_pointer (&self->open_fault, g_free);
  g_clear_pointer (&self->reading, nepho_import_reading_free);
  g_clear_pointer (&self->table, nepho_import_table_free);
  self->table = g_steal_pointer (&table);
  if (self->fresh)
    nepho_import_form_forget (self->form);
  nepho_import_form_show_table (self->form, self->table);
  take_plan (self, nepho_import_plan_copy (self->table->plan), self->fresh);
}

static void
open_table (NephoImportDialog *self, GFile *file, GBytes *data, const char *name, const NephoGridChoices *choices)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  show_state (self, NULL);
  nepho_import_open_async (file, data, name, choices, self->opening, opened_cb, refer_to (self));
}

static void
reopen_cb (NephoImportDialog *self)
{
  NephoGridChoices choices;

  if (self->table == NULL)
    return;

  self->fresh = FALSE;
  g_clear_pointer (&self->open_fault, g_free);
  nepho_import_form_get_choices (self->form, &choices);
  open_table (self, NULL, self->table->data, self->table->name, &choices);
}

/**
 * nepho_import_dialog_open:
 * @self: the dialog
 * @file: a table: CSV, text between tabs, XLSX or ODS
 *
 * Shows how a table is read, once it is; where it is none, the fault is shown and what was open before stays.
 */
void
nepho_import_dialog_open (NephoImportDialog *self, GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (NEPHO_IS_IMPORT_DIALOG (self));

  name = g_file_get_basename (file);
  shown = g_filename_display_name (name);
  self->fresh = TRUE;
  open_table (self, file, NULL, shown, &(NephoGridChoices) { 0 });
}

/**
 * nepho_import_dialog_read:
 * @self: the dialog
 * @data: (array length=length): a table
 * @length: number of bytes
 * @name: what it is called
 *
 * The same of a table that is no file.
 */
void
nepho_import_dialog_read (NephoImportDialog *self, const char *data, gsize length, const char *name)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (NEPHO_IS_IMPORT_DIALOG (self));

  bytes = g_bytes_new (data, length);
  self->fresh = TRUE;
  open_table (self, NULL, bytes, name, &(NephoGridChoices) { 0 });
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, NephoImportDialog *self)
{
  g_autoptr (GFile) file = nepho_chooser_take (chooser, response);

  if (file != NULL)
    nepho_import_dialog_open (self, file);
  g_object_unref (self);
}

static void
choose_cb (NephoImportDialog *self)
{
  static const char * const suffixes[] = { "csv", "tsv", "txt", "xlsx", "ods" };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Import Figures"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);

  gtk_file_filter_set_name (filter, _("Tables"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (chosen_cb), g_object_ref (self));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NephoImportDialog) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL)
    nepho_import_dialog_read (self, text, strlen (text), _("Pasted cells"));
  else
    show_state (self, _("There is no text on the clipboard"));
}

static void
paste_cb (NephoImportDialog *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, g_object_ref (self));
}

/**
 * nepho_import_dialog_accept:
 * @self: the dialog
 *
 * Takes all figures into the document, as one step of undo.
 *
 * Returns: %FALSE, with the fault shown and nothing changed, where one of them is wrong
 */
gboolean
nepho_import_dialog_accept (NephoImportDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (NephoDataset) dataset = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (NEPHO_IS_IMPORT_DIALOG (self), FALSE);

  if (self->reading == NULL || nepho_import_dialog_is_busy (self))
    return FALSE;

  facts = nepho_import_finish (self->reading->rows, &error);
  if (facts != NULL)
    dataset = nepho_dataset_edit_add_facts (nepho_document_get_dataset (self->document), facts, &error);
  if (dataset != NULL)
    {
      label = g_strdup_printf (ngettext ("Import of %u figure from “%s”", "Import of %u figures from “%s”", facts->len),
                               facts->len, self->table->name);
      if (nepho_document_edit_dataset (self->document, dataset, label, &error))
        return TRUE;
    }
  show_state (self, error->message);

  return FALSE;
}

static void
accept_cb (NephoImportDialog *self)
{
  if (nepho_import_dialog_accept (self))
    gtk_window_close (GTK_WINDOW (self));
}

static void
nepho_import_dialog_dispose (GObject *object)
{
  NephoImportDialog *self = NEPHO_IMPORT_DIALOG (object);

  self->filling = TRUE;
  stop_reading (self);
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_import_dialog_parent_class)->dispose (object);
}

static void
nepho_import_dialog_finalize (GObject *object)
{
  NephoImportDialog *self = NEPHO_IMPORT_DIALOG (object);

  nepho_import_reading_free (self->reading);
  nepho_import_plan_free (self->plan);
  nepho_import_table_free (self->table);
  g_free (self->open_fault);

  G_OBJECT_CLASS (nepho_import_dialog_parent_class)->finalize (object);
}

static void
nepho_import_dialog_class_init (NephoImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = nepho_import_dialog_finalize;

  g_type_ensure (NEPHO_TYPE_IMPORT_FORM);
  g_type_ensure (NEPHO_TYPE_IMPORT_WORDS);
  g_type_ensure (NEPHO_TYPE_IMPORT_COLUMNS);
  g_type_ensure (NEPHO_TYPE_IMPORT_FIGURES);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nephoscope/Nephoscope/ui/nepho-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, fault_bar);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, grade);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, publisher);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, url);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, words);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, figures);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, reopen_cb);
  gtk_widget_class_bind_template_callback (widget_class, replan_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
nepho_import_dialog_init (NephoImportDialog *self)
{
  g_autoptr (GtkStringList) grades = gtk_string_list_new (NULL);

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = NEPHO_GRADE_REPORTED; i <= NEPHO_GRADE_RUMOURED; i++)
    gtk_string_list_append (grades, nepho_grade_name (i));
  adw_combo_row_set_model (self->grade, G_LIST_MODEL (grades));
  self->filling = FALSE;
}

/**
 * nepho_import_dialog_new:
 * @document: the document
 * @parent: (nullable): the window above which it stands
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
nepho_import_dialog_new (NephoDocument *document, GtkWindow *parent)
{
  NephoImportDialog *self = g_object_new (NEPHO_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->document = g_object_ref (document);

  return GTK_WIDGET (self);
}

/**
 * nepho_import_dialog_get_n_rows:
 * @self: the dialog
 *
 * Returns: number of figures that are read, good and bad
 */
guint
nepho_import_dialog_get_n_rows (NephoImportDialog *self)
{
  g_return_val_if_fail (NEPHO_IS_IMPORT_DIALOG (self), 0);

  return self->reading != NULL ? self->reading->rows->len : 0;
}

/**
 * nepho_import_dialog_get_fault:
 * @self: the dialog
 *
 * Returns: (transfer none): why the figures cannot go in; "" where they can
 */
const char *
nepho_import_dialog_get_fault (NephoImportDialog *self)
{
  g_return_val_if_fail (NEPHO_IS_IMPORT_DIALOG (self), "");

  return gtk_label_get_label (self->fault);
}
