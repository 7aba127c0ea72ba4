/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-envelope.h"
#include "nepho-plot-private.h"

/* cairo's stroker costs more than linearly in the length of a path: long lines go out in pieces. */
#define POINTS_A_STROKE 256
/* A point this near the straight line between its neighbours, in points of the paper, is passed over;
 * so many at most, that the search stays short. */
#define STRAIGHT_WITHIN 0.05
#define STRAIGHT_RUN 24
/* What was published has more ink than what was computed: of the theme's width of a line. */
#define ACTUAL_WIDTH 1.3
#define PROJECTION_WIDTH 0.8
/* Radius of the dot that stands for a line of one point, in widths of the line. */
#define DOT 1.4
/* How far beyond the plot a line is drawn: its own thickness. */
#define MARGIN 6.0
/* Opacity of a dense line where one of fewer points would have a gap between its dashes. */
#define BETWEEN_DASHES 0.45
/* Width of a line that is there only to compare, in widths of a baseline. */
#define CONTEXT_PART 0.7
/* Width of a line that the reader means on another chart, in widths of its own. */
#define BOLD 2.0

typedef struct
{
  cairo_t *cr;
  guint    points; /* in the open piece */
  double   x, y;   /* where the pen is */
} Pen;

/* A point with gaps on both sides, or the only one, is a dot: a line without length would not be seen. */
static void
draw_dot (const Pen *pen)
{
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, pen->x, pen->y, DOT * cairo_get_line_width (pen->cr), 0.0, 2.0 * G_PI);
  cairo_fill (pen->cr);
}

static void
pen_lift (Pen *pen)
{
  if (pen->points > 1)
    cairo_stroke (pen->cr);
  else if (pen->points == 1)
    draw_dot (pen);
  pen->points = 0;
}

static void
pen_to (Pen *pen, double x, double y)
{
  if (pen->points >= POINTS_A_STROKE)
    {
      double from_x = pen->x;
      double from_y = pen->y;

      pen_lift (pen);
      pen_to (pen, from_x, from_y);
    }
  if (pen->points == 0)
    cairo_move_to (pen->cr, x, y);
  else
    cairo_line_to (pen->cr, x, y);
  pen->points++;
  pen->x = x;
  pen->y = y;
}

/* Points that lie on the way from one kept point to the next add joins to a stroke and nothing to
 * what is seen. */
typedef struct
{
  double from_x, from_y; /* the last point that was kept */
  double x[STRAIGHT_RUN], y[STRAIGHT_RUN];
  guint  n;              /* points since then */
} Straight;

static gboolean
is_straight (const Straight *run, double to_x, double to_y)
{
  double dx = to_x - run->from_x;
  double dy = to_y - run->from_y;
  double length = hypot (dx, dy);

  for (guint i = 0; i < run->n; i++)
    if (fabs (dx * (run->y[i] - run->from_y) - dy * (run->x[i] - run->from_x)) > STRAIGHT_WITHIN * length)
      return FALSE;

  return TRUE;
}

static void
flush_run (Straight *run, Pen *pen)
{
  if (run->n == 0)
    return;

  run->from_x = run->x[run->n - 1];
  run->from_y = run->y[run->n - 1];
  run->n = 0;
  pen_to (pen, run->from_x, run->from_y);
}

static void
draw_sparse (const NephoPlotLayout *layout, Pen *pen, guint index, guint first, guint end)
{
  Straight run = { 0 };
  gboolean open = FALSE;

  for (guint k = first; k < end; k++)
    {
      double x;
      double y;

      nepho_plot_layout_point (layout, index, k, &x, &y);
      if (!isfinite (x) || !isfinite (y))
        {
          flush_run (&run, pen);
          pen_lift (pen);
          open = FALSE;
          continue;
        }
      if (!open)
        {
          pen_to (pen, x, y);
          run = (Straight) { .from_x = x, .from_y = y };
          open = TRUE;
          continue;
        }
      if (run.n == STRAIGHT_RUN || !is_straight (&run, x, y))
        flush_run (&run, pen);
      run.x[run.n] = x;
      run.y[run.n++] = y;
    }
  flush_run (&run, pen);
  pen_lift (pen);
}

/* How a series' line is drawn. */
typedef struct
{
  double        width;
  const double *dashes; /* in widths of the line */
  int           n_dashes;
} Style;

