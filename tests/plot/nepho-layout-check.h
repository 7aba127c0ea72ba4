/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-figure.h"
#include "nepho-plot-layout.h"

/* A context that measures as pictures do. */
PangoContext *nepho_layout_context (void);

/* What is wrong with a layout, in words; NULL where nothing is: a text that leaves the paper or covers another one,
 * names out of order, data beside the plot. */
char         *nepho_layout_check   (const NephoPlotLayout *layout,
                                    const NephoPlotFigure *figure,
                                    double                 width,
                                    double                 height);

/* The same of a layout for a file, which has title, note and source wherever the figure has them. */
char         *nepho_layout_check_complete (const NephoPlotLayout *layout,
                                           const NephoPlotFigure *figure);

/* Fails where a text leaves the paper or covers another one. */
void          nepho_layout_assert_tidy    (const NephoPlotLayout *layout,
                                           double                 width,
                                           double                 height);
