/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

#include <math.h>
#include <string.h>

#include "nepho-dataset-io.h"

#define CLOSE 1e-12

static const char * const datasets[] = { "china", "global" };

static void
check_column (const NephoPlotColumn *stored, const NephoPlotColumn *shown, double factor)
{
  if (stored == NULL)
    {
      g_assert_null (shown);
      return;
    }

  g_assert_cmpuint (shown->n, ==, stored->n);
  for (guint k = 0; k < stored->n; k++)
    {
      double wanted = stored->values[k] * factor;

      if (isfinite (wanted))
        g_assert_cmpfloat_with_epsilon (shown->values[k], wanted, CLOSE * MAX (1.0, fabs (wanted)));
      else
        g_assert_false (isfinite (shown->values[k]));
    }
}

/* The same marks, their values multiplied. */
static void
check_values (const NephoPlotFigure *stored, const NephoPlotFigure *shown, double factor)
{
  g_assert_cmpuint (shown->series->len, ==, stored->series->len);
  for (guint i = 0; i < stored->series->len; i++)
    {
      const NephoPlotSeries *a = g_ptr_array_index (stored->series, i);
      const NephoPlotSeries *b = g_ptr_array_index (shown->series, i);

      g_assert_cmpstr (a->id, ==, b->id);
      check_column (a->y, b->y, factor);
      check_column (a->low, b->low, factor);
    }
  for (guint i = 0; i < stored->breaks->len; i++)
    {
      double before = g_array_index (stored->breaks, NephoPlotBreak, i).y;
      double after = g_array_index (shown->breaks, NephoPlotBreak, i).y;

      if (isfinite (before))
        g_assert_cmpfloat_with_epsilon (after, before * factor, CLOSE * MAX (1.0, fabs (before * factor)));
    }
}

/* A chart in one money says no sum in the other, but for what its rate is. */
static void
check_words (const NephoPlotFigure *figure, NephoMoney money)
{
  const char *other = money == NEPHO_MONEY_USD ? "¥" : "US$";
  const char *texts[] = { figure->title, figure->subtitle, figure->summary, figure->note };

  for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
    if (texts[k] != NULL && strstr (texts[k], other) != NULL)
      g_error ("%s: “%s” in “%s”", figure->id, other, texts[k]);
}

static void
check_figure (const NephoFigureSpec *spec, NephoFigureContext *context, const NephoCurrencyChoice *choice)
{
  NephoMoney wanted = choice->currency == NEPHO_CURRENCY_USD ? NEPHO_MONEY_USD : NEPHO_MONEY_CNY;
  g_autoptr (NephoPlotFigure) stored = NULL;
  g_autoptr (NephoPlotFigure) shown = NULL;
  NephoUnit unit;
  gboolean told;

  context->money = NULL;
  stored = nepho_figure_build (spec, context);
  context->money = choice;
  shown = nepho_figure_build (spec, context);
  unit = stored->y.unit;

  if (nepho_unit_money (unit) == NEPHO_MONEY_NONE)
    {
      g_assert_cmpint (shown->y.unit, ==, unit);
      check_values (stored, shown, 1.0);
      return;
    }

  g_assert_cmpint (nepho_unit_money (shown->y.unit), ==, wanted);
  check_words (shown, wanted);
  /* Prices of models are compared in one money before they are drawn; a test of its own looks at them. */
  if (g_str_equal (spec->id, "api-prices"))
    return;

  check_values (stored, shown, nepho_currency_factor (choice, unit));
  told = strstr (shown->source, "; converted at 6.5187 CNY a US dollar (Alibaba Group, 2022H1)") != NULL;
  g_assert_true (told == (nepho_currency_is_exchanged (choice, unit) && shown->empty == NULL));
}

static void
test_figures (void)
{
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  for (guint d = 0; d < G_N_ELEMENTS (datasets); d++)
    for (NephoCurrency currency = NEPHO_CURRENCY_CNY; currency <= NEPHO_CURRENCY_USD; currency++)
      {
        g_auto (NephoFixture) fixture = { 0 };
        NephoCurrencyChoice choice;

        nepho_fixture_adopt (&fixture, nepho_dataset_load (datasets[d], NULL), 34);
        nepho_fixture_run (&fixture);
        nepho_currency_choice_init (&choice, fixture.dataset);
        g_assert_true (nepho_currency_choice_set (&choice, fixture.dataset, currency, NULL, NULL));
        for (guint k = 0; k < n_specs; k++)
          check_figure (&specs[k], &fixture.context, &choice);
      }
}

