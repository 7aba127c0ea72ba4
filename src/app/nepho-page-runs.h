/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "nepho-figures.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_PAGE_RUNS (nepho_page_runs_get_type ())

/* Many runs for the charts of a page: few at once, so that there is always something right to draw, and all of
 * them in a thread.
 *
 * Signal "ready": there are more runs than before; charts are to be made anew. */
G_DECLARE_FINAL_TYPE (NephoPageRuns, nepho_page_runs, NEPHO, PAGE_RUNS, GObject)

NephoPageRuns *nepho_page_runs_new     (void);
void           nepho_page_runs_prepare (NephoPageRuns      *self,
                                        NephoFigureContext *context);
gboolean       nepho_page_runs_busy    (NephoPageRuns      *self);

G_END_DECLS
