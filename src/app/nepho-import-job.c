/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import-job.h"

/* What a thread opens. */
typedef struct
{
  GFile           *file; /* or NULL: the data are there */
  GBytes          *data;
  char            *name;
  char            *sheet;
  NephoGridChoices choices;
} Opening;

/* What a thread reads. */
typedef struct
{
  NephoGrid       *grid;
  NephoImportPlan *plan;
  GPtrArray       *known;
} Reading;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_object (&opening->file);
  g_clear_pointer (&opening->data, g_bytes_unref);
  g_free (opening->name);
  g_free (opening->sheet);
  g_free (opening);
}

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  nepho_grid_free (reading->grid);
  nepho_import_plan_free (reading->plan);
  g_ptr_array_unref (reading->known);
  g_free (reading);
}

/**
 * nepho_import_table_free:
 * @self: (transfer full) (nullable): a table
 */
void
nepho_import_table_free (NephoImportTable *self)
{
  if (self == NULL)
    return;

  g_bytes_unref (self->data);
  g_free (self->name);
  g_strfreev (self->sheets);
  nepho_grid_free (self->grid);
  nepho_import_plan_free (self->plan);
  g_free (self);
}

/**
 * nepho_import_reading_free:
 * @self: (transfer full) (nullable): what a table was read as
 */
void
nepho_import_reading_free (NephoImportReading *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_strfreev (self->notes);
  g_free (self->fault);
  g_free (self);
}

static NephoImportTable *
open_table (Opening *opening, GError **error)
{
  g_auto (GStrv) sheets = NULL;
  NephoImportTable *table;
  NephoGrid *grid;
  const char *data;
  gsize length;

  if (opening->data == NULL)
    opening->data = nepho_grid_load (opening->file, error);
  if (opening->data == NULL)
    return NULL;
  data = g_bytes_get_data (opening->data, &length);
  grid = nepho_grid_open (data != NULL ? data : "", length, &opening->choices, &sheets, error);
  if (grid == NULL)
    return NULL;

  table = g_new0 (NephoImportTable, 1);
  table->data = g_bytes_ref (opening->data);
  table->name = g_strdup (opening->name);
  table->sheets = g_steal_pointer (&sheets);
  table->grid = grid;
  table->plan = nepho_import_plan_guess (grid);

  return table;
}

static void
open_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  NephoImportTable *table = open_table (task_data, &error);

  if (table != NULL)
    g_task_return_pointer (task, table, (GDestroyNotify) nepho_import_table_free);
  else
    g_task_return_error (task, error);
}

/**
 * nepho_import_open_async:
 * @file: (nullable): a file, or %NULL where @data is given
 * @data: (nullable): a table as it was found
 * @name: what it is called
 * @choices: how it is opened
 * @cancellable: (nullable): a cancellable
 * @callback: is called in the end
 * @user_data: for @callback
 *
 * Opens a table in a thread, since a large one takes seconds.
 */
void
nepho_import_open_async (GFile *file, GBytes *data, const char *name, const NephoGridChoices *choices,
                         GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->file = file != NULL ? g_object_ref (file) : NULL;
  opening->data = data != NULL ? g_bytes_ref (data) : NULL;
  opening->name = g_strdup (name);
  opening->sheet = g_strdup (choices->sheet);
  opening->choices = *choices;
  opening->choices.sheet = opening->sheet;
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * nepho_import_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with an error of #NephoImportError or GIO
 */
NephoImportTable *
nepho_import_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Reading *reading = task_data;
  NephoImportReading *read = g_new0 (NephoImportReading, 1);
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GError) error = NULL;

  read->rows = nepho_import_preview (reading->grid, reading->plan, reading->known);
  read->notes = nepho_import_notes (reading->grid, reading->plan, read->rows);
  facts = nepho_import_finish (read->rows, &error);
  read->fault = g_strdup (error != NULL ? error->message : NULL);
  g_task_return_pointer (task, read, (GDestroyNotify) nepho_import_reading_free);
}

/**
 * nepho_import_read_async:
 * @grid: a table
 * @plan: how it is read
 * @known: (element-type NephoFact): the facts that the document has already
 * @cancellable: (nullable): a cancellable
 * @callback: is called in the end
 * @user_data: for @callback
 *
 * Reads the figures of a table in a thread.
 */
void
nepho_import_read_async (NephoGrid *grid, const NephoImportPlan *plan, GPtrArray *known, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  reading->grid = nepho_grid_ref (grid);
  reading->plan = nepho_import_plan_copy (plan);
  reading->known = g_ptr_array_ref (known);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * nepho_import_read_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what was read, or %NULL where it was cancelled
 */
NephoImportReading *
nepho_import_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
