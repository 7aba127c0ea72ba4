/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "nepho-plot-layout.h"
#include "nepho-plot-ticks.h"

G_BEGIN_DECLS

/* What stands beside the plot, at the height of what it names. */
typedef struct
{
  int             series;   /* or -1 */
  const char     *subject;  /* id of what it names, or NULL */
  double          anchor_x;
  double          anchor_y;
  double          weight;   /* how much it matters: the least is the first to go without a name */
  NephoPlotColour colour;
  PangoLayout    *text;
  double          width;
  double          height;
} NephoPlotName;

/* What the colours of a heat map stand for. */
typedef enum
{
  NEPHO_PLOT_HEAT_LINEAR,
  NEPHO_PLOT_HEAT_LOG,
  NEPHO_PLOT_HEAT_DIVERGING, /* zero in the middle */
} NephoPlotHeatKind;

typedef struct
{
  NephoPlotHeatKind kind;
  double            low, high;
} NephoPlotHeat;

/* A ribbon of a flow: the tops of its two ends, and its thickness. */
typedef struct
{
  double x0, x1;
  double y0, y1;
  double size;
} NephoPlotRibbon;

/* Around the words of an annotation, inside their frame. */
#define NEPHO_PLOT_FRAME_X 5.0
#define NEPHO_PLOT_FRAME_Y 2.5

/* Where an arrow between two data goes, and where its words are wanted. */
typedef struct
{
  double   x[4], y[4];        /* pieces; the last one ends in the arrow's head, the others only lead there */
  guint    n;
  double   label_x, label_y;
  gboolean on_line;           /* the words are wanted on the last piece; the first goes back to where it begins */
} NephoPlotArrow;

struct _NephoPlotLayout
{
  const NephoPlotFigure *figure;
  const NephoPlotTheme  *theme;
  PangoContext          *context;
  PangoLanguage         *language;      /* that texts are in, or NULL */
  double                 width;
  double                 height;
  double                 text_scale;
  double                 x_low, x_high; /* what the reader zoomed to, or NAN */
  double                 y_low, y_high; /* what the reader's drag holds, or NAN */
  char                  *isolated;
  double                 title_gap;
  gboolean               complete;      /* notes and source may not be left out */
  gboolean               tight;         /* names below the plot have one line */
  gboolean               bare;          /* no room for a key */
  gboolean               empty;
  int                    panel;         /* which one of the figure's panels this is; -1: the whole */
  GPtrArray             *panels;        /* of the whole: NephoPlotLayout, or NULL */
  guint                  left_out;      /* values that have no place on the axes */
  guint                  unplaced;      /* annotations whose words have no room */
  guint                  told_unplaced; /* how many of these the note at the foot tells */
  NephoPlotRect          plot;
  NephoPlotScale         x;             /* left to right */
  NephoPlotScale         y;             /* bottom to top */
  NephoPlotTicks         x_ticks;
  NephoPlotTicks         y_ticks;
  GArray                *texts;         /* NephoPlotTextBox */
  double                *x_edges;       /* of bands of unequal width, or NULL */
  gboolean              *ordered;       /* by series: whether x never goes back */
  GPtrArray             *tops;          /* by series: upper edge of a stacked area, or NULL */
  GPtrArray             *bottoms;       /* by series: its lower edge, or NULL */
  struct
  {
    double  scale;                      /* points of the paper for each unit */
    double *left;                       /* tops of the nodes; NULL where the figure is no flow */
    double *right;
  } flow;
};

/* layout: what everything needs to know */
gboolean               nepho_plot_series_visible     (const NephoPlotLayout *layout,
                                                      guint                  series);
const NephoPlotSeries *nepho_plot_series_at          (const NephoPlotLayout *layout,
                                                      guint                  series);
double                 nepho_plot_series_x           (const NephoPlotLayout *layout,
                                                      guint                  series,
                                                      guint                  point);
double                 nepho_plot_series_y           (const NephoPlotLayout *layout,
                                                      guint                  series,
                                                      guint                  point);
NephoPlotColour        nepho_plot_label_colour       (const NephoPlotLayout *layout,
                                                      guint                  series);
NephoPlotPattern       nepho_plot_fill_pattern       (const NephoPlotLayout *layout,
                                                      guint                  series);
NephoPlotColour        nepho_plot_series_colour      (const NephoPlotLayout *layout,
                                                      guint                  series);
