/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-quantile.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Bins of equal width between the least and the greatest sample; only those that hold a place that is asked
 * for are sorted. */
#define N_BINS 2048u

typedef struct
{
  double       low;
  double       scale; /* bins a unit; 0: all samples are alike */
  guint        before[N_BINS + 1]; /* samples in the bins before */
  const double *samples;
  guint        n;
  double      *sorted;  /* of the bin at hand */
  guint        bin;     /* which that is; N_BINS: none yet */
} Histogram;

static guint
bin_of (const Histogram *self, double sample)
{
  /* Multiplying rounds: the greatest may come out one beyond. */
  return MIN ((guint) ((sample - self->low) * self->scale), N_BINS - 1);
}

static void
histogram_fill (Histogram *self, const double *samples, guint n)
{
  double high = samples[0];
  double width;

  self->low = samples[0];
  for (guint k = 1; k < n; k++)
    {
      self->low = MIN (self->low, samples[k]);
      high = MAX (high, samples[k]);
    }
  /* Samples that lie closer than numbers can be told apart make one bin. */
  width = high - self->low;
  self->scale = width > 0.0 && isfinite (N_BINS / width) && isfinite (width) ? N_BINS / width : 0.0;
  self->samples = samples;
  self->n = n;
  self->bin = N_BINS;

  memset (self->before, 0, sizeof self->before);
  for (guint k = 0; k < n; k++)
    self->before[bin_of (self, samples[k]) + 1]++;
  for (guint k = 0; k < N_BINS; k++)
    self->before[k + 1] += self->before[k];
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
sort_bin (Histogram *self, guint bin)
{
  guint n = 0;

  if (self->bin == bin)
    return;

  for (guint k = 0; k < self->n; k++)
    if (bin_of (self, self->samples[k]) == bin)
      self->sorted[n++] = self->samples[k];
  qsort (self->sorted, n, sizeof (double), compare);
  self->bin = bin;
}

/* The sample that is number @place when all are in order, from 0. */
static double
order_statistic (Histogram *self, guint place)
{
  guint low = 0;
  guint high = N_BINS;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (self->before[middle] <= place)
        low = middle;
      else
        high = middle;
    }
  sort_bin (self, low);

  return self->sorted[place - self->before[low]];
}

/**
 * nepho_quantiles:
 * @samples: (array length=n_samples): finite numbers in any order
 * @n_samples: how many; at least 1
 * @probabilities: (array length=n_probabilities): 0 to 1
 * @n_probabilities: how many, at most %NEPHO_MAX_QUANTILES; fastest in rising order
 * @quantiles: (out caller-allocates) (array length=n_probabilities): the quantiles
 *
 * Exact quantiles: the sample at place (n − 1) p of all in order, and between two places the straight line
 * (definition 7 of Hyndman and Fan, *Sample quantiles in statistical packages*, 1996, which R and numpy
 * use). A histogram tells in which bin a place is, and only that bin is sorted.
 */
void
nepho_quantiles (const double *samples, guint n_samples, const double *probabilities, guint n_probabilities, double *quantiles)
{
  g_autofree Histogram *histogram = NULL;
  g_autofree double *sorted = NULL;

  g_return_if_fail (n_samples > 0 && n_probabilities <= NEPHO_MAX_QUANTILES);

  histogram = g_new (Histogram, 1);
  sorted = g_new (double, n_samples);
  histogram->sorted = sorted;
  histogram_fill (histogram, samples, n_samples);
  for (guint k = 0; k < n_probabilities; k++)
    {
      double place = (n_samples - 1) * CLAMP (probabilities[k], 0.0, 1.0);
      guint first = (guint) place;
      double part = place - first;
      double low = order_statistic (histogram, first);
      double high = part > 0.0 ? order_statistic (histogram, first + 1) : low;

      /* The ends themselves come out exactly, and where both are alike nothing is rounded. */
      quantiles[k] = low + part * (high - low);
    }
}
