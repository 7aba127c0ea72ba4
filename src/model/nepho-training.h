/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter.h"

G_BEGIN_DECLS

#define NEPHO_FLOP_PER_PF_DAY 8.64e19

/* One training run, as asked. */
typedef struct
{
  double parameters;             /* N */
  double tokens;                 /* D */
  double pf_days;                /* published work that overrides 6 N D, or 0 */
  double centre_pflops;          /* PFLOP/s of one centre */
  double utilisation;            /* fraction of a centre's peak in use */
  double window_days;            /* the run must end within this */
  double investment_yuan_bn;     /* capital of one centre, CNY bn */
  double life_years;             /* a centre is written off over this */
  double accelerator_flops;      /* peak FLOP/s of one accelerator */
  double mfu;                    /* model FLOP utilisation of the accelerators */
  double price_yuan_per_hour;    /* rent of one accelerator */
  double accelerator_watts;
  double pue;
  double grid_kg_per_kwh;
} NephoTrainingRun;

/* What it takes. */
typedef struct
{
  double flop;
  double pf_days;
  double centre_days;            /* days on one centre: PF-days / (PFLOP/s x utilisation) */
  double centres;                /* exact */
  double centres_whole;
  double capital_yuan_bn;
  double capital_used_yuan_bn;   /* the part of the capital's life that this run uses up */
  double accelerators;
  double accelerator_hours;
  double rent_yuan_bn;
  double energy_gwh;
  double emissions_kt;
} NephoTrainingCost;

void nepho_training_run_from_values (const NephoParameterSet *set,
                                     const double            *values,
                                     NephoTrainingRun        *run);
void nepho_training_cost            (const NephoTrainingRun  *run,
                                     NephoTrainingCost       *cost);

G_END_DECLS
