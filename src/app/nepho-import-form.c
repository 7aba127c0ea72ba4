/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import-form.h"

#include <glib/gi18n-lib.h>

#include "nepho-text-encoding.h"

struct _NephoImportForm
{
  AdwPreferencesGroup  parent_instance;

  AdwActionRow        *file;
  GtkSpinner          *spinner;
  AdwComboRow         *sheet;
  AdwComboRow         *encoding;
  AdwComboRow         *separator;
  AdwActionRow        *header_row;
  GtkSpinButton       *header;
  AdwActionRow        *header_rows_row;
  GtkSpinButton       *header_rows;
  AdwComboRow         *decimal;
  gboolean             filling;
};

G_DEFINE_FINAL_TYPE (NephoImportForm, nepho_import_form, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  REOPEN,
  REPLAN,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const struct
{
  char        sign;
  const char *name; /* translatable */
} separators[] = {
  { ',', N_("Comma ,") },
  { ';', N_("Semicolon ;") },
  { '\t', N_("Tab") },
  { '|', N_("Bar |") },
};

static void
emit (NephoImportForm *self, guint signal)
{
  if (!self->filling)
    g_signal_emit (self, signals[signal], 0);
}

static void
reopen_cb (NephoImportForm *self)
{
  emit (self, REOPEN);
}

static void
replan_cb (NephoImportForm *self)
{
  emit (self, REPLAN);
}

static void
changed_cb (NephoImportForm *self)
{
  emit (self, CHANGED);
}

static void
nepho_import_form_class_init (NephoImportFormClass *klass)
{
  static const char * const names[N_SIGNALS] = { "reopen", "replan", "changed" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/nephoscope/Nephoscope/ui/nepho-import-form.ui");
  gtk_widget_class_bind_template_child (widget_class, NephoImportForm, file);
  gtk_widget_class_bind_template_child (widget_class, NephoImportForm, spinner);
  gtk_widget_class_bind_template_child (widget_class, NephoImportForm, sheet);
  gtk_widget_class_bind_template_child (widget_class, NephoImportForm, encoding);
  gtk_widget_class_bind_template_child (widget_class, NephoImportForm, separator);
  gtk_widget_class_bind_template_child (widget_class, NephoImportForm, header_row);
  gtk_widget_class_bind_template_child (widget_class, NephoImportForm, header);
  gtk_widget_class_bind_template_child (widget_class, NephoImportForm, header_rows_row);
  gtk_widget_class_bind_template_child (widget_class, NephoImportForm, header_rows);
  gtk_widget_class_bind_template_child (widget_class, NephoImportForm, decimal);
  gtk_widget_class_bind_template_callback (widget_class, reopen_cb);
  gtk_widget_class_bind_template_callback (widget_class, replan_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
nepho_import_form_init (NephoImportForm *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_spin_button_set_range (self->header_rows, 0.0, NEPHO_HEAD_MAX_ROWS);
  self->filling = FALSE;
}

/**
 * nepho_import_form_set_busy:
 * @self: the form
 * @busy: whether the table is being read
 */
void
nepho_import_form_set_busy (NephoImportForm *self, gboolean busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
}

/**
 * nepho_import_form_forget:
 * @self: the form
 *
 * What was chosen for one table does not hold for the next.
 */
void
nepho_import_form_forget (NephoImportForm *self)
{
  self->filling = TRUE;
  adw_combo_row_set_selected (self->encoding, 0);
  adw_combo_row_set_selected (self->separator, 0);
  adw_combo_row_set_selected (self->decimal, 0);
  adw_combo_row_set_model (self->sheet, NULL);
  self->filling = FALSE;
}

static void
show_sheets (NephoImportForm *self, const NephoImportTable *table)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char * const *) table->sheets);

  adw_combo_row_set_model (self->sheet, G_LIST_MODEL (list));
  for (guint i = 0; table->sheets != NULL && table->sheets[i] != NULL; i++)
    if (g_str_equal (table->sheets[i], nepho_grid_get_name (table->grid)))
      adw_combo_row_set_selected (self->sheet, i);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), table->sheets != NULL && g_strv_length (table->sheets) > 1);
}

