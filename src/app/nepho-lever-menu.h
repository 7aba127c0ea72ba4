/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-document.h"

G_BEGIN_DECLS

GtkWidget *nepho_lever_menu_new (NephoDocument *document,
                                 guint          parameter);

G_END_DECLS
