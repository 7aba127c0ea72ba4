/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-hover.h"

static void
draw_crosshair (const NephoPlotLayout *layout, cairo_t *cr, double at)
{
  if (layout->figure->x.kind != NEPHO_PLOT_SCALE_TIME || layout->figure->horizontal)
    return;

  nepho_plot_set_colour (cr, layout->theme->text_dim, 0.8);
  cairo_set_line_width (cr, layout->theme->grid_width * layout->text_scale);
  cairo_move_to (cr, at, layout->plot.y);
  cairo_line_to (cr, at, layout->plot.y + layout->plot.height);
  cairo_stroke (cr);
}

/* The datum of a row: a dot on it, or all of its ribbon. */
static void
draw_mark (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotRow *row, gboolean focused)
{
  double radius = layout->theme->point_radius * layout->text_scale * (focused ? 1.5 : 1.0);
  NephoPlotRibbon ribbon;

  /* A band has no datum of its own. */
  if (nepho_plot_series_at (layout, row->series)->mark == NEPHO_PLOT_MARK_BAND)
    return;

  nepho_plot_set_colour (cr, nepho_plot_datum_colour (layout, row->series, row->point), 1.0);
  if (nepho_plot_is_flow (layout) && nepho_plot_flow_ribbon (layout, row->series, row->point, &ribbon))
    {
      nepho_plot_flow_trace (cr, &ribbon);
      cairo_fill (cr);
      return;
    }
  cairo_arc (cr, row->x, row->y, radius, 0.0, 2.0 * G_PI);
  cairo_fill_preserve (cr);
  nepho_plot_set_colour (cr, layout->theme->background, 1.0);
  cairo_set_line_width (cr, 1.2 * layout->text_scale);
  cairo_stroke (cr);
}

/* On a small panel, or at the end of a line that is meant elsewhere, the number alone, beside its dot. */
static void
draw_number (const NephoPlotLayout *layout, cairo_t *cr, const NephoPlotRow *row)
{
  g_autoptr (PangoLayout) text = nepho_plot_text_new (layout, row->value, layout->theme->label_size, TRUE, 0.0, 1);
  double gap = 5.0 * layout->text_scale;
  double width;
  double height;
  gboolean left;

  nepho_plot_text_size (text, &width, &height);
  left = row->x + gap + width > layout->plot.x + layout->plot.width;
  cairo_move_to (cr, left ? row->x - gap - width : row->x + gap,
                 CLAMP (row->y - height - 0.3 * gap, layout->plot.y,
                        MAX (layout->plot.y + layout->plot.height - height, layout->plot.y)));
  pango_cairo_layout_path (cr, text);
  nepho_plot_set_colour (cr, layout->theme->background, 0.9);
  cairo_set_line_width (cr, 3.0 * layout->text_scale);
  cairo_stroke_preserve (cr);
  nepho_plot_set_colour (cr, layout->theme->text, 1.0);
  cairo_fill (cr);
}

static void
draw_box (const NephoPlotLayout *layout, cairo_t *cr, const GArray *rows, double at, const NephoPlotHit *focus)
{
  g_autofree char *heading = nepho_plot_rows_heading (layout, rows);
  NephoPlotBox box;

  nepho_plot_box_fit (layout, rows, heading, at, &box);
  nepho_plot_box_draw (layout, cr, rows, heading, focus, &box);
}

/* All of one plot: what is at the place along x, or only the datum in focus. */
static void
draw_reading (const NephoPlotLayout *layout, cairo_t *cr, double value_x, const NephoPlotHit *focus, gboolean boxed)
{
  g_autoptr (GArray) rows = nepho_plot_rows_new (layout, value_x, focus);
  double at;

  if (rows->len == 0)
    return;

  at = g_array_index (rows, NephoPlotRow, 0).x;
  draw_crosshair (layout, cr, at);
  for (guint i = 0; i < rows->len; i++)
    {
      const NephoPlotRow *row = &g_array_index (rows, NephoPlotRow, i);

      draw_mark (layout, cr, row, focus != NULL && focus->series == (int) row->series);
    }
  if (boxed)
    draw_box (layout, cr, rows, at, focus);
  else
    draw_number (layout, cr, &g_array_index (rows, NephoPlotRow, 0));
}

