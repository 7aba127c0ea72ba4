/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "nepho-plot-scale.h"
#include "nepho-plot-theme.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, width, height;
} NephoPlotRect;

typedef enum
{
  NEPHO_PLOT_TEXT_TITLE,
  NEPHO_PLOT_TEXT_SUBTITLE,
  NEPHO_PLOT_TEXT_TICK_X,
  NEPHO_PLOT_TEXT_TICK_Y,
  NEPHO_PLOT_TEXT_LABEL,      /* direct label of a series */
  NEPHO_PLOT_TEXT_KEY,        /* name of a series above the plot, a sample of its mark before it */
  NEPHO_PLOT_TEXT_VALUE,      /* number at a bar */
  NEPHO_PLOT_TEXT_POINT,      /* label of a point */
  NEPHO_PLOT_TEXT_OTHERS,     /* how many have no name for lack of room */
  NEPHO_PLOT_TEXT_REFERENCE,
  NEPHO_PLOT_TEXT_BREAK,      /* what changes where a line is interrupted */
  NEPHO_PLOT_TEXT_ANNOTATION,
  NEPHO_PLOT_TEXT_NOTE,
  NEPHO_PLOT_TEXT_SOURCE,
  NEPHO_PLOT_TEXT_EMPTY,
} NephoPlotTextRole;

/* A text with its place on the paper: measured, never guessed. */
typedef struct
{
  NephoPlotTextRole role;
  int               series; /* index of the series it names, or -1 */
  int               annotation; /* index of the figure's annotation that it is, or -1 */
  const char       *subject; /* id of what it names, as the figure has it; NULL: nothing that could stand alone */
  NephoPlotRect     rect;
  NephoPlotColour   colour;
  PangoLayout      *layout;
  gboolean          low;    /* of a key: it names where the mark begins, not where it ends */
  gboolean          leader; /* a thin line ties it to anchor_x, anchor_y */
  double            anchor_x;
  double            anchor_y;
} NephoPlotTextBox;

/* What the reader looks at: calm axes while a lever is dragged, zoom, one series alone. */
typedef struct
{
  double      x_minimum, x_maximum; /* NAN: all */
  double      y_minimum, y_maximum; /* NAN: from the data; else held as they are */
  const char *isolated;             /* id of what to show alone, or NULL: a series, a category or a named dot */
  double      title_gap;            /* kept free at the right of the title, for a button */
  gboolean    complete;             /* notes and source stand there however small the paper: in files */
} NephoPlotView;

#define NEPHO_PLOT_VIEW_ALL { NAN, NAN, NAN, NAN, NULL, 0.0, FALSE }

/* Where everything of a figure goes on a paper of a given size. Keeps the figure by reference only:
 * it must outlive the layout. */
typedef struct _NephoPlotLayout NephoPlotLayout;

/* One datum under the pointer or the keyboard cursor. */
typedef struct
{
  int         series; /* -1: none */
  guint       point;
  double      x, y;   /* on the paper */
  const char *source; /* where it was read, as the figure says; NULL: computed */
  gboolean    on_bar; /* the place is on the datum's own bar, however far from its end */
} NephoPlotHit;

NephoPlotLayout        *nepho_plot_layout_new       (const NephoPlotFigure *figure,
                                                     PangoContext          *context,
                                                     const NephoPlotTheme  *theme,
                                                     double                 width,
                                                     double                 height,
                                                     double                 text_scale,
                                                     const NephoPlotView   *view);
void                    nepho_plot_layout_free      (NephoPlotLayout       *layout);
const NephoPlotRect    *nepho_plot_layout_plot_rect (const NephoPlotLayout *layout);
const NephoPlotScale   *nepho_plot_layout_x         (const NephoPlotLayout *layout);
const NephoPlotScale   *nepho_plot_layout_y         (const NephoPlotLayout *layout);
const NephoPlotTextBox *nepho_plot_layout_texts     (const NephoPlotLayout *layout,
                                                     guint                 *n_texts);
void                    nepho_plot_layout_point     (const NephoPlotLayout *layout,
                                                     guint                  series,
                                                     guint                  point,
                                                     double                *x,
                                                     double                *y);
gboolean                nepho_plot_layout_break     (const NephoPlotLayout *layout,
                                                     guint                  index,
                                                     double                *x,
                                                     double                *y);
int                     nepho_plot_layout_annotation_at (const NephoPlotLayout *layout,
                                                     double                 x,
                                                     double                 y);
const NephoPlotLayout  *nepho_plot_layout_at        (const NephoPlotLayout *layout,
                                                     double                 x,
                                                     double                 y);
gboolean                nepho_plot_layout_pick      (const NephoPlotLayout *layout,
                                                     double                 x,
                                                     double                 y,
                                                     NephoPlotHit          *hit);
gboolean                nepho_plot_layout_find      (const NephoPlotLayout *layout,
                                                     const char            *id,
                                                     double                 value_x,
                                                     NephoPlotHit          *hit);
const char             *nepho_plot_layout_name_at   (const NephoPlotLayout *layout,
                                                     double                 x,
                                                     double                 y);
void                    nepho_plot_layout_draw      (const NephoPlotLayout *layout,
                                                     cairo_t               *cr);
void                    nepho_plot_layout_draw_hover(const NephoPlotLayout *layout,
                                                     cairo_t               *cr,
                                                     double                 value_x,
                                                     const NephoPlotHit    *focus);
void                    nepho_plot_layout_draw_subject (const NephoPlotLayout *layout,
                                                     cairo_t               *cr,
                                                     const char            *subject);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoPlotLayout, nepho_plot_layout_free)

G_END_DECLS
