/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-event.h"
#include "nepho-force.h"
#include "nepho-outcome.h"

G_BEGIN_DECLS

typedef enum
{
  NEPHO_CAUSES_FORCE,     /* all parameters of a force together */
  NEPHO_CAUSES_PARAMETER, /* each for itself, but a segment's shares together */
} NephoCausesKind;

/* One part of a difference, and whose it is. */
typedef struct
{
  NephoForce force;
  int        parameter;    /* the first that differs, or -1: a whole force */
  guint      n_parameters; /* that differ in value or events; 0: nothing of this force does */
  double     part;
  double     error;        /* standard error; 0 where every order counts */
} NephoCause;

/* Why an outcome differs between two sets of assumptions. */
typedef struct
{
  double  from;
  double  to;
  guint   n_orders; /* that were drawn; 0: every order counts */
  GArray *causes;   /* NephoCause, whose parts sum to the difference to the last bit */
} NephoCauses;

NephoCauses *nepho_causes_new   (const NephoParameterSet *set,
                                 const NephoAssumptions  *before,
                                 const NephoAssumptions  *after,
                                 guint                    horizon,
                                 NephoOutcome             outcome,
                                 gconstpointer            data,
                                 NephoCausesKind          kind,
                                 gboolean                 hasty);
void         nepho_causes_free  (NephoCauses             *causes);
char        *nepho_cause_title  (const NephoParameterSet *set,
                                 const NephoCause        *cause);
char        *nepho_cause_id     (const NephoParameterSet *set,
                                 const NephoCause        *cause);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoCauses, nepho_causes_free)

G_END_DECLS
