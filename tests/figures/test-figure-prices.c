/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

#include <string.h>

static void
add_fact (NephoDataset *dataset, const char *id, const char *publisher)
{
  NephoFact *fact = nepho_fact_new ();

  nepho_fact_set_text (&fact->id, id);
  nepho_fact_set_text (&fact->publisher, publisher);
  nepho_dataset_take_fact (dataset, fact);
}

static void
add_price (NephoDataset *dataset, const char *model, double year, double amount, const char *currency)
{
  NephoApiPrice *price = nepho_dataset_add_api_price (dataset);

  price->id = g_strdup (model);
  price->model = g_strdup (model);
  price->organisation = g_strdup ("Vendor A");
  price->year = year;
  price->amount = amount;
  price->currency = g_strdup (currency);
  price->source = g_strdup ("price");
}

/* Middle prices: 3 in 2023, and 1.5 in 2024, between 1 and 2. */
static void
add_prices (NephoDataset *dataset)
{
  add_fact (dataset, "price", "A price list");
  add_price (dataset, "m-1", 2023.1, 3.0, "USD");
  add_price (dataset, "m-2", 2023.5, 30.0, "USD");
  add_price (dataset, "m-3", 2023.9, 14.0, "CNY");
  add_price (dataset, "m-4", 2024.2, 0.5, "USD");
  add_price (dataset, "m-5", 2024.3, 7.0, "CNY");
  add_price (dataset, "m-6", 2024.4, 14.0, "CNY");
  add_price (dataset, "m-7", 2024.5, 70.0, "CNY");
}

static const NephoPlotSeries *
find_series (const NephoPlotFigure *figure, const char *id)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      if (g_str_equal (series->id, id))
        return series;
    }

  return NULL;
}

static NephoPlotColumn *
values_of (const NephoPlotFigure *figure, const char *id)
{
  const NephoPlotSeries *series = find_series (figure, id);

  if (series == NULL)
    g_error ("there is no series %s", id);

  return series->y;
}

static void
test_empty (void)
{
  g_auto (NephoFixture) fixture;
  g_autoptr (NephoPlotFigure) figure = NULL;

  nepho_fixture_init (&fixture, 3, 4);
  figure = nepho_fixture_build (&fixture, "api-prices");
  g_assert_cmpstr (figure->title, ==, "Prices of AI models");
  g_assert_cmpstr (figure->empty, ==, "The data set holds no prices of AI models");
  g_assert_cmpuint (figure->series->len, ==, 0);
}

/* Yuan become dollars at the first rate, and the figure says at which and whose. */
static void
test_converted (void)
{
  g_auto (NephoFixture) fixture;
  g_autoptr (NephoPlotFigure) figure = NULL;
  const NephoPlotColumn *usd;
  const NephoPlotColumn *cny;

  nepho_fixture_init (&fixture, 3, 4);
  add_prices (fixture.dataset);
  add_fact (fixture.dataset, "rate", "A bank");
  nepho_dataset_add_rate (fixture.dataset, 7.0, "rate");
  nepho_dataset_add_rate (fixture.dataset, 6.0, "rate");
  nepho_fixture_title (&fixture, "api-prices",
                       "The middle price of a million input tokens fell from US$3 in 2023 to US$1.5 in 2024");

  figure = nepho_fixture_build (&fixture, "api-prices");
  usd = values_of (figure, "usd");
  cny = values_of (figure, "cny");
  g_assert_cmpuint (usd->n, ==, 3);
  g_assert_cmpuint (cny->n, ==, 4);
  g_assert_cmpfloat (usd->values[1], ==, 30.0);
  g_assert_cmpfloat (cny->values[0], ==, 2.0);
  g_assert_cmpfloat (cny->values[3], ==, 10.0);
  g_assert_nonnull (find_series (figure, "trend"));
  g_assert_cmpint (figure->y.kind, ==, NEPHO_PLOT_SCALE_LOG);
  g_assert_nonnull (strstr (figure->note, "Converted at 7 CNY a US dollar"));
  g_assert_cmpstr (figure->source, ==, "Source: A price list; A bank");
}

/* Without a rate, yuan cannot be shown, and too few dollars are left to speak of middle prices. */
static void
test_no_rate (void)
{
  g_auto (NephoFixture) fixture;
  g_autoptr (NephoPlotFigure) figure = NULL;

  nepho_fixture_init (&fixture, 3, 4);
  add_prices (fixture.dataset);
  figure = nepho_fixture_build (&fixture, "api-prices");
  g_assert_cmpstr (figure->title, ==, "Prices of AI models");
  g_assert_nonnull (find_series (figure, "usd"));
  g_assert_null (find_series (figure, "cny"));
  g_assert_null (strstr (figure->note, "converted"));
}

static void
test_titles (void)
{
  static const struct
  {
    double later;
    const char *title;
  } cases[] = {
    { 2.0, "The middle price of a million input tokens, US$2, was the same in 2023 and 2024" },
    { 5.0, "The middle price of a million input tokens rose from US$2 in 2023 to US$5 in 2024" },
    { 0.25, "The middle price of a million input tokens fell from US$2 in 2023 to US$0.25 in 2024" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_auto (NephoFixture) fixture;

      nepho_fixture_init (&fixture, 3, 4);
      for (guint i = 0; i < 6; i++)
        add_price (fixture.dataset, "m", i < 3 ? 2023.5 : 2024.5, i < 3 ? 2.0 : cases[k].later, "USD");
      nepho_fixture_title (&fixture, "api-prices", cases[k].title);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/prices/empty", test_empty);
  g_test_add_func ("/figures/prices/converted", test_converted);
  g_test_add_func ("/figures/prices/no-rate", test_no_rate);
  g_test_add_func ("/figures/prices/titles", test_titles);

  return g_test_run ();
}
