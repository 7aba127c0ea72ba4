/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-shapley.h"

#include <math.h>

/* Bits that are kept of the greatest number. Numbers on such a grid add without rounding: 13 bits are
 * left for sums of many. */
#define KEPT_BITS 40

/* Below this a grid would leave the range of doubles; what is smaller is nothing. */
#define SMALLEST_EXPONENT (-900)

static double
value_of_mask (NephoShapley *self, NephoGame game, gpointer data, guint mask, gboolean *joined)
{
  for (guint i = 0; i < self->n_players; i++)
    joined[i] = (mask >> i & 1u) != 0;

  return game (joined, data);
}

/* |S|! (n - |S| - 1)! / n! for each size of S: the part of all orders in which just S comes before. */
static void
weigh (double *weights, guint n)
{
  double choose = 1.0;

  for (guint size = 0; size < n; size++)
    {
      weights[size] = 1.0 / (n * choose);
      choose = choose * (n - 1 - size) / (size + 1);
    }
}

/* Every coalition. */
static void
count_all (NephoShapley *self, NephoGame game, gpointer data, gboolean *joined)
{
  guint n = self->n_players;
  g_autofree double *table = g_new (double, 1u << n);
  double weights[NEPHO_SHAPLEY_EXACT];

  weigh (weights, n);
  for (guint mask = 0; mask < 1u << n; mask++)
    table[mask] = value_of_mask (self, game, data, mask, joined);

  self->nobody = table[0];
  self->everybody = table[(1u << n) - 1];
  for (guint mask = 0; mask < 1u << n; mask++)
    for (guint i = 0; i < n; i++)
      if ((mask >> i & 1u) == 0)
        self->parts[i] += weights[__builtin_popcount (mask)] * (table[mask | 1u << i] - table[mask]);
}

/* What each player adds where they join in this order. */
static void
walk (NephoShapley *self, NephoGame game, gpointer data, const guint *order, gboolean backwards, gboolean *joined,
      double *added)
{
  guint n = self->n_players;
  double before = self->nobody;

  for (guint i = 0; i < n; i++)
    joined[i] = FALSE;
  for (guint k = 0; k < n; k++)
    {
      guint player = order[backwards ? n - 1 - k : k];
      double after;

      joined[player] = TRUE;
      after = k == n - 1 ? self->everybody : game (joined, data);
      added[player] += (after - before) / 2.0;
      before = after;
    }
}

static void
shuffle (GRand *random, guint *order, guint n)
{
  for (guint k = n - 1; k > 0; k--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) k + 1);
      guint kept = order[k];

      order[k] = order[other];
      order[other] = kept;
    }
}

/* Pairs of an order and its reverse, which err in opposite ways. Mean and spread after Welford. */
static void
draw_orders (NephoShapley *self, NephoGame game, gpointer data, gboolean *joined, guint n_pairs, guint32 seed)
{
  guint n = self->n_players;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree guint *order = g_new (guint, n);
  g_autofree double *added = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      joined[i] = FALSE;
    }
  self->nobody = game (joined, data);
  for (guint i = 0; i < n; i++)
    joined[i] = TRUE;
  self->everybody = game (joined, data);

  for (guint pair = 0; pair < n_pairs; pair++)
    {
      shuffle (random, order, n);
      memset (added, 0, n * sizeof (double));
      walk (self, game, data, order, FALSE, joined, added);
      walk (self, game, data, order, TRUE, joined, added);
      for (guint i = 0; i < n; i++)
        {
          double distance = added[i] - self->parts[i];

          self->parts[i] += distance / (pair + 1);
          self->errors[i] += distance * (added[i] - self->parts[i]);
        }
    }

  self->n_orders = 2 * n_pairs;
  for (guint i = 0; i < n; i++)
    self->errors[i] = n_pairs > 1 ? sqrt (self->errors[i] / (n_pairs - 1) / n_pairs) : 0.0;
}

static double
on_grid (double value, double grid)
{
  return rint (value / grid) * grid;
}

/* Brings all numbers onto one grid, on which they add exactly, and what that leaves over to the largest part. */
static void
settle (NephoShapley *self)
{
  double greatest = MAX (fabs (self->nobody), fabs (self->everybody));
  double rest;
  double grid;
  guint largest = 0;
  int exponent;

  for (guint i = 0; i < self->n_players; i++)
    greatest = MAX (greatest, fabs (self->parts[i]));
  frexp (greatest, &exponent);
  grid = ldexp (1.0, MAX (exponent, SMALLEST_EXPONENT) - KEPT_BITS);

  self->nobody = on_grid (self->nobody, grid);
  self->everybody = on_grid (self->everybody, grid);
  rest = self->everybody - self->nobody;
  for (guint i = 0; i < self->n_players; i++)
    {
      self->parts[i] = on_grid (self->parts[i], grid);
      rest -= self->parts[i];
      if (fabs (self->parts[i]) > fabs (self->parts[largest]))
        largest = i;
    }
  if (self->n_players > 0)
    self->parts[largest] += rest;
}

/**
 * nepho_shapley_new:
 * @n_players: how many may join
 * @game: what comes out when some have joined; the same for the same players
 * @data: for @game
 * @most_exact: up to how many players every coalition is tried, at most %NEPHO_SHAPLEY_EXACT
 * @n_pairs: pairs of orders to draw where there are more, at least 1
 * @seed: which of them are drawn
 *
 * Splits the difference between all players and none: each player's part is what it adds when it joins,
 * averaged over all orders in which they may join (Shapley 1953). Of many players some orders are drawn,
 * each with its reverse (antithetic variates: Mitchell et al., Sampling permutations for Shapley value
 * estimation, 2022); within each order the parts sum to the difference, so their means do. All numbers are
 * rounded to a part in 2^40 of the greatest, and what that leaves over is put into the largest part. The
 * same input gives the same bits. Runs the game 2^n times, or 2 n times a pair.
 *
 * Returns: (transfer full): the parts
 */
NephoShapley *
nepho_shapley_new (guint n_players, NephoGame game, gpointer data, guint most_exact, guint n_pairs, guint32 seed)
{
  NephoShapley *self = g_new0 (NephoShapley, 1);
  g_autofree gboolean *joined = g_new0 (gboolean, MAX (n_players, 1));

  g_return_val_if_fail (n_pairs > 0 && most_exact <= NEPHO_SHAPLEY_EXACT, self);

  self->n_players = n_players;
  self->parts = g_new0 (double, MAX (n_players, 1));
  self->errors = g_new0 (double, MAX (n_players, 1));
  if (n_players <= most_exact)
    count_all (self, game, data, joined);
  else
    draw_orders (self, game, data, joined, n_pairs, seed);
  settle (self);

  return self;
}

/**
 * nepho_shapley_free:
 * @shapley: (transfer full): parts of a difference
 */
void
nepho_shapley_free (NephoShapley *shapley)
{
  g_free (shapley->parts);
  g_free (shapley->errors);
  g_free (shapley);
}
