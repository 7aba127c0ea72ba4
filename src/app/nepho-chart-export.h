/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-chart.h"
#include "nepho-document.h"

G_BEGIN_DECLS

GBytes             *nepho_chart_export_pack       (NephoDocument          *document);
GdkContentProvider *nepho_chart_export_provider   (const NephoPlotFigure  *figure,
                                                   const NephoPlotView    *view,
                                                   GBytes                 *packed,
                                                   GError                **error);
void                nepho_chart_export_copy_image (NephoChart             *chart,
                                                   NephoDocument          *document);
void                nepho_chart_export_copy_data  (NephoChart             *chart);

G_END_DECLS
