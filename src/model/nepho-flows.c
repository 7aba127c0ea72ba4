/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-flows.h"

#include <math.h>

#include "nepho-market-private.h"

static NephoFlows *
allocate (guint n)
{
  NephoFlows *flows = g_new0 (NephoFlows, 1);

  flows->n_vendors = n;
  flows->moved = g_new0 (double, (gsize) n * n);
  flows->joined = g_new0 (double, n);
  flows->left = g_new0 (double, n);
  flows->before = g_new0 (double, n);
  flows->after = g_new0 (double, n);

  return flows;
}

/* Steps (2) to (5) of docs/model.md: who did not renew chooses among all vendors as everybody does who is to be
 * won. Where the market shrinks, that part of them is lost to all vendors alike. */
static void
add_segment (NephoFlows *flows, const NephoMarket *market, const NephoResults *results, guint t, guint s)
{
  guint n = flows->n_vendors;
  const double *kept = market->kept + s * n;
  const double *drawn = market->drawn + s * n;
  double to_win = results->market[nepho_results_ts (results, t + 1, s)];
  double lost = 0.0;
  double again;

  for (guint i = 0; i < n; i++)
    {
      lost += results->customers[nepho_results_tis (results, t, i, s)] - kept[i];
      to_win -= kept[i];
    }
  to_win = MAX (to_win, 0.0);
  again = lost > to_win ? to_win / lost : 1.0;

  for (guint i = 0; i < n; i++)
    {
      double before = results->customers[nepho_results_tis (results, t, i, s)];

      flows->before[i] += before;
      flows->after[i] += results->customers[nepho_results_tis (results, t + 1, i, s)];
      flows->left[i] += (before - kept[i]) * (1.0 - again);
      flows->joined[i] += MAX (to_win - lost, 0.0) * drawn[i];
      flows->moved[i * n + i] += kept[i];
      for (guint j = 0; j < n; j++)
        flows->moved[i * n + j] += (before - kept[i]) * again * drawn[j];
    }
}

/**
 * nepho_flows_new:
 * @set: the parameters of a data set with at least one vendor and one segment
 * @values: a value for each parameter, inside their ranges
 * @quarter: quarters after the base quarter from whose end to that of the next customers are followed; below
 *   %NEPHO_MAX_HORIZON
 * @segment: index of a segment, or -1 for the sum of all: who is a customer in two counts twice
 *
 * Runs the model once more, up to that quarter.
 *
 * Returns: (transfer full): who went where; rows and columns sum to the customers that nepho_market_run() gives
 */
NephoFlows *
nepho_flows_new (const NephoParameterSet *set, const double *values, guint quarter, int segment)
{
  g_autoptr (NephoMarket) market = nepho_market_new (set);
  g_autoptr (NephoResults) results = nepho_results_new ();
  NephoFlows *flows = allocate (market->n_vendors);
  gsize n = (gsize) market->n_segments * market->n_vendors;

  g_return_val_if_fail (quarter < NEPHO_MAX_HORIZON, flows);

  market->kept = g_new0 (double, n);
  market->drawn = g_new0 (double, n);
  nepho_market_run (market, values, quarter + 1, results);
  for (guint s = 0; s < market->n_segments; s++)
    if (segment < 0 || (guint) segment == s)
      add_segment (flows, market, results, quarter, s);

  return flows;
}

/**
 * nepho_flows_free:
 * @flows: (transfer full) (nullable): flows
 */
void
nepho_flows_free (NephoFlows *flows)
{
  if (flows == NULL)
    return;

  g_free (flows->moved);
  g_free (flows->joined);
  g_free (flows->left);
  g_free (flows->before);
  g_free (flows->after);
  g_free (flows);
}
