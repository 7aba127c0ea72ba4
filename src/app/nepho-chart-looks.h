/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-chart-card.h"

G_BEGIN_DECLS

/* How the reader looks at each chart outlives the window. */
void nepho_chart_looks_follow (GSettings      *settings,
                               NephoChartCard *card);

G_END_DECLS
