/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "nepho-import-head.h"
#include "nepho-import-number.h"
#include "nepho-period.h"

/* Rows among which the names of the columns are looked for, and columns that are looked at. */
#define HEADER_ROWS 20u
#define HEADER_COLUMNS 64u

/* What kinds of cells a row has. */
typedef struct
{
  guint n_cells;
  guint n_words;   /* usual names of columns */
  guint n_periods;
  guint n_figures; /* other numbers */
} Census;

static guint
n_looked_at (const NephoGrid *grid)
{
  return MIN (nepho_grid_n_columns (grid), HEADER_COLUMNS);
}

/* "44742" at the end of June: the first or last day of a month is rather a date than a number. */
static gboolean
is_month_end (const char *date)
{
  int year;
  int month;
  int day;

  if (sscanf (date, "%d-%d-%d", &year, &month, &day) != 3)
    return FALSE;

  return day == 1 || day == g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
}

static void
count_cell (Census *census, const char *text)
{
  NephoImportNumber number;
  g_autofree char *date = NULL;
  double begin;
  double end;

  census->n_cells++;
  if (nepho_field_of_name (text) != NEPHO_FIELD_IGNORED)
    census->n_words++;
  else if (nepho_import_period (text, &begin, &end, &date) && (date == NULL || is_month_end (date)))
    census->n_periods++;
  else if (nepho_import_number_parse (text, '\0', &number))
    census->n_figures++;
}

/* Cells that another one covers say nothing themselves: a title may go over the whole table. */
static Census
count_row (const NephoGrid *grid, guint row)
{
  Census census = { 0 };

  for (guint column = 0; column < n_looked_at (grid); column++)
    {
      const char *text = nepho_grid_get (grid, row, column);

      if (*text != '\0' && nepho_grid_get_kind (grid, row, column) != NEPHO_CELL_MERGED)
        count_cell (&census, text);
    }

  return census;
}

/* Whether some column has a period here and another one below: then that column holds periods. */
static gboolean
has_column_of_periods (const NephoGrid *grid, guint row)
{
  for (guint column = 0; column < n_looked_at (grid); column++)
    {
      const char *below = nepho_grid_get (grid, row + 1, column);
      NephoImportNumber number;
      double begin;
      double end;

      if (nepho_period_parse (nepho_grid_get (grid, row, column), &begin, &end) && nepho_period_parse (below, &begin, &end)
          && !nepho_import_number_parse (below, '\0', &number))
        return TRUE;
    }

  return FALSE;
}

/* Whether a row that has the most names of columns has none after all: figures stand in it, and either no usual
 * name does, or above it stand texts, of which some usual name in a cell is no better sign than they are. */
static gboolean
is_data (const NephoGrid *grid, guint row)
{
  Census census = count_row (grid, row);
  Census above = { 0 };

  if (row > 0)
    above = count_row (grid, row - 1);
  if (census.n_figures > 0 && above.n_cells > 1 && above.n_figures == 0)
    return TRUE;

  return census.n_words == 0 && (census.n_figures > 0 || has_column_of_periods (grid, row));
}

/* The row in which most cells are names of columns; FALSE where none is. */
static gboolean
find_named (const NephoGrid *grid, guint *header)
{
  guint best_score = 0;

  for (guint row = 0; row < MIN (nepho_grid_n_rows (grid), HEADER_ROWS); row++)
    {
      Census census = count_row (grid, row);

      if (census.n_words + census.n_periods > best_score)
        {
          *header = row;
          best_score = census.n_words + census.n_periods;
        }
    }

  return best_score > 0 && !is_data (grid, *header);
}

/* The first row with figures: names that say nothing to us stand above it, or none do. */
static void
find_above_figures (const NephoGrid *grid, guint *header, guint *n_rows)
{
  for (guint row = 0; row < nepho_grid_n_rows (grid) && row < 2 * HEADER_ROWS; row++)
    if (count_row (grid, row).n_figures > 0)
      {
        gboolean named = row > 0 && count_row (grid, row - 1).n_cells > 1;

        *header = named ? row - 1 : row;
        *n_rows = named ? 1 : 0;
        return;
      }

  *header = 0;
  *n_rows = 1;
}

static gboolean
is_merged_across (const NephoGrid *grid, guint row, guint column)
{
  return column > 0 && nepho_grid_get_kind (grid, row, column) == NEPHO_CELL_MERGED
         && g_str_equal (nepho_grid_get (grid, row, column), nepho_grid_get (grid, row, column - 1));
}

/* Whether row @below goes on with the names that begin in @header: it makes periods of them, "2022" over "H1", says
 * what was measured then, or stands under merged ones, and has no figures. */
static gboolean
goes_on (const NephoGrid *grid, guint header, guint below)
{
  gboolean merged = FALSE;

  if (count_row (grid, below).n_figures > 0)
    return FALSE;

  for (guint column = 0; column < n_looked_at (grid); column++)
    {
      const char *text = nepho_grid_get (grid, below, column);
      g_autoptr (NephoImportHead) head = NULL;
      double begin;
      double end;

      if (nepho_grid_get_kind (grid, below, column) == NEPHO_CELL_MERGED && below == header + 1
          && nepho_grid_get_kind (grid, header, column) != NEPHO_CELL_MERGED)
        merged = TRUE;
      if (*text != '\0' && is_merged_across (grid, below - 1, column))
        return TRUE;
      if (*text == '\0' || nepho_period_parse (text, &begin, &end))
        continue;
      head = nepho_import_head_new (grid, header, below - header + 1, column);
      if (head->period != NULL && (head->name == NULL || nepho_field_of_name (head->name) != NEPHO_FIELD_IGNORED))
        return TRUE;
    }

  return merged && nepho_grid_n_rows (grid) > below + 1;
}

/* Whether names of groups stand above: merged ones, more than one, and so no title. */
static gboolean
has_groups (const NephoGrid *grid, guint row)
{
  const char *first = NULL;
  gboolean merged = FALSE;
  gboolean several = FALSE;

  for (guint column = 0; column < n_looked_at (grid); column++)
    {
      const char *text = nepho_grid_get (grid, row, column);

      merged = merged || is_merged_across (grid, row, column);
      if (*text == '\0')
        continue;
      several = several || (first != NULL && !g_str_equal (first, text));
      first = text;
    }

  return merged && several;
}

/**
 * nepho_import_find_header:
 * @grid: a table
 * @header: (out): first row with names of columns; where there are none, the first row with figures
 * @n_rows: (out): number of such rows
 */
void
nepho_import_find_header (const NephoGrid *grid, guint *header, guint *n_rows)
{
  *header = 0;
  *n_rows = 1;
  if (!find_named (grid, header))
    {
      find_above_figures (grid, header, n_rows);
      return;
    }

  if (*header > 0 && has_groups (grid, *header - 1))
    {
      *header -= 1;
      *n_rows += 1;
    }
  while (*n_rows < NEPHO_HEAD_MAX_ROWS && *header + *n_rows < nepho_grid_n_rows (grid)
         && goes_on (grid, *header, *header + *n_rows))
    *n_rows += 1;
}
