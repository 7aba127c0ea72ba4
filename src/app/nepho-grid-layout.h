/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEPHO_TYPE_GRID_LAYOUT (nepho_grid_layout_get_type ())

/* Cards of equal height in as many columns as fit. The rows share the height that there is; a row
 * with fewer cards than another shares its width among them. */
G_DECLARE_FINAL_TYPE (NephoGridLayout, nepho_grid_layout, NEPHO, GRID_LAYOUT, GtkLayoutManager)

GtkLayoutManager *nepho_grid_layout_new       (int              column_width,
                                               guint            max_columns,
                                               int              spacing);
guint             nepho_grid_layout_n_columns (NephoGridLayout *self,
                                               int              width,
                                               guint            n_cards);

G_END_DECLS
