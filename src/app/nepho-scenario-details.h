/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-window.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_SCENARIO_DETAILS (nepho_scenario_details_get_type ())

/* All that is known of a scenario: name, story, what the article says, what differs from what it follows, snapshots.
 *
 * Actions: "details.undo", "details.redo", "details.restore" (id of a snapshot), "details.delete" (the same). */
G_DECLARE_FINAL_TYPE (NephoScenarioDetails, nepho_scenario_details, NEPHO, SCENARIO_DETAILS, AdwWindow)

NephoScenarioDetails *nepho_scenario_details_present  (NephoWindow          *parent,
                                                       const char           *id);
void                  nepho_scenario_details_describe (NephoScenarioDetails *self);

G_END_DECLS
