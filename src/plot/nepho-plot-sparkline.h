/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "nepho-plot-column.h"
#include "nepho-plot-theme.h"

G_BEGIN_DECLS

/* A line of its own beside a number: how it came about. Nothing here is owned. */
typedef struct
{
  const NephoPlotColumn *course;
  const NephoPlotColumn *baseline; /* NULL, or as long: drawn grey behind it */
  guint                  marked;   /* the datum that the number is; at or beyond the end: none */
} NephoPlotSparkline;

gboolean nepho_plot_sparkline_point (const NephoPlotSparkline *line,
                                     double                    width,
                                     double                    height,
                                     double                    scale,
                                     guint                     index,
                                     gboolean                  baseline,
                                     double                   *x,
                                     double                   *y);
void     nepho_plot_sparkline_draw  (const NephoPlotSparkline *line,
                                     cairo_t                  *cr,
                                     const NephoPlotTheme     *theme,
                                     double                    width,
                                     double                    height,
                                     double                    scale);

G_END_DECLS
