/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-compare.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-groups.h"
#include "nepho-figure-words.h"

/* Sums closer than a thousandth of the larger one are level. */
#define RELATIVE_TOLERANCE 0.0005

static double
value_at (const NephoResults *results, NephoOutcomeChoice choice, guint t)
{
  choice.t = t;

  return nepho_outcome_of (results, &choice);
}

/* Of the scenarios, which gives most and which least at the quarter in question. */
static void
find_ends (const NephoFigureContext *context, const NephoOutcomeChoice *choice, guint *most, guint *least)
{
  const NephoComparison *comparison = context->comparison;

  *most = 0;
  *least = 0;
  for (guint i = 1; i < comparison->n; i++)
    {
      double value = nepho_outcome_of (comparison->items[i].results, choice);

      if (value > nepho_outcome_of (comparison->items[*most].results, choice))
        *most = i;
      if (value < nepho_outcome_of (comparison->items[*least].results, choice))
        *least = i;
    }
}

static char *
title_of_one (const NephoFigureContext *context, const NephoOutcomeChoice *choice, const char *value, const char *when)
{
  const char *who = nepho_words_subject (context, choice);
  const char *name = context->comparison->items[0].name;

  switch (choice->kind)
    {
    case NEPHO_OUTCOME_SHARE:
      /* Translators: a vendor, a share, a quarter, a scenario */
      return g_strdup_printf (_("%s: the share is %s in %s in “%s”"), who, value, when, name);
    case NEPHO_OUTCOME_EBITA:
      /* Translators: a vendor or all, a sum, a quarter, a scenario */
      return g_strdup_printf (_("%s: EBITA is %s a year in %s in “%s”"), who, value, when, name);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      /* Translators: a vendor or all, a sum, a quarter, a scenario */
      return g_strdup_printf (_("%s: revenue is %s a year in %s in “%s”"), who, value, when, name);
    }
}

static char *
title_of_level (const NephoFigureContext *context, const NephoOutcomeChoice *choice, const char *value, const char *when)
{
  const char *who = nepho_words_subject (context, choice);
  guint n = context->comparison->n;

  switch (choice->kind)
    {
    case NEPHO_OUTCOME_SHARE:
      /* Translators: a vendor, a share, a quarter, a number of scenarios */
      return g_strdup_printf (_("%s: the share is %s in %s in all %u scenarios"), who, value, when, n);
    case NEPHO_OUTCOME_EBITA:
      /* Translators: a vendor or all, a sum, a quarter, a number of scenarios */
      return g_strdup_printf (_("%s: EBITA is %s a year in %s in all %u scenarios"), who, value, when, n);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      /* Translators: a vendor or all, a sum, a quarter, a number of scenarios */
      return g_strdup_printf (_("%s: revenue is %s a year in %s in all %u scenarios"), who, value, when, n);
    }
}

/* The finding: how far apart the scenarios end. */
static char *
compare_title (const NephoFigureContext *context, const NephoOutcomeChoice *choice)
{
  const NephoCompared *items = context->comparison->items;
  const char *who = nepho_words_subject (context, choice);
  g_autofree char *when = nepho_frame_quarter (context, choice->t);
  g_autofree char *high = NULL;
  g_autofree char *low = NULL;
  guint most;
  guint least;
  double top;
  double bottom;

  find_ends (context, choice, &most, &least);
  top = nepho_outcome_of (items[most].results, choice);
  bottom = nepho_outcome_of (items[least].results, choice);
  high = nepho_words_outcome (context, choice->kind, top);
  low = nepho_words_outcome (context, choice->kind, bottom);
  if (context->comparison->n == 1)
    return title_of_one (context, choice, high, when);
  if (top - bottom <= (choice->kind == NEPHO_OUTCOME_SHARE ? NEPHO_WORDS_SHARE_TOLERANCE
                                                           : RELATIVE_TOLERANCE * MAX (fabs (top), fabs (bottom))))
    return title_of_level (context, choice, high, when);

  switch (choice->kind)
    {
    case NEPHO_OUTCOME_SHARE:
      /* Translators: a vendor, a quarter, a share, a scenario, a share, a scenario */
      return g_strdup_printf (_("%s: the share in %s is between %s in “%s” and %s in “%s”"), who, when, low,
                              items[least].name, high, items[most].name);
    case NEPHO_OUTCOME_EBITA:
      /* Translators: a vendor or all, a quarter, a sum, a scenario, a sum, a scenario */
      return g_strdup_printf (_("%s: EBITA in %s is between %s a year in “%s” and %s in “%s”"), who, when, low,
                              items[least].name, high, items[most].name);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      /* Translators: a vendor or all, a quarter, a sum, a scenario, a sum, a scenario */
      return g_strdup_printf (_("%s: revenue in %s is between %s a year in “%s” and %s in “%s”"), who, when, low,
                              items[least].name, high, items[most].name);
    }
}

