/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-evidence.h"
#include "nepho-figure-money.h"
#include "nepho-figure-words.h"

/* What the facts call the price of an hour that anybody may rent; prices for a commitment are others. */
#define HOUR_UNIT "USD/chip-hour"
#define ON_DEMAND "cloud price per chip-hour, on demand"

/* More lines cannot be told apart. */
#define MOST_LINES 5u

/* All prices of one accelerator, by date. */
typedef struct
{
  const char *name;
  GPtrArray  *prices; /* const NephoFact */
} Accelerator;

/* The middle price of a year. */
typedef struct
{
  int              year;
  const NephoFact *fact;
} Median;

static void
accelerator_clear (gpointer data)
{
  g_ptr_array_unref (((Accelerator *) data)->prices);
}

/* The one with most prices first. */
static int
compare_accelerators (gconstpointer a, gconstpointer b)
{
  const Accelerator *left = a;
  const Accelerator *right = b;

  if (left->prices->len != right->prices->len)
    return left->prices->len > right->prices->len ? -1 : 1;

  return g_strcmp0 (left->name, right->name);
}

/* By year, then by price. */
static int
compare_prices (gconstpointer a, gconstpointer b)
{
  const NephoFact *left = *(const NephoFact * const *) a;
  const NephoFact *right = *(const NephoFact * const *) b;
  double years = floor (left->begin) - floor (right->begin);

  if (years != 0.0)
    return years < 0.0 ? -1 : 1;

  return (left->value > right->value) - (left->value < right->value);
}

static Accelerator *
find_accelerator (GArray *accelerators, const char *name)
{
  Accelerator added = { .name = name };

  for (guint i = 0; i < accelerators->len; i++)
    if (g_str_equal (g_array_index (accelerators, Accelerator, i).name, name))
      return &g_array_index (accelerators, Accelerator, i);

  added.prices = g_ptr_array_new ();
  g_array_append_val (accelerators, added);

  return &g_array_index (accelerators, Accelerator, accelerators->len - 1);
}

static GArray *
collect (const NephoDataset *dataset)
{
  GArray *accelerators = g_array_new (FALSE, FALSE, sizeof (Accelerator));

  g_array_set_clear_func (accelerators, accelerator_clear);
  for (guint i = 0; i < dataset->facts->len; i++)
    {
      NephoFact *fact = g_ptr_array_index (dataset->facts, i);

      if (g_str_equal (fact->unit, HOUR_UNIT) && g_str_has_prefix (fact->measure, ON_DEMAND) && isfinite (fact->begin)
          && fact->value > 0.0)
        g_ptr_array_add (find_accelerator (accelerators, fact->subject)->prices, fact);
    }
  for (guint i = 0; i < accelerators->len; i++)
    g_ptr_array_sort (g_array_index (accelerators, Accelerator, i).prices, compare_prices);
  g_array_sort (accelerators, compare_accelerators);
  if (accelerators->len > MOST_LINES)
    g_array_set_size (accelerators, MOST_LINES);

  return accelerators;
}

/* Of an even number the lower of the two in the middle, so that each point is somebody's price. */
static GArray *
medians_of (const Accelerator *accelerator)
{
  GArray *medians = g_array_new (FALSE, FALSE, sizeof (Median));
  const GPtrArray *prices = accelerator->prices;

  for (guint first = 0, end = 0; first < prices->len; first = end)
    {
      Median median = { .year = (int) floor (((NephoFact *) g_ptr_array_index (prices, first))->begin) };

      while (end < prices->len && (int) floor (((NephoFact *) g_ptr_array_index (prices, end))->begin) == median.year)
        end++;
      median.fact = g_ptr_array_index (prices, first + (end - first - 1) / 2);
      g_array_append_val (medians, median);
    }

  return medians;
}

/* A year's median stands in its middle; years without a price interrupt the line. */
static void
add_line (NephoPlotFigure *figure, NephoEvidence *evidence, const Accelerator *accelerator, int colour)
{
  g_autoptr (GArray) medians = medians_of (accelerator);
  g_autofree double *years = g_new (double, 2 * medians->len);
  g_autofree double *prices = g_new (double, 2 * medians->len);
  g_auto (GStrv) sources = g_new0 (char *, 2 * medians->len + 1);
  guint n = 0;
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, medians->len > 1 ? NEPHO_PLOT_MARK_LINE : NEPHO_PLOT_MARK_POINT,
                                    accelerator->name, accelerator->name, colour);

  for (guint i = 0; i < medians->len; i++)
    {
      const Median *median = &g_array_index (medians, Median, i);

      if (i > 0 && median->year > (median - 1)->year + 1)
        {
          years[n] = 0.5 * (median->year + (median - 1)->year + 1);
          prices[n] = NAN;
          sources[n++] = g_strdup ("");
        }
      years[n] = median->year + 0.5;
      prices[n] = median->fact->value;
      sources[n++] = g_strdup (median->fact->id);
      nepho_evidence_add_fact (evidence, median->fact->id);
    }
  series->notation = NEPHO_PLOT_ACTUAL;
  series->x = nepho_plot_column_new (years, n);
  series->y = nepho_plot_column_new (prices, n);
  series->sources = g_steal_pointer (&sources);
}

