/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-results.h"
#include "nepho-unit.h"

G_BEGIN_DECLS

/* The one number that is asked about, from a run; no run may leave it infinite or NaN. */
typedef double (*NephoOutcome) (const NephoResults *results,
                                gconstpointer       data);

typedef enum
{
  NEPHO_OUTCOME_REVENUE, /* CNY bn a year */
  NEPHO_OUTCOME_SHARE,   /* of customers in one segment, of revenue in all */
  NEPHO_OUTCOME_EBITA,   /* CNY bn a year, of all segments */
  NEPHO_N_OUTCOMES
} NephoOutcomeKind;

/* Which number of a run is meant. */
typedef struct
{
  NephoOutcomeKind kind;
  int              vendor;  /* index, or -1: all together */
  int              segment; /* index, or -1: all together */
  guint            t;       /* quarters after the base quarter, within the run */
} NephoOutcomeChoice;

double      nepho_outcome_of   (const NephoResults *results,
                                gconstpointer       choice);
NephoUnit   nepho_outcome_unit (NephoOutcomeKind    kind);
const char *nepho_outcome_id   (NephoOutcomeKind    kind);
gboolean    nepho_outcome_find (const char         *id,
                                NephoOutcomeKind   *kind);

G_END_DECLS
