/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "nepho-quarter.h"

/* Where the number stands in a table with a row a point: after whose it is, its name and its place. */
#define POINT_COLUMN 3

static const NephoPlotSeries *
series_at (const NephoPlotFigure *figure, guint index)
{
  return g_ptr_array_index (figure->series, index);
}

static double
x_of (const NephoPlotSeries *series, guint row)
{
  return series->x != NULL ? series->x->values[row] : row;
}

/* Published history has no label of its own: it is named after the line it belongs to. */
static const char *
label_of (const NephoPlotFigure *figure, const NephoPlotSeries *series)
{
  if (*series->label != '\0' && series->notation != NEPHO_PLOT_GHOST)
    return series->label;

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *other = series_at (figure, i);

      if (g_str_equal (other->id, series->id) && *other->label != '\0' && other->notation != NEPHO_PLOT_GHOST)
        return other->label;
    }

  return *series->label != '\0' ? series->label : series->id;
}

static char *
name_of (const NephoPlotFigure *figure, const NephoPlotSeries *series)
{
  const char *label = label_of (figure, series);

  if (series->mark == NEPHO_PLOT_MARK_BAND)
    /* Translators: a range of values, such as "80 % of runs" */
    return g_strdup_printf (_("%s, upper end"), label);

  switch (series->notation)
    {
    case NEPHO_PLOT_GHOST:
      /* Translators: a vendor or another thing that is charted */
      return g_str_equal (label, _("Baseline")) ? g_strdup (label) : g_strdup_printf (_("%s, baseline"), label);
    case NEPHO_PLOT_ACTUAL:
      if (*series->label != '\0')
        return g_strdup (label);
      /* Translators: a vendor or another thing that is charted */
      return g_strdup_printf (_("%s, published"), label);
    case NEPHO_PLOT_PROJECTION:
    case NEPHO_PLOT_TREND:
    default:
      return g_strdup (label);
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* Every place on the x axis at which some series has a value, once, in order. */
static GArray *
places (const NephoPlotFigure *figure)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0;

  for (guint i = 0; i < figure->series->len; i++)
    for (guint row = 0; row < series_at (figure, i)->y->n; row++)
      {
        double x = x_of (series_at (figure, i), row);

        /* A gap between two lines is no row. */
        if (isfinite (series_at (figure, i)->y->values[row]))
          g_array_append_val (all, x);
      }

  g_array_sort (all, compare_doubles);
  for (guint i = 0; i < all->len; i++)
    if (n == 0 || g_array_index (all, double, i) != g_array_index (all, double, n - 1))
      g_array_index (all, double, n++) = g_array_index (all, double, i);
  g_array_set_size (all, n);

  return all;
}

/* A quarter's label where the year is a quarter's beginning, else the year itself. */
static char *
place_text (const NephoPlotFigure *figure, double x)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  double quarters = x * 4.0;

  if (figure->x.kind == NEPHO_PLOT_SCALE_BAND && figure->x.categories != NULL
      && x < g_strv_length (figure->x.categories))
    return g_strdup (figure->x.categories[(guint) x]);
  if (figure->x.kind == NEPHO_PLOT_SCALE_TIME && quarters == floor (quarters))
    return nepho_quarter_format ((NephoQuarter) quarters);

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6g", x));
}

/* The datum at a place; as many as there are where none is. */
static guint
row_at (const NephoPlotSeries *series, double x)
{
  for (guint row = 0; row < series->y->n; row++)
    if (x_of (series, row) == x)
      return row;

  return series->y->n;
}

static double
value_at (const NephoPlotSeries *series, double x)
{
  guint row = row_at (series, x);

  return row < series->y->n ? series->y->values[row] : (double) NAN;
}

static const char *
source_at (const NephoPlotSeries *series, double x)
{
  guint row = row_at (series, x);

  return row < series->y->n ? nepho_plot_series_source (series, row) : NULL;
}

/* History in several definitions has several columns; each needs a name of its own. */
static char *
unique_name (const NephoTable *table, char *name)
{
  g_autofree char *wanted = name;
  guint n = 1;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const NephoTableColumn *column = g_ptr_array_index (table->columns, i);
      g_autofree char *candidate = n > 1 ? g_strdup_printf ("%s %u", wanted, n) : g_strdup (wanted);

      if (g_str_equal (column->name, candidate))
        n++;
    }

  return n > 1 ? g_strdup_printf ("%s %u", wanted, n) : g_steal_pointer (&wanted);
}

/* After all numbers, which charts find by their place: ids of the facts that published ones were read
 * from, a column for each series that has any. */
