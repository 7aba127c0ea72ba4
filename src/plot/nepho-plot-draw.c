/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-plot-link.h"
#include "nepho-plot-private.h"
#include "nepho-plot-text-sink.h"

#define EDGE_ARROW 4.0

void
nepho_plot_set_colour (cairo_t *cr, NephoPlotColour colour, double opacity)
{
  cairo_set_source_rgba (cr, colour.r, colour.g, colour.b, colour.a * opacity);
}

static void
draw_rule (const NephoPlotLayout *layout, cairo_t *cr, double at, NephoPlotColour colour, double width)
{
  nepho_plot_set_colour (cr, colour, 1.0);
  cairo_set_line_width (cr, width * layout->text_scale);
  if (layout->figure->horizontal)
    {
      cairo_move_to (cr, at, layout->plot.y);
      cairo_line_to (cr, at, layout->plot.y + layout->plot.height);
    }
  else
    {
      cairo_move_to (cr, layout->plot.x, at);
      cairo_line_to (cr, layout->plot.x + layout->plot.width, at);
    }
  cairo_stroke (cr);
}

static void
draw_grid (const NephoPlotLayout *layout, cairo_t *cr)
{
  const NephoPlotScale *values = nepho_plot_value_scale (layout);
  const NephoPlotTicks *ticks = layout->figure->horizontal ? &layout->x_ticks : &layout->y_ticks;

  if (values->kind == NEPHO_PLOT_SCALE_BAND)
    return;
  for (guint i = 0; i < ticks->n; i++)
    draw_rule (layout, cr, nepho_plot_scale_map (values, ticks->values[i]), layout->theme->grid, layout->theme->grid_width);
}

static void
draw_zero (const NephoPlotLayout *layout, cairo_t *cr)
{
  const NephoPlotScale *values = nepho_plot_value_scale (layout);

  if (nepho_plot_has_left_axis (layout) && values->kind == NEPHO_PLOT_SCALE_LINEAR && values->d0 <= 0.0 && values->d1 >= 0.0)
    draw_rule (layout, cr, nepho_plot_scale_map (values, 0.0), layout->theme->zero, layout->theme->zero_width);
}

static void
draw_references (const NephoPlotLayout *layout, cairo_t *cr)
{
  for (guint i = 0; i < layout->figure->references->len; i++)
    {
      const NephoPlotReference *reference = &g_array_index (layout->figure->references, NephoPlotReference, i);
      const NephoPlotScale *values = nepho_plot_value_scale (layout);
      double low = nepho_plot_scale_map (values, reference->low);
      double high = nepho_plot_scale_map (values, reference->high);

      if (reference->low == reference->high)
        {
          draw_rule (layout, cr, low, layout->theme->text_dim, layout->theme->grid_width * 1.4);
          continue;
        }
      nepho_plot_set_colour (cr, layout->theme->reference, 1.0);
      if (layout->figure->horizontal)
        cairo_rectangle (cr, MIN (low, high), layout->plot.y, fabs (high - low), layout->plot.height);
      else
        cairo_rectangle (cr, layout->plot.x, MIN (low, high), layout->plot.width, fabs (high - low));
      cairo_fill (cr);
    }
}

/* Where history ends: what lies to the right was computed. */
static void
draw_now (const NephoPlotLayout *layout, cairo_t *cr)
{
  static const double dots[] = { 1.5, 3.0 };
  double x = nepho_plot_scale_map (&layout->x, layout->figure->now);

  if (!isfinite (x) || layout->figure->horizontal || x <= layout->plot.x + 1.0
      || x >= layout->plot.x + layout->plot.width - 1.0)
    return;

  nepho_plot_set_colour (cr, layout->theme->text_dim, 0.8);
  cairo_set_line_width (cr, layout->theme->grid_width * layout->text_scale);
  cairo_set_dash (cr, dots, 2, 0.0);
  cairo_move_to (cr, x, layout->plot.y);
  cairo_line_to (cr, x, layout->plot.y + layout->plot.height);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
}

