/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "nepho-dataset.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_FACT_ITEM (nepho_fact_item_get_type ())

/* A row of the table of facts. It keeps the data set that holds the fact. */
G_DECLARE_FINAL_TYPE (NephoFactItem, nepho_fact_item, NEPHO, FACT_ITEM, GObject)

NephoFactItem   *nepho_fact_item_new      (NephoDataset    *dataset,
                                           const NephoFact *fact);
const NephoFact *nepho_fact_item_get_fact (NephoFactItem   *self);

G_END_DECLS
