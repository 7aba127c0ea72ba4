/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-comparison-rows.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_COMPARE_TABLE (nepho_compare_table_get_type ())

/* Numbers of scenarios side by side, each with its difference on the first. */
G_DECLARE_FINAL_TYPE (NephoCompareTable, nepho_compare_table, NEPHO, COMPARE_TABLE, GtkWidget)

GtkWidget *nepho_compare_table_new    (const char            *title,
                                       const char            *empty);
void       nepho_compare_table_update (NephoCompareTable     *self,
                                       const NephoComparison *comparison,
                                       const GPtrArray       *rows);

G_END_DECLS
