/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-measure.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-groups.h"
#include "nepho-figure-words.h"
#include "nepho-number.h"

#define BASE_INDEX 100.0

/* What an index of two vendors must differ by to be told apart. */
#define INDEX_TOLERANCE 0.05

static void
replace_values (NephoPlotSeries *series, double *values)
{
  guint n = series->y->n;

  nepho_plot_column_unref (series->y);
  series->y = nepho_plot_column_new (values, n);
}

/* With the first quarter as 100. What starts at nothing has no index: a gap. */
static void
index_series (NephoPlotSeries *series)
{
  guint n = series->y->n;
  g_autofree double *values = g_new (double, n);
  double base = n > 0 ? series->y->values[0] : (double) NAN;

  for (guint t = 0; t < n; t++)
    values[t] = base > 0.0 ? BASE_INDEX * series->y->values[t] / base : (double) NAN;
  replace_values (series, values);
}

/* As a part of what the whole market is in that quarter, in the scenario or the baseline. */
static void
divide_series (const NephoFigureContext *context, NephoPlotSeries *series, NephoUnit unit)
{
  const NephoResults *results = series->notation == NEPHO_PLOT_GHOST ? context->baseline : context->results;
  NephoUnit stored = NEPHO_UNIT_YUAN_BILLION;
  double factor = unit != stored ? nepho_currency_factor (context->money, stored) : 1.0;
  guint n = MIN (series->y->n, results->n_quarters);
  g_autofree double *values = g_new (double, series->y->n);

  for (guint t = 0; t < series->y->n; t++)
    {
      double whole = t < n ? factor * nepho_figure_market_of (context, results, t, 0) : (double) NAN;

      values[t] = whole > 0.0 ? series->y->values[t] / whole : (double) NAN;
    }
  replace_values (series, values);
}

/* The whole of all parts is always one: as a line it would tell nothing. */
static void
drop_totals_of_areas (NephoPlotFigure *figure)
{
  gboolean has_areas = FALSE;

  for (guint i = 0; i < figure->series->len; i++)
    has_areas |= ((const NephoPlotSeries *) g_ptr_array_index (figure->series, i))->mark == NEPHO_PLOT_MARK_AREA;
  for (guint i = figure->series->len; has_areas && i-- > 0;)
    if (((const NephoPlotSeries *) g_ptr_array_index (figure->series, i))->mark != NEPHO_PLOT_MARK_AREA)
      g_ptr_array_remove_index (figure->series, i);
}

static void
divide_figure (const NephoFigureContext *context, NephoPlotFigure *figure)
{
  drop_totals_of_areas (figure);
  for (guint i = 0; i < figure->series->len; i++)
    divide_series (context, g_ptr_array_index (figure->series, i), figure->y.unit);
  figure->y.unit = NEPHO_UNIT_FRACTION;
  figure->y.minimum = NAN;
  figure->y.maximum = NAN;
}

static void
index_figure (NephoPlotFigure *figure)
{
  for (guint i = 0; i < figure->series->len; i++)
    index_series (g_ptr_array_index (figure->series, i));
  figure->y.unit = NEPHO_UNIT_NONE;
  figure->y.minimum = NAN;
  figure->y.maximum = NAN;
  figure->y.include_zero = FALSE;
}

/* The projection of somebody with a name that stands highest at the end; NULL where nobody does. */
static const NephoPlotSeries *
find_highest (const NephoPlotFigure *figure)
{
  const NephoPlotSeries *highest = NULL;
  double most = -INFINITY;

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);
      double end = series->y->n > 0 ? series->y->values[series->y->n - 1] : (double) NAN;

      if (series->notation == NEPHO_PLOT_PROJECTION && series->colour != NEPHO_PLOT_NEUTRAL && end > most)
        {
          most = end;
          highest = series;
        }
    }

  return highest;
}

