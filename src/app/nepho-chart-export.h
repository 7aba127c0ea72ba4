/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-chart.h"

G_BEGIN_DECLS

GdkContentProvider *nepho_chart_export_provider   (const NephoPlotFigure  *figure,
                                                   const NephoPlotView    *view,
                                                   GError                **error);
gboolean            nepho_chart_export_save       (const NephoPlotFigure  *figure,
                                                   const char             *path,
                                                   GError                **error);
void                nepho_chart_export_copy_image (NephoChart             *chart);
void                nepho_chart_export_copy_data  (NephoChart             *chart);
void                nepho_chart_export_ask        (NephoChart             *chart);

G_END_DECLS
