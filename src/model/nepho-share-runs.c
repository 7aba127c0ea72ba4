/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-share-runs.h"

#include "nepho-quantile.h"
#include "nepho-rank-odds.h"

struct _NephoShareRuns
{
  NephoMonteCarlo *runs;
  guint32          seed;
  int              segment; /* index, or -1: of revenue in all */
  guint            n_quarters;
  guint            n_vendors;
};

static guint
outcome_at (const NephoShareRuns *self, guint t, guint vendor)
{
  return t * self->n_vendors + vendor;
}

/**
 * nepho_share_runs_new:
 * @plan: what is run
 * @segment: index of a segment, or -1 for shares of revenue in all segments
 *
 * Returns: (transfer full) (nullable): the shares, or %NULL where the runs were stopped
 */
NephoShareRuns *
nepho_share_runs_new (const NephoMonteCarloPlan *plan, int segment)
{
  guint n_vendors = nepho_parameter_set_dataset (plan->set)->vendors->len;
  guint n_quarters = plan->horizon + 1;
  g_autofree NephoOutcomeChoice *outcomes = g_new (NephoOutcomeChoice, (gsize) n_quarters * n_vendors);
  g_autoptr (NephoMonteCarlo) runs = NULL;
  NephoShareRuns *self;

  for (guint t = 0; t < n_quarters; t++)
    for (guint i = 0; i < n_vendors; i++)
      outcomes[t * n_vendors + i] = (NephoOutcomeChoice) { NEPHO_OUTCOME_SHARE, (int) i, segment, t };
  runs = nepho_montecarlo_run (plan, outcomes, n_quarters * n_vendors);
  if (runs == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (NephoShareRuns);
  self->runs = g_steal_pointer (&runs);
  self->seed = plan->draws->seed;
  self->segment = segment;
  self->n_quarters = n_quarters;
  self->n_vendors = n_vendors;

  return self;
}

NephoShareRuns *
nepho_share_runs_ref (NephoShareRuns *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  nepho_montecarlo_free (((NephoShareRuns *) data)->runs);
}

void
nepho_share_runs_unref (NephoShareRuns *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * nepho_share_runs_fit:
 * @self: shares of many runs
 * @segment: index of a segment, or -1
 * @n_quarters: quarters that are shown
 * @n_vendors: vendors that are shown
 *
 * Returns: whether these are the shares of that segment over that time
 */
gboolean
nepho_share_runs_fit (const NephoShareRuns *self, int segment, guint n_quarters, guint n_vendors)
{
  return self->segment == segment && self->n_quarters == n_quarters && self->n_vendors == n_vendors;
}

/**
 * nepho_share_runs_n_runs:
 * @self: shares of many runs
 *
 * Returns: how many runs
 */
guint
nepho_share_runs_n_runs (const NephoShareRuns *self)
{
  return self->runs->n_runs;
}

/**
 * nepho_share_runs_seed:
 * @self: shares of many runs
 *
 * Returns: the seed of their random numbers
 */
guint32
nepho_share_runs_seed (const NephoShareRuns *self)
{
  return self->seed;
}

/**
 * nepho_share_runs_n_uncertain:
 * @self: shares of many runs
 *
 * Returns: how many parameters were drawn
 */
guint
nepho_share_runs_n_uncertain (const NephoShareRuns *self)
{
  return self->runs->n_uncertain;
}

/**
 * nepho_share_runs_quantiles:
 * @self: shares of many runs
 * @t: a quarter
 * @vendor: a vendor
 * @probabilities: (array length=n_probabilities): 0 to 1
 * @n_probabilities: how many
 * @quantiles: (out caller-allocates): exact quantiles of the vendor's share in that quarter
 */
void
nepho_share_runs_quantiles (const NephoShareRuns *self,
                            guint t,
                            guint vendor,
                            const double *probabilities,
                            guint n_probabilities,
                            double *quantiles)
{
  g_return_if_fail (t < self->n_quarters && vendor < self->n_vendors);

  nepho_quantiles (nepho_montecarlo_samples (self->runs, outcome_at (self, t, vendor)), self->runs->n_runs, probabilities,
                   n_probabilities, quantiles);
}

/**
 * nepho_share_runs_odds:
 * @self: shares of many runs
 * @t: a quarter
 * @vendors: (array length=n_vendors): who is ranked
 * @n_vendors: how many
 * @odds: (out caller-allocates): [vendor][rank]: see nepho_rank_odds()
 */
void
nepho_share_runs_odds (const NephoShareRuns *self, guint t, const guint *vendors, guint n_vendors, double *odds)
{
  g_autofree guint *outcomes = g_new (guint, MAX (n_vendors, 1));

  g_return_if_fail (t < self->n_quarters);

  for (guint k = 0; k < n_vendors; k++)
    outcomes[k] = outcome_at (self, t, vendors[k]);
  nepho_rank_odds (self->runs, outcomes, n_vendors, odds);
}
