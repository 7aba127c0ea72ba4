/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-chart-notes.h"
#include "nepho-chart-source.h"
#include "nepho-document.h"
#include "nepho-measure.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_CHART_CARD (nepho_chart_card_get_type ())

/* A chart in its frame, with its menu and the reading under the keyboard cursor.
 *
 * Actions "card.annotate", "card.arrow", "card.arrow-from", "card.arrow-to", "card.remove-annotation",
 * "card.as-table", "card.copy", "card.copy-data", "card.copy-image", "card.detach",
 * "card.enlarge", "card.logarithmic", "card.measure", "card.menu", "card.next-measure", "card.present", "card.print", "card.export",
 * "card.source".
 * Properties: "as-table": the numbers stand in place of the chart; "measure" (id of a #NephoMeasure) and
 * "logarithmic": how the chart is looked at. */
G_DECLARE_FINAL_TYPE (NephoChartCard, nepho_chart_card, NEPHO, CHART_CARD, GtkWidget)

/* Makes the figure that a card shows, from what stands in the document now (transfer full). */
typedef NephoPlotFigure *(*NephoChartBuild) (const NephoFigureLook *look,
                                             gpointer               user_data);

/* Asks how the chart of a card is to be written, or printed. */
typedef void (*NephoChartCardExport) (NephoChartCard *card,
                                      gboolean        print,
                                      gpointer        user_data);

GtkWidget  *nepho_chart_card_new         (const char       *name,
                                          NephoChartBuild   build,
                                          gpointer          user_data);
void        nepho_chart_card_set_explain (NephoChartCard   *self,
                                          NephoChartExplain explain);
void        nepho_chart_card_set_keeper  (NephoChartCard   *self,
                                          const NephoChartKeeper *keeper);
void        nepho_chart_card_set_export  (NephoChartCard   *self,
                                          NephoDocument    *document,
                                          NephoChartCardExport export);
NephoDocument *nepho_chart_card_get_document (NephoChartCard *self);
void        nepho_chart_card_set_figure_id (NephoChartCard *self,
                                          const char       *figure);
const char *nepho_chart_card_get_figure_id (NephoChartCard *self);
const NephoFigureLook *nepho_chart_card_get_look (NephoChartCard *self);
void        nepho_chart_card_set_look    (NephoChartCard   *self,
                                          const NephoFigureLook *look);
NephoChart *nepho_chart_card_get_chart   (NephoChartCard   *self);
const char *nepho_chart_card_get_name    (NephoChartCard   *self);
void        nepho_chart_card_set_bare    (NephoChartCard   *self);
NephoChartCard *nepho_chart_card_copy    (NephoChartCard   *self);
NephoChartCard *nepho_chart_card_get_origin (NephoChartCard *self);
gboolean    nepho_chart_card_has_copies  (NephoChartCard   *self);
void        nepho_chart_card_update      (NephoChartCard   *self,
                                          gboolean          held);

G_END_DECLS
