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
  NephoUnit   unit;
} NephoScatterQuantity;

/* A model's figure with how firm it is. */
typedef struct
{
  const NephoAiModel *model;
  double              value;
  NephoGrade          grade;
  const char         *source; /* id of a fact, or NULL */
} NephoScatterPoint;

NephoPlotFigure *nepho_scatter_new            (const NephoFigureContext   *context,
                                               const char                 *id,
                                               const NephoScatterQuantity *quantity,
                                               NephoEvidence              *evidence,
                                               GArray                    **points);
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
