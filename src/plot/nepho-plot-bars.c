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

/* How many series of bars stand side by side. */
guint
nepho_plot_bar_count (const NephoPlotLayout *layout)
{
  guint n = 0;

  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);

      if (series->mark == NEPHO_PLOT_MARK_BAR && series->notation != NEPHO_PLOT_GHOST)
        n++;
    }

  return n;
}

static guint
position_of (const NephoPlotLayout *layout, guint series)
{
  guint position = 0;

  for (guint i = 0; i < series; i++)
    {
      const NephoPlotSeries *other = nepho_plot_series_at (layout, i);

      if (other->mark == NEPHO_PLOT_MARK_BAR && other->notation != NEPHO_PLOT_GHOST)
        position++;
    }

  return position;
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
    start += position_of (layout, index) * width;
  a = nepho_plot_scale_map (values, from);
  b = nepho_plot_scale_map (values, to);

  if (layout->figure->horizontal)
    *rect = (NephoPlotRect) { MIN (a, b), start, fabs (b - a), width };
  else
    *rect = (NephoPlotRect) { start, MIN (a, b), width, fabs (b - a) };

  return TRUE;
}
