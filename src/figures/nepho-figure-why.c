/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-causes.h"
#include "nepho-figure-compare.h"
#include "nepho-figure-money.h"
#include "nepho-figure-words.h"
#include "nepho-number.h"

/* As many as can be named on the smallest chart, beside the two totals and what is left. */
#define MOST_CAUSES 8

/* A difference by less than a thousandth of the whole is none worth a sentence. */
#define RELATIVE_TOLERANCE 0.0005

/* A difference and what it is split into. */
typedef struct
{
  const NephoFigureContext *context;
  NephoOutcomeChoice        choice;
  const char               *subject;
  NephoCauses              *causes;
  guint                     n_shown; /* of the causes; the rest are one */
  const char               *before;  /* a scenario that stands in the baseline's place; or NULL */
  const char               *after;   /* likewise in that of what is at work */
} Why;

static const NephoCause *
cause_at (const Why *why, guint k)
{
  return &g_array_index (why->causes->causes, NephoCause, k);
}

/* A parameter is the same thing in a tornado. */
static const char *
cause_id (const Why *why, guint k)
{
  const NephoCause *cause = cause_at (why, k);

  return cause->parameter >= 0 ? nepho_parameter_set_get (why->context->parameters, (guint) cause->parameter)->id
                               : nepho_force_id (cause->force);
}

/* Of those that go the way of the whole. */
static const NephoCause *
strongest (const Why *why)
{
  double direction = why->causes->to > why->causes->from ? 1.0 : -1.0;
  const NephoCause *found = cause_at (why, 0);

  for (guint k = 1; k < why->causes->causes->len; k++)
    if (direction * cause_at (why, k)->part > direction * found->part)
      found = cause_at (why, k);

  return found;
}

static char *
with_sign (const Why *why, double part)
{
  if (why->choice.kind == NEPHO_OUTCOME_SHARE)
    return nepho_number_format (part, NEPHO_UNIT_POINTS, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN);

  return nepho_money_format (why->context, part, NEPHO_UNIT_YUAN_BILLION,
                             NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN);
}

/* Against another scenario than the baseline. */
static char *
title_between (const Why *why, gboolean above, const char *difference, const char *when)
{
  g_autofree char *cause = nepho_cause_title (why->context->parameters, strongest (why));
  g_autofree char *part = with_sign (why, strongest (why)->part);
  const char *who = why->subject;

  switch (why->choice.kind)
    {
    case NEPHO_OUTCOME_SHARE:
      if (above)
        /* Translators: a vendor, a scenario, a quarter, points of a share, a scenario, a force or parameter, points */
        return g_strdup_printf (_("%s: in “%s” the share of %s is %s above that in “%s”, most of all through “%s” (%s)"),
                                who, why->after, when, difference, why->before, cause, part);
      return g_strdup_printf (_("%s: in “%s” the share of %s is %s below that in “%s”, most of all through “%s” (%s)"),
                              who, why->after, when, difference, why->before, cause, part);
    case NEPHO_OUTCOME_EBITA:
      if (above)
        /* Translators: a vendor or all, a scenario, a quarter, a sum, a scenario, a force or parameter, a sum */
        return g_strdup_printf (_("%s: in “%s” EBITA of %s is %s a year above that in “%s”, most of all through “%s” (%s)"),
                                who, why->after, when, difference, why->before, cause, part);
      return g_strdup_printf (_("%s: in “%s” EBITA of %s is %s a year below that in “%s”, most of all through “%s” (%s)"),
                              who, why->after, when, difference, why->before, cause, part);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      if (above)
        /* Translators: a vendor or all, a scenario, a quarter, a sum, a scenario, a force or parameter, a sum */
        return g_strdup_printf (_("%s: in “%s” revenue of %s is %s a year above that in “%s”, most of all through “%s” (%s)"),
                                who, why->after, when, difference, why->before, cause, part);
      return g_strdup_printf (_("%s: in “%s” revenue of %s is %s a year below that in “%s”, most of all through “%s” (%s)"),
                              who, why->after, when, difference, why->before, cause, part);
    }
}

