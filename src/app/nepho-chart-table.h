/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-figure.h"

G_BEGIN_DECLS

char *nepho_chart_table_text (const NephoPlotFigure *figure);

G_END_DECLS
