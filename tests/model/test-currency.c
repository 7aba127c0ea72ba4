/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-currency.h"
#include "nepho-model-error.h"
#include "nepho-sample.h"

static void
add_rate (NephoDataset *dataset, const char *id, double cny_per_usd)
{
  NephoFact *fact = nepho_fact_new ();

  nepho_fact_set_text (&fact->id, id);
  nepho_fact_set_text (&fact->measure, "average of closing rates");
  nepho_fact_set_text (&fact->period, "2022H1");
  nepho_fact_set_text (&fact->publisher, "Alibaba Group");
  nepho_dataset_take_fact (dataset, fact);
  nepho_dataset_add_rate (dataset, cny_per_usd, id);
}

static NephoDataset *
dataset_new (const char *currency)
{
  NephoDataset *dataset = nepho_sample_dataset (2, 1);

  g_free (dataset->currency);
  dataset->currency = g_strdup (currency);
  add_rate (dataset, "fx-usual", 6.5187);
  add_rate (dataset, "fx-other", 7.0999);

  return dataset;
}

static void
test_ids (void)
{
  NephoCurrency currency;

  for (NephoCurrency each = NEPHO_CURRENCY_PUBLISHED; each <= NEPHO_CURRENCY_USD; each++)
    {
      g_assert_true (nepho_currency_from_id (nepho_currency_id (each), &currency));
      g_assert_cmpint (currency, ==, each);
    }
  g_assert_false (nepho_currency_from_id ("eur", &currency));
}

static void
test_units (void)
{
  static const struct
  {
    const char    *published;
    NephoCurrency  currency;
    NephoUnit      stored;
    NephoUnit      shown;
    gboolean       exchanged;
  } rows[] = {
    { "CNY", NEPHO_CURRENCY_PUBLISHED, NEPHO_UNIT_YUAN_BILLION, NEPHO_UNIT_YUAN_BILLION, FALSE },
    { "CNY", NEPHO_CURRENCY_PUBLISHED, NEPHO_UNIT_USD_BILLION, NEPHO_UNIT_USD_BILLION, FALSE },
    { "CNY", NEPHO_CURRENCY_CNY, NEPHO_UNIT_YUAN_BILLION, NEPHO_UNIT_YUAN_BILLION, FALSE },
    { "CNY", NEPHO_CURRENCY_CNY, NEPHO_UNIT_USD_BILLION, NEPHO_UNIT_YUAN_BILLION, TRUE },
    { "CNY", NEPHO_CURRENCY_USD, NEPHO_UNIT_YUAN_BILLION, NEPHO_UNIT_USD_BILLION, TRUE },
    { "CNY", NEPHO_CURRENCY_USD, NEPHO_UNIT_YUAN_MILLION_PER_YEAR, NEPHO_UNIT_USD_MILLION_PER_YEAR, TRUE },
    { "CNY", NEPHO_CURRENCY_USD, NEPHO_UNIT_YUAN_PER_HOUR, NEPHO_UNIT_USD_PER_HOUR, TRUE },
    { "CNY", NEPHO_CURRENCY_USD, NEPHO_UNIT_YUAN, NEPHO_UNIT_USD, TRUE },
    { "CNY", NEPHO_CURRENCY_USD, NEPHO_UNIT_USD_BILLION, NEPHO_UNIT_USD_BILLION, FALSE },
    { "CNY", NEPHO_CURRENCY_USD, NEPHO_UNIT_FRACTION, NEPHO_UNIT_FRACTION, FALSE },
    { "USD", NEPHO_CURRENCY_PUBLISHED, NEPHO_UNIT_YUAN_BILLION, NEPHO_UNIT_USD_BILLION, FALSE },
    { "USD", NEPHO_CURRENCY_CNY, NEPHO_UNIT_YUAN_BILLION, NEPHO_UNIT_YUAN_BILLION, TRUE },
    { "USD", NEPHO_CURRENCY_USD, NEPHO_UNIT_YUAN_BILLION, NEPHO_UNIT_USD_BILLION, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NephoDataset) dataset = dataset_new (rows[i].published);
      g_autoptr (GError) error = NULL;
      NephoCurrencyChoice choice;

      nepho_currency_choice_init (&choice, dataset);
      g_assert_true (nepho_currency_choice_set (&choice, dataset, rows[i].currency, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpint (nepho_currency_unit (&choice, rows[i].stored), ==, rows[i].shown);
      g_assert_true (nepho_currency_is_exchanged (&choice, rows[i].stored) == rows[i].exchanged);
    }
}

/* What was published in dollars and stored in yuan at the rate is shown as published, to the digit; and
 * what a reader types comes back. */
static void
test_there_and_back (void)
{
  static const double published[] = { 2.61, 4.0, 9.97, 21.1, 0.001, 545.8, 1234.567 };
  g_autoptr (NephoDataset) dataset = dataset_new ("CNY");
  NephoCurrencyChoice choice;

  nepho_currency_choice_init (&choice, dataset);
  g_assert_true (nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_USD, NULL, NULL));
  g_assert_cmpfloat (choice.cny_per_usd, ==, 6.5187);
  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      double stored = nepho_currency_stored (&choice, published[i], NEPHO_UNIT_YUAN_BILLION);

      g_assert_cmpfloat_with_epsilon (stored, published[i] * 6.5187, stored * 1e-15);
      g_assert_cmpfloat (nepho_currency_shown (&choice, stored, NEPHO_UNIT_YUAN_BILLION), ==, published[i]);
      g_assert_cmpfloat (nepho_currency_shown (&choice, published[i], NEPHO_UNIT_FRACTION), ==, published[i]);
    }

  g_assert_true (nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_CNY, "fx-other", NULL));
  g_assert_cmpfloat_with_epsilon (nepho_currency_shown (&choice, 21.1, NEPHO_UNIT_USD_BILLION), 149.80789, 1e-12);
  g_assert_cmpfloat (nepho_currency_shown (&choice, 21.1, NEPHO_UNIT_YUAN_BILLION), ==, 21.1);
}