/* Each way of saying it is a whole sentence. */
static char *
title_that_differs (const Why *why, gboolean above, const char *difference, const char *when)
{
  g_autofree char *cause = nepho_cause_title (why->context->parameters, strongest (why));
  g_autofree char *part = with_sign (why, strongest (why)->part);
  const char *who = why->subject;

  switch (why->choice.kind)
    {
    case NEPHO_OUTCOME_SHARE:
      if (above)
        /* Translators: a vendor, points of a share, a quarter, a force or parameter, points with sign */
        return g_strdup_printf (_("%s: the share is %s above the baseline in %s, most of all through “%s” (%s)"), who,
                                difference, when, cause, part);
      return g_strdup_printf (_("%s: the share is %s below the baseline in %s, most of all through “%s” (%s)"), who,
                              difference, when, cause, part);
    case NEPHO_OUTCOME_EBITA:
      if (above)
        /* Translators: a vendor or all, a sum, a quarter, a force or parameter, a sum with sign */
        return g_strdup_printf (_("%s: EBITA is %s a year above the baseline in %s, most of all through “%s” (%s)"),
                                who, difference, when, cause, part);
      return g_strdup_printf (_("%s: EBITA is %s a year below the baseline in %s, most of all through “%s” (%s)"),
                              who, difference, when, cause, part);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      if (above)
        /* Translators: a vendor or all, a sum, a quarter, a force or parameter, a sum with sign */
        return g_strdup_printf (_("%s: revenue is %s a year above the baseline in %s, most of all through “%s” (%s)"),
                                who, difference, when, cause, part);
      return g_strdup_printf (_("%s: revenue is %s a year below the baseline in %s, most of all through “%s” (%s)"),
                              who, difference, when, cause, part);
    }
}

static char *
title_level_between (const Why *why, const char *now, const char *when)
{
  switch (why->choice.kind)
    {
    case NEPHO_OUTCOME_SHARE:
      /* Translators: a vendor, a share, a quarter, two scenarios */
      return g_strdup_printf (_("%s: the share is %s in %s in both “%s” and “%s”"), why->subject, now, when, why->before,
                              why->after);
    case NEPHO_OUTCOME_EBITA:
      /* Translators: a vendor or all, a sum, a quarter, two scenarios */
      return g_strdup_printf (_("%s: EBITA is %s a year in %s in both “%s” and “%s”"), why->subject, now, when, why->before,
                              why->after);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      /* Translators: a vendor or all, a sum, a quarter, two scenarios */
      return g_strdup_printf (_("%s: revenue is %s a year in %s in both “%s” and “%s”"), why->subject, now, when,
                              why->before, why->after);
    }
}

static char *
title_that_is_level (const Why *why, const char *now, const char *when)
{
  switch (why->choice.kind)
    {
    case NEPHO_OUTCOME_SHARE:
      /* Translators: a vendor, a share, a quarter */
      return g_strdup_printf (_("%s: the share is %s in %s, as in the baseline"), why->subject, now, when);
    case NEPHO_OUTCOME_EBITA:
      /* Translators: a vendor or all, a sum, a quarter */
      return g_strdup_printf (_("%s: EBITA is %s a year in %s, as in the baseline"), why->subject, now, when);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      /* Translators: a vendor or all, a sum, a quarter */
      return g_strdup_printf (_("%s: revenue is %s a year in %s, as in the baseline"), why->subject, now, when);
    }
}

static char *
make_title (const Why *why)
{
  double change = why->causes->to - why->causes->from;
  gboolean share = why->choice.kind == NEPHO_OUTCOME_SHARE;
  double tolerance = share ? NEPHO_WORDS_SHARE_TOLERANCE : RELATIVE_TOLERANCE * fabs (why->causes->from);
  g_autofree char *when = nepho_frame_quarter (why->context, why->choice.t);
  g_autofree char *now = nepho_words_outcome (why->context, why->choice.kind, why->causes->to);
  g_autofree char *difference
    = share ? nepho_words_points (change) : nepho_money_sum (why->context, fabs (change));

  if (why->causes->causes->len == 0 || fabs (change) <= tolerance)
    return why->before != NULL ? title_level_between (why, now, when) : title_that_is_level (why, now, when);

  return why->before != NULL ? title_between (why, change > 0.0, difference, when)
                             : title_that_differs (why, change > 0.0, difference, when);
}

