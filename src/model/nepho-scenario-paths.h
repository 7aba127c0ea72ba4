/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-event.h"

G_BEGIN_DECLS

/* Between the paths that a scenario stores and the events of every parameter. A path is one: where a scenario stores
 * one for a parameter, it takes the place of the parent's as a whole, and an empty one of it means none. */
void        nepho_scenario_set_path      (NephoScenario           *scenario,
                                          const char              *parameter,
                                          const NephoEvent        *list,
                                          guint                    n_events);
gboolean    nepho_scenario_find_path     (const NephoScenario     *scenario,
                                          const char              *parameter,
                                          const NephoEvent       **list,
                                          guint                   *n_events);
GHashTable *nepho_paths_new              (void);
GHashTable *nepho_paths_copy             (GHashTable              *paths);
gboolean    nepho_paths_equal            (GHashTable              *a,
                                          GHashTable              *b);
void        nepho_scenario_overlay_paths (const NephoScenario     *scenario,
                                          const NephoParameterSet *set,
                                          NephoEvents             *events);
void        nepho_scenario_diff_paths    (NephoScenario           *scenario,
                                          const NephoParameterSet *set,
                                          const NephoEvents       *parent_events,
                                          const NephoEvents       *events);

G_END_DECLS
