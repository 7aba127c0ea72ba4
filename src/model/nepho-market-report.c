/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-market-private.h"

#define DAYS_PER_QUARTER 91.25
#define SECONDS_PER_DAY 86400.0
#define FLOP_PER_PARAMETER_AND_TOKEN 2.0 /* a forward pass: Kaplan et al. 2020 */
#define YUAN_PER_BILLION 1e9

/* Part of the contract that is used: shock, AI and the elastic answer to the market's price. */
static double
usage_of (const NephoMarket *market, const double *values, guint s, guint t)
{
  const NephoSegmentIndices *at = &market->segment_at[s];
  guint n = market->n_vendors;
  double first = values[market->at.shock_start];
  gboolean shocked = market->shock_follows || (t >= first && t < first + values[market->at.shock_length]);
  double shock = shocked ? values[market->at.shock_size] : 0.0;
  double price_ln = 0.0;

  for (guint i = 0; i < n; i++)
    price_ln += market->share[s * n + i] * market->price_ln[s * n + i];

  return (1.0 - shock) * (1.0 + values[at->uplift] * market->adoption)
         * exp (-values[at->price_elasticity] * price_ln);
}

static void
report_segment (const NephoMarket *market, const double *values, guint s, guint t, NephoResults *results)
{
  const NephoSegmentIndices *at = &market->segment_at[s];
  guint n = market->n_vendors;
  double usage = usage_of (market, values, s, t);
  double contract_a_quarter = values[at->contract] * usage / 4.0;
  double cost = (1.0 - values[at->gross_margin]) * market->unit_cost[s];

  results->market[nepho_results_ts (results, t, s)] = market->market[s];
  results->unit_cost[nepho_results_ts (results, t, s)] = market->unit_cost[s];
  results->usage[nepho_results_ts (results, t, s)] = usage;

  for (guint i = 0; i < n; i++)
    {
      gsize from = s * n + i;
      gsize to = nepho_results_tis (results, t, i, s);
      double price = market->price[from];

      results->share[to] = market->share[from];
      results->customers[to] = market->customers[from];
      results->price[to] = price;
      /* thousands of customers x CNY million = CNY billion */
      results->revenue[to] = market->customers[from] * contract_a_quarter * price;
      results->gross_margin[to] = 1.0 - cost / price;
    }
}

static void
report_vendor (const NephoMarket *market,
               const double *values,
               guint i,
               guint t,
               double yuan_per_flop,
               NephoResults *results)
{
  const NephoVendorIndices *at = &market->vendor_at[i];
  const NephoGlobalIndices *global = &market->at;
  gsize to = nepho_results_ti (results, t, i);
  double revenue = 0.0;
  double gross_profit = 0.0;
  double customers = 0.0;
  double inference_flop;
  double seconds = DAYS_PER_QUARTER * SECONDS_PER_DAY;

  for (guint s = 0; s < market->n_segments; s++)
    {
      gsize at_segment = nepho_results_tis (results, t, i, s);

      revenue += results->revenue[at_segment];
      gross_profit += results->revenue[at_segment] * results->gross_margin[at_segment];
      customers += market->customers[s * market->n_vendors + i];
    }

  inference_flop = market->adoption * 1000.0 * customers * values[global->tokens] * DAYS_PER_QUARTER
                   * FLOP_PER_PARAMETER_AND_TOKEN * values[global->active_parameters];

  results->gross_profit[to] = gross_profit;
  results->training[to] = values[at->cadence] / 4.0 * market->flagship[i] * yuan_per_flop
                          / values[global->training_mfu] / YUAN_PER_BILLION;
  results->inference[to] = inference_flop * yuan_per_flop / values[global->inference_mfu] / YUAN_PER_BILLION;
  results->inference_pflops[to] = inference_flop / seconds / 1e15 / values[global->inference_mfu];
  results->ebita[to] = gross_profit - values[at->opex_ratio] * revenue - results->training[to]
                       - results->inference[to];
  results->revenue_before_elimination[to] = revenue / (1.0 - values[at->internal_share]);
}

/* Writes everything that is known of quarter @t from the market's state then. */
void
nepho_market_report (const NephoMarket *market, const double *values, guint t, NephoResults *results)
{
  const NephoGlobalIndices *at = &market->at;
  double yuan_per_flop = values[at->price_per_hour] / (values[at->peak_flops] * 3600.0)
                         * exp2 (-(double) t / (4.0 * market->price_halving) - market->halving_more);

  results->adoption[t] = market->adoption;
  for (guint s = 0; s < market->n_segments; s++)
    report_segment (market, values, s, t, results);
  for (guint i = 0; i < market->n_vendors; i++)
    report_vendor (market, values, i, t, yuan_per_flop, results);
}
