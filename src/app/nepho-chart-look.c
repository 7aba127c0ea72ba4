/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-look.h"

#include <math.h>

#include <adwaita.h>

#include "nepho-chart.h"

/* Labels in a chart are a little smaller than the text around it: 12.5 px beside 14.67 px. */
#define LABEL_TO_BODY 0.085

/**
 * nepho_chart_look_text_scale:
 * @widget: a chart
 *
 * Returns: how large text in it is, from the size of text around it
 */
double
nepho_chart_look_text_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;

  return size > 0.0 ? size * LABEL_TO_BODY : 1.25;
}

/**
 * nepho_chart_theme:
 *
 * Returns: (transfer none): the theme that charts are drawn with on the screen now
 */
const NephoPlotTheme *
nepho_chart_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return nepho_plot_theme_find (dark ? "high-contrast-dark" : "high-contrast");

  return nepho_plot_theme_find (dark ? "dark" : "light");
}

/**
 * nepho_chart_look_draw:
 * @widget: a chart
 * @layout: where everything is on it
 *
 * Draws the figure once into pixels. A texture node would be converted and copied by the cairo renderer
 * in every frame; this one is not.
 *
 * Returns: (transfer full): a node that paints the pixels
 */
GskRenderNode *
nepho_chart_look_draw (GtkWidget *widget, const NephoPlotLayout *layout)
{
  int scale = gtk_widget_get_scale_factor (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale,
                                                         height * scale);
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                 (float) height));
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  nepho_plot_layout_draw (layout, cr);
  cairo_destroy (cr);

  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, surface, 0.0, 0.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return node;
}

/**
 * nepho_chart_look_narrow:
 * @figure: (nullable): what a chart shows
 * @link: what the reader looks at
 * @view: (inout): becomes as narrow as that makes it for @figure; refers to what @link owns
 *
 * A figure without what is alone elsewhere, or without anything in the stretch of time that is
 * zoomed to, stays whole.
 *
 * Returns: whether @figure is shown in part
 */
gboolean
nepho_chart_look_narrow (const NephoPlotFigure *figure, NephoChartLink *link, NephoPlotView *view)
{
  const char *isolated = nepho_chart_link_get_isolated (link);
  double from;
  double to;
  double first;
  double last;

  if (figure == NULL)
    return FALSE;

  if (isolated != NULL && nepho_plot_figure_can_isolate (figure, isolated))
    view->isolated = isolated;
  nepho_chart_link_get_zoom (link, &from, &to);
  nepho_plot_figure_span (figure, &first, &last);
  if (figure->x.kind == NEPHO_PLOT_SCALE_TIME && !figure->horizontal && from < last && to > first)
    {
      view->x_minimum = from;
      view->x_maximum = to;
    }

  return view->isolated != NULL || isfinite (view->x_minimum);
}
