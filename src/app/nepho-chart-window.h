/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-chart-card.h"

G_BEGIN_DECLS

GtkWindow *nepho_chart_window_new (NephoChartCard *origin,
                                   NephoChartCard *copy,
                                   const char     *title,
                                   gboolean        over);

G_END_DECLS
