/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-figure.h"

G_BEGIN_DECLS

/* Maps numbers to points along one direction of the paper and back. */
typedef struct
{
  NephoPlotScaleKind kind;
  double             d0, d1; /* domain */
  double             r0, r1; /* range, in points */
  guint              n_bands;
  const double      *edges;  /* NULL: bands of equal width; or n_bands + 1 parts of the range, 0 to 1 */
} NephoPlotScale;

double nepho_plot_scale_map        (const NephoPlotScale *scale,
                                    double                value);
double nepho_plot_scale_invert     (const NephoPlotScale *scale,
                                    double                position);
double nepho_plot_scale_band_width (const NephoPlotScale *scale);

G_END_DECLS
