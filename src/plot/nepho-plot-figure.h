/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-column.h"
#include "nepho-unit.h"

G_BEGIN_DECLS

typedef enum
{
  NEPHO_PLOT_MARK_LINE,   /* y over x */
  NEPHO_PLOT_MARK_BAND,   /* between low and y over x */
  NEPHO_PLOT_MARK_AREA,   /* stacked on the areas before it */
  NEPHO_PLOT_MARK_BAR,    /* one bar a category; several BAR series stand side by side */
  NEPHO_PLOT_MARK_BRIDGE, /* waterfall: floating bars, y the change; see bridge_total */
  NEPHO_PLOT_MARK_POINT,  /* a dot a row, labelled by point_labels */
  NEPHO_PLOT_MARK_HEAT,   /* a cell for each (x category, y category); y holds z row by row */
  NEPHO_PLOT_MARK_SPAN,   /* a bar from low to y; the spans of a category lie in one place */
  NEPHO_PLOT_MARK_TILE,   /* a piece of a category's column, stacked on the tiles before it */
  NEPHO_PLOT_MARK_SLOPE,  /* a line from category to category, named with its value at either side */
  NEPHO_PLOT_MARK_DUMBBELL, /* two dots of a category, at low and at y, and a line between them */
  NEPHO_PLOT_MARK_FLOW,   /* ribbons from the series at the left to the categories at the right, y wide */
} NephoPlotMark;

/* The second cue of bars that stand together: it tells them apart where colours do not. */
typedef enum
{
  NEPHO_PLOT_PATTERN_USUAL,    /* solid; hatched where it is a projection */
  NEPHO_PLOT_PATTERN_HOLLOW,   /* an outline */
  NEPHO_PLOT_PATTERN_BACKWARD, /* hatched the other way */
  NEPHO_PLOT_PATTERN_CROSSED,  /* hatched both ways */
  NEPHO_PLOT_PATTERN_LEVEL,    /* level lines */
} NephoPlotPattern;

/* IBCS: the firmer a figure, the more ink. */
typedef enum
{
  NEPHO_PLOT_ACTUAL,     /* published: solid */
  NEPHO_PLOT_PROJECTION, /* computed: lighter line or hatched bar */
  NEPHO_PLOT_GHOST,      /* the baseline: grey, dashed, behind everything */
  NEPHO_PLOT_TREND,      /* a fit: thin, dotted */
} NephoPlotNotation;

typedef enum
{
  NEPHO_PLOT_SCALE_LINEAR,
  NEPHO_PLOT_SCALE_LOG,
  NEPHO_PLOT_SCALE_TIME, /* years as numbers, ticks at quarters or years */
  NEPHO_PLOT_SCALE_BAND, /* categories */
} NephoPlotScaleKind;

/* Colours are slots of the theme's palette; a vendor keeps its slot in every chart. */
#define NEPHO_PLOT_NEUTRAL  (-1) /* grey: others, totals, the market */
#define NEPHO_PLOT_ACCENT   (-2) /* the one colour that matters where there is one series */
#define NEPHO_PLOT_POSITIVE (-3)
#define NEPHO_PLOT_NEGATIVE (-4)
#define NEPHO_PLOT_CHANGE   (-5) /* of what leads from low to y: POSITIVE or NEGATIVE, datum by datum */

typedef struct
{
  char             *id;           /* "alibaba": links the same thing across charts */
  char             *label;        /* written at the line's end, or beside the bar */
  NephoPlotMark     mark;
  NephoPlotNotation notation;
  NephoPlotPattern  pattern;
  int               colour;
  NephoPlotColumn  *x;            /* NULL on a band scale: 0, 1, 2 ... */
  NephoPlotColumn  *y;
  NephoPlotColumn  *low;          /* lower edge of a band, or where a span begins; or NULL */
  char             *low_label;    /* what low is called beside y, or NULL where it needs no name */
  char            **end_labels;   /* NULL or NULL-terminated, as long as y: what stands at a span's end */
  char            **point_labels; /* NULL or NULL-terminated, as long as y; "" for none */
  char            **sources;      /* NULL or NULL-terminated, as long as y: where each datum was read, in
                                   * words of whoever made the figure; "" where it was computed */
  guint64           bridge_total; /* bit k set: bar k of a bridge stands on zero */
  guint             panel;        /* of a figure with panels: on which it is drawn */
  gboolean          everywhere;   /* grey and without a name on all other panels, too */
  guint             dash;         /* of a line: 0: as its colour has it; else pattern dash − 1 of the theme */
  int               framed;       /* of a heat map: the cell that is the reader's own, or -1 */
} NephoPlotSeries;

typedef struct
{
  NephoPlotScaleKind kind;
  NephoUnit          unit;         /* of the numbers as given */
  char              *title;        /* what is counted along it, where the subtitle does not say it; or NULL */
  gboolean           include_zero;
  gboolean           reversed;     /* first at the top: ranks */
  gboolean           whole;        /* ticks at whole numbers only */
  double             minimum;      /* NAN: from the data */
  double             maximum;
  char             **categories;   /* of a band scale */
  gboolean           stepped;      /* they are steps of a number: those without room go without saying */
  char             **category_ids; /* NULL, or as many: what each is about, the same on every chart; "" nothing */
  NephoPlotColumn   *widths;       /* NULL: all alike; or what the widths of categories are proportional to */
  NephoUnit          widths_unit;
  char              *widths_label; /* what the widths are */
} NephoPlotAxis;

