/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-import-private.h"

/* Notes that are made; wide tables would have thousands of one kind. */
#define MOST_NOTES 20u

/**
 * nepho_import_column_name:
 * @grid: a table
 * @plan: how it is read
 * @column: a column, from 0
 *
 * Returns: (transfer full): its names, from the top; "" where it has none
 */
char *
nepho_import_column_name (const NephoGrid *grid, const NephoImportPlan *plan, guint column)
{
  g_autoptr (NephoImportHead) head = nepho_import_head_new (grid, plan->header, plan->header_rows, column);

  return g_strjoinv (" ", head->parts);
}

static char *
letters_of (guint column)
{
  char *address = nepho_grid_address (0, column);

  address[strlen (address) - 1] = '\0';

  return address;
}

/* The first column that holds @field. */
static int
find_field (const NephoImportPlan *plan, NephoField field)
{
  for (guint column = 0; column < plan->fields->len; column++)
    if (nepho_import_plan_field (plan, column) == field)
      return (int) column;

  return -1;
}

/* A column that nobody asked to pass over: its name is that of one that is read, or it holds numbers. */
static char *
note_ignored (const NephoGrid *grid, const NephoImportPlan *plan, guint column)
{
  g_autoptr (NephoImportHead) head = nepho_import_head_new (grid, plan->header, plan->header_rows, column);
  g_autofree char *name = g_strjoinv (" ", head->parts);
  g_autofree char *letters = letters_of (column);
  NephoField field = nepho_import_head_field (head);
  int read = field != NEPHO_FIELD_IGNORED && field != NEPHO_FIELD_SERIES ? find_field (plan, field) : -1;

  if (read >= 0)
    {
      g_autofree char *other = letters_of ((guint) read);

      /* Translators: letters of a column, its name, letters of another column */
      return g_strdup_printf (_("Column %s (“%s”) is not read: column %s holds the same kind of thing."), letters, name, other);
    }
  if (nepho_import_is_numeric (grid, plan, column) && *name == '\0')
    /* Translators: letters of a column */
    return g_strdup_printf (_("Column %s, which has no name, holds numbers that are not read."), letters);
  if (nepho_import_is_numeric (grid, plan, column))
    /* Translators: letters of a column, its name */
    return g_strdup_printf (_("Column %s (“%s”) holds numbers that are not read."), letters, name);

  return NULL;
}

/* A name that is a figure: perhaps the first row of figures was taken for names. */
static char *
note_name (const NephoGrid *grid, const NephoImportPlan *plan, guint column)
{
  g_autoptr (NephoImportHead) head = nepho_import_head_new (grid, plan->header, plan->header_rows, column);
  g_autofree char *letters = letters_of (column);

  if (head->period != NULL || head->name == NULL || !nepho_import_is_figure (head->name))
    return NULL;

  return g_strdup_printf (_("The name of column %s looks like a figure: “%s”. Is row %u a row of names?"), letters, head->name,
                          plan->header + plan->header_rows);
}

static char *
note_known (const GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += ((NephoImportRow *) g_ptr_array_index (rows, i))->known ? 1 : 0;
  if (n == 0)
    return NULL;

  return n == rows->len ? g_strdup (_("The document has all of these figures already; was the table imported before?"))
                        : g_strdup_printf (ngettext ("The document has %u of these figures already.",
                                                     "The document has %u of these figures already.", n), n);
}

static void
add (GPtrArray *notes, char *note)
{
  if (note != NULL && notes->len < MOST_NOTES)
    g_ptr_array_add (notes, note);
  else
    g_free (note);
}

/**
 * nepho_import_notes:
 * @grid: a table
 * @plan: how it is read
 * @rows: (element-type NephoImportRow): what was read
 *
 * Returns: (transfer full) (array zero-terminated=1): sentences about the table as a whole: what is not read, and
 * what may be meant in another way
 */
char **
nepho_import_notes (const NephoGrid *grid, const NephoImportPlan *plan, const GPtrArray *rows)
{
  GPtrArray *notes = g_ptr_array_new ();

  add (notes, note_known (rows));
  if (plan->header_rows == 0)
    add (notes, g_strdup (_("No row holds names of columns; they are known by what stands in them.")));
  for (guint column = 0; column < plan->fields->len && notes->len < MOST_NOTES; column++)
    {
      add (notes, note_name (grid, plan, column));
      if (nepho_import_plan_field (plan, column) == NEPHO_FIELD_IGNORED)
        add (notes, note_ignored (grid, plan, column));
    }
  g_ptr_array_add (notes, NULL);

  return (char **) g_ptr_array_free (notes, FALSE);
}
