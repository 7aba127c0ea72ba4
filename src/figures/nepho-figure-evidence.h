/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-frame.h"

G_BEGIN_DECLS

/* What a figure rests on, gathered while it is made: it becomes the source line and the notes. */
typedef struct
{
  const NephoFigureContext *context;
  GPtrArray                *publishers; /* names, each once */
  GPtrArray                *measures;   /* definitions of published figures that are drawn */
  GString                  *notes;
  guint                     n_values;   /* parameters counted */
  guint                     n_assumed;  /* of them without a source */
  gboolean                  model;      /* computed, not only published */
} NephoEvidence;

void nepho_evidence_init           (NephoEvidence            *evidence,
                                    const NephoFigureContext *context,
                                    gboolean                  model);
void nepho_evidence_add_fact       (NephoEvidence            *evidence,
                                    const char               *fact_id);
void nepho_evidence_add_parameter  (NephoEvidence            *evidence,
                                    const char               *spec_id,
                                    int                       vendor,
                                    int                       segment);
void nepho_evidence_add_starts     (NephoEvidence            *evidence);
void nepho_evidence_note           (NephoEvidence            *evidence,
                                    const char               *note);
void nepho_evidence_finish         (NephoEvidence            *evidence,
                                    NephoPlotFigure          *figure);

/* Published history of one thing, drawn solid, each definition by itself. */
void nepho_evidence_add_history    (NephoEvidence            *evidence,
                                    NephoPlotFigure          *figure,
                                    const char               *series,
                                    const char               *vendor,
                                    const char               *segment,
                                    gboolean                  annual,
                                    const char               *label,
                                    int                       colour);

G_END_DECLS
