/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nepho_colour_swatch_new (int   slot,
                                    guint dash);

G_END_DECLS
