/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-draws.h"
#include "nepho-market.h"
#include "nepho-outcome.h"

G_BEGIN_DECLS

/* What many runs are made of. Nothing here is owned. */
typedef struct
{
  const NephoParameterSet *set;
  NephoAssumptions         assumptions;
  const NephoDraws        *draws;     /* of the same set */
  guint                    horizon;   /* quarters to look ahead */
  guint                    n_workers; /* threads; 0: one a processor */
  const gint              *stop;      /* made other than 0, atomically, by who no longer wants the runs; or NULL */
} NephoMonteCarloPlan;

/* What the runs gave. */
typedef struct
{
  guint   n_runs;
  guint   n_uncertain; /* parameters that were drawn */
  guint   n_outcomes;
  double *samples;     /* [outcome][run] */
} NephoMonteCarlo;

guint            nepho_montecarlo_n_uncertain (const NephoParameterSet   *set,
                                               const double              *values);
NephoMonteCarlo *nepho_montecarlo_run         (const NephoMonteCarloPlan *plan,
                                               const NephoOutcomeChoice  *outcomes,
                                               guint                      n_outcomes);
void             nepho_montecarlo_free        (NephoMonteCarlo           *self);
const double    *nepho_montecarlo_samples     (const NephoMonteCarlo     *self,
                                               guint                      outcome);
void             nepho_montecarlo_quantiles   (const NephoMonteCarlo     *self,
                                               const double              *probabilities,
                                               guint                      n_probabilities,
                                               guint                      n_workers,
                                               double                    *quantiles);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoMonteCarlo, nepho_montecarlo_free)

G_END_DECLS
