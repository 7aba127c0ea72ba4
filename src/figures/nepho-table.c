/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-number.h"

static void
column_free (gpointer data)
{
  NephoTableColumn *column = data;

  g_free (column->name);
  g_clear_pointer (&column->texts, g_ptr_array_unref);
  g_clear_pointer (&column->numbers, g_array_unref);
  g_free (column);
}

/**
 * nepho_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
NephoTable *
nepho_table_new (void)
{
  NephoTable *table = g_new0 (NephoTable, 1);

  table->columns = g_ptr_array_new_with_free_func (column_free);

  return table;
}

/**
 * nepho_table_free:
 * @table: (transfer full) (nullable): a table
 */
void
nepho_table_free (NephoTable *table)
{
  if (table == NULL)
    return;

  g_ptr_array_unref (table->columns);
  g_free (table);
}

static NephoTableColumn *
add_column (NephoTable *table, const char *name)
{
  NephoTableColumn *column = g_new0 (NephoTableColumn, 1);

  column->name = g_strdup (name);
  g_ptr_array_add (table->columns, column);

  return column;
}

/**
 * nepho_table_add_texts:
 * @table: a table
 * @name: what the column holds
 *
 * Returns: (transfer none): an empty column of texts
 */
NephoTableColumn *
nepho_table_add_texts (NephoTable *table, const char *name)
{
  NephoTableColumn *column = add_column (table, name);

  column->texts = g_ptr_array_new_with_free_func (g_free);

  return column;
}

/**
 * nepho_table_add_numbers:
 * @table: a table
 * @name: what the column holds
 * @unit: the unit in which its numbers are stored
 *
 * Returns: (transfer none): an empty column of numbers
 */
NephoTableColumn *
nepho_table_add_numbers (NephoTable *table, const char *name, NephoUnit unit)
{
  NephoTableColumn *column = add_column (table, name);

  column->unit = unit;
  column->numbers = g_array_new (FALSE, FALSE, sizeof (double));

  return column;
}

/**
 * nepho_table_column_text:
 * @column: a column of texts
 * @text: (nullable): the next row's text
 */
void
nepho_table_column_text (NephoTableColumn *column, const char *text)
{
  g_return_if_fail (column->texts != NULL);

  g_ptr_array_add (column->texts, g_strdup (text != NULL ? text : ""));
}

/**
 * nepho_table_column_number:
 * @column: a column of numbers
 * @number: the next row's number, or %NAN for none
 */
void
nepho_table_column_number (NephoTableColumn *column, double number)
{
  g_return_if_fail (column->numbers != NULL);

  g_array_append_val (column->numbers, number);
}

static guint
column_length (const NephoTableColumn *column)
{
  return column->texts != NULL ? column->texts->len : column->numbers->len;
}

/**
 * nepho_table_n_rows:
 * @table: a table
 *
 * Returns: the length of its longest column
 */
guint
nepho_table_n_rows (const NephoTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->columns->len; i++)
    n = MAX (n, column_length (g_ptr_array_index (table->columns, i)));

  return n;
}

/**
 * nepho_table_begins_formula:
 * @text: what a cell is to hold
 *
 * A spreadsheet runs what begins like a formula, some also behind spaces or in the wide letters of Chinese
 * keyboards. An apostrophe before it makes it text again.
 *
 * Returns: whether @text needs one: it begins like a formula, or with a control character
 */
gboolean
nepho_table_begins_formula (const char *text)
{
  static const char * const signs[] = { "=", "+", "-", "@", "＝", "＋", "－", "＠" };

  if ((*text > 0 && *text < 0x20) || *text == 0x7f)
    return TRUE;
  while (*text == ' ')
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (text, signs[i]))
      return TRUE;

  return FALSE;
}

/* The usual one first. Excel takes the separator from the reader's country: where the decimal sign is a
 * comma, it is a semicolon. */
