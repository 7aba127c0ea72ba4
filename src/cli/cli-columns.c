/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli.h"

#include <math.h>

#include "nepho-number.h"

#define GAP "  "

/* Columns that a text takes on a terminal: Chinese characters take two. */
static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static char *
cell_text (const NephoTableColumn *column, guint row)
{
  double number = NAN;

  if (column->texts != NULL)
    return g_strdup (row < column->texts->len ? g_ptr_array_index (column->texts, row) : "");

  if (row < column->numbers->len)
    number = g_array_index (column->numbers, double, row);

  return isfinite (number) ? nepho_number_format (number, column->unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT)
                           : g_strdup ("");
}

static guint
column_width (const NephoTableColumn *column, guint n_rows)
{
  guint width = width_of (column->name);

  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *text = cell_text (column, row);

      width = MAX (width, width_of (text));
    }

  return width;
}

static void
append_padded (GString *out, const char *text, guint width, gboolean right, gboolean last)
{
  guint missing = width - MIN (width, width_of (text));

  for (guint i = 0; right && i < missing; i++)
    g_string_append_c (out, ' ');
  g_string_append (out, text);
  for (guint i = 0; !right && !last && i < missing; i++)
    g_string_append_c (out, ' ');
}

/**
 * nepho_cli_columns:
 * @table: a table
 *
 * Returns: (transfer full): the table for a terminal: texts to the left, numbers to the right
 */
char *
nepho_cli_columns (const NephoTable *table)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n_rows = nepho_table_n_rows (table);
  g_autofree guint *widths = g_new (guint, MAX (table->columns->len, 1));

  for (guint i = 0; i < table->columns->len; i++)
    widths[i] = column_width (g_ptr_array_index (table->columns, i), n_rows);

  for (guint line = 0; line <= n_rows; line++)
    {
      for (guint i = 0; i < table->columns->len; i++)
        {
          const NephoTableColumn *column = g_ptr_array_index (table->columns, i);
          g_autofree char *text = line == 0 ? g_strdup (column->name) : cell_text (column, line - 1);

          g_string_append (out, i > 0 ? GAP : "");
          append_padded (out, text, widths[i], column->texts == NULL, i + 1 == table->columns->len);
        }
      g_string_append_c (out, '\n');
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}
