/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-flows.h"

#include <math.h>

#include "nepho-sample.h"

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-12 * MAX (1.0, fabs (b)));
}

/* In the base quarter no force is at work: vendors of 1/3 and 2/3 keep what a year's renewal of 85 % leaves in a
 * quarter, and the rest and the newcomers choose as those before them did. */
static void
test_first_quarter (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  double kept = pow (0.85, 0.25);
  double lost = 1000.0 * (1.0 - kept);
  double newcomers = 1000.0 * (pow (1.2, 0.25) - 1.0);
  g_autoptr (NephoFlows) flows = NULL;

  nepho_sample_set (set, values, "segment.x.customers", 1000.0);
  nepho_sample_set (set, values, "segment.x.renewal", 0.85);
  nepho_sample_set (set, values, "segment.x.growth", 0.2);
  flows = nepho_flows_new (set, values, 0, 0);
  g_assert_cmpuint (flows->n_vendors, ==, 2);
  assert_near (flows->before[0], 1000.0 / 3.0);
  assert_near (flows->moved[0], 1000.0 * kept / 3.0 + lost / 9.0);
  assert_near (flows->moved[1], lost * 2.0 / 9.0);
  assert_near (flows->moved[2], lost * 2.0 / 9.0);
  assert_near (flows->moved[3], 2000.0 * kept / 3.0 + lost * 4.0 / 9.0);
  assert_near (flows->joined[0], newcomers / 3.0);
  assert_near (flows->joined[1], newcomers * 2.0 / 3.0);
  g_assert_cmpfloat (flows->left[0], ==, 0.0);
}

/* A market that loses 19 % a year while 99.5 % renew: nobody is to be won who was not lost, and some leave. */
static void
test_shrinking (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  double shrink = pow (0.81, 0.25);
  double kept = pow (0.995, 0.25) * shrink;
  double to_win = 1000.0 * (shrink - kept);
  g_autoptr (NephoFlows) flows = NULL;

  nepho_sample_set (set, values, "segment.x.customers", 1000.0);
  nepho_sample_set (set, values, "segment.x.renewal", 0.995);
  nepho_sample_set (set, values, "segment.x.growth", -0.19);
  flows = nepho_flows_new (set, values, 0, 0);
  assert_near (flows->joined[0] + flows->joined[1], 0.0);
  assert_near (flows->left[0], (1000.0 * (1.0 - kept) - to_win) / 3.0);
  assert_near (flows->moved[1], to_win / 3.0 * 2.0 / 3.0);
}

static void
assert_sums (const NephoFlows *flows, const NephoResults *results, guint t, int segment)
{
  for (guint i = 0; i < flows->n_vendors; i++)
    {
      double row = flows->left[i];
      double column = flows->joined[i];
      double before = 0.0;
      double after = 0.0;

      for (guint j = 0; j < flows->n_vendors; j++)
        {
          g_assert_cmpfloat (flows->moved[i * flows->n_vendors + j], >=, 0.0);
          row += flows->moved[i * flows->n_vendors + j];
          column += flows->moved[j * flows->n_vendors + i];
        }
      for (guint s = 0; s < results->n_segments; s++)
        if (segment < 0 || (guint) segment == s)
          {
            before += results->customers[nepho_results_tis (results, t, i, s)];
            after += results->customers[nepho_results_tis (results, t + 1, i, s)];
          }
      g_assert_cmpfloat (flows->left[i], >=, 0.0);
      g_assert_cmpfloat (flows->joined[i], >=, 0.0);
      assert_near (row, before);
      assert_near (column, after);
    }
}

/* Whatever the parameters, each customer of a quarter is somewhere in the next, and was somewhere before. */
static void
test_sums (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (5, 2);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autoptr (NephoMarket) market = nepho_market_new (set);
  g_autoptr (NephoResults) results = nepho_results_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20230424);

  for (guint k = 0; k < 100; k++)
    {
      guint t = (guint) g_rand_int_range (random, 0, 40);

      nepho_sample_randomise (set, random, values);
      nepho_market_run (market, values, 41, results);
      for (int segment = -1; segment < 2; segment++)
        {
          g_autoptr (NephoFlows) flows = nepho_flows_new (set, values, t, segment);

          assert_sums (flows, results, t, segment);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flows/first-quarter", test_first_quarter);
  g_test_add_func ("/flows/shrinking", test_shrinking);
  g_test_add_func ("/flows/sums", test_sums);

  return g_test_run ();
}
