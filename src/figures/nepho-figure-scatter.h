/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-evidence.h"

G_BEGIN_DECLS

/* One quantity of AI models, and what to call it. */
typedef struct
{
  double      (*value)  (const NephoAiModel *model);
  const char *(*source) (const NephoAiModel *model);
  NephoGrade  (*grade)  (const NephoAiModel *model); /* NULL: that of the source */
} NephoScatterQuantity;

/* A figure of a model or an accelerator with how firm it is. */
typedef struct
{
  const char *name;
  double      year;
  double      value;
  NephoGrade  grade;
  const char *source; /* id of a fact, or NULL */
} NephoScatterPoint;

GArray          *nepho_scatter_models         (const NephoFigureContext   *context,
                                               const NephoScatterQuantity *quantity);
NephoPlotFigure *nepho_scatter_new            (const NephoFigureContext   *context,
                                               const char                 *id,
                                               NephoUnit                   unit,
                                               const GArray               *points,
                                               NephoEvidence              *evidence);
gboolean         nepho_scatter_ends           (const GArray               *points,
                                               const NephoScatterPoint   **first,
                                               const NephoScatterPoint   **largest);
void             nepho_scatter_add_trend      (NephoPlotFigure            *figure,
                                               const double               *at,
                                               const double               *values,
                                               guint                       length);
void             nepho_scatter_note_estimates (NephoEvidence              *evidence,
                                               const GArray               *points);
void             nepho_scatter_finish         (NephoPlotFigure            *figure,
                                               NephoEvidence              *evidence,
                                               const char                 *fallback);

G_END_DECLS
