/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-market.h"

#include <math.h>

#include "nepho-market-private.h"

/* The equations are those of docs/model.md; the numbers in brackets are its steps. */

#define SMALLEST_SHARE 1e-9

static inline double
quarter_root (double x)
{
  return sqrt (sqrt (x));
}

/* ⟨x⟩: the mean over vendors, weighted by share. */
static inline double
mean (const double *share, const double *x, guint n)
{
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    sum += share[i] * x[i];

  return sum;
}

static void
update_shares (NephoMarket *market)
{
  guint n = market->n_vendors;

  for (guint s = 0; s < market->n_segments; s++)
    {
      const double *customers = market->customers + s * n;
      double *share = market->share + s * n;
      double total = 0.0;

      for (guint i = 0; i < n; i++)
        total += customers[i];
      for (guint i = 0; i < n; i++)
        share[i] = customers[i] / total;
    }
}

/* x_i: a vendor's share over all segments, weighted by their starting size. */
static void
update_cross_share (NephoMarket *market)
{
  guint n = market->n_vendors;

  for (guint i = 0; i < n; i++)
    market->cross_share[i] = 0.0;
  for (guint s = 0; s < market->n_segments; s++)
    for (guint i = 0; i < n; i++)
      market->cross_share[i] += market->weight[s] * market->share[s * n + i];
}

/* k_i: the better of the vendor's own model and the best open one, in powers of ten. */
static void
update_capability (NephoMarket *market, guint t)
{
  double years = t / 4.0;
  double open = market->open_compute_lg + years * market->open_growth_lg + market->open_more;

  for (guint i = 0; i < market->n_vendors; i++)
    market->capability[i]
      = MAX (market->compute_lg[i] + years * market->compute_growth_lg[i] + market->compute_more[i], open);
}

static void
start_segment (NephoMarket *market, const double *values, guint s)
{
  const NephoSegmentIndices *at = &market->segment_at[s];
  guint n = market->n_vendors;
  double total = 0.0;

  market->learning[s] = log2 (1.0 - values[at->learning_rate]);
  market->market[s] = values[at->customers];
  market->unit_cost[s] = 1.0;
  market->experience_start[s] = market->market[s] * values[market->at.prior_experience];
  market->experience[s] = market->experience_start[s];

  for (guint i = 0; i < n; i++)
    total += values[market->share_at[s * n + i]];
  for (guint i = 0; i < n; i++)
    {
      gsize k = s * n + i;
      /* Nobody holds a share where all are zero: then it is divided equally. */
      double share = total > 0.0 ? values[market->share_at[k]] / total : 1.0 / n;

      market->share[k] = share;
      market->customers[k] = share * market->market[s];
      market->price[k] = 1.0;
      market->price_ln[k] = 0.0;
      market->base_ln[k] = log (MAX (share, SMALLEST_SHARE));
    }
}

static void
cache_renewal (NephoMarket *market, const double *values, guint s)
{
  guint n = market->n_vendors;
  double renewal = values[market->segment_at[s].renewal];

  for (guint i = 0; i < n; i++)
    {
      double kept = CLAMP (renewal + values[market->vendor_at[i].renewal_offset], 0.01, 0.995);

      market->renewal_logit[s * n + i] = log (kept / (1.0 - kept));
    }
}

/* What is worked out once for a while: from the values of the run, or of a quarter. */
void
nepho_market_cache (NephoMarket *market, const double *values)
{
  const NephoGlobalIndices *at = &market->at;

  market->adoption_ceiling = values[at->potential] * (1.0 - values[at->restriction]);
  for (guint s = 0; s < market->n_segments; s++)
    cache_renewal (market, values, s);
  for (guint i = 0; i < market->n_vendors; i++)
    {
      const NephoVendorIndices *vendor = &market->vendor_at[i];

      market->flagship_growth[i] = quarter_root (values[vendor->compute_growth]);
      market->war_ln[i] = log (1.0 - values[at->war_intensity] * values[vendor->aggressiveness] / 4.0);
    }
}

