/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-market-private.h"

/* Parameters that follow a course: docs/model.md, "Events". What the equations know in closed form from
 * the base quarter on is corrected by a sum over the quarters that have passed, which is exactly 0, or by a
 * factor that is exactly 1, while nothing has changed. */

/* A price war and a shock are windows over nothing: they come before the events. */
static gboolean
put_window_first (NephoMarket *market, const NephoEvents *events, guint parameter, const double *values, double start,
                  double length)
{
  NephoEvent window = nepho_event_window (values[parameter], start, length);
  guint n_events;
  const NephoEvent *list = nepho_events_get (events, parameter, &n_events);

  if (list == NULL)
    return FALSE;

  nepho_events_set (market->events, parameter, &window, 1);
  for (guint k = 0; k < n_events; k++)
    nepho_events_append (market->events, parameter, &list[k]);

  return TRUE;
}

/**
 * nepho_market_path_start:
 * @market: a market that is to run
 * @values: the values without events
 * @events: (nullable): the events
 *
 * Returns: the values to run with: @values, or, where anything follows a course, the market's own
 */
const double *
nepho_market_path_start (NephoMarket *market, const double *values, const NephoEvents *events)
{
  const NephoGlobalIndices *at = &market->at;

  g_clear_pointer (&market->events, nepho_events_free);
  market->war_follows = FALSE;
  market->shock_follows = FALSE;
  market->open_more = 0.0;
  market->slowing_more = 0.0;
  market->halving_more = 0.0;
  for (guint i = 0; i < market->n_vendors; i++)
    market->compute_more[i] = 0.0;
  for (guint s = 0; s < market->n_segments; s++)
    market->learning_more[s] = 1.0;
  if (nepho_events_n_paths (events) == 0)
    return values;

  market->events = nepho_events_copy (events);
  market->war_follows = put_window_first (market, events, at->war_intensity, values, values[at->war_start],
                                          values[at->war_length]);
  market->shock_follows = put_window_first (market, events, at->shock_size, values, values[at->shock_start],
                                            values[at->shock_length]);
  memcpy (market->now, values, market->n_values * sizeof (double));

  return market->now;
}

static double
base_of (const NephoMarket *market, const double *values, guint parameter)
{
  gboolean windowed = parameter == market->at.war_intensity || parameter == market->at.shock_size;

  return windowed ? 0.0 : values[parameter];
}

/**
 * nepho_market_path_apply:
 * @market: a market at quarter @t, with events
 * @values: the values without events
 * @t: the quarter
 *
 * Brings the values to that quarter, and what was worked out from them.
 */
void
nepho_market_path_apply (NephoMarket *market, const double *values, guint t)
{
  for (guint k = 0; k < nepho_events_n_paths (market->events); k++)
    {
      guint parameter = nepho_events_parameter (market->events, k);
      guint n_events;
      const NephoEvent *list = nepho_events_get (market->events, parameter, &n_events);

      market->now[parameter] = nepho_events_value (market->specs[parameter], base_of (market, values, parameter), list,
                                                   n_events, t);
    }
  nepho_market_cache (market, market->now);
}

/**
 * nepho_market_path_step:
 * @market: a market with events
 *
 * Adds what this quarter's values do beyond what the first ones would do, until the next quarter.
 */
void
nepho_market_path_step (NephoMarket *market)
{
  const NephoGlobalIndices *at = &market->at;
  const double *now = market->now;

  market->open_more += (log10 (now[at->open_growth]) - market->open_growth_lg) / 4.0;
  market->slowing_more += 0.25 / now[at->growth_halflife] - 0.25 / market->growth_halflife;
  market->halving_more += 0.25 / now[at->price_halving] - 0.25 / market->price_halving;
  for (guint i = 0; i < market->n_vendors; i++)
    market->compute_more[i]
      += (log10 (now[market->vendor_at[i].compute_growth]) - market->compute_growth_lg[i]) / 4.0;
}
