/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LETTERS 26u

typedef struct
{
  char         *text;
  NephoCellKind kind;
  guint         column;
} Cell;

struct _NephoGrid
{
  gatomicrefcount ref_count;
  char           *name;
  GPtrArray      *rows;      /* GArray of Cell by column, only those that are not empty; or NULL */
  GArray         *widths;    /* of guint: cells of each row of a text, empty ones too */
  guint           n_columns;
  guint           n_cells;
  gsize           n_bytes;
  const char     *encoding;  /* of a text, or NULL */
  char            separator; /* of a text, or 0 */
};

G_DEFINE_QUARK (nepho-import-error-quark, nepho_import_error)

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->text);
}

static void
row_free (gpointer data)
{
  if (data != NULL)
    g_array_unref (data);
}

/**
 * nepho_grid_new:
 * @name: what it is called: the name of a sheet, or ""
 *
 * Returns: (transfer full): a grid without cells
 */
NephoGrid *
nepho_grid_new (const char *name)
{
  NephoGrid *self = g_new0 (NephoGrid, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->widths = g_array_new (FALSE, TRUE, sizeof (guint));
  self->rows = g_ptr_array_new_with_free_func (row_free);

  return self;
}

/**
 * nepho_grid_ref:
 * @self: a grid
 *
 * Returns: (transfer full): the same
 */
NephoGrid *
nepho_grid_ref (NephoGrid *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * nepho_grid_free:
 * @self: (transfer full) (nullable): a grid, which goes with its last reference
 */
void
nepho_grid_free (NephoGrid *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->widths);
  g_ptr_array_unref (self->rows);
  g_free (self->name);
  g_free (self);
}

/**
 * nepho_grid_get_name:
 * @self: a grid
 *
 * Returns: (transfer none): what it is called
 */
const char *
nepho_grid_get_name (const NephoGrid *self)
{
  return self->name;
}

static gboolean
refuse (GError **error, const char *what, guint limit)
{
  g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_LIMIT,
               /* Translators: "rows", the largest number of them */
               _("The table is too large: at most %2$u %1$s are read"), what, limit);

  return FALSE;
}

static gboolean
check_limits (const NephoGrid *self, guint row, guint column, const char *text, gsize length, GError **error)
{
  g_autofree char *address = NULL;

  if (row >= NEPHO_GRID_MAX_ROWS)
    return refuse (error, _("rows"), NEPHO_GRID_MAX_ROWS);
  if (column >= NEPHO_GRID_MAX_COLUMNS)
    return refuse (error, _("columns"), NEPHO_GRID_MAX_COLUMNS);
  if (self->n_cells >= NEPHO_GRID_MAX_CELLS)
    return refuse (error, _("cells"), NEPHO_GRID_MAX_CELLS);
  if (self->n_bytes + length > NEPHO_GRID_MAX_BYTES)
    return refuse (error, _("bytes of text"), NEPHO_GRID_MAX_BYTES);
  if (length <= NEPHO_GRID_MAX_CELL || g_utf8_strlen (text, (gssize) length) <= (glong) NEPHO_GRID_MAX_CELL)
    return TRUE;

  address = nepho_grid_address (row, column);
  g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_LIMIT,
               _("Cell %s is too long: it has more than %u characters"), address, NEPHO_GRID_MAX_CELL);

  return FALSE;
}

static GArray *
ensure_row (NephoGrid *self, guint row)
{
  GArray *cells;

  if (self->rows->len <= row)
    g_ptr_array_set_size (self->rows, (int) row + 1);
  cells = g_ptr_array_index (self->rows, row);
  if (cells == NULL)
    {
      cells = g_array_new (FALSE, TRUE, sizeof (Cell));
      g_array_set_clear_func (cells, cell_clear);
      self->rows->pdata[row] = cells;
    }

  return cells;
}

/* Where the cell of a column stands among those of its row, or would stand. Tables come from left to right, so
 * that it is mostly behind the last. */
static guint
find_place (const GArray *cells, guint column)
{
  guint low = 0;
  guint high = cells->len;

  if (high > 0 && g_array_index (cells, Cell, high - 1).column < column)
    return high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (cells, Cell, middle).column < column)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The cell of a column, new where there is none. */
static Cell *
ensure_cell (NephoGrid *self, guint row, guint column)
{
  GArray *cells = ensure_row (self, row);
  guint place = find_place (cells, column);

  if (place == cells->len || g_array_index (cells, Cell, place).column != column)
    {
      Cell fresh = { .column = column };

      g_array_insert_val (cells, place, fresh);
      self->n_cells++;
    }

  return &g_array_index (cells, Cell, place);
}

/**
 * nepho_grid_set:
 * @self: a grid
 * @row: a row, from 0
 * @column: a column, from 0
 * @text: valid UTF-8
 * @kind: what it is
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_IMPORT_ERROR_LIMIT where the grid would be larger than anybody means
 */