/* On all panels the same time; the one that is meant tells it. */
static void
draw_on_panels (const NephoPlotLayout *layout, cairo_t *cr, double value_x, const NephoPlotHit *focus)
{
  const NephoPlotLayout *meant
    = focus != NULL && focus->series >= 0 ? nepho_plot_panel_of (layout, (guint) focus->series) : NULL;

  for (guint i = 0; i < layout->panels->len; i++)
    if (g_ptr_array_index (layout->panels, i) != meant)
      draw_reading (g_ptr_array_index (layout->panels, i), cr, value_x, NULL, FALSE);
  if (meant != NULL)
    draw_reading (meant, cr, value_x, focus, TRUE);
}

/**
 * nepho_plot_layout_draw_hover:
 * @layout: a layout
 * @cr: where to draw, over what nepho_plot_layout_draw() drew
 * @value_x: where the reader points along x, in units of x; NAN for nowhere
 * @focus: (nullable): the datum the reader means
 *
 * Draws a line at @value_x with the value of every series there, or the one datum in focus.
 */
void
nepho_plot_layout_draw_hover (const NephoPlotLayout *layout, cairo_t *cr, double value_x, const NephoPlotHit *focus)
{
  if (layout->empty)
    return;

  if (layout->x.kind == NEPHO_PLOT_SCALE_TIME && isfinite (value_x)
      && !nepho_plot_in_sight (layout, nepho_plot_scale_map (&layout->x, value_x)))
    return;

  cairo_save (cr);
  if (layout->panels != NULL)
    draw_on_panels (layout, cr, value_x, focus);
  else
    draw_reading (layout, cr, value_x, focus, TRUE);
  cairo_restore (cr);
}

/* How much a line comes to where it ends. */
static void
draw_end (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  g_autoptr (GArray) rows = nepho_plot_rows_empty ();
  double x = INFINITY;
  double y = NAN;
  guint point = series->y->n;

  while (point > 0 && !(isfinite (y) && nepho_plot_in_sight (layout, x)))
    nepho_plot_layout_point (layout, index, --point, &x, &y);
  if (!isfinite (y) || !nepho_plot_in_sight (layout, x))
    return;

  nepho_plot_rows_add (layout, rows, index, point);
  draw_mark (layout, cr, &g_array_index (rows, NephoPlotRow, 0), TRUE);
  draw_number (layout, cr, &g_array_index (rows, NephoPlotRow, 0));
}

static gboolean
has_end (const NephoPlotSeries *series, const char *subject)
{
  return (series->mark == NEPHO_PLOT_MARK_LINE || series->mark == NEPHO_PLOT_MARK_AREA) && series->y != NULL
         && *series->label != '\0' && series->notation == NEPHO_PLOT_PROJECTION && g_str_equal (series->id, subject);
}

/**
 * nepho_plot_layout_draw_subject:
 * @layout: a layout
 * @cr: where to draw, over what nepho_plot_layout_draw() drew
 * @subject: id of what the reader points at on another chart
 *
 * Makes stand out whatever is about it.
 */
void
nepho_plot_layout_draw_subject (const NephoPlotLayout *layout, cairo_t *cr, const char *subject)
{
  if (layout->empty)
    return;

  for (guint i = 0; layout->panels != NULL && i < layout->panels->len; i++)
    nepho_plot_layout_draw_subject (g_ptr_array_index (layout->panels, i), cr, subject);
  if (layout->panels != NULL)
    return;

  cairo_save (cr);
  nepho_plot_emphasise (layout, cr, subject);
  for (guint i = 0; i < layout->figure->series->len; i++)
    if (has_end (nepho_plot_series_at (layout, i), subject) && nepho_plot_series_visible (layout, i))
      draw_end (layout, cr, i);
  cairo_restore (cr);
}