/* From the baseline through every part to what it is now. */
static void
add_bars (NephoPlotFigure *figure, const Why *why)
{
  guint n = why->causes->causes->len;
  guint n_others = n - why->n_shown;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (double));
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_BRIDGE, "why", _("Part of the difference"),
                                    NEPHO_PLOT_ACCENT);
  double others = 0.0;

  g_ptr_array_add (names, g_strdup (why->before != NULL ? why->before : _("Baseline")));
  g_array_append_val (bars, why->causes->from);
  for (guint k = 0; k < why->n_shown; k++)
    {
      g_ptr_array_add (names, nepho_cause_title (why->context->parameters, cause_at (why, k)));
      g_array_append_val (bars, cause_at (why, k)->part);
    }
  for (guint k = why->n_shown; k < n; k++)
    others += cause_at (why, k)->part;
  if (n_others > 0)
    {
      g_ptr_array_add (names, g_strdup_printf (ngettext ("%u other", "%u others", n_others), n_others));
      g_array_append_val (bars, others);
    }
  g_ptr_array_add (names, g_strdup (why->after != NULL ? why->after : _("As it is")));
  g_array_append_val (bars, why->causes->to);

  nepho_frame_set_categories (&figure->x, names);
  for (guint k = 0; k < why->n_shown; k++)
    nepho_frame_identify (&figure->x, k + 1, cause_id (why, k));
  series->y = nepho_plot_column_new ((const double *) (gpointer) bars->data, bars->len);
  series->bridge_total = (guint64) 1 | (guint64) 1 << (bars->len - 1);
}

/* How the parts were found, and what they rest on: where all begins, and every parameter that differs. */
static void
add_evidence (const Why *why, NephoEvidence *evidence)
{
  const NephoFigureContext *context = why->context;
  double error = 0.0;
  g_autofree char *shown = NULL;
  g_autofree char *note = NULL;

  if (why->choice.kind == NEPHO_OUTCOME_SHARE && context->segment >= 0)
    nepho_evidence_add_starts (evidence);
  else
    nepho_figure_add_size_evidence (evidence);
  for (guint k = 0; k < nepho_parameter_set_size (context->parameters); k++)
    if (nepho_frame_is_changed (context, k))
      nepho_evidence_add_input (evidence, k);

  if (why->causes->n_orders == 0)
    {
      nepho_evidence_note (evidence, _("Each part is an average over all orders of the changes (Shapley)."));
      return;
    }

  for (guint k = 0; k < why->causes->causes->len; k++)
    error = MAX (error, cause_at (why, k)->error);
  shown = nepho_words_outcome (context, why->choice.kind, error);
  /* Translators: a number of orders, a share or a sum */
  note = g_strdup_printf (_("Each part is an average over %u orders of the changes (Shapley), to a standard error of %s "
                            "at most."), why->causes->n_orders, shown);
  nepho_evidence_note (evidence, note);
}

static gboolean
differs (const NephoFigureContext *context)
{
  for (guint k = 0; k < nepho_parameter_set_size (context->parameters); k++)
    if (nepho_frame_is_changed (context, k))
      return TRUE;

  return FALSE;
}

/* Of the difference between the baseline of a context and what is at work in it; or, where they are named, between
 * two scenarios in their places. */