gboolean               nepho_plot_is_muted           (const NephoPlotLayout *layout,
                                                      guint                  series,
                                                      guint                  point);
NephoPlotColour        nepho_plot_datum_colour       (const NephoPlotLayout *layout,
                                                      guint                  series,
                                                      guint                  point);
const NephoPlotScale  *nepho_plot_value_scale        (const NephoPlotLayout *layout);
GArray                *nepho_plot_texts_new          (void);
gboolean               nepho_plot_is_context         (const NephoPlotLayout *layout,
                                                      guint                  series);
gboolean               nepho_plot_has_left_axis      (const NephoPlotLayout *layout);
const NephoPlotScale  *nepho_plot_band_scale         (const NephoPlotLayout *layout);

gboolean               nepho_plot_in_sight           (const NephoPlotLayout *layout,
                                                      double                 x);

double                 nepho_plot_reference_height   (const NephoPlotLayout *layout);

/* paper */
void                   nepho_plot_paper_place        (NephoPlotLayout       *layout,
                                                      double                *top,
                                                      double                *bottom);

/* order */
void                   nepho_plot_order              (NephoPlotLayout       *layout);
void                   nepho_plot_points_between     (const NephoPlotLayout *layout,
                                                      guint                  series,
                                                      double                 from,
                                                      double                 to,
                                                      guint                 *first,
                                                      guint                 *end);

/* domain */
void                   nepho_plot_domain             (const NephoPlotLayout *layout,
                                                      gboolean               vertical,
                                                      double                *low,
                                                      double                *high);
void                   nepho_plot_stack              (NephoPlotLayout       *layout);

/* missing */
const char            *nepho_plot_missing            (NephoPlotLayout       *layout);
const char            *nepho_plot_missing_range      (const NephoPlotLayout *layout);
char                  *nepho_plot_note               (const NephoPlotLayout *layout);

/* text */
PangoLayout           *nepho_plot_text_new           (const NephoPlotLayout *layout,
                                                      const char            *text,
                                                      double                 size,
                                                      gboolean               bold,
                                                      double                 width,
                                                      int                    lines);
PangoLayout           *nepho_plot_text_new_centred   (const NephoPlotLayout *layout,
                                                      const char            *text,
                                                      double                 size);
PangoLayout           *nepho_plot_text_new_name      (const NephoPlotLayout *layout,
                                                      const char            *text,
                                                      double                 size,
                                                      double                 width);
void                   nepho_plot_text_size          (PangoLayout           *text,
                                                      double                *width,
                                                      double                *height);
NephoPlotTextBox      *nepho_plot_text_add           (NephoPlotLayout       *layout,
                                                      NephoPlotTextRole      role,
                                                      PangoLayout           *text,
                                                      double                 x,
                                                      double                 y,
                                                      NephoPlotColour        colour);
void                   nepho_plot_text_names         (const NephoPlotLayout *layout,
                                                      NephoPlotTextBox      *box,
                                                      const char            *subject);
gboolean               nepho_plot_rects_meet         (const NephoPlotRect   *a,
                                                      const NephoPlotRect   *b);
gboolean               nepho_plot_text_is_free       (const NephoPlotLayout *layout,
                                                      const NephoPlotRect   *rect);
char                  *nepho_plot_tick_text          (const NephoPlotAxis   *axis,
                                                      const NephoPlotTicks  *ticks,
                                                      guint                  tick);

/* axes */
#define NEPHO_PLOT_TICK_GAP 5.0

void                   nepho_plot_axis_ticks         (const NephoPlotAxis   *axis,
                                                      const NephoPlotScale  *scale,
                                                      guint                  wanted,
                                                      NephoPlotTicks        *ticks);
double                 nepho_plot_axis_width         (const NephoPlotLayout *layout,
                                                      const NephoPlotAxis   *axis,
                                                      const NephoPlotTicks  *ticks);
double                 nepho_plot_axis_height        (const NephoPlotLayout *layout,
                                                      const NephoPlotAxis   *axis,
                                                      const NephoPlotTicks  *ticks);
guint                  nepho_plot_axis_left_step     (const NephoPlotLayout *layout);
guint                  nepho_plot_axis_place_left    (NephoPlotLayout       *layout,
                                                      const NephoPlotAxis   *axis);
