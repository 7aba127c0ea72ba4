/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-private.h"

/* The baseline's bar is a mark across the bar that took its place. */
static void
draw_ghost_mark (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotRect *rect, double value)
{
  double at = nepho_plot_scale_map (nepho_plot_value_scale (layout), value);

  if (layout->figure->horizontal)
    {
      cairo_move_to (cr, at, rect->y - 1.5);
      cairo_line_to (cr, at, rect->y + rect->height + 1.5);
    }
  else
    {
      cairo_move_to (cr, rect->x - 1.5, at);
      cairo_line_to (cr, rect->x + rect->width + 1.5, at);
    }
  /* A rim in the paper's colour: the mark must show on a bar of any colour. */
  nepho_plot_set_colour (cr, layout->theme->background, 1.0);
  cairo_set_line_width (cr, 4.5 * layout->text_scale);
  cairo_stroke_preserve (cr);
  nepho_plot_set_colour (cr, layout->theme->zero, 1.0);
  cairo_set_line_width (cr, 2.0 * layout->text_scale);
  cairo_stroke (cr);
}

/* Lines over a bar, aslant upwards or downwards; with no slope, level. */
static void
trace_hatch (cairo_t *cr, const NephoPlotRect *rect, double step, double slope)
{
  if (slope == 0.0)
    for (double y = rect->y + step; y < rect->y + rect->height; y += step)
      {
        cairo_move_to (cr, rect->x, y);
        cairo_line_to (cr, rect->x + rect->width, y);
      }
  else
    for (double x = rect->x - rect->height; x < rect->x + rect->width; x += step)
      {
        cairo_move_to (cr, x, slope > 0.0 ? rect->y + rect->height : rect->y);
        cairo_line_to (cr, x + rect->height, slope > 0.0 ? rect->y : rect->y + rect->height);
      }
}

/* Hatching over a bar, or as much of it as the clip leaves: a projection is no fact; and the way it runs tells what is
 * filled apart. */
