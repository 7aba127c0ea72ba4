/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-figure.h"

/* Ten names of vendors. */
extern const char *const nepho_layout_english[];
extern const char *const nepho_layout_chinese[];

/* Whether a mark stands in categories. */
gboolean         nepho_layout_is_banded  (NephoPlotMark      mark);

/* A made-up chart of shares around 20 %, farther apart the greater @spread. */
NephoPlotFigure *nepho_layout_sample     (NephoPlotMark      mark,
                                          const char *const *names,
                                          guint              n_series,
                                          guint              n_points,
                                          double             spread);
void             nepho_layout_set_values (NephoPlotFigure   *figure,
                                          guint              index,
                                          const double      *values,
                                          guint              n);

/* Draws it, and fails where cairo does. */
void             nepho_layout_draw       (const NephoPlotFigure *figure);
