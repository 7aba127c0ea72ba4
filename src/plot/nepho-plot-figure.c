/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-figure.h"

#include <math.h>

static void
series_free (gpointer data)
{
  NephoPlotSeries *series = data;

  g_free (series->id);
  g_free (series->label);
  g_clear_pointer (&series->x, nepho_plot_column_unref);
  g_clear_pointer (&series->y, nepho_plot_column_unref);
  g_clear_pointer (&series->low, nepho_plot_column_unref);
  g_free (series->low_label);
  g_strfreev (series->end_labels);
  g_strfreev (series->point_labels);
  g_strfreev (series->sources);
  g_free (series);
}

static void
axis_clear (NephoPlotAxis *axis)
{
  g_strfreev (axis->categories);
  g_strfreev (axis->category_ids);
  g_free (axis->title);
  g_clear_pointer (&axis->widths, nepho_plot_column_unref);
  g_free (axis->widths_label);
}

static void
reference_clear (gpointer data)
{
  g_free (((NephoPlotReference *) data)->label);
}

static void
panel_clear (gpointer data)
{
  NephoPlotPanel *panel = data;

  g_free (panel->label);
  g_free (panel->value);
}

static void
annotation_clear (gpointer data)
{
  g_free (((NephoPlotAnnotation *) data)->text);
}

static void
link_clear (gpointer data)
{
  g_free (((NephoPlotLink *) data)->address);
}

static void
break_clear (gpointer data)
{
  NephoPlotBreak *interruption = data;

  g_free (interruption->id);
  g_free (interruption->label);
}

/**
 * nepho_plot_figure_new:
 * @id: what the figure is called in files and on the command line
 *
 * Returns: (transfer full): a figure without title, series or limits
 */
NephoPlotFigure *
nepho_plot_figure_new (const char *id)
{
  NephoPlotFigure *figure = g_new0 (NephoPlotFigure, 1);

  figure->id = g_strdup (id);
  figure->now = NAN;
  figure->x.minimum = figure->x.maximum = NAN;
  figure->y.minimum = figure->y.maximum = NAN;
  figure->series = g_ptr_array_new_with_free_func (series_free);
  figure->references = g_array_new (FALSE, FALSE, sizeof (NephoPlotReference));
  g_array_set_clear_func (figure->references, reference_clear);
  figure->links = g_array_new (FALSE, FALSE, sizeof (NephoPlotLink));
  g_array_set_clear_func (figure->links, link_clear);
  figure->breaks = g_array_new (FALSE, FALSE, sizeof (NephoPlotBreak));
  g_array_set_clear_func (figure->breaks, break_clear);
  figure->annotations = g_array_new (FALSE, FALSE, sizeof (NephoPlotAnnotation));
  g_array_set_clear_func (figure->annotations, annotation_clear);
  figure->panels = g_array_new (FALSE, FALSE, sizeof (NephoPlotPanel));
  g_array_set_clear_func (figure->panels, panel_clear);

  return figure;
}

/**
 * nepho_plot_figure_free:
 * @figure: (transfer full) (nullable): a figure
 */
void
nepho_plot_figure_free (NephoPlotFigure *figure)
{
  if (figure == NULL)
    return;

  g_free (figure->id);
  g_free (figure->title);
  g_free (figure->subtitle);
  g_free (figure->source);
  g_free (figure->note);
  g_free (figure->summary);
  g_free (figure->empty);
  axis_clear (&figure->x);
  axis_clear (&figure->y);
  g_ptr_array_unref (figure->series);
  g_array_unref (figure->references);
  g_array_unref (figure->links);
  g_array_unref (figure->breaks);
  g_array_unref (figure->annotations);
  g_array_unref (figure->panels);
  g_strfreev (figure->inputs);
  g_free (figure);
}

/**
 * nepho_plot_figure_add_link:
 * @figure: a figure with a source line
 * @start: first byte of a stretch of it
 * @end: the byte behind it
 * @address: what a click there opens, in files that can hold it
 */
void
nepho_plot_figure_add_link (NephoPlotFigure *figure, guint start, guint end, const char *address)
{
  NephoPlotLink link = { start, end, g_strdup (address) };

  g_return_if_fail (figure->source != NULL && start < end && end <= strlen (figure->source));

  g_array_append_val (figure->links, link);
}

