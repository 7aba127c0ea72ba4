/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-statistics.h"

#include <math.h>

/* Printed in tables: Abramowitz and Stegun 26.5 and 26.6, and to more digits in R's documentation of qnorm. */
static const struct
{
  double probability;
  double quantile;
} normal[] = {
  { 0.5, 0.0 },
  { 0.75, 0.67448975019608171 },
  { 0.95, 1.6448536269514722 },
  { 0.975, 1.9599639845400542 },
  { 0.995, 2.5758293035489004 },
  { 1e-10, -6.3613409024040557 },
};

static void
test_normal (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (normal); k++)
    {
      g_assert_cmpfloat_with_epsilon (nepho_normal_quantile (normal[k].probability), normal[k].quantile, 1e-14);
      g_assert_cmpfloat_with_epsilon (nepho_normal_cdf (normal[k].quantile), normal[k].probability, 1e-15);
    }
}

/* There and back, far into both tails. */
static void
test_normal_inverse (void)
{
  for (double p = 1e-300; p < 0.4; p *= 7.0)
    {
      g_assert_cmpfloat_with_epsilon (nepho_normal_cdf (nepho_normal_quantile (p)) / p, 1.0, 1e-11);
      if (p > 1e-12)
        g_assert_cmpfloat_with_epsilon (nepho_normal_quantile (1.0 - p), -nepho_normal_quantile (1.0 - (1.0 - p)), 1e-13);
    }
}

static double
ln_beta (double alpha, double beta)
{
  return lgamma (alpha) + lgamma (beta) - lgamma (alpha + beta);
}

/* Whole exponents make polynomials. */
static void
test_beta (void)
{
  for (double x = 0.0; x <= 1.0; x += 1.0 / 64.0)
    {
      double rest = 1.0 - x;

      g_assert_cmpfloat_with_epsilon (nepho_beta_cdf (x, 1.0, 5.0, ln_beta (1.0, 5.0)), 1.0 - pow (rest, 5.0), 1e-14);
      g_assert_cmpfloat_with_epsilon (nepho_beta_cdf (x, 5.0, 1.0, ln_beta (5.0, 1.0)), pow (x, 5.0), 1e-14);
      g_assert_cmpfloat_with_epsilon (nepho_beta_cdf (x, 2.0, 4.0, ln_beta (2.0, 4.0)),
                                      1.0 - pow (rest, 4.0) * (1.0 + 4.0 * x), 1e-14);
      g_assert_cmpfloat_with_epsilon (nepho_beta_cdf (x, 3.0, 3.0, ln_beta (3.0, 3.0)),
                                      x * x * x * (10.0 - 15.0 * x + 6.0 * x * x), 1e-14);
    }
}

static void
test_beta_inverse (void)
{
  for (double alpha = 1.0; alpha <= 5.0; alpha += 0.37)
    for (double p = 1e-9; p < 1.0; p += 0.0173)
      {
        double x = nepho_beta_quantile (p, alpha, 6.0 - alpha, ln_beta (alpha, 6.0 - alpha));

        g_assert_cmpfloat_with_epsilon (nepho_beta_cdf (x, alpha, 6.0 - alpha, ln_beta (alpha, 6.0 - alpha)), p, 1e-14);
      }
  g_assert_cmpfloat_with_epsilon (nepho_beta_quantile (0.5, 3.0, 3.0, ln_beta (3.0, 3.0)), 0.5, 1e-15);
  g_assert_cmpfloat_with_epsilon (nepho_beta_quantile (0.3, 1.0, 5.0, ln_beta (1.0, 5.0)), 1.0 - pow (0.7, 0.2), 1e-15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/statistics/normal", test_normal);
  g_test_add_func ("/base/statistics/normal-inverse", test_normal_inverse);
  g_test_add_func ("/base/statistics/beta", test_beta);
  g_test_add_func ("/base/statistics/beta-inverse", test_beta_inverse);

  return g_test_run ();
}