static void
add_sources (const NephoPlotFigure *figure, NephoTable *table, const GArray *xs)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = series_at (figure, i);
      g_autofree char *name = NULL;
      NephoTableColumn *column;

      if (series->sources == NULL)
        continue;
      /* Translators: name of a column, of which this one tells the sources */
      name = g_strdup_printf (_("Source: %s"),
                              ((const NephoTableColumn *) g_ptr_array_index (table->columns, i + 1))->name);
      column = nepho_table_add_texts (table, name);
      column->sources = TRUE;
      for (guint k = 0; k < xs->len; k++)
        {
          const char *source = source_at (series, g_array_index (xs, double, k));

          nepho_table_column_text (column, source != NULL ? source : "");
        }
    }
}

/* Where bars and bands begin, where that has a name. */
static void
add_starts (const NephoPlotFigure *figure, NephoTable *table, const GArray *xs)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = series_at (figure, i);
      g_autofree char *name = NULL;
      NephoTableColumn *column;

      if (series->low == NULL || (series->low_label == NULL && series->mark != NEPHO_PLOT_MARK_BAND))
        continue;
      if (series->low_label == NULL)
        /* Translators: a range of values, such as "80 % of runs" */
        name = g_strdup_printf (_("%s, lower end"), label_of (figure, series));
      column = nepho_table_add_numbers (table, name != NULL ? name : series->low_label, figure->y.unit);
      for (guint k = 0; k < xs->len; k++)
        {
          guint row = row_at (series, g_array_index (xs, double, k));

          nepho_table_column_number (column, row < series->low->n ? series->low->values[row] : (double) NAN);
        }
    }
}

/* What the widths of categories mean. */
static void
add_widths (const NephoPlotFigure *figure, NephoTable *table, const GArray *xs)
{
  const NephoPlotAxis *axis = &figure->x;
  NephoTableColumn *column;

  if (axis->widths == NULL || axis->widths_label == NULL)
    return;

  column = nepho_table_add_numbers (table, axis->widths_label, axis->widths_unit);
  for (guint k = 0; k < xs->len; k++)
    {
      guint row = (guint) g_array_index (xs, double, k);

      nepho_table_column_number (column, row < axis->widths->n ? axis->widths->values[row] : (double) NAN);
    }
}

/* What is written at the ends of bars. */
static void
add_ends (const NephoPlotFigure *figure, NephoTable *table, const GArray *xs)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = series_at (figure, i);
      g_autofree char *name = NULL;
      NephoTableColumn *column;

      if (series->end_labels == NULL)
        continue;
      /* Translators: name of a column, of which this one holds what is written at its bars */
      name = g_strdup_printf (_("Label: %s"), series->label);
      column = nepho_table_add_texts (table, name);
      for (guint k = 0; k < xs->len; k++)
        {
          guint row = row_at (series, g_array_index (xs, double, k));

          nepho_table_column_text (column, row < series->y->n ? series->end_labels[row] : "");
        }
    }
}

/* One row a place, one column a series. */
static void
fill_lines (const NephoPlotFigure *figure, NephoTable *table)
{
  g_autoptr (GArray) xs = places (figure);
  gboolean time = figure->x.kind == NEPHO_PLOT_SCALE_TIME;
  NephoTableColumn *column = nepho_table_add_texts (table, time ? _("Quarter") : _("Item"));

  for (guint k = 0; k < xs->len; k++)
    {
      g_autofree char *text = place_text (figure, g_array_index (xs, double, k));

      nepho_table_column_text (column, text);
    }

  for (guint i = 0; i < figure->series->len; i++)
    {
      g_autofree char *name = unique_name (table, name_of (figure, series_at (figure, i)));

      column = nepho_table_add_numbers (table, name, figure->y.unit);
      for (guint k = 0; k < xs->len; k++)
        nepho_table_column_number (column, value_at (series_at (figure, i), g_array_index (xs, double, k)));
    }
  add_starts (figure, table, xs);
  add_widths (figure, table, xs);
  add_ends (figure, table, xs);
  add_sources (figure, table, xs);
}