static NephoPlotFigure *
build (const NephoFigureContext *context, const char *id, NephoCausesKind kind, const char *before_name,
       const char *after_name)
{
  NephoOutcomeKind outcome = context->outcome;
  NephoPlotFigure *figure = nepho_frame_new (context, id, NEPHO_PLOT_SCALE_BAND, nepho_outcome_unit (outcome));
  g_autoptr (NephoCauses) causes = NULL;
  Why why = { .context = context, .choice = nepho_words_question (context, outcome), .before = before_name,
              .after = after_name };
  g_autofree char *when = nepho_frame_quarter (context, why.choice.t);
  NephoAssumptions before = nepho_frame_baseline (context);
  NephoAssumptions after = nepho_frame_assumptions (context);
  NephoEvidence evidence;

  causes = nepho_causes_new (context->parameters, &before, &after, why.choice.t, nepho_outcome_of, &why.choice, kind,
                             context->hasty);
  why.subject = nepho_words_subject (context, &why.choice);
  why.causes = causes;
  why.n_shown = kind == NEPHO_CAUSES_FORCE ? causes->causes->len : MIN (causes->causes->len, MOST_CAUSES);

  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.include_zero = TRUE;
  figure->horizontal = TRUE;
  figure->title = make_title (&why);
  figure->subtitle = nepho_words_outcome_subtitle (context, &why.choice, when);
  figure->summary = g_strdup (figure->title);
  add_evidence (&why, &evidence);
  if (differs (context))
    add_bars (figure, &why);
  else
    figure->empty = g_strdup (before_name != NULL ? _("Nothing differs between the two") : _("Nothing differs from the baseline"));
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

/* Between the two scenarios that the reader asks about. */
static NephoPlotFigure *
build_between (const NephoFigureContext *context, const char *id, NephoCausesKind kind)
{
  const NephoComparison *comparison = context->comparison;
  NephoFigureContext own = nepho_compare_context (context);
  const NephoCompared *before;
  const NephoCompared *after;

  if (comparison == NULL || comparison->n < 2)
    {
      NephoPlotFigure *figure = nepho_frame_new (context, id, NEPHO_PLOT_SCALE_BAND, nepho_outcome_unit (context->outcome));
      NephoOutcomeChoice choice = nepho_words_question (context, context->outcome);
      g_autofree char *when = nepho_frame_quarter (context, choice.t);
      NephoEvidence evidence;

      nepho_evidence_init (&evidence, &own, TRUE);
      nepho_compare_say_empty (figure);
      figure->subtitle = nepho_words_outcome_subtitle (context, &choice, when);
      figure->summary = g_strdup (figure->title);
      nepho_evidence_finish (&evidence, figure);
      return figure;
    }

  before = &comparison->items[MIN (context->pair[0], comparison->n - 1)];
  after = &comparison->items[MIN (context->pair[1], comparison->n - 1)];
  own.baseline_values = before->values;
  own.baseline_events = before->events;
  own.values = after->values;
  own.events = after->events;
  own.results = after->results;
  own.scenario = after->built_in;
  own.own_scenario = after->own ? after->name : NULL;

  return build (&own, id, kind, before->name, after->name);
}

/**
 * nepho_figure_why_force:
 * @context: what is shown: its outcome, vendor, segment, and the later of its quarters
 *
 * Returns: (transfer full): what each force does to the difference from the baseline
 */
NephoPlotFigure *
nepho_figure_why_force (const NephoFigureContext *context)
{
  return build (context, "why-force", NEPHO_CAUSES_FORCE, NULL, NULL);
}

/**
 * nepho_figure_why_parameter:
 * @context: what is shown: its outcome, vendor, segment, and the later of its quarters
 *
 * Returns: (transfer full): what each changed parameter does to the difference from the baseline
 */
NephoPlotFigure *
nepho_figure_why_parameter (const NephoFigureContext *context)
{
  return build (context, "why-parameter", NEPHO_CAUSES_PARAMETER, NULL, NULL);
}

/**
 * nepho_figure_compare_force:
 * @context: what is shown: its comparison and pair, outcome, vendor, segment, and the later of its quarters
 *
 * Returns: (transfer full): what each force does to the difference between two scenarios
 */
NephoPlotFigure *
nepho_figure_compare_force (const NephoFigureContext *context)
{
  return build_between (context, "compare-force", NEPHO_CAUSES_FORCE);
}

/**
 * nepho_figure_compare_parameter:
 * @context: what is shown: its comparison and pair, outcome, vendor, segment, and the later of its quarters
 *
 * Returns: (transfer full): what each parameter does to the difference between two scenarios
 */
NephoPlotFigure *
nepho_figure_compare_parameter (const NephoFigureContext *context)
{
  return build_between (context, "compare-parameter", NEPHO_CAUSES_PARAMETER);
}
