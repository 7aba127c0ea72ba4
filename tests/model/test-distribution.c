/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-distribution.h"

#include <math.h>

/* Inverted by hand. A normal distribution from -2 to 2 deviations has Φ(2) − Φ(−2) = 0.9544997361036416 of
 * all; PERT from 0 to 1 with its mode at an end is a power. */
static const struct
{
  NephoShape shape;
  double     low;
  double     mode;
  double     high;
  double     probability;
  double     expected;
} cases[] = {
  { NEPHO_SHAPE_FIXED, 1.0, 2.0, 4.0, 0.9, 2.0 },
  { NEPHO_SHAPE_UNIFORM, 1.0, 2.0, 5.0, 0.25, 2.0 },
  { NEPHO_SHAPE_TRIANGULAR, 0.0, 1.0, 4.0, 0.25, 1.0 },
  { NEPHO_SHAPE_TRIANGULAR, 0.0, 1.0, 4.0, 0.0625, 0.5 },
  { NEPHO_SHAPE_TRIANGULAR, 0.0, 1.0, 4.0, 0.8125, 2.5 },
  { NEPHO_SHAPE_TRIANGULAR, 0.0, 0.0, 2.0, 0.75, 1.0 },
  { NEPHO_SHAPE_TRIANGULAR, 0.0, 2.0, 2.0, 0.25, 1.0 },
  { NEPHO_SHAPE_NORMAL, -2.0, 0.0, 2.0, 0.5, 0.0 },
  /* Φ(1) = 0.8413447460685429 */
  { NEPHO_SHAPE_NORMAL, -2.0, 0.0, 2.0, (0.8413447460685429 - 0.0227501319481792) / 0.9544997361036416, 1.0 },
  { NEPHO_SHAPE_NORMAL, 6.0, 10.0, 14.0, (0.8413447460685429 - 0.0227501319481792) / 0.9544997361036416, 12.0 },
  /* Half of one: Φ(4) − ½ of all, from 0 to 4 deviations */
  { NEPHO_SHAPE_NORMAL, 0.0, 0.0, 4.0, (0.8413447460685429 - 0.5) / (0.9999683287581669 - 0.5), 1.0 },
  { NEPHO_SHAPE_LOG_NORMAL, 1.0, 2.0, 4.0, 0.5, 2.0 },
  { NEPHO_SHAPE_LOG_NORMAL, 1.0, 4.0, 16.0, (0.8413447460685429 - 0.0227501319481792) / 0.9544997361036416, 8.0 },
  { NEPHO_SHAPE_PERT, 0.0, 2.0, 4.0, 0.5, 2.0 },
  { NEPHO_SHAPE_PERT, 0.0, 0.0, 10.0, 1.0 - 0.5 * 0.5 * 0.5 * 0.5 * 0.5, 5.0 },
  { NEPHO_SHAPE_PERT, 0.0, 10.0, 10.0, 0.5 * 0.5 * 0.5 * 0.5 * 0.5, 5.0 },
  /* No logarithm of nothing: triangular instead */
  { NEPHO_SHAPE_LOG_NORMAL, 0.0, 1.0, 4.0, 0.25, 1.0 },
  /* Ends that meet */
  { NEPHO_SHAPE_PERT, 3.0, 3.0, 3.0, 0.7, 3.0 },
};

static void
test_cases (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      NephoDistribution distribution;

      nepho_distribution_init (&distribution, cases[k].shape, cases[k].low, cases[k].mode, cases[k].high);
      g_assert_cmpfloat_with_epsilon (nepho_distribution_quantile (&distribution, cases[k].probability), cases[k].expected,
                                      1e-12);
    }
}

/* Never beyond the ends, and a greater probability never gives less. */
static void
test_within (void)
{
  for (guint shape = NEPHO_SHAPE_UNIFORM; shape <= NEPHO_SHAPE_PERT; shape++)
    for (double mode = 0.1; mode <= 0.9; mode += 0.1)
      {
        NephoDistribution distribution;
        double last = 0.1;

        nepho_distribution_init (&distribution, (NephoShape) shape, 0.1, mode, 0.9);
        for (double p = 1e-12; p < 1.0; p += 0.004)
          {
            double value = nepho_distribution_quantile (&distribution, p);

            g_assert_cmpfloat (value, >=, last);
            g_assert_cmpfloat (value, <=, 0.9);
            last = value;
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/distribution/cases", test_cases);
  g_test_add_func ("/model/distribution/within", test_within);

  return g_test_run ();
}