static char *
hours_title (const NephoFigureContext *context, const Accelerator *accelerator)
{
  g_autoptr (GArray) medians = medians_of (accelerator);
  const Median *first = &g_array_index (medians, Median, 0);
  const Median *last = &g_array_index (medians, Median, medians->len - 1);
  g_autofree char *from = nepho_money_short (context, first->fact->value, NEPHO_UNIT_USD_PER_HOUR);
  g_autofree char *to = nepho_money_short (context, last->fact->value, NEPHO_UNIT_USD_PER_HOUR);

  if (medians->len == 1)
    /* Translators: an accelerator, a sum an hour, a year */
    return g_strdup_printf (_("%s rents for %s in %d"), accelerator->name, to, last->year);

  /* Translators: an accelerator, a sum an hour, a year, a sum an hour, a later year */
  return g_strdup_printf (_("%s rented for %s in %d and for %s in %d"), accelerator->name, from, first->year, to,
                          last->year);
}

/* What each rented for last: read out, and the text of whoever cannot see the lines. */
static char *
hours_summary (const NephoFigureContext *context, const GArray *accelerators, const char *title)
{
  g_autoptr (GString) detail = g_string_new (NULL);

  for (guint i = 0; i < accelerators->len; i++)
    {
      const Accelerator *accelerator = &g_array_index (accelerators, Accelerator, i);
      g_autoptr (GArray) medians = medians_of (accelerator);
      const Median *last = &g_array_index (medians, Median, medians->len - 1);
      g_autofree char *price = nepho_money_short (context, last->fact->value, NEPHO_UNIT_USD_PER_HOUR);

      /* Translators: an accelerator, a sum an hour, a year */
      g_autofree char *part = g_strdup_printf (_("%s: %s in %d"), accelerator->name, price, last->year);

      g_string_append_printf (detail, "%s%s", i > 0 ? "; " : "", part);
    }

  return nepho_words_summary (title, detail->str);
}

static void
note_count (NephoEvidence *evidence, const GArray *accelerators)
{
  guint n = 0;
  g_autofree char *note = NULL;

  for (guint i = 0; i < accelerators->len; i++)
    n += g_array_index (accelerators, Accelerator, i).prices->len;
  note = g_strdup_printf (ngettext ("Medians of %u price, from several vendors and places, without a commitment.",
                                    "Medians of %u prices, from several vendors and places, without a commitment.", n),
                          n);
  nepho_evidence_note (evidence, note);
}

/**
 * nepho_figure_accelerator_hours:
 * @context: what is shown
 *
 * Returns: (transfer full): what an hour of the accelerators with most prices cost on demand, the median of
 *   each year
 */
NephoPlotFigure *
nepho_figure_accelerator_hours (const NephoFigureContext *context)
{
  NephoPlotFigure *figure
    = nepho_frame_new (context, "accelerator-hours", NEPHO_PLOT_SCALE_TIME, NEPHO_UNIT_USD_PER_HOUR);
  g_autoptr (GArray) accelerators = collect (nepho_frame_dataset (context));
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, FALSE);
  figure->now = NAN;
  figure->y.include_zero = TRUE;
  /* Translators: a unit, such as "US$ an hour" */
  figure->subtitle = g_strdup_printf (_("Price of an accelerator hour on demand, %s, median of each year"),
                                      nepho_money_unit_name (context, NEPHO_UNIT_USD_PER_HOUR));
  if (accelerators->len == 0)
    {
      figure->title = g_strdup (_("Price of an accelerator hour"));
      figure->empty = g_strdup (_("The data set holds no such figures"));
      figure->summary = g_strdup (figure->empty);
    }
  else
    {
      figure->title = hours_title (context, &g_array_index (accelerators, Accelerator, 0));
      figure->summary = hours_summary (context, accelerators, figure->title);
      for (guint i = 0; i < accelerators->len; i++)
        add_line (figure, &evidence, &g_array_index (accelerators, Accelerator, i), (int) i);
      note_count (&evidence, accelerators);
    }
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