/* One of several small plots with the same axes. */
typedef struct
{
  char *label; /* what it is of */
  char *value; /* what it comes to, or NULL */
} NephoPlotPanel;

/* A level or a range of y worth knowing: "15 %", with its label. */
typedef struct
{
  double low;
  double high; /* = low: a line */
  char  *label;
} NephoPlotReference;

/* Where a line is interrupted because what comes next was counted in another way. */
typedef struct
{
  char  *id;     /* of the series that it interrupts; "": of none, something that happens then */
  int    colour;
  double x, y;   /* between the two ends, in units of the axes; y NAN: only the rule of a label */
  char  *label;  /* what changes: a thin rule across the plot bears it; or NULL: two short strokes only */
} NephoPlotBreak;

/* Words that the reader put to a datum, or what lies between two data. */
typedef struct
{
  guint    key;     /* by which whoever made the figure knows it */
  char    *text;    /* one or more lines */
  guint    series, point;
  gboolean measures; /* an arrow leads from that datum to the other one */
  guint    to_series, to_point;
} NephoPlotAnnotation;

/* A stretch of the source line, in bytes, that names whoever can be read at an address. */
typedef struct
{
  guint start, end;
  char *address;
} NephoPlotLink;

/* A chart as a value: everything that is drawn, nothing about how. */
typedef struct
{
  char          *id;        /* "share" */
  char          *title;     /* the message */
  char          *subtitle;  /* measure, unit, place, period */
  char          *source;    /* "Source: ..." */
  GArray        *links;     /* NephoPlotLink, of the source line, in order */
  char          *note;      /* caveats, or NULL */
  char          *summary;   /* one or two true sentences: alternative text */
  char          *empty;     /* what is missing, where there is nothing to draw */
  gboolean       horizontal; /* bars: categories on the left, values to the right */
  double         now;       /* x where history ends and projection begins, or NAN */
  NephoPlotAxis  x;
  NephoPlotAxis  y;
  GPtrArray     *series;     /* NephoPlotSeries, drawn in order */
  GArray        *references; /* NephoPlotReference */
  GArray        *breaks;     /* NephoPlotBreak */
  GArray        *annotations; /* NephoPlotAnnotation */
  GArray        *panels;     /* NephoPlotPanel, the first at the top left; empty: one plot */
  char         **inputs;     /* NULL or NULL-terminated: what computed data rest on, in words of whoever
                              * made the figure */
} NephoPlotFigure;

NephoPlotFigure *nepho_plot_figure_new           (const char        *id);
void             nepho_plot_figure_free          (NephoPlotFigure   *figure);
gboolean         nepho_plot_figure_equal         (const NephoPlotFigure *a,
                                                  const NephoPlotFigure *b);
void             nepho_plot_figure_add_link      (NephoPlotFigure   *figure,
                                                  guint              start,
                                                  guint              end,
                                                  const char        *address);
NephoPlotSeries *nepho_plot_figure_add_series    (NephoPlotFigure   *figure,
                                                  NephoPlotMark      mark,
                                                  const char        *id,
                                                  const char        *label,
                                                  int                colour);
const char      *nepho_plot_series_source        (const NephoPlotSeries *series,
                                                  guint              point);
const char      *nepho_plot_figure_name_of       (const NephoPlotFigure *figure,
                                                  const NephoPlotSeries *series);
const char      *nepho_plot_figure_subject       (const NephoPlotFigure *figure,
                                                  const NephoPlotSeries *series,
                                                  guint              point);
const char      *nepho_plot_figure_category      (const NephoPlotFigure *figure,
                                                  const NephoPlotSeries *series,
                                                  guint              point);
gboolean         nepho_plot_figure_is_about      (const NephoPlotFigure *figure,
                                                  const NephoPlotSeries *series,
                                                  guint              point,
                                                  const char        *subject);
gboolean         nepho_plot_figure_touches       (const NephoPlotFigure *figure,
                                                  const NephoPlotSeries *series,
                                                  const char        *subject);
gboolean         nepho_plot_figure_has_subject   (const NephoPlotFigure *figure,
                                                  const char        *subject);
const char      *nepho_plot_figure_subject_name  (const NephoPlotFigure *figure,
                                                  const char        *subject);
gboolean         nepho_plot_figure_can_isolate   (const NephoPlotFigure *figure,
                                                  const char        *subject);
void             nepho_plot_figure_span          (const NephoPlotFigure *figure,
                                                  double            *first,
                                                  double            *last);
void             nepho_plot_figure_add_reference (NephoPlotFigure   *figure,
                                                  double             low,
                                                  double             high,
                                                  const char        *label);
void             nepho_plot_figure_annotate      (NephoPlotFigure   *figure,
                                                  const NephoPlotAnnotation *annotation);
char            *nepho_plot_figure_point_key     (const NephoPlotFigure *figure,
                                                  guint              series,
                                                  guint              point);
char            *nepho_plot_figure_series_key    (const NephoPlotFigure *figure,
                                                  guint              series);
gboolean         nepho_plot_figure_find_datum    (const NephoPlotFigure *figure,
                                                  const char        *series_key,
                                                  const char        *point_key,
                                                  guint             *series,
                                                  guint             *point);
void             nepho_plot_figure_add_panel     (NephoPlotFigure   *figure,
                                                  const char        *label,
                                                  const char        *value);
void             nepho_plot_figure_add_break     (NephoPlotFigure   *figure,
                                                  const char        *id,
                                                  int                colour,
                                                  double             x,
                                                  double             y,
                                                  const char        *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoPlotFigure, nepho_plot_figure_free)

G_END_DECLS
