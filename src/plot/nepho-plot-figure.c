/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-figure.h"

#include <math.h>

static void
series_free (NephoPlotSeries *series)
{
  g_free (series->id);
  g_free (series->label);
  g_clear_pointer (&series->x, nepho_plot_column_unref);
  g_clear_pointer (&series->y, nepho_plot_column_unref);
  g_clear_pointer (&series->low, nepho_plot_column_unref);
  g_strfreev (series->point_labels);
  g_free (series);
}

static void
reference_clear (NephoPlotReference *reference)
{
  g_free (reference->label);
}

/**
 * nepho_plot_figure_new:
 * @id: name of the figure, the same in every language
 *
 * Returns: (transfer full): a figure with linear axes that follow the data, and nothing in it
 */
NephoPlotFigure *
nepho_plot_figure_new (const char *id)
{
  NephoPlotFigure *figure = g_new0 (NephoPlotFigure, 1);

  figure->id = g_strdup (id);
  figure->now = NAN;
  figure->x.minimum = figure->x.maximum = NAN;
  figure->y.minimum = figure->y.maximum = NAN;
  figure->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  figure->references = g_array_new (FALSE, TRUE, sizeof (NephoPlotReference));
  g_array_set_clear_func (figure->references, (GDestroyNotify) reference_clear);

  return figure;
}

/**
 * nepho_plot_figure_free:
 * @figure: (transfer full): a figure
 *
 * Frees the figure with all its texts and series.
 */
void
nepho_plot_figure_free (NephoPlotFigure *figure)
{
  g_free (figure->id);
  g_free (figure->title);
  g_free (figure->subtitle);
  g_free (figure->source);
  g_free (figure->note);
  g_free (figure->summary);
  g_free (figure->empty);
  g_strfreev (figure->x.categories);
  g_strfreev (figure->y.categories);
  g_ptr_array_unref (figure->series);
  g_array_unref (figure->references);
  g_free (figure);
}

/**
 * nepho_plot_figure_add_series:
 * @figure: a figure
 * @mark: how the series is drawn
 * @id: (nullable): what it is, the same in every chart
 * @label: (nullable): what is written beside it
 * @colour: slot of the palette, or one of the NEPHO_PLOT_… colours
 *
 * Adds a series, drawn over those before it. The caller puts its columns in.
 *
 * Returns: (transfer none): the series, owned by the figure
 */
NephoPlotSeries *
nepho_plot_figure_add_series (NephoPlotFigure *figure,
                              NephoPlotMark mark,
                              const char *id,
                              const char *label,
                              int colour)
{
  NephoPlotSeries *series = g_new0 (NephoPlotSeries, 1);

  series->mark = mark;
  series->id = g_strdup (id);
  series->label = g_strdup (label);
  series->colour = colour;
  g_ptr_array_add (figure->series, series);

  return series;
}

/**
 * nepho_plot_figure_add_reference:
 * @figure: a figure
 * @low: where the range begins, in the unit of the y axis
 * @high: where it ends; the same as @low for a line
 * @label: (nullable): what it means
 *
 * Adds a level or a range of y worth knowing, behind everything.
 */
void
nepho_plot_figure_add_reference (NephoPlotFigure *figure, double low, double high, const char *label)
{
  NephoPlotReference reference = { low, high, g_strdup (label) };

  g_array_append_val (figure->references, reference);
}
