/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-chart-card.h"

G_BEGIN_DECLS

GtkWindow *nepho_chart_window_new (GtkWindow  *parent,
                                   const char *title,
                                   GtkWidget  *card);

G_END_DECLS
