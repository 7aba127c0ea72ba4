/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-window.h"

G_BEGIN_DECLS

/* Which windows are open, with their files, pages and sizes, kept where the desktop keeps the state of programs: a
 * start without arguments opens them again. A window that the reader closes is taken out; quitting, a crash and the end
 * of the desktop's session leave all of them. While anything is unsaved, the desktop is asked not to end its own. */
NephoSession *nepho_session_new     (GtkApplication *application);
void          nepho_session_free    (NephoSession   *self);
void          nepho_session_watch   (NephoSession   *self,
                                     NephoWindow    *window);
void          nepho_session_save    (NephoSession   *self);
void          nepho_session_freeze  (NephoSession   *self);
void          nepho_session_thaw    (NephoSession   *self);
guint         nepho_session_restore (NephoSession   *self);

G_END_DECLS
