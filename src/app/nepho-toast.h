/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Tells something in passing, at the foot of the window that a widget is in. */
void nepho_toast_tell (GtkWidget  *anchor,
                       const char *message);
void nepho_toast_file (GtkWidget  *anchor,
                       GFile      *file,
                       gboolean    folder);

G_END_DECLS