/* What all figures of scenarios side by side rest on, and what they say where there are none. */
void
nepho_compare_add_evidence (NephoEvidence *evidence, const NephoOutcomeChoice *choice)
{
  const NephoFigureContext *context = evidence->context;
  const NephoComparison *comparison = context->comparison;
  g_autofree char *note = NULL;
  guint n = 0;

  if (choice->kind == NEPHO_OUTCOME_SHARE && context->segment >= 0)
    nepho_evidence_add_starts (evidence);
  else
    nepho_figure_add_size_evidence (evidence);
  for (guint k = 0; comparison != NULL && k < nepho_parameter_set_size (context->parameters); k++)
    n += nepho_comparison_differ (comparison, k);
  if (comparison == NULL || comparison->n < 2)
    return;

  note = g_strdup_printf (ngettext ("The scenarios differ in %u assumption.", "The scenarios differ in %u assumptions.", n),
                          n);
  nepho_evidence_note (evidence, note);
}

/* The context of a figure that shows no scenario alone, so that its source line names none. */
NephoFigureContext
nepho_compare_context (const NephoFigureContext *context)
{
  NephoFigureContext own = *context;

  own.events = NULL;
  own.baseline_events = NULL;
  own.baseline = NULL;
  if (own.comparison == NULL || own.comparison->n == 0)
    return own;

  own.values = own.comparison->items[0].values;
  own.results = own.comparison->items[0].results;
  own.scenario = NULL;
  own.own_scenario = NULL;

  return own;
}

static void
add_line (NephoPlotFigure *figure, const NephoFigureContext *context, const NephoOutcomeChoice *choice, guint i)
{
  const NephoCompared *item = &context->comparison->items[i];
  guint n = item->results->n_quarters;
  g_autofree double *years = g_new (double, n);
  g_autofree double *values = g_new (double, n);
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, item->id, item->name, item->colour);

  for (guint t = 0; t < n; t++)
    {
      years[t] = nepho_frame_year (context, t);
      values[t] = value_at (item->results, *choice, t);
    }
  series->notation = NEPHO_PLOT_PROJECTION;
  series->dash = item->dash;
  series->x = nepho_plot_column_new (years, n);
  series->y = nepho_plot_column_new (values, n);
}

/* One of the plots: a scenario, and the others grey. */
static void
add_panel (NephoPlotFigure *figure, const NephoFigureContext *context, const NephoOutcomeChoice *choice, guint i)
{
  const NephoCompared *item = &context->comparison->items[i];
  guint panel = figure->panels->len;
  NephoPlotSeries *series;
  g_autofree char *from = nepho_words_outcome (context, choice->kind, value_at (item->results, *choice, 0));
  g_autofree char *to = nepho_words_outcome (context, choice->kind, nepho_outcome_of (item->results, choice));
  /* Translators: a number at first and at last */
  g_autofree char *value = choice->t > 0 ? g_strdup_printf (C_("change", "%s → %s"), from, to) : g_strdup (to);

  nepho_plot_figure_add_panel (figure, item->name, value);
  add_line (figure, context, choice, i);
  series = g_ptr_array_index (figure->series, figure->series->len - 1);
  series->panel = panel;
  series->everywhere = TRUE;
}

static NephoPlotFigure *
build (const NephoFigureContext *context, const char *id, gboolean panels)
{
  NephoFigureContext own = nepho_compare_context (context);
  NephoPlotFigure *figure
    = nepho_frame_new (&own, id, NEPHO_PLOT_SCALE_TIME, nepho_outcome_unit (context->outcome));
  NephoOutcomeChoice choice = nepho_words_question (&own, context->outcome);
  g_autofree char *period = nepho_frame_period (&own);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, &own, TRUE);
  figure->subtitle = nepho_words_outcome_subtitle (&own, &choice, period);
  nepho_compare_add_evidence (&evidence, &choice);
  if (own.comparison == NULL || own.comparison->n == 0)
    nepho_compare_say_empty (figure);
  else
    figure->title = compare_title (&own, &choice);
  figure->summary = g_strdup (figure->title);
  for (guint i = 0; own.comparison != NULL && i < own.comparison->n; i++)
    panels ? add_panel (figure, &own, &choice, i) : add_line (figure, &own, &choice, i);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

/* Where nothing is side by side. */
void
nepho_compare_say_empty (NephoPlotFigure *figure)
{
  figure->title = g_strdup (_("No scenarios are compared"));
  figure->empty = g_strdup (_("Choose scenarios to compare"));
}

/**
 * nepho_figure_compare:
 * @context: what is shown: its comparison, outcome, vendor and segment
 *
 * Returns: (transfer full): the outcome over time, a line a scenario
 */
NephoPlotFigure *
nepho_figure_compare (const NephoFigureContext *context)
{
  return build (context, "compare", FALSE);
}

/**
 * nepho_figure_compare_panels:
 * @context: what is shown: its comparison, outcome, vendor and segment
 *
 * Returns: (transfer full): the outcome over time, each scenario on a plot of its own, all on one scale
 */
NephoPlotFigure *
nepho_figure_compare_panels (const NephoFigureContext *context)
{
  return build (context, "compare-panels", TRUE);
}
