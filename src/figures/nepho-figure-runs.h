/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-evidence.h"
#include "nepho-share-runs.h"

G_BEGIN_DECLS

/* What the figures about many runs share. */

NephoShareRuns *nepho_frame_share_runs (const NephoFigureContext *context);
guint           nepho_frame_ranked     (const NephoFigureContext *context,
                                        guint                    *vendors);
char           *nepho_words_odds       (double                    probability);
void            nepho_evidence_note_runs (NephoEvidence          *evidence,
                                          const NephoShareRuns   *runs);

G_END_DECLS
