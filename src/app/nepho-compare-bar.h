/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-comparison.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_COMPARE_BAR (nepho_compare_bar_get_type ())

/* Which scenarios of a document stand side by side, which of them the others are compared with, and the
 * difference of which two is explained.
 *
 * Signal "changed": the reader chose another two. The rest is kept by the document. */
G_DECLARE_FINAL_TYPE (NephoCompareBar, nepho_compare_bar, NEPHO, COMPARE_BAR, GtkWidget)

GtkWidget *nepho_compare_bar_new      (NephoDocument         *document);
void       nepho_compare_bar_update   (NephoCompareBar       *self,
                                       const NephoComparison *comparison);
void       nepho_compare_bar_get_pair (NephoCompareBar       *self,
                                       guint                  pair[2]);

G_END_DECLS
