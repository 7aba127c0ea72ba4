/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-application.h"
#include "nepho-document.h"
#include "nepho-figures.h"
#include "nepho-keeper.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_WINDOW (nepho_window_get_type ())

/* Pages on the left, charts in the middle, levers on the right.
 *
 * Actions of the group "win" are listed in nepho-window-actions.c. */
G_DECLARE_FINAL_TYPE (NephoWindow, nepho_window, NEPHO, WINDOW, AdwApplicationWindow)

NephoWindow   *nepho_window_new               (NephoApplication *application,
                                               NephoDocument    *document);
NephoWindow   *nepho_window_new_for           (NephoApplication *application,
                                               NephoKeeper      *keeper);
NephoKeeper   *nepho_window_get_keeper        (NephoWindow      *self);
NephoDocument *nepho_window_get_document      (NephoWindow      *self);
NephoPages     nepho_window_get_page          (NephoWindow      *self);
void           nepho_window_set_page          (NephoWindow      *self,
                                               NephoPages        page);
gboolean       nepho_window_get_show_baseline (NephoWindow      *self);
void           nepho_window_set_show_baseline (NephoWindow      *self,
                                               gboolean          show);
const char    *nepho_window_get_history       (NephoWindow      *self);
void           nepho_window_set_history       (NephoWindow      *self,
                                               const char       *history);
GtkWidget     *nepho_window_get_page_widget   (NephoWindow      *self);
GtkWidget     *nepho_window_get_levers        (NephoWindow      *self);
void           nepho_window_set_show_pages    (NephoWindow      *self,
                                               gboolean          show);
void           nepho_window_set_show_levers   (NephoWindow      *self,
                                               gboolean          show);
void           nepho_window_write_numbers     (NephoWindow      *self);
void           nepho_window_offer             (NephoWindow      *self,
                                               const char       *message,
                                               const char       *label,
                                               const char       *action);
void           nepho_window_offer_undo        (NephoWindow      *self,
                                               const char       *message);
void           nepho_window_show_scenarios    (NephoWindow      *self);
void           nepho_window_add_toast         (NephoWindow      *self,
                                               const char       *message);

G_END_DECLS