static Style
style_of (const NephoPlotLayout *layout, guint index)
{
  static const double ghost[] = { 3.0, 2.0 };
  static const double trend[] = { 1.0, 2.5 };
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  const NephoPlotTheme *theme = layout->theme;
  Style style = { .width = theme->line_width * layout->text_scale };

  if (nepho_plot_is_context (layout, index))
    return (Style) { CONTEXT_PART * theme->ghost_width * layout->text_scale, NULL, 0 };

  switch (series->notation)
    {
    case NEPHO_PLOT_GHOST:
      return (Style) { theme->ghost_width * layout->text_scale, ghost, 2 };
    case NEPHO_PLOT_TREND:
      return (Style) { theme->ghost_width * layout->text_scale, trend, 2 };
    case NEPHO_PLOT_ACTUAL:
      style.width *= ACTUAL_WIDTH;
      return style;
    case NEPHO_PLOT_PROJECTION:
    default:
      style.width *= PROJECTION_WIDTH;
      /* On a panel of its own a line needs no second cue. */
      if (layout->panel < 0)
        style.dashes = series->dash > 0 ? nepho_plot_theme_dashes (series->dash - 1, &style.n_dashes)
                                        : nepho_plot_theme_dash (series->colour, &style.n_dashes);
      return style;
    }
}

static void
set_pen (cairo_t *cr, const Style *style)
{
  double scaled[4];

  for (int i = 0; i < style->n_dashes; i++)
    scaled[i] = style->dashes[i] * style->width;
  cairo_set_dash (cr, scaled, style->n_dashes, 0.0);
  cairo_set_line_width (cr, style->width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_cap (cr, style->n_dashes > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_SQUARE);
}

/* Stripes of the plot where dashes of a line that went straight to the right would be. */
static void
clip_to_dashes (cairo_t *cr, const NephoPlotRect *area, const Style *style)
{
  double x = area->x;

  for (int i = 0; x < area->x + area->width; i++)
    {
      double length = style->dashes[i % style->n_dashes] * style->width;

      if (i % 2 == 0)
        cairo_rectangle (cr, x, area->y, length, area->height);
      x += length;
    }
  cairo_clip (cr);
}

/* More points than the paper has room for: the envelope of all of them is filled. Dashes along a line that goes
 * up and down within a pixel would be noise, and would leave out peaks: between them it is only lighter. */
static void
draw_dense (const NephoPlotLayout *layout, cairo_t *cr, guint index, const Style *style)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  NephoPlotColour colour = nepho_plot_series_colour (layout, index);
  NephoPlotRect area = { layout->plot.x - MARGIN, layout->plot.y - MARGIN, layout->plot.width + 2.0 * MARGIN,
                         layout->plot.height + 2.0 * MARGIN };
  g_autoptr (NephoPlotEnvelope) envelope = nepho_plot_envelope_new (cr, &area, style->width);

  nepho_plot_envelope_add (envelope, &layout->x, &layout->y, series->x != NULL ? series->x->values : NULL,
                           series->y->values, series->y->n);
  cairo_save (cr);
  if (style->n_dashes > 0)
    {
      nepho_plot_set_colour (cr, colour, BETWEEN_DASHES);
      nepho_plot_envelope_paint (envelope, cr);
      clip_to_dashes (cr, &area, style);
    }
  nepho_plot_set_colour (cr, colour, 1.0);
  nepho_plot_envelope_paint (envelope, cr);
  cairo_restore (cr);
}

static void
draw_course (const NephoPlotLayout *layout, cairo_t *cr, guint index, const Style *style)
{
  Pen pen = { .cr = cr };
  guint first;
  guint end;

  nepho_plot_points_between (layout, index, MIN (layout->x.d0, layout->x.d1), MAX (layout->x.d0, layout->x.d1), &first,
                             &end);
  if (layout->ordered[index] && !layout->figure->horizontal && end - first > layout->plot.width)
    draw_dense (layout, cr, index, style);
  else
    {
      set_pen (cr, style);
      nepho_plot_set_colour (cr, nepho_plot_series_colour (layout, index), 1.0);
      draw_sparse (layout, &pen, index, first, end);
      cairo_set_dash (cr, NULL, 0, 0.0);
    }
}

/* Over what is drawn already: the same course, so wide that it is seen among all others. */
void
nepho_plot_draw_bold_line (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  Style style = style_of (layout, index);

  style.width *= BOLD;
  style.n_dashes = 0;
  draw_course (layout, cr, index, &style);
}

void
nepho_plot_draw_line (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  Style style = style_of (layout, index);

  draw_course (layout, cr, index, &style);
  if (series->mark == NEPHO_PLOT_MARK_SLOPE && series->notation != NEPHO_PLOT_GHOST)
    nepho_plot_draw_points (layout, cr, index);
  else if (series->notation == NEPHO_PLOT_ACTUAL && series->y->n < layout->plot.width / 6.0)
    nepho_plot_draw_points (layout, cr, index);
}