static void
draw_series (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  if (series->y == NULL || !nepho_plot_series_visible (layout, index))
    return;

  switch (series->mark)
    {
    case NEPHO_PLOT_MARK_LINE:
    case NEPHO_PLOT_MARK_SLOPE:
      nepho_plot_draw_line (layout, cr, index);
      break;
    case NEPHO_PLOT_MARK_BAND:
      nepho_plot_draw_band (layout, cr, index);
      break;
    case NEPHO_PLOT_MARK_AREA:
      nepho_plot_draw_area (layout, cr, index);
      break;
    case NEPHO_PLOT_MARK_BAR:
    case NEPHO_PLOT_MARK_BRIDGE:
    case NEPHO_PLOT_MARK_SPAN:
      nepho_plot_draw_bars (layout, cr, index);
      break;
    case NEPHO_PLOT_MARK_DUMBBELL:
      nepho_plot_draw_dumbbells (layout, cr, index);
      break;
    case NEPHO_PLOT_MARK_FLOW:
      nepho_plot_flow_draw (layout, cr, index);
      break;
    case NEPHO_PLOT_MARK_TILE:
      nepho_plot_draw_tiles (layout, cr, index);
      break;
    case NEPHO_PLOT_MARK_HEAT:
      nepho_plot_heat_draw (layout, cr, index);
      break;
    case NEPHO_PLOT_MARK_POINT:
    default:
      nepho_plot_draw_points (layout, cr, index);
    }
}

/* The baseline's lines lie behind everything, its marks across the bars; outlines lie on what is filled. */
static gboolean
is_on_top (const NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  return (series->mark == NEPHO_PLOT_MARK_BAR && series->notation == NEPHO_PLOT_GHOST)
         || series->pattern == NEPHO_PLOT_PATTERN_HOLLOW;
}

/* A line that leaves a held axis is shown the way it went. */
static void
draw_edge_arrow (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  double top = layout->plot.y;
  double bottom = layout->plot.y + layout->plot.height;
  double right = layout->plot.x + layout->plot.width + 1.0;
  double size = EDGE_ARROW * layout->text_scale;
  double x = INFINITY;
  double y = NAN;

  if (series->mark != NEPHO_PLOT_MARK_LINE || series->y == NULL || series->y->n == 0
      || !nepho_plot_series_visible (layout, index))
    return;
  /* What lies beyond the stretch of time that is shown left no edge. */
  for (guint k = series->y->n; k-- > 0 && x > right;)
    nepho_plot_layout_point (layout, index, k, &x, &y);
  if (x > right || !isfinite (y) || (y >= top - 1.0 && y <= bottom + 1.0))
    return;

  y = y < top ? top : bottom;
  cairo_move_to (cr, x - size, y + (y == top ? size : -size));
  cairo_line_to (cr, x, y);
  cairo_line_to (cr, x + size, y + (y == top ? size : -size));
  nepho_plot_set_colour (cr, nepho_plot_series_colour (layout, index), 1.0);
  cairo_set_line_width (cr, 1.6 * layout->text_scale);
  cairo_stroke (cr);
}

/* A number beside a dot or at the end of a range may stand on a line of the grid or on the axis. */
static gboolean
is_end_value (const NephoPlotLayout *layout, const NephoPlotTextBox *box)
{
  NephoPlotMark mark = box->series >= 0 ? nepho_plot_series_at (layout, (guint) box->series)->mark : NEPHO_PLOT_MARK_LINE;

  return box->role == NEPHO_PLOT_TEXT_VALUE && (mark == NEPHO_PLOT_MARK_DUMBBELL || mark == NEPHO_PLOT_MARK_SPAN);
}

/* What stands around letters that lie on something drawn, so that they can be read there: the colour of the paper, or
 * of the hatched tile that they are on. */
static gboolean
find_halo (const NephoPlotLayout *layout, const NephoPlotTextBox *box, NephoPlotColour *halo)
{
  gboolean value = box->role == NEPHO_PLOT_TEXT_VALUE && box->series >= 0;

  *halo = layout->theme->background;
  if (value && nepho_plot_series_at (layout, (guint) box->series)->mark == NEPHO_PLOT_MARK_TILE)
    {
      *halo = nepho_plot_series_colour (layout, (guint) box->series);
      return nepho_plot_fill_pattern (layout, (guint) box->series) != NEPHO_PLOT_PATTERN_USUAL;
    }

  return box->role == NEPHO_PLOT_TEXT_POINT || box->role == NEPHO_PLOT_TEXT_REFERENCE
         || box->role == NEPHO_PLOT_TEXT_OTHERS || box->role == NEPHO_PLOT_TEXT_BREAK;
}

