/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-quantile.h"

#include <math.h>
#include <stdlib.h>

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The definition, on samples that are sorted. */
static double
by_definition (const double *sorted, guint n, double probability)
{
  double place = (n - 1) * probability;
  guint first = (guint) floor (place);
  double part = place - first;

  return part > 0.0 ? sorted[first] + part * (sorted[first + 1] - sorted[first]) : sorted[first];
}

static const double asked[] = { 0.0, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975, 1.0 };

static void
check (const double *samples, guint n)
{
  g_autofree double *sorted = g_memdup2 (samples, n * sizeof (double));
  double found[G_N_ELEMENTS (asked)];

  qsort (sorted, n, sizeof (double), compare);
  nepho_quantiles (samples, n, asked, G_N_ELEMENTS (asked), found);
  for (guint k = 0; k < G_N_ELEMENTS (asked); k++)
    g_assert_cmpfloat (found[k], ==, by_definition (sorted, n, asked[k]));
}

/* As R and numpy have it: quantile (c (10, 20, 30, 50), 0.4) is at place 1.2 of 10, 20, 30, 50. */
static void
test_by_hand (void)
{
  const double samples[] = { 30.0, 10.0, 50.0, 20.0 };
  const double probabilities[] = { 0.4, 0.0, 1.0, 0.5 };
  double quantiles[4];

  nepho_quantiles (samples, 4, probabilities, 4, quantiles);
  g_assert_cmpfloat_with_epsilon (quantiles[0], 22.0, 1e-12);
  g_assert_cmpfloat (quantiles[1], ==, 10.0);
  g_assert_cmpfloat (quantiles[2], ==, 50.0);
  g_assert_cmpfloat (quantiles[3], ==, 25.0);
}

/* The same bits as after sorting, whatever the samples look like. */
static void
test_exact (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree double *samples = g_new (double, 5000);

  for (guint n = 1; n <= 5000; n = n * 3 + 1)
    {
      for (guint k = 0; k < n; k++)
        samples[k] = g_rand_double (random);
      check (samples, n);
      for (guint k = 0; k < n; k++)
        samples[k] = floor (5.0 * samples[k]) - 2.0;
      check (samples, n);
      for (guint k = 0; k < n; k++)
        samples[k] = exp (40.0 * (g_rand_double (random) - 0.5));
      check (samples, n);
      samples[n - 1] = -1e300;
      check (samples, n);
      for (guint k = 0; k < n; k++)
        samples[k] = 5e-324 * (k % 3);
      check (samples, n);
    }
}

/* All alike: exactly that, and two numbers next to each other. */
static void
test_alike (void)
{
  double samples[100];

  for (guint k = 0; k < G_N_ELEMENTS (samples); k++)
    samples[k] = 0.1;
  check (samples, G_N_ELEMENTS (samples));
  samples[40] = nextafter (0.1, 1.0);
  check (samples, G_N_ELEMENTS (samples));
  samples[41] = -1.7e308;
  samples[42] = 1.7e308;
  check (samples, G_N_ELEMENTS (samples));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/quantile/by-hand", test_by_hand);
  g_test_add_func ("/base/quantile/exact", test_exact);
  g_test_add_func ("/base/quantile/alike", test_alike);

  return g_test_run ();
}
