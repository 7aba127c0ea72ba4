/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-column.h"

#include <string.h>

static NephoPlotColumn *
allocate (guint n)
{
  NephoPlotColumn *column = g_malloc (sizeof (NephoPlotColumn) + n * sizeof (double));

  g_atomic_ref_count_init (&column->ref_count);
  column->n = n;

  return column;
}

/**
 * nepho_plot_column_new:
 * @values: (array length=n): numbers to copy; NAN is a gap
 * @n: how many
 *
 * Returns: (transfer full): a column
 */
NephoPlotColumn *
nepho_plot_column_new (const double *values, guint n)
{
  NephoPlotColumn *column = allocate (n);

  if (n > 0)
    memcpy (column->values, values, n * sizeof (double));

  return column;
}

/**
 * nepho_plot_column_new_strided:
 * @values: the first number
 * @n: how many
 * @stride: distance between numbers, in numbers
 * @factor: what each is multiplied with
 *
 * Takes one series out of a flat array of results.
 *
 * Returns: (transfer full): a column
 */
NephoPlotColumn *
nepho_plot_column_new_strided (const double *values, guint n, gsize stride, double factor)
{
  NephoPlotColumn *column = allocate (n);

  for (guint i = 0; i < n; i++)
    column->values[i] = values[i * stride] * factor;

  return column;
}

/**
 * nepho_plot_column_equal:
 * @a: a column
 * @b: another
 *
 * Returns: whether they hold the same numbers, bit by bit: a gap is a gap
 */
gboolean
nepho_plot_column_equal (const NephoPlotColumn *a, const NephoPlotColumn *b)
{
  return a->n == b->n && (a->n == 0 || memcmp (a->values, b->values, a->n * sizeof (double)) == 0);
}

NephoPlotColumn *
nepho_plot_column_ref (NephoPlotColumn *column)
{
  g_atomic_ref_count_inc (&column->ref_count);

  return column;
}

void
nepho_plot_column_unref (NephoPlotColumn *column)
{
  if (g_atomic_ref_count_dec (&column->ref_count))
    g_free (column);
}
