/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-document.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_PATH_CHART (nepho_path_chart_get_type ())

/* The course of one parameter over time, whose points are moved with the pointer or the arrows.
 *
 * Signal "held" (gboolean): the pointer took hold of a point, or let go of it. */
G_DECLARE_FINAL_TYPE (NephoPathChart, nepho_path_chart, NEPHO, PATH_CHART, GtkWidget)

GtkWidget *nepho_path_chart_new          (NephoDocument    *document,
                                          guint             parameter);
void       nepho_path_chart_update       (NephoPathChart   *self);
guint      nepho_path_chart_get_selected (NephoPathChart   *self);
gboolean   nepho_path_chart_get_point    (NephoPathChart   *self,
                                          guint             handle,
                                          double           *x,
                                          double           *y);

G_END_DECLS
