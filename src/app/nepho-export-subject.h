/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"
#include "nepho-figures.h"
#include "nepho-plot-layout.h"

G_BEGIN_DECLS

typedef enum
{
  NEPHO_EXPORT_CHART,
  NEPHO_EXPORT_PAGE,
  NEPHO_EXPORT_REPORT,
  NEPHO_EXPORT_WORKBOOK,
  NEPHO_EXPORT_FOLDER,
} NephoExportKind;

/* A chart as it is looked at. */
typedef struct
{
  const NephoFigureSpec *spec;
  NephoFigureLook        look;
} NephoExportChart;

/* What leaves the window: a chart, the charts of a page, or all of a scenario. */
typedef struct
{
  NephoExportKind     kind;
  NephoPages          page;     /* of NEPHO_EXPORT_PAGE */
  NephoDocument      *document;
  NephoFigureContext  context;  /* what the charts show of it; it rests on the document */
  NephoComparison    *comparison; /* of the context, or NULL */
  NephoRunsCache      runs;       /* of the context */
  NephoPlotView       view;     /* of NEPHO_EXPORT_CHART: what the reader looks at of it */
  char               *isolated; /* that, or NULL */
  GArray             *charts;   /* NephoExportChart: the one, or those of the page; of all of a scenario none are named */
} NephoExportSubject;

NephoExportSubject *nepho_export_subject_new       (NephoExportKind           kind,
                                                    NephoDocument            *document,
                                                    const NephoFigureContext *context);
void                nepho_export_subject_free      (NephoExportSubject       *self);
void                nepho_export_subject_add       (NephoExportSubject       *self,
                                                    const NephoFigureSpec    *spec,
                                                    const NephoFigureLook    *look);
void                nepho_export_subject_look_at   (NephoExportSubject       *self,
                                                    const NephoPlotView      *view);
gboolean            nepho_export_subject_is_part   (const NephoExportSubject *self);
GPtrArray          *nepho_export_subject_figures   (const NephoExportSubject *self);
const char         *nepho_export_subject_name      (const NephoExportSubject *self);
void                nepho_export_subject_arguments (const NephoExportSubject *self,
                                                    GStrvBuilder             *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoExportSubject, nepho_export_subject_free)

G_END_DECLS
