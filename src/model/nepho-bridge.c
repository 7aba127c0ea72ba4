/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-bridge.h"

/* The part of the change of x·y·z that is x's, averaged over the six orders in which the factors
 * can change (Shapley 1953). The three parts sum to the change exactly, zeros included. */
static double
part_of_first (double x0, double x1, double y0, double y1, double z0, double z1)
{
  return (x1 - x0) * ((y0 * z0 + y1 * z1) / 3.0 + (y0 * z1 + y1 * z0) / 6.0);
}

/* What a contract is worth differs by more than binary rounding only where it follows a path. */
#define SAME_CONTRACT 1e-9

/* Contract value a quarter: what remains of revenue without customers, price and usage; 0 where nothing tells
 * it. */
static double
contract_of (const NephoResults *results, guint t, guint i, guint s)
{
  gsize at = nepho_results_tis (results, t, i, s);
  double factors = results->customers[at] * results->price[at] * results->usage[nepho_results_ts (results, t, s)];

  return factors > 0.0 ? results->revenue[at] / factors : 0.0;
}

static void
add_cell (const NephoResults *results, guint i, guint s, guint from, guint to, NephoBridge *bridge)
{
  gsize a = nepho_results_tis (results, from, i, s);
  gsize b = nepho_results_tis (results, to, i, s);
  double first = contract_of (results, from, i, s);
  double last = contract_of (results, to, i, s);
  double contract = MAX (first, last);
  gboolean moves = MIN (first, last) > 0.0 && contract > MIN (first, last) * (1.0 + SAME_CONTRACT);
  double c0 = results->customers[a] * contract;
  double c1 = results->customers[b] * contract;
  double p0 = results->price[a];
  double p1 = results->price[b];
  /* Who signs for more uses more. */
  double u0 = results->usage[nepho_results_ts (results, from, s)] * (moves ? first / contract : 1.0);
  double u1 = results->usage[nepho_results_ts (results, to, s)] * (moves ? last / contract : 1.0);

  bridge->from += results->revenue[a];
  bridge->to += results->revenue[b];
  bridge->customers += part_of_first (c0, c1, p0, p1, u0, u1);
  bridge->price += part_of_first (p0, p1, c0, c1, u0, u1);
  bridge->usage += part_of_first (u0, u1, c0, c1, p0, p1);
}

/**
 * nepho_bridge_split:
 * @results: results of a run
 * @vendor: index of a vendor, or -1 for all
 * @segment: index of a segment, or -1 for all
 * @from: a quarter, less than the number of quarters
 * @to: another
 * @bridge: (out): the change of revenue between them, CNY bn a quarter
 *
 * Splits the change of revenue into what customers, prices and usage did; a contract that follows a path
 * counts as usage. The three sum to the
 * difference; the last bits of binary rounding are put into usage.
 */
void
nepho_bridge_split (const NephoResults *results, int vendor, int segment, guint from, guint to, NephoBridge *bridge)
{
  guint first_vendor = vendor < 0 ? 0 : (guint) vendor;
  guint last_vendor = vendor < 0 ? results->n_vendors : (guint) vendor + 1;
  guint first_segment = segment < 0 ? 0 : (guint) segment;
  guint last_segment = segment < 0 ? results->n_segments : (guint) segment + 1;

  g_return_if_fail (from < results->n_quarters && to < results->n_quarters);

  *bridge = (NephoBridge) { 0 };
  for (guint i = first_vendor; i < last_vendor; i++)
    for (guint s = first_segment; s < last_segment; s++)
      add_cell (results, i, s, from, to, bridge);

  bridge->usage += (bridge->to - bridge->from) - (bridge->customers + bridge->price + bridge->usage);
}
