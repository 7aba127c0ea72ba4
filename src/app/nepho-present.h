/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-chart-card.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_PRESENT (nepho_present_get_type ())

/* Charts for a room: one at a time on the whole screen, with texts as large as the screen is high. */
G_DECLARE_FINAL_TYPE (NephoPresent, nepho_present, NEPHO, PRESENT, AdwWindow)

NephoPresent   *nepho_present_open      (GPtrArray      *cards,
                                         guint           shown,
                                         NephoChartCard *asked);
guint           nepho_present_get_shown (NephoPresent   *self);
NephoChartCard *nepho_present_get_card  (NephoPresent   *self);

G_END_DECLS
