/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader means on another chart stands out on this one. */
#include "nepho-plot-private.h"

/* Lengths at text scale 1. */
#define RIM 1.6
#define RING_PART 2.0

/* Dark, with a rim in the paper's colour: it shows on data of any colour. */
static void
stroke (const NephoPlotLayout *layout, cairo_t *cr)
{
  double width = RIM * layout->text_scale;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  nepho_plot_set_colour (cr, layout->theme->background, 1.0);
  cairo_set_line_width (cr, 2.2 * width);
  cairo_stroke_preserve (cr);
  nepho_plot_set_colour (cr, layout->theme->text, 1.0);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
emphasise_datum (const NephoPlotLayout *layout, cairo_t *cr, guint index, guint point)
{
  NephoPlotRibbon ribbon;
  NephoPlotRect rect;
  double x;
  double y;

  if (nepho_plot_flow_ribbon (layout, index, point, &ribbon))
    {
      nepho_plot_flow_trace (cr, &ribbon);
      nepho_plot_set_colour (cr, nepho_plot_series_colour (layout, index), 1.0);
      cairo_fill (cr);
      return;
    }
  if (nepho_plot_datum_rect (layout, index, point, &rect))
    {
      double margin = nepho_plot_series_at (layout, index)->mark == NEPHO_PLOT_MARK_DUMBBELL
                        ? RING_PART * layout->theme->point_radius * layout->text_scale
                        : 0.0;

      cairo_rectangle (cr, rect.x - margin, rect.y, rect.width + 2.0 * margin, rect.height);
      stroke (layout, cr);
      return;
    }

  nepho_plot_layout_point (layout, index, point, &x, &y);
  if (nepho_plot_series_at (layout, index)->mark != NEPHO_PLOT_MARK_POINT || !isfinite (x) || !isfinite (y)
      || !nepho_plot_in_sight (layout, x))
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, RING_PART * layout->theme->point_radius * layout->text_scale, 0.0, 2.0 * G_PI);
  stroke (layout, cr);
}

static void
emphasise_series (const NephoPlotLayout *layout, cairo_t *cr, guint index, const char *subject)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  switch (series->mark)
    {
    case NEPHO_PLOT_MARK_LINE:
    case NEPHO_PLOT_MARK_SLOPE:
      if (g_str_equal (series->id, subject))
        nepho_plot_draw_bold_line (layout, cr, index);
      break;
    case NEPHO_PLOT_MARK_AREA:
      if (g_str_equal (series->id, subject) && nepho_plot_trace_area (layout, cr, index))
        stroke (layout, cr);
      break;
    case NEPHO_PLOT_MARK_BAND:
      break;
    case NEPHO_PLOT_MARK_BAR:
    case NEPHO_PLOT_MARK_BRIDGE:
    case NEPHO_PLOT_MARK_POINT:
    case NEPHO_PLOT_MARK_HEAT:
    case NEPHO_PLOT_MARK_SPAN:
    case NEPHO_PLOT_MARK_TILE:
    case NEPHO_PLOT_MARK_DUMBBELL:
    case NEPHO_PLOT_MARK_FLOW:
    default:
      for (guint k = 0; k < series->y->n; k++)
        if (nepho_plot_figure_is_about (layout->figure, series, k, subject))
          emphasise_datum (layout, cr, index, k);
    }
}

/* Draws over one plot whatever of it is about a subject. */
void
nepho_plot_emphasise (const NephoPlotLayout *layout, cairo_t *cr, const char *subject)
{
  cairo_save (cr);
  cairo_rectangle (cr, layout->plot.x - 6.0, layout->plot.y - 6.0, layout->plot.width + 12.0, layout->plot.height + 12.0);
  cairo_clip (cr);
  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);

      if (series->y != NULL && series->notation != NEPHO_PLOT_GHOST && nepho_plot_series_visible (layout, i))
        emphasise_series (layout, cr, i, subject);
    }
  cairo_restore (cr);
}
