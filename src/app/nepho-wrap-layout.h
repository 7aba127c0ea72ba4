/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEPHO_TYPE_WRAP_LAYOUT (nepho_wrap_layout_get_type ())

/* Children beside each other at their natural widths, in as many lines as that takes. What is left of the first
 * line is for those of its children that expand. */
G_DECLARE_FINAL_TYPE (NephoWrapLayout, nepho_wrap_layout, NEPHO, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *nepho_wrap_layout_new   (int        spacing);
guint             nepho_wrap_layout_break (const int *widths,
                                           guint      n,
                                           guint      first,
                                           int        width,
                                           int        spacing);

G_END_DECLS
