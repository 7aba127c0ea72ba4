/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-cursor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-number.h"
#include "nepho-quarter.h"

void
nepho_chart_cursor_init (NephoChartCursor *cursor)
{
  *cursor = (NephoChartCursor){ .series = -1 };
}

/**
 * nepho_chart_cursor_clear:
 * @cursor: a cursor
 *
 * Takes the cursor off the figure.
 */
void
nepho_chart_cursor_clear (NephoChartCursor *cursor)
{
  g_free (cursor->id);
  nepho_chart_cursor_init (cursor);
}

static const NephoPlotSeries *
get_series (const NephoPlotFigure *figure, int series)
{
  return g_ptr_array_index (figure->series, (guint) series);
}

static gboolean
has_value (const NephoPlotSeries *series, guint point)
{
  return point < series->y->n && isfinite (series->y->values[point])
         && (series->x == NULL || isfinite (series->x->values[point]));
}

static double
get_x (const NephoPlotSeries *series, guint point)
{
  return series->x != NULL ? series->x->values[point] : (double) point;
}

/* The point with a value that is the next one from @from in steps of @step, or -1. */
static int
find_point (const NephoPlotSeries *series, int from, int step)
{
  for (int i = from; i >= 0 && i < (int) series->y->n; i += step)
    if (has_value (series, (guint) i))
      return i;

  return -1;
}

static int
nearest_point (const NephoPlotSeries *series, double x)
{
  int best = -1;

  for (guint i = 0; i < series->y->n; i++)
    if (has_value (series, i)
        && (best < 0 || fabs (get_x (series, i) - x) < fabs (get_x (series, (guint) best) - x)))
      best = (int) i;

  return best;
}

/* A fit or a band has no value of its own that a reader would ask for. */
static gboolean
is_walkable (const NephoPlotSeries *series)
{
  return series->notation != NEPHO_PLOT_TREND && series->mark != NEPHO_PLOT_MARK_BAND
         && series->y != NULL && find_point (series, 0, 1) >= 0;
}

static void
set_position (NephoChartCursor *cursor, const NephoPlotFigure *figure, int series, int point)
{
  const NephoPlotSeries *target = get_series (figure, series);

  if (g_strcmp0 (cursor->id, target->id) != 0)
    {
      g_free (cursor->id);
      cursor->id = g_strdup (target->id);
    }
  cursor->series = series;
  cursor->point = (guint) point;
  cursor->notation = target->notation;
}

/* A series that the chart names, which is where a reader begins; history and baseline come after. */
static gboolean
is_named (const NephoPlotSeries *series)
{
  return series->notation != NEPHO_PLOT_GHOST && (*series->label != '\0' || series->point_labels != NULL);
}

static gboolean
any_is_named (const NephoPlotFigure *figure)
{
  for (int i = 0; i < (int) figure->series->len; i++)
    if (is_walkable (get_series (figure, i)) && is_named (get_series (figure, i)))
      return TRUE;

  return FALSE;
}

static gboolean
move_series (NephoChartCursor *cursor, const NephoPlotFigure *figure, int from, int step)
{
  gboolean begin = cursor->series < 0;
  double x = begin ? (double) NAN : nepho_chart_cursor_x (cursor, figure);
  gboolean only_named = begin && any_is_named (figure);

  for (int i = from; i >= 0 && i < (int) figure->series->len; i += step)
    {
      const NephoPlotSeries *series = get_series (figure, i);

      if (!is_walkable (series) || (only_named && !is_named (series)))
        continue;
      set_position (cursor, figure, i,
                    isfinite (x) ? nearest_point (series, x) : find_point (series, 0, 1));
      return TRUE;
    }

  return FALSE;
}

static gboolean
move_point (NephoChartCursor *cursor, const NephoPlotFigure *figure, NephoChartMove move)
{
  const NephoPlotSeries *series = get_series (figure, cursor->series);
  int point = -1;

  if (move == NEPHO_CHART_MOVE_FIRST)
    point = find_point (series, 0, 1);
  else if (move == NEPHO_CHART_MOVE_LAST)
    point = find_point (series, (int) series->y->n - 1, -1);
  else if (move == NEPHO_CHART_MOVE_PREVIOUS)
    point = find_point (series, (int) cursor->point - 1, -1);
  else if (move == NEPHO_CHART_MOVE_NEXT)
    point = find_point (series, (int) cursor->point + 1, 1);

  if (point < 0 || point == (int) cursor->point)
    return FALSE;
  cursor->point = (guint) point;

  return TRUE;
}

/**
 * nepho_chart_cursor_move:
 * @cursor: a cursor
 * @figure: what it walks on
 * @move: where to
 *
 * The first move of a cursor that stands nowhere brings it to the first point of the first series
 * (to the last point, where that was asked for).
 *
 * Returns: whether the cursor stands somewhere else now
 */
