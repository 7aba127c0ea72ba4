/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a datum is about: whatever has the same id on two charts is the same thing. */
#include <math.h>

#include "nepho-plot-figure.h"

/* Cells of a grid are about their row as much as about their column: no one thing. */
static const char *
category_of (const NephoPlotFigure *figure, const NephoPlotSeries *series, guint point)
{
  char **ids = figure->x.category_ids;

  if (ids == NULL || series->mark == NEPHO_PLOT_MARK_HEAT || point >= g_strv_length (ids) || *ids[point] == '\0')
    return NULL;

  return ids[point];
}

/* A dot with a name of its own is about what the name says. */
static const char *
name_of (const NephoPlotSeries *series, guint point)
{
  if (series->mark != NEPHO_PLOT_MARK_POINT || series->point_labels == NULL
      || point >= g_strv_length (series->point_labels) || *series->point_labels[point] == '\0')
    return NULL;

  return series->point_labels[point];
}

/**
 * nepho_plot_figure_subject:
 * @figure: a figure
 * @series: one of its series
 * @point: index of a datum in it
 *
 * Returns: (transfer none) (nullable): id of what the datum is about first of all: its category where that has an id,
 *   its own name, or its series
 */
const char *
nepho_plot_figure_subject (const NephoPlotFigure *figure, const NephoPlotSeries *series, guint point)
{
  gboolean apart = series->mark == NEPHO_PLOT_MARK_TILE || series->mark == NEPHO_PLOT_MARK_FLOW;
  const char *subject = apart ? NULL : category_of (figure, series, point);

  if (subject == NULL)
    subject = name_of (series, point);
  if (subject == NULL)
    subject = series->id;

  return *subject != '\0' ? subject : NULL;
}

/**
 * nepho_plot_figure_category:
 * @figure: a figure
 * @series: one of its series
 * @point: index of a datum in it
 *
 * Returns: (transfer none) (nullable): id of the category in which the datum stands
 */
const char *
nepho_plot_figure_category (const NephoPlotFigure *figure, const NephoPlotSeries *series, guint point)
{
  return category_of (figure, series, point);
}

/**
 * nepho_plot_figure_is_about:
 * @figure: a figure
 * @series: one of its series
 * @point: index of a datum in it
 * @subject: id of anything
 *
 * Returns: whether the datum is about it: through its series, its category or its own name
 */
gboolean
nepho_plot_figure_is_about (const NephoPlotFigure *figure, const NephoPlotSeries *series, guint point,
                            const char *subject)
{
  return g_str_equal (series->id, subject) || g_strcmp0 (category_of (figure, series, point), subject) == 0
         || g_strcmp0 (name_of (series, point), subject) == 0;
}

/**
 * nepho_plot_figure_touches:
 * @figure: a figure
 * @series: one of its series
 * @subject: id of anything
 *
 * Returns: whether any datum of the series is about it
 */
gboolean
nepho_plot_figure_touches (const NephoPlotFigure *figure, const NephoPlotSeries *series, const char *subject)
{
  if (g_str_equal (series->id, subject))
    return TRUE;
  if (series->y == NULL || (figure->x.category_ids == NULL && series->point_labels == NULL))
    return FALSE;

  for (guint k = 0; k < series->y->n; k++)
    if (nepho_plot_figure_is_about (figure, series, k, subject))
      return TRUE;

  return FALSE;
}

/**
 * nepho_plot_figure_has_subject:
 * @figure: a figure
 * @subject: id of anything
 *
 * Returns: whether the figure shows something about it
 */
gboolean
nepho_plot_figure_has_subject (const NephoPlotFigure *figure, const char *subject)
{
  for (guint i = 0; i < figure->series->len; i++)
    if (nepho_plot_figure_touches (figure, g_ptr_array_index (figure->series, i), subject))
      return TRUE;

  return FALSE;
}

/**
 * nepho_plot_figure_can_isolate:
 * @figure: a figure
 * @subject: id of anything
 *
 * Returns: whether the figure shows something about it and something else
 */
gboolean
nepho_plot_figure_can_isolate (const NephoPlotFigure *figure, const char *subject)
{
  gboolean inside = FALSE;
  gboolean outside = FALSE;

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);
      gboolean alike = figure->x.category_ids == NULL && series->point_labels == NULL;

      for (guint k = 0; series->y != NULL && k < series->y->n && !(inside && outside); k++)
        if (isfinite (series->y->values[k]))
          {
            gboolean about = nepho_plot_figure_is_about (figure, series, k, subject);

            inside = inside || about;
            outside = outside || !about;
            if (alike)
              break;
          }
    }

  return inside && outside;
}

/**
 * nepho_plot_figure_subject_name:
 * @figure: a figure
 * @subject: id of anything
 *
 * Returns: (transfer none) (nullable): what the figure calls it: the name of a series, a category or a dot
 */
const char *
nepho_plot_figure_subject_name (const NephoPlotFigure *figure, const char *subject)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      if (g_str_equal (series->id, subject) && *series->label != '\0')
        return series->label;
      for (guint k = 0; series->point_labels != NULL && series->point_labels[k] != NULL; k++)
        if (g_strcmp0 (name_of (series, k), subject) == 0)
          return series->point_labels[k];
    }
  for (guint k = 0; figure->x.category_ids != NULL && figure->x.category_ids[k] != NULL; k++)
    if (g_str_equal (figure->x.category_ids[k], subject))
      return figure->x.categories[k];

  return NULL;
}
