/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-scale.h"

G_BEGIN_DECLS

#define NEPHO_PLOT_MAX_TICKS 64

typedef struct
{
  guint    n;
  double   values[NEPHO_PLOT_MAX_TICKS];
  int      decimals;                      /* that tell neighbours apart */
} NephoPlotTicks;

/* Three to six ticks at nice places. */
void nepho_plot_ticks_linear (double           low,
                              double           high,
                              guint            wanted,
                              gboolean         whole,
                              NephoPlotTicks  *ticks);
void nepho_plot_ticks_log    (double           low,
                              double           high,
                              guint            wanted,
                              NephoPlotTicks  *ticks);
void nepho_plot_ticks_time   (double           low,
                              double           high,
                              guint            wanted,
                              NephoPlotTicks  *ticks);
void nepho_plot_nice_domain  (NephoPlotScaleKind kind,
                              double          *low,
                              double          *high);

G_END_DECLS
