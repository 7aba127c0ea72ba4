/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-state.h"

#include "nepho-scenario-paths.h"
#include "nepho-scenario-values.h"

/* Copies both; @events may be NULL. */
void
nepho_state_init (NephoState *state, const NephoParameterSet *set, const double *values, const NephoEvents *events)
{
  state->values = g_memdup2 (values, nepho_parameter_set_size (set) * sizeof (double));
  state->events = nepho_events_copy (events);
}

void
nepho_state_clear (NephoState *state)
{
  g_clear_pointer (&state->values, g_free);
  g_clear_pointer (&state->events, nepho_events_free);
}

/* Of one that was allocated. */
void
nepho_state_free (gpointer state)
{
  nepho_state_clear (state);
  g_free (state);
}

/* Lets a scenario that nobody shares yet store what differs from @base. */
void
nepho_state_store (const NephoState *state,
                   const NephoParameterSet *set,
                   const NephoState *base,
                   NephoScenario *scenario)
{
  nepho_scenario_diff (scenario, set, base->values, state->values);
  nepho_scenario_diff_paths (scenario, set, base->events, state->events);
}
