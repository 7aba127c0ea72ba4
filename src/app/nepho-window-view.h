/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-window.h"

G_BEGIN_DECLS

/* A window goes back and forward through what was looked at in it: by keys, by the buttons of a mouse, by the menu. */
void nepho_window_view_attach  (NephoWindow *window);
void nepho_window_view_changed (NephoWindow *window);
void nepho_window_view_go      (NephoWindow *window,
                                gboolean     forward);

G_END_DECLS
