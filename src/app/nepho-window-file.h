/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-window.h"

G_BEGIN_DECLS

/* What a window asks and does about the file of its document. */
void     nepho_window_file_open       (NephoApplication *application,
                                       GtkWindow        *from,
                                       GFile            *file);
void     nepho_window_file_ask_open   (NephoWindow      *window);
void     nepho_window_file_paste      (NephoWindow      *from,
                                       const char       *text);
void     nepho_window_file_reload     (NephoWindow      *window);
void     nepho_window_file_save       (NephoWindow      *window,
                                       gboolean          close);
void     nepho_window_file_ask_save   (NephoWindow      *window,
                                       gboolean          close);
gboolean nepho_window_file_may_close  (NephoWindow      *window);
void     nepho_window_file_take_drops (NephoWindow      *window);
void     nepho_window_file_quit       (NephoApplication *application);
void     nepho_window_file_recover    (NephoApplication *application);

G_END_DECLS