/* A list whose first item says what was found, and which keeps what was chosen. */
static void
show_choice (AdwComboRow *row, const char *found, const char * const *names)
{
  guint selected = adw_combo_row_get_selected (row);
  /* Translators: an encoding, or a separator, that the program found by itself */
  g_autofree char *itself = g_strdup_printf (_("%s (found)"), found);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, itself);
  for (guint i = 0; names[i] != NULL; i++)
    gtk_string_list_append (list, names[i]);
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected != GTK_INVALID_LIST_POSITION ? selected : 0);
}

static void
show_separators (NephoImportForm *self, char found)
{
  const char *names[G_N_ELEMENTS (separators) + 1] = { NULL };
  const char *name = _(separators[0].name);

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      names[i] = _(separators[i].name);
      if (separators[i].sign == found)
        name = names[i];
    }
  show_choice (self->separator, name, names);
}

/**
 * nepho_import_form_show_table:
 * @self: the form
 * @table: a table that was opened
 *
 * Shows its name and form: sheets of a workbook; encoding and separator of a text.
 */
void
nepho_import_form_show_table (NephoImportForm *self, const NephoImportTable *table)
{
  const char *encoding = nepho_grid_get_encoding (table->grid);

  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), table->name);
  show_sheets (self, table);
  if (encoding != NULL)
    {
      show_choice (self->encoding, encoding, nepho_text_encodings ());
      show_separators (self, nepho_grid_get_separator (table->grid));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->encoding), encoding != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->separator), encoding != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->header_row), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->header_rows_row), TRUE);
  self->filling = FALSE;
}

/**
 * nepho_import_form_show_plan:
 * @self: the form
 * @grid: the table
 * @plan: how it is read
 *
 * Shows where the names of its columns stand.
 */
void
nepho_import_form_show_plan (NephoImportForm *self, const NephoGrid *grid, const NephoImportPlan *plan)
{
  self->filling = TRUE;
  gtk_spin_button_set_range (self->header, 1.0, MAX (nepho_grid_n_rows (grid), 1u));
  gtk_spin_button_set_value (self->header, plan->header + 1.0);
  gtk_spin_button_set_value (self->header_rows, plan->header_rows);
  self->filling = FALSE;
}

/**
 * nepho_import_form_get_choices:
 * @self: the form
 * @choices: (out): how the file is to be opened; its texts live as long as what is shown
 */
void
nepho_import_form_get_choices (NephoImportForm *self, NephoGridChoices *choices)
{
  GtkStringObject *sheet = adw_combo_row_get_selected_item (self->sheet);
  guint encoding = adw_combo_row_get_selected (self->encoding);
  guint separator = adw_combo_row_get_selected (self->separator);

  *choices = (NephoGridChoices) { .sheet = sheet != NULL ? gtk_string_object_get_string (sheet) : NULL };
  if (encoding != 0 && encoding != GTK_INVALID_LIST_POSITION)
    choices->encoding = nepho_text_encodings ()[encoding - 1];
  if (separator != 0 && separator != GTK_INVALID_LIST_POSITION)
    choices->separator = separators[separator - 1].sign;
}

/**
 * nepho_import_form_get_header:
 * @self: the form
 * @header: (out): first row with names of columns, from 0
 * @header_rows: (out): number of such rows
 */
void
nepho_import_form_get_header (NephoImportForm *self, guint *header, guint *header_rows)
{
  *header = (guint) gtk_spin_button_get_value_as_int (self->header) - 1;
  *header_rows = (guint) gtk_spin_button_get_value_as_int (self->header_rows);
}

/**
 * nepho_import_form_get_decimal:
 * @self: the form
 *
 * Returns: the decimal sign, or 0: as the table tells
 */
char
nepho_import_form_get_decimal (NephoImportForm *self)
{
  static const char signs[] = { '\0', '.', ',' };

  return signs[MIN (adw_combo_row_get_selected (self->decimal), G_N_ELEMENTS (signs) - 1)];
}
