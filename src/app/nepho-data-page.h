/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-document.h"
#include "nepho-fact-table.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_DATA_PAGE (nepho_data_page_get_type ())

/* All published figures that the document may cite, to be searched, with the source of the selected
 * one beside them. */
G_DECLARE_FINAL_TYPE (NephoDataPage, nepho_data_page, NEPHO, DATA_PAGE, GtkWidget)

GtkWidget      *nepho_data_page_new           (NephoDocument *document);
GtkWidget      *nepho_data_page_get_inspector (NephoDataPage *self);
NephoFactTable *nepho_data_page_get_table     (NephoDataPage *self);
void            nepho_data_page_search        (NephoDataPage *self);
gboolean        nepho_data_page_show_fact     (NephoDataPage *self,
                                               const char    *fact_id);

G_END_DECLS
