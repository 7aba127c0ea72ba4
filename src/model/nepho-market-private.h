/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-market.h"

G_BEGIN_DECLS

/* Where the parameters stand in an array of values. */
typedef struct
{
  guint adoption_start, innovation, imitation, potential, restriction;
  guint growth_halflife, shock_size, shock_start, shock_length;
  guint war_intensity, war_start, war_length, follow, margin_floor;
  guint prior_experience, coupling;
  guint open_compute, open_growth, tokens, active_parameters;
  guint price_per_hour, peak_flops, training_mfu, inference_mfu, price_halving;
} NephoGlobalIndices;

typedef struct
{
  guint customers, contract, growth, growth_long, gross_margin, uplift, renewal;
  guint price_sensitivity, ai_sensitivity, bundle_sensitivity, scale_effect, renewal_response;
  guint price_decline, price_elasticity, learning_rate;
} NephoSegmentIndices;

typedef struct
{
  guint renewal_offset, aggressiveness, compute, compute_growth, cadence, opex_ratio, internal_share;
} NephoVendorIndices;

/* State of a run at one quarter. Arrays by segment and vendor are [s][i], so that the loops over
 * vendors walk through memory in order. */
struct _NephoMarket
{
  guint                n_vendors;
  guint                n_segments;
  NephoGlobalIndices   at;
  NephoSegmentIndices *segment_at;
  NephoVendorIndices  *vendor_at;
  guint               *share_at;          /* [s][i] */
  guint                n_values;
  const NephoParameterSpec **specs;       /* [n_values] */
  NephoEvents         *events;            /* of the run at hand; or NULL */
  double              *now;               /* [n_values] of the quarter at hand, where there are events */

  double               adoption;
  double               adoption_ceiling;
  double               open_compute_lg;
  double               open_growth_lg;
  double               growth_halflife;   /* years, in the base quarter */
  double               price_halving;     /* years, in the base quarter */
  gboolean             war_follows;       /* its intensity has events: they say when there is war */
  gboolean             shock_follows;
  double               open_more;         /* by which courses moved what follows from the first values; */
  double               slowing_more;      /* all 0, and the factors 1, where nothing did */
  double               halving_more;

  double              *storage;           /* all of the arrays below, one block */
  double              *market;            /* [s] thousand customers */
  double              *market_next;       /* [s] */
  double              *unit_cost;         /* [s] */
  double              *experience;        /* [s] thousand customer-years */
  double              *experience_start;  /* [s] */
  double              *weight;            /* [s] of starting size, sums to 1 */
  double              *learning;          /* [s] exponent of experience, in the base quarter */
  double              *learning_more;     /* [s] factor of unit cost */
  double              *compute_lg;        /* [i] powers of ten of FLOP */
  double              *compute_growth_lg; /* [i] a year */
  double              *compute_more;      /* [i] powers of ten */
  double              *flagship;          /* [i] FLOP of the newest model */
  double              *flagship_growth;   /* [i] factor a quarter */
  double              *war_ln;            /* [i] what a quarter of war does to ln price */
  double              *capability;        /* [i] */
  double              *cross_share;       /* [i] */
  double              *cross_share_start; /* [i] */
  double              *change;            /* [i] of the segment at hand */
  double              *pull;              /* [i] of the segment at hand */
  double              *customers;         /* [s][i] thousands */
  double              *share;             /* [s][i] */
  double              *price;             /* [s][i] 1 at the start */
  double              *price_ln;          /* [s][i] */
  double              *base_ln;           /* [s][i] */
  double              *renewal_logit;     /* [s][i] */
  double              *advantage_start;   /* [s][i] */

  /* What became of the customers in the last step, for those who ask: NULL, or of their own memory. */
  double              *kept;              /* [s][i] thousands who stayed */
  double              *drawn;             /* [s][i] part of those to be won */
};

/* nepho-market.c */
void nepho_market_cache (NephoMarket  *market,
                         const double *values);

/* nepho-market-path.c */
const double *nepho_market_path_start (NephoMarket       *market,
                                       const double      *values,
                                       const NephoEvents *events);
void          nepho_market_path_apply (NephoMarket       *market,
                                       const double      *values,
                                       guint              t);
void          nepho_market_path_step  (NephoMarket       *market);

/* nepho-market-report.c */
void nepho_market_report (const NephoMarket *market,
                          const double      *values,
                          guint              t,
                          NephoResults      *results);

G_END_DECLS
