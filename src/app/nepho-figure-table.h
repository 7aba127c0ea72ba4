/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-plot-figure.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_FIGURE_TABLE (nepho_figure_table_get_type ())

/* The numbers of a figure in rows and columns, sorted by a click on a head.
 *
 * Signal "datum-activated" (guint series, guint point, GtkWidget *cell): the reader asks about a number.
 * Signal "annotation-activated" (guint index, GtkWidget *row): about an annotation of the figure. */
G_DECLARE_FINAL_TYPE (NephoFigureTable, nepho_figure_table, NEPHO, FIGURE_TABLE, GtkWidget)

GtkWidget *nepho_figure_table_new        (void);
void       nepho_figure_table_set_figure (NephoFigureTable      *self,
                                          const NephoPlotFigure *figure);
GtkWidget *nepho_figure_table_find_cell  (NephoFigureTable      *self,
                                          guint                  row,
                                          guint                  column);

G_END_DECLS
