/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-render.h"

#include <math.h>

/**
 * nepho_plot_render:
 * @figure: a figure
 * @cr: where to draw
 * @width: width of the paper, in points
 * @height: height of the paper, in points
 * @theme: colours and sizes
 * @text_scale: factor for all texts, 1 as designed
 * @view: (nullable): what the reader looks at
 * @transparent: whether to leave the paper uncovered
 *
 * Draws a figure: the one way for screen, files and print. Texts are laid out without hinting, so
 * that the same figure has the same line breaks at every resolution. Notes and source are never left out.
 */
void
nepho_plot_render (const NephoPlotFigure *figure,
                   cairo_t *cr,
                   double width,
                   double height,
                   const NephoPlotTheme *theme,
                   double text_scale,
                   const NephoPlotView *view,
                   gboolean transparent)
{
  g_autoptr (GObject) owner = G_OBJECT (pango_cairo_create_context (cr));
  PangoContext *context = PANGO_CONTEXT (owner);
  cairo_font_options_t *options = cairo_font_options_create ();
  NephoPlotView whole = NEPHO_PLOT_VIEW_ALL;
  g_autoptr (NephoPlotLayout) layout = NULL;

  if (view != NULL)
    whole = *view;
  whole.complete = TRUE;

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);

  if (!transparent)
    {
      cairo_set_source_rgb (cr, theme->background.r, theme->background.g, theme->background.b);
      cairo_rectangle (cr, 0.0, 0.0, width, height);
      cairo_fill (cr);
    }
  layout = nepho_plot_layout_new (figure, context, theme, width, height, text_scale, &whole);
  nepho_plot_layout_draw (layout, cr);
}
