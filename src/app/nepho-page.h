/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-chart.h"
#include "nepho-document.h"
#include "nepho-export-subject.h"
#include "nepho-figures.h"
#include "nepho-view-history.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_PAGE (nepho_page_get_type ())

/* One page of the window: headline numbers, choices, and the charts in a grid.
 *
 * Signal "looked": the reader looks at another stretch of time, series, segment or vendor. */
G_DECLARE_FINAL_TYPE (NephoPage, nepho_page, NEPHO, PAGE, GtkWidget)

GtkWidget  *nepho_page_new       (NephoPages     page,
                                  NephoDocument *document);
void        nepho_page_update    (NephoPage     *self,
                                  gboolean       show_baseline,
                                  gboolean       held);
void        nepho_page_preview   (NephoPage     *self,
                                  const double  *values,
                                  const NephoResults *results);
void        nepho_page_set_history (NephoPage   *self,
                                  const char    *history);
void        nepho_page_follow_looks (NephoPage  *self,
                                  GSettings     *settings);
void        nepho_page_get_view  (NephoPage     *self,
                                  NephoView     *view);
void        nepho_page_set_view  (NephoPage     *self,
                                  const NephoView *view);
void        nepho_page_present   (NephoPage     *self);
NephoExportSubject *nepho_page_new_subject (NephoPage *self);
guint       nepho_page_n_charts  (NephoPage     *self);
NephoChart *nepho_page_get_chart (NephoPage     *self,
                                  guint          index);

G_END_DECLS
