/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-colour-swatch.h"

#include <adwaita.h>

#include "nepho-chart.h"
#include "nepho-plot-theme.h"

#define WIDTH 30
#define HEIGHT 18

/* The line as charts draw it: its dashes tell colours apart for those who see few of them. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  int slot = GPOINTER_TO_INT (user_data);
  guint pattern = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (area), "dash"));
  const NephoPlotTheme *theme = nepho_chart_theme ();
  NephoPlotColour colour = nepho_plot_theme_colour (theme, slot);
  double line = 2.0 * theme->line_width;
  double lengths[4];
  int n_dashes;
  const double *dashes
    = pattern > 0 ? nepho_plot_theme_dashes (pattern - 1, &n_dashes) : nepho_plot_theme_dash (slot, &n_dashes);

  for (int i = 0; i < n_dashes; i++)
    lengths[i] = dashes[i] * theme->line_width;
  cairo_set_source_rgba (cr, colour.r, colour.g, colour.b, 0.3);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_fill (cr);
  cairo_set_source_rgba (cr, colour.r, colour.g, colour.b, colour.a);
  cairo_set_line_width (cr, line);
  cairo_set_dash (cr, lengths, n_dashes, 0.0);
  cairo_move_to (cr, 0.0, height / 2.0);
  cairo_line_to (cr, width, height / 2.0);
  cairo_stroke (cr);
}

/**
 * nepho_colour_swatch_new:
 * @slot: a place in the palette, or a named colour
 * @dash: 0, or a pattern, as #NephoPlotSeries has it
 *
 * Returns: (transfer floating): a small piece of a line in that colour, in the window's light or dark
 */
GtkWidget *
nepho_colour_swatch_new (int slot, guint dash)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), HEIGHT);
  g_object_set_data (G_OBJECT (area), "dash", GUINT_TO_POINTER (dash));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, GINT_TO_POINTER (slot), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), area,
                           G_CONNECT_SWAPPED);

  return area;
}
