/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-chart-card.h"

G_BEGIN_DECLS

/* A chart of a page shown once more: large, in a window of its own, or to a room. */
NephoChartCard *nepho_chart_copies_new     (NephoChartCard *card,
                                            gboolean        together);
void            nepho_chart_copies_enlarge (NephoChartCard *card);
void            nepho_chart_copies_detach  (NephoChartCard *card);
void            nepho_chart_copies_present (NephoChartCard *card);

G_END_DECLS
