/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-ticks.h"

#include <math.h>

#define FEWEST 3
#define MOST 6

/* A tick that misses the domain's end by less than this part of a step stands on it. */
#define SLACK 1e-6

/* Numbers nearer to each other than this, relative to their size, cannot be told apart on an axis. */
#define SAME 1e-9

static const double linear_steps[] = { 1.0, 2.0, 2.5, 5.0 };
static const double time_steps[] = { 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0, 200.0, 500.0 };

static double
first_index (double low, double step)
{
  return ceil (low / step - SLACK);
}

static double
last_index (double high, double step)
{
  return floor (high / step + SLACK);
}

static gboolean
is_multiple (double value, double step)
{
  double ratio = value / step;

  return fabs (ratio - rint (ratio)) <= SLACK;
}

/* Digits after the point that it takes to write multiples of @step. */
static int
decimals_of (double step)
{
  int decimals = MAX (0, -(int) floor (log10 (step) + SLACK));

  while (decimals < 15 && !is_multiple (step * pow (10.0, decimals), 1.0))
    decimals++;

  return decimals;
}

static void
fill (double low, double high, double step, NephoPlotTicks *ticks)
{
  double first = first_index (low, step);
  double last = last_index (high, step);

  ticks->n = 0;
  ticks->decimals = decimals_of (step);
  for (double k = first; k <= last && ticks->n < NEPHO_PLOT_MAX_TICKS; k++)
    ticks->values[ticks->n++] = k * step;
}

/* How badly a step serves: away from the wanted number, and ends of the axis without a tick. */
static double
penalty (double low, double high, double step, guint wanted)
{
  double n = last_index (high, step) - first_index (low, step) + 1.0;
  double cost = fabs (n - wanted);

  if (n < FEWEST || n > MOST)
    cost += 100.0 * (n < FEWEST ? FEWEST - n : n - MOST);
  if (!is_multiple (high, step))
    cost += 0.6;
  if (!is_multiple (low, step))
    cost += 0.6;

  return cost;
}

static double
best_linear_step (double low, double high, guint wanted, gboolean whole)
{
  int exponent = (int) floor (log10 (high - low));
  double best = NAN;
  double best_cost = INFINITY;

  for (int e = exponent - 2; e <= exponent + 1; e++)
    for (guint i = 0; i < G_N_ELEMENTS (linear_steps); i++)
      {
        double step = linear_steps[i] * pow (10.0, e);
        double cost = penalty (low, high, step, wanted) + (linear_steps[i] == 2.5 ? 0.3 : 0.0);

        if (whole && (step < 1.0 || !is_multiple (step, 1.0)))
          continue;
        if (cost < best_cost)
          {
            best_cost = cost;
            best = step;
          }
      }

  return isnan (best) ? 1.0 : best;
}

static gboolean
is_range (double low, double high)
{
  return isfinite (low) && isfinite (high) && isfinite (high - low) && low < high
         && high - low > SAME * 1e-3 * MAX (fabs (low), fabs (high));
}

/* Nothing to divide: one tick where the value is, or none. */
static void
fill_single (double low, double high, NephoPlotTicks *ticks)
{
  ticks->n = 0;
  ticks->decimals = 0;
  if (isfinite (low) && low == high)
    ticks->values[ticks->n++] = low;
}

/**
 * nepho_plot_ticks_linear:
 * @low: the lower end of the axis, in displayed units
 * @high: the upper end, above @low
 * @wanted: how many ticks would be best, 3 to 6
 * @whole: whether they stand at whole numbers only
 * @ticks: (out): the ticks
 *
 * Three to six multiples of 1, 2, 2.5 or 5 times a power of ten within the range; fewer only where
 * @whole leaves no more, or where the range is none.
 */
void
nepho_plot_ticks_linear (double low, double high, guint wanted, gboolean whole, NephoPlotTicks *ticks)
{
  if (!is_range (low, high))
    {
      fill_single (low, high, ticks);
      return;
    }

  fill (low, high, best_linear_step (low, high, wanted, whole), ticks);
}

static void
fill_powers (int first, int last, NephoPlotTicks *ticks)
{
  int every = MAX (1, (last - first + MOST) / MOST);

  ticks->n = 0;
  /* Multiples of @every, so that the same powers are ticks when the axis moves a little. */
  for (int e = first; e <= last; e++)
    if (e % every == 0 && ticks->n < NEPHO_PLOT_MAX_TICKS)
      ticks->values[ticks->n++] = pow (10.0, e);
}

static void
fill_mantissas (double low, double high, const double *mantissas, guint n, NephoPlotTicks *ticks)
{
  ticks->n = 0;
  for (int e = (int) floor (log10 (low)); e <= (int) ceil (log10 (high)); e++)
    for (guint i = 0; i < n && ticks->n < NEPHO_PLOT_MAX_TICKS; i++)
      {
        double value = mantissas[i] * pow (10.0, e);

        if (value >= low * (1.0 - SLACK) && value <= high * (1.0 + SLACK))
          ticks->values[ticks->n++] = value;
      }
}

/**
 * nepho_plot_ticks_log:
 * @low: the lower end of the axis, above 0
 * @high: the upper end, above @low
 * @wanted: how many ticks would be best
 * @ticks: (out): the ticks
 *
 * Powers of ten, evenly many apart; over less than two of them 1, 2, 5 or 1, 3; over less than one
 * those of a linear axis.
 */
