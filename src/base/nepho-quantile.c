/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-quantile.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Bins of equal width between the least and the greatest sample; only those that hold a place that is asked
 * for are sorted. */
#define N_BINS 2048u
#define NOT_ASKED G_MAXUINT

typedef struct
{
  double       low;
  double       scale; /* bins a unit; 0: all samples are alike */
  guint        before[N_BINS + 1]; /* samples in the bins before */
  guint        next[N_BINS];       /* of a bin that is asked for: where in sorted its next sample goes */
  const double *samples;
  guint        n;
  double      *sorted; /* the bins that are asked for, one after another */
} Histogram;

static inline guint
bin_of (const Histogram *self, double sample)
{
  /* Multiplying rounds: the greatest may come out one beyond. */
  return MIN ((guint) ((sample - self->low) * self->scale), N_BINS - 1);
}

static void
histogram_count (Histogram *self, const double *samples, guint n)
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

  memset (self->before, 0, sizeof self->before);
  memset (self->next, 0xff, sizeof self->next);
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

/* The bin that holds the sample which is number @place when all are in order, from 0. */
static guint
find_bin (const Histogram *self, guint place)
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

  return low;
}

/* Puts the samples of all bins that are asked for in order. Places rise from bin to bin. */
static void
histogram_sort (Histogram *self)
{
  guint end = 0;

  for (guint bin = 0; bin < N_BINS; bin++)
    if (self->next[bin] != NOT_ASKED)
      {
        self->next[bin] = end;
        end += self->before[bin + 1] - self->before[bin];
      }
  for (guint k = 0; k < self->n; k++)
    {
      guint bin = bin_of (self, self->samples[k]);

      if (self->next[bin] != NOT_ASKED)
        self->sorted[self->next[bin]++] = self->samples[k];
    }
  for (guint bin = 0; bin < N_BINS; bin++)
    if (self->next[bin] != NOT_ASKED)
      {
        guint n = self->before[bin + 1] - self->before[bin];

        qsort (self->sorted + (self->next[bin] - n), n, sizeof (double), compare);
      }
}

static double
order_statistic (const Histogram *self, guint place)
{
  guint bin = find_bin (self, place);

  /* After sorting, the next place is behind the bin's last. */
  return self->sorted[self->next[bin] - (self->before[bin + 1] - place)];
}

static double
place_of (guint n_samples, double probability)
{
  return (n_samples - 1) * CLAMP (probability, 0.0, 1.0);
}

/**
 * nepho_quantiles:
 * @samples: (array length=n_samples): finite numbers in any order
 * @n_samples: how many; at least 1
 * @probabilities: (array length=n_probabilities): 0 to 1
 * @n_probabilities: how many
 * @quantiles: (out caller-allocates) (array length=n_probabilities): the quantiles
 *
 * Exact quantiles: the sample at place (n − 1) p of all in order, and between two places the straight line
 * (definition 7 of Hyndman and Fan, *Sample quantiles in statistical packages*, 1996, which R and numpy
 * use). A histogram tells in which bin a place is, and only bins with places that are asked for are sorted.
 */
void
nepho_quantiles (const double *samples, guint n_samples, const double *probabilities, guint n_probabilities, double *quantiles)
{
  g_autofree Histogram *histogram = NULL;
  g_autofree double *sorted = NULL;

  g_return_if_fail (n_samples > 0);

  histogram = g_new (Histogram, 1);
  sorted = g_new (double, n_samples);
  histogram->sorted = sorted;
  histogram_count (histogram, samples, n_samples);
  for (guint k = 0; k < n_probabilities; k++)
    {
      guint first = (guint) place_of (n_samples, probabilities[k]);

      histogram->next[find_bin (histogram, first)] = 0;
      histogram->next[find_bin (histogram, MIN (first + 1, n_samples - 1))] = 0;
    }
  histogram_sort (histogram);
  for (guint k = 0; k < n_probabilities; k++)
    {
      double place = place_of (n_samples, probabilities[k]);
      guint first = (guint) place;
      double part = place - first;
      double low = order_statistic (histogram, first);
      double high = part > 0.0 ? order_statistic (histogram, first + 1) : low;

      /* The ends themselves come out exactly, and where both are alike nothing is rounded. */
      quantiles[k] = low + part * (high - low);
    }
}
