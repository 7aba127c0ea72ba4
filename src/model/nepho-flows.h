/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-market.h"

G_BEGIN_DECLS

/* Where the customers of each vendor went from one quarter to the next, in thousands. */
typedef struct
{
  guint   n_vendors;
  double *moved;  /* [from * n_vendors + to]; on the diagonal those who stayed with their vendor or chose it again */
  double *joined; /* [to] those who were nobody's customers before */
  double *left;   /* [from] those who are nobody's customers after */
  double *before; /* [i] customers of the quarter: the sum of a row, and of those who left */
  double *after;  /* [i] customers of the next: the sum of a column, and of those who joined */
} NephoFlows;

NephoFlows *nepho_flows_new  (const NephoParameterSet *set,
                              const double            *values,
                              guint                    quarter,
                              int                      segment);
void        nepho_flows_free (NephoFlows              *flows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoFlows, nepho_flows_free)

G_END_DECLS
