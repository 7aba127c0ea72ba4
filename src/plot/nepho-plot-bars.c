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

/* The paper that a bar covers; FALSE where it has no value. */
gboolean
nepho_plot_bar_rect (const NephoPlotLayout *layout, guint index, guint point, NephoPlotRect *rect)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  const NephoPlotScale *values = nepho_plot_value_scale (layout);
  const NephoPlotScale *bands = nepho_plot_band_scale (layout);
  gboolean bridge = series->mark == NEPHO_PLOT_MARK_BRIDGE;
  gboolean ghost = series->notation == NEPHO_PLOT_GHOST;
  guint n = bridge || ghost ? 1 : MAX (nepho_plot_bar_count (layout), 1u);
  double width = nepho_plot_scale_band_width (bands) / n;
  double from = 0.0;
  double to = series->y->values[point];
  double start;
  double a;
  double b;

  if (!isfinite (to))
    return FALSE;
  if (bridge)
    nepho_plot_bridge_ends (series, point, &from, &to);

  start = nepho_plot_scale_map (bands, nepho_plot_series_x (layout, index, point)) - width * n / 2.0;
  if (!bridge && !ghost)
    start += bars_before (layout, index, point) * width;
  a = nepho_plot_scale_map (values, from);
  b = nepho_plot_scale_map (values, to);

  if (layout->figure->horizontal)
    *rect = (NephoPlotRect) { MIN (a, b), start, fabs (b - a), width };
  else
    *rect = (NephoPlotRect) { start, MIN (a, b), width, fabs (b - a) };

  return TRUE;
}
