/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-chart-link.h"
#include "nepho-chart.h"

G_BEGIN_DECLS

/* How a chart over time is zoomed: by a drag across it, and by keys. */
typedef struct
{
  NephoChart     *chart;
  NephoChartLink *link;     /* where the stretch of time is kept */
  gboolean        dragging;
  double          start, end; /* of the drag, in pixels of the chart */
  double          start_y;
} NephoChartZoom;

void     nepho_chart_zoom_attach (NephoChartZoom *zoom,
                                  NephoChart     *chart);
gboolean nepho_chart_zoom_begins (NephoChartZoom *zoom,
                                  double          x,
                                  double          y);
gboolean nepho_chart_zoom_step   (NephoChartZoom *zoom,
                                  double          factor,
                                  double          around);
void     nepho_chart_zoom_follow (NephoChartZoom *zoom,
                                  double          time);
void     nepho_chart_zoom_draw   (NephoChartZoom *zoom,
                                  GtkSnapshot    *snapshot);

G_END_DECLS
