/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figures.h"

G_BEGIN_DECLS

/* What one scenario has in a row. */
typedef struct
{
  char    *value;      /* "34.6 %" */
  char    *difference; /* "+1.2 points" on the first scenario; NULL where there is none, or in the first */
  char    *relative;   /* "+3.6 %" of the first; likewise, and NULL where that is 0 */
  double   number;     /* as stored */
  double   change;     /* as stored, on the first scenario */
  double   part;       /* of the first; NAN where that is 0 */
  gboolean differs;    /* from the first, by any amount */
} NephoComparisonCell;

/* A headline number, or an assumption, of every scenario that is compared. */
typedef struct
{
  char               *id;     /* "leader"; of a parameter its id */
  char               *name;
  NephoUnit           unit;
  NephoComparisonCell cells[NEPHO_MAX_COMPARED];
} NephoComparisonRow;

GPtrArray *nepho_comparison_headlines   (const NephoFigureContext *context);
GPtrArray *nepho_comparison_assumptions (const NephoFigureContext *context);

G_END_DECLS
