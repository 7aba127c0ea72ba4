/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-window.h"

G_BEGIN_DECLS

/* What is done with a scenario after a name was asked for, and what is done at once with a way back. */
void nepho_scenario_ask_new       (NephoWindow *window,
                                   const char  *from);
void nepho_scenario_ask_duplicate (NephoWindow *window,
                                   const char  *id);
void nepho_scenario_ask_rename    (NephoWindow *window,
                                   const char  *id);
void nepho_scenario_ask_snapshot  (NephoWindow *window);
void nepho_scenario_delete        (NephoWindow *window,
                                   const char  *id);
void nepho_scenario_compare       (NephoWindow *window,
                                   const char  *id,
                                   gboolean     compare);

G_END_DECLS
