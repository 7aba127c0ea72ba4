/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-window.h"

G_BEGIN_DECLS

/* A window's scenario on the clipboard as text for a mail, and back. */

#define NEPHO_PASTE_KEY "<Control>v"

void nepho_window_share_copy      (NephoWindow *window);
void nepho_window_share_paste     (NephoWindow *window);
void nepho_window_share_take_keys (NephoWindow *window);

G_END_DECLS
