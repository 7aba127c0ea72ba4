/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-document-error.h"

/* One cell that is not empty. */
typedef struct
{
  guint32 row;
  guint16 column;
  guint16 kind;
  guint32 text;  /* where its text begins in all texts */
  guint32 order; /* of arrival: of two cells in one place the later one counts */
} Entry;

/* A cell that covers others. */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
} Merge;

struct _NephoGrid
{
  char    *sheet;
  GString *texts;   /* all texts, each with its closing NUL; the first one is "" */
  GArray  *cells;   /* of Entry, by row and column once sealed */
  GArray  *starts;  /* of guint: where each row begins in cells, and the end of the last */
  GArray  *merges;  /* of Merge */
  GArray  *lines;   /* of guint: the line each row begins at; empty for a sheet */
  guint    n_columns;
  guint    n_covered; /* cells that merged ones cover */
  gboolean sealed;
};

/**
 * nepho_grid_new:
 * @sheet: name of the sheet, or "" for a text
 *
 * Returns: (transfer full): an empty grid, to be filled with nepho_grid_add() and sealed
 */
NephoGrid *
nepho_grid_new (const char *sheet)
{
  NephoGrid *self = g_new0 (NephoGrid, 1);

  self->sheet = g_strdup (sheet);
  self->texts = g_string_new (NULL);
  g_string_append_c (self->texts, '\0');
  self->cells = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->starts = g_array_new (FALSE, TRUE, sizeof (guint));
  self->merges = g_array_new (FALSE, FALSE, sizeof (Merge));
  self->lines = g_array_new (FALSE, TRUE, sizeof (guint));

  return self;
}

/**
 * nepho_grid_free:
 * @self: (transfer full) (nullable): a grid
 */
void
nepho_grid_free (NephoGrid *self)
{
  if (self == NULL)
    return;

  g_free (self->sheet);
  g_string_free (self->texts, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->starts);
  g_array_unref (self->merges);
  g_array_unref (self->lines);
  g_free (self);
}

/* What one more cell must not exceed. */
static gboolean
check_limits (NephoGrid *self, guint row, guint column, const char *text, gsize length, GError **error)
{
  if (row >= NEPHO_GRID_MAX_ROWS)
    g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT,
                 _("the table has more than %u rows; at most that many are read"), NEPHO_GRID_MAX_ROWS);
  else if (column >= NEPHO_GRID_MAX_COLUMNS)
    g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT,
                 _("the table has more than %u columns; at most that many are read"), NEPHO_GRID_MAX_COLUMNS);
  else if (self->cells->len + self->n_covered >= NEPHO_GRID_MAX_CELLS)
    g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT,
                 _("the table has more than %u cells that are not empty; at most that many are read"),
                 NEPHO_GRID_MAX_CELLS);
  else if (length > NEPHO_GRID_MAX_CHARACTERS && g_utf8_strlen (text, (gssize) length) > NEPHO_GRID_MAX_CHARACTERS)
    g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT,
                 _("a cell has more than %u characters; at most that many are read"), NEPHO_GRID_MAX_CHARACTERS);
  else if (self->texts->len + length > NEPHO_GRID_MAX_BYTES)
    g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT,
                 _("the table has more than %u MiB of text; at most that much is read"),
                 NEPHO_GRID_MAX_BYTES / 1024u / 1024u);
  else
    return TRUE;

  return FALSE;
}

static void
append_entry (NephoGrid *self, guint row, guint column, NephoCellKind kind, gsize text)
{
  Entry entry = { row, (guint16) column, (guint16) kind, (guint32) text, self->cells->len };

  g_array_append_val (self->cells, entry);
}

/**
 * nepho_grid_add:
 * @self: a grid that is not sealed
 * @row: row, from 0
 * @column: column, from 0
 * @kind: what stands there; of %NEPHO_CELL_EMPTY only the place is checked
 * @text: the text, valid UTF-8, need not end in NUL
 * @length: its bytes
 * @error: return location for an error
 *
 * Puts a cell into the grid. Of two cells in one place the later one counts.
 *
 * Returns: %FALSE with %NEPHO_DOCUMENT_ERROR_CONTENT where a limit is exceeded; the message names the
 * limit, not the place
 */