gboolean
nepho_chart_cursor_move (NephoChartCursor *cursor,
                         const NephoPlotFigure *figure,
                         NephoChartMove move)
{
  if (cursor->series < 0)
    {
      if (!move_series (cursor, figure, 0, 1))
        return FALSE;
      if (move == NEPHO_CHART_MOVE_LAST)
        move_point (cursor, figure, move);
      return TRUE;
    }

  if (move == NEPHO_CHART_MOVE_SERIES_UP)
    return move_series (cursor, figure, cursor->series - 1, -1);
  if (move == NEPHO_CHART_MOVE_SERIES_DOWN)
    return move_series (cursor, figure, cursor->series + 1, 1);

  return move_point (cursor, figure, move);
}

static gboolean
is_same (const NephoChartCursor *cursor, const NephoPlotFigure *figure, int index)
{
  const NephoPlotSeries *series = get_series (figure, index);

  return g_strcmp0 (series->id, cursor->id) == 0 && series->notation == cursor->notation && is_walkable (series)
         && has_value (series, cursor->point);
}

/**
 * nepho_chart_cursor_rebase:
 * @cursor: a cursor on an earlier figure
 * @figure: the figure that replaces it
 *
 * Finds the same series and point again, or takes the cursor off.
 */
void
nepho_chart_cursor_rebase (NephoChartCursor *cursor, const NephoPlotFigure *figure)
{
  if (cursor->series < 0)
    return;

  /* The published lines of one vendor have one name: the one in the same place comes first. */
  if (figure != NULL && cursor->series < (int) figure->series->len && is_same (cursor, figure, cursor->series))
    return;
  for (int i = 0; figure != NULL && i < (int) figure->series->len; i++)
    if (is_same (cursor, figure, i))
      {
        cursor->series = i;
        return;
      }

  nepho_chart_cursor_clear (cursor);
}

/**
 * nepho_chart_cursor_x:
 * @cursor: a cursor
 * @figure: what it stands on
 *
 * Returns: the datum's x in units of the figure's axis, or NAN
 */
double
nepho_chart_cursor_x (const NephoChartCursor *cursor, const NephoPlotFigure *figure)
{
  return cursor->series < 0 ? (double) NAN : get_x (get_series (figure, cursor->series), cursor->point);
}

static char *
describe_x (const NephoPlotFigure *figure, const NephoPlotSeries *series, guint point)
{
  double x = get_x (series, point);
  guint n = figure->x.categories != NULL ? g_strv_length (figure->x.categories) : 0;

  /* A hair more than the year: 2022.25 may come as 2022.2499999. */
  if (figure->x.kind == NEPHO_PLOT_SCALE_TIME)
    return nepho_quarter_format ((NephoQuarter) floor (x * 4.0 + 1e-6));
  if (figure->x.kind != NEPHO_PLOT_SCALE_BAND)
    return nepho_number_format (x, figure->x.unit, NEPHO_NUMBER_WITH_UNIT);
  if (n == 0)
    return g_strdup ("");

  /* A heat map counts its cells row by row. */
  return g_strdup (figure->x.categories[series->mark == NEPHO_PLOT_MARK_HEAT ? point % n
                                                                             : MIN (point, n - 1)]);
}

static const char *
describe_series (const NephoPlotFigure *figure, const NephoPlotSeries *series, guint point)
{
  if (series->point_labels != NULL && *series->point_labels[point] != '\0')
    return series->point_labels[point];

  return nepho_plot_figure_name_of (figure, series);
}

/**
 * nepho_chart_cursor_reading:
 * @cursor: a cursor
 * @figure: what it stands on
 *
 * Returns: (transfer full) (nullable): such as "Alibaba Cloud, 2030Q4: 31.2 %"
 */
char *
nepho_chart_cursor_reading (const NephoChartCursor *cursor, const NephoPlotFigure *figure)
{
  const NephoPlotSeries *series;
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  g_autofree char *name = NULL;

  if (cursor->series < 0)
    return NULL;

  series = get_series (figure, cursor->series);
  x = describe_x (figure, series, cursor->point);
  y = nepho_number_format (series->y->values[cursor->point], figure->y.unit,
                           NEPHO_NUMBER_WITH_UNIT);
  if (series->low_label != NULL && series->low != NULL && cursor->point < series->low->n)
    {
      g_autofree char *end = g_steal_pointer (&y);
      g_autofree char *start
        = nepho_number_format (series->low->values[cursor->point], figure->y.unit, NEPHO_NUMBER_WITH_UNIT);

      /* Translators: a value, what another is, and the other: "31.2 % (Baseline: 34.6 %)" */
      y = g_strdup_printf (_("%s (%s: %s)"), end, series->low_label, start);
    }
  name = g_strdup (describe_series (figure, series, cursor->point));
  if (series->notation == NEPHO_PLOT_GHOST && *name == '\0')
    {
      g_free (name);
      name = g_strdup (_("Baseline"));
    }

  /* Translators: what a chart shows at one point: when or what, and how much. */
  if (*name == '\0')
    return g_strdup_printf (_("%s: %s"), x, y);

  /* Translators: what a chart shows at one point: which series, when or what, and how much. */
  return g_strdup_printf (_("%s, %s: %s"), name, x, y);
}
