/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-currency.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-model-error.h"

/* A rate outside these is a slip of the keyboard: since 1949 a dollar has cost 1.5 to 8.7 yuan. */
#define LEAST_RATE 0.1
#define MOST_RATE 100.0

static const char * const ids[] = { "published", "cny", "usd" };

/**
 * nepho_currency_id:
 * @currency: a currency to show
 *
 * Returns: its name in settings and on the command line: "published", "cny" or "usd"
 */
const char *
nepho_currency_id (NephoCurrency currency)
{
  g_return_val_if_fail (currency < G_N_ELEMENTS (ids), ids[0]);

  return ids[currency];
}

/**
 * nepho_currency_from_id:
 * @id: a name as nepho_currency_id() gives it
 * @currency: (out): the currency
 *
 * Returns: whether there is such a choice
 */
gboolean
nepho_currency_from_id (const char *id, NephoCurrency *currency)
{
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (ids[i], id))
      {
        *currency = (NephoCurrency) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
knows_rate (const NephoCurrencyChoice *choice)
{
  return isfinite (choice->cny_per_usd) && choice->cny_per_usd > 0.0;
}

/**
 * nepho_currency_choice_init:
 * @choice: (out caller-allocates): a choice
 * @dataset: the data set that is shown; must outlive @choice
 *
 * Chooses what the publishers chose, at the data set's usual rate where it has one.
 */
void
nepho_currency_choice_init (NephoCurrencyChoice *choice, const NephoDataset *dataset)
{
  *choice = (NephoCurrencyChoice) {
    .currency = NEPHO_CURRENCY_PUBLISHED,
    .published = g_str_equal (dataset->currency, "USD") ? NEPHO_MONEY_USD : NEPHO_MONEY_CNY,
    .cny_per_usd = NAN,
  };
  if (dataset->rates->len > 0)
    {
      const NephoExchangeRate *usual = g_ptr_array_index (dataset->rates, 0);

      choice->cny_per_usd = usual->cny_per_usd;
      choice->source = usual->source;
    }
}

static gboolean
refuse_rate (const NephoDataset *dataset, const char *rate, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < dataset->rates->len; i++)
    {
      const NephoExchangeRate *known = g_ptr_array_index (dataset->rates, i);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", known->source);
    }

  if (list->len > 0)
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
                 _("“%s” is no rate; expected yuan a US dollar, from 0.1 to 100, or one of %s"), rate, list->str);
  else
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
                 _("“%s” is no rate; expected yuan a US dollar, from 0.1 to 100: the data set names no rate"), rate);

  return FALSE;
}

static gboolean
read_rate (NephoCurrencyChoice *choice, const NephoDataset *dataset, const char *rate, GError **error)
{
  double own;

  for (guint i = 0; i < dataset->rates->len; i++)
    {
      const NephoExchangeRate *known = g_ptr_array_index (dataset->rates, i);

      if (g_str_equal (known->source, rate))
        {
          choice->cny_per_usd = known->cny_per_usd;
          choice->source = known->source;
          return TRUE;
        }
    }

  if (!nepho_number_parse (rate, NEPHO_UNIT_NONE, &own, NULL) || own < LEAST_RATE || own > MOST_RATE)
    return refuse_rate (dataset, rate, error);

  choice->cny_per_usd = own;
  choice->source = NULL;

  return TRUE;
}

/**
 * nepho_currency_has_rates:
 * @dataset: a data set
 *
 * Yuan are stored. What was published in dollars became yuan at the data set's own rate, and so becomes dollars
 * again at that rate only.
 *
 * Returns: whether the reader may choose a rate
 */
gboolean
nepho_currency_has_rates (const NephoDataset *dataset)
{
  return dataset->rates->len == 0 || !g_str_equal (dataset->currency, "USD");
}

static gboolean
is_usual (const NephoCurrencyChoice *choice, const NephoDataset *dataset)
{
  const NephoExchangeRate *usual = g_ptr_array_index (dataset->rates, 0);

  return choice->cny_per_usd == usual->cny_per_usd;
}

static gboolean
refuse_other_rate (const NephoDataset *dataset, GError **error)
{
  const NephoExchangeRate *usual = g_ptr_array_index (dataset->rates, 0);

  /* Translators: the id of a fact */
  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
               _("The data set was published in US dollars and counts in yuan at the rate of %s; expected no other"),
               usual->source);

  return FALSE;
}