static void
start (NephoMarket *market, const double *values)
{
  const NephoGlobalIndices *at = &market->at;
  guint n = market->n_vendors;
  double size = 0.0;

  market->adoption = values[at->adoption_start];
  market->growth_halflife = values[at->growth_halflife];
  market->price_halving = values[at->price_halving];
  market->open_compute_lg = log10 (values[at->open_compute]);
  market->open_growth_lg = log10 (values[at->open_growth]);

  for (guint s = 0; s < market->n_segments; s++)
    {
      start_segment (market, values, s);
      market->weight[s] = values[market->segment_at[s].customers] * values[market->segment_at[s].contract];
      size += market->weight[s];
    }
  for (guint s = 0; s < market->n_segments; s++)
    market->weight[s] /= size;

  for (guint i = 0; i < n; i++)
    {
      market->compute_lg[i] = log10 (values[market->vendor_at[i].compute]);
      market->compute_growth_lg[i] = log10 (values[market->vendor_at[i].compute_growth]);
      market->flagship[i] = values[market->vendor_at[i].compute];
    }
  nepho_market_cache (market, values);

  update_cross_share (market);
  memcpy (market->cross_share_start, market->cross_share, n * sizeof (double));
  update_capability (market, 0);
  for (guint s = 0; s < market->n_segments; s++)
    {
      double average = mean (market->share + s * n, market->capability, n);

      for (guint i = 0; i < n; i++)
        market->advantage_start[s * n + i] = market->adoption * (market->capability[i] - average);
    }
}

/* (1) Change of attractiveness since the base quarter, into market->change. */
static void
attract (NephoMarket *market, const double *values, guint s)
{
  const NephoSegmentIndices *at = &market->segment_at[s];
  guint n = market->n_vendors;
  const double *share = market->share + s * n;
  const double *price_ln = market->price_ln + s * n;
  double beta = values[at->price_sensitivity];
  double gamma = values[at->ai_sensitivity];
  double delta = values[at->bundle_sensitivity];
  double eta = values[at->scale_effect];
  double kappa = values[market->at.coupling];
  double price_mean = mean (share, price_ln, n);
  double capability_mean = mean (share, market->capability, n);

  for (guint i = 0; i < n; i++)
    {
      double advantage = market->adoption * (market->capability[i] - capability_mean);

      market->change[i] = -beta * (price_ln[i] - price_mean)
                          + gamma * (advantage - market->advantage_start[s * n + i])
                          + delta * (kappa * market->cross_share[i] - market->cross_share_start[i]);
    }

  if (eta != 0.0)
    for (guint i = 0; i < n; i++)
      market->change[i] += eta * (log (MAX (share[i], SMALLEST_SHARE)) - market->base_ln[s * n + i]);
}

/* What a step did to the customers of a segment, those to be won not yet won. */
static void
remember (NephoMarket *market, guint s, double sum)
{
  guint n = market->n_vendors;

  memcpy (market->kept + s * n, market->customers + s * n, n * sizeof (double));
  for (guint i = 0; i < n; i++)
    market->drawn[s * n + i] = market->pull[i] / sum;
}

/* (2) to (5): who stays, and who takes the customers that are to be won. */
static void
move_customers (NephoMarket *market, const double *values, guint s, guint t)
{
  const NephoSegmentIndices *at = &market->segment_at[s];
  guint n = market->n_vendors;
  double *customers = market->customers + s * n;
  const double *base_ln = market->base_ln + s * n;
  const double *logit = market->renewal_logit + s * n;
  double theta = values[at->renewal_response];
  double change_mean = mean (market->share + s * n, market->change, n);
  double decay = exp2 (-(double) t / (4.0 * market->growth_halflife) - market->slowing_more);
  double rate = values[at->growth_long] + (values[at->growth] - values[at->growth_long]) * decay;
  double next = market->market[s] * quarter_root (1.0 + rate);
  double shrink = MIN (next / market->market[s], 1.0);
  double pool = next;
  double top = -INFINITY;
  double sum = 0.0;

  /* One exponential a loop, and no call beside arithmetic: the compiler can then use vectors. */
  for (guint i = 0; i < n; i++)
    market->pull[i] = exp (-(logit[i] + theta * (market->change[i] - change_mean)));
  for (guint i = 0; i < n; i++)
    customers[i] *= quarter_root (1.0 / (1.0 + market->pull[i])) * shrink;
  for (guint i = 0; i < n; i++)
    {
      pool -= customers[i];
      top = MAX (top, base_ln[i] + market->change[i]);
    }

  /* Everybody stays: what binary rounding takes from the pool is nobody's customer. */
  pool = MAX (pool, 0.0);
  for (guint i = 0; i < n; i++)
    {
      market->pull[i] = exp (base_ln[i] + market->change[i] - top);
      sum += market->pull[i];
    }
  if (market->kept != NULL)
    remember (market, s, sum);
  for (guint i = 0; i < n; i++)
    customers[i] += pool * market->pull[i] / sum;

  market->market_next[s] = next;
}

