/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-causes.h"
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
    return title_that_is_level (why, now, when);

  return title_that_differs (why, change > 0.0, difference, when);
}

static char *
make_subtitle (const Why *why)
{
  const NephoFigureContext *context = why->context;
  const char *market = nepho_text_get (nepho_frame_dataset (context)->name);
  const char *unit = nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION);
  g_autofree char *when = nepho_frame_quarter (context, why->choice.t);

  switch (why->choice.kind)
    {
    case NEPHO_OUTCOME_SHARE:
      /* Translators: a vendor, a segment, a market, a quarter */
      return g_strdup_printf (_("Share, per cent, %s, %s, %s, %s"), why->subject, nepho_frame_scope (context), market,
                              when);
    case NEPHO_OUTCOME_EBITA:
      /* Translators: a unit, a vendor or all, a market, a quarter */
      return g_strdup_printf (_("EBITA as a yearly rate, %s, %s, %s, %s"), unit, why->subject, market, when);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      /* Translators: a unit, a vendor or all, a segment, a market, a quarter */
      return g_strdup_printf (_("Revenue as a yearly rate, %s, %s, %s, %s, %s"), unit, why->subject,
                              nepho_frame_scope (context), market, when);
    }
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

  g_ptr_array_add (names, g_strdup (_("Baseline")));
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
  g_ptr_array_add (names, g_strdup (_("As it is")));
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

static NephoPlotFigure *
build (const NephoFigureContext *context, const char *id, NephoCausesKind kind)
{
  NephoOutcomeKind outcome = context->outcome;
  NephoPlotFigure *figure = nepho_frame_new (context, id, NEPHO_PLOT_SCALE_BAND, nepho_outcome_unit (outcome));
  g_autoptr (NephoCauses) causes = NULL;
  Why why = { context, nepho_words_question (context, outcome), NULL, NULL, 0 };
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
  figure->subtitle = make_subtitle (&why);
  figure->summary = g_strdup (figure->title);
  add_evidence (&why, &evidence);
  if (differs (context))
    add_bars (figure, &why);
  else
    figure->empty = g_strdup (_("Nothing differs from the baseline"));
  nepho_evidence_finish (&evidence, figure);

  return figure;
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
  return build (context, "why-force", NEPHO_CAUSES_FORCE);
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
  return build (context, "why-parameter", NEPHO_CAUSES_PARAMETER);
}
