/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-dataset.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_VENDOR_CARDS (nepho_vendor_cards_get_type ())

/* Who the vendors are: name, flagship model, strength with its source. */
G_DECLARE_FINAL_TYPE (NephoVendorCards, nepho_vendor_cards, NEPHO, VENDOR_CARDS, GtkWidget)

GtkWidget *nepho_vendor_cards_new         (const NephoDataset *dataset);
void       nepho_vendor_cards_set_dataset (NephoVendorCards   *self,
                                           const NephoDataset *dataset);

G_END_DECLS
