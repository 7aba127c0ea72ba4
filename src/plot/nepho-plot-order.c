/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-private.h"

static gboolean
is_ordered (const NephoPlotSeries *series)
{
  if (series->y == NULL)
    return FALSE;
  if (series->x == NULL)
    return TRUE;
  if (series->x->n < series->y->n)
    return FALSE;

  for (guint k = 0; k < series->y->n; k++)
    if (!isfinite (series->x->values[k]) || (k > 0 && series->x->values[k] < series->x->values[k - 1]))
      return FALSE;

  return TRUE;
}

/* Notes of which series x never goes back: there a place is found without looking at all. */
void
nepho_plot_order (NephoPlotLayout *layout)
{
  layout->ordered = g_new (gboolean, MAX (layout->figure->series->len, 1u));
  for (guint i = 0; i < layout->figure->series->len; i++)
    layout->ordered[i] = is_ordered (nepho_plot_series_at (layout, i));
}

/* The first point of an ordered series at `x` or beyond. */
static guint
find_first (const NephoPlotLayout *layout, guint index, double x)
{
  guint low = 0;
  guint high = nepho_plot_series_at (layout, index)->y->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (nepho_plot_series_x (layout, index, middle) < x)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The points of a series from x = `from` to `to`, and one more on each side, by which a line comes in and goes
 * out; all of a series that has no order. */
void
nepho_plot_points_between (const NephoPlotLayout *layout, guint index, double from, double to, guint *first, guint *end)
{
  guint n = nepho_plot_series_at (layout, index)->y->n;

  *first = 0;
  *end = n;
  if (!layout->ordered[index] || !(from <= to))
    return;

  *first = find_first (layout, index, from);
  *first -= MIN (*first, 1u);
  *end = find_first (layout, index, nextafter (to, INFINITY));
  *end += *end < n;
}
