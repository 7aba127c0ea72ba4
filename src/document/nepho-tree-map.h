/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document-scenario.h"

G_BEGIN_DECLS

/* What the reader's scenarios become in an edited data set. */
NephoScenarioTree *nepho_tree_map (NephoDocument           *document,
                                   const NephoParameterSet *set,
                                   const double            *values,
                                   char                   **scenario);

G_END_DECLS