static const NephoCsvStyle csv_styles[] = {
  { "standard", N_("Commas and decimal points"), FALSE, ',', '.' },
  { "excel", N_("For Excel: commas and decimal points"), TRUE, ',', '.' },
  { "excel-semicolon", N_("For Excel: semicolons and decimal commas"), TRUE, ';', ',' },
};

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/**
 * nepho_csv_styles:
 * @n_styles: (out): number of styles
 *
 * Returns: (array length=n_styles) (transfer none): ways to write comma-separated values, the usual one first
 */
const NephoCsvStyle *
nepho_csv_styles (guint *n_styles)
{
  *n_styles = G_N_ELEMENTS (csv_styles);

  return csv_styles;
}

/**
 * nepho_csv_style_find:
 * @id: what may be the id of a style
 *
 * Returns: (transfer none) (nullable): that style
 */
const NephoCsvStyle *
nepho_csv_style_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (csv_styles); i++)
    if (g_str_equal (csv_styles[i].id, id))
      return &csv_styles[i];

  return NULL;
}

static void
append_text (GString *csv, const NephoCsvStyle *style, const char *text)
{
  const char special[] = { style->separator, '"', '\r', '\n', '\0' };
  gboolean quote = strpbrk (text, special) != NULL;

  if (quote)
    g_string_append_c (csv, '"');
  if (nepho_table_begins_formula (text))
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quote)
    g_string_append_c (csv, '"');
}

static void
append_cell (GString *csv, const NephoCsvStyle *style, const NephoTableColumn *column, guint row)
{
  g_autofree char *number = NULL;
  double value;

  if (row >= column_length (column))
    return;
  if (column->texts != NULL)
    {
      append_text (csv, style, g_ptr_array_index (column->texts, row));
      return;
    }

  value = g_array_index (column->numbers, double, row);
  if (!isfinite (value))
    return;
  number = nepho_number_format (value, column->unit, NEPHO_NUMBER_EXACT);
  g_strdelimit (number, ".", style->decimal);
  g_string_append (csv, number);
}

static void
append_name (GString *csv, const NephoCsvStyle *style, const NephoTableColumn *column)
{
  g_autofree char *name = NULL;

  if (column->texts != NULL || column->unit == NEPHO_UNIT_NONE)
    {
      append_text (csv, style, column->name);
      return;
    }

  /* Translators: name of a column, its unit */
  name = g_strdup_printf (_("%s (%s)"), column->name, nepho_unit_name (column->unit));
  append_text (csv, style, name);
}

/**
 * nepho_table_to_csv:
 * @table: a table
 *
 * Writes comma-separated values: a line of names with units, then the rows. Numbers are in the units
 * that people see, with as many digits as it takes, and the same in every locale. No cell can begin a
 * formula.
 *
 * Returns: (transfer full): the text, each line ended by a newline
 */
char *
nepho_table_to_csv (const NephoTable *table)
{
  return nepho_table_to_csv_in (table, &csv_styles[0]);
}

/**
 * nepho_table_to_csv_in:
 * @table: a table
 * @style: with which signs
 *
 * Writes what nepho_table_to_csv() does with the separator and the decimal sign of @style.
 *
 * Returns: (transfer full): the text, each line ended by a newline
 */
char *
nepho_table_to_csv_in (const NephoTable *table, const NephoCsvStyle *style)
{
  GString *csv = g_string_new (style->bom ? BYTE_ORDER_MARK : NULL);
  guint n_rows = nepho_table_n_rows (table);

  for (guint i = 0; i < table->columns->len; i++)
    {
      if (i > 0)
        g_string_append_c (csv, style->separator);
      append_name (csv, style, g_ptr_array_index (table->columns, i));
    }
  g_string_append_c (csv, '\n');

  for (guint row = 0; row < n_rows; row++)
    {
      for (guint i = 0; i < table->columns->len; i++)
        {
          if (i > 0)
            g_string_append_c (csv, style->separator);
          append_cell (csv, style, g_ptr_array_index (table->columns, i), row);
        }
      g_string_append_c (csv, '\n');
    }

  return g_string_free (csv, FALSE);
}
