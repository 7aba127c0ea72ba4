/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-plot-figure.h"

G_BEGIN_DECLS

GdkContentProvider *nepho_chart_export_provider (const NephoPlotFigure  *figure,
                                                 GError                **error);
char               *nepho_chart_export_text     (const NephoPlotFigure  *figure);
gboolean            nepho_chart_export_save     (const NephoPlotFigure  *figure,
                                                 const char             *path,
                                                 GError                **error);
void                nepho_chart_export_ask      (GtkWidget              *widget,
                                                 const NephoPlotFigure  *figure);
void                nepho_chart_export_tell     (GtkWidget              *widget,
                                                 const char             *message);

G_END_DECLS