/* Many numbers at once are multiplied; one is written as the publisher wrote it. */
static void
test_factor (void)
{
  g_autoptr (NephoDataset) dataset = dataset_new ("CNY");
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  NephoCurrencyChoice choice;

  nepho_currency_choice_init (&choice, dataset);
  g_assert_cmpfloat (nepho_currency_factor (&choice, NEPHO_UNIT_YUAN_BILLION), ==, 1.0);
  g_assert_cmpfloat (nepho_currency_factor (NULL, NEPHO_UNIT_YUAN_BILLION), ==, 1.0);
  g_assert_true (nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_USD, NULL, NULL));
  g_assert_cmpfloat_with_epsilon (nepho_currency_factor (&choice, NEPHO_UNIT_YUAN_BILLION), 1.0 / 6.5187, 1e-15);
  g_assert_cmpfloat (nepho_currency_factor (&choice, NEPHO_UNIT_USD_BILLION), ==, 1.0);
  g_assert_cmpfloat (nepho_currency_factor (&choice, NEPHO_UNIT_FRACTION), ==, 1.0);
  text = nepho_currency_format (&choice, 65.187, NEPHO_UNIT_YUAN_BILLION, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_EXACT);
  g_assert_cmpstr (text, ==, "US$10\u00a0bn");
  plain = nepho_currency_format (&choice, 0.5, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_EXACT);
  g_assert_cmpstr (plain, ==, "50\u00a0%");
}

/* Yuan that were dollars become the same dollars again, so no other rate is taken. */
static void
test_published_in_dollars (void)
{
  g_autoptr (NephoDataset) dataset = dataset_new ("USD");
  const char *others[] = { "fx-other", "7.25" };
  NephoCurrencyChoice choice;
  NephoCurrencyChoice before;

  g_assert_false (nepho_currency_has_rates (dataset));
  nepho_currency_choice_init (&choice, dataset);
  before = choice;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_CNY, others[i], &error));
      g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, "the rate of fx-usual"));
      g_assert_true (nepho_currency_choice_equal (&choice, &before));
    }
  g_assert_true (nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_CNY, "fx-usual", NULL));
  g_assert_cmpfloat (nepho_currency_shown (&choice, 65.187, NEPHO_UNIT_YUAN_BILLION), ==, 65.187);
}

static void
test_rates (void)
{
  g_autoptr (NephoDataset) dataset = dataset_new ("CNY");
  NephoCurrencyChoice choice;
  NephoCurrencyChoice before;
  g_autofree char *usual = NULL;
  g_autofree char *own = NULL;
  const char *bad[] = { "fx-none", "0", "-6.5", "1e9", "nan", "6,5", "6.5 CNY", "12 %" };

  nepho_currency_choice_init (&choice, dataset);
  g_assert_true (nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_USD, "fx-other", NULL));
  g_assert_cmpstr (choice.source, ==, "fx-other");
  usual = nepho_currency_describe_rate (&choice, dataset);
  g_assert_cmpstr (usual, ==,
                   "Converted at 7.0999 CNY a US dollar (average of closing rates, 2022H1, Alibaba Group).");

  g_assert_true (nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_USD, "7.25", NULL));
  g_assert_null (choice.source);
  own = nepho_currency_describe_rate (&choice, dataset);
  g_assert_cmpstr (own, ==, "Converted at 7.25 CNY a US dollar, a rate of your own.");

  before = choice;
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_CNY, bad[i], &error));
      g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN);
      g_assert_nonnull (strstr (error->message, "fx-usual, fx-other"));
      g_assert_true (nepho_currency_choice_equal (&choice, &before));
    }

  /* As published means at the data set's own rate, whichever was chosen for another currency. */
  g_assert_true (nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_PUBLISHED, "7.25", NULL));
  g_assert_cmpfloat (choice.cny_per_usd, ==, 6.5187);
  g_assert_false (nepho_currency_choice_equal (&choice, &before));
}

static void
test_no_rate (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (GError) error = NULL;
  NephoCurrencyChoice choice;
  NephoCurrencyChoice none = { 0 };

  nepho_currency_choice_init (&choice, dataset);
  g_assert_false (nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_USD, NULL, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN);
  g_assert_cmpint (choice.currency, ==, NEPHO_CURRENCY_PUBLISHED);
  g_assert_true (nepho_currency_choice_set (&choice, dataset, NEPHO_CURRENCY_USD, "6.5", NULL));
  g_assert_cmpfloat (nepho_currency_shown (&choice, 13.0, NEPHO_UNIT_YUAN_BILLION), ==, 2.0);

  /* Nobody chose: nothing changes. */
  for (NephoUnit unit = 0; unit < NEPHO_N_UNITS; unit++)
    {
      g_assert_cmpint (nepho_currency_unit (&none, unit), ==, unit);
      g_assert_cmpfloat (nepho_currency_shown (&none, 1.25, unit), ==, 1.25);
      g_assert_cmpfloat (nepho_currency_stored (&none, 1.25, unit), ==, 1.25);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/currency/ids", test_ids);
  g_test_add_func ("/currency/units", test_units);
  g_test_add_func ("/currency/there-and-back", test_there_and_back);
  g_test_add_func ("/currency/factor", test_factor);
  g_test_add_func ("/currency/published-in-dollars", test_published_in_dollars);
  g_test_add_func ("/currency/rates", test_rates);
  g_test_add_func ("/currency/no-rate", test_no_rate);

  return g_test_run ();
}