/**
 * nepho_plot_figure_add_series:
 * @figure: a figure
 * @mark: how its data are drawn
 * @id: (nullable): what it stands for, the same in every chart
 * @label: (nullable): what is written beside it
 * @colour: a slot of the palette, or one of the named colours
 *
 * Returns: (transfer none): the series, without data
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
  series->id = g_strdup (id != NULL ? id : "");
  series->label = g_strdup (label != NULL ? label : "");
  series->colour = colour;
  series->framed = -1;
  g_ptr_array_add (figure->series, series);

  return series;
}

/**
 * nepho_plot_series_source:
 * @series: a series
 * @point: index of one of its data
 *
 * Returns: (transfer none) (nullable): where it was read, as the figure's maker put it; %NULL where it was
 *   computed
 */
const char *
nepho_plot_series_source (const NephoPlotSeries *series, guint point)
{
  g_return_val_if_fail (series->y != NULL && point < series->y->n, NULL);

  return series->sources != NULL && *series->sources[point] != '\0' ? series->sources[point] : NULL;
}

/**
 * nepho_plot_figure_name_of:
 * @figure: a figure
 * @series: one of its series
 *
 * The history of a vendor has no label of its own, because the vendor's line has one.
 *
 * Returns: (transfer none): the series' label, or that of another with the same id, or ""
 */
const char *
nepho_plot_figure_name_of (const NephoPlotFigure *figure, const NephoPlotSeries *series)
{
  if (*series->label != '\0')
    return series->label;

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *other = g_ptr_array_index (figure->series, i);

      if (*other->label != '\0' && g_str_equal (other->id, series->id))
        return other->label;
    }

  return "";
}

/**
 * nepho_plot_figure_span:
 * @figure: a figure
 * @first: (out): the smallest x that has a value, in units of x; %INFINITY where there is none
 * @last: (out): the largest; -%INFINITY where there is none
 */
void
nepho_plot_figure_span (const NephoPlotFigure *figure, double *first, double *last)
{
  *first = INFINITY;
  *last = -INFINITY;
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      for (guint k = 0; series->y != NULL && k < series->y->n; k++)
        {
          double x = series->x != NULL ? series->x->values[k] : (double) k;

          if (!isfinite (x) || !isfinite (series->y->values[k]))
            continue;
          *first = MIN (*first, x);
          *last = MAX (*last, x);
        }
    }
}

/**
 * nepho_plot_figure_add_reference:
 * @figure: a figure
 * @low: lower end, in units of y
 * @high: upper end; equal to @low for a line
 * @label: what it is
 */
void
nepho_plot_figure_add_reference (NephoPlotFigure *figure, double low, double high, const char *label)
{
  NephoPlotReference reference = { low, high, g_strdup (label) };

  g_array_append_val (figure->references, reference);
}

/**
 * nepho_plot_figure_annotate:
 * @figure: a figure
 * @annotation: what is to stand at data that it has; copied
 */
void
nepho_plot_figure_annotate (NephoPlotFigure *figure, const NephoPlotAnnotation *annotation)
{
  NephoPlotAnnotation copy = *annotation;

  copy.text = g_strdup (annotation->text);
  g_array_append_val (figure->annotations, copy);
}

/**
 * nepho_plot_figure_add_panel:
 * @figure: a figure
 * @label: what the panel is of
 * @value: (nullable): what it comes to
 *
 * From the first one on the figure is a grid of small plots on the same axes; each series is on the one that it
 * names.
 */
void
nepho_plot_figure_add_panel (NephoPlotFigure *figure, const char *label, const char *value)
{
  NephoPlotPanel panel = { g_strdup (label), g_strdup (value) };

  g_array_append_val (figure->panels, panel);
}

/**
 * nepho_plot_figure_add_break:
 * @figure: a figure
 * @id: of the series that is interrupted
 * @colour: that of the series
 * @x: where, between its two ends, in units of x
 * @y: likewise in units of y; NAN for a rule without strokes
 * @label: (nullable): what changes there
 */
void
nepho_plot_figure_add_break (NephoPlotFigure *figure,
                             const char *id,
                             int colour,
                             double x,
                             double y,
                             const char *label)
{
  NephoPlotBreak interruption = { g_strdup (id), colour, x, y, g_strdup (label) };

  g_array_append_val (figure->breaks, interruption);
}
