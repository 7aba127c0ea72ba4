/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-chart.h"
#include "nepho-measure.h"

G_BEGIN_DECLS

/* What keeps the annotations of a chart; each is given the user data of the figure's maker. */
typedef struct
{
  gboolean    (*add)    (const NephoFigureLook *look, const NephoPlotAnnotation *at, gpointer user_data, GError **error);
  gboolean    (*change) (const NephoPlotFigure *figure, guint key, const char *text, gpointer user_data, GError **error);
  void        (*remove) (const NephoPlotFigure *figure, guint key, gpointer user_data);
  const char *(*words)  (guint key, gpointer user_data); /* what the reader wrote, without what is told by itself */
} NephoChartKeeper;

/* The annotations of a chart, as a part of whoever shows it. An arrow is begun at one datum and ended at another. */
typedef struct
{
  NephoChart             *chart;
  const NephoChartKeeper *keeper;    /* or NULL: there can be none */
  gpointer                user_data;
  const NephoFigureLook  *look;      /* as which the chart is shown now */
  GtkWidget              *hint;      /* says from where, while an arrow is begun */
  GtkWidget              *popover;   /* where words are typed, or NULL */
  char                   *from_series; /* of an arrow that is begun; else NULL */
  char                   *from_point;
  NephoPlotAnnotation     at;        /* what is being put there; its text is nobody's */
} NephoChartNotes;

void     nepho_chart_notes_init     (NephoChartNotes    *self,
                                     NephoChart         *chart,
                                     const NephoFigureLook *look);
void     nepho_chart_notes_clear    (NephoChartNotes    *self);
gboolean nepho_chart_notes_can      (NephoChartNotes    *self,
                                     const NephoPlotHit *datum);
gboolean nepho_chart_notes_has_begun (NephoChartNotes   *self);
void     nepho_chart_notes_write    (NephoChartNotes    *self,
                                     const NephoPlotHit *datum);
void     nepho_chart_notes_begin    (NephoChartNotes    *self,
                                     const NephoPlotHit *datum);
void     nepho_chart_notes_end      (NephoChartNotes    *self,
                                     const NephoPlotHit *datum);
gboolean nepho_chart_notes_give_up  (NephoChartNotes    *self);
gboolean nepho_chart_notes_edit_at  (NephoChartNotes    *self,
                                     double              x,
                                     double              y);
void     nepho_chart_notes_edit     (NephoChartNotes    *self,
                                     GtkWidget          *parent,
                                     const GdkRectangle *at,
                                     guint               index);
gboolean nepho_chart_notes_remove   (NephoChartNotes    *self,
                                     const NephoPlotHit *datum);

G_END_DECLS