/**
 * nepho_currency_choice_set:
 * @choice: a choice that nepho_currency_choice_init() began
 * @dataset: the same data set
 * @currency: what to show
 * @rate: (nullable): the id of the fact that gives a rate of the data set, or a number of yuan a
 *   US dollar; %NULL or "": the data set's usual rate, as always where @currency is as published
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN, @choice as it was, where @rate is none of these, or
 * another than that of a data set in dollars, or where @currency needs a rate and there is none
 */
gboolean
nepho_currency_choice_set (NephoCurrencyChoice *choice,
                           const NephoDataset *dataset,
                           NephoCurrency currency,
                           const char *rate,
                           GError **error)
{
  NephoCurrencyChoice made;

  nepho_currency_choice_init (&made, dataset);
  made.currency = currency;
  if (rate != NULL && *rate != '\0' && !read_rate (&made, dataset, rate, error))
    return FALSE;
  if (!nepho_currency_has_rates (dataset) && !is_usual (&made, dataset))
    return refuse_other_rate (dataset, error);

  if (currency == NEPHO_CURRENCY_USD && !knows_rate (&made))
    {
      g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
                           _("The data set names no rate of exchange; expected a number of yuan a US dollar"));
      return FALSE;
    }

  /* What was published is shown at the rate that the data set itself took. */
  if (currency == NEPHO_CURRENCY_PUBLISHED)
    nepho_currency_choice_init (&made, dataset);
  *choice = made;

  return TRUE;
}

/**
 * nepho_currency_choice_equal:
 * @a: a choice
 * @b: another
 *
 * Returns: whether both show the same
 */
gboolean
nepho_currency_choice_equal (const NephoCurrencyChoice *a, const NephoCurrencyChoice *b)
{
  return a->currency == b->currency && a->published == b->published && knows_rate (a) == knows_rate (b)
         && (!knows_rate (a) || a->cny_per_usd == b->cny_per_usd) && g_strcmp0 (a->source, b->source) == 0;
}

/**
 * nepho_currency_unit:
 * @choice: (nullable): what the reader wants to see; %NULL: what is stored
 * @stored: the unit that a number is stored in
 *
 * Returns: the unit that it is shown in; @stored itself where it is no sum of money, or no rate is known
 */
NephoUnit
nepho_currency_unit (const NephoCurrencyChoice *choice, NephoUnit stored)
{
  NephoMoney money = nepho_unit_money (stored);

  if (choice == NULL || money == NEPHO_MONEY_NONE || !knows_rate (choice))
    return stored;

  switch (choice->currency)
    {
    case NEPHO_CURRENCY_CNY:
      return nepho_unit_in_money (stored, NEPHO_MONEY_CNY);
    case NEPHO_CURRENCY_USD:
      return nepho_unit_in_money (stored, NEPHO_MONEY_USD);
    case NEPHO_CURRENCY_PUBLISHED:
    default:
      return choice->published == NEPHO_MONEY_USD ? nepho_unit_in_money (stored, NEPHO_MONEY_USD) : stored;
    }
}

/* The money in which a sum was published that is stored in @stored. Dollars that a data set stores as yuan are
 * dollars still. */
static NephoMoney
origin_of (const NephoCurrencyChoice *choice, NephoUnit stored)
{
  return nepho_unit_money (stored) == NEPHO_MONEY_CNY ? choice->published : nepho_unit_money (stored);
}

/* A sum in one money as a sum in another. Decimal numbers come back as they went. */
static double
exchange (const NephoCurrencyChoice *choice, double value, NephoMoney from, NephoMoney to)
{
  if (from == to)
    return value;

  return nepho_number_snap (to == NEPHO_MONEY_USD ? value / choice->cny_per_usd : value * choice->cny_per_usd);
}

/**
 * nepho_currency_shown:
 * @choice: (nullable): what the reader wants to see; %NULL: what is stored
 * @value: a number in @stored
 * @stored: its unit
 *
 * Returns: the number in nepho_currency_unit()
 */
double
nepho_currency_shown (const NephoCurrencyChoice *choice, double value, NephoUnit stored)
{
  return exchange (choice, value, nepho_unit_money (stored), nepho_unit_money (nepho_currency_unit (choice, stored)));
}

