/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nepho_window_panes_attach (GtkPaned  *outer,
                                GtkPaned  *inner,
                                GSettings *settings);

G_END_DECLS
