/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figures.h"
#include "nepho-lever.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_LEVER_PANEL (nepho_lever_panel_get_type ())

/* The levers that matter to a page, in sections, with search and "changed only".
 *
 * Property "held" (boolean): a slider is under the pointer, so axes should stay calm. */
G_DECLARE_FINAL_TYPE (NephoLeverPanel, nepho_lever_panel, NEPHO, LEVER_PANEL, GtkWidget)

GtkWidget  *nepho_lever_panel_new          (NephoDocument   *document);
void        nepho_lever_panel_set_page     (NephoLeverPanel *self,
                                            NephoPages       page);
gboolean    nepho_lever_panel_get_held     (NephoLeverPanel *self);
void        nepho_lever_panel_search       (NephoLeverPanel *self);
NephoLever *nepho_lever_panel_find_lever   (NephoLeverPanel *self,
                                            guint            parameter);

GtkWidget  *nepho_lever_panel_get_path_editor (NephoLeverPanel *self);

G_END_DECLS
