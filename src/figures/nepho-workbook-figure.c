/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Title, subtitle and chart stand above the table. */
#define CHART_ROW 3
#define CHART_ROWS 23

/* Names of columns take two lines. */
#define HEADER_HEIGHT 30.0
/* Of the first column, in letters. */
#define NARROWEST 16.0
#define WIDEST 44.0

static void
write_cell (NephoWorkbook *self, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t at, const NephoTableColumn *column, guint i)
{
  double value;

  if (column->texts != NULL)
    {
      if (i < column->texts->len)
        nepho_workbook_text (sheet, row, at, g_ptr_array_index (column->texts, i), NULL);
      return;
    }

  value = i < column->numbers->len ? g_array_index (column->numbers, double, i) : (double) NAN;
  if (isfinite (value))
    nepho_workbook_number (self, sheet, row, at, value, column->unit, NEPHO_WORKBOOK_PLAIN);
}

static void
write_table (NephoWorkbook *self, lxw_worksheet *sheet, const NephoTable *table, lxw_row_t header_row, guint n_rows)
{
  for (guint k = 0; k < table->columns->len; k++)
    {
      const NephoTableColumn *column = g_ptr_array_index (table->columns, k);
      lxw_col_t at = (lxw_col_t) k;

      nepho_workbook_header (self, sheet, header_row, at, column->name, column->numbers != NULL ? column->unit : NEPHO_UNIT_NONE);
      for (guint i = 0; i < n_rows; i++)
        write_cell (self, sheet, header_row + 1 + i, at, column, i);
    }
}

/* A grid is coloured as the heat map is: pale for little, strong for much. */
static void
colour_grid (lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t n_columns)
{
  lxw_conditional_format scale = {
    .type = LXW_CONDITIONAL_2_COLOR_SCALE,
    .min_color = 0xfdf6ec,
    .max_color = 0xb5521b,
  };

  worksheet_conditional_format_range (sheet, first, 1, last, (lxw_col_t) (n_columns - 1), &scale);
}

/* As wide as its longest text, within reason. */
static double
text_width (const NephoTable *table)
{
  const NephoTableColumn *column = g_ptr_array_index (table->columns, 0);
  double widest = NARROWEST;

  for (guint i = 0; column->texts != NULL && i < column->texts->len; i++)
    widest = MAX (widest, 1.0 + g_utf8_strlen (g_ptr_array_index (column->texts, i), -1));

  return MIN (widest, WIDEST);
}

/* One figure: its sentence, its numbers, its chart, what it rests on. */
void
nepho_workbook_add_figure (NephoWorkbook *self, const NephoPlotFigure *figure, const char *name)
{
  lxw_worksheet *sheet = nepho_workbook_add_sheet (self, name);
  const char *own_name = g_ptr_array_index (self->names, self->names->len - 1);
  g_autoptr (NephoTable) table = nepho_table_from_figure (figure);
  guint n_rows = nepho_table_n_rows (table);
  gboolean grid = figure->series->len > 0
                  && ((NephoPlotSeries *) g_ptr_array_index (figure->series, 0))->mark == NEPHO_PLOT_MARK_HEAT;
  lxw_row_t header_row = CHART_ROW + (n_rows > 0 && !grid ? CHART_ROWS : 0);
  lxw_row_t end = header_row + 1 + n_rows + 1;

  worksheet_set_column (sheet, 0, 0, text_width (table), NULL);
  worksheet_set_column (sheet, 1, (lxw_col_t) MAX (table->columns->len, 2), 14, NULL);
  nepho_workbook_text (sheet, 0, 0, figure->title != NULL ? figure->title : name, self->title);
  if (figure->subtitle != NULL)
    nepho_workbook_text (sheet, 1, 0, figure->subtitle, self->dim);
  if (figure->source != NULL)
    nepho_workbook_text (sheet, end++, 0, figure->source, self->dim);
  if (figure->note != NULL)
    nepho_workbook_text (sheet, end++, 0, figure->note, self->dim);
  if (n_rows == 0)
    {
      nepho_workbook_text (sheet, header_row, 0, figure->empty != NULL ? figure->empty : "", self->dim);
      return;
    }

  write_table (self, sheet, table, header_row, n_rows);
  worksheet_set_row (sheet, header_row, HEADER_HEIGHT, NULL);
  if (grid)
    colour_grid (sheet, header_row + 1, header_row + n_rows, (lxw_col_t) table->columns->len);
  else
    nepho_workbook_add_chart (self, sheet, figure, own_name, header_row + 1, header_row + n_rows,
                              (lxw_col_t) table->columns->len, CHART_ROW);
}
