/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-dataset.h"
#include "nepho-fact-search.h"

G_BEGIN_DECLS

/* What facts are sorted by. */
typedef enum
{
  NEPHO_FACT_SUBJECT,
  NEPHO_FACT_MEASURE,
  NEPHO_FACT_PERIOD,    /* by time, not by spelling: 2022H1 lies between 2022Q1 and 2022Q4 */
  NEPHO_FACT_PUBLISHED, /* the value; figures of one unit are compared with each other */
  NEPHO_FACT_GRADE,
  NEPHO_FACT_PUBLISHER,
  NEPHO_FACT_PLACE,
  NEPHO_N_FACT_COLUMNS,
  NEPHO_FACT_UNSORTED = NEPHO_N_FACT_COLUMNS,
} NephoFactColumn;

#define NEPHO_TYPE_FACT_LIST (nepho_fact_list_get_type ())

/* The facts that a search finds, in an order: a #GListModel of #NephoFactItem. GTK's own filtering and
 * sorting models call back for each comparison of two objects; with 100,000 rows that takes seconds, and
 * this a tenth of one. */
G_DECLARE_FINAL_TYPE (NephoFactList, nepho_fact_list, NEPHO, FACT_LIST, GObject)

NephoFactList   *nepho_fact_list_new         (void);
void             nepho_fact_list_set_dataset (NephoFactList         *self,
                                              NephoDataset          *dataset);
void             nepho_fact_list_set_search  (NephoFactList         *self,
                                              const NephoFactSearch *search);
void             nepho_fact_list_set_order   (NephoFactList         *self,
                                              NephoFactColumn        column,
                                              gboolean               descending);
guint            nepho_fact_list_get_n_facts (NephoFactList         *self);
const NephoFact *nepho_fact_list_get_fact    (NephoFactList         *self,
                                              guint                  row);
gboolean         nepho_fact_list_find        (NephoFactList         *self,
                                              const char            *fact_id,
                                              guint                 *row);

G_END_DECLS
