/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a datum is called in a file: the same in every language, and after its value moved. */
#include <math.h>

#include "nepho-plot-figure.h"
#include "nepho-quarter.h"

#define QUARTERS_PER_YEAR 4.0
#define QUARTER_TOLERANCE 1e-6
/* Between a key and the number of those that are called the same. */
#define AGAIN '~'

static const char * const notations[] = {
  [NEPHO_PLOT_ACTUAL] = "published",
  [NEPHO_PLOT_PROJECTION] = "",
  [NEPHO_PLOT_GHOST] = "baseline",
  [NEPHO_PLOT_TREND] = "trend",
};

static const NephoPlotSeries *
series_at (const NephoPlotFigure *figure, guint series)
{
  return g_ptr_array_index (figure->series, series);
}

static char *
number_again (char *key, guint n_before)
{
  char *numbered;

  if (n_before == 0)
    return key;

  numbered = g_strdup_printf ("%s%c%u", key, AGAIN, n_before + 1);
  g_free (key);

  return numbered;
}

/**
 * nepho_plot_figure_series_key:
 * @figure: a figure
 * @series: index of one of its series
 *
 * Returns: (transfer full): its id, with what tells it from others of the same thing: "alibaba", "alibaba/published",
 *   "alibaba/published~2"
 */
char *
nepho_plot_figure_series_key (const NephoPlotFigure *figure, guint series)
{
  const NephoPlotSeries *at;
  guint n_before = 0;
  const char *notation;

  g_return_val_if_fail (series < figure->series->len, NULL);

  at = series_at (figure, series);
  notation = notations[at->notation];
  for (guint i = 0; i < series; i++)
    n_before += g_str_equal (series_at (figure, i)->id, at->id) && series_at (figure, i)->notation == at->notation;

  return number_again (g_strconcat (at->id, *notation != '\0' ? "/" : "", notation, NULL), n_before);
}

static char *
time_key (double x)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double quarter = round (x * QUARTERS_PER_YEAR);

  if (isfinite (x) && fabs (quarter - x * QUARTERS_PER_YEAR) < QUARTER_TOLERANCE * QUARTERS_PER_YEAR)
    return nepho_quarter_format ((NephoQuarter) quarter);

  return g_strdup (g_ascii_dtostr (text, sizeof text, x));
}

static char *
plain_key (const NephoPlotFigure *figure, const NephoPlotSeries *series, guint point)
{
  const char *category = nepho_plot_figure_category (figure, series, point);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double x;

  if (series->mark == NEPHO_PLOT_MARK_POINT && series->point_labels != NULL && *series->point_labels[point] != '\0')
    return g_strdup (series->point_labels[point]);
  if (category != NULL)
    return g_strdup (category);
  if (figure->x.kind == NEPHO_PLOT_SCALE_BAND || series->x == NULL || point >= series->x->n)
    return g_strdup_printf ("#%u", point + 1);

  x = series->x->values[point];

  return figure->x.kind == NEPHO_PLOT_SCALE_TIME ? time_key (x) : g_strdup (g_ascii_dtostr (text, sizeof text, x));
}

/**
 * nepho_plot_figure_point_key:
 * @figure: a figure
 * @series: index of one of its series
 * @point: index of a datum in it
 *
 * Returns: (transfer full): what the datum is called in its series: a quarter, an id of a category, a name of its own, or
 *   its number
 */
char *
nepho_plot_figure_point_key (const NephoPlotFigure *figure, guint series, guint point)
{
  const NephoPlotSeries *at;
  g_autofree char *key = NULL;
  guint n_before = 0;

  g_return_val_if_fail (series < figure->series->len, NULL);

  at = series_at (figure, series);
  g_return_val_if_fail (at->y != NULL && point < at->y->n, NULL);

  key = plain_key (figure, at, point);
  for (guint i = 0; i < point; i++)
    {
      g_autofree char *other = plain_key (figure, at, i);

      n_before += g_str_equal (other, key);
    }

  return number_again (g_steal_pointer (&key), n_before);
}

static gboolean
find_point (const NephoPlotFigure *figure, guint series, const char *key, guint *point)
{
  const NephoPlotSeries *at = series_at (figure, series);
  guint n = at->y != NULL ? at->y->n : 0;

  for (*point = 0; *point < n; (*point)++)
    {
      g_autofree char *plain = plain_key (figure, at, *point);
      g_autofree char *own = NULL;

      if (!g_str_has_prefix (key, plain))
        continue;
      own = nepho_plot_figure_point_key (figure, series, *point);
      if (g_str_equal (own, key))
        return isfinite (at->y->values[*point]);
    }

  return FALSE;
}

/**
 * nepho_plot_figure_find_datum:
 * @figure: a figure
 * @series_key: as nepho_plot_figure_series_key() gives it
 * @point_key: as nepho_plot_figure_point_key() gives it
 * @series: (out): index of the series
 * @point: (out): index of the datum in it
 *
 * Returns: whether the figure has that datum, and a value for it
 */
gboolean
nepho_plot_figure_find_datum (const NephoPlotFigure *figure,
                              const char *series_key,
                              const char *point_key,
                              guint *series,
                              guint *point)
{
  for (*series = 0; *series < figure->series->len; (*series)++)
    {
      g_autofree char *key = NULL;

      if (!g_str_has_prefix (series_key, series_at (figure, *series)->id))
        continue;
      key = nepho_plot_figure_series_key (figure, *series);
      if (g_str_equal (key, series_key))
        return find_point (figure, *series, point_key, point);
    }

  return FALSE;
}