gboolean
nepho_grid_set (NephoGrid *self, guint row, guint column, const char *text, NephoCellKind kind, GError **error)
{
  gsize length = strlen (text);
  Cell *cell;

  if (!check_limits (self, row, column, text, length, error))
    return FALSE;
  if (kind == NEPHO_CELL_EMPTY)
    return TRUE;

  cell = ensure_cell (self, row, column);
  g_free (cell->text);
  cell->text = g_strdup (text);
  cell->kind = kind;
  self->n_bytes += length;
  /* A title over a whole row of a sheet makes the table no wider than it is. */
  if (kind != NEPHO_CELL_MERGED)
    self->n_columns = MAX (self->n_columns, column + 1);

  return TRUE;
}

/**
 * nepho_grid_set_form:
 * @self: a grid that is read from text
 * @encoding: one of nepho_text_encodings()
 * @separator: what stands between the cells
 */
void
nepho_grid_set_form (NephoGrid *self, const char *encoding, char separator)
{
  self->encoding = encoding;
  self->separator = separator;
}

/**
 * nepho_grid_get_encoding:
 * @self: a grid
 *
 * Returns: (transfer none) (nullable): the encoding of its text; %NULL for a workbook
 */
const char *
nepho_grid_get_encoding (const NephoGrid *self)
{
  return self->encoding;
}

/**
 * nepho_grid_get_separator:
 * @self: a grid
 *
 * Returns: what stands between the cells of its text; 0 for a workbook
 */
char
nepho_grid_get_separator (const NephoGrid *self)
{
  return self->separator;
}

/**
 * nepho_grid_set_width:
 * @self: a grid
 * @row: a row, from 0
 * @width: how many cells stand in that line of the text, empty ones too
 */
void
nepho_grid_set_width (NephoGrid *self, guint row, guint width)
{
  if (self->widths->len <= row)
    g_array_set_size (self->widths, row + 1);
  g_array_index (self->widths, guint, row) = width;
}

/**
 * nepho_grid_get_width:
 * @self: a grid
 * @row: a row, from 0
 *
 * Returns: how many cells stand in that line of the text, empty ones too; 0 for a workbook, whose rows have no end
 */
guint
nepho_grid_get_width (const NephoGrid *self, guint row)
{
  return row < self->widths->len ? g_array_index (self->widths, guint, row) : 0;
}

/**
 * nepho_grid_n_rows:
 * @self: a grid
 *
 * Returns: number of rows, up to the last that is not empty
 */
guint
nepho_grid_n_rows (const NephoGrid *self)
{
  return self->rows->len;
}

/**
 * nepho_grid_n_columns:
 * @self: a grid
 *
 * Returns: number of columns of the longest row
 */
guint
nepho_grid_n_columns (const NephoGrid *self)
{
  return self->n_columns;
}

static const Cell *
cell_at (const NephoGrid *self, guint row, guint column)
{
  const GArray *cells = row < self->rows->len ? g_ptr_array_index (self->rows, row) : NULL;
  guint place = cells != NULL ? find_place (cells, column) : 0;

  if (cells == NULL || place == cells->len || g_array_index (cells, Cell, place).column != column)
    return NULL;

  return &g_array_index (cells, Cell, place);
}

/**
 * nepho_grid_row_is_empty:
 * @self: a grid
 * @row: a row, from 0
 *
 * Returns: whether no cell of it says anything
 */
gboolean
nepho_grid_row_is_empty (const NephoGrid *self, guint row)
{
  const GArray *cells = row < self->rows->len ? g_ptr_array_index (self->rows, row) : NULL;

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, i);

      if (*cell->text != '\0' && cell->kind != NEPHO_CELL_MERGED)
        return FALSE;
    }

  return TRUE;
}

/**
 * nepho_grid_get:
 * @self: a grid
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): the cell's text; "" where there is none
 */
const char *
nepho_grid_get (const NephoGrid *self, guint row, guint column)
{
  const Cell *cell = cell_at (self, row, column);

  return cell != NULL && cell->text != NULL ? cell->text : "";
}

/**
 * nepho_grid_get_kind:
 * @self: a grid
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: what the cell is
 */
NephoCellKind
nepho_grid_get_kind (const NephoGrid *self, guint row, guint column)
{
  const Cell *cell = cell_at (self, row, column);

  return cell != NULL ? cell->kind : NEPHO_CELL_EMPTY;
}

/**
 * nepho_grid_address:
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer full): what a spreadsheet calls the cell: "B7"
 */
char *
nepho_grid_address (guint row, guint column)
{
  g_autoptr (GString) address = g_string_new (NULL);

  for (guint n = column + 1; n > 0; n = (n - 1) / LETTERS)
    g_string_prepend_c (address, (char) ('A' + (n - 1) % LETTERS));
  g_string_append_printf (address, "%u", row + 1);

  return g_string_free (g_steal_pointer (&address), FALSE);
}