void                   nepho_plot_axis_place_bottom  (NephoPlotLayout       *layout,
                                                      const NephoPlotAxis   *axis);

/* Of a band alone; where several lie over each other they are darker. */
#define NEPHO_PLOT_BAND_OPACITY 0.22

/* key */
double                 nepho_plot_key_height         (const NephoPlotLayout *layout);
double                 nepho_plot_key_sample_width   (const NephoPlotLayout *layout);
void                   nepho_plot_key_place          (NephoPlotLayout       *layout,
                                                      double                 top);
void                   nepho_plot_key_draw           (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      const NephoPlotTextBox *box);

/* labels */
double                 nepho_plot_labels_width       (NephoPlotLayout       *layout,
                                                      gboolean               left);
gboolean               nepho_plot_is_sloped          (const NephoPlotLayout *layout);
void                   nepho_plot_names_place        (NephoPlotLayout       *layout,
                                                      GArray                *names,
                                                      gboolean               left);
void                   nepho_plot_labels_place       (NephoPlotLayout       *layout);
gboolean               nepho_plot_ends_early         (const NephoPlotLayout *layout,
                                                      guint                  series);
void                   nepho_plot_spread             (double                *centres,
                                                      const double          *heights,
                                                      guint                  n,
                                                      double                 top,
                                                      double                 bottom);
PangoLayout           *nepho_plot_bar_text           (const NephoPlotLayout *layout,
                                                      guint                  series,
                                                      guint                  point);
void                   nepho_plot_values_place       (NephoPlotLayout       *layout);

gboolean               nepho_plot_is_clear           (const NephoPlotLayout *layout,
                                                      const NephoPlotRect   *rect);

/* others */
char                  *nepho_plot_others_text        (guint                  n_others);
void                   nepho_plot_others_beside      (NephoPlotLayout       *layout,
                                                      guint                  n_others,
                                                      gboolean               left);
void                   nepho_plot_others_below       (NephoPlotLayout       *layout,
                                                      guint                  n_others,
                                                      double                 right,
                                                      double                 bottom);
void                   nepho_plot_others_inside      (NephoPlotLayout       *layout,
                                                      guint                  n_others);

/* annotations */
gboolean               nepho_plot_annotation_arrow   (const NephoPlotLayout *layout,
                                                      const NephoPlotAnnotation *annotation,
                                                      NephoPlotArrow        *arrow);
gboolean               nepho_plot_annotation_anchor  (const NephoPlotLayout *layout,
                                                      const NephoPlotAnnotation *annotation,
                                                      double                *x,
                                                      double                *y);
void                   nepho_plot_annotations_place  (NephoPlotLayout       *layout);
void                   nepho_plot_annotations_draw   (const NephoPlotLayout *layout,
                                                      cairo_t               *cr);

/* breaks */
void                   nepho_plot_breaks_place       (NephoPlotLayout       *layout);
char                  *nepho_plot_breaks_note        (const NephoPlotLayout *layout);
void                   nepho_plot_breaks_draw        (const NephoPlotLayout *layout,
                                                      cairo_t               *cr);

/* bars */
guint                  nepho_plot_bar_count          (const NephoPlotLayout *layout);
gboolean               nepho_plot_bar_rect           (const NephoPlotLayout *layout,
                                                      guint                  series,
                                                      guint                  point,
                                                      NephoPlotRect         *rect);
void                   nepho_plot_bridge_ends        (const NephoPlotSeries *series,
                                                      guint                  point,
                                                      double                *from,
                                                      double                *to);

/* tiles */
gboolean               nepho_plot_tile_rect          (const NephoPlotLayout *layout,
                                                      guint                  series,
                                                      guint                  point,
                                                      NephoPlotRect         *rect);
NephoPlotColour        nepho_plot_colour_on          (const NephoPlotTheme  *theme,
                                                      NephoPlotColour        fill);
void                   nepho_plot_tiles_label        (NephoPlotLayout       *layout,
                                                      guint                  series);
void                   nepho_plot_draw_tiles         (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series);

/* spans */
void                   nepho_plot_ends_room          (const NephoPlotLayout *layout,
                                                      double                *before,
                                                      double                *after);
void                   nepho_plot_ends_place         (NephoPlotLayout       *layout,
                                                      guint                  series);