/* One row a point: whose it is, its name, and both numbers. */
static void
fill_points (const NephoPlotFigure *figure, NephoTable *table)
{
  NephoTableColumn *series_column = nepho_table_add_texts (table, _("Series"));
  NephoTableColumn *name_column = nepho_table_add_texts (table, _("Item"));
  gboolean time = figure->x.kind == NEPHO_PLOT_SCALE_TIME;
  NephoTableColumn *x_column
    = nepho_table_add_numbers (table, time ? _("Year") : "x", time ? NEPHO_UNIT_NONE : figure->x.unit);
  NephoTableColumn *y_column = nepho_table_add_numbers (table, _("Value"), figure->y.unit);
  NephoTableColumn *source_column = nepho_table_add_texts (table, C_("heading", "Source"));

  source_column->sources = TRUE;
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = series_at (figure, i);
      g_autofree char *name = name_of (figure, series);

      for (guint row = 0; row < series->y->n; row++)
        {
          const char *source = nepho_plot_series_source (series, row);

          nepho_table_column_text (source_column, source != NULL ? source : "");
          nepho_table_column_text (series_column, name);
          nepho_table_column_text (name_column, series->point_labels != NULL ? series->point_labels[row] : "");
          nepho_table_column_number (x_column, x_of (series, row));
          nepho_table_column_number (y_column, series->y->values[row]);
        }
    }
}

/* The grid as it is drawn. */
static void
fill_heat (const NephoPlotFigure *figure, const NephoPlotSeries *series, NephoTable *table)
{
  guint n_columns = g_strv_length (figure->x.categories);
  guint n_rows = g_strv_length (figure->y.categories);
  NephoTableColumn *column = nepho_table_add_texts (table, series->label);

  for (guint row = 0; row < n_rows; row++)
    nepho_table_column_text (column, figure->y.categories[row]);
  for (guint k = 0; k < n_columns; k++)
    {
      /* Translators: a number, its unit: "30 days" */
      g_autofree char *name
        = g_strdup_printf (C_("heading", "%s %s"), figure->x.categories[k], nepho_unit_name (figure->x.unit));

      column = nepho_table_add_numbers (table, name, NEPHO_UNIT_NONE);
      for (guint row = 0; row < n_rows; row++)
        nepho_table_column_number (column, series->y->values[row * n_columns + k]);
    }
}

static gboolean
has_labelled_points (const NephoPlotFigure *figure)
{
  for (guint i = 0; i < figure->series->len; i++)
    if (series_at (figure, i)->point_labels != NULL)
      return TRUE;

  return FALSE;
}

/**
 * nepho_table_from_figure:
 * @figure: a figure
 *
 * Returns: (transfer full): all that @figure shows, as numbers
 */
NephoTable *
nepho_table_from_figure (const NephoPlotFigure *figure)
{
  NephoTable *table = nepho_table_new ();

  if (figure->series->len == 0)
    nepho_table_add_texts (table, figure->empty != NULL ? figure->empty : "");
  else if (series_at (figure, 0)->mark == NEPHO_PLOT_MARK_HEAT)
    fill_heat (figure, series_at (figure, 0), table);
  else if (has_labelled_points (figure))
    fill_points (figure, table);
  else
    fill_lines (figure, table);

  return table;
}

/* The datum of a table with a row a point. */
static gboolean
find_point (const NephoPlotFigure *figure, guint row, guint *series, guint *point)
{
  for (*series = 0; *series < figure->series->len; (*series)++)
    {
      guint n = series_at (figure, *series)->y->n;

      *point = row;
      if (row < n)
        return TRUE;
      row -= n;
    }

  return FALSE;
}

/* The datum of a table with a row a place. */
static gboolean
find_at_place (const NephoPlotFigure *figure, guint row, guint series, guint *point)
{
  g_autoptr (GArray) xs = places (figure);

  if (series >= figure->series->len || row >= xs->len)
    return FALSE;

  for (*point = 0; *point < series_at (figure, series)->y->n; (*point)++)
    if (x_of (series_at (figure, series), *point) == g_array_index (xs, double, row))
      return TRUE;

  return FALSE;
}

/**
 * nepho_table_find_datum:
 * @figure: a figure
 * @row: a row of nepho_table_from_figure() of it
 * @column: a column of that
 * @series: (out): index of a series
 * @point: (out): index of a datum in it
 *
 * Returns: whether the cell holds a datum: a number, not a name, not a gap
 */
gboolean
nepho_table_find_datum (const NephoPlotFigure *figure, guint row, guint column, guint *series, guint *point)
{
  const NephoPlotSeries *at;
  gboolean found = FALSE;

  if (figure->series->len == 0 || column == 0)
    return FALSE;

  *series = 0;
  *point = 0;
  if (series_at (figure, 0)->mark == NEPHO_PLOT_MARK_HEAT)
    {
      *point = row * g_strv_length (figure->x.categories) + column - 1;
      found = column <= g_strv_length (figure->x.categories);
    }
  else if (has_labelled_points (figure))
    {
      found = column == POINT_COLUMN && find_point (figure, row, series, point);
    }
  else
    {
      *series = column - 1;
      found = find_at_place (figure, row, *series, point);
    }

  at = found ? series_at (figure, *series) : NULL;

  return found && *point < at->y->n && isfinite (at->y->values[*point]);
}
