/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-layout.h"
#include "nepho-plot-ticks.h"

G_BEGIN_DECLS

/* What the files of this room share. Nothing outside includes it. */

/* ---- texts: measured once, kept for the next frame ---- */

typedef struct _NephoPlotFonts NephoPlotFonts;

typedef struct
{
  const char    *text;
  double         size;  /* points */
  gboolean       bold;
  double         width; /* where to break lines, in points; 0: nowhere */
  guint          lines; /* at most, then an ellipsis; 0: as many as it takes */
  PangoAlignment align;
} NephoPlotTextSpec;

NephoPlotFonts *nepho_plot_fonts_get     (PangoContext            *context);
PangoLayout    *nepho_plot_fonts_measure (NephoPlotFonts          *fonts,
                                          const char              *family,
                                          const NephoPlotTextSpec *spec,
                                          double                  *width,
                                          double                  *height);
void            nepho_plot_text_draw     (cairo_t                 *cr,
                                          PangoLayout             *layout,
                                          double                   x,
                                          double                   y);

/* ---- geometry: one shape a series ---- */

typedef struct
{
  const NephoPlotSeries *series;
  guint                  n;
  gboolean               visible; /* has something to draw */
  gboolean               faded;   /* another series is shown alone */
  NephoPlotColour        colour;  /* with notation and fading in it */
  NephoPlotColour        ink;     /* for its texts: contrast 4.5 and more */
  const double          *keys;    /* x of each datum, or NULL: 0, 1, 2 … */
  const double          *value;   /* y of each datum, stacked */
  const double          *floor;   /* its other edge, or NULL */
  double                *owned_value;
  double                *owned_floor;
  double                *x;       /* on the paper; NAN is a gap */
  double                *y;
  double                *base;    /* the other edge on the paper, or NULL */
  NephoPlotRect         *rects;   /* bars and cells; a width of NAN is none */
} NephoPlotShape;

/* A value beyond the axis: a small triangle at the plot's edge. */
typedef struct
{
  double          x, y;
  double          dx, dy; /* which way it points */
  NephoPlotColour colour;
} NephoPlotArrow;

typedef struct
{
  NephoPlotRect   rect;
  guint           shape;
} NephoPlotSwatch;

struct _NephoPlotLayout
{
  const NephoPlotFigure *figure;
  const NephoPlotTheme  *theme;
  NephoPlotFonts        *fonts;
  double                 width;
  double                 height;
  double                 text_scale;
  NephoPlotView          view;
  char                  *isolated;
  NephoPlotRect          plot;
  NephoPlotScale         x;
  NephoPlotScale         y;
  NephoPlotTicks         x_ticks; /* in stored units */
  NephoPlotTicks         y_ticks;
  int                    value_decimals;
  double                 now;     /* on the paper, or NAN */
  double                 z_low;   /* of a heat map's cells */
  double                 z_high;
  gboolean               empty;
  NephoPlotShape        *shapes;
  guint                  n_shapes;
  GArray                *texts;    /* NephoPlotTextBox */
  GArray                *arrows;   /* NephoPlotArrow */
  GArray                *swatches; /* NephoPlotSwatch */
};

/* ---- steps of the layout, in this order ---- */

void     nepho_plot_shapes_init    (NephoPlotLayout *self);
void     nepho_plot_shapes_clear   (NephoPlotLayout *self);
gboolean nepho_plot_domain_find    (NephoPlotLayout *self);
void     nepho_plot_frame_place    (NephoPlotLayout *self);
void     nepho_plot_shapes_map     (NephoPlotLayout *self);
void     nepho_plot_arrows_find    (NephoPlotLayout *self);
void     nepho_plot_labels_place   (NephoPlotLayout *self);
void     nepho_plot_notes_place    (NephoPlotLayout *self);
void     nepho_plot_values_place   (NephoPlotLayout *self);
void     nepho_plot_points_place   (NephoPlotLayout *self);

/* ---- parts of the frame ---- */

double   nepho_plot_header_place   (NephoPlotLayout *self,
                                    double          *bottom);
double   nepho_plot_axis_ticks_y   (NephoPlotLayout *self,
                                    double           length);
void     nepho_plot_axis_ticks_x   (NephoPlotLayout *self,
                                    double           length);
double   nepho_plot_axis_room_x    (NephoPlotLayout *self,
                                    double           width);
double   nepho_plot_axis_room_rows (NephoPlotLayout *self,
                                    NephoPlotAxis const *axis,
                                    double           most);
