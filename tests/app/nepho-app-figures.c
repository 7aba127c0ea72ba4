/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-figures.h"

#include <math.h>

NephoPlotFigure *
nepho_app_figure_lines (double ada)
{
  static const double YEARS[] = { 2022.0, 2022.25, 2022.5, 2022.75 };
  static const double BOB[] = { 0.1, 0.2, 0.3, 0.4 };
  const double values[] = { ada, NAN, 0.3, 0.25 };
  NephoPlotFigure *figure = nepho_plot_figure_new ("lines");
  NephoPlotSeries *series;

  figure->title = g_strdup ("Bob overtakes Ada");
  figure->subtitle = g_strdup ("Share");
  figure->source = g_strdup ("Source: nobody");
  figure->summary = g_strdup ("Ada starts ahead of Bob and ends behind.");
  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  figure->x.unit = NEPHO_UNIT_YEAR;
  figure->y.unit = NEPHO_UNIT_FRACTION;
  figure->y.include_zero = TRUE;

  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "ada", "Ada", 0);
  series->x = nepho_plot_column_new (YEARS, G_N_ELEMENTS (YEARS));
  series->y = nepho_plot_column_new (values, G_N_ELEMENTS (values));
  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "bob", "Bob", 1);
  series->x = nepho_plot_column_new (YEARS, G_N_ELEMENTS (YEARS));
  series->y = nepho_plot_column_new (BOB, G_N_ELEMENTS (BOB));

  return figure;
}

NephoPlotFigure *
nepho_app_figure_bars (void)
{
  static const double VALUES[] = { 1.0, 2.0 };
  const char *const names[] = { "North", "South", NULL };
  NephoPlotFigure *figure = nepho_plot_figure_new ("bars");
  NephoPlotSeries *series;

  figure->title = g_strdup ("South earns more");
  figure->horizontal = TRUE;
  figure->x.kind = NEPHO_PLOT_SCALE_BAND;
  figure->x.categories = g_strdupv ((char **) names);
  figure->y.unit = NEPHO_UNIT_YUAN_BILLION;
  figure->y.include_zero = TRUE;

  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_BAR, "revenue", "Revenue",
                                         NEPHO_PLOT_ACCENT);
  series->y = nepho_plot_column_new (VALUES, G_N_ELEMENTS (VALUES));

  return figure;
}
