/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-draws.h"

#include <math.h>
#include <string.h>

#include "nepho-sample.h"

#define N_RUNS 1000u

static NephoDraws *
draw (guint n_vendors, guint n_runs, guint32 seed)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (n_vendors, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);

  return nepho_draws_new (set, n_runs, seed);
}

static const double *
column_of (const NephoDraws *draws, guint n_vendors, const char *id)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (n_vendors, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);

  return draws->columns[nepho_parameter_set_find (set, id)];
}

/* In each of the equal pieces from 0 to 1 there is one run of each parameter. */
static void
test_latin (void)
{
  for (guint n_runs = 1; n_runs <= N_RUNS; n_runs *= 10)
    {
      g_autoptr (NephoDraws) draws = draw (3, n_runs, 5);
      guint n_drawn = 0;

      for (guint k = 0; k < draws->n_parameters; k++)
        {
          g_autofree guint *times = g_new0 (guint, n_runs);

          if (draws->columns[k] == NULL)
            continue;
          n_drawn++;
          for (guint run = 0; run < n_runs; run++)
            {
              g_assert_cmpfloat (draws->columns[k][run], >, 0.0);
              g_assert_cmpfloat (draws->columns[k][run], <, 1.0);
              times[(guint) (draws->columns[k][run] * n_runs)]++;
            }
          for (guint piece = 0; piece < n_runs; piece++)
            g_assert_cmpuint (times[piece], ==, 1);
        }
      g_assert_cmpuint (n_drawn, >, 20);
    }
}

static double
covariance (const double *a, const double *b, guint n)
{
  double sum = 0.0;

  for (guint run = 0; run < n; run++)
    sum += (a[run] - 0.5) * (b[run] - 0.5);

  return sum / n;
}

/* Two parameters are drawn apart: of independent ones the correlation is within four standard errors of 0. */
static void
test_independent (void)
{
  g_autoptr (NephoDraws) draws = draw (3, N_RUNS, 11);

  for (guint k = 0; k < draws->n_parameters; k++)
    for (guint j = 0; j < k; j++)
      if (draws->columns[k] != NULL && draws->columns[j] != NULL)
        g_assert_cmpfloat (fabs (12.0 * covariance (draws->columns[k], draws->columns[j], N_RUNS)), <,
                           4.5 / sqrt (N_RUNS));
}

static void
test_seed (void)
{
  g_autoptr (NephoDraws) one = draw (3, N_RUNS, 1);
  g_autoptr (NephoDraws) same = draw (3, N_RUNS, 1);
  g_autoptr (NephoDraws) other = draw (3, N_RUNS, 2);

  for (guint k = 0; k < one->n_parameters; k++)
    if (one->columns[k] != NULL)
      {
        g_assert_cmpmem (one->columns[k], N_RUNS * sizeof (double), same->columns[k], N_RUNS * sizeof (double));
        g_assert_cmpint (memcmp (one->columns[k], other->columns[k], N_RUNS * sizeof (double)), !=, 0);
      }
}

/* Who else is in the market changes no number of the others, and neither does what is held. */
static void
test_by_name (void)
{
  g_autoptr (NephoDraws) few = draw (3, N_RUNS, 1);
  g_autoptr (NephoDraws) many = draw (5, N_RUNS, 1);
  static const char * const ids[] = { "vendor.c.compute", "adoption.imitation", "vendor.b.share.x" };
  guint held = 0;

  for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
    g_assert_cmpmem (column_of (few, 3, ids[k]), N_RUNS * sizeof (double), column_of (many, 5, ids[k]),
                     N_RUNS * sizeof (double));

  while (few->columns[held] == NULL)
    held++;
  nepho_draws_hold (few, held);
  g_assert_null (few->columns[held]);
  g_assert_nonnull (few->columns[held + 1]);
}

/* Choices of the reader are not drawn. */
static void
test_choices (void)
{
  g_autoptr (NephoDraws) draws = draw (3, 10, 1);

  g_assert_null (column_of (draws, 3, "price.war.intensity"));
  g_assert_null (column_of (draws, 3, "train.tokens"));
  g_assert_nonnull (column_of (draws, 3, "price.follow"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/draws/latin", test_latin);
  g_test_add_func ("/model/draws/independent", test_independent);
  g_test_add_func ("/model/draws/seed", test_seed);
  g_test_add_func ("/model/draws/by-name", test_by_name);
  g_test_add_func ("/model/draws/choices", test_choices);

  return g_test_run ();
}
