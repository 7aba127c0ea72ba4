/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-shapley.h"

#include <math.h>

#define SEED 20230424
#define N_GAMES 500

/* What rounding to a part in 2^40 of the greatest number may do. */
#define GRID 2e-12

/* One left glove and two right ones: a pair is worth 1. Of the six orders the left one completes the pair
 * in four, each right one in one: 4/6, 1/6, 1/6. */
static double
gloves (const gboolean *joined, gpointer data)
{
  return joined[0] && (joined[1] || joined[2]) ? 1.0 : 0.0;
}

static void
test_hand_value (void)
{
  g_autoptr (NephoShapley) shapley = nepho_shapley_new (3, gloves, NULL, NEPHO_SHAPLEY_EXACT, 1, SEED);

  g_assert_cmpuint (shapley->n_orders, ==, 0);
  g_assert_cmpfloat (shapley->nobody, ==, 0.0);
  g_assert_cmpfloat (shapley->everybody, ==, 1.0);
  g_assert_cmpfloat_with_epsilon (shapley->parts[0], 2.0 / 3.0, GRID);
  g_assert_cmpfloat_with_epsilon (shapley->parts[1], 1.0 / 6.0, GRID);
  g_assert_cmpfloat_with_epsilon (shapley->parts[2], 1.0 / 6.0, GRID);
}

typedef struct
{
  guint  n;
  double alone[16];
  double together[16][16]; /* of a pair, once */
  double all;              /* what only everybody together gives */
  guint  n_calls;
} Game;

static double
play (const gboolean *joined, gpointer data)
{
  Game *game = data;
  double value = 3.0;
  gboolean all = TRUE;

  game->n_calls++;
  for (guint i = 0; i < game->n; i++)
    {
      all = all && joined[i];
      value += joined[i] ? game->alone[i] : 0.0;
      for (guint j = 0; j < i; j++)
        value += joined[i] && joined[j] ? game->together[i][j] : 0.0;
    }

  return value + (all ? game->all : 0.0);
}

static void
draw_game (GRand *random, guint n, Game *game)
{
  *game = (Game) { .n = n };
  for (guint i = 0; i < n; i++)
    {
      game->alone[i] = exp (g_rand_double_range (random, -12.0, 12.0)) * (g_rand_boolean (random) ? 1.0 : -1.0);
      for (guint j = 0; j < i; j++)
        game->together[i][j] = g_rand_double_range (random, -1.0, 1.0);
    }
}

/* Each has what it gives alone, half of what it gives with each other, and an equal part of what takes all. */
static double
expected_part (const Game *game, guint i)
{
  double part = game->alone[i] + game->all / game->n;

  for (guint j = 0; j < game->n; j++)
    part += (i > j ? game->together[i][j] : game->together[j][i]) / 2.0;

  return part;
}

static double
greatest_of (const NephoShapley *shapley)
{
  double greatest = MAX (fabs (shapley->nobody), fabs (shapley->everybody));

  for (guint i = 0; i < shapley->n_players; i++)
    greatest = MAX (greatest, fabs (shapley->parts[i]));

  return greatest;
}

/* The closed form, and a sum that is exact whichever way one adds. */
static void
test_sums_exactly (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint k = 0; k < N_GAMES; k++)
    {
      g_autoptr (NephoShapley) shapley = NULL;
      double forwards = 0.0;
      double backwards = 0.0;
      Game game;

      draw_game (random, 1 + k % 14, &game);
      shapley = nepho_shapley_new (game.n, play, &game, NEPHO_SHAPLEY_EXACT, 16, k);
      for (guint i = 0; i < game.n; i++)
        {
          forwards += shapley->parts[i];
          backwards += shapley->parts[game.n - 1 - i];
          /* Pairs of players are split alike in an order and its reverse: nothing is left to chance. */
          g_assert_cmpfloat_with_epsilon (shapley->parts[i], expected_part (&game, i),
                                          20.0 * GRID * greatest_of (shapley));
        }
      g_assert_true (forwards == shapley->everybody - shapley->nobody);
      g_assert_true (backwards == shapley->everybody - shapley->nobody);
      g_assert_cmpuint (shapley->n_orders, ==, game.n > NEPHO_SHAPLEY_EXACT ? 32 : 0);
    }
}

