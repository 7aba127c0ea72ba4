/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-document.h"
#include "nepho-plot-figure.h"

G_BEGIN_DECLS

GtkWidget *nepho_point_source_new (NephoDocument         *document,
                                   const NephoPlotFigure *figure,
                                   guint                  series,
                                   guint                  point);

G_END_DECLS
