/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-private.h"

static void
take (double value, gboolean positive_only, double *low, double *high)
{
  if (!isfinite (value) || (positive_only && !(value > 0.0)))
    return;

  *low = MIN (*low, value);
  *high = MAX (*high, value);
}

static void
take_bridge (const NephoPlotSeries *series, gboolean positive_only, double *low, double *high)
{
  for (guint k = 0; k < series->y->n; k++)
    {
      double from;
      double to;

      nepho_plot_bridge_ends (series, k, &from, &to);
      take (from, positive_only, low, high);
      take (to, positive_only, low, high);
    }
}

static void
take_values (const NephoPlotLayout *layout, guint index, gboolean positive_only, double *low, double *high)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  const double *top = g_ptr_array_index (layout->tops, index);
  double x_low = isfinite (layout->x_low) ? layout->x_low : (double) -INFINITY;
  double x_high = isfinite (layout->x_high) ? layout->x_high : (double) INFINITY;
  guint first;
  guint end;

  if (series->y == NULL || series->mark == NEPHO_PLOT_MARK_HEAT)
    return;
  if (series->mark == NEPHO_PLOT_MARK_BRIDGE)
    {
      take_bridge (series, positive_only, low, high);
      return;
    }

  nepho_plot_points_between (layout, index, x_low, x_high, &first, &end);
  for (guint k = first; k < end; k++)
    {
      double x = nepho_plot_series_x (layout, index, k);

      if (x < x_low || x > x_high)
        continue;
      take (top != NULL ? top[k] : series->y->values[k], positive_only, low, high);
      if (series->low != NULL && k < series->low->n)
        take (series->low->values[k], positive_only, low, high);
    }
}

static gboolean
stands_on_zero (const NephoPlotSeries *series)
{
  return series->mark == NEPHO_PLOT_MARK_BAR || series->mark == NEPHO_PLOT_MARK_BRIDGE
         || series->mark == NEPHO_PLOT_MARK_AREA || series->mark == NEPHO_PLOT_MARK_TILE;
}

static void
domain_of_values (const NephoPlotLayout *layout, double *low, double *high)
{
  const NephoPlotFigure *figure = layout->figure;
  const NephoPlotAxis *axis = &figure->y;
  gboolean positive_only = axis->kind == NEPHO_PLOT_SCALE_LOG;
  gboolean zero = axis->include_zero;

  for (guint i = 0; i < figure->series->len; i++)
    if (nepho_plot_series_visible (layout, i))
      {
        take_values (layout, i, positive_only, low, high);
        zero |= stands_on_zero (nepho_plot_series_at (layout, i));
      }
  for (guint i = 0; i < figure->references->len; i++)
    {
      const NephoPlotReference *reference = &g_array_index (figure->references, NephoPlotReference, i);

      take (reference->low, positive_only, low, high);
      take (reference->high, positive_only, low, high);
    }
  if (*high >= *low && zero && !positive_only)
    take (0.0, FALSE, low, high);
}

static gboolean
is_finite_at (const NephoPlotSeries *series, guint point)
{
  return isfinite (series->y->values[point]);
}

/* The ends of a series tell all where x never goes back. */
static void
take_places (const NephoPlotLayout *layout, guint index, gboolean positive_only, double *low, double *high)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  guint first = 0;
  guint end = series->y != NULL ? series->y->n : 0;

  while (first < end && !is_finite_at (series, first))
    first++;
  while (end > first && !is_finite_at (series, end - 1))
    end--;
  for (guint k = first; k < end; k += layout->ordered[index] && !positive_only ? MAX (end - 1 - first, 1u) : 1)
    if (is_finite_at (series, k))
      take (nepho_plot_series_x (layout, index, k), positive_only, low, high);
}

static void
domain_of_places (const NephoPlotLayout *layout, double *low, double *high)
{
  gboolean positive_only = layout->figure->x.kind == NEPHO_PLOT_SCALE_LOG;

  for (guint i = 0; i < layout->figure->series->len; i++)
    take_places (layout, i, positive_only, low, high);
}

/* What an axis must span, nice ends included; low > high where there is nothing to show. */
void
nepho_plot_domain (const NephoPlotLayout *layout, gboolean values, double *low, double *high)
{
  const NephoPlotAxis *axis = values ? &layout->figure->y : &layout->figure->x;
  double held_low = values ? layout->y_low : layout->x_low;
  double held_high = values ? layout->y_high : layout->x_high;

  *low = INFINITY;
  *high = -INFINITY;
  if (values)
    domain_of_values (layout, low, high);
  else
    domain_of_places (layout, low, high);
  if (*low > *high)
    return;

  if (isfinite (axis->minimum))
    *low = axis->minimum;
  if (isfinite (axis->maximum))
    *high = axis->maximum;

  /* Years begin and end where the data do; everything else ends at a tick. The units of ticks are
   * those the reader sees, and their factors are powers of ten: nice in one is nice in the other. */
  if (values || axis->kind == NEPHO_PLOT_SCALE_LOG)
    {
      double nice_low = *low;
      double nice_high = *high;

      nepho_plot_nice_domain (axis->kind, &nice_low, &nice_high);
      *low = isfinite (axis->minimum) ? *low : nice_low;
      *high = isfinite (axis->maximum) ? *high : nice_high;
    }
  else if (!(*high > *low))
    {
      *low -= 0.5;
      *high += 0.5;
    }

  *low = isfinite (held_low) ? held_low : *low;
  *high = isfinite (held_high) ? held_high : *high;
}

static gboolean
is_stacked (const NephoPlotSeries *series)
{
  return (series->mark == NEPHO_PLOT_MARK_AREA || series->mark == NEPHO_PLOT_MARK_TILE) && series->y != NULL;
}

/* Areas and tiles stand on those before them; a gap counts as nothing. */
void
nepho_plot_stack (NephoPlotLayout *layout)
{
  g_autofree double *sum = NULL;
  guint n = 0;

  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);

      if (is_stacked (series))
        n = MAX (n, series->y->n);
    }
  sum = g_new0 (double, MAX (n, 1u));

  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);
      double *bottom = NULL;
      double *top = NULL;

      if (is_stacked (series) && nepho_plot_series_visible (layout, i))
        {
          bottom = g_new (double, MAX (series->y->n, 1u));
          top = g_new (double, MAX (series->y->n, 1u));
          for (guint k = 0; k < series->y->n; k++)
            {
              bottom[k] = sum[k];
              if (isfinite (series->y->values[k]))
                sum[k] += series->y->values[k];
              top[k] = sum[k];
            }
        }
      g_ptr_array_add (layout->bottoms, bottom);
      g_ptr_array_add (layout->tops, top);
    }
}
