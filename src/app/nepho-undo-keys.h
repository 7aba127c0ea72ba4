/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of a window beside the one whose document it edits. */
void nepho_undo_keys_add (GtkWidget  *window,
                          const char *undo,
                          const char *redo);

G_END_DECLS
