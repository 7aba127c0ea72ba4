/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-chart-link.h"
#include "nepho-plot-layout.h"

G_BEGIN_DECLS

double         nepho_chart_look_text_scale (GtkWidget             *widget);
gboolean       nepho_chart_look_narrow     (const NephoPlotFigure *figure,
                                            NephoChartLink        *link,
                                            NephoPlotView         *view);
GskRenderNode *nepho_chart_look_draw       (GtkWidget             *widget,
                                            const NephoPlotLayout *layout);

G_END_DECLS
