/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-evidence.h"
#include "nepho-outcome.h"

G_BEGIN_DECLS

/* What figures of scenarios side by side share. */

NephoFigureContext nepho_compare_context      (const NephoFigureContext *context);
void               nepho_compare_add_evidence (NephoEvidence            *evidence,
                                               const NephoOutcomeChoice *choice);
void               nepho_compare_say_empty    (NephoPlotFigure          *figure);

G_END_DECLS
