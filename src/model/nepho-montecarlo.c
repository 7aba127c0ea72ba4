/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-montecarlo.h"

#include <string.h>

#include "nepho-distribution.h"
#include "nepho-parallel.h"
#include "nepho-quantile.h"

/* Runs that a thread makes at a stretch: few enough to stop soon, many enough to write whole lines of memory. */
#define RUNS_AT_ONCE 32u

/* A parameter that is drawn, and from what. */
typedef struct
{
  guint             parameter;
  NephoDistribution distribution;
} Uncertain;

/* The shares of one segment: whoever is known less well gives way. */
typedef struct
{
  guint  *parameters; /* [vendor] */
  double *weights;    /* [vendor] sum to one, or all are nothing where no share is drawn */
  double  sum;        /* of the scenario's values */
} Balance;

/* What each thread has for itself. */
typedef struct
{
  NephoMarket  *market;
  NephoResults *results;
  double       *values;  /* one for each parameter */
  double       *samples; /* [outcome][run of those at once] */
} Bench;

typedef struct
{
  const NephoMonteCarloPlan *plan;
  const NephoOutcomeChoice  *outcomes;
  GArray                    *uncertain; /* Uncertain */
  GArray                    *balances;  /* Balance, one a segment */
  Bench                     *benches;   /* one a thread */
  NephoMonteCarlo           *out;
} Work;

/* All that have a range, or only those of them that draws are there for. */
static GArray *
find_uncertain (const NephoParameterSet *set, const double *values, const NephoDraws *draws)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Uncertain));

  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    {
      NephoParameterRange range = nepho_parameter_set_range_at (set, k, values[k]);
      Uncertain uncertain = { .parameter = k };

      if (range.shape == NEPHO_SHAPE_FIXED || !(range.high > range.low) || (draws != NULL && draws->columns[k] == NULL))
        continue;
      nepho_distribution_init (&uncertain.distribution, range.shape, range.low, values[k], range.high);
      g_array_append_val (found, uncertain);
    }

  return found;
}

/**
 * nepho_montecarlo_n_uncertain:
 * @set: a parameter set
 * @values: a value for each of its parameters
 *
 * Returns: how many parameters have a range around these values, and are drawn
 */
guint
nepho_montecarlo_n_uncertain (const NephoParameterSet *set, const double *values)
{
  g_autoptr (GArray) uncertain = find_uncertain (set, values, NULL);

  return uncertain->len;
}

static void
balance_clear (gpointer data)
{
  Balance *balance = data;

  g_free (balance->parameters);
  g_free (balance->weights);
}

/* Squares of widths: what is left of independent errors when their sum is known. */
static Balance
balance_new (const NephoParameterSet *set, const double *values, const GArray *uncertain, guint segment)
{
  guint n = nepho_parameter_set_dataset (set)->vendors->len;
  Balance balance = { g_new (guint, n), g_new0 (double, n), 0.0 };
  double total = 0.0;

  for (guint i = 0; i < n; i++)
    {
      balance.parameters[i] = nepho_parameter_set_index (set, "share", (int) i, (int) segment);
      balance.sum += values[balance.parameters[i]];
      for (guint k = 0; k < uncertain->len; k++)
        {
          const Uncertain *one = &g_array_index (uncertain, Uncertain, k);
          double width = one->distribution.high - one->distribution.low;

          if (one->parameter == balance.parameters[i])
            balance.weights[i] = width * width;
        }
      total += balance.weights[i];
    }
  for (guint i = 0; i < n && total > 0.0; i++)
    balance.weights[i] /= total;

  return balance;
}

static GArray *
find_balances (const NephoParameterSet *set, const double *values, const GArray *uncertain)
{
  GArray *balances = g_array_new (FALSE, FALSE, sizeof (Balance));

  g_array_set_clear_func (balances, balance_clear);
  for (guint s = 0; s < nepho_parameter_set_dataset (set)->segments->len; s++)
    {
      Balance balance = balance_new (set, values, uncertain, s);

      g_array_append_val (balances, balance);
    }

  return balances;
}

/* Brings drawn shares back to the sum that they had. None falls below nothing: what that leaves over the
 * engine scales away. */
static void
settle_shares (const Balance *balance, guint n_vendors, double *values)
{
  double excess = -balance->sum;

  for (guint i = 0; i < n_vendors; i++)
    excess += values[balance->parameters[i]];
  for (guint i = 0; i < n_vendors; i++)
    if (balance->weights[i] > 0.0)
      values[balance->parameters[i]] = MAX (values[balance->parameters[i]] - excess * balance->weights[i], 0.0);
}

static void
bench_init (Bench *bench, const Work *work)
{
  guint n_parameters = nepho_parameter_set_size (work->plan->set);

  bench->market = nepho_market_new (work->plan->set);
  bench->results = nepho_results_new ();
  bench->values = g_memdup2 (work->plan->assumptions.values, n_parameters * sizeof (double));
  bench->samples = g_new (double, (gsize) work->out->n_outcomes * RUNS_AT_ONCE + 1);
}

static void
bench_clear (Bench *bench)
{
  nepho_market_free (bench->market);
  nepho_results_free (bench->results);
  g_free (bench->values);
  g_free (bench->samples);
}

static void
draw (const Work *work, Bench *bench, guint run)
{
  for (guint k = 0; k < work->uncertain->len; k++)
    {
      const Uncertain *uncertain = &g_array_index (work->uncertain, Uncertain, k);

      bench->values[uncertain->parameter] = nepho_distribution_quantile (
        &uncertain->distribution, work->plan->draws->columns[uncertain->parameter][run]);
    }
  for (guint s = 0; s < work->balances->len; s++)
    settle_shares (&g_array_index (work->balances, Balance, s),
                   nepho_parameter_set_dataset (work->plan->set)->vendors->len, bench->values);
}

