/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-sensitivity.h"

#include <math.h>

#include "nepho-parameter-range.h"

/* Points between the ends at which the strongest are tried for turns. */
#define N_BETWEEN 4

/* A part of the outcome's size below which a change is what binary rounding leaves. */
#define TOLERANCE 1e-9

typedef struct
{
  NephoMarket  *market;
  NephoResults *results;
  double       *values; /* a copy, in which one at a time is moved */
  const NephoEvents *events;
  guint         horizon;
  NephoOutcome  outcome;
  gconstpointer data;
} Trial;

/* The outcome with one parameter at another value. */
static double
try_value (Trial *trial, guint parameter, double value)
{
  double before = trial->values[parameter];

  trial->values[parameter] = value;
  nepho_market_run_events (trial->market, trial->values, trial->events, trial->horizon, trial->results);
  trial->values[parameter] = before;

  return trial->outcome (trial->results, trial->data);
}

static NephoDriver
try_driver (Trial *trial, guint parameter, const NephoParameterRange *range, double now)
{
  NephoDriver driver = {
    .parameter = parameter,
    .low = range->low,
    .high = range->high,
    .at_low = try_value (trial, parameter, range->low),
    .at_high = try_value (trial, parameter, range->high),
  };

  driver.swing = MAX (MAX (driver.at_low, driver.at_high), now) - MIN (MIN (driver.at_low, driver.at_high), now);

  return driver;
}

/* Whether the outcome goes up in one place and down in another on the way from end to end. */
static gboolean
find_turns (Trial *trial, const NephoParameterSet *set, const NephoDriver *driver, double now)
{
  gboolean logarithmic = nepho_parameter_set_get (set, driver->parameter)->spec->logarithmic && driver->low > 0.0;
  double tolerance = TOLERANCE * MAX (fabs (now), driver->swing);
  double last = driver->at_low;
  gboolean rises = FALSE;
  gboolean falls = FALSE;

  for (guint k = 1; k <= N_BETWEEN + 1; k++)
    {
      double part = (double) k / (N_BETWEEN + 1);
      double value = logarithmic ? driver->low * pow (driver->high / driver->low, part)
                                 : driver->low + part * (driver->high - driver->low);
      double next = k <= N_BETWEEN ? try_value (trial, driver->parameter, value) : driver->at_high;

      rises = rises || next > last + tolerance;
      falls = falls || next < last - tolerance;
      last = next;
    }

  return rises && falls;
}

/* The strongest first; of equals, the first of the set. */
static int
by_swing (gconstpointer a, gconstpointer b)
{
  const NephoDriver *left = a;
  const NephoDriver *right = b;

  if (left->swing != right->swing)
    return left->swing < right->swing ? 1 : -1;

  return (left->parameter > right->parameter) - (left->parameter < right->parameter);
}

static GArray *
try_all (Trial *trial, const NephoParameterSet *set, double now, guint *n_tried)
{
  GArray *drivers = g_array_new (FALSE, FALSE, sizeof (NephoDriver));

  *n_tried = 0;
  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    {
      NephoParameterRange range = nepho_parameter_set_range (set, k);
      NephoDriver driver;

      if (range.shape == NEPHO_SHAPE_FIXED || !(range.high > range.low))
        continue;

      (*n_tried)++;
      driver = try_driver (trial, k, &range, now);
      if (driver.swing > TOLERANCE * fabs (now))
        g_array_append_val (drivers, driver);
    }

  return drivers;
}

/**
 * nepho_sensitivity_run:
 * @set: a parameter set
 * @assumptions: values and events of its parameters
 * @horizon: quarters to look ahead, 0 to %NEPHO_MAX_HORIZON
 * @outcome: what is asked about
 * @data: for @outcome
 * @most: how many of the strongest to return
 * @now: (out): the outcome of @assumptions
 * @n_tried: (out): how many parameters have a range
 *
 * Moves one parameter at a time to the low and to the high end of its range (nepho_parameter_set_range())
 * while all others stay as they are, and asks for the outcome: the data of a tornado chart. Parameters
 * that are choices (%NEPHO_SHAPE_FIXED) are not moved, and of one with events only the value beside them is. A share that is moved takes from and gives to all
 * others in its segment, because the engine scales shares to sum to one. Takes two runs a parameter.
 *
 * Returns: (transfer full) (element-type NephoDriver): the parameters that move it, the strongest first
 */
GArray *
nepho_sensitivity_run (const NephoParameterSet *set,
                       const NephoAssumptions *assumptions,
                       guint horizon,
                       NephoOutcome outcome,
                       gconstpointer data,
                       guint most,
                       double *now,
                       guint *n_tried)
{
  g_autoptr (NephoMarket) market = nepho_market_new (set);
  g_autoptr (NephoResults) results = nepho_results_new ();
  g_autofree double *own = g_memdup2 (assumptions->values, nepho_parameter_set_size (set) * sizeof (double));
  Trial trial = { market, results, own, assumptions->events, horizon, outcome, data };
  GArray *drivers;

  nepho_market_run_events (market, own, assumptions->events, horizon, results);
  *now = outcome (results, data);
  drivers = try_all (&trial, set, *now, n_tried);

  g_array_sort (drivers, by_swing);
  if (drivers->len > most)
    g_array_set_size (drivers, most);
  for (guint k = 0; k < drivers->len; k++)
    {
      NephoDriver *driver = &g_array_index (drivers, NephoDriver, k);

      driver->turns = find_turns (&trial, set, driver, *now);
    }

  return drivers;
}
