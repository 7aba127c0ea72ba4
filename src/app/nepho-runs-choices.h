/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-document.h"
#include "nepho-figures.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_RUNS_CHOICES (nepho_runs_choices_get_type ())

/* What the page about uncertainty lets choose: how many runs, by which seed, and the two parameters of the map.
 * The seed is the document's.
 *
 * Signal "changed": the reader chose another number of runs or another parameter. */
G_DECLARE_FINAL_TYPE (NephoRunsChoices, nepho_runs_choices, NEPHO, RUNS_CHOICES, GtkWidget)

GtkWidget *nepho_runs_choices_new    (NephoDocument      *document);
void       nepho_runs_choices_update (NephoRunsChoices   *self);
void       nepho_runs_choices_apply  (NephoRunsChoices   *self,
                                      NephoFigureContext *context);

G_END_DECLS
