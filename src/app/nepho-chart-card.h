/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-chart.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_CHART_CARD (nepho_chart_card_get_type ())

/* A chart in its frame, with its menu and the reading under the keyboard cursor.
 *
 * Actions "card.copy-image", "card.copy-data", "card.save", "card.enlarge". */
G_DECLARE_FINAL_TYPE (NephoChartCard, nepho_chart_card, NEPHO, CHART_CARD, GtkWidget)

GtkWidget  *nepho_chart_card_new       (void);
NephoChart *nepho_chart_card_get_chart (NephoChartCard *self);

G_END_DECLS
