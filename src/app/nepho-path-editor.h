/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-document.h"
#include "nepho-path-chart.h"
#include "nepho-path-row.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_PATH_EDITOR (nepho_path_editor_get_type ())

/* A window in which one parameter's path over time is drawn and written; the document follows at once. */
G_DECLARE_FINAL_TYPE (NephoPathEditor, nepho_path_editor, NEPHO, PATH_EDITOR, AdwWindow)

GtkWidget      *nepho_path_editor_new       (NephoDocument   *document,
                                             guint            parameter,
                                             GtkWidget       *levers);
guint           nepho_path_editor_get_parameter (NephoPathEditor *self);
void            nepho_path_editor_add       (NephoPathEditor *self,
                                             NephoEventKind   kind);
NephoPathChart *nepho_path_editor_get_chart (NephoPathEditor *self);
NephoPathRow   *nepho_path_editor_get_row   (NephoPathEditor *self,
                                             guint            event);

G_END_DECLS