void
nepho_plot_hatch (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotRect *rect, NephoPlotPattern pattern)
{
  double step = 6.0 * layout->text_scale;

  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  nepho_plot_set_colour (cr, layout->theme->background, 0.45);
  cairo_set_line_width (cr, 1.0 * layout->text_scale);
  if (pattern == NEPHO_PLOT_PATTERN_USUAL || pattern == NEPHO_PLOT_PATTERN_CROSSED)
    trace_hatch (cr, rect, step, 1.0);
  if (pattern == NEPHO_PLOT_PATTERN_BACKWARD || pattern == NEPHO_PLOT_PATTERN_CROSSED)
    trace_hatch (cr, rect, step, -1.0);
  if (pattern == NEPHO_PLOT_PATTERN_LEVEL)
    trace_hatch (cr, rect, step * 0.6, 0.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* An outline with a rim in the paper's colour, so that it shows on another bar, too. */
static void
outline (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotRect *rect, NephoPlotColour colour)
{
  double width = 1.6 * layout->text_scale;
  double inset = MIN (width / 2.0, MIN (rect->width, rect->height) / 2.0);

  cairo_rectangle (cr, rect->x + inset, rect->y + inset, rect->width - 2.0 * inset, rect->height - 2.0 * inset);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  nepho_plot_set_colour (cr, layout->theme->background, 1.0);
  cairo_set_line_width (cr, 2.0 * width);
  cairo_stroke_preserve (cr);
  nepho_plot_set_colour (cr, colour, 1.0);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* A bar in the way of its series: solid, hatched or as an outline. What spans from one result to another is
 * told from nothing published: it needs no hatching. */
void
nepho_plot_fill_bar (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotRect *rect, NephoPlotColour colour,
                     const NephoPlotSeries *series)
{
  if (series->pattern == NEPHO_PLOT_PATTERN_HOLLOW)
    {
      outline (layout, cr, rect, colour);
      return;
    }

  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  nepho_plot_set_colour (cr, colour, 1.0);
  cairo_fill (cr);
  if ((series->notation == NEPHO_PLOT_PROJECTION && series->mark != NEPHO_PLOT_MARK_SPAN)
      || series->pattern != NEPHO_PLOT_PATTERN_USUAL)
    nepho_plot_hatch (layout, cr, rect, series->pattern);
  else if (layout->theme->patterns && nepho_plot_theme_pattern (series->colour) != NEPHO_PLOT_PATTERN_USUAL)
    nepho_plot_hatch (layout, cr, rect, nepho_plot_theme_pattern (series->colour));
}

static NephoPlotColour
bar_colour (const NephoPlotLayout *layout, guint index, guint point)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  NephoPlotColour colour = nepho_plot_datum_colour (layout, index, point);
  double opacity = colour.a;

  if (series->mark != NEPHO_PLOT_MARK_BRIDGE)
    return colour;
  if (point < 64 && (series->bridge_total >> point & 1) != 0)
    colour = layout->theme->neutral;
  else
    colour = nepho_plot_theme_colour (layout->theme,
                                      series->y->values[point] < 0.0 ? NEPHO_PLOT_NEGATIVE : NEPHO_PLOT_POSITIVE);
  colour.a *= opacity;

  return colour;
}

/* From one bar of a bridge to the next, at the level where the one ends. */
static void
draw_connector (const NephoPlotLayout *layout, cairo_t *cr, guint index, guint point, const NephoPlotRect *rect)
{
  NephoPlotRect next;
  double level;

  if (point + 1 >= nepho_plot_series_at (layout, index)->y->n
      || !nepho_plot_bar_rect (layout, index, point + 1, &next))
    return;

  level = nepho_plot_scale_map (nepho_plot_value_scale (layout), nepho_plot_series_y (layout, index, point));
  nepho_plot_set_colour (cr, layout->theme->text_dim, 1.0);
  cairo_set_line_width (cr, layout->theme->grid_width * layout->text_scale);
  if (layout->figure->horizontal)
    {
      cairo_move_to (cr, level, rect->y + rect->height);
      cairo_line_to (cr, level, next.y);
    }
  else
    {
      cairo_move_to (cr, rect->x + rect->width, level);
      cairo_line_to (cr, next.x, level);
    }
  cairo_stroke (cr);
}

void
nepho_plot_draw_bars (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  for (guint k = 0; k < series->y->n; k++)
    {
      NephoPlotRect rect;

      if (!nepho_plot_bar_rect (layout, index, k, &rect))
        continue;
      if (series->notation == NEPHO_PLOT_GHOST)
        {
          if (!nepho_plot_is_muted (layout, index, k))
            draw_ghost_mark (layout, cr, &rect, series->y->values[k]);
          continue;
        }
      nepho_plot_fill_bar (layout, cr, &rect, bar_colour (layout, index, k), series);
      if (series->mark == NEPHO_PLOT_MARK_BRIDGE)
        draw_connector (layout, cr, index, k, &rect);
    }
}

/* Shapes tell series apart where colours do not. */
static void
trace_marker (cairo_t *cr, int slot, double x, double y, double r)
{
  switch (slot < 0 ? 0 : slot % 4)
    {
    case 1:
      cairo_rectangle (cr, x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
      break;
    case 2:
      cairo_move_to (cr, x, y - r * 1.25);
      cairo_line_to (cr, x + r * 1.25, y);
      cairo_line_to (cr, x, y + r * 1.25);
      cairo_line_to (cr, x - r * 1.25, y);
      cairo_close_path (cr);
      break;
    case 3:
      cairo_move_to (cr, x, y - r * 1.2);
      cairo_line_to (cr, x + r * 1.15, y + r * 0.9);
      cairo_line_to (cr, x - r * 1.15, y + r * 0.9);
      cairo_close_path (cr);
      break;
    case 0:
    default:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, r, 0.0, 2.0 * G_PI);
    }
}

/* One dot of a series. An estimate is a hollow mark: less ink for less certainty. */
void
nepho_plot_draw_marker (const NephoPlotLayout *layout, cairo_t *cr, guint index, NephoPlotColour colour, double x,
                        double y)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  gboolean firm = series->notation == NEPHO_PLOT_ACTUAL;

  trace_marker (cr, series->colour, x, y, layout->theme->point_radius * layout->text_scale);
  nepho_plot_set_colour (cr, firm ? colour : layout->theme->background, 1.0);
  cairo_fill_preserve (cr);
  nepho_plot_set_colour (cr, firm ? layout->theme->background : colour, 1.0);
  cairo_set_line_width (cr, (firm ? 0.8 : 1.5) * layout->text_scale);
  cairo_stroke (cr);
}

void
nepho_plot_draw_points (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  for (guint k = 0; k < series->y->n; k++)
    {
      double x;
      double y;

      nepho_plot_layout_point (layout, index, k, &x, &y);
      if (isfinite (x) && isfinite (y))
        nepho_plot_draw_marker (layout, cr, index, nepho_plot_datum_colour (layout, index, k), x, y);
    }
}
