/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-window.h"

G_BEGIN_DECLS

/* An action and the keys that start it. */
typedef struct
{
  const char *action; /* detailed name: "win.page::market" */
  const char *accels[3];
} NephoAccel;

const NephoAccel *nepho_window_actions_accels     (guint          *n_accels);
void              nepho_window_actions_set_accels (GtkApplication *application);
void              nepho_window_actions_add        (NephoWindow    *window);
void              nepho_window_actions_update     (NephoWindow    *window);

G_END_DECLS