gboolean
nepho_grid_add (NephoGrid *self,
                guint row,
                guint column,
                NephoCellKind kind,
                const char *text,
                gsize length,
                GError **error)
{
  g_return_val_if_fail (!self->sealed, FALSE);

  if (!check_limits (self, row, column, text, length, error))
    return FALSE;
  self->n_columns = MAX (self->n_columns, column + 1);
  if (kind == NEPHO_CELL_EMPTY || (length == 0 && kind == NEPHO_CELL_TEXT))
    return TRUE;

  append_entry (self, row, column, kind, self->texts->len);
  g_string_append_len (self->texts, text, (gssize) length);
  g_string_append_c (self->texts, '\0');

  return TRUE;
}

/**
 * nepho_grid_merge:
 * @self: a grid that is not sealed
 * @row: row of the merged cell
 * @column: column of the merged cell
 * @n_rows: how many rows it covers, itself included
 * @n_columns: how many columns it covers, itself included
 * @error: return location for an error
 *
 * Marks what a merged cell covers as %NEPHO_CELL_MERGED with the merged cell's text, once sealed.
 *
 * Returns: %FALSE with %NEPHO_DOCUMENT_ERROR_CONTENT where a limit is exceeded
 */
gboolean
nepho_grid_merge (NephoGrid *self, guint row, guint column, guint n_rows, guint n_columns, GError **error)
{
  Merge merge = { row, column, n_rows, n_columns };
  guint64 n_covered = (guint64) n_rows * n_columns;

  g_return_val_if_fail (!self->sealed, FALSE);
  g_return_val_if_fail (n_covered > 0, FALSE);

  n_covered = MIN (n_covered - 1, NEPHO_GRID_MAX_CELLS);
  if (!check_limits (self, row + (n_rows - 1), column + (n_columns - 1), "", 0, error))
    return FALSE;
  self->n_covered = (guint) MIN (self->n_covered + n_covered, NEPHO_GRID_MAX_CELLS);
  if (!check_limits (self, row, column, "", 0, error))
    return FALSE;

  self->n_columns = MAX (self->n_columns, column + n_columns);
  g_array_append_val (self->merges, merge);
  return TRUE;
}

/**
 * nepho_grid_add_line:
 * @self: a grid of a text
 * @line: the line, from 1, at which its next row begins
 */
void
nepho_grid_add_line (NephoGrid *self, guint line)
{
  g_array_append_val (self->lines, line);
}

static int
compare_entries (const void *a, const void *b)
{
  const Entry *one = a;
  const Entry *other = b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  if (one->column != other->column)
    return one->column < other->column ? -1 : 1;

  return one->order < other->order ? -1 : 1;
}

/* Texts and sheets come row by row; only merged cells come last. */
static gboolean
is_sorted (const GArray *cells)
{
  for (guint i = 1; i < cells->len; i++)
    {
      const Entry *one = &g_array_index (cells, Entry, i - 1);

      if (one->row > one[1].row || (one->row == one[1].row && one->column >= one[1].column))
        return FALSE;
    }

  return TRUE;
}

static void
drop_doubles (GArray *cells)
{
  guint kept = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const Entry entry = g_array_index (cells, Entry, i);
      const Entry *last = kept > 0 ? &g_array_index (cells, Entry, kept - 1) : NULL;

      if (last == NULL || last->row != entry.row || last->column != entry.column)
        kept++;
      g_array_index (cells, Entry, kept - 1) = entry;
    }
  g_array_set_size (cells, kept);
}

/* Sorts the cells and notes where each row begins. */
static void
index_rows (NephoGrid *self)
{
  guint n_rows;
  guint at = 0;

  if (!is_sorted (self->cells))
    {
      qsort (self->cells->data, self->cells->len, sizeof (Entry), compare_entries);
      drop_doubles (self->cells);
    }

  n_rows = self->cells->len > 0 ? g_array_index (self->cells, Entry, self->cells->len - 1).row + 1 : 0;
  g_array_set_size (self->starts, n_rows + 1);
  for (guint row = 0; row <= n_rows; row++)
    {
      while (at < self->cells->len && g_array_index (self->cells, Entry, at).row < row)
        at++;
      g_array_index (self->starts, guint, row) = at;
    }
}

