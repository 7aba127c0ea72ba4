/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-montecarlo.h"

G_BEGIN_DECLS

#define NEPHO_USUAL_RUNS 1000u

/* Every vendor's share in every quarter of many runs. It never changes, and may be read from any thread. */
typedef struct _NephoShareRuns NephoShareRuns;

NephoShareRuns *nepho_share_runs_new       (const NephoMonteCarloPlan *plan,
                                            int                        segment);
NephoShareRuns *nepho_share_runs_ref       (NephoShareRuns            *self);
void            nepho_share_runs_unref     (NephoShareRuns            *self);
gboolean        nepho_share_runs_fit       (const NephoShareRuns      *self,
                                            int                        segment,
                                            guint                      n_quarters,
                                            guint                      n_vendors);
guint           nepho_share_runs_n_runs    (const NephoShareRuns      *self);
guint32         nepho_share_runs_seed      (const NephoShareRuns      *self);
guint           nepho_share_runs_n_uncertain (const NephoShareRuns    *self);
void            nepho_share_runs_quantiles (const NephoShareRuns      *self,
                                            guint                      t,
                                            guint                      vendor,
                                            const double              *probabilities,
                                            guint                      n_probabilities,
                                            double                    *quantiles);
void            nepho_share_runs_odds      (const NephoShareRuns      *self,
                                            guint                      t,
                                            const guint               *vendors,
                                            guint                      n_vendors,
                                            double                    *odds);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoShareRuns, nepho_share_runs_unref)

G_END_DECLS
