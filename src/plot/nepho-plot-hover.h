/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-private.h"

G_BEGIN_DECLS

/* A line of what is told at the pointer. */
typedef struct
{
  guint  series;
  guint  point;
  double x, y; /* where the datum is drawn */
  char  *name;
  char  *value;
} NephoPlotRow;

/* Where the box of all lines stands, and how they stand in it. */
typedef struct
{
  NephoPlotRect rect;
  double        size;       /* of its letters, at text scale 1 */
  guint         n_shown;    /* lines; of the others the last one tells how many there are */
  guint         per_column;
  double        heading;    /* height of the first line with the gap below it, or 0 */
  double        line;       /* height of the others, likewise */
  double        names;      /* widths of the two parts of a column */
  double        values;
} NephoPlotBox;

/* rows */
GArray *nepho_plot_rows_new     (const NephoPlotLayout *layout,
                                 double                 value_x,
                                 const NephoPlotHit    *focus);
void    nepho_plot_rows_add     (const NephoPlotLayout *layout,
                                 GArray                *rows,
                                 guint                  series,
                                 guint                  point);
GArray *nepho_plot_rows_empty   (void);
char   *nepho_plot_rows_heading (const NephoPlotLayout *layout,
                                 const GArray          *rows);

/* box */
void    nepho_plot_box_fit      (const NephoPlotLayout *layout,
                                 const GArray          *rows,
                                 const char            *heading,
                                 double                 at_x,
                                 NephoPlotBox          *box);
void    nepho_plot_box_draw     (const NephoPlotLayout *layout,
                                 cairo_t               *cr,
                                 const GArray          *rows,
                                 const char            *heading,
                                 const NephoPlotHit    *focus,
                                 const NephoPlotBox    *box);

G_END_DECLS
