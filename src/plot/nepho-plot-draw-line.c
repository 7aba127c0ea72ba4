/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-private.h"

/* cairo's stroker costs more than linearly in the length of a path: long lines go out in pieces. */
#define POINTS_A_STROKE 256
/* A point this near the straight line between its neighbours, in points of the paper, is passed over;
 * so many at most, that the search stays short. */
#define STRAIGHT_WITHIN 0.05
#define STRAIGHT_RUN 24

typedef struct
{
  cairo_t *cr;
  guint    points; /* in the open piece */
  double   x, y;   /* where the pen is */
} Pen;

static void
pen_lift (Pen *pen)
{
  if (pen->points > 1)
    cairo_stroke (pen->cr);
  else
    cairo_new_path (pen->cr);
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

/* More points than pixels: each pixel column is entered, touches its least and its greatest value,
 * and is left where the line leaves it. No extreme is lost. */
static void
draw_dense (const NephoPlotLayout *layout, Pen *pen, guint index)
{
  guint n = nepho_plot_series_at (layout, index)->y->n;
  double column = NAN;
  double low_y = 0.0;
  double high_y = 0.0;
  double last_y = 0.0;

  for (guint k = 0; k <= n; k++)
    {
      double x = NAN;
      double y = NAN;

      if (k < n)
        nepho_plot_layout_point (layout, index, k, &x, &y);
      if (isfinite (y) && floor (x) == column)
        {
          low_y = MIN (low_y, y);
          high_y = MAX (high_y, y);
          last_y = y;
          continue;
        }
      if (isfinite (column))
        {
          pen_to (pen, column + 0.5, low_y);
          pen_to (pen, column + 0.5, high_y);
          pen_to (pen, column + 0.5, last_y);
        }
      column = NAN;
      if (isfinite (y))
        {
          column = floor (x);
          low_y = high_y = last_y = y;
          pen_to (pen, column + 0.5, y);
        }
      else
        pen_lift (pen);
    }
  pen_lift (pen);
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
draw_sparse (const NephoPlotLayout *layout, Pen *pen, guint index)
{
  guint n = nepho_plot_series_at (layout, index)->y->n;
  Straight run = { 0 };
  gboolean open = FALSE;

  for (guint k = 0; k < n; k++)
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

static void
set_pen (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotSeries *series)
{
  const NephoPlotTheme *theme = layout->theme;
  double width = theme->line_width * layout->text_scale;
  double scaled[4];
  int n_dashes = 0;
  const double *dashes = NULL;

  switch (series->notation)
    {
    case NEPHO_PLOT_GHOST:
      {
        static const double ghost[] = { 3.0, 2.0 };

        width = theme->ghost_width * layout->text_scale;
        dashes = ghost;
        n_dashes = 2;
        break;
      }
    case NEPHO_PLOT_TREND:
      {
        static const double trend[] = { 1.0, 2.5 };

        width = theme->ghost_width * layout->text_scale;
        dashes = trend;
        n_dashes = 2;
        break;
      }
    case NEPHO_PLOT_ACTUAL:
      width *= 1.25;
      break;
    case NEPHO_PLOT_PROJECTION:
    default:
      dashes = nepho_plot_theme_dash (series->colour, &n_dashes);
    }

  for (int i = 0; i < n_dashes; i++)
    scaled[i] = dashes[i] * width;
  cairo_set_dash (cr, scaled, n_dashes, 0.0);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_line_cap (cr, n_dashes > 0 ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_SQUARE);
}

void
nepho_plot_draw_line (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  Pen pen = { .cr = cr };

  set_pen (layout, cr, series);
  nepho_plot_set_colour (cr, nepho_plot_series_colour (layout, index), 1.0);
  if (series->y->n > layout->plot.width)
    draw_dense (layout, &pen, index);
  else
    draw_sparse (layout, &pen, index);
  cairo_set_dash (cr, NULL, 0, 0.0);

  if (series->notation == NEPHO_PLOT_ACTUAL && series->y->n < layout->plot.width / 6.0)
    nepho_plot_draw_points (layout, cr, index);
}
