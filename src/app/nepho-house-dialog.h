/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NEPHO_TYPE_HOUSE_DIALOG (nepho_house_dialog_get_type ())

/* Sets what all that is exported has in common: organisation, footer, fonts, logo and colours.
 *
 * Signal "saved": the house style is another now. */
G_DECLARE_FINAL_TYPE (NephoHouseDialog, nepho_house_dialog, NEPHO, HOUSE_DIALOG, AdwWindow)

GtkWidget *nepho_house_dialog_new       (GtkWindow         *parent);
gboolean   nepho_house_dialog_take_logo (NephoHouseDialog  *self,
                                         GFile             *file);

G_END_DECLS