void
nepho_plot_ticks_log (double low, double high, guint wanted, NephoPlotTicks *ticks)
{
  static const double one_two_five[] = { 1.0, 2.0, 5.0 };
  static const double one_three[] = { 1.0, 3.0 };
  int first, last;

  if (!(low > 0.0) || !is_range (low, high))
    {
      fill_single (low, high, ticks);
      return;
    }

  first = (int) ceil (log10 (low) - SLACK);
  last = (int) floor (log10 (high) + SLACK);
  if (last - first + 1 >= FEWEST)
    {
      fill_powers (first, last, ticks);
    }
  else
    {
      fill_mantissas (low, high, one_two_five, G_N_ELEMENTS (one_two_five), ticks);
      if (ticks->n > MOST)
        fill_mantissas (low, high, one_three, G_N_ELEMENTS (one_three), ticks);
    }

  if (ticks->n < FEWEST)
    nepho_plot_ticks_linear (low, high, wanted, FALSE, ticks);
  else
    ticks->decimals = decimals_of (ticks->values[0]);
}

/**
 * nepho_plot_ticks_time:
 * @low: where the axis begins, as a year with a fraction
 * @high: where it ends
 * @wanted: how many ticks would be best
 * @ticks: (out): the ticks; decimals is 0 for years and 2 where there are quarters among them
 *
 * Ticks at the beginnings of quarters, half-years, years, or every 2, 5, 10 … years.
 */
void
nepho_plot_ticks_time (double low, double high, guint wanted, NephoPlotTicks *ticks)
{
  double best = time_steps[G_N_ELEMENTS (time_steps) - 1];
  double best_cost = INFINITY;

  if (!is_range (low, high))
    {
      fill_single (low, high, ticks);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (time_steps); i++)
    {
      double cost = penalty (low, high, time_steps[i], wanted);

      if (cost < best_cost)
        {
          best_cost = cost;
          best = time_steps[i];
        }
    }

  fill (low, high, best, ticks);
  ticks->decimals = best < 1.0 ? 2 : 0;
}

/* The step that widens the range least and still leaves four to six ticks. */
static void
nice_linear (double *low, double *high)
{
  int exponent = (int) floor (log10 (*high - *low));
  double best = NAN;
  double best_cost = INFINITY;

  for (int e = exponent - 1; e <= exponent + 1; e++)
    for (guint i = 0; i < G_N_ELEMENTS (linear_steps); i++)
      {
        double step = linear_steps[i] * pow (10.0, e);
        double first = floor (*low / step + SLACK);
        double last = ceil (*high / step - SLACK);
        double n = last - first + 1.0;
        double cost = ((last - first) * step - (*high - *low)) / (*high - *low)
                      + 0.05 * fabs (n - 5.0) + (linear_steps[i] == 2.5 ? 0.05 : 0.0);

        if (n >= FEWEST && n <= MOST && cost < best_cost)
          {
            best_cost = cost;
            best = step;
          }
      }

  if (isnan (best))
    return;
  *low = floor (*low / best + SLACK) * best;
  *high = ceil (*high / best - SLACK) * best;
}

/* Outwards to 1, 2 or 5 times a power of ten. */
static double
nice_log (double value, gboolean up)
{
  static const double mantissas[] = { 1.0, 2.0, 5.0, 10.0 };
  double power = pow (10.0, floor (log10 (value)));
  double nice = up ? mantissas[3] : mantissas[0];

  for (guint i = 0; i < G_N_ELEMENTS (mantissas); i++)
    {
      guint k = up ? G_N_ELEMENTS (mantissas) - 1 - i : i;
      double difference = mantissas[k] - value / power;

      if (up ? difference >= -SLACK : difference <= SLACK)
        nice = mantissas[k];
    }

  return nice * power;
}

/**
 * nepho_plot_nice_domain:
 * @kind: the kind of scale
 * @low: (inout): the smallest number
 * @high: (inout): the largest
 *
 * Widens a range to ends at which an axis may stop. Where all numbers are equal it becomes a range
 * about them. Time and bands stay as they are.
 */
void
nepho_plot_nice_domain (NephoPlotScaleKind kind, double *low, double *high)
{
  if (kind == NEPHO_PLOT_SCALE_BAND || !isfinite (*low) || !isfinite (*high))
    return;

  if (kind == NEPHO_PLOT_SCALE_LOG)
    {
      if (*low <= 0.0 || *high < *low)
        return;
      if (*high < *low * (1.0 + SAME))
        {
          *low /= 2.0;
          *high *= 2.0;
        }
      *low = MAX (nice_log (*low, FALSE), G_MINDOUBLE);
      *high = MIN (nice_log (*high, TRUE), G_MAXDOUBLE);
      return;
    }

  if (*high - *low <= SAME * MAX (fabs (*low), fabs (*high)))
    {
      double reach = *low == 0.0 ? 1.0 : kind == NEPHO_PLOT_SCALE_TIME ? 0.5 : 0.1 * fabs (*low);

      *low -= *low == 0.0 && kind != NEPHO_PLOT_SCALE_TIME ? 0.0 : reach;
      *high += reach;
    }
  if (kind == NEPHO_PLOT_SCALE_LINEAR && is_range (*low, *high))
    nice_linear (low, high);
}
