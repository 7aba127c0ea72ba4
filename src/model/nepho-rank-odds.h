/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-montecarlo.h"

G_BEGIN_DECLS

void  nepho_rank_odds          (const NephoMonteCarlo *runs,
                                const guint           *outcomes,
                                guint                  n_outcomes,
                                double                *odds);
guint nepho_rank_odds_quantile (const double          *odds,
                                guint                  n_ranks,
                                double                 probability);

G_END_DECLS
