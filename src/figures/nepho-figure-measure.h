/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-frame.h"

G_BEGIN_DECLS

void nepho_figure_measure_apply (const NephoFigureContext *context,
                                 NephoPlotFigure          *figure,
                                 gboolean                  history_left_out);

G_END_DECLS
