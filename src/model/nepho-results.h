/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEPHO_MAX_HORIZON 200u

/* What one run gives, in flat arrays: quarter first, then vendor, then segment. */
typedef struct
{
  guint   n_quarters; /* horizon + 1 */
  guint   n_vendors;
  guint   n_segments;

  double *adoption;                   /* [t] fraction of customers */
  double *market;                     /* [t][s] thousand customers */
  double *unit_cost;                  /* [t][s] 1 at t = 0 */
  double *share;                      /* [t][i][s] fraction of customers */
  double *customers;                  /* [t][i][s] thousands */
  double *price;                      /* [t][i][s] 1 at t = 0 */
  double *revenue;                    /* [t][i][s] CNY bn a quarter */
  double *gross_margin;               /* [t][i][s] fraction */
  double *gross_profit;               /* [t][i] CNY bn a quarter */
  double *training;                   /* [t][i] CNY bn a quarter */
  double *inference;                  /* [t][i] CNY bn a quarter */
  double *inference_pflops;           /* [t][i] installed PFLOP/s */
  double *ebita;                      /* [t][i] CNY bn a quarter */
  double *revenue_before_elimination; /* [t][i] CNY bn a quarter */
  double *usage;                      /* [t][s] price-elastic use of a contract, 1 = as signed */

  double *storage;                    /* all of the above, one block */
  gsize   n_allocated;
} NephoResults;

/* Shape of a series of results, for those who walk them all. */
typedef enum
{
  NEPHO_SHAPE_T,
  NEPHO_SHAPE_TS,
  NEPHO_SHAPE_TI,
  NEPHO_SHAPE_TIS,
} NephoSeriesShape;

typedef struct
{
  const char      *id;     /* "share" */
  NephoSeriesShape shape;
  gsize            offset; /* of the double* in NephoResults */
} NephoSeriesSpec;

NephoResults          *nepho_results_new          (void);
void                   nepho_results_free         (NephoResults       *results);
void                   nepho_results_reserve      (NephoResults       *results,
                                                   guint               n_quarters,
                                                   guint               n_vendors,
                                                   guint               n_segments);
const NephoSeriesSpec *nepho_results_series       (guint              *n_series);
double                *nepho_results_values       (const NephoResults *results,
                                                   const NephoSeriesSpec *series);

static inline gsize
nepho_results_tis (const NephoResults *results, guint t, guint i, guint s)
{
  return ((gsize) t * results->n_vendors + i) * results->n_segments + s;
}

static inline gsize
nepho_results_ti (const NephoResults *results, guint t, guint i)
{
  return (gsize) t * results->n_vendors + i;
}

static inline gsize
nepho_results_ts (const NephoResults *results, guint t, guint s)
{
  return (gsize) t * results->n_segments + s;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoResults, nepho_results_free)

G_END_DECLS
