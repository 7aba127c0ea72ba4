/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-dataset-edit.h"
#include "nepho-fact-view.h"
#include "nepho-grid-sheet.h"
#include "nepho-import.h"

/* Rows that are shown: the wrong ones first, and enough of the others to see how they are read. */
#define MOST_SHOWN 100u

/* Columns whose meaning can be chosen; wider tables are wide ones, whose heads tell. */
#define MOST_COLUMNS 40u

struct _NephoImportDialog
{
  AdwWindow        parent_instance;

  NephoDocument   *document;
  GBytes          *data;     /* of the table as it was found */
  char            *name;     /* of the file */
  char           **sheets;   /* or NULL */
  NephoGrid       *grid;
  NephoImportPlan *plan;
  GPtrArray       *rows;     /* NephoImportRow */
  GPtrArray       *choosers; /* AdwComboRow, one a column */
  gboolean         filling;

  GtkWidget       *accept;
  GtkInfoBar      *fault_bar;
  GtkLabel        *fault;
  AdwActionRow    *file_row;
  AdwComboRow     *sheet;
  AdwComboRow     *decimal;
  AdwComboRow     *grade;
  GtkEditable     *publisher;
  GtkEditable     *title_row;
  GtkEditable     *url;
  GtkEditable     *measure;
  GtkEditable     *unit;
  GtkEditable     *period;
  AdwPreferencesGroup *columns;
  AdwPreferencesGroup *figures;
  GtkListBox      *preview;
};

G_DEFINE_FINAL_TYPE (NephoImportDialog, nepho_import_dialog, ADW_TYPE_WINDOW)

static void
show_fault (NephoImportDialog *self, const char *fault)
{
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_info_bar_set_revealed (self->fault_bar, fault != NULL);
  gtk_widget_set_sensitive (self->accept, fault == NULL && self->rows != NULL);
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
  static const char signs[] = { '\0', '.', ',' };

  take_text (&self->plan->publisher, self->publisher);
  take_text (&self->plan->title, self->title_row);
  take_text (&self->plan->url, self->url);
  take_text (&self->plan->measure, self->measure);
  take_text (&self->plan->unit, self->unit);
  take_text (&self->plan->period, self->period);
  self->plan->decimal = signs[MIN (adw_combo_row_get_selected (self->decimal), G_N_ELEMENTS (signs) - 1)];
  self->plan->grade = adw_combo_row_get_selected (self->grade);
  for (guint i = 0; i < self->choosers->len; i++)
    g_array_index (self->plan->fields, NephoField, i)
      = adw_combo_row_get_selected (g_ptr_array_index (self->choosers, i));
}

/* "Alibaba Cloud, market share, 2022H1: 34.6 %" */
static char *
describe_row (const NephoImportRow *row, const char *value)
{
  const char *parts[] = { row->fact->subject, row->fact->measure, row->fact->period };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  g_string_append_printf (text, ": %s", row->fault == NULL ? value : "—");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is read in a cell, with where it stands, or what is wrong with it. */
static GtkWidget *
create_row (const NephoImportRow *row)
{
  GtkWidget *widget = adw_action_row_new ();
  g_autofree char *address = nepho_grid_address (row->row, row->column);
  g_autofree char *value = nepho_fact_view_published (row->fact);
  g_autofree char *title = describe_row (row, value);
  const char *remark = row->fault != NULL ? row->fault : row->flag;
  g_autofree char *subtitle = remark != NULL ? g_strdup_printf ("%s: %s", address, remark) : g_strdup (address);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), subtitle);
  if (remark != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (widget),
                               gtk_image_new_from_icon_name (row->fault != NULL ? "dialog-error-symbolic"
                                                                               : "dialog-warning-symbolic"));

  return widget;
}

static guint
append_rows (NephoImportDialog *self, gboolean wrong, guint room)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len && n < room; i++)
    {
      const NephoImportRow *row = g_ptr_array_index (self->rows, i);

      if ((row->fault != NULL) != wrong)
        continue;
      gtk_list_box_append (self->preview, create_row (row));
      n++;
    }

  return n;
}

