/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-frame.h"

G_BEGIN_DECLS

/* The published figure after the base quarter that is farthest from the projection. */
typedef struct
{
  const char *name;     /* whose */
  char       *period;
  double      value;
  double      miss;     /* published less projected, or, where relative, in parts of the projection */
  NephoUnit   unit;
  gboolean    annual;
  gboolean    relative;
} NephoMiss;

/* What a figure rests on, gathered while it is made: it becomes the source line and the notes. */
typedef struct
{
  const NephoFigureContext *context;
  GPtrArray                *publishers; /* names, each once */
  GPtrArray                *measures;   /* definitions of published figures that are drawn */
  GString                  *notes;
  GArray                   *inputs;     /* guint: parameters, each once */
  guint                     n_later;    /* published figures of after the base quarter */
  NephoMiss                 worst;      /* of them, where there is any */
  guint                     n_breaks;   /* where definitions change */
  guint                     n_values;   /* parameters counted */
  guint                     n_assumed;  /* of them without a source */
  gboolean                  model;      /* computed, not only published */
} NephoEvidence;

void nepho_evidence_init           (NephoEvidence            *evidence,
                                    const NephoFigureContext *context,
                                    gboolean                  model);
void nepho_evidence_add_fact       (NephoEvidence            *evidence,
                                    const char               *fact_id);
void nepho_evidence_add_measure    (NephoEvidence            *evidence,
                                    const NephoFact          *fact);
void nepho_evidence_add_parameter  (NephoEvidence            *evidence,
                                    const char               *spec_id,
                                    int                       vendor,
                                    int                       segment);
void nepho_evidence_add_starts     (NephoEvidence            *evidence);
void nepho_evidence_note           (NephoEvidence            *evidence,
                                    const char               *note);
void nepho_evidence_finish         (NephoEvidence            *evidence,
                                    NephoPlotFigure          *figure);

/* nepho-figure-notes.c */
char *nepho_evidence_write_notes   (NephoEvidence            *evidence);

G_END_DECLS
