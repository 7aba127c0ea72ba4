/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-fact-list.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_FACT_TABLE (nepho_fact_table_get_type ())

/* Facts in rows: sorted by the head that is clicked, filtered by a search.
 *
 * Properties: "selected" (the #NephoFactItem in view, or %NULL), "n-shown" (rows after the search). */
G_DECLARE_FINAL_TYPE (NephoFactTable, nepho_fact_table, NEPHO, FACT_TABLE, GtkWidget)

GtkWidget       *nepho_fact_table_new          (void);
void             nepho_fact_table_set_dataset  (NephoFactTable        *self,
                                                NephoDataset          *dataset);
void             nepho_fact_table_set_search   (NephoFactTable        *self,
                                                const NephoFactSearch *search);
guint            nepho_fact_table_get_n_facts  (NephoFactTable        *self);
guint            nepho_fact_table_get_n_shown  (NephoFactTable        *self);
const NephoFact *nepho_fact_table_get_fact     (NephoFactTable        *self,
                                                guint                  row);
const NephoFact *nepho_fact_table_get_selected (NephoFactTable        *self);
gboolean         nepho_fact_table_select       (NephoFactTable        *self,
                                                const char            *fact_id);
void             nepho_fact_table_sort         (NephoFactTable        *self,
                                                NephoFactColumn        column,
                                                GtkSortType            order);

G_END_DECLS
