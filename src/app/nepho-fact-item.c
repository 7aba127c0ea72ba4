/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fact-item.h"

struct _NephoFactItem
{
  GObject          parent_instance;

  NephoDataset    *dataset;
  const NephoFact *fact;
};

G_DEFINE_FINAL_TYPE (NephoFactItem, nepho_fact_item, G_TYPE_OBJECT)

static void
nepho_fact_item_finalize (GObject *object)
{
  NephoFactItem *self = NEPHO_FACT_ITEM (object);

  nepho_dataset_unref (self->dataset);

  G_OBJECT_CLASS (nepho_fact_item_parent_class)->finalize (object);
}

static void
nepho_fact_item_class_init (NephoFactItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nepho_fact_item_finalize;
}

static void
nepho_fact_item_init (NephoFactItem *self)
{
}

/**
 * nepho_fact_item_new:
 * @dataset: a data set
 * @fact: one of its facts
 *
 * Returns: (transfer full): a row
 */
NephoFactItem *
nepho_fact_item_new (NephoDataset *dataset, const NephoFact *fact)
{
  NephoFactItem *self = g_object_new (NEPHO_TYPE_FACT_ITEM, NULL);

  self->dataset = nepho_dataset_ref (dataset);
  self->fact = fact;

  return self;
}

/**
 * nepho_fact_item_get_fact:
 * @self: a row
 *
 * Returns: (transfer none): its fact
 */
const NephoFact *
nepho_fact_item_get_fact (NephoFactItem *self)
{
  g_return_val_if_fail (NEPHO_IS_FACT_ITEM (self), NULL);

  return self->fact;
}