static char *
index_title (const NephoFigureContext *context, const NephoPlotFigure *figure)
{
  const NephoPlotSeries *highest = find_highest (figure);
  guint last = nepho_frame_last (context);
  g_autofree char *first = nepho_frame_quarter (context, 0);
  g_autofree char *when = nepho_frame_quarter (context, last);
  g_autofree char *end = NULL;

  if (highest == NULL || last == 0)
    /* Translators: a quarter */
    return g_strdup_printf (_("All start from 100 in %s"), first);

  end = nepho_number_format (highest->y->values[last], NEPHO_UNIT_NONE, NEPHO_NUMBER_SHORT);
  switch (nepho_words_compare (BASE_INDEX, highest->y->values[last], INDEX_TOLERANCE))
    {
    case 1:
      /* Translators: a vendor, a number, a quarter, the first quarter */
      return g_strdup_printf (_("%s grows most: to %s by %s, from 100 in %s"), highest->label, end, when, first);
    case -1:
      /* Translators: a vendor, a number, a quarter, the first quarter */
      return g_strdup_printf (_("All fall, %s least: to %s by %s, from 100 in %s"), highest->label, end, when, first);
    default:
      /* Translators: a vendor, the first and the last quarter */
      return g_strdup_printf (_("Nobody grows; %s stays where it was in %s until %s"), highest->label, first, when);
    }
}

static char *
share_title (const NephoFigureContext *context, const NephoPlotFigure *figure)
{
  const NephoPlotSeries *highest = find_highest (figure);
  guint last = nepho_frame_last (context);
  g_autofree char *first = nepho_frame_quarter (context, 0);
  g_autofree char *when = nepho_frame_quarter (context, last);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (highest == NULL)
    return g_strdup (figure->title);

  before = nepho_words_percent (highest->y->values[0]);
  after = nepho_words_percent (highest->y->values[highest->y->n - 1]);
  if (last == 0)
    /* Translators: a vendor or a segment, its share, a quarter */
    return g_strdup_printf (_("%s has the largest part: %s in %s"), highest->label, after, when);

  /* Translators: a vendor or a segment, its share, a quarter, its share at first, the first quarter */
  return g_strdup_printf (_("%s has the largest part: %s by %s, %s in %s"), highest->label, after, when, before, first);
}

/* A title says only what the picture shows. */
static void
take_title (NephoPlotFigure *figure, char *title)
{
  g_free (figure->title);
  g_free (figure->summary);
  figure->title = title;
  figure->summary = g_strdup (title);
}

static void
extend (char **text, char *longer)
{
  g_free (*text);
  *text = longer;
}

static void
tell_measure (const NephoFigureContext *context, NephoPlotFigure *figure, gboolean history_left_out)
{
  g_autofree char *first = nepho_frame_quarter (context, 0);
  const char *note = _("Published figures are left out here: their definitions have no common base.");

  if (context->look.measure == NEPHO_MEASURE_INDEX)
    /* Translators: a subtitle; the base quarter */
    extend (&figure->subtitle, g_strdup_printf (_("%s; as an index, %s = 100"), figure->subtitle, first));
  else
    /* Translators: a subtitle */
    extend (&figure->subtitle, g_strdup_printf (_("%s; as per cent of the total"), figure->subtitle));

  if (history_left_out)
    extend (&figure->note, figure->note != NULL ? g_strjoin (" ", figure->note, note, NULL) : g_strdup (note));
}

/* A logarithmic axis has no room for nothing and less. */
static void
make_logarithmic (NephoPlotFigure *figure)
{
  figure->y.kind = NEPHO_PLOT_SCALE_LOG;
  figure->y.include_zero = FALSE;
  figure->y.minimum = NAN;
  figure->y.maximum = NAN;
  /* Translators: a subtitle */
  extend (&figure->subtitle, g_strdup_printf (_("%s; logarithmic scale"), figure->subtitle));
}

/**
 * nepho_figure_measure_apply:
 * @context: what the figure was made from, with the reader's look
 * @figure: (inout): a figure in its usual look, in the reader's money
 * @history_left_out: whether published figures would stand in it in the usual look
 *
 * Turns a figure's values into parts of the whole or an index, and its value axis into a logarithmic one, as
 * far as that figure has such a look, and says so in its words.
 */
void
nepho_figure_measure_apply (const NephoFigureContext *context, NephoPlotFigure *figure, gboolean history_left_out)
{
  NephoMeasure measure = context->look.measure;

  if (figure->empty != NULL)
    return;

  if (measure == NEPHO_MEASURE_SHARE)
    divide_figure (context, figure);
  else if (measure == NEPHO_MEASURE_INDEX)
    index_figure (figure);
  if (measure != NEPHO_MEASURE_ABSOLUTE)
    {
      take_title (figure, measure == NEPHO_MEASURE_INDEX ? index_title (context, figure) : share_title (context, figure));
      tell_measure (context, figure, history_left_out);
    }
  if (context->look.logarithmic)
    make_logarithmic (figure);
}
