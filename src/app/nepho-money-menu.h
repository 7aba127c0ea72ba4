/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-document.h"

G_BEGIN_DECLS

GMenuModel *nepho_money_menu_new (NephoDocument *document);
void        nepho_money_ask_rate (GtkWindow     *parent,
                                  NephoDocument *document,
                                  GSettings     *settings);

G_END_DECLS
