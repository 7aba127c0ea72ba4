/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-private.h"

/* Where bar `point` of a bridge begins and ends: totals stand on zero, changes on what was before. */
void
nepho_plot_bridge_ends (const NephoPlotSeries *series, guint point, double *from, double *to)
{
  double level = 0.0;

  *from = 0.0;
  *to = 0.0;
  for (guint i = 0; i <= point; i++)
    {
      double value = isfinite (series->y->values[i]) ? series->y->values[i] : 0.0;
      gboolean total = i < 64 && (series->bridge_total >> i & 1) != 0;

      *from = total ? 0.0 : level;
      *to = total ? value : level + value;
      level = *to;
    }
}

static gboolean
has_bar (const NephoPlotLayout *layout, guint index, guint point)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  return series->mark == NEPHO_PLOT_MARK_BAR && series->notation != NEPHO_PLOT_GHOST && series->y != NULL
         && point < series->y->n && isfinite (series->y->values[point]) && nepho_plot_series_visible (layout, index);
}

/* How many bars of one category stand side by side, those of the series before `series` only. */
static guint
bars_before (const NephoPlotLayout *layout, guint series, guint point)
{
  guint n = 0;

  for (guint i = 0; i < series; i++)
    n += has_bar (layout, i, point);

  return n;
}

/* How many bars the fullest category has: series that never meet share one place. */
guint
nepho_plot_bar_count (const NephoPlotLayout *layout)
{
  guint most = 0;

  for (guint point = 0; point < nepho_plot_band_scale (layout)->n_bands; point++)
    most = MAX (most, bars_before (layout, layout->figure->series->len, point));

  return most;
}

/* The bar that a baseline's mark belongs to where several stand side by side: that of the same id. */
static gboolean
find_bar_of_ghost (const NephoPlotLayout *layout, guint ghost, guint point, guint *bar)
{
  for (*bar = 0; *bar < layout->figure->series->len; (*bar)++)
    if (has_bar (layout, *bar, point)
        && g_str_equal (nepho_plot_series_at (layout, *bar)->id, nepho_plot_series_at (layout, ghost)->id))
      return TRUE;

  return FALSE;
}

/* The piece of a category's place that is the bar's own. */
static void
find_place (const NephoPlotLayout *layout, guint index, guint point, double *start, double *width)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  const NephoPlotScale *bands = nepho_plot_band_scale (layout);
  gboolean ghost = series->notation == NEPHO_PLOT_GHOST;
  guint bar = index;
  gboolean shares
    = series->mark == NEPHO_PLOT_MARK_BAR && (!ghost || find_bar_of_ghost (layout, index, point, &bar));
  guint n = shares ? MAX (nepho_plot_bar_count (layout), 1u) : 1;

  *width = nepho_plot_scale_band_width (bands) / n;
  *start = nepho_plot_scale_map (bands, nepho_plot_series_x (layout, index, point)) - *width * n / 2.0;
  if (shares)
    *start += bars_before (layout, bar, point) * *width;
}

/* The paper that a bar covers; FALSE where it has no value. */
gboolean
nepho_plot_bar_rect (const NephoPlotLayout *layout, guint index, guint point, NephoPlotRect *rect)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  const NephoPlotScale *values = nepho_plot_value_scale (layout);
  double from = 0.0;
  double to = series->y->values[point];
  double start;
  double width;
  double a;
  double b;

  if (series->mark == NEPHO_PLOT_MARK_BRIDGE)
    nepho_plot_bridge_ends (series, point, &from, &to);
  else if ((series->mark == NEPHO_PLOT_MARK_SPAN || series->mark == NEPHO_PLOT_MARK_DUMBBELL) && series->low != NULL && point < series->low->n)
    from = series->low->values[point];
  if (!isfinite (series->y->values[point]) || !isfinite (from))
    return FALSE;

  find_place (layout, index, point, &start, &width);
  a = nepho_plot_scale_map (values, from);
  b = nepho_plot_scale_map (values, to);

  if (layout->figure->horizontal)
    *rect = (NephoPlotRect) { MIN (a, b), start, fabs (b - a), width };
  else
    *rect = (NephoPlotRect) { start, MIN (a, b), width, fabs (b - a) };

  return TRUE;
}
