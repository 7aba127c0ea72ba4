/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid.h"

/**
 * nepho_grid_column_name:
 * @column: column, from 0
 *
 * Returns: (transfer full): its name in spreadsheets: "A", "Z", "AA"
 */
char *
nepho_grid_column_name (guint column)
{
  char name[8];
  char *at = name + sizeof name - 1;

  *at = '\0';
  for (guint rest = column + 1; rest > 0 && at > name; rest = (rest - 1) / 26)
    *--at = (char) ('A' + (rest - 1) % 26);

  return g_strdup (at);
}

/**
 * nepho_grid_address:
 * @row: row, from 0
 * @column: column, from 0
 *
 * Returns: (transfer full): the cell's name in spreadsheets: "B7"
 */
char *
nepho_grid_address (guint row, guint column)
{
  g_autofree char *name = nepho_grid_column_name (column);

  return g_strdup_printf ("%s%u", name, row + 1);
}

/**
 * nepho_grid_parse_address:
 * @address: a cell's name: "B7"
 * @row: (out): row, from 0
 * @column: (out): column, from 0
 *
 * Returns: whether it is the name of a cell, which may lie outside the limits
 */
gboolean
nepho_grid_parse_address (const char *address, guint *row, guint *column)
{
  const char *at = address;
  guint64 number = 0;

  *column = 0;
  for (; g_ascii_isalpha (*at) && at - address < 4; at++)
    *column = *column * 26 + (guint) (g_ascii_toupper (*at) - 'A') + 1;
  if (at == address || !g_ascii_string_to_unsigned (at, 10, 1, G_MAXUINT32, &number, NULL))
    return FALSE;

  *column -= 1;
  *row = (guint) number - 1;
  return TRUE;
}
