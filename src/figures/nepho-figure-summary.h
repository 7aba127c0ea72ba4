/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-frame.h"

G_BEGIN_DECLS

void nepho_figure_summarise (const NephoFigureContext *context,
                             NephoPlotFigure          *figure);

G_END_DECLS
