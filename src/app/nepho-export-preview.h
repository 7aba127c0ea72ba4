/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEPHO_TYPE_EXPORT_PREVIEW (nepho_export_preview_get_type ())

/* A sheet of paper as large as the room allows, with what will be on it. */
G_DECLARE_FINAL_TYPE (NephoExportPreview, nepho_export_preview, NEPHO, EXPORT_PREVIEW, GtkWidget)

/* Draws on paper whose unit is a point. */
typedef void (*NephoExportDraw) (cairo_t  *cr,
                                 gpointer  user_data);

void nepho_export_preview_show (NephoExportPreview *self,
                                double              width_pt,
                                double              height_pt,
                                const char         *summary,
                                NephoExportDraw     draw,
                                gpointer            user_data);

G_END_DECLS
