/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-path-chart.h"
#include "nepho-plot-layout.h"

G_BEGIN_DECLS

struct _NephoPathChart
{
  GtkWidget        parent_instance;

  NephoDocument   *document;
  guint            parameter;
  NephoPlotFigure *figure;
  NephoPlotLayout *layout;
  GskRenderNode   *picture;
  guint            selected; /* the point that the arrows move */
  gboolean         held;     /* by the pointer: a step is open, and the axis stays */
  double           held_minimum;
  double           held_maximum;
};

/* What is drawn: nepho-path-chart.c. */
const NephoEvent      *nepho_path_chart_list       (NephoPathChart *self,
                                                    guint          *n_events);
guint                  nepho_path_chart_count      (NephoPathChart *self);
const NephoPlotLayout *nepho_path_chart_layout     (NephoPathChart *self);
double                 nepho_path_chart_year       (NephoPathChart *self,
                                                    double          t);
void                   nepho_path_chart_invalidate (NephoPathChart *self);
void                   nepho_path_chart_tell       (NephoPathChart *self);
void                   nepho_path_chart_emit_held  (NephoPathChart *self);

/* What pointer and keys do: nepho-path-chart-input.c. */
void                   nepho_path_chart_attach     (NephoPathChart *self);
void                   nepho_path_chart_set_held   (NephoPathChart *self,
                                                    gboolean        held);

G_END_DECLS