/* dumbbells */
void                   nepho_plot_draw_dumbbells     (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series);
void                   nepho_plot_draw_dumbbell_dot  (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      NephoPlotColour        colour,
                                                      double                 x,
                                                      double                 y,
                                                      gboolean               low);

/* flow */
gboolean               nepho_plot_is_flow            (const NephoPlotLayout *layout);
void                   nepho_plot_flow_arrange       (NephoPlotLayout       *layout);
double                 nepho_plot_flow_width         (const NephoPlotLayout *layout,
                                                      gboolean               left);
void                   nepho_plot_flow_place         (NephoPlotLayout       *layout);
gboolean               nepho_plot_flow_ribbon        (const NephoPlotLayout *layout,
                                                      guint                  series,
                                                      guint                  point,
                                                      NephoPlotRibbon       *ribbon);
gboolean               nepho_plot_flow_contains      (const NephoPlotLayout *layout,
                                                      guint                  series,
                                                      guint                  point,
                                                      double                 x,
                                                      double                 y);
void                   nepho_plot_flow_trace         (cairo_t               *cr,
                                                      const NephoPlotRibbon *ribbon);
void                   nepho_plot_flow_draw          (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series);

/* panels */
gboolean               nepho_plot_has_panels         (const NephoPlotLayout *layout);
void                   nepho_plot_panels_arrange     (NephoPlotLayout       *layout,
                                                      double                 top,
                                                      double                 bottom);
const NephoPlotLayout *nepho_plot_panel_of           (const NephoPlotLayout *layout,
                                                      guint                  series);
void                   nepho_plot_panels_draw        (const NephoPlotLayout *layout,
                                                      cairo_t               *cr);

/* heat */
void                   nepho_plot_heat_init          (NephoPlotHeat         *heat,
                                                      const NephoPlotSeries *series);
double                 nepho_plot_heat_part          (const NephoPlotHeat   *heat,
                                                      double                 value);
NephoPlotColour        nepho_plot_heat_colour        (const NephoPlotTheme  *theme,
                                                      double                 part);
void                   nepho_plot_heat_cell          (const NephoPlotLayout *layout,
                                                      guint                  point,
                                                      NephoPlotRect         *rect);
void                   nepho_plot_heat_draw          (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series);
void                   nepho_plot_heat_place         (NephoPlotLayout       *layout,
                                                      guint                  series);
void                   nepho_plot_heat_room          (const NephoPlotLayout *layout,
                                                      double                *above,
                                                      double                *below);
void                   nepho_plot_heat_place_titles  (NephoPlotLayout       *layout,
                                                      double                 bottom);

/* ranks */
double                 nepho_plot_ranks_radius       (const NephoPlotLayout *layout);
void                   nepho_plot_ranks_place        (NephoPlotLayout       *layout);
void                   nepho_plot_ranks_draw         (const NephoPlotLayout *layout,
                                                      cairo_t               *cr);

/* pick */
gboolean               nepho_plot_datum_rect         (const NephoPlotLayout *layout,
                                                      guint                  series,
                                                      guint                  point,
                                                      NephoPlotRect         *rect);

/* emphasis */
void                   nepho_plot_emphasise          (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      const char            *subject);

/* drawing */
void                   nepho_plot_draw_plot          (const NephoPlotLayout *layout,
                                                      cairo_t               *cr);
void                   nepho_plot_set_colour         (cairo_t               *cr,
                                                      NephoPlotColour        colour,
                                                      double                 opacity);
void                   nepho_plot_draw_line          (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series);
void                   nepho_plot_draw_bold_line     (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series);
gboolean               nepho_plot_trace_area         (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series);
void                   nepho_plot_draw_area          (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series);
void                   nepho_plot_draw_band          (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series);
void                   nepho_plot_draw_bars          (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series);
void                   nepho_plot_hatch              (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      const NephoPlotRect   *rect,
                                                      NephoPlotPattern       pattern);
void                   nepho_plot_fill_bar           (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      const NephoPlotRect   *rect,
                                                      NephoPlotColour        colour,
                                                      const NephoPlotSeries *series);
void                   nepho_plot_draw_marker        (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series,
                                                      NephoPlotColour        colour,
                                                      double                 x,
                                                      double                 y);
void                   nepho_plot_draw_points        (const NephoPlotLayout *layout,
                                                      cairo_t               *cr,
                                                      guint                  series);

G_END_DECLS