/* Who adds nothing has no part, and who adds the same has the same. */
static void
test_dummy_and_symmetry (void)
{
  for (guint n = 3; n <= 12; n += 3)
    {
      g_autoptr (NephoShapley) shapley = NULL;
      Game game = { .n = n };

      for (guint i = 1; i < n; i++)
        {
          game.alone[i] = 0.7;
          for (guint j = 1; j < i; j++)
            game.together[i][j] = 0.3;
        }
      shapley = nepho_shapley_new (n, play, &game, NEPHO_SHAPLEY_EXACT, 16, SEED);
      g_assert_true (shapley->parts[0] == 0.0);
      g_assert_true (shapley->errors[0] == 0.0);
      for (guint i = 2; i < n; i++)
        g_assert_cmpfloat_with_epsilon (shapley->parts[i], shapley->parts[1], 100.0 * GRID);
    }
}

/* What only all twelve give falls to whoever joins last: a chance, of which the error tells how much. */
static void
test_drawn_orders (void)
{
  g_autoptr (NephoShapley) shapley = NULL;
  g_autoptr (NephoShapley) again = NULL;
  g_autoptr (NephoShapley) other = NULL;
  Game game = { .n = 12, .all = 12.0 };
  gsize size = 12 * sizeof (double);

  shapley = nepho_shapley_new (12, play, &game, NEPHO_SHAPLEY_EXACT, 400, SEED);
  g_assert_cmpuint (shapley->n_orders, ==, 800);
  /* The last of an order is never asked for: nobody and everybody are known. */
  g_assert_cmpuint (game.n_calls, ==, 2 + 800 * 11);
  for (guint i = 0; i < 12; i++)
    {
      /* A pair gives 6 to its first and its last: sd = sqrt (36 / 6 - 1) of the mean 1. */
      g_assert_cmpfloat_with_epsilon (shapley->errors[i], sqrt (5.0 / 400.0), 0.02);
      g_assert_cmpfloat (fabs (shapley->parts[i] - 1.0), <, 4.0 * shapley->errors[i]);
    }

  again = nepho_shapley_new (12, play, &game, NEPHO_SHAPLEY_EXACT, 400, SEED);
  other = nepho_shapley_new (12, play, &game, NEPHO_SHAPLEY_EXACT, 400, SEED + 1);
  g_assert_cmpmem (shapley->parts, size, again->parts, size);
  g_assert_cmpmem (shapley->errors, size, again->errors, size);
  g_assert_cmpint (memcmp (shapley->parts, other->parts, size), !=, 0);
}

/* Fewer are tried where the caller has no time for all, and the sum is exact all the same. */
static void
test_hasty (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  g_autoptr (NephoShapley) shapley = NULL;
  double sum = 0.0;
  Game game;

  draw_game (random, 8, &game);
  shapley = nepho_shapley_new (8, play, &game, 5, 4, SEED);
  g_assert_cmpuint (shapley->n_orders, ==, 8);
  g_assert_cmpuint (game.n_calls, ==, 2 + 8 * 7);
  for (guint i = 0; i < 8; i++)
    sum += shapley->parts[i];
  g_assert_true (sum == shapley->everybody - shapley->nobody);
}

static double
nothing (const gboolean *joined, gpointer data)
{
  return 0.0;
}

static void
test_nobody (void)
{
  g_autoptr (NephoShapley) none = nepho_shapley_new (0, nothing, NULL, NEPHO_SHAPLEY_EXACT, 1, SEED);
  g_autoptr (NephoShapley) idle = nepho_shapley_new (2, nothing, NULL, NEPHO_SHAPLEY_EXACT, 1, SEED);

  g_assert_cmpfloat (none->nobody, ==, 0.0);
  g_assert_cmpfloat (none->everybody, ==, 0.0);
  g_assert_cmpfloat (idle->parts[0], ==, 0.0);
  g_assert_cmpfloat (idle->parts[1], ==, 0.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shapley/hand-value", test_hand_value);
  g_test_add_func ("/shapley/sums-exactly", test_sums_exactly);
  g_test_add_func ("/shapley/dummy-and-symmetry", test_dummy_and_symmetry);
  g_test_add_func ("/shapley/drawn-orders", test_drawn_orders);
  g_test_add_func ("/shapley/hasty", test_hasty);
  g_test_add_func ("/shapley/nobody", test_nobody);

  return g_test_run ();
}