/* A piece of work: some runs, one after another. */
static void
make_runs (guint item, guint worker, gpointer data)
{
  const Work *work = data;
  const NephoMonteCarloPlan *plan = work->plan;
  NephoMonteCarlo *out = work->out;
  Bench *bench = &work->benches[worker];
  guint first = item * RUNS_AT_ONCE;
  guint n = MIN (RUNS_AT_ONCE, out->n_runs - first);

  if (plan->stop != NULL && g_atomic_int_get (plan->stop) != 0)
    return;

  for (guint run = 0; run < n; run++)
    {
      draw (work, bench, first + run);
      nepho_market_run_events (bench->market, bench->values, plan->assumptions.events, plan->horizon, bench->results);
      for (guint k = 0; k < out->n_outcomes; k++)
        bench->samples[(gsize) k * RUNS_AT_ONCE + run] = nepho_outcome_of (bench->results, &work->outcomes[k]);
    }
  for (guint k = 0; k < out->n_outcomes; k++)
    memcpy (out->samples + (gsize) k * out->n_runs + first, bench->samples + (gsize) k * RUNS_AT_ONCE,
            n * sizeof (double));
}

/**
 * nepho_montecarlo_run:
 * @plan: what is run
 * @outcomes: (array length=n_outcomes): what is asked of each run
 * @n_outcomes: how many
 *
 * Runs the model with all uncertain parameters drawn from their distributions, each by itself but for the
 * shares of a segment, which keep their sum, and keeps what is asked for: see "Many runs" in docs/model.md. Samples take @n_outcomes times the number of runs
 * doubles: who asks for very many does so quarter by quarter, with the same draws. The same plan gives the
 * same bits whatever the number of threads. With no uncertain parameter all runs are nepho_market_run().
 *
 * Returns: (transfer full) (nullable): the samples, or %NULL where the runs were stopped
 */
NephoMonteCarlo *
nepho_montecarlo_run (const NephoMonteCarloPlan *plan, const NephoOutcomeChoice *outcomes, guint n_outcomes)
{
  g_autoptr (GArray) uncertain = find_uncertain (plan->set, plan->assumptions.values, plan->draws);
  g_autoptr (GArray) balances = find_balances (plan->set, plan->assumptions.values, uncertain);
  g_autoptr (NephoMonteCarlo) out = g_new0 (NephoMonteCarlo, 1);
  guint n_items = (plan->draws->n_runs + RUNS_AT_ONCE - 1) / RUNS_AT_ONCE;
  guint n_workers = plan->n_workers > 0 ? plan->n_workers : nepho_parallel_n_workers (n_items);
  g_autofree Bench *benches = g_new (Bench, n_workers);
  Work work = { plan, outcomes, uncertain, balances, benches, out };

  g_return_val_if_fail (plan->draws->n_parameters == nepho_parameter_set_size (plan->set), NULL);

  out->n_runs = plan->draws->n_runs;
  out->n_uncertain = uncertain->len;
  out->n_outcomes = n_outcomes;
  out->samples = g_new (double, (gsize) n_outcomes * out->n_runs + 1);
  for (guint k = 0; k < n_workers; k++)
    bench_init (&benches[k], &work);
  nepho_parallel_run (n_items, n_workers, make_runs, &work);
  for (guint k = 0; k < n_workers; k++)
    bench_clear (&benches[k]);

  return plan->stop != NULL && g_atomic_int_get (plan->stop) != 0 ? NULL : g_steal_pointer (&out);
}

/**
 * nepho_montecarlo_free:
 * @self: (transfer full) (nullable): what the runs gave
 */
void
nepho_montecarlo_free (NephoMonteCarlo *self)
{
  if (self == NULL)
    return;

  g_free (self->samples);
  g_free (self);
}

/**
 * nepho_montecarlo_samples:
 * @self: what the runs gave
 * @outcome: which of what was asked
 *
 * Returns: (transfer none): that outcome in each run
 */
const double *
nepho_montecarlo_samples (const NephoMonteCarlo *self, guint outcome)
{
  g_return_val_if_fail (outcome < self->n_outcomes, NULL);

  return self->samples + (gsize) outcome * self->n_runs;
}

typedef struct
{
  const NephoMonteCarlo *self;
  const double          *probabilities;
  guint                  n;
  double                *quantiles;
} Summary;

static void
summarise (guint item, guint worker, gpointer data)
{
  const Summary *summary = data;

  nepho_quantiles (nepho_montecarlo_samples (summary->self, item), summary->self->n_runs, summary->probabilities,
                   summary->n, summary->quantiles + (gsize) item * summary->n);
}

/**
 * nepho_montecarlo_quantiles:
 * @self: what the runs gave
 * @probabilities: (array length=n_probabilities): 0 to 1
 * @n_probabilities: how many
 * @n_workers: threads; 0: one a processor
 * @quantiles: (out caller-allocates): [outcome][probability]
 *
 * Exact quantiles of every outcome: see nepho_quantiles().
 */
void
nepho_montecarlo_quantiles (const NephoMonteCarlo *self,
                            const double *probabilities,
                            guint n_probabilities,
                            guint n_workers,
                            double *quantiles)
{
  Summary summary = { self, probabilities, n_probabilities, quantiles };

  if (self->n_outcomes == 0)
    return;

  nepho_parallel_run (self->n_outcomes, n_workers > 0 ? n_workers : nepho_parallel_n_workers (self->n_outcomes), summarise,
                      &summary);
}
