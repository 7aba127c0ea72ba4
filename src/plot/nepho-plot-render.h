/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-layout.h"

G_BEGIN_DECLS

void nepho_plot_render (const NephoPlotFigure *figure,
                        cairo_t               *cr,
                        double                 width,
                        double                 height,
                        const NephoPlotTheme  *theme,
                        double                 text_scale,
                        const NephoPlotView   *view,
                        gboolean               transparent);

G_END_DECLS
