/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GFile *nepho_chooser_take (GtkNativeDialog *chooser,
                           int              response);

G_END_DECLS
