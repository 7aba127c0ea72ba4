/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-event.h"

G_BEGIN_DECLS

/* What a scenario comes to: a value for each parameter, and what moves some of them over time. */
typedef struct
{
  double      *values;
  NephoEvents *events; /* never NULL */
} NephoState;

void nepho_state_init  (NephoState              *state,
                        const NephoParameterSet *set,
                        const double            *values,
                        const NephoEvents       *events);
void nepho_state_clear (NephoState              *state);
void nepho_state_free  (gpointer                 state);
void nepho_state_store (const NephoState        *state,
                        const NephoParameterSet *set,
                        const NephoState        *base,
                        NephoScenario           *scenario);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoState, nepho_state_clear)

G_END_DECLS