/* Covers what one merged cell covers with its text. */
static void
spread_merge (NephoGrid *self, const Merge *merge)
{
  NephoCell cell = nepho_grid_get (self, merge->row, merge->column);
  gsize text = (gsize) (cell.text - self->texts->str);

  /* An empty cell that is merged is still empty. */
  if (*cell.text == '\0')
    return;

  for (guint y = 0; y < merge->n_rows; y++)
    for (guint x = 0; x < merge->n_columns; x++)
      if (x > 0 || y > 0)
        append_entry (self, merge->row + y, merge->column + x, NEPHO_CELL_MERGED, text);
}

/**
 * nepho_grid_seal:
 * @self: a grid
 *
 * Ends filling: from now on the grid is read and no longer changed.
 */
void
nepho_grid_seal (NephoGrid *self)
{
  if (self->sealed)
    return;

  index_rows (self);
  self->sealed = TRUE;
  if (self->merges->len == 0)
    return;

  for (guint i = 0; i < self->merges->len; i++)
    spread_merge (self, &g_array_index (self->merges, Merge, i));
  index_rows (self);
}

const char *
nepho_grid_get_sheet (NephoGrid *self)
{
  return self->sheet;
}

/**
 * nepho_grid_n_rows:
 * @self: a sealed grid
 *
 * Returns: its rows up to the last that is not empty
 */
guint
nepho_grid_n_rows (NephoGrid *self)
{
  return self->sealed ? self->starts->len - 1 : 0;
}

/**
 * nepho_grid_n_columns:
 * @self: a grid
 *
 * Returns: columns of its longest row
 */
guint
nepho_grid_n_columns (NephoGrid *self)
{
  return self->n_columns;
}

/* The first entry of a row at or behind a column. */
static guint
find_entry (NephoGrid *self, guint row, guint column)
{
  guint low = g_array_index (self->starts, guint, row);
  guint high = g_array_index (self->starts, guint, row + 1);

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->cells, Entry, middle).column < column)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * nepho_grid_get:
 * @self: a sealed grid
 * @row: row, from 0; may lie outside
 * @column: column, from 0; may lie outside
 *
 * Returns: the cell; its text belongs to the grid
 */
NephoCell
nepho_grid_get (NephoGrid *self, guint row, guint column)
{
  NephoCell cell = { NEPHO_CELL_EMPTY, "" };
  guint at;

  if (row >= nepho_grid_n_rows (self))
    return cell;

  at = find_entry (self, row, column);
  if (at < g_array_index (self->starts, guint, row + 1))
    {
      const Entry *entry = &g_array_index (self->cells, Entry, at);

      if (entry->column == column)
        cell = (NephoCell) { (NephoCellKind) entry->kind, self->texts->str + entry->text };
    }

  return cell;
}

/**
 * nepho_grid_row_length:
 * @self: a sealed grid
 * @row: row, from 0; may lie outside
 *
 * Returns: the columns of the row up to its last cell that is not empty; 0 for an empty row
 */
guint
nepho_grid_row_length (NephoGrid *self, guint row)
{
  guint end;

  if (row >= nepho_grid_n_rows (self))
    return 0;

  end = g_array_index (self->starts, guint, row + 1);
  if (end == g_array_index (self->starts, guint, row))
    return 0;

  return g_array_index (self->cells, Entry, end - 1).column + 1u;
}

/**
 * nepho_grid_place:
 * @self: a grid
 * @row: row, from 0
 * @column: column, from 0
 *
 * Returns: (transfer full): where a cell stands, for a reader: "B7" of a sheet, "line 7, column 2" of a text
 */
char *
nepho_grid_place (NephoGrid *self, guint row, guint column)
{
  if (row < self->lines->len)
    return g_strdup_printf (_("line %u, column %u"), g_array_index (self->lines, guint, row), column + 1);

  return nepho_grid_address (row, column);
}

/**
 * nepho_grid_place_row:
 * @self: a grid
 * @row: row, from 0
 *
 * Returns: (transfer full): where a row stands, for a reader: "row 7" of a sheet, "line 7" of a text
 */
char *
nepho_grid_place_row (NephoGrid *self, guint row)
{
  if (row < self->lines->len)
    return g_strdup_printf (_("line %u"), g_array_index (self->lines, guint, row));

  return g_strdup_printf (_("row %u"), row + 1);
}
