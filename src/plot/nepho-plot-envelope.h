/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-layout.h"

G_BEGIN_DECLS

/* A line that goes from left to right, stroked with a round pen, column by column of the device's pixels:
 * what it covers of a column is one interval for each place along x, however many points it has. */
typedef struct _NephoPlotEnvelope NephoPlotEnvelope;

NephoPlotEnvelope *nepho_plot_envelope_new   (cairo_t              *cr,
                                              const NephoPlotRect  *area,
                                              double                pen);
void               nepho_plot_envelope_free  (NephoPlotEnvelope    *envelope);
void               nepho_plot_envelope_add   (NephoPlotEnvelope    *envelope,
                                              const NephoPlotScale *scale_x,
                                              const NephoPlotScale *scale_y,
                                              const double         *x,
                                              const double         *y,
                                              guint                 n);
void               nepho_plot_envelope_paint (NephoPlotEnvelope    *envelope,
                                              cairo_t              *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoPlotEnvelope, nepho_plot_envelope_free)

G_END_DECLS
