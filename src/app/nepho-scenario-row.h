/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-document.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_SCENARIO_ROW (nepho_scenario_row_get_type ())

/* A scenario in a list: its name under what it follows, its story, and a menu of what can be done with it.
 *
 * The menu's actions belong to the group "scenarios", which who shows the list provides. */
G_DECLARE_FINAL_TYPE (NephoScenarioRow, nepho_scenario_row, NEPHO, SCENARIO_ROW, GtkListBoxRow)

GtkWidget  *nepho_scenario_row_new      (NephoDocument    *document,
                                         const char       *id);
const char *nepho_scenario_row_get_id   (NephoScenarioRow *self);
void        nepho_scenario_row_show_menu(NephoScenarioRow *self);

G_END_DECLS
