/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-rank-odds.h"

#include <string.h>

/* Sizes that differ by a smaller part are the same place: binary rounding wins no rank. */
#define TOLERANCE 1e-9

typedef struct
{
  double size;
  guint  who;
} Contestant;

/* The largest first. There are few of them, and from run to run their order changes little. */
static void
sort (Contestant *list, guint n)
{
  for (guint k = 1; k < n; k++)
    {
      Contestant one = list[k];
      guint place = k;

      for (; place > 0 && list[place - 1].size < one.size; place--)
        list[place] = list[place - 1];
      list[place] = one;
    }
}

/* Those who are alike share all the places that they take. */
static void
count (const Contestant *list, guint n, double *odds)
{
  guint end;

  for (guint first = 0; first < n; first = end)
    {
      for (end = first + 1; end < n && list[end].size >= list[first].size * (1.0 - TOLERANCE);)
        end++;
      for (guint k = first; k < end; k++)
        for (guint rank = first; rank < end; rank++)
          odds[(gsize) list[k].who * n + rank] += 1.0 / (end - first);
    }
}

/**
 * nepho_rank_odds:
 * @runs: what the runs gave
 * @outcomes: (array length=n_outcomes): the outcomes that are ranked against each other, one a contestant
 * @n_outcomes: how many
 * @odds: (out caller-allocates): [contestant][rank], the first rank 0
 *
 * How often each contestant has each rank, the largest first. Contestants that are level share their ranks
 * evenly. The ranks of a contestant sum to one, and so do the contestants of a rank.
 */
void
nepho_rank_odds (const NephoMonteCarlo *runs, const guint *outcomes, guint n_outcomes, double *odds)
{
  g_autofree Contestant *list = g_new (Contestant, MAX (n_outcomes, 1));
  g_autofree const double **samples = g_new (const double *, MAX (n_outcomes, 1));

  for (guint k = 0; k < n_outcomes; k++)
    {
      list[k].who = k;
      samples[k] = nepho_montecarlo_samples (runs, outcomes[k]);
    }

  memset (odds, 0, (gsize) n_outcomes * n_outcomes * sizeof (double));
  for (guint run = 0; run < runs->n_runs; run++)
    {
      for (guint k = 0; k < n_outcomes; k++)
        list[k].size = samples[list[k].who][run];
      sort (list, n_outcomes);
      count (list, n_outcomes, odds);
    }

  /* Counted in whole runs first, so that a rank which is had in all of them is had with certainty. */
  for (gsize k = 0; k < (gsize) n_outcomes * n_outcomes; k++)
    odds[k] /= runs->n_runs;
}

/**
 * nepho_rank_odds_quantile:
 * @odds: (array length=n_ranks): how often each rank is had
 * @n_ranks: how many; at least 1
 * @probability: above 0, at most 1
 *
 * Returns: the first rank, 0 the best, that together with all better ones is had with @probability
 */
guint
nepho_rank_odds_quantile (const double *odds, guint n_ranks, double probability)
{
  double sum = 0.0;

  for (guint rank = 0; rank + 1 < n_ranks; rank++)
    {
      sum += odds[rank];
      if (sum >= probability - TOLERANCE)
        return rank;
    }

  return n_ranks - 1;
}
