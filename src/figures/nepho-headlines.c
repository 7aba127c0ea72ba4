/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-groups.h"
#include "nepho-figure-money.h"
#include "nepho-figure-words.h"
#include "nepho-number.h"
#include "nepho-training.h"

/* A course that differs by less is the same. */
#define SAME_TOLERANCE 1e-9

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
  g_free (headline->who);
  g_free (headline->value);
  g_free (headline->change);
  g_free (headline->detail);
  g_free (headline->history);
  g_clear_pointer (&headline->course, nepho_plot_column_unref);
  g_clear_pointer (&headline->baseline, nepho_plot_column_unref);
  g_free (headline);
}

/* How a number differs from the baseline's. */
typedef struct
{
  char *text;      /* or NULL */
  int   direction;
} Change;

/* "+3.2 points on baseline"; no text where what would be shown is no change. */
static Change
change_of (const NephoFigureContext *context, double change, NephoUnit unit)
{
  g_autofree char *shown
    = nepho_money_format (context, change, unit,
                          NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN | NEPHO_NUMBER_SHORT);

  /* What binary rounding leaves, a yuan in ¥ billion, is no change. */
  if (fabs (change) < 1e-9 || strpbrk (shown, "123456789") == NULL)
    return (Change) { NULL, 0 };

  /* Translators: a difference such as "−3.2 points" */
  return (Change) { g_strdup_printf (_("%s on baseline"), shown), change > 0.0 ? 1 : -1 };
}

static NephoHeadline *
headline_new (const char *id, const char *name, char *value, Change change, char *detail)
{
  NephoHeadline *headline = g_new0 (NephoHeadline, 1);

  headline->id = id;
  headline->name = g_strdup (name);
  headline->value = value;
  headline->change = change.text;
  headline->direction = change.direction;
  headline->detail = detail;

  return headline;
}

static gboolean
is_same (const NephoPlotColumn *a, const NephoPlotColumn *b)
{
  for (guint t = 0; t < a->n; t++)
    if (fabs (a->values[t] - b->values[t]) > SAME_TOLERANCE * MAX (1.0, fabs (a->values[t])))
      return FALSE;

  return TRUE;
}

/* How a number came about: in every quarter, and in words. */
static NephoHeadline *
with_course (NephoHeadline *headline, const NephoFigureContext *context, guint t, NephoFigureGetter getter, guint index,
             NephoUnit unit)
{
  g_autofree char *first_quarter = nepho_frame_quarter (context, 0);
  g_autofree char *quarter = nepho_frame_quarter (context, t);
  g_autofree char *first = NULL;
  g_autofree char *now = NULL;

  headline->quarter = t;
  headline->course = nepho_frame_column (context, context->results, getter, index);
  headline->number = headline->course->values[t];
  headline->unit = unit;
  if (context->baseline != NULL)
    headline->baseline = nepho_frame_column (context, context->baseline, getter, index);
  if (headline->baseline != NULL && is_same (headline->course, headline->baseline))
    g_clear_pointer (&headline->baseline, nepho_plot_column_unref);
  if (t == 0)
    return headline;

  first = nepho_money_short (context, headline->course->values[0], unit);
  now = nepho_money_short (context, headline->course->values[t], unit);
  /* Translators: a number, a quarter, a number, a later quarter: "33.5 % in 2022Q2, 31.2 % in 2030Q4" */
  headline->history = g_strdup_printf (_("%s in %s, %s in %s"), first, first_quarter, now, quarter);

  return headline;
}

static NephoHeadline *
leader_headline (const NephoFigureContext *context, guint t, const char *when)
{
  NephoHeadline *headline;
  NephoLead lead;
  NephoLead other;
  Change change = { NULL, 0 };

  if (!nepho_words_lead (context, context->results, t, nepho_figure_share_of, &lead))
    return NULL;

  if (context->baseline != NULL
      && nepho_words_lead (context, context->baseline, t, nepho_figure_share_of, &other))
    {
      if (other.vendor != lead.vendor)
        /* Translators: a vendor that leads in the baseline */
        change.text = g_strdup_printf (_("instead of %s"), nepho_frame_vendor_name (context, other.vendor));
      else
        change = change_of (context, lead.value - other.value, NEPHO_UNIT_POINTS);
    }

  headline = with_course (headline_new ("leader", _("Leader’s share"), nepho_words_percent (lead.value), change,
                                    /* Translators: a vendor, a segment, a quarter */
                                    g_strdup_printf (_("%s, %s, %s"), nepho_frame_vendor_name (context, lead.vendor),
                                                     nepho_frame_scope (context), when)),
                      context, t, nepho_figure_share_of, lead.vendor, NEPHO_UNIT_FRACTION);
  headline->who = g_strdup (nepho_frame_vendor_name (context, lead.vendor));

  return headline;
}

