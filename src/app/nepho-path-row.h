/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-document.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_PATH_ROW (nepho_path_row_get_type ())

/* One event of a path as a row: what kind it is, from when to when, and its value.
 *
 * Signals "edited": the reader changed it; "removed": it is to go. */
G_DECLARE_FINAL_TYPE (NephoPathRow, nepho_path_row, NEPHO, PATH_ROW, GtkWidget)

GtkWidget        *nepho_path_row_new         (NephoDocument    *document,
                                              guint             parameter);
void              nepho_path_row_show        (NephoPathRow     *self,
                                              const NephoEvent *event);
const NephoEvent *nepho_path_row_get_event   (NephoPathRow     *self);
void              nepho_path_row_refuse      (NephoPathRow     *self,
                                              const char       *message);
GtkWidget        *nepho_path_row_get_value   (NephoPathRow     *self);
GtkWidget        *nepho_path_row_get_kind    (NephoPathRow     *self);

G_END_DECLS
