/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-history-items.h"

G_BEGIN_DECLS

void nepho_history_compare (NephoEvidence          *evidence,
                            const NephoHistory     *history,
                            const NephoHistoryItem *item);

G_END_DECLS
