/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-groups.h"
#include "nepho-figure-money.h"
#include "nepho-figure-words.h"
#include "nepho-number.h"
#include "nepho-training.h"

/**
 * nepho_headline_free:
 * @headline: (transfer full) (nullable): a headline number
 */
void
nepho_headline_free (NephoHeadline *headline)
{
  if (headline == NULL)
    return;

  g_free (headline->name);
  g_free (headline->value);
  g_free (headline->change);
  g_free (headline->detail);
  g_free (headline);
}

/* "+3.2 points on baseline"; NULL where what would be shown is no change. */
static char *
change_text (const NephoFigureContext *context, double change, NephoUnit unit)
{
  g_autofree char *shown
    = nepho_money_format (context, change, unit,
                          NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN | NEPHO_NUMBER_SHORT);

  /* What binary rounding leaves, a yuan in ¥ billion, is no change. */
  if (fabs (change) < 1e-9 || strpbrk (shown, "123456789") == NULL)
    return NULL;

  /* Translators: a difference such as "−3.2 points" */
  return g_strdup_printf (_("%s on baseline"), shown);
}

static NephoHeadline *
headline_new (const char *name, char *value, char *change, char *detail)
{
  NephoHeadline *headline = g_new0 (NephoHeadline, 1);

  headline->name = g_strdup (name);
  headline->value = value;
  headline->change = change;
  headline->detail = detail;

  return headline;
}

static NephoHeadline *
leader_headline (const NephoFigureContext *context, guint t, const char *when)
{
  NephoLead lead;
  NephoLead other;
  char *change = NULL;

  if (!nepho_words_lead (context, context->results, t, nepho_figure_share_of, &lead))
    return NULL;

  if (context->baseline != NULL
      && nepho_words_lead (context, context->baseline, t, nepho_figure_share_of, &other))
    {
      if (other.vendor != lead.vendor)
        /* Translators: a vendor that leads in the baseline */
        change = g_strdup_printf (_("instead of %s"), nepho_frame_vendor_name (context, other.vendor));
      else
        change = change_text (context, lead.value - other.value, NEPHO_UNIT_POINTS);
    }

  return headline_new (_("Leader’s share"), nepho_words_percent (lead.value), change,
                       /* Translators: a vendor, a segment, a quarter */
                       g_strdup_printf (_("%s, %s, %s"), nepho_frame_vendor_name (context, lead.vendor),
                                        nepho_frame_scope (context), when));
}

static NephoHeadline *
market_headline (const NephoFigureContext *context, guint t, const char *when)
{
  NephoFigureContext all = *context;
  double value;
  char *change = NULL;

  all.segment = NEPHO_SEGMENT_ALL;
  value = nepho_figure_market_of (&all, context->results, t, 0);
  if (context->baseline != NULL)
    change = change_text (context, value - nepho_figure_market_of (&all, context->baseline, t, 0), NEPHO_UNIT_YUAN_BILLION);

  return headline_new (_("Market revenue"), nepho_money_sum (context, value), change,
                       /* Translators: a quarter */
                       g_strdup_printf (_("a year, all segments, %s"), when));
}

static NephoHeadline *
adoption_headline (const NephoFigureContext *context, guint t, const char *when)
{
  double value = context->results->adoption[t];
  char *change = NULL;

  if (context->baseline != NULL)
    change = change_text (context, value - context->baseline->adoption[t], NEPHO_UNIT_POINTS);

  return headline_new (_("AI adoption"), nepho_words_percent (value), change,
                       /* Translators: a quarter */
                       g_strdup_printf (_("of cloud customers, %s"), when));
}

static guint
count_profitable (const NephoFigureContext *context, const NephoResults *results, guint t)
{
  guint n = 0;

  for (guint i = 0; i < results->n_vendors; i++)
    if (!nepho_frame_is_aggregate (context, i) && results->ebita[nepho_results_ti (results, t, i)] > 0.0)
      n++;

  return n;
}

static NephoHeadline *
profit_headline (const NephoFigureContext *context, guint t, const char *when)
{
  guint n = count_profitable (context, context->results, t);
  char *change = NULL;

  if (context->baseline != NULL)
    change = change_text (context, (double) n - count_profitable (context, context->baseline, t), NEPHO_UNIT_COUNT);

  /* Translators: a number, the number of all vendors */
  return headline_new (_("Profitable vendors"), g_strdup_printf (_("%u of %u"), n, nepho_frame_n_named (context)),
                       change,
                       /* Translators: a quarter */
                       g_strdup_printf (_("EBITA above zero, %s"), when));
}

static NephoHeadline *
training_headline (const NephoFigureContext *context)
{
  NephoTrainingRun run;
  NephoTrainingRun base;
  NephoTrainingCost cost;
  NephoTrainingCost base_cost;
  g_autofree char *capital = NULL;
  g_autofree char *window = NULL;
  char *change = NULL;

  nepho_training_run_from_values (context->parameters, context->values, &run);
  nepho_training_cost (&run, &cost);
  if (context->baseline != NULL)
    {
      nepho_training_run_from_values (context->parameters, context->baseline_values, &base);
      nepho_training_cost (&base, &base_cost);
      change = change_text (context, cost.centres - base_cost.centres, NEPHO_UNIT_NONE);
    }
  capital = nepho_money_sum (context, cost.capital_yuan_bn);
  window = nepho_words_short (run.window_days, NEPHO_UNIT_DAY);

  return headline_new (_("Centres for one training run"),
                       nepho_number_format (cost.centres, NEPHO_UNIT_NONE, NEPHO_NUMBER_SHORT), change,
                       /* Translators: a sum, "30 days" */
                       g_strdup_printf (_("whole centres cost %s; window %s"), capital, window));
}

/**
 * nepho_headlines_build:
 * @context: what the numbers are from
 *
 * Returns: (transfer full) (element-type NephoHeadline): the headline numbers, each with its change
 * against the baseline where there is one
 */
GPtrArray *
nepho_headlines_build (const NephoFigureContext *context)
{
  GPtrArray *headlines = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_headline_free);
  NephoFigureContext own = *context;
  guint t = nepho_frame_to (context);
  g_autofree char *when = nepho_frame_quarter (context, t);
  NephoHeadline *leader;

  if (own.segment == NEPHO_SEGMENT_USUAL)
    own.segment = 0;
  if (own.baseline != NULL && own.baseline->n_quarters != own.results->n_quarters)
    own.baseline = NULL;

  leader = leader_headline (&own, t, when);
  if (leader != NULL)
    g_ptr_array_add (headlines, leader);
  g_ptr_array_add (headlines, market_headline (&own, t, when));
  g_ptr_array_add (headlines, adoption_headline (&own, t, when));
  g_ptr_array_add (headlines, profit_headline (&own, t, when));
  g_ptr_array_add (headlines, training_headline (&own));

  return headlines;
}