static void
show_rows (NephoImportDialog *self)
{
  GtkListBoxRow *row;
  g_autofree char *description = NULL;
  guint n_shown;

  while ((row = gtk_list_box_get_row_at_index (self->preview, 0)) != NULL)
    gtk_list_box_remove (self->preview, GTK_WIDGET (row));
  n_shown = append_rows (self, TRUE, MOST_SHOWN);
  n_shown += append_rows (self, FALSE, MOST_SHOWN - n_shown);
  description = n_shown == self->rows->len
                  ? g_strdup_printf (ngettext ("%u figure", "%u figures", n_shown), n_shown)
                  : g_strdup_printf (_("%u of %u figures, the wrong ones first"), n_shown, self->rows->len);
  adw_preferences_group_set_description (self->figures, description);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), self->rows->len > 0);
}

/* Reads the table as it is chosen to be read, and shows what comes of it. */
static void
update (NephoImportDialog *self)
{
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || self->grid == NULL)
    return;

  read_choices (self);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = nepho_import_preview (self->grid, self->plan, nepho_document_get_dataset (self->document)->facts);
  show_rows (self);
  facts = nepho_import_finish (self->rows, &error);
  show_fault (self, error != NULL ? error->message : NULL);
}

static void
changed_cb (NephoImportDialog *self)
{
  update (self);
}

/* What each column holds, with its first cell below the name. */
static void
create_choosers (NephoImportDialog *self)
{
  guint n_columns = MIN (self->plan->fields->len, MOST_COLUMNS);

  for (guint i = 0; i < self->choosers->len; i++)
    adw_preferences_group_remove (self->columns, g_ptr_array_index (self->choosers, i));
  g_ptr_array_set_size (self->choosers, 0);

  for (guint column = 0; column < n_columns; column++)
    {
      GtkWidget *chooser = adw_combo_row_new ();
      g_autoptr (GtkStringList) fields = gtk_string_list_new (NULL);
      g_autofree char *address = nepho_grid_address (self->plan->header, column);
      const char *head = nepho_grid_get (self->grid, self->plan->header, column);

      for (guint i = 0; i < NEPHO_N_FIELDS; i++)
        gtk_string_list_append (fields, nepho_field_name ((NephoField) i));
      adw_combo_row_set_model (ADW_COMBO_ROW (chooser), G_LIST_MODEL (fields));
      adw_combo_row_set_selected (ADW_COMBO_ROW (chooser), nepho_import_plan_field (self->plan, column));
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (chooser), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (chooser), *head != '\0' ? head : address);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (chooser),
                                   nepho_grid_get (self->grid, self->plan->header + 1, column));
      g_signal_connect_swapped (chooser, "notify::selected", G_CALLBACK (changed_cb), self);
      adw_preferences_group_add (self->columns, chooser);
      g_ptr_array_add (self->choosers, chooser);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->columns), n_columns > 0);
}

static void
show_sheets (NephoImportDialog *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char * const *) self->sheets);

  adw_combo_row_set_model (self->sheet, G_LIST_MODEL (list));
  for (guint i = 0; self->sheets != NULL && self->sheets[i] != NULL; i++)
    if (g_str_equal (self->sheets[i], nepho_grid_get_name (self->grid)))
      adw_combo_row_set_selected (self->sheet, i);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), self->sheets != NULL && g_strv_length (self->sheets) > 1);
}

