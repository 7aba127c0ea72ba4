/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-figure.h"

G_BEGIN_DECLS

/* Where the keyboard stands in a figure. The series is kept by name, so that the cursor survives a
 * figure rebuilt from other numbers. */
typedef struct
{
  int                series; /* -1: nowhere */
  guint              point;
  char              *id;
  NephoPlotNotation  notation;
} NephoChartCursor;

typedef enum
{
  NEPHO_CHART_MOVE_FIRST,
  NEPHO_CHART_MOVE_PREVIOUS,
  NEPHO_CHART_MOVE_NEXT,
  NEPHO_CHART_MOVE_LAST,
  NEPHO_CHART_MOVE_SERIES_UP,
  NEPHO_CHART_MOVE_SERIES_DOWN,
} NephoChartMove;

void     nepho_chart_cursor_init    (NephoChartCursor       *cursor);
void     nepho_chart_cursor_clear   (NephoChartCursor       *cursor);
gboolean nepho_chart_cursor_move    (NephoChartCursor       *cursor,
                                     const NephoPlotFigure  *figure,
                                     NephoChartMove          move);
void     nepho_chart_cursor_rebase  (NephoChartCursor       *cursor,
                                     const NephoPlotFigure  *figure);
double   nepho_chart_cursor_x       (const NephoChartCursor *cursor,
                                     const NephoPlotFigure  *figure);
char    *nepho_chart_cursor_reading (const NephoChartCursor *cursor,
                                     const NephoPlotFigure  *figure);

G_END_DECLS
