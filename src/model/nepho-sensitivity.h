/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-market.h"
#include "nepho-outcome.h"

G_BEGIN_DECLS

/* What one parameter does to an outcome while all others stay. */
typedef struct
{
  guint    parameter; /* index in the set */
  double   low;       /* ends of its range, in its unit */
  double   high;
  double   at_low;    /* the outcome there */
  double   at_high;
  double   swing;     /* from the least to the greatest of the two and of the outcome as it is */
  gboolean turns;     /* between the ends the outcome goes up and down */
} NephoDriver;

GArray *nepho_sensitivity_run (const NephoParameterSet *set,
                               const NephoAssumptions  *assumptions,
                               guint                    horizon,
                               NephoOutcome             outcome,
                               gconstpointer            data,
                               guint                    most,
                               double                  *now,
                               guint                   *n_tried);

G_END_DECLS
