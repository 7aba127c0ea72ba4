/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid.h"

/**
 * nepho_grid_merge:
 * @self: a grid, all of whose other cells are there
 * @top: first row of the merged cells, from 0
 * @left: first column
 * @bottom: last row
 * @right: last column
 * @error: return location for an error
 *
 * Gives the cells that a merged one covers its text, as far as the table goes: what is merged to the end of the
 * sheet makes it no larger.
 *
 * Returns: %FALSE with %NEPHO_IMPORT_ERROR_LIMIT where the grid would be larger than anybody means
 */
gboolean
nepho_grid_merge (NephoGrid *self, guint top, guint left, guint bottom, guint right, GError **error)
{
  g_autofree char *text = g_strdup (nepho_grid_get (self, top, left));
  guint n_rows = nepho_grid_n_rows (self);
  guint n_columns = nepho_grid_n_columns (self);

  for (guint row = top; row <= bottom && row < n_rows; row++)
    for (guint column = left; column <= right && column < n_columns; column++)
      if ((row != top || column != left) && !nepho_grid_set (self, row, column, text, NEPHO_CELL_MERGED, error))
        return FALSE;

  return TRUE;
}

/**
 * nepho_grid_repeat_row:
 * @self: a grid
 * @row: a row, from 0
 * @n: how often it stands there in all, itself and below it
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_IMPORT_ERROR_LIMIT where the grid would be larger than anybody means
 */
gboolean
nepho_grid_repeat_row (NephoGrid *self, guint row, guint n, GError **error)
{
  guint n_columns = nepho_grid_n_columns (self);

  if (nepho_grid_row_is_empty (self, row))
    return TRUE;

  for (guint i = 1; i < n; i++)
    for (guint column = 0; column < n_columns; column++)
      {
        NephoCellKind kind = nepho_grid_get_kind (self, row, column);

        if (kind != NEPHO_CELL_EMPTY
            && !nepho_grid_set (self, row + i, column, nepho_grid_get (self, row, column), kind, error))
          return FALSE;
      }

  return TRUE;
}
