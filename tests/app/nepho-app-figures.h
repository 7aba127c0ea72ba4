/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-figure.h"

/* Two lines over the quarters 2022Q1 to 2022Q4, in fractions: "Ada" at @ada, none, 0.3 and 0.25;
 * "Bob" at 0.1, 0.2, 0.3 and 0.4. */
NephoPlotFigure *nepho_app_figure_lines (double ada);

/* Bars from left to right in CNY bn: "North" 1, "South" 2. */
NephoPlotFigure *nepho_app_figure_bars  (void);
