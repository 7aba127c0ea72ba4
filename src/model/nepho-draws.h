/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter-range.h"

G_BEGIN_DECLS

#define NEPHO_MAX_RUNS 100000u

/* Evenly drawn numbers for many runs of a model: which part of its distribution each parameter takes in each.
 * They know nothing of the values, so that the same ones serve while a lever moves. */
typedef struct
{
  guint    n_runs;
  guint32  seed;
  guint    n_parameters;
  double **columns; /* [parameter] -> [run] between 0 and 1; NULL where a parameter is not drawn */
} NephoDraws;

NephoDraws *nepho_draws_new  (const NephoParameterSet *set,
                              guint                    n_runs,
                              guint32                  seed);
void        nepho_draws_hold (NephoDraws              *draws,
                              guint                    parameter);
void        nepho_draws_free (NephoDraws              *draws);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoDraws, nepho_draws_free)

G_END_DECLS
