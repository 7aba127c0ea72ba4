/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-bench.h"
#include "nepho-market.h"
#include "nepho-sample.h"

typedef struct
{
  NephoMarket  *market;
  NephoResults *results;
  double       *values;
  guint         horizon;
} Case;

static void
run_market (gpointer data)
{
  Case *c = data;

  nepho_market_run (c->market, c->values, c->horizon, c->results);
}

static Case *
make_case (guint n_vendors, guint n_segments, guint horizon)
{
  NephoDataset *dataset = nepho_sample_dataset (n_vendors, n_segments);
  NephoParameterSet *set = nepho_parameter_set_new (dataset);
  Case *c = g_new0 (Case, 1);

  c->market = nepho_market_new (set);
  c->results = nepho_results_new ();
  c->values = nepho_parameter_set_defaults (set);
  c->horizon = horizon;
  /* Everything that can move does: a war, an AI advantage, a scale effect. */
  nepho_sample_set (set, c->values, "price.war.intensity", 0.2);
  nepho_sample_set (set, c->values, "vendor.a.compute", 1e24);
  nepho_sample_set (set, c->values, "segment.x.scale_effect", 0.1);

  return c;
}

/* The process ends after the benches: what they use is not freed. */
void
nepho_bench_model (GArray *benches)
{
  nepho_bench_add (benches, "one run, 12 vendors x 2 segments x 40 quarters", "ns/cell", 1e9 / (12 * 2 * 40),
                   run_market, make_case (12, 2, 40));
  nepho_bench_add (benches, "one run, 12 vendors x 3 segments x 34 quarters", "us", 1e6, run_market,
                   make_case (12, 3, 34));
}
