/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-bench.h"
#include "nepho-montecarlo.h"
#include "nepho-sample.h"

#define N_VENDORS 12u
#define N_SEGMENTS 2u
#define N_QUARTERS 40u
#define N_CELLS 480u

static const double probabilities[] = { 0.05, 0.25, 0.5, 0.75, 0.95 };

typedef struct
{
  NephoMonteCarloPlan plan;
  NephoOutcomeChoice  outcomes[N_CELLS];
  NephoMonteCarlo    *runs;
} Case;

static void
draw (gpointer data)
{
  const Case *c = data;

  nepho_draws_free (nepho_draws_new (c->plan.set, c->plan.draws->n_runs, 1));
}

static void
run (gpointer data)
{
  Case *c = data;

  nepho_montecarlo_free (nepho_montecarlo_run (&c->plan, c->outcomes, N_CELLS));
}

static void
summarise (gpointer data)
{
  Case *c = data;
  double quantiles[N_CELLS * G_N_ELEMENTS (probabilities)];

  nepho_montecarlo_quantiles (c->runs, probabilities, G_N_ELEMENTS (probabilities), c->plan.n_workers, quantiles);
}

/* Shares of all vendors in one segment, quarter by quarter. */
static Case *
make_case (guint n_runs, guint n_workers)
{
  NephoParameterSet *set = nepho_parameter_set_new (nepho_sample_dataset (N_VENDORS, N_SEGMENTS));
  Case *c = g_new0 (Case, 1);

  c->plan.set = set;
  c->plan.assumptions.values = nepho_parameter_set_defaults (set);
  c->plan.draws = nepho_draws_new (set, n_runs, 1);
  c->plan.horizon = N_QUARTERS - 1;
  c->plan.n_workers = n_workers;
  for (guint k = 0; k < N_CELLS; k++)
    c->outcomes[k] = (NephoOutcomeChoice) { NEPHO_OUTCOME_SHARE, (int) (k % N_VENDORS), 0, k / N_VENDORS };
  c->runs = nepho_montecarlo_run (&c->plan, c->outcomes, N_CELLS);

  return c;
}

void
nepho_bench_montecarlo (GArray *benches)
{
  nepho_bench_add (benches, "256 runs, all threads", "ms", 1e3, run, make_case (256, 0));
  nepho_bench_add (benches, "1,000 runs, all threads", "ms", 1e3, run, make_case (1000, 0));
  nepho_bench_add (benches, "10,000 runs, 1 thread", "ms", 1e3, run, make_case (10000, 1));
  nepho_bench_add (benches, "10,000 runs, all threads", "ms", 1e3, run, make_case (10000, 0));
  nepho_bench_add (benches, "draws of 10,000 runs, all threads", "ms", 1e3, draw, make_case (10000, 0));
  nepho_bench_add (benches, "5 quantiles of 480 x 10,000, 1 thread", "ms", 1e3, summarise, make_case (10000, 1));
  nepho_bench_add (benches, "5 quantiles of 480 x 10,000, all threads", "ms", 1e3, summarise, make_case (10000, 0));
}