/* (6) Wright's law. */
static void
learn (NephoMarket *market, const double *values, guint s)
{
  double before = market->experience[s];

  market->experience[s] += market->market[s] / 4.0;
  if (market->events != NULL)
    market->learning_more[s] *= pow (market->experience[s] / before,
                                     log2 (1.0 - values[market->segment_at[s].learning_rate]) - market->learning[s]);
  market->unit_cost[s]
    = pow (market->experience[s] / market->experience_start[s], market->learning[s]) * market->learning_more[s];
}

/* (7) Prices fall by themselves, by the war, and towards a cheaper market; never below the floor. */
static void
move_prices (NephoMarket *market, const double *values, guint s, guint t)
{
  const NephoSegmentIndices *at = &market->segment_at[s];
  const NephoGlobalIndices *global = &market->at;
  guint n = market->n_vendors;
  const double *share = market->share + s * n;
  double *price = market->price + s * n;
  double *price_ln = market->price_ln + s * n;
  double war_start = values[global->war_start];
  gboolean at_war = market->war_follows || (t >= war_start && t < war_start + values[global->war_length]);
  double peace_ln = log (1.0 - values[at->price_decline] / 4.0);
  double closing = 1.0 - quarter_root (1.0 - values[global->follow]);
  double floor = (1.0 - values[at->gross_margin]) * market->unit_cost[s] / (1.0 - values[global->margin_floor]);
  double floor_ln = log (floor);
  double average;

  for (guint i = 0; i < n; i++)
    price_ln[i] += peace_ln + (at_war ? market->war_ln[i] : 0.0);

  average = mean (share, price_ln, n);
  for (guint i = 0; i < n; i++)
    {
      double gap = MAX (price_ln[i] - average, 0.0);

      price_ln[i] = MAX (price_ln[i] - closing * gap, floor_ln);
    }
  for (guint i = 0; i < n; i++)
    price[i] = exp (price_ln[i]);
}

/* (8) Bass diffusion. */
static double
next_adoption (const NephoMarket *market, const double *values)
{
  double ceiling = market->adoption_ceiling;
  double adoption = market->adoption;
  double imitation = ceiling > 0.0 ? values[market->at.imitation] * adoption / ceiling : 0.0;

  adoption += (values[market->at.innovation] + imitation) * (ceiling - adoption) / 4.0;

  return CLAMP (adoption, 0.0, 1.0);
}

static void
step (NephoMarket *market, const double *values, guint t)
{
  for (guint s = 0; s < market->n_segments; s++)
    {
      attract (market, values, s);
      move_customers (market, values, s, t);
      learn (market, values, s);
      move_prices (market, values, s, t);
    }
  market->adoption = next_adoption (market, values);
  for (guint i = 0; i < market->n_vendors; i++)
    market->flagship[i] *= market->flagship_growth[i];
  memcpy (market->market, market->market_next, market->n_segments * sizeof (double));
  update_shares (market);
  update_cross_share (market);
  if (market->events != NULL)
    nepho_market_path_step (market);
  update_capability (market, t + 1);
}

/**
 * nepho_market_run_events:
 * @market: a market
 * @values: a value for each parameter of its set, inside their ranges
 * @events: (nullable): what moves some of them over time, checked; those of others count as none
 * @horizon: quarters to look ahead, 0 to %NEPHO_MAX_HORIZON
 * @results: (inout): where the results go; its buffers are reused
 *
 * Runs the model of docs/model.md. The same input gives the same bits, and events that change no value give
 * those of none. No memory is taken once @results has room, but for the events.
 */
void
nepho_market_run_events (NephoMarket *market,
                         const double *values,
                         const NephoEvents *events,
                         guint horizon,
                         NephoResults *results)
{
  const double *now;

  g_return_if_fail (horizon <= NEPHO_MAX_HORIZON);

  nepho_results_reserve (results, horizon + 1, market->n_vendors, market->n_segments);
  now = nepho_market_path_start (market, values, events);
  start (market, values);
  for (guint t = 0;; t++)
    {
      if (market->events != NULL)
        nepho_market_path_apply (market, values, t);
      nepho_market_report (market, now, t, results);
      if (t == horizon)
        return;
      step (market, now, t);
    }
}

/**
 * nepho_market_run:
 * @market: a market
 * @values: a value for each parameter of its set, inside their ranges
 * @horizon: quarters to look ahead, 0 to %NEPHO_MAX_HORIZON
 * @results: (inout): where the results go; its buffers are reused
 *
 * As nepho_market_run_events() without events.
 */
void
nepho_market_run (NephoMarket *market, const double *values, guint horizon, NephoResults *results)
{
  nepho_market_run_events (market, values, NULL, horizon, results);
}
