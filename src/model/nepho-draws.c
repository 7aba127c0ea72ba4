/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-draws.h"

#include <string.h>

#include "nepho-parallel.h"

#define LEAST_PART 0x1p-32

typedef struct
{
  NephoDraws              *draws;
  const NephoParameterSet *set;
} Work;

/* A stream of its own for each parameter, by its name: who joins or leaves the market, and who else is drawn,
 * changes nothing for the others. GLib's generator is the Mersenne Twister, the same everywhere. */
static GRand *
stream_of (const char *id, guint32 seed)
{
  gsize length = strlen (id);
  g_autofree guint32 *key = g_new (guint32, length + 1);

  key[0] = seed;
  for (gsize k = 0; k < length; k++)
    key[k + 1] = (guchar) id[k];

  return g_rand_new_with_seed_array (key, (guint) length + 1);
}

/* Latin hypercube: the way from 0 to 1 in as many equal pieces as there are runs, each run in another one
 * (McKay, Beckman, Conover 1979). */
static double *
draw_column (const char *id, guint32 seed, guint n_runs)
{
  g_autoptr (GRand) random = stream_of (id, seed);
  double *column = g_new (double, n_runs);

  for (guint k = 0; k < n_runs; k++)
    {
      guint other = MIN ((guint) (g_rand_double (random) * (k + 1)), k);
      /* Neither end of a piece, so that no probability is 0 or 1. */
      double place = (k + CLAMP (g_rand_double (random), LEAST_PART, 1.0 - LEAST_PART)) / n_runs;

      if (other != k)
        column[k] = column[other];
      column[other] = place;
    }

  return column;
}

static void
draw_parameter (guint item, guint worker, gpointer data)
{
  const Work *work = data;
  const NephoParameter *parameter = nepho_parameter_set_get (work->set, item);

  if (parameter->spec->shape != NEPHO_SHAPE_FIXED)
    work->draws->columns[item] = draw_column (parameter->id, work->draws->seed, work->draws->n_runs);
}

/**
 * nepho_draws_new:
 * @set: a parameter set
 * @n_runs: how many runs, 1 to %NEPHO_MAX_RUNS
 * @seed: the same seed gives the same numbers, on every machine
 *
 * Draws a Latin hypercube over all parameters that may be uncertain.
 *
 * Returns: (transfer full): the numbers
 */
NephoDraws *
nepho_draws_new (const NephoParameterSet *set, guint n_runs, guint32 seed)
{
  NephoDraws *draws;
  guint n = nepho_parameter_set_size (set);

  g_return_val_if_fail (n_runs > 0 && n_runs <= NEPHO_MAX_RUNS, NULL);

  draws = g_new0 (NephoDraws, 1);
  draws->n_runs = n_runs;
  draws->seed = seed;
  draws->n_parameters = n;
  draws->columns = g_new0 (double *, n);
  nepho_parallel_run (n, nepho_parallel_n_workers (n), draw_parameter, &(Work) { draws, set });

  return draws;
}

/**
 * nepho_draws_hold:
 * @draws: numbers
 * @parameter: index of a parameter
 *
 * Takes a parameter for certain: it stays at its value in all runs. The numbers of the others stay.
 */
void
nepho_draws_hold (NephoDraws *draws, guint parameter)
{
  g_return_if_fail (parameter < draws->n_parameters);

  g_clear_pointer (&draws->columns[parameter], g_free);
}

/**
 * nepho_draws_free:
 * @draws: (transfer full) (nullable): numbers
 */
void
nepho_draws_free (NephoDraws *draws)
{
  if (draws == NULL)
    return;

  for (guint k = 0; k < draws->n_parameters; k++)
    g_free (draws->columns[k]);
  g_free (draws->columns);
  g_free (draws);
}
