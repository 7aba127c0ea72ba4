/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told at the pointer: of every series, in words. */
#include <glib/gi18n-lib.h>

#include "nepho-number.h"
#include "nepho-plot-hover.h"
#include "nepho-quarter.h"

/* The datum of a series at, or nearest to, a place along x. */
static gboolean
nearest (const NephoPlotLayout *layout, guint index, double value_x, guint *point)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  /* A quarter's width: a series that has nothing there says nothing. */
  double farthest = layout->x.kind == NEPHO_PLOT_SCALE_BAND ? 0.5 : 0.13;
  double best = INFINITY;
  guint first;
  guint end;

  nepho_plot_points_between (layout, index, value_x - farthest, value_x + farthest, &first, &end);
  for (guint k = first; k < end; k++)
    {
      double distance = fabs (nepho_plot_series_x (layout, index, k) - value_x);

      if (isfinite (series->y->values[k]) && distance < best)
        {
          best = distance;
          *point = k;
        }
    }

  return best <= farthest;
}

static int
by_height (gconstpointer a, gconstpointer b)
{
  double x = ((const NephoPlotRow *) a)->y;
  double y = ((const NephoPlotRow *) b)->y;

  return (x > y) - (x < y);
}

static void
row_clear (gpointer data)
{
  g_free (((NephoPlotRow *) data)->name);
  g_free (((NephoPlotRow *) data)->value);
}

GArray *
nepho_plot_rows_empty (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (NephoPlotRow));

  g_array_set_clear_func (rows, row_clear);

  return rows;
}

/* What a datum is called: its own name, its series', or that of the line whose history it is. */
static char *
datum_name (const NephoPlotLayout *layout, const NephoPlotSeries *series, guint point)
{
  const char *name = nepho_plot_figure_name_of (layout->figure, series);

  if (series->point_labels != NULL && point < g_strv_length (series->point_labels)
      && *series->point_labels[point] != '\0')
    return g_strdup (series->point_labels[point]);
  if (series->notation == NEPHO_PLOT_ACTUAL && *series->label == '\0' && *name != '\0')
    /* Translators: a vendor or another thing that is charted */
    return g_strdup_printf (_("%s, published"), name);

  return g_strdup (name);
}

static char *
row_name (const NephoPlotLayout *layout, const NephoPlotSeries *series, guint point)
{
  if (series->end_labels != NULL)
    /* Translators: which end of a range, and what stands there: "Low end (20 %)" */
    return g_strdup_printf (_("%s (%s)"), series->label, series->end_labels[point]);

  return datum_name (layout, series, point);
}

/* Whether the box tells of a series at a common place along x: all lines that have a name, and
 * published figures beside them. */
static gboolean
is_told (const NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  if (series->y == NULL || series->notation == NEPHO_PLOT_GHOST || !nepho_plot_series_visible (layout, index))
    return FALSE;
  if (series->notation == NEPHO_PLOT_ACTUAL && series->point_labels == NULL)
    return TRUE;

  return series->mark != NEPHO_PLOT_MARK_POINT && *series->label != '\0';
}

/**
 * nepho_plot_layout_find:
 * @layout: a layout
 * @id: id of a series
 * @value_x: a place along x, in units of x
 * @hit: (out): the datum of the series there; a projection rather than what was published beside it
 *
 * Returns: whether the figure shows such a datum
 */
gboolean
nepho_plot_layout_find (const NephoPlotLayout *layout, const char *id, double value_x, NephoPlotHit *hit)
{
  *hit = (NephoPlotHit) { .series = -1 };
  for (guint i = 0; layout->panels != NULL && i < layout->panels->len; i++)
    if (nepho_plot_layout_find (g_ptr_array_index (layout->panels, i), id, value_x, hit))
      return TRUE;
  for (guint i = 0; layout->panels == NULL && !layout->empty && i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);
      guint point = 0;

      if (!g_str_equal (series->id, id) || !is_told (layout, i) || !nearest (layout, i, value_x, &point))
        continue;
      hit->series = (int) i;
      hit->point = point;
      nepho_plot_layout_point (layout, i, point, &hit->x, &hit->y);
      if (series->notation == NEPHO_PLOT_PROJECTION)
        break;
    }

  return hit->series >= 0;
}

static void
append_row (const NephoPlotLayout *layout, GArray *rows, guint series, guint point, const char *name,
            const char *number)
{
  NephoPlotRow row = { .series = series, .point = point, .name = g_strdup (name), .value = g_strdup (number) };

  nepho_plot_layout_point (layout, series, point, &row.x, &row.y);
  g_array_append_val (rows, row);
}

