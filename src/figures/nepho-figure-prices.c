/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "nepho-figure-money.h"
#include "nepho-figure-scatter.h"
#include "nepho-figure-words.h"

/* A year says what its middle price is once it has as many. */
#define FEWEST_PRICES 3u

/* A list price in the money that all are compared in. */
typedef struct
{
  const NephoApiPrice *entry;
  double               value;
  gboolean             converted; /* listed in another money */
} Price;

/* All prices in one money, even where sums are shown as they were published: else they cannot be compared. */
static void
choose_money (const NephoFigureContext *context, NephoCurrencyChoice *choice)
{
  if (context->money != NULL)
    *choice = *context->money;
  else
    nepho_currency_choice_init (choice, nepho_frame_dataset (context));
  choice->currency = nepho_unit_money (nepho_money_unit (context, NEPHO_UNIT_USD)) == NEPHO_MONEY_CNY
                       ? NEPHO_CURRENCY_CNY
                       : NEPHO_CURRENCY_USD;
}

/* Prices in another money are left out where there is no rate. */
static GArray *
collect (const NephoFigureContext *context, NephoEvidence *evidence)
{
  const NephoDataset *dataset = nepho_frame_dataset (context);
  NephoUnit wanted = nepho_money_unit (context, NEPHO_UNIT_USD);
  GArray *prices = g_array_new (FALSE, FALSE, sizeof (Price));
  NephoCurrencyChoice choice;

  choose_money (context, &choice);
  for (guint i = 0; i < dataset->api_prices->len; i++)
    {
      const NephoApiPrice *entry = g_ptr_array_index (dataset->api_prices, i);
      NephoUnit listed = g_str_equal (entry->currency, "CNY") ? NEPHO_UNIT_YUAN : NEPHO_UNIT_USD;
      Price price = { entry, nepho_currency_shown (&choice, entry->amount, listed), listed != wanted };

      if (nepho_currency_unit (&choice, listed) != wanted)
        continue;

      g_array_append_val (prices, price);
      nepho_evidence_add_fact (evidence, entry->source);
    }

  return prices;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *left = a;
  const double *right = b;

  return (*left > *right) - (*left < *right);
}

/* The price that as many models of @year are above as below; NAN where there are too few. */
static double
middle_price (const GArray *prices, int year)
{
  g_autofree double *values = g_new (double, prices->len);
  guint n = 0;

  for (guint i = 0; i < prices->len; i++)
    {
      const Price *price = &g_array_index (prices, Price, i);

      if ((int) floor (price->entry->year) == year)
        values[n++] = price->value;
    }
  if (n < FEWEST_PRICES)
    return NAN;

  qsort (values, n, sizeof *values, compare_doubles);

  return n % 2 == 1 ? values[n / 2] : 0.5 * (values[n / 2 - 1] + values[n / 2]);
}

static void
find_years (const GArray *prices, int *first, int *last)
{
  *first = 0;
  *last = 0;
  for (guint i = 0; i < prices->len; i++)
    {
      int year = (int) floor (g_array_index (prices, Price, i).entry->year);

      if (isnan (middle_price (prices, year)))
        continue;
      if (*first == 0 || year < *first)
        *first = year;
      if (year > *last)
        *last = year;
    }
}

static char *
prices_title (const GArray *prices, NephoUnit unit)
{
  int first;
  int last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  find_years (prices, &first, &last);
  if (first == last)
    return g_strdup (_("Prices of AI models"));

  from = nepho_words_short (middle_price (prices, first), unit);
  to = nepho_words_short (middle_price (prices, last), unit);
  switch (nepho_words_compare (middle_price (prices, first), middle_price (prices, last), 0.005))
    {
    case -1:
      /* Translators: a price, a year, a price, a later year */
      return g_strdup_printf (_("The middle price of a million input tokens fell from %s in %d to %s in %d"), from,
                              first, to, last);
    case 1:
      /* Translators: a price, a year, a price, a later year */
      return g_strdup_printf (_("The middle price of a million input tokens rose from %s in %d to %s in %d"), from,
                              first, to, last);
    default:
      /* Translators: a price, a year, a later year */
      return g_strdup_printf (_("The middle price of a million input tokens, %s, was the same in %d and %d"), from,
                              first, last);
    }
}

