/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-chart-link.h"
#include "nepho-plot-layout.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_CHART (nepho_chart_get_type ())

/* A figure on the screen.
 *
 * Property "reading" (string): what stands under the keyboard cursor, or NULL; "narrowed" (boolean): whether less
 * than the whole figure is shown, because the reader zoomed or wants to see one series alone. */
G_DECLARE_FINAL_TYPE (NephoChart, nepho_chart, NEPHO, CHART, GtkWidget)

GtkWidget             *nepho_chart_new           (void);
void                   nepho_chart_set_figure    (NephoChart      *self,
                                                  NephoPlotFigure *figure);
const NephoPlotFigure *nepho_chart_get_figure    (NephoChart      *self);
void                   nepho_chart_set_held      (NephoChart      *self,
                                                  gboolean         held);
void                   nepho_chart_set_link      (NephoChart      *self,
                                                  NephoChartLink  *link);
NephoChartLink        *nepho_chart_get_link      (NephoChart      *self);
gboolean               nepho_chart_is_narrowed   (NephoChart      *self);
gboolean               nepho_chart_isolate_at    (NephoChart      *self,
                                                  double           x,
                                                  double           y);
gboolean               nepho_chart_drag_zooms    (NephoChart      *self,
                                                  double           x,
                                                  double           y);
const NephoPlotLayout *nepho_chart_get_layout    (NephoChart      *self);
gboolean               nepho_chart_get_cursor    (NephoChart      *self,
                                                  NephoPlotHit    *hit);
char                  *nepho_chart_get_reading   (NephoChart      *self);
guint                  nepho_chart_get_n_renders (NephoChart      *self);
const NephoPlotTheme  *nepho_chart_theme         (void);

G_END_DECLS
