/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-plot-column.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_SPARKLINE (nepho_sparkline_get_type ())

/* The course of a number, in the room that is left beside it: it asks for none. */
G_DECLARE_FINAL_TYPE (NephoSparkline, nepho_sparkline, NEPHO, SPARKLINE, GtkWidget)

GtkWidget *nepho_sparkline_new      (void);
void       nepho_sparkline_set      (NephoSparkline  *self,
                                     NephoPlotColumn *course,
                                     NephoPlotColumn *baseline,
                                     guint            marked,
                                     const char      *words);
gboolean   nepho_sparkline_is_shown (NephoSparkline  *self);

G_END_DECLS
