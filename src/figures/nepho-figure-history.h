/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-evidence.h"

G_BEGIN_DECLS

/* Published history of one thing beside its projection. */
typedef struct
{
  const char        *family;   /* "share": the usual series; "share-…" are other definitions */
  const char        *vendor;   /* id, or "" for the market */
  const char        *segment;  /* id, or "" for all */
  gboolean           annual;   /* earned over a period, shown as a yearly rate */
  gboolean           relative; /* a miss is told in per cent of the projection, not as a difference */
  NephoUnit          unit;
  const char        *label;    /* written beside it, or NULL: it belongs to a line that has a name */
  const char        *name;     /* in sentences */
  int                colour;
  NephoFigureGetter  getter;   /* the projection beside it */
  guint              index;
} NephoHistory;

void      nepho_history_add    (NephoEvidence            *evidence,
                                NephoPlotFigure          *figure,
                                const NephoHistory       *history);
char     *nepho_history_period (NephoQuarter              first,
                                NephoQuarter              last);

G_END_DECLS
