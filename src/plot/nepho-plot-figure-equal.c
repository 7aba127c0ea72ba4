/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-figure.h"

#include <string.h>

static gboolean
numbers_equal (const double *a, const double *b, gsize n)
{
  /* Bit by bit: a gap is a gap. */
  return n == 0 || memcmp (a, b, n * sizeof (double)) == 0;
}

static gboolean
column_equal (const NephoPlotColumn *a, const NephoPlotColumn *b)
{
  return a == b || (a != NULL && b != NULL && nepho_plot_column_equal (a, b));
}

static gboolean
words_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
series_equal (const NephoPlotSeries *a, const NephoPlotSeries *b)
{
  return a->mark == b->mark && a->notation == b->notation && a->colour == b->colour && a->pattern == b->pattern
         && a->panel == b->panel && a->everywhere == b->everywhere && a->framed == b->framed
         && a->dash == b->dash
         && a->bridge_total == b->bridge_total && g_strcmp0 (a->id, b->id) == 0
         && g_strcmp0 (a->label, b->label) == 0 && column_equal (a->x, b->x) && column_equal (a->y, b->y)
         && column_equal (a->low, b->low) && words_equal (a->point_labels, b->point_labels)
         && g_strcmp0 (a->low_label, b->low_label) == 0 && words_equal (a->end_labels, b->end_labels)
         && words_equal (a->sources, b->sources);
}

static gboolean
axis_equal (const NephoPlotAxis *a, const NephoPlotAxis *b)
{
  return a->kind == b->kind && a->unit == b->unit && a->include_zero == b->include_zero
         && a->reversed == b->reversed && a->whole == b->whole && a->stepped == b->stepped && numbers_equal (&a->minimum, &b->minimum, 1)
         && numbers_equal (&a->maximum, &b->maximum, 1) && words_equal (a->categories, b->categories)
         && words_equal (a->category_ids, b->category_ids)
         && column_equal (a->widths, b->widths) && a->widths_unit == b->widths_unit
         && g_strcmp0 (a->widths_label, b->widths_label) == 0 && g_strcmp0 (a->title, b->title) == 0;
}

static gboolean
reference_equal (const NephoPlotReference *a, const NephoPlotReference *b)
{
  return numbers_equal (&a->low, &b->low, 1) && numbers_equal (&a->high, &b->high, 1)
         && g_strcmp0 (a->label, b->label) == 0;
}

static gboolean
link_equal (const NephoPlotLink *a, const NephoPlotLink *b)
{
  return a->start == b->start && a->end == b->end && g_str_equal (a->address, b->address);
}

static gboolean
break_equal (const NephoPlotBreak *a, const NephoPlotBreak *b)
{
  return a->colour == b->colour && numbers_equal (&a->x, &b->x, 1) && numbers_equal (&a->y, &b->y, 1)
         && g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->label, b->label) == 0;
}

static gboolean
annotations_equal (const GArray *a, const GArray *b)
{
  for (guint i = 0; i < a->len && i < b->len; i++)
    {
      const NephoPlotAnnotation *left = &g_array_index (a, NephoPlotAnnotation, i);
      const NephoPlotAnnotation *right = &g_array_index (b, NephoPlotAnnotation, i);

      if (left->key != right->key || left->series != right->series || left->point != right->point
          || left->measures != right->measures || left->to_series != right->to_series
          || left->to_point != right->to_point || g_strcmp0 (left->text, right->text) != 0)
        return FALSE;
    }

  return a->len == b->len;
}

static gboolean
panels_equal (const GArray *a, const GArray *b)
{
  for (guint i = 0; i < a->len && i < b->len; i++)
    {
      const NephoPlotPanel *left = &g_array_index (a, NephoPlotPanel, i);
      const NephoPlotPanel *right = &g_array_index (b, NephoPlotPanel, i);

      if (g_strcmp0 (left->label, right->label) != 0 || g_strcmp0 (left->value, right->value) != 0)
        return FALSE;
    }

  return a->len == b->len;
}

static gboolean
texts_equal (const NephoPlotFigure *a, const NephoPlotFigure *b)
{
  return g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->subtitle, b->subtitle) == 0 && g_strcmp0 (a->source, b->source) == 0
         && g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->summary, b->summary) == 0
         && g_strcmp0 (a->empty, b->empty) == 0 && words_equal (a->inputs, b->inputs);
}

/**
 * nepho_plot_figure_equal:
 * @a: a figure
 * @b: a figure
 *
 * Comparing is a hundred times cheaper than drawing: what a lever does not change need not be drawn
 * again.
 *
 * Returns: whether the two would be drawn the same and answer the same questions
 */
gboolean
nepho_plot_figure_equal (const NephoPlotFigure *a, const NephoPlotFigure *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->horizontal != b->horizontal || !numbers_equal (&a->now, &b->now, 1) || !texts_equal (a, b)
      || !axis_equal (&a->x, &b->x) || !axis_equal (&a->y, &b->y) || a->series->len != b->series->len
      || a->references->len != b->references->len || a->breaks->len != b->breaks->len || a->links->len != b->links->len
      || !panels_equal (a->panels, b->panels) || !annotations_equal (a->annotations, b->annotations))
    return FALSE;

  for (guint i = 0; i < a->series->len; i++)
    if (!series_equal (g_ptr_array_index (a->series, i), g_ptr_array_index (b->series, i)))
      return FALSE;
  for (guint i = 0; i < a->references->len; i++)
    if (!reference_equal (&g_array_index (a->references, NephoPlotReference, i),
                          &g_array_index (b->references, NephoPlotReference, i)))
      return FALSE;

  for (guint i = 0; i < a->links->len; i++)
    if (!link_equal (&g_array_index (a->links, NephoPlotLink, i), &g_array_index (b->links, NephoPlotLink, i)))
      return FALSE;
  for (guint i = 0; i < a->breaks->len; i++)
    if (!break_equal (&g_array_index (a->breaks, NephoPlotBreak, i), &g_array_index (b->breaks, NephoPlotBreak, i)))
      return FALSE;

  return TRUE;
}
