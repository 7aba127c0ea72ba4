/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-fact.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_FACT_VIEW (nepho_fact_view_get_type ())

/* One published figure with all that is known of it, and buttons that copy its citation. The same
 * beside a lever, on a point of a chart, on a cell of a table and on the page of facts. */
G_DECLARE_FINAL_TYPE (NephoFactView, nepho_fact_view, NEPHO, FACT_VIEW, GtkWidget)

GtkWidget       *nepho_fact_view_new       (const NephoFact *fact);
const NephoFact *nepho_fact_view_get_fact  (NephoFactView   *self);
char            *nepho_fact_view_published (const NephoFact *fact);
const char      *nepho_fact_view_definition(const NephoFact *fact);
const char      *nepho_fact_view_origin    (const NephoFact *fact);

/* What popovers about sources are built of. */
GtkWidget       *nepho_fact_view_text      (const char      *text,
                                            const char      *style);
GtkWidget       *nepho_fact_view_grid      (void);
void             nepho_fact_view_add_row   (GtkGrid         *grid,
                                            const char      *name,
                                            const char      *value);
GtkWidget       *nepho_fact_view_scroll    (GtkWidget       *content);

G_END_DECLS
