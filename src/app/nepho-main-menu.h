/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-document.h"

G_BEGIN_DECLS

void nepho_main_menu_attach (GtkMenuButton *button,
                             NephoDocument *document);

G_END_DECLS
