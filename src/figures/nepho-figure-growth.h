/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-figure.h"

G_BEGIN_DECLS

char *nepho_figure_growth_words (const NephoPlotFigure     *figure,
                                 const NephoPlotAnnotation *arrow);

G_END_DECLS
