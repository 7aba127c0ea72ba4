/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-growth.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-growth.h"
#include "nepho-number.h"

static const NephoPlotSeries *
series_at (const NephoPlotFigure *figure, guint series)
{
  return g_ptr_array_index (figure->series, series);
}

/* How many years lie between the ends of an arrow; 0 where they are of one time, or of none. */
static double
years_between (const NephoPlotFigure *figure, const NephoPlotAnnotation *arrow)
{
  const NephoPlotColumn *from = series_at (figure, arrow->series)->x;
  const NephoPlotColumn *to = series_at (figure, arrow->to_series)->x;

  if (figure->x.kind != NEPHO_PLOT_SCALE_TIME || from == NULL || to == NULL)
    return 0.0;

  return fabs (to->values[arrow->to_point] - from->values[arrow->point]);
}

static char *
places (double difference)
{
  guint n = (guint) lround (fabs (difference));

  if (n == 0)
    return g_strdup (_("the same place"));
  /* The first place is the least number. */
  if (difference < 0.0)
    return g_strdup_printf (ngettext ("%u place up", "%u places up", n), n);

  return g_strdup_printf (ngettext ("%u place down", "%u places down", n), n);
}

/* "+4.2 points", "+¥50 bn (+63 %)" */
static char *
difference_words (NephoUnit unit, const NephoGrowth *growth)
{
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN | NEPHO_NUMBER_SHORT;
  g_autofree char *difference = NULL;
  g_autofree char *part = NULL;

  if (unit == NEPHO_UNIT_RANK)
    return places (growth->difference);
  if (unit == NEPHO_UNIT_FRACTION || unit == NEPHO_UNIT_FRACTION_PER_YEAR || unit == NEPHO_UNIT_POINTS)
    return nepho_number_format (growth->difference, NEPHO_UNIT_POINTS, style);

  difference = nepho_number_format (growth->difference, unit, style);
  if (growth->no_part != NEPHO_GROWTH_TOLD)
    return g_steal_pointer (&difference);
  part = nepho_number_format (growth->part, NEPHO_UNIT_FRACTION, style);

  /* Translators: a difference, and how much that is of the first value: "+¥50 bn (+63 %)" */
  return g_strdup_printf (_("%s (%s)"), difference, part);
}

static const char *
why_no_yearly (NephoGrowthGap gap)
{
  switch (gap)
    {
    case NEPHO_GROWTH_FROM_NOTHING:
      return _("no yearly rate: it starts at zero");
    case NEPHO_GROWTH_FROM_BELOW:
      return _("no yearly rate: it starts below zero");
    case NEPHO_GROWTH_TO_NOTHING:
      return _("no yearly rate: it ends at zero");
    case NEPHO_GROWTH_TO_BELOW:
      return _("no yearly rate: it ends below zero");
    case NEPHO_GROWTH_TOLD:
    case NEPHO_GROWTH_TOO_SHORT:
    default:
      return NULL;
    }
}

static const char *
why_no_part (NephoUnit unit, NephoGrowthGap gap)
{
  if (unit == NEPHO_UNIT_FRACTION || unit == NEPHO_UNIT_FRACTION_PER_YEAR || unit == NEPHO_UNIT_POINTS)
    return NULL;
  if (gap == NEPHO_GROWTH_FROM_NOTHING)
    return _("no per cent: the first is zero");

  if (gap == NEPHO_GROWTH_FROM_BELOW)
    return _("no per cent: the first is below zero");

  return gap == NEPHO_GROWTH_TO_BELOW ? _("no per cent: the second is below zero") : NULL;
}

/* "+12.0 % a year" of one series over time, or why there is no such rate. */
static char *
yearly_words (const NephoGrowth *growth)
{
  g_autofree char *rate = NULL;

  if (growth->no_yearly != NEPHO_GROWTH_TOLD)
    return g_strdup (why_no_yearly (growth->no_yearly));

  rate = nepho_number_format (growth->yearly, NEPHO_UNIT_FRACTION,
                              NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN | NEPHO_NUMBER_SHORT);

  /* Translators: a rate of growth such as "+12.0 %" */
  return g_strdup_printf (_("%s a year"), rate);
}

/**
 * nepho_figure_growth_words:
 * @figure: a figure
 * @arrow: from one of its data to another; of one series the earlier first
 *
 * Says what lies between the two in the unit that the figure shows: the difference, shares in points; what part of the
 * first that is; and of one series over a year or more the compound yearly rate of nepho_growth_between(). A rate that
 * does not exist is named with the reason.
 *
 * Returns: (transfer full): one or two lines
 */
char *
nepho_figure_growth_words (const NephoPlotFigure *figure, const NephoPlotAnnotation *arrow)
{
  NephoUnit unit = figure->y.unit;
  double years = arrow->series == arrow->to_series ? years_between (figure, arrow) : 0.0;
  NephoGrowth growth = nepho_growth_between (series_at (figure, arrow->series)->y->values[arrow->point],
                                             series_at (figure, arrow->to_series)->y->values[arrow->to_point], years);
  g_autofree char *difference = difference_words (unit, &growth);
  g_autofree char *yearly = NULL;

  if (unit == NEPHO_UNIT_RANK)
    return g_steal_pointer (&difference);

  yearly = years > 0.0 ? yearly_words (&growth) : g_strdup (why_no_part (unit, growth.no_part));

  return yearly != NULL ? g_strconcat (difference, "\n", yearly, NULL) : g_steal_pointer (&difference);
}
