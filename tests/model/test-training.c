/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-sample.h"
#include "nepho-training.h"

static NephoTrainingRun
defaults (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (1, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  NephoTrainingRun run;

  nepho_training_run_from_values (set, values, &run);

  return run;
}

/* The levers open on the article's own sum: a window of one day, everything in use. */
static void
test_article (void)
{
  NephoTrainingRun run = defaults ();
  NephoTrainingCost cost;

  run.pf_days = 3640.0;
  nepho_training_cost (&run, &cost);

  g_assert_cmpfloat_with_epsilon (cost.centres, 7.28, 1e-12);
  g_assert_cmpfloat (cost.centres_whole, ==, 8.0);
  g_assert_cmpfloat_with_epsilon (cost.capital_yuan_bn, 24.16, 1e-12);
  g_assert_cmpfloat_with_epsilon (7.0 * run.investment_yuan_bn, 21.14, 1e-12);
  g_assert_cmpfloat_with_epsilon (cost.flop, 3.14496e23, 1e10);
}

/* 6 x 175e9 x 300e9 = 3.15e23 FLOP = 3645.83 PF-days, beside the published 3640. */
static void
test_six_n_d (void)
{
  NephoTrainingRun run = defaults ();
  NephoTrainingCost cost;

  nepho_training_cost (&run, &cost);

  g_assert_cmpfloat_with_epsilon (cost.flop / 3.15e23, 1.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (cost.pf_days, 3645.8333333333335, 1e-9);
}

/* Work over speed is time: one centre of 500 PFLOP/s at 35 % needs 20.8 days, whatever the window. */
static void
test_days_on_one_centre (void)
{
  NephoTrainingRun run = defaults ();
  NephoTrainingCost cost;

  run.pf_days = 3640.0;
  run.utilisation = 0.35;
  nepho_training_cost (&run, &cost);
  g_assert_cmpfloat_with_epsilon (cost.centre_days, 20.8, 1e-12);

  run.window_days = 20.8;
  nepho_training_cost (&run, &cost);
  g_assert_cmpfloat_with_epsilon (cost.centres, 1.0, 1e-12);
  g_assert_cmpfloat (cost.centres_whole, ==, 1.0);
}

/* By hand, with round numbers: 1e24 FLOP on accelerators of 1e15 FLOP/s at 50 % are 2e9 seconds. */
static void
test_accelerators (void)
{
  NephoTrainingRun run = defaults ();
  NephoTrainingCost cost;
  double hours = 2e9 / 3600.0;

  run.parameters = 1e12;
  run.tokens = 1e12 / 6.0;
  run.accelerator_flops = 1e15;
  run.mfu = 0.5;
  run.window_days = 10.0;
  run.price_yuan_per_hour = 20.0;
  run.accelerator_watts = 500.0;
  run.pue = 1.2;
  run.grid_kg_per_kwh = 0.5;
  run.life_years = 5.0;
  nepho_training_cost (&run, &cost);

  g_assert_cmpfloat_with_epsilon (cost.accelerator_hours / hours, 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (cost.accelerators / (hours / 240.0), 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (cost.rent_yuan_bn / (hours * 20.0 / 1e9), 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (cost.energy_gwh / (hours * 0.6 / 1e6), 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (cost.emissions_kt / (hours * 0.3 / 1e6), 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (cost.capital_used_yuan_bn / (cost.capital_yuan_bn * 10.0 / 1825.0), 1.0, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/training/article", test_article);
  g_test_add_func ("/training/six-n-d", test_six_n_d);
  g_test_add_func ("/training/days-on-one-centre", test_days_on_one_centre);
  g_test_add_func ("/training/accelerators", test_accelerators);

  return g_test_run ();
}