static NephoHeadline *
market_headline (const NephoFigureContext *context, guint t, const char *when)
{
  NephoFigureContext all = *context;
  double value;
  Change change = { NULL, 0 };

  all.segment = NEPHO_SEGMENT_ALL;
  value = nepho_figure_market_of (&all, context->results, t, 0);
  if (context->baseline != NULL)
    change = change_of (context, value - nepho_figure_market_of (&all, context->baseline, t, 0), NEPHO_UNIT_YUAN_BILLION);

  return with_course (headline_new ("market", _("Market revenue"), nepho_money_sum (context, value), change,
                                    /* Translators: a quarter */
                                    g_strdup_printf (_("a year, all segments, %s"), when)),
                      &all, t, nepho_figure_market_of, 0, NEPHO_UNIT_YUAN_BILLION);
}

static double
adoption_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint unused)
{
  return results->adoption[t];
}

static NephoHeadline *
adoption_headline (const NephoFigureContext *context, guint t, const char *when)
{
  double value = context->results->adoption[t];
  Change change = { NULL, 0 };

  if (context->baseline != NULL)
    change = change_of (context, value - context->baseline->adoption[t], NEPHO_UNIT_POINTS);

  return with_course (headline_new ("adoption", _("AI adoption"), nepho_words_percent (value), change,
                                    /* Translators: a quarter */
                                    g_strdup_printf (_("of cloud customers, %s"), when)),
                      context, t, adoption_of, 0, NEPHO_UNIT_FRACTION);
}

static double
count_profitable (const NephoFigureContext *context, const NephoResults *results, guint t, guint unused)
{
  double n = 0.0;

  for (guint i = 0; i < results->n_vendors; i++)
    if (!nepho_frame_is_aggregate (context, i) && results->ebita[nepho_results_ti (results, t, i)] > 0.0)
      n++;

  return n;
}

static NephoHeadline *
profit_headline (const NephoFigureContext *context, guint t, const char *when)
{
  double n = count_profitable (context, context->results, t, 0);
  Change change = { NULL, 0 };

  if (context->baseline != NULL)
    change = change_of (context, n - count_profitable (context, context->baseline, t, 0), NEPHO_UNIT_COUNT);

  return with_course (headline_new ("profitable", _("Profitable vendors"),
                                    /* Translators: a number, the number of all vendors */
                                    g_strdup_printf (_("%u of %u"), (guint) n, nepho_frame_n_named (context)), change,
                                    /* Translators: a quarter */
                                    g_strdup_printf (_("EBITA above zero, %s"), when)),
                      context, t, count_profitable, 0, NEPHO_UNIT_COUNT);
}

static NephoHeadline *
training_headline (const NephoFigureContext *context)
{
  NephoHeadline *headline;
  NephoTrainingRun run;
  NephoTrainingRun base;
  NephoTrainingCost cost;
  NephoTrainingCost base_cost;
  g_autofree char *capital = NULL;
  g_autofree char *window = NULL;
  Change change = { NULL, 0 };

  nepho_training_run_from_values (context->parameters, context->values, &run);
  nepho_training_cost (&run, &cost);
  if (context->baseline != NULL)
    {
      nepho_training_run_from_values (context->parameters, context->baseline_values, &base);
      nepho_training_cost (&base, &base_cost);
      change = change_of (context, cost.centres - base_cost.centres, NEPHO_UNIT_NONE);
    }
  capital = nepho_money_sum (context, cost.capital_yuan_bn);
  window = nepho_words_short (run.window_days, NEPHO_UNIT_DAY);

  headline = headline_new ("centres", _("Centres for one training run"),
                       nepho_number_format (cost.centres, NEPHO_UNIT_NONE, NEPHO_NUMBER_SHORT), change,
                       /* Translators: a sum, "30 days" */
                       g_strdup_printf (_("whole centres cost %s; window %s"), capital, window));
  headline->number = cost.centres;

  return headline;
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
