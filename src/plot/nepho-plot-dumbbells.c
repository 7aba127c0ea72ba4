/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-private.h"

/* Of the line between the dots, in widths of a line. */
#define BAR_PART 1.2
#define DOT_PART 1.35

/* One of the two dots: hollow where it begins, full where it ends. */
void
nepho_plot_draw_dumbbell_dot (const NephoPlotLayout *layout, cairo_t *cr, NephoPlotColour colour, double x, double y,
                              gboolean low)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, DOT_PART * layout->theme->point_radius * layout->text_scale, 0.0, 2.0 * G_PI);
  nepho_plot_set_colour (cr, low ? layout->theme->background : colour, 1.0);
  cairo_fill_preserve (cr);
  nepho_plot_set_colour (cr, colour, 1.0);
  cairo_set_line_width (cr, 1.6 * layout->text_scale);
  cairo_stroke (cr);
}

/* Both dots of each category and the way from the one to the other. */
void
nepho_plot_draw_dumbbells (const NephoPlotLayout *layout, cairo_t *cr, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  const NephoPlotScale *values = nepho_plot_value_scale (layout);

  for (guint k = 0; k < series->y->n; k++)
    {
      NephoPlotColour colour = nepho_plot_datum_colour (layout, index, k);
      NephoPlotRect rect;
      double low;
      double x;
      double y;

      if (!nepho_plot_bar_rect (layout, index, k, &rect) || series->low == NULL || k >= series->low->n)
        continue;
      nepho_plot_layout_point (layout, index, k, &x, &y);
      low = nepho_plot_scale_map (values, series->low->values[k]);
      if (!isfinite (x) || !isfinite (y) || !isfinite (low))
        continue;
      nepho_plot_set_colour (cr, colour, 0.55);
      cairo_set_line_width (cr, BAR_PART * layout->theme->line_width * layout->text_scale);
      cairo_move_to (cr, layout->figure->horizontal ? low : x, layout->figure->horizontal ? y : low);
      cairo_line_to (cr, x, y);
      cairo_stroke (cr);
      nepho_plot_draw_dumbbell_dot (layout, cr, colour, layout->figure->horizontal ? low : x,
                                    layout->figure->horizontal ? y : low, TRUE);
      nepho_plot_draw_dumbbell_dot (layout, cr, colour, x, y, FALSE);
    }
}
