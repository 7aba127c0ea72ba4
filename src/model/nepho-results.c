/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-results.h"

#include <stddef.h>

#define SERIES(name, shape) { #name, shape, offsetof (NephoResults, name) }

static const NephoSeriesSpec series[] = {
  SERIES (adoption, NEPHO_SHAPE_T),
  SERIES (market, NEPHO_SHAPE_TS),
  SERIES (unit_cost, NEPHO_SHAPE_TS),
  SERIES (share, NEPHO_SHAPE_TIS),
  SERIES (customers, NEPHO_SHAPE_TIS),
  SERIES (price, NEPHO_SHAPE_TIS),
  SERIES (revenue, NEPHO_SHAPE_TIS),
  SERIES (gross_margin, NEPHO_SHAPE_TIS),
  SERIES (gross_profit, NEPHO_SHAPE_TI),
  SERIES (training, NEPHO_SHAPE_TI),
  SERIES (inference, NEPHO_SHAPE_TI),
  SERIES (inference_pflops, NEPHO_SHAPE_TI),
  SERIES (ebita, NEPHO_SHAPE_TI),
  SERIES (revenue_before_elimination, NEPHO_SHAPE_TI),
  SERIES (usage, NEPHO_SHAPE_TS),
};

static gsize
series_length (const NephoResults *results, NephoSeriesShape shape)
{
  gsize n = results->n_quarters;

  if (shape == NEPHO_SHAPE_TI || shape == NEPHO_SHAPE_TIS)
    n *= results->n_vendors;
  if (shape == NEPHO_SHAPE_TS || shape == NEPHO_SHAPE_TIS)
    n *= results->n_segments;

  return n;
}

/**
 * nepho_results_new:
 *
 * Returns: (transfer full): results of nothing; nepho_results_reserve() gives them room
 */
NephoResults *
nepho_results_new (void)
{
  return g_new0 (NephoResults, 1);
}

/**
 * nepho_results_free:
 * @results: (transfer full) (nullable): results
 */
void
nepho_results_free (NephoResults *results)
{
  if (results == NULL)
    return;

  g_free (results->storage);
  g_free (results);
}

/**
 * nepho_results_reserve:
 * @results: results
 * @n_quarters: horizon + 1, 1 to %NEPHO_MAX_HORIZON + 1
 * @n_vendors: number of vendors
 * @n_segments: number of segments
 *
 * Gives the arrays their shape. Memory is taken only where there was less: a run reuses its buffers.
 */
void
nepho_results_reserve (NephoResults *results, guint n_quarters, guint n_vendors, guint n_segments)
{
  gsize total = 0;

  g_return_if_fail (n_quarters > 0 && n_quarters <= NEPHO_MAX_HORIZON + 1);

  if (results->n_quarters == n_quarters && results->n_vendors == n_vendors
      && results->n_segments == n_segments)
    return;

  results->n_quarters = n_quarters;
  results->n_vendors = n_vendors;
  results->n_segments = n_segments;
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    total += series_length (results, series[i].shape);

  if (total > results->n_allocated)
    {
      g_free (results->storage);
      results->storage = g_new0 (double, total);
      results->n_allocated = total;
    }

  total = 0;
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    {
      G_STRUCT_MEMBER (double *, results, series[i].offset) = results->storage + total;
      total += series_length (results, series[i].shape);
    }
}

/**
 * nepho_results_series:
 * @n_series: (out): how many there are
 *
 * Returns: (array length=n_series) (transfer none): every series of results, in the order of files
 */
const NephoSeriesSpec *
nepho_results_series (guint *n_series)
{
  *n_series = G_N_ELEMENTS (series);

  return series;
}

/**
 * nepho_results_values:
 * @results: results
 * @spec: one of their series
 *
 * Returns: (transfer none): its numbers, in the shape that @spec names
 */
double *
nepho_results_values (const NephoResults *results, const NephoSeriesSpec *spec)
{
  return G_STRUCT_MEMBER (double *, results, spec->offset);
}