static char *
value_text (const NephoPlotLayout *layout, double value)
{
  return nepho_number_format (value, layout->figure->y.unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

/* Adds a datum, and where it begins if that has a name; of a band both ends at once. */
void
nepho_plot_rows_add (const NephoPlotLayout *layout, GArray *rows, guint series, guint point)
{
  const NephoPlotSeries *at = nepho_plot_series_at (layout, series);
  g_autofree char *name = row_name (layout, at, point);
  g_autofree char *value = value_text (layout, at->y->values[point]);
  g_autofree char *low = NULL;
  g_autofree char *range = NULL;

  if (at->low != NULL && point < at->low->n && isfinite (at->low->values[point]))
    low = value_text (layout, at->low->values[point]);
  if (at->mark == NEPHO_PLOT_MARK_BAND && low != NULL)
    /* Translators: both ends of a range of values */
    range = g_strdup_printf (C_("values", "%s to %s"), low, value);
  append_row (layout, rows, series, point, name, range != NULL ? range : value);
  if (at->low_label != NULL && low != NULL && range == NULL)
    append_row (layout, rows, series, point, at->low_label, low);
}

/* Where along x all series are told of: at the pointer where x is time, in the category of the datum in
 * focus where it is categories; NAN where only that datum is meant. */
static double
common_x (const NephoPlotLayout *layout, double value_x, const NephoPlotHit *focus)
{
  if (layout->figure->x.kind == NEPHO_PLOT_SCALE_TIME)
    return value_x;
  if (layout->figure->x.kind == NEPHO_PLOT_SCALE_BAND && focus != NULL && focus->series >= 0
      && nepho_plot_series_at (layout, (guint) focus->series)->mark != NEPHO_PLOT_MARK_HEAT
      && nepho_plot_series_at (layout, (guint) focus->series)->mark != NEPHO_PLOT_MARK_FLOW)
    return nepho_plot_series_x (layout, (guint) focus->series, focus->point);

  return NAN;
}

static gboolean
is_tiled (const NephoPlotLayout *layout)
{
  return layout->figure->series->len > 0 && nepho_plot_series_at (layout, 0)->mark == NEPHO_PLOT_MARK_TILE;
}

/* Rows for every series at value_x; only the one datum in focus where there is no common x. */
GArray *
nepho_plot_rows_new (const NephoPlotLayout *layout, double value_x, const NephoPlotHit *focus)
{
  GArray *rows = nepho_plot_rows_empty ();
  double common = common_x (layout, value_x, focus);

  for (guint i = 0; isfinite (common) && i < layout->figure->series->len; i++)
    {
      guint point = 0;

      if (is_told (layout, i) && nearest (layout, i, common, &point))
        nepho_plot_rows_add (layout, rows, i, point);
    }
  if (rows->len == 0 && focus != NULL && focus->series >= 0)
    nepho_plot_rows_add (layout, rows, (guint) focus->series, focus->point);
  if (layout->figure->x.kind == NEPHO_PLOT_SCALE_TIME || is_tiled (layout))
    g_array_sort (rows, by_height);

  return rows;
}

/* What a cell of a heat map is about, or which category a bar is of. */
static char *
category_text (const NephoPlotLayout *layout, const NephoPlotSeries *series, guint point)
{
  char **columns = layout->figure->x.categories;
  char **rows = layout->figure->y.categories;
  guint n = columns != NULL ? g_strv_length (columns) : 0;

  if (series->mark == NEPHO_PLOT_MARK_HEAT)
    return n > 0 && rows != NULL && point / n < g_strv_length (rows)
             /* Translators: column and row of a cell in a grid */
             ? g_strdup_printf (_("%s, %s"), columns[point % n], rows[point / n])
             : NULL;

  if (series->mark == NEPHO_PLOT_MARK_FLOW && point < n)
    /* Translators: from which vendor to which other */
    return g_strdup_printf (_("%s → %s"), series->label, columns[point]);

  return point < n ? g_strdup (columns[point]) : NULL;
}

/* When the numbers are of, or of what: nothing where x is a quantity. */
char *
nepho_plot_rows_heading (const NephoPlotLayout *layout, const GArray *rows)
{
  const NephoPlotRow *row = &g_array_index (rows, NephoPlotRow, 0);
  double x = nepho_plot_series_x (layout, row->series, row->point);

  if (layout->figure->x.kind == NEPHO_PLOT_SCALE_TIME)
    return nepho_quarter_format ((NephoQuarter) floor (x * 4.0 + 1e-6));
  if (layout->figure->x.kind == NEPHO_PLOT_SCALE_BAND)
    return category_text (layout, nepho_plot_series_at (layout, row->series), (guint) x);

  return NULL;
}