static const char *
list_name (gboolean yuan, gboolean converted)
{
  if (yuan)
    return converted ? _("Listed in yuan, converted") : _("Listed in yuan");

  return converted ? _("Listed in US dollars, converted") : _("Listed in US dollars");
}

static void
add_points (NephoPlotFigure *figure, const GArray *prices, gboolean converted)
{
  gboolean yuan = (figure->y.unit == NEPHO_UNIT_YUAN) != converted;
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  NephoPlotSeries *series;

  for (guint i = 0; i < prices->len; i++)
    {
      const Price *price = &g_array_index (prices, Price, i);

      if (price->converted != converted)
        continue;
      g_array_append_val (years, price->entry->year);
      g_array_append_val (values, price->value);
      g_ptr_array_add (labels, g_strdup (price->entry->model));
      g_ptr_array_add (sources, g_strdup (price->entry->source != NULL ? price->entry->source : ""));
    }
  g_ptr_array_add (labels, NULL);
  g_ptr_array_add (sources, NULL);
  if (values->len == 0)
    return;

  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_POINT, yuan ? "cny" : "usd",
                                         list_name (yuan, converted),
                                         converted ? 1 : NEPHO_PLOT_ACCENT);
  series->notation = NEPHO_PLOT_ACTUAL;
  series->x = nepho_plot_column_new ((const double *) (gpointer) years->data, years->len);
  series->y = nepho_plot_column_new ((const double *) (gpointer) values->data, values->len);
  series->point_labels = (char **) g_ptr_array_free (g_steal_pointer (&labels), FALSE);
  series->sources = (char **) g_ptr_array_free (g_steal_pointer (&sources), FALSE);
}

static void
add_trend (NephoPlotFigure *figure, const GArray *prices)
{
  g_autofree double *years = g_new (double, prices->len);
  g_autofree double *values = g_new (double, prices->len);

  for (guint i = 0; i < prices->len; i++)
    {
      years[i] = g_array_index (prices, Price, i).entry->year;
      values[i] = g_array_index (prices, Price, i).value;
    }
  nepho_scatter_add_trend (figure, years, values, prices->len);
}

/* How the prices were made comparable, and what the picture cannot show. */
static void
add_notes (NephoEvidence *evidence, const GArray *prices)
{
  gboolean any = FALSE;

  nepho_evidence_note (evidence, _("List prices; half of a year’s models cost less than its middle price."));
  for (guint i = 0; i < prices->len; i++)
    any = any || g_array_index (prices, Price, i).converted;
  if (any)
    {
      NephoCurrencyChoice choice;
      g_autofree char *note = NULL;

      choose_money (evidence->context, &choice);
      note = nepho_currency_describe_rate (&choice, nepho_frame_dataset (evidence->context));
      nepho_evidence_note (evidence, note);
      if (choice.source != NULL)
        nepho_evidence_add_fact (evidence, choice.source);
    }
}

/**
 * nepho_figure_api_prices:
 * @context: what is shown
 *
 * Returns: (transfer full): list prices of a million input tokens over the years, in one money
 */
NephoPlotFigure *
nepho_figure_api_prices (const NephoFigureContext *context)
{
  NephoUnit unit = nepho_money_unit (context, NEPHO_UNIT_USD);
  NephoPlotFigure *figure = nepho_frame_new (context, "api-prices", NEPHO_PLOT_SCALE_TIME, unit);
  g_autoptr (GArray) prices = NULL;
  NephoEvidence evidence;

  figure->now = NAN;
  figure->y.kind = NEPHO_PLOT_SCALE_LOG;
  /* Translators: a currency */
  figure->subtitle = g_strdup_printf (_("Price of a million input tokens of AI models, %s, log scale, by date of the price list"),
                                      nepho_unit_name (unit));
  nepho_evidence_init (&evidence, context, FALSE);
  prices = collect (context, &evidence);

  if (prices->len == 0)
    figure->empty = g_strdup (_("The data set holds no prices of AI models"));
  else
    {
      figure->title = prices_title (prices, unit);
      add_trend (figure, prices);
      add_points (figure, prices, FALSE);
      add_points (figure, prices, TRUE);
      add_notes (&evidence, prices);
    }
  nepho_scatter_finish (figure, &evidence, _("Prices of AI models"));

  return figure;
}
