/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-fact-list.h"

G_BEGIN_DECLS

void            nepho_fact_columns_add       (GtkColumnView *view);
NephoFactColumn nepho_fact_columns_get_order (GtkColumnView *view,
                                              gboolean      *descending);

G_END_DECLS
