/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-ticks.h"

#include <math.h>

#define FEWEST 3
#define MOST 6

/* Steps that people count in. */
static const double nice_steps[] = { 1.0, 2.0, 2.5, 5.0, 10.0 };

/* The least step that people count in, from `raw` on. */
static double
step_from (double raw)
{
  double magnitude = pow (10.0, floor (log10 (raw)));

  for (guint i = 0; i < G_N_ELEMENTS (nice_steps); i++)
    if (nice_steps[i] * magnitude >= raw * (1.0 - 1e-9))
      return nice_steps[i] * magnitude;

  return 10.0 * magnitude;
}

static double
nice_step (double span, guint wanted)
{
  return step_from (span / MAX (wanted, 1u));
}

/* How many multiples of a step lie in a domain. */
static double
count_multiples (double low, double high, double step)
{
  return floor (high / step + 1e-9) - ceil (low / step - 1e-9) + 1.0;
}

/* The step that gives about as many ticks as are wanted, but FEWEST to MOST of them. Steps at most double from one
 * to the next, and so do the numbers of their ticks: one step always has that many. */
static double
tick_step (double low, double high, guint wanted, gboolean whole)
{
  double step = nice_step (high - low, wanted);

  while (count_multiples (low, high, step) > MOST)
    step = step_from (step * 1.1);
  while (count_multiples (low, high, step) < FEWEST)
    step = step_from (step / 2.1);
  if (whole)
    step = MAX (ceil (step - 1e-9), 1.0);

  return step;
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
  if (!isfinite (high - low) || !(high > low))
    return;

  step = tick_step (low, high, wanted, whole);
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

/* Every how many powers of ten one is named: of few the first on, of many those with
 * round exponents. */
static int
power_step (int first, int last, guint wanted, int *start)
{
  static const int round_steps[] = { 3, 5, 10, 20, 40, 50, 100, 200 };
  int step = MAX ((last - first + MOST - 2) / (MOST - 1), 1);

  *start = first;
  if (step <= 2)
    {
      while ((guint) ((last - first) / step + 1) > MAX (wanted, (guint) FEWEST) && (last - first) / (step + 1) + 1 >= FEWEST)
        step++;
      return step;
    }

  step = round_steps[0];
  for (guint i = 0; i < G_N_ELEMENTS (round_steps); i++)
    {
      double n = count_multiples (first, last, round_steps[i]);

      if (n < FEWEST)
        break;
      step = round_steps[i];
      if (n <= CLAMP (wanted, (guint) FEWEST, (guint) MOST))
        break;
    }
  *start = (int) ceil ((double) first / step) * step;

  return step;
}

/* Powers of ten and some of their multiples. */
static void
take_multiples (double low, double high, const double *multiples, guint n_multiples, NephoPlotTicks *ticks)
{
  *ticks = (NephoPlotTicks) { 0 };
  for (int exponent = (int) floor (log10 (low)); exponent <= (int) ceil (log10 (high)); exponent++)
    for (guint i = 0; i < n_multiples; i++)
      {
        double value = multiples[i] * pow (10.0, exponent);

        if (value >= low * (1.0 - 1e-9) && value <= high * (1.0 + 1e-9) && ticks->n < NEPHO_PLOT_MAX_TICKS)
          ticks->values[ticks->n++] = value;
      }
}

/**
 * nepho_plot_ticks_log:
 * @low: lower end of the domain, positive
 * @high: upper end
 * @wanted: about how many
 * @ticks: (out): three to six: powers of ten, every so many; in a short domain with 3, or 2 and 5 between them, in
 *   a very short one as on a linear axis
 */
void
nepho_plot_ticks_log (double low, double high, guint wanted, NephoPlotTicks *ticks)
{
  static const double thirds[] = { 1.0, 3.0 };
  static const double halves[] = { 1.0, 2.0, 5.0 };
  int first;
  int last;
  int step;

  *ticks = (NephoPlotTicks) { 0 };
  if (!(low > 0.0) || !isfinite (high) || !(high > low))
    return;

  first = (int) ceil (log10 (low) - 1e-9);
  last = (int) floor (log10 (high) + 1e-9);
  if (last - first + 1 >= FEWEST)
    {
      step = power_step (first, last, wanted, &first);
      for (int exponent = first; exponent <= last; exponent += step)
        ticks->values[ticks->n++] = pow (10.0, exponent);
      return;
    }

  take_multiples (low, high, halves, G_N_ELEMENTS (halves), ticks);
  if (ticks->n > MOST)
    take_multiples (low, high, thirds, G_N_ELEMENTS (thirds), ticks);
  if (ticks->n < FEWEST)
    nepho_plot_ticks_linear (low, high, wanted, FALSE, ticks);
}

/**
 * nepho_plot_ticks_time:
 * @low: lower end, in years
 * @high: upper end, in years
 * @wanted: about how many
 * @ticks: (out): beginnings of years, or of quarters where the domain is short: three to six, but in less than
 *   three quarters
 */
void
nepho_plot_ticks_time (double low, double high, guint wanted, NephoPlotTicks *ticks)
{
  /* Every fourth year where no rounder step will do. */
  static const double steps[] = { 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 4.0, 25.0, 40.0 };
  double step = steps[0];
  double best = INFINITY;

  *ticks = (NephoPlotTicks) { 0 };
  if (!isfinite (low) || !isfinite (high) || !(high > low))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double n = count_multiples (low, high, steps[i]);
      /* Too many hide each other, too few are only a little worse than fewer. */
      double badness = n > wanted ? 2.0 * (n - wanted) : wanted - n;

      if (n >= FEWEST && n <= MOST && badness < best)
        {
          best = badness;
          step = steps[i];
        }
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

  if (!isfinite (*high - *low))
    return;

  if (kind == NEPHO_PLOT_SCALE_LOG)
    {
      /* Beyond these are no powers of ten. */
      *low = pow (10.0, MAX (floor (log10 (*low) + 1e-9), -307.0));
      *high = pow (10.0, MIN (ceil (log10 (*high) - 1e-9), 308.0));
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
