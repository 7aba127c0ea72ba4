/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-column.h"

/**
 * nepho_plot_column_new:
 * @values: (array length=n): the numbers; NAN is a gap
 * @n: how many
 *
 * Returns: (transfer full): a column with a copy of them
 */
NephoPlotColumn *
nepho_plot_column_new (const double *values, guint n)
{
  return nepho_plot_column_new_strided (values, n, 1, 1.0);
}

/**
 * nepho_plot_column_new_strided:
 * @values: the first number
 * @n: how many
 * @stride: distance from one number to the next, in numbers
 * @factor: what each is multiplied by
 *
 * Cuts a column out of a table that is stored row by row.
 *
 * Returns: (transfer full): a column with a copy of the numbers
 */
NephoPlotColumn *
nepho_plot_column_new_strided (const double *values, guint n, gsize stride, double factor)
{
  NephoPlotColumn *column = g_malloc (sizeof (NephoPlotColumn) + n * sizeof (double));

  g_atomic_ref_count_init (&column->ref_count);
  column->n = n;
  for (guint i = 0; i < n; i++)
    column->values[i] = values[i * stride] * factor;

  return column;
}

/**
 * nepho_plot_column_ref:
 * @column: a column
 *
 * Returns: (transfer full): the same column
 */
NephoPlotColumn *
nepho_plot_column_ref (NephoPlotColumn *column)
{
  g_atomic_ref_count_inc (&column->ref_count);

  return column;
}

/**
 * nepho_plot_column_unref:
 * @column: (transfer full): a column
 *
 * Lets one reference go, and with the last one the numbers.
 */
void
nepho_plot_column_unref (NephoPlotColumn *column)
{
  if (g_atomic_ref_count_dec (&column->ref_count))
    g_free (column);
}
