/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Files that were written are handed to the desktop. */
void nepho_show_file           (GtkWindow *parent,
                                GFile     *file);
void nepho_show_file_in_folder (GtkWindow *parent,
                                GFile     *file);

G_END_DECLS
