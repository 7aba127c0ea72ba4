/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-ticks.h"

#include <math.h>

/* Steps that people count in. */
static const double nice_steps[] = { 1.0, 2.0, 2.5, 5.0, 10.0 };

static double
nice_step (double span, guint wanted)
{
  double raw = span / MAX (wanted, 1u);
  double magnitude = pow (10.0, floor (log10 (raw)));

  for (guint i = 0; i < G_N_ELEMENTS (nice_steps); i++)
    if (nice_steps[i] * magnitude >= raw * (1.0 - 1e-9))
      return nice_steps[i] * magnitude;

  return 10.0 * magnitude;
}

static int
decimals_of (double step)
{
  for (int decimals = 0; decimals < 12; decimals++)
    {
      double scaled = step * pow (10.0, decimals);

      if (fabs (scaled - round (scaled)) < 1e-6 * MAX (scaled, 1e-300) + 1e-12)
        return decimals;
    }

  return 12;
}

/**
 * nepho_plot_ticks_linear:
 * @low: lower end of the domain
 * @high: upper end
 * @wanted: about how many
 * @whole: whether only whole numbers make sense
 * @ticks: (out): the ticks, all inside the domain
 */
void
nepho_plot_ticks_linear (double low, double high, guint wanted, gboolean whole, NephoPlotTicks *ticks)
{
  double step;
  double first;

  *ticks = (NephoPlotTicks) { 0 };
  if (!isfinite (low) || !isfinite (high) || !(high > low))
    return;

  step = nice_step (high - low, wanted);
  if (whole)
    step = MAX (ceil (step - 1e-9), 1.0);
  first = ceil (low / step - 1e-9);
  for (guint i = 0; ticks->n < NEPHO_PLOT_MAX_TICKS; i++)
    {
      double value = (first + i) * step;

      if (value > high + step * 1e-9)
        break;
      /* Not −0. */
      ticks->values[ticks->n++] = value == 0.0 ? 0.0 : value;
    }
  ticks->decimals = decimals_of (step);
}

/**
 * nepho_plot_ticks_log:
 * @low: lower end of the domain, positive
 * @high: upper end
 * @wanted: about how many
 * @ticks: (out): powers of ten, every so many that about @wanted remain
 */
void
nepho_plot_ticks_log (double low, double high, guint wanted, NephoPlotTicks *ticks)
{
  int first;
  int last;
  int step;

  *ticks = (NephoPlotTicks) { 0 };
  if (!(low > 0.0) || !isfinite (high) || !(high > low))
    return;

  first = (int) ceil (log10 (low) - 1e-9);
  last = (int) floor (log10 (high) + 1e-9);
  if (last - first < 1)
    {
      nepho_plot_ticks_linear (low, high, wanted, FALSE, ticks);
      return;
    }
  step = MAX ((int) ceil ((last - first) / (double) MAX (wanted, 1u)), 1);
  for (int exponent = first; exponent <= last && ticks->n < NEPHO_PLOT_MAX_TICKS; exponent += step)
    ticks->values[ticks->n++] = pow (10.0, exponent);
}

/**
 * nepho_plot_ticks_time:
 * @low: lower end, in years
 * @high: upper end, in years
 * @wanted: about how many
 * @ticks: (out): beginnings of years, or of quarters where the domain is short
 */
void
nepho_plot_ticks_time (double low, double high, guint wanted, NephoPlotTicks *ticks)
{
  static const double steps[] = { 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0 };
  double step = steps[G_N_ELEMENTS (steps) - 1];

  *ticks = (NephoPlotTicks) { 0 };
  if (!isfinite (low) || !isfinite (high) || !(high > low))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((high - low) / steps[i] <= wanted + 0.5)
      {
        step = steps[i];
        break;
      }
  for (double value = ceil (low / step - 1e-9) * step; value <= high + 1e-9; value += step)
    if (ticks->n < NEPHO_PLOT_MAX_TICKS)
      ticks->values[ticks->n++] = value;
  ticks->decimals = step < 1.0 ? 2 : 0;
}

/**
 * nepho_plot_nice_domain:
 * @kind: kind of scale
 * @low: (inout): lower end
 * @high: (inout): upper end
 *
 * Widens a domain to ends that a tick can stand on; a single point gets room around it.
 */
void
nepho_plot_nice_domain (NephoPlotScaleKind kind, double *low, double *high)
{
  double step;

  if (!isfinite (*low) || !isfinite (*high))
    return;

  if (kind == NEPHO_PLOT_SCALE_LOG)
    {
      *low = pow (10.0, floor (log10 (*low) + 1e-9));
      *high = pow (10.0, ceil (log10 (*high) - 1e-9));
      if (!(*high > *low))
        *high = *low * 10.0;
      return;
    }

  if (*high - *low <= 1e-12 * MAX (fabs (*high), fabs (*low)))
    {
      double room = *high == 0.0 ? 1.0 : 0.5 * fabs (*high);

      *low -= *low == 0.0 ? 0.0 : room;
      *high += room;
    }
  step = nice_step (*high - *low, 5);
  *low = floor (*low / step + 1e-9) * step;
  *high = ceil (*high / step - 1e-9) * step;
}
