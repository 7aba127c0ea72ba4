/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-number.h"
#include "nepho-table.h"

/* A cell never breaks the row, and never becomes a formula where it is pasted. */
static void
append_text (GString *out, const char *text)
{
  if (nepho_table_begins_formula (text))
    g_string_append_c (out, '\'');
  for (const char *c = text; *c != '\0'; c++)
    g_string_append_c (out, g_ascii_iscntrl (*c) ? ' ' : *c);
}

static void
append_name (GString *out, const NephoTableColumn *column)
{
  g_autofree char *name = NULL;

  /* Translators: name of a column, its unit */
  if (column->numbers != NULL && column->unit != NEPHO_UNIT_NONE)
    name = g_strdup_printf (_("%s (%s)"), column->name, nepho_unit_name (column->unit));
  append_text (out, name != NULL ? name : column->name);
}

/* A gap is an empty cell. */
static void
append_cell (GString *out, const NephoTableColumn *column, guint row)
{
  if (column->texts != NULL && row < column->texts->len)
    {
      append_text (out, g_ptr_array_index (column->texts, row));
    }
  else if (column->numbers != NULL && row < column->numbers->len)
    {
      double value = g_array_index (column->numbers, double, row);
      g_autofree char *number = nepho_number_format (value, column->unit, NEPHO_NUMBER_EXACT);

      if (isfinite (value))
        g_string_append (out, number);
    }
}

static void
append_rows (GString *out, const NephoTable *table)
{
  guint n_rows = nepho_table_n_rows (table);

  for (guint i = 0; i < table->columns->len; i++)
    {
      append_name (out, g_ptr_array_index (table->columns, i));
      g_string_append_c (out, i + 1 < table->columns->len ? '\t' : '\n');
    }

  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < table->columns->len; i++)
      {
        append_cell (out, g_ptr_array_index (table->columns, i), row);
        g_string_append_c (out, i + 1 < table->columns->len ? '\t' : '\n');
      }
}

/**
 * nepho_chart_table_text:
 * @figure: a figure
 *
 * Writes the numbers of a figure for pasting into a spreadsheet: cells between tabs, a line of names
 * with units first; below them what the figure says, its measure, note and source.
 *
 * Returns: (transfer full): the text
 */
char *
nepho_chart_table_text (const NephoPlotFigure *figure)
{
  GString *out = g_string_new (NULL);
  g_autoptr (NephoTable) table = nepho_table_from_figure (figure);
  const char *const notes[] = { figure->title, figure->subtitle, figure->note, figure->source };

  append_rows (out, table);
  g_string_append_c (out, '\n');
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    if (notes[i] != NULL && *notes[i] != '\0')
      {
        append_text (out, notes[i]);
        g_string_append_c (out, '\n');
      }

  return g_string_free (out, FALSE);
}
