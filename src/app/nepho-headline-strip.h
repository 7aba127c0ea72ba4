/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NEPHO_TYPE_HEADLINE_STRIP (nepho_headline_strip_get_type ())

/* Numbers side by side, each with its name, its change and what it is about. */
G_DECLARE_FINAL_TYPE (NephoHeadlineStrip, nepho_headline_strip, NEPHO, HEADLINE_STRIP, GtkWidget)

GtkWidget *nepho_headline_strip_new    (gboolean            with_changes);
void       nepho_headline_strip_update (NephoHeadlineStrip *self,
                                        GPtrArray          *headlines);

G_END_DECLS
