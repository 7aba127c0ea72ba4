/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-annotation.h"
#include "nepho-figures.h"

G_BEGIN_DECLS

void             nepho_figure_annotate       (const NephoFigureSpec    *spec,
                                              const NephoFigureContext *context,
                                              NephoPlotFigure          *figure);
char            *nepho_figure_datum_name     (const NephoPlotFigure    *figure,
                                              guint                     series,
                                              guint                     point);
char            *nepho_figure_annotation_words (const NephoPlotFigure  *figure,
                                              const NephoPlotAnnotation *annotation);
NephoAnnotation *nepho_figure_annotation_new (const NephoFigureSpec    *spec,
                                              const NephoFigureContext *context,
                                              const NephoPlotAnnotation *at);

G_END_DECLS
