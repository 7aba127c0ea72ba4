/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-plot-figure.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_ANNOTATION_LIST (nepho_annotation_list_get_type ())

/* The annotations of a figure in words, a row each; hidden where there are none.
 *
 * Signal "activated" (index of the figure's annotation, row). */
G_DECLARE_FINAL_TYPE (NephoAnnotationList, nepho_annotation_list, NEPHO, ANNOTATION_LIST, GtkWidget)

GtkWidget *nepho_annotation_list_new        (void);
void       nepho_annotation_list_set_figure (NephoAnnotationList   *self,
                                             const NephoPlotFigure *figure);

G_END_DECLS
