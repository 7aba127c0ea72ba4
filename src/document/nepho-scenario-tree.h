/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-scenario.h"

G_BEGIN_DECLS

#define NEPHO_SCENARIO_TREE_MAX_SIZE 200u
#define NEPHO_SCENARIO_TREE_MAX_DEPTH 16u

/* The reader's scenarios and snapshots, parents before children, and the notes that hold in every scenario.
 * Reference counted and never changed: each edit gives a changed copy, which shares what stayed. */
typedef struct _NephoScenarioTree NephoScenarioTree;

NephoScenarioTree   *nepho_scenario_tree_new       (void);
NephoScenarioTree   *nepho_scenario_tree_ref       (NephoScenarioTree       *tree);
void                 nepho_scenario_tree_unref     (NephoScenarioTree       *tree);
guint                nepho_scenario_tree_size      (const NephoScenarioTree *tree);
const NephoScenario *nepho_scenario_tree_get       (const NephoScenarioTree *tree,
                                                    guint                    index);
const NephoScenario *nepho_scenario_tree_find      (const NephoScenarioTree *tree,
                                                    const char              *id);
GHashTable          *nepho_scenario_tree_get_notes (const NephoScenarioTree *tree);
gboolean             nepho_scenario_tree_equal     (const NephoScenarioTree *a,
                                                    const NephoScenarioTree *b);
NephoScenarioTree   *nepho_scenario_tree_add       (const NephoScenarioTree *tree,
                                                    NephoScenario           *node,
                                                    GError                 **error);
NephoScenarioTree   *nepho_scenario_tree_replace   (const NephoScenarioTree *tree,
                                                    NephoScenario           *node);
NephoScenarioTree   *nepho_scenario_tree_remove    (const NephoScenarioTree *tree,
                                                    const char              *id);
NephoScenarioTree   *nepho_scenario_tree_set_notes (const NephoScenarioTree *tree,
                                                    GHashTable              *notes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoScenarioTree, nepho_scenario_tree_unref)

G_END_DECLS