/**
 * nepho_currency_factor:
 * @choice: (nullable): what the reader wants to see; %NULL: what is stored
 * @stored: the unit that numbers are stored in
 *
 * Returns: what to multiply such numbers by, where none of them was written as a decimal number; else see
 *   nepho_currency_shown()
 */
double
nepho_currency_factor (const NephoCurrencyChoice *choice, NephoUnit stored)
{
  NephoMoney from = nepho_unit_money (stored);
  NephoMoney to = nepho_unit_money (nepho_currency_unit (choice, stored));

  if (from == to)
    return 1.0;

  return to == NEPHO_MONEY_USD ? 1.0 / choice->cny_per_usd : choice->cny_per_usd;
}

/**
 * nepho_currency_stored:
 * @choice: (nullable): what the reader sees; %NULL: what is stored
 * @shown: a number in nepho_currency_unit()
 * @stored: the unit that it is to be stored in
 *
 * Returns: the number in @stored
 */
double
nepho_currency_stored (const NephoCurrencyChoice *choice, double shown, NephoUnit stored)
{
  return exchange (choice, shown, nepho_unit_money (nepho_currency_unit (choice, stored)), nepho_unit_money (stored));
}

/**
 * nepho_currency_is_exchanged:
 * @choice: (nullable): what the reader wants to see; %NULL: what is stored
 * @stored: the unit that a number is stored in
 *
 * Returns: whether the reader's choice makes another sum of it, at a rate that has to be told; what is
 * shown as its publishers gave it is none
 */
gboolean
nepho_currency_is_exchanged (const NephoCurrencyChoice *choice, NephoUnit stored)
{
  return choice != NULL && choice->currency != NEPHO_CURRENCY_PUBLISHED && nepho_unit_money (stored) != NEPHO_MONEY_NONE
         && knows_rate (choice) && nepho_unit_money (nepho_currency_unit (choice, stored)) != origin_of (choice, stored);
}

/**
 * nepho_currency_format:
 * @choice: (nullable): what the reader wants to see; %NULL: what is stored
 * @value: a number in @stored
 * @stored: its unit, of money or not
 * @style: what to write beside the digits
 *
 * Returns: (transfer full): the number in nepho_currency_unit(), in the reader's language
 */
char *
nepho_currency_format (const NephoCurrencyChoice *choice, double value, NephoUnit stored, NephoNumberStyle style)
{
  return nepho_number_format (nepho_currency_shown (choice, value, stored), nepho_currency_unit (choice, stored),
                              style);
}

/**
 * nepho_currency_name_rate:
 * @choice: what the reader wants to see, a rate among it
 * @dataset: the data set
 *
 * Returns: (transfer full): the rate and whose it is, short enough for a source line: "6.5187 CNY a US dollar
 *   (Alibaba Group, 2022H1)"
 */
char *
nepho_currency_name_rate (const NephoCurrencyChoice *choice, const NephoDataset *dataset)
{
  const NephoFact *fact = nepho_dataset_find_fact (dataset, choice->source);
  g_autofree char *rate = nepho_number_format (choice->cny_per_usd, NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT);

  if (choice->source == NULL || fact == NULL)
    /* Translators: a number */
    return g_strdup_printf (_("%s CNY a US dollar (the reader’s own rate)"), rate);

  /* Translators: a number, a publisher, a period */
  return g_strdup_printf (_("%s CNY a US dollar (%s, %s)"), rate, fact->publisher, fact->period);
}

/**
 * nepho_currency_describe_rate:
 * @choice: what the reader wants to see, a rate among it
 * @dataset: the data set
 *
 * Returns: (transfer full): the sentence that says at what rate sums were exchanged, and whose it is
 */
char *
nepho_currency_describe_rate (const NephoCurrencyChoice *choice, const NephoDataset *dataset)
{
  const NephoFact *fact = nepho_dataset_find_fact (dataset, choice->source);
  g_autofree char *rate = nepho_number_format (choice->cny_per_usd, NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT);

  if (choice->source == NULL || fact == NULL)
    /* Translators: a number */
    return g_strdup_printf (_("Converted at %s CNY a US dollar, a rate of your own."), rate);

  /* Translators: a number; what it is ("average of closing rates"), when it held, who says so */
  return g_strdup_printf (_("Converted at %s CNY a US dollar (%s, %s, %s)."), rate, fact->measure, fact->period,
                          fact->publisher);
}
