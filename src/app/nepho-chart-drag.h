/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-chart-card.h"

G_BEGIN_DECLS

/* A chart is dragged out of the window by its title, or from anywhere where a drag chooses no stretch of time. */
void                nepho_chart_drag_attach   (NephoChartCard  *card);
GdkContentProvider *nepho_chart_drag_provider (NephoChartCard  *card,
                                               GError         **error);
void                nepho_chart_drag_forget   (void);

G_END_DECLS
