/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEPHO_TYPE_HEADLINE_STRIP (nepho_headline_strip_get_type ())

/* The headline numbers of a page, side by side. */
G_DECLARE_FINAL_TYPE (NephoHeadlineStrip, nepho_headline_strip, NEPHO, HEADLINE_STRIP, GtkWidget)

GtkWidget *nepho_headline_strip_new    (void);
void       nepho_headline_strip_update (NephoHeadlineStrip *self,
                                        GPtrArray          *headlines);

G_END_DECLS