static void
draw_text (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotTextBox *box)
{
  double middle = box->rect.y + box->rect.height / 2.0;
  NephoPlotColour halo;

  if (box->leader)
    {
      gboolean left = box->rect.x < box->anchor_x;

      nepho_plot_set_colour (cr, box->colour, 0.6);
      cairo_set_line_width (cr, layout->theme->grid_width * layout->text_scale);
      cairo_move_to (cr, box->anchor_x + (left ? -1.5 : 1.5), box->anchor_y);
      cairo_line_to (cr, left ? box->rect.x + box->rect.width + 1.5 : box->rect.x - 1.5, middle);
      cairo_stroke (cr);
    }
  if (is_end_value (layout, box))
    {
      nepho_plot_set_colour (cr, layout->theme->background, 0.85);
      cairo_rectangle (cr, box->rect.x, box->rect.y + 0.15 * box->rect.height, box->rect.width, 0.7 * box->rect.height);
      cairo_fill (cr);
    }
  cairo_move_to (cr, box->rect.x, box->rect.y);
  if (find_halo (layout, box, &halo))
    {
      pango_cairo_layout_path (cr, box->layout);
      nepho_plot_set_colour (cr, halo, 0.85);
      cairo_set_line_width (cr, 2.2 * layout->text_scale);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
      cairo_move_to (cr, box->rect.x, box->rect.y);
    }
  nepho_plot_set_colour (cr, box->colour, 1.0);
  nepho_plot_show_text (cr, box->layout);
  if (box->role == NEPHO_PLOT_TEXT_SOURCE)
    nepho_plot_draw_links (cr, layout->figure->links, box->layout, box->rect.x, box->rect.y);
}

/* Everything of one plot but its texts: what lies behind the data, the data, and what lies over them. */
void
nepho_plot_draw_plot (const NephoPlotLayout *layout, cairo_t *cr)
{
  guint n = layout->figure->series->len;

  draw_grid (layout, cr);
  draw_references (layout, cr);
  draw_now (layout, cr);

  /* Lines are as thick as their width beyond the ends of the axis. */
  cairo_save (cr);
  cairo_rectangle (cr, layout->plot.x - 6.0, layout->plot.y - 3.0, layout->plot.width + 12.0, layout->plot.height + 6.0);
  cairo_clip (cr);
  for (guint i = 0; i < n; i++)
    if (nepho_plot_is_context (layout, i))
      nepho_plot_draw_line (layout, cr, i);
  for (guint i = 0; i < n; i++)
    if (!is_on_top (layout, i))
      draw_series (layout, cr, i);
  for (guint i = 0; i < n; i++)
    if (is_on_top (layout, i))
      draw_series (layout, cr, i);
  cairo_restore (cr);

  nepho_plot_ranks_draw (layout, cr);
  nepho_plot_breaks_draw (layout, cr);
  draw_zero (layout, cr);
  for (guint i = 0; i < n; i++)
    draw_edge_arrow (layout, cr, i);
}

/**
 * nepho_plot_layout_draw:
 * @layout: a layout
 * @cr: where to draw; its paper is not cleared
 *
 * Draws everything but the background and what the pointer adds.
 */
void
nepho_plot_layout_draw (const NephoPlotLayout *layout, cairo_t *cr)
{
  cairo_save (cr);
  /* Sixteen levels of coverage instead of 255: on a screen nobody tells them apart, and a frame of a
   * drag costs a fraction. Texts and files of vectors do not heed it. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  if (layout->panels != NULL)
    nepho_plot_panels_draw (layout, cr);
  else if (!layout->empty)
    nepho_plot_draw_plot (layout, cr);
  nepho_plot_annotations_draw (layout, cr);

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const NephoPlotTextBox *box = &g_array_index (layout->texts, NephoPlotTextBox, i);

      draw_text (layout, cr, box);
      if (box->role == NEPHO_PLOT_TEXT_KEY)
        nepho_plot_key_draw (layout, cr, box);
    }
  cairo_restore (cr);
}
