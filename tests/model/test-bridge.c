/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-bridge.h"
#include "nepho-market.h"
#include "nepho-sample.h"

/* One vendor, one segment, contract 1 at first: 10 customers at 1.0 x 1.0, then 20 at 0.5 x 2.0. */
static void
split (double revenue_at_last, NephoBridge *bridge)
{
  g_autoptr (NephoResults) results = nepho_results_new ();

  nepho_results_reserve (results, 2, 1, 1);
  results->customers[0] = 10.0;
  results->customers[1] = 20.0;
  results->price[0] = 1.0;
  results->price[1] = 0.5;
  results->usage[0] = 1.0;
  results->usage[1] = 2.0;
  results->revenue[0] = 10.0;
  results->revenue[1] = revenue_at_last;
  nepho_bridge_split (results, 0, 0, 0, 1, bridge);
}

static void
test_by_hand (void)
{
  NephoBridge bridge;

  split (20.0, &bridge);

  /* Shapley: 10 x ((1 + 1)/3 + (2 + 0.5)/6) = 10.8333; price −0.5 x ((10 + 40)/3 + (20 + 20)/6);
   * usage 1 x ((10 + 10)/3 + (5 + 20)/6). */
  g_assert_cmpfloat_with_epsilon (bridge.customers, 10.0 * (2.0 / 3.0 + 2.5 / 6.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (bridge.price, -0.5 * (50.0 / 3.0 + 40.0 / 6.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (bridge.usage, 20.0 / 3.0 + 25.0 / 6.0, 1e-12);
  g_assert_cmpfloat (bridge.from, ==, 10.0);
  g_assert_cmpfloat (bridge.to, ==, 20.0);
}

/* The same with contracts of 1, then 3: 20 customers bring 60, and whoever signs for more uses more, 1 x 1 and
 * then 2 x 3. */
static void
test_contract (void)
{
  NephoBridge bridge;

  split (60.0, &bridge);
  g_assert_cmpfloat_with_epsilon (bridge.customers, 10.0 * ((1.0 + 3.0) / 3.0 + (6.0 + 0.5) / 6.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (bridge.price, -0.5 * ((10.0 + 120.0) / 3.0 + (60.0 + 20.0) / 6.0), 1e-12);
  g_assert_cmpfloat_with_epsilon (bridge.usage, 5.0 * ((10.0 + 10.0) / 3.0 + (5.0 + 20.0) / 6.0), 1e-12);
}

static void
test_nothing_is_lost (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (4, 3);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autoptr (NephoMarket) market = nepho_market_new (set);
  g_autoptr (NephoResults) results = nepho_results_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20230411);
  g_autofree double *values = nepho_parameter_set_defaults (set);

  for (guint draw = 0; draw < 50; draw++)
    {
      NephoBridge all;
      double by_vendor = 0.0;
      guint from = (guint) g_rand_int_range (random, 0, 41);
      guint to = (guint) g_rand_int_range (random, 0, 41);

      nepho_sample_randomise (set, random, values);
      nepho_market_run (market, values, 40, results);
      nepho_bridge_split (results, -1, -1, from, to, &all);
      g_assert_cmpfloat (fabs (all.from + all.customers + all.price + all.usage - all.to), <=,
                         1e-12 * (fabs (all.from) + fabs (all.to) + fabs (all.customers) + fabs (all.price)));
      for (int i = 0; i < 4; i++)
        {
          NephoBridge one;

          nepho_bridge_split (results, i, -1, from, to, &one);
          by_vendor += one.to;
        }
      g_assert_cmpfloat (fabs (by_vendor - all.to), <=, 1e-12 * fabs (all.to));
    }
}

static void
test_vendor_that_appears (void)
{
  g_autoptr (NephoResults) results = nepho_results_new ();
  NephoBridge bridge;

  nepho_results_reserve (results, 2, 1, 1);
  results->customers[0] = 0.0;
  results->customers[1] = 5.0;
  results->price[0] = results->price[1] = 1.0;
  results->usage[0] = results->usage[1] = 1.0;
  results->revenue[0] = 0.0;
  results->revenue[1] = 2.5;
  nepho_bridge_split (results, -1, -1, 0, 1, &bridge);

  g_assert_cmpfloat (bridge.customers, ==, 2.5);
  g_assert_cmpfloat (bridge.price, ==, 0.0);
  g_assert_cmpfloat (bridge.usage, ==, 0.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bridge/by-hand", test_by_hand);
  g_test_add_func ("/bridge/contract", test_contract);
  g_test_add_func ("/bridge/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/bridge/vendor-that-appears", test_vendor_that_appears);

  return g_test_run ();
}
