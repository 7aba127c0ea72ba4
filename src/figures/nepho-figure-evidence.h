/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-frame.h"

G_BEGIN_DECLS

/* How far a published figure is from the projection. */
typedef struct
{
  const char *name;     /* whose */
  char       *since;    /* of a change: from when on; else NULL */
  char       *period;
  double      value;    /* or the change since then */
  double      miss;     /* published less projected, or, where relative, in parts of the projection */
  NephoUnit   unit;
  gboolean    annual;
  gboolean    relative;
} NephoMiss;

/* Published figures of after the base quarter, and that of them which is farthest from the projection. */
typedef struct
{
  guint     n;
  NephoMiss worst;
} NephoMisses;

/* What a figure rests on, gathered while it is made: it becomes the source line and the notes. */
typedef struct
{
  const NephoFigureContext *context;
  GPtrArray                *publishers; /* see nepho_publishers_new() */
  GPtrArray                *measures;   /* definitions of published figures that are drawn */
  GString                  *notes;
  GArray                   *inputs;     /* guint: parameters, each once */
  NephoMisses               later;      /* in the definition that the projection starts from */
  NephoMisses               changes;    /* in others, from one figure to another */
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
void nepho_evidence_add_input       (NephoEvidence            *evidence,
                                    guint                     parameter);
void nepho_evidence_add_starts     (NephoEvidence            *evidence);
void nepho_evidence_note           (NephoEvidence            *evidence,
                                    const char               *note);
void nepho_evidence_finish         (NephoEvidence            *evidence,
                                    NephoPlotFigure          *figure);

/* nepho-figure-paths.c */
void  nepho_evidence_note_paths    (NephoEvidence            *evidence);
void  nepho_evidence_add_rules     (NephoEvidence            *evidence,
                                    NephoPlotFigure          *figure);

/* nepho-figure-notes.c */
char *nepho_evidence_write_notes   (NephoEvidence            *evidence);

G_END_DECLS