/* What a publisher gave in dollars is drawn to its last digit. */
static void
test_published (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  NephoCurrencyChoice choice;
  guint n_read = 0;

  nepho_fixture_adopt (&fixture, nepho_dataset_load ("global", NULL), 34);
  nepho_fixture_run (&fixture);
  nepho_currency_choice_init (&choice, fixture.dataset);
  fixture.context.money = &choice;
  fixture.context.history = "all";
  figure = nepho_fixture_build (&fixture, "market-size");
  g_assert_cmpint (figure->y.unit, ==, NEPHO_UNIT_USD_BILLION);

  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      for (guint k = 0; series->notation == NEPHO_PLOT_ACTUAL && k < series->y->n; k++)
        if (isfinite (series->y->values[k]))
          {
            g_autofree char *digits = g_strdup_printf ("%.15g", series->y->values[k]);

            /* Four digits at most were published, before a period of part of a year was made a whole one. */
            g_assert_cmpuint (strlen (digits), <=, 8);
            n_read++;
          }
    }
  g_assert_cmpuint (n_read, >, 0);
}

/* Whether the model's price of that day is drawn as @price. */
static gboolean
has_price (const NephoPlotFigure *figure, const char *list, const NephoApiPrice *entry, double price)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      for (guint k = 0; g_str_equal (series->id, list) && k < series->y->n; k++)
        if (g_str_equal (series->point_labels[k], entry->model) && series->x->values[k] == entry->year
            && fabs (series->y->values[k] - price) <= CLOSE * price)
          return TRUE;
    }

  return FALSE;
}

/* A list price in the reader's money is the listed number; the others are converted. */
static void
test_prices (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  NephoCurrencyChoice choice;

  nepho_fixture_adopt (&fixture, nepho_dataset_load ("china", NULL), 4);
  nepho_fixture_run (&fixture);
  nepho_currency_choice_init (&choice, fixture.dataset);
  fixture.context.money = &choice;
  for (NephoCurrency currency = NEPHO_CURRENCY_CNY; currency <= NEPHO_CURRENCY_USD; currency++)
    {
      g_autoptr (NephoPlotFigure) figure = NULL;

      g_assert_true (nepho_currency_choice_set (&choice, fixture.dataset, currency, "7", NULL));
      figure = nepho_fixture_build (&fixture, "api-prices");
      for (guint i = 0; i < fixture.dataset->api_prices->len; i++)
        {
          const NephoApiPrice *entry = g_ptr_array_index (fixture.dataset->api_prices, i);
          gboolean yuan = g_str_equal (entry->currency, "CNY");
          double wanted = entry->amount;

          if (yuan && currency == NEPHO_CURRENCY_USD)
            wanted /= 7.0;
          if (!yuan && currency == NEPHO_CURRENCY_CNY)
            wanted *= 7.0;
          g_assert_true (has_price (figure, yuan ? "cny" : "usd", entry, wanted));
        }
      g_assert_nonnull (strstr (figure->note, "Converted at 7 CNY a US dollar, a rate of your own."));
    }
}

static void
test_headlines (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (GPtrArray) headlines = NULL;
  NephoCurrencyChoice choice;
  guint n_sums = 0;

  nepho_fixture_adopt (&fixture, nepho_dataset_load ("china", NULL), 34);
  nepho_fixture_run (&fixture);
  nepho_currency_choice_init (&choice, fixture.dataset);
  g_assert_true (nepho_currency_choice_set (&choice, fixture.dataset, NEPHO_CURRENCY_USD, NULL, NULL));
  fixture.context.money = &choice;
  headlines = nepho_headlines_build (&fixture.context);
  for (guint i = 0; i < headlines->len; i++)
    {
      const NephoHeadline *headline = g_ptr_array_index (headlines, i);

      g_assert_null (strstr (headline->value, "¥"));
      g_assert_null (strstr (headline->detail, "¥"));
      if (strstr (headline->value, "US$") != NULL || strstr (headline->detail, "US$") != NULL)
        n_sums++;
    }
  g_assert_cmpuint (n_sums, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-money/figures", test_figures);
  g_test_add_func ("/figure-money/published", test_published);
  g_test_add_func ("/figure-money/prices", test_prices);
  g_test_add_func ("/figure-money/headlines", test_headlines);

  return g_test_run ();
}
