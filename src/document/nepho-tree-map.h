/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document-scenario.h"
#include "nepho-state.h"

G_BEGIN_DECLS

/* What the reader's scenarios become in an edited data set. */
NephoScenarioTree *nepho_tree_map (NephoDocument           *document,
                                   const NephoParameterSet *set,
                                   const NephoState        *state,
                                   char                   **scenario);

G_END_DECLS
