/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-training.h"

#include <math.h>

#define FLOP_PER_PARAMETER_AND_TOKEN 6.0 /* forward and backward: Kaplan et al. 2020 */
#define DAYS_PER_YEAR 365.0

/**
 * nepho_training_run_from_values:
 * @set: the parameters of a data set
 * @values: their values
 * @run: (out): the training run that the levers describe
 */
void
nepho_training_run_from_values (const NephoParameterSet *set, const double *values, NephoTrainingRun *run)
{
#define VALUE(id) values[nepho_parameter_set_index (set, id, -1, -1)]
  *run = (NephoTrainingRun) {
    .parameters = VALUE ("train.parameters"),
    .tokens = VALUE ("train.tokens"),
    .pf_days = 0.0,
    .centre_pflops = VALUE ("train.centre_pflops"),
    .utilisation = VALUE ("train.utilisation"),
    .window_days = VALUE ("train.window_days"),
    .investment_yuan_bn = VALUE ("train.centre_investment"),
    .life_years = VALUE ("train.centre_life"),
    .accelerator_flops = VALUE ("compute.peak_flops"),
    .mfu = VALUE ("compute.training_mfu"),
    .price_yuan_per_hour = VALUE ("compute.price_per_hour"),
    .accelerator_watts = VALUE ("train.accelerator_watts"),
    .pue = VALUE ("train.pue"),
    .grid_kg_per_kwh = VALUE ("train.grid_intensity"),
  };
#undef VALUE
}

/**
 * nepho_training_cost:
 * @run: a training run; every number positive, but pf_days, which may be 0 for 6 N D
 * @cost: (out): what it takes
 *
 * Work over speed is time: PF-days over PFLOP/s are days on one centre. A number of centres follows
 * only from a window in which the run must end and a utilisation. Source: docs/model.md, costing one
 * training run.
 */
void
nepho_training_cost (const NephoTrainingRun *run, NephoTrainingCost *cost)
{
  double flop = run->pf_days > 0.0 ? run->pf_days * NEPHO_FLOP_PER_PF_DAY
                                   : FLOP_PER_PARAMETER_AND_TOKEN * run->parameters * run->tokens;
  double pf_days = run->pf_days > 0.0 ? run->pf_days : flop / NEPHO_FLOP_PER_PF_DAY;
  double centre_days = pf_days / (run->centre_pflops * run->utilisation);
  double centres = centre_days / run->window_days;
  /* 7.000000000000001 centres are seven: binary rounding builds no centre. */
  double centres_whole = ceil (centres * (1.0 - 1e-12));
  double hours = flop / (run->accelerator_flops * run->mfu * 3600.0);
  double capital = centres_whole * run->investment_yuan_bn;
  double energy_kwh = hours * run->accelerator_watts * run->pue / 1e3;

  *cost = (NephoTrainingCost) {
    .flop = flop,
    .pf_days = pf_days,
    .centre_days = centre_days,
    .centres = centres,
    .centres_whole = centres_whole,
    .capital_yuan_bn = capital,
    .capital_used_yuan_bn = capital * run->window_days / (run->life_years * DAYS_PER_YEAR),
    .accelerators = hours / (run->window_days * 24.0),
    .accelerator_hours = hours,
    .rent_yuan_bn = hours * run->price_yuan_per_hour / 1e9,
    .energy_gwh = energy_kwh / 1e6,
    .emissions_kt = energy_kwh * run->grid_kg_per_kwh / 1e6,
  };
}
