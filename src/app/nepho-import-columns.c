/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import-columns.h"

/* Columns whose meaning can be chosen; wider tables are wide ones, whose heads tell. */
#define MOST_COLUMNS 40u

struct _NephoImportColumns
{
  AdwPreferencesGroup parent_instance;

  GPtrArray          *choosers; /* AdwComboRow, one a column */
};

G_DEFINE_FINAL_TYPE (NephoImportColumns, nepho_import_columns, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal;

static void
nepho_import_columns_finalize (GObject *object)
{
  g_ptr_array_unref (NEPHO_IMPORT_COLUMNS (object)->choosers);

  G_OBJECT_CLASS (nepho_import_columns_parent_class)->finalize (object);
}

static void
nepho_import_columns_class_init (NephoImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nepho_import_columns_finalize;

  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nepho_import_columns_init (NephoImportColumns *self)
{
  self->choosers = g_ptr_array_new ();
}

static void
selected_cb (NephoImportColumns *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* A column by its name, or else by its letters, with its first cell below. */
static GtkWidget *
create_chooser (const NephoGrid *grid, const NephoImportPlan *plan, guint column)
{
  GtkWidget *chooser = adw_combo_row_new ();
  g_autoptr (GtkStringList) fields = gtk_string_list_new (NULL);
  guint first = nepho_import_plan_first (plan);
  g_autofree char *address = nepho_grid_address (first, column);
  g_autofree char *name = nepho_import_column_name (grid, plan, column);

  for (guint i = 0; i < NEPHO_N_FIELDS; i++)
    gtk_string_list_append (fields, nepho_field_name ((NephoField) i));
  adw_combo_row_set_model (ADW_COMBO_ROW (chooser), G_LIST_MODEL (fields));
  adw_combo_row_set_selected (ADW_COMBO_ROW (chooser), nepho_import_plan_field (plan, column));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (chooser), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (chooser), *name != '\0' ? name : address);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (chooser), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (chooser), nepho_grid_get (grid, first, column));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (chooser), 1);

  return chooser;
}

/**
 * nepho_import_columns_show:
 * @self: the columns
 * @grid: a table
 * @plan: how it is read
 *
 * Shows the columns of a table in place of those before.
 */
void
nepho_import_columns_show (NephoImportColumns *self, const NephoGrid *grid, const NephoImportPlan *plan)
{
  guint n_columns = MIN (plan->fields->len, MOST_COLUMNS);

  for (guint i = 0; i < self->choosers->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->choosers, i));
  g_ptr_array_set_size (self->choosers, 0);

  for (guint column = 0; column < n_columns; column++)
    {
      GtkWidget *chooser = create_chooser (grid, plan, column);

      g_signal_connect_swapped (chooser, "notify::selected", G_CALLBACK (selected_cb), self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), chooser);
      g_ptr_array_add (self->choosers, chooser);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), n_columns > 0);
}

/**
 * nepho_import_columns_apply:
 * @self: the columns
 * @plan: the plan that they show, which takes what is chosen
 */
void
nepho_import_columns_apply (NephoImportColumns *self, NephoImportPlan *plan)
{
  for (guint i = 0; i < MIN (self->choosers->len, plan->fields->len); i++)
    g_array_index (plan->fields, NephoField, i) = adw_combo_row_get_selected (g_ptr_array_index (self->choosers, i));
}
