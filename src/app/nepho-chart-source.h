/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-chart.h"

G_BEGIN_DECLS

/* Tells where a datum of the figure is from (transfer floating). */
typedef GtkWidget *(*NephoChartExplain) (const NephoPlotFigure *figure,
                                         guint                  series,
                                         guint                  point,
                                         gpointer               user_data);

/* The datum of a chart that is meant, and the popover that tells where it is from. */
typedef struct
{
  NephoChart       *chart;
  NephoChartExplain explain;     /* or NULL */
  gpointer          user_data;
  NephoPlotHit      target;      /* series -1: none */
  GtkWidget        *popover;     /* of the datum last asked for, or NULL */
  gint64            clicked;     /* when a click opened it; 0: something else did */
} NephoChartSource;

void     nepho_chart_source_init       (NephoChartSource *self,
                                        NephoChart       *chart);
gboolean nepho_chart_source_aim        (NephoChartSource *self,
                                        double            x,
                                        double            y);
void     nepho_chart_source_aim_cursor (NephoChartSource *self);
gboolean nepho_chart_source_has_target (NephoChartSource *self);
void     nepho_chart_source_open       (NephoChartSource *self,
                                        gboolean          clicked);
void     nepho_chart_source_open_at    (NephoChartSource *self,
                                        GtkWidget        *parent,
                                        GtkWidget        *cell,
                                        guint             series,
                                        guint             point);
void     nepho_chart_source_close      (NephoChartSource *self);

G_END_DECLS
