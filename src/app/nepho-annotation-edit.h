/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document-annotation.h"
#include "nepho-figures.h"

G_BEGIN_DECLS

/* The reader's annotations as steps that are named after what they stand at. */
gboolean nepho_annotation_edit_add    (NephoDocument             *document,
                                       const NephoFigureSpec     *spec,
                                       const NephoFigureContext  *context,
                                       const NephoPlotAnnotation *at,
                                       GError                   **error);
gboolean nepho_annotation_edit_change (NephoDocument             *document,
                                       const NephoPlotFigure     *figure,
                                       guint                      index,
                                       const char                *text,
                                       GError                   **error);
void     nepho_annotation_edit_remove (NephoDocument             *document,
                                       const NephoPlotFigure     *figure,
                                       guint                      index);

G_END_DECLS