/* Opens the table, or a sheet of it; what was open before stays where this fails. */
static gboolean
open_table (NephoImportDialog *self, GBytes *bytes, const char *name, const char *sheet)
{
  g_auto (GStrv) sheets = NULL;
  g_autoptr (GError) error = NULL;
  const NephoGridChoices choices = { .sheet = sheet };
  g_autoptr (GBytes) kept = g_bytes_ref (bytes);
  g_autofree char *title = g_strdup (name);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  NephoGrid *grid = nepho_grid_open (data != NULL ? data : "", length, &choices, &sheets, &error);

  if (grid == NULL)
    {
      show_fault (self, error->message);
      return FALSE;
    }

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->plan, nepho_import_plan_free);
  g_clear_pointer (&self->grid, nepho_grid_free);
  g_clear_pointer (&self->sheets, g_strfreev);
  g_clear_pointer (&self->data, g_bytes_unref);
  self->data = g_steal_pointer (&kept);
  g_free (self->name);
  self->name = g_steal_pointer (&title);
  self->grid = grid;
  self->sheets = g_steal_pointer (&sheets);
  self->plan = nepho_import_plan_guess (grid);
  self->filling = TRUE;
  gtk_editable_set_text (self->unit, self->plan->unit);
  show_sheets (self);
  create_choosers (self);
  self->filling = FALSE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), self->name);
  update (self);

  return TRUE;
}

static void
sheet_cb (NephoImportDialog *self)
{
  guint index = adw_combo_row_get_selected (self->sheet);

  if (!self->filling && self->sheets != NULL && index < g_strv_length (self->sheets))
    {
      g_autofree char *sheet = g_strdup (self->sheets[index]);

      open_table (self, self->data, self->name, sheet);
    }
}

/**
 * nepho_import_dialog_read:
 * @self: the dialog
 * @data: (array length=length): a table: CSV, text between tabs, XLSX or ODS
 * @length: number of bytes
 * @name: what it is called
 *
 * Shows how a table is read.
 *
 * Returns: %FALSE, with the fault shown, where it is no table
 */
gboolean
nepho_import_dialog_read (NephoImportDialog *self, const char *data, gsize length, const char *name)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (NEPHO_IS_IMPORT_DIALOG (self), FALSE);

  bytes = g_bytes_new (data, length);

  return open_table (self, bytes, name, NULL);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NephoImportDialog) self = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (source), result, &data, &length, NULL, &error))
    nepho_import_dialog_read (self, data, length, shown);
  else
    show_fault (self, error->message);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, NephoImportDialog *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    g_file_load_contents_async (file, NULL, loaded_cb, g_object_ref (self));
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
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
    show_fault (self, _("There is no text on the clipboard"));
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

  if (self->rows == NULL)
    return FALSE;

  facts = nepho_import_finish (self->rows, &error);
  if (facts != NULL)
    dataset = nepho_dataset_edit_add_facts (nepho_document_get_dataset (self->document), facts, &error);
  if (dataset != NULL)
    {
      label = g_strdup_printf (ngettext ("Import of %u figure from “%s”", "Import of %u figures from “%s”", facts->len),
                               facts->len, self->name);
      if (nepho_document_edit_dataset (self->document, dataset, label, &error))
        return TRUE;
    }
  show_fault (self, error->message);

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
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nepho_import_dialog_parent_class)->dispose (object);
}

static void
nepho_import_dialog_finalize (GObject *object)
{
  NephoImportDialog *self = NEPHO_IMPORT_DIALOG (object);

  g_clear_pointer (&self->data, g_bytes_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->plan, nepho_import_plan_free);
  g_clear_pointer (&self->grid, nepho_grid_free);
  g_strfreev (self->sheets);
  g_ptr_array_unref (self->choosers);
  g_free (self->name);

  G_OBJECT_CLASS (nepho_import_dialog_parent_class)->finalize (object);
}

static void
nepho_import_dialog_class_init (NephoImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = nepho_import_dialog_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nephoscope/Nephoscope/ui/nepho-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, fault_bar);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, decimal);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, grade);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, publisher);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, url);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, measure);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, period);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, figures);
  gtk_widget_class_bind_template_child (widget_class, NephoImportDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
nepho_import_dialog_init (NephoImportDialog *self)
{
  g_autoptr (GtkStringList) grades = gtk_string_list_new (NULL);

  self->choosers = g_ptr_array_new ();
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

  return self->rows != NULL ? self->rows->len : 0;
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
