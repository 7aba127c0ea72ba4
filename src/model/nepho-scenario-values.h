/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter.h"

G_BEGIN_DECLS

/* Between what a scenario stores and the value of every parameter. The shares of a segment are one: all of
 * them are stored or none. */
gboolean    nepho_scenario_overlay      (const NephoScenario     *scenario,
                                         const NephoParameterSet *set,
                                         double                  *values,
                                         GError                 **error);
void        nepho_scenario_diff         (NephoScenario           *scenario,
                                         const NephoParameterSet *set,
                                         const double            *parent_values,
                                         const double            *values);
gboolean    nepho_scenario_check_shares (const NephoScenario     *scenario,
                                         const NephoParameterSet *set,
                                         GError                 **error);
const NephoScenario *nepho_scenario_setter (const NephoScenario  *scenario,
                                         const NephoParameterSet *set,
                                         guint                    index,
                                         double                   value);
gboolean    nepho_scenario_resolve      (const NephoParameterSet *set,
                                         const char              *id,
                                         double                  *values,
                                         GError                 **error);

G_END_DECLS
