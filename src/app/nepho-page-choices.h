/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-figures.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_PAGE_CHOICES (nepho_page_choices_get_type ())

/* What a page's charts are about: which segment, for charts of one vendor, which, of what outcome differences
 * are told, and whose published figures stand beside the projection. The last is the action win.history.
 *
 * Signal "changed": the reader chose something else. */
G_DECLARE_FINAL_TYPE (NephoPageChoices, nepho_page_choices, NEPHO, PAGE_CHOICES, GtkWidget)

GtkWidget *nepho_page_choices_new         (NephoDataset       *dataset,
                                           NephoPages          page,
                                           int                 segment,
                                           gboolean            with_vendor);
void       nepho_page_choices_set_dataset (NephoPageChoices   *self,
                                           NephoDataset       *dataset);
void       nepho_page_choices_choose      (NephoPageChoices   *self,
                                           const char         *segment,
                                           const char         *vendor);
int        nepho_page_choices_get_segment (NephoPageChoices   *self);
guint      nepho_page_choices_get_quarter (NephoPageChoices   *self);
void       nepho_page_choices_set_horizon (NephoPageChoices   *self,
                                           guint               n_quarters);
int        nepho_page_choices_get_vendor  (NephoPageChoices   *self);
NephoOutcomeKind nepho_page_choices_get_outcome (NephoPageChoices *self);

G_END_DECLS
