/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-montecarlo.h"

G_BEGIN_DECLS

#define NEPHO_N_BANDS 5u

/* Samples that are kept at a time, in doubles: 256 MB. */
#define NEPHO_USUAL_SAMPLES ((gsize) 1 << 25)

/* What many runs say of every vendor in every segment and quarter, as files have it. */
typedef struct
{
  guint    n_runs;
  guint32  seed;
  guint    n_uncertain;             /* parameters that were drawn */
  guint    n_quarters;
  guint    n_vendors;
  guint    n_segments;
  double  *share[NEPHO_N_BANDS];    /* [t][i][s] fraction of customers */
  double  *revenue[NEPHO_N_BANDS];  /* [t][i][s] CNY bn a quarter */
  double  *rank_probability;        /* [t][i][s][rank], by share of customers */
} NephoBands;

extern const double       nepho_band_probabilities[NEPHO_N_BANDS];
extern const char * const nepho_band_ids[NEPHO_N_BANDS];

NephoBands *nepho_bands_new  (const NephoMonteCarloPlan *plan,
                              int                        unranked,
                              gsize                      most_samples);
void        nepho_bands_free (NephoBands                *bands);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoBands, nepho_bands_free)

G_END_DECLS
