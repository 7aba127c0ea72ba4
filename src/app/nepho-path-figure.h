/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"
#include "nepho-plot-figure.h"

G_BEGIN_DECLS

/* The course of a parameter as a figure: what it is in each quarter, and behind it what it would be without a path. */
NephoPlotFigure *nepho_path_figure_new (NephoDocument *document,
                                        guint          parameter);

G_END_DECLS
