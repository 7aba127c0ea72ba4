/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-number-words.h"
#include "nepho-number.h"
#include "nepho-plot-private.h"

/* From here on digits alone are hard to read: a word, or a power of ten. */
#define WORDS_FROM 1e5
#define POWERS_FROM 1e15
/* More digits after the point than this are not counted by anybody. */
#define MOST_DECIMALS 5

/* A category's name, and below it what its width means. */
static char *
category_text (const NephoPlotAxis *axis, guint category)
{
  g_autofree char *width = NULL;

  if (axis->widths == NULL || category >= axis->widths->n || !isfinite (axis->widths->values[category]))
    return g_strdup (axis->categories[category]);

  width = nepho_number_format (axis->widths->values[category], axis->widths_unit,
                               NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);

  return g_strconcat (axis->categories[category], "\n", width, NULL);
}

/* One form for all numbers of an axis: size and word, or power of ten, that the greatest asks for. */
typedef struct
{
  double greatest; /* as shown, whatever its sign */
  double least;    /* likewise, but not zero */
  double step;     /* between neighbours; only of a linear axis */
} Range;

static Range
range_of (const NephoPlotTicks *ticks, double factor)
{
  Range range = { 0.0, INFINITY, ticks->n > 1 ? fabs (ticks->values[1] - ticks->values[0]) * factor : 1.0 };

  for (guint i = 0; i < ticks->n; i++)
    {
      double shown = fabs (ticks->values[i] * factor);

      range.greatest = MAX (range.greatest, shown);
      range.least = shown > 0.0 ? MIN (range.least, shown) : range.least;
    }

  return range;
}

/* Digits after the point that a step of an axis needs. */
static int
decimals_of (double step)
{
  int decimals = 0;

  while (decimals < 12 && fabs (step - round (step)) > 1e-6 * step)
    {
      step *= 10.0;
      decimals++;
    }

  return decimals;
}

static char *
linear_text (double shown, const Range *range)
{
  g_autofree char *word = NULL;
  g_autofree char *number = NULL;
  g_autofree char *power = NULL;
  double size = 1.0;

  if (range->greatest >= POWERS_FROM || decimals_of (range->step) > MOST_DECIMALS)
    {
      size = pow (10.0, floor (log10 (range->greatest) + 1e-9));
      number = nepho_number_format_decimals (shown / size, decimals_of (range->step / size));
      power = nepho_number_format_scientific (size);

      return shown == 0.0 ? g_strdup ("0") : g_strconcat (number, "×", power, NULL);
    }

  if (range->greatest >= WORDS_FROM)
    word = nepho_number_words_for (range->greatest, &size);
  if (word == NULL)
    return nepho_number_format_decimals (shown, decimals_of (range->step));

  number = nepho_number_format_decimals (shown / size, decimals_of (range->step / size));

  return shown == 0.0 ? g_strdup ("0") : g_strconcat (number, "\u202f", word, NULL);
}

/* Powers of ten have as many digits as they have: 0.1, 1, 10. Numbers too far apart for digits and words are all
 * written as powers. */
static char *
log_text (double shown, const Range *range)
{
  int decimals = MAX (-(int) floor (log10 (shown) + 1e-9), 0);

  if (range->greatest >= POWERS_FROM || range->least < pow (10.0, -MOST_DECIMALS))
    return nepho_number_format_scientific (shown);
  if (shown >= WORDS_FROM)
    return nepho_number_format (shown, NEPHO_UNIT_NONE, NEPHO_NUMBER_SHORT);

  return nepho_number_format_decimals (shown, decimals);
}

static char *
time_text (double value, gboolean quarters)
{
  int year = (int) floor (value + 1e-6);
  int quarter = (int) floor ((value - year) * 4.0 + 0.5) + 1;

  return quarters ? g_strdup_printf ("%dQ%d", year, quarter) : g_strdup_printf ("%d", year);
}

/* What stands at a tick: categories by name, years as years, all else in the unit the reader sees. */
char *
nepho_plot_tick_text (const NephoPlotAxis *axis, const NephoPlotTicks *ticks, guint tick)
{
  double value = ticks->values[tick];
  double factor = nepho_unit_display (axis->unit).factor;
  Range range = range_of (ticks, factor);
  g_autofree char *number = NULL;

  if (axis->kind == NEPHO_PLOT_SCALE_BAND)
    return category_text (axis, (guint) value);
  if (axis->kind == NEPHO_PLOT_SCALE_TIME)
    return time_text (value, ticks->decimals > 0);

  /* A short logarithmic axis has ticks as a linear one. */
  number = axis->kind == NEPHO_PLOT_SCALE_LOG && ticks->decimals == 0 ? log_text (value * factor, &range)
                                                                     : linear_text (value * factor, &range);
  if (axis->unit == NEPHO_UNIT_FRACTION || axis->unit == NEPHO_UNIT_FRACTION_PER_YEAR)
    return g_strconcat (number, "\u202f%", NULL);

  return g_steal_pointer (&number);
}