void     nepho_plot_axis_place     (NephoPlotLayout *self);
double   nepho_plot_labels_room    (NephoPlotLayout *self,
                                    double           height);
double   nepho_plot_values_room    (NephoPlotLayout *self,
                                    double          *low_end);

/* ---- small tools ---- */

gboolean          nepho_plot_is_bars        (const NephoPlotFigure   *figure);
gboolean          nepho_plot_has_mark       (const NephoPlotFigure   *figure,
                                             NephoPlotMark            mark);
double            nepho_plot_pad            (const NephoPlotLayout   *self);
double            nepho_plot_label_height   (NephoPlotLayout         *self);
NephoPlotTextBox *nepho_plot_add_text       (NephoPlotLayout         *self,
                                             NephoPlotTextRole        role,
                                             int                      series,
                                             const NephoPlotTextSpec *spec,
                                             NephoPlotColour          colour);
void              nepho_plot_measure        (const NephoPlotLayout   *self,
                                             const NephoPlotTextSpec *spec,
                                             double                  *width,
                                             double                  *height);
gboolean          nepho_plot_is_free        (const NephoPlotLayout   *self,
                                             const NephoPlotRect     *rect,
                                             double                   gap);
gboolean          nepho_plot_overlaps       (const NephoPlotRect     *a,
                                             const NephoPlotRect     *b,
                                             double                   gap);
void              nepho_plot_spread         (const double            *wanted,
                                             const double            *heights,
                                             guint                    n,
                                             double                   gap,
                                             double                   top,
                                             double                   bottom,
                                             double                  *centres);
char             *nepho_plot_format_tick    (const NephoPlotAxis     *axis,
                                             const NephoPlotTicks    *ticks,
                                             guint                    i);
char             *nepho_plot_format_value   (const NephoPlotLayout   *self,
                                             double                   value,
                                             gboolean                 sign);
char             *nepho_plot_format_x       (const NephoPlotAxis     *axis,
                                             double                   value);
int               nepho_plot_value_decimals (const NephoPlotLayout   *self);
NephoPlotColour   nepho_plot_mix            (NephoPlotColour          a,
                                             NephoPlotColour          b,
                                             double                   part);
NephoPlotColour   nepho_plot_ink            (const NephoPlotTheme    *theme,
                                             NephoPlotColour          colour,
                                             NephoPlotColour          background);
guint             nepho_plot_reduce         (const double            *x,
                                             const double            *y,
                                             guint                    n,
                                             double                   pitch,
                                             double                  *out_x,
                                             double                  *out_y);

/* ---- drawing ---- */

void nepho_plot_draw_line   (cairo_t               *cr,
                             const NephoPlotLayout *self,
                             const NephoPlotShape  *shape);
void nepho_plot_draw_band   (cairo_t               *cr,
                             const NephoPlotLayout *self,
                             const NephoPlotShape  *shape);
void nepho_plot_draw_area   (cairo_t               *cr,
                             const NephoPlotLayout *self,
                             const NephoPlotShape  *shape);
void nepho_plot_draw_bar    (cairo_t               *cr,
                             const NephoPlotLayout *self,
                             const NephoPlotShape  *shape);
void nepho_plot_draw_bridge (cairo_t               *cr,
                             const NephoPlotLayout *self,
                             const NephoPlotShape  *shape);
void nepho_plot_draw_point  (cairo_t               *cr,
                             const NephoPlotLayout *self,
                             const NephoPlotShape  *shape);
void nepho_plot_draw_heat   (cairo_t               *cr,
                             const NephoPlotLayout *self,
                             const NephoPlotShape  *shape);
void nepho_plot_draw_axes   (cairo_t               *cr,
                             const NephoPlotLayout *self);
void nepho_plot_draw_zero   (cairo_t               *cr,
                             const NephoPlotLayout *self);
void nepho_plot_draw_texts  (cairo_t               *cr,
                             const NephoPlotLayout *self);
void nepho_plot_draw_colour (cairo_t               *cr,
                             NephoPlotColour        colour);
void nepho_plot_draw_marker (cairo_t               *cr,
                             int                    slot,
                             double                 x,
                             double                 y,
                             double                 radius);
void nepho_plot_stroke      (cairo_t               *cr,
                             const double          *x,
                             const double          *y,
                             guint                  n,
                             const double          *dashes,
                             int                    n_dashes);
double nepho_plot_pixel     (cairo_t               *cr);
NephoPlotColour nepho_plot_heat_colour (const NephoPlotLayout *self,
                                        double                 z);

G_END_DECLS
