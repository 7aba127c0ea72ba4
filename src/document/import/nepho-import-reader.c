/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-import-private.h"

/* The decimal sign of which some number in the table leaves no doubt; 0 where none does, or two do. */
static char
find_decimal (const NephoImportReader *reader)
{
  const NephoGrid *grid = reader->grid;
  gboolean point = FALSE;
  gboolean comma = FALSE;

  for (guint row = nepho_import_plan_first (reader->plan); row < nepho_grid_n_rows (grid); row++)
    for (guint i = 0; i < reader->values->len; i++)
      {
        guint column = g_array_index (reader->values, guint, i);
        NephoImportNumber number;

        if (nepho_grid_get_kind (grid, row, column) != NEPHO_CELL_TEXT
            || !nepho_import_number_parse (nepho_grid_get (grid, row, column), '\0', &number))
          continue;
        point = point || number.decimal == '.';
        comma = comma || number.decimal == ',';
      }

  /* Where cells stand between commas, a comma is no decimal sign. */
  if (point == comma)
    return nepho_grid_get_separator (grid) == ',' ? '.' : '\0';

  return point ? '.' : ',';
}

/* Two columns of figures with one name: what they differ by is lost. */
static char *
describe_double (const NephoImportReader *reader, guint column, const char *name, GHashTable *names)
{
  gpointer first;
  g_autofree char *address = NULL;

  if (!g_hash_table_lookup_extended (names, name, NULL, &first))
    {
      g_hash_table_insert (names, g_strdup (name), GUINT_TO_POINTER (column));
      return NULL;
    }

  address = nepho_grid_address (reader->plan->header, GPOINTER_TO_UINT (first));
  if (nepho_grid_get_kind (reader->grid, reader->plan->header, column) == NEPHO_CELL_MERGED)
    /* Translators: a name, a cell such as "B7" */
    return g_strdup_printf (_("its name “%s” is merged from %s over several columns, and nothing below says what each holds"),
                            name, address);

  return g_strdup_printf (_("its column is called “%s” as that of %s is; expected names that differ"), name, address);
}

/* The columns of each field, found once: wide tables have thousands. */
static void
find_columns (NephoImportReader *reader)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const NephoImportPlan *plan = reader->plan;

  for (guint field = 0; field < NEPHO_N_FIELDS; field++)
    reader->columns[field] = g_array_new (FALSE, FALSE, sizeof (guint));
  reader->values = g_array_new (FALSE, FALSE, sizeof (guint));
  reader->heads = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_import_head_free);
  reader->doubles = g_ptr_array_new_with_free_func (g_free);
  for (guint column = 0; column < plan->fields->len; column++)
    {
      NephoField field = nepho_import_plan_field (plan, column);
      g_autofree char *name = NULL;

      g_array_append_val (reader->columns[field], column);
      if (field != NEPHO_FIELD_VALUE && field != NEPHO_FIELD_SERIES)
        continue;
      name = nepho_import_column_name (reader->grid, plan, column);
      g_array_append_val (reader->values, column);
      g_ptr_array_add (reader->heads, nepho_import_head_new (reader->grid, plan->header, plan->header_rows, column));
      g_ptr_array_add (reader->doubles,
                       field == NEPHO_FIELD_SERIES ? describe_double (reader, column, name, names) : NULL);
    }
}

/**
 * nepho_import_row_end:
 * @grid: a table
 * @row: a row, from 0
 *
 * Returns: number of columns up to the last in which something stands
 */
guint
nepho_import_row_end (const NephoGrid *grid, guint row)
{
  guint end = nepho_grid_n_columns (grid);

  while (end > 0 && *nepho_grid_get (grid, row, end - 1) == '\0')
    end--;

  return end;
}

/* How long the lines of a text should be: as those with the names, or the first one. */
static void
find_width (NephoImportReader *reader)
{
  const NephoImportPlan *plan = reader->plan;

  for (guint i = 0; i < MAX (plan->header_rows, 1); i++)
    {
      reader->width = MAX (reader->width, nepho_grid_get_width (reader->grid, plan->header + i));
      reader->n_names = MAX (reader->n_names, nepho_import_row_end (reader->grid, plan->header + i));
    }
}

static void
period_free (gpointer data)
{
  g_free (((NephoImportPeriod *) data)->date);
  g_free (data);
}

/**
 * nepho_import_reader_init:
 * @reader: a reader, whose grid and plan are set
 *
 * Finds out what holds for all rows.
 */
void
nepho_import_reader_init (NephoImportReader *reader)
{
  reader->periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, period_free);
  find_columns (reader);
  find_width (reader);
  reader->decimal = reader->plan->decimal != '\0' ? reader->plan->decimal : find_decimal (reader);
}

/**
 * nepho_import_reader_period:
 * @reader: a reader
 * @text: what may be a period
 *
 * Returns: (transfer none): what it says of time
 */
const NephoImportPeriod *
nepho_import_reader_period (const NephoImportReader *reader, const char *text)
{
  NephoImportPeriod *period = g_hash_table_lookup (reader->periods, text);

  if (period == NULL)
    {
      period = g_new0 (NephoImportPeriod, 1);
      period->known = nepho_import_period (text, &period->begin, &period->end, &period->date);
      g_hash_table_insert (reader->periods, g_strdup (text), period);
    }

  return period;
}

/**
 * nepho_import_reader_clear:
 * @reader: a reader, whose rows stay
 */
void
nepho_import_reader_clear (NephoImportReader *reader)
{
  for (guint field = 0; field < NEPHO_N_FIELDS; field++)
    g_array_unref (reader->columns[field]);
  g_array_unref (reader->values);
  g_ptr_array_unref (reader->heads);
  g_ptr_array_unref (reader->doubles);
  g_hash_table_unref (reader->periods);
}
