/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>

#include "nepho-figure-money.h"
#include "nepho-figure-words.h"
#include "nepho-sensitivity.h"

/* As many as can be named on the smallest chart. */
#define MOST_DRIVERS 8

/* What is asked about: one number at one quarter. */
typedef struct
{
  const NephoFigureContext *context;
  NephoOutcomeChoice        choice;
  const char               *subject; /* "the market", or the vendor's name */
} Question;

typedef struct
{
  GArray *drivers; /* NephoDriver */
  double  now;
  guint   n_tried;
} Answer;

static void
ask (const Question *question, Answer *answer)
{
  const NephoFigureContext *context = question->context;
  NephoAssumptions assumptions = nepho_frame_assumptions (context);

  answer->drivers
    = nepho_sensitivity_run (context->parameters, &assumptions, question->choice.t, nepho_outcome_of,
                             &question->choice, MOST_DRIVERS, &answer->now, &answer->n_tried);
}

static char *
format (const Question *question, double value)
{
  return nepho_words_outcome (question->context, question->choice.kind, value);
}

/* The least and the greatest that the strongest driver makes of it; FALSE where a reader sees no
 * difference. */
static gboolean
format_ends (const Question *question, const Answer *answer, char **least, char **greatest)
{
  const NephoDriver *driver = &g_array_index (answer->drivers, NephoDriver, 0);

  *least = format (question, MIN (MIN (driver->at_low, driver->at_high), answer->now));
  *greatest = format (question, MAX (MAX (driver->at_low, driver->at_high), answer->now));

  return !g_str_equal (*least, *greatest);
}

static char *
share_title (const Question *question, const Answer *answer)
{
  g_autofree char *now = format (question, answer->now);
  g_autofree char *name = NULL;
  g_autofree char *least = NULL;
  g_autofree char *greatest = NULL;

  if (answer->drivers->len == 0 || !format_ends (question, answer, &least, &greatest))
    /* Translators: a vendor, a share */
    return g_strdup_printf (_("No single parameter moves %s’s share from %s"), question->subject, now);

  name = nepho_parameter_title (question->context->parameters,
                                g_array_index (answer->drivers, NephoDriver, 0).parameter);
  /* Translators: a parameter, a vendor, two shares */
  return g_strdup_printf (_("“%s” moves %s’s share most: %s to %s"), name, question->subject, least, greatest);
}

static char *
revenue_title (const Question *question, const Answer *answer)
{
  g_autofree char *now = format (question, answer->now);
  g_autofree char *name = NULL;
  g_autofree char *least = NULL;
  g_autofree char *greatest = NULL;

  if (answer->drivers->len == 0 || !format_ends (question, answer, &least, &greatest))
    /* Translators: a vendor or the market, a sum */
    return g_strdup_printf (_("%s: no single parameter moves revenue from %s a year"), question->subject, now);

  name = nepho_parameter_title (question->context->parameters,
                                g_array_index (answer->drivers, NephoDriver, 0).parameter);
  /* Translators: a vendor or the market, a parameter, two sums */
  return g_strdup_printf (_("%s: “%s” moves revenue most, %s to %s a year"), question->subject, name, least, greatest);
}

/* One end of all ranges: what comes out there, what the parameter is there, and what comes out as it is. */
static void
add_ends (NephoPlotFigure *figure, const Question *question, const Answer *answer, gboolean high)
{
  const GArray *drivers = answer->drivers;
  g_autofree double *values = g_new (double, MAX (drivers->len, 1u));
  g_autofree double *starts = g_new (double, MAX (drivers->len, 1u));
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_SPAN, high ? "high" : "low",
                                    high ? _("High end") : _("Low end"),
                                    NEPHO_PLOT_CHANGE);

  series->end_labels = g_new0 (char *, drivers->len + 1);
  for (guint k = 0; k < drivers->len; k++)
    {
      const NephoDriver *driver = &g_array_index (drivers, NephoDriver, k);
      NephoUnit unit = nepho_parameter_set_get (question->context->parameters, driver->parameter)->spec->unit;

      values[k] = high ? driver->at_high : driver->at_low;
      starts[k] = answer->now;
      series->end_labels[k] = nepho_money_short (question->context, high ? driver->high : driver->low, unit);
    }
  series->notation = NEPHO_PLOT_PROJECTION;
  series->pattern = high ? NEPHO_PLOT_PATTERN_USUAL : NEPHO_PLOT_PATTERN_HOLLOW;
  series->y = nepho_plot_column_new (values, drivers->len);
  series->low = nepho_plot_column_new (starts, drivers->len);
  /* Once is enough: it is the same for both. */
  series->low_label = high ? NULL : g_strdup (_("As it is"));
}

static void
add_names (NephoPlotFigure *figure, NephoEvidence *evidence, const Answer *answer)
{
  const NephoParameterSet *parameters = evidence->context->parameters;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean any = FALSE;

  for (guint k = 0; k < answer->drivers->len; k++)
    {
      const NephoDriver *driver = &g_array_index (answer->drivers, NephoDriver, k);
      const NephoParameter *parameter = nepho_parameter_set_get (parameters, driver->parameter);
      char *title = nepho_parameter_title (parameters, driver->parameter);

      g_ptr_array_add (names, driver->turns ? g_strconcat (title, " *", NULL) : g_strdup (title));
      g_free (title);
      any = any || driver->turns;
      nepho_evidence_add_parameter (evidence, parameter->spec->id, parameter->vendor, parameter->segment);
    }
  nepho_frame_set_categories (&figure->x, names);
  for (guint k = 0; k < answer->drivers->len; k++)
    nepho_frame_identify (
      &figure->x, k,
      nepho_parameter_set_get (parameters, g_array_index (answer->drivers, NephoDriver, k).parameter)->id);
  if (any)
    nepho_evidence_note (evidence, _("* Between the ends of its range the result both rises and falls."));
}

static void
note_others (NephoEvidence *evidence, const Answer *answer)
{
  g_autofree char *note = NULL;

  if (answer->drivers->len < MOST_DRIVERS || answer->n_tried <= MOST_DRIVERS)
    return;

  /* Translators: a number, the number of all */
  note = g_strdup_printf (ngettext ("Of %2$u parameter with a range the %1$u strongest are shown.",
                                    "Of %2$u parameters with a range the %1$u strongest are shown.", answer->n_tried),
                          (guint) MOST_DRIVERS, answer->n_tried);
  nepho_evidence_note (evidence, note);
}

static void
fill (NephoPlotFigure *figure, NephoEvidence *evidence, const Question *question, const Answer *answer)
{
  g_autofree char *now = format (question, answer->now);
  /* Translators: the present value of what is charted */
  g_autofree char *label = g_strdup_printf (_("As it is: %s"), now);

  figure->horizontal = TRUE;
  figure->summary = nepho_words_summary (figure->title, _("Each bar moves one parameter and leaves all others as they are."));
  add_names (figure, evidence, answer);
  if (answer->drivers->len == 0)
    {
      figure->empty = g_strdup (_("No parameter with a range moves it"));
      return;
    }

  add_ends (figure, question, answer, FALSE);
  add_ends (figure, question, answer, TRUE);
  nepho_plot_figure_add_reference (figure, answer->now, answer->now, label);
  note_others (evidence, answer);
}

/* Of a share, parameters alone may be sums of money. */
static void
tell_rate (NephoPlotFigure *figure, const NephoFigureContext *context, const Answer *answer)
{
  for (guint k = 0; k < answer->drivers->len; k++)
    {
      guint parameter = g_array_index (answer->drivers, NephoDriver, k).parameter;
      NephoUnit unit = nepho_parameter_set_get (context->parameters, parameter)->spec->unit;

      if (!nepho_currency_is_exchanged (context->money, unit))
        continue;
      nepho_money_tell_rate (context, figure, unit);
      return;
    }
}

/**
 * nepho_figure_tornado_share:
 * @context: what is shown: its segment, its vendor or who leads, and the later of its quarters
 *
 * Returns: (transfer full): what each parameter alone does to a vendor's share, the strongest first
 */
NephoPlotFigure *
nepho_figure_tornado_share (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "tornado-share", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_FRACTION);
  Question question = { context, nepho_words_question (context, NEPHO_OUTCOME_SHARE), NULL };
  g_autofree char *when = nepho_frame_quarter (context, question.choice.t);
  NephoEvidence evidence;
  Answer answer;

  question.subject = nepho_words_subject (context, &question.choice);
  nepho_evidence_init (&evidence, context, TRUE);
  ask (&question, &answer);

  figure->title = share_title (&question, &answer);
  /* Translators: a vendor, a segment, a market, a quarter */
  figure->subtitle = g_strdup_printf (
    _("Share, per cent, %s, %s, %s, %s, with one parameter at a time at either end of its range"), question.subject,
    nepho_frame_scope (context), nepho_text_get (nepho_frame_dataset (context)->name), when);
  fill (figure, &evidence, &question, &answer);
  nepho_evidence_finish (&evidence, figure);
  tell_rate (figure, context, &answer);
  g_array_unref (answer.drivers);

  return figure;
}

/**
 * nepho_figure_tornado_revenue:
 * @context: what is shown: its segment, its vendor or all, and the later of its quarters
 *
 * Returns: (transfer full): what each parameter alone does to revenue, the strongest first
 */
NephoPlotFigure *
nepho_figure_tornado_revenue (const NephoFigureContext *context)
{
  NephoPlotFigure *figure
    = nepho_frame_new (context, "tornado-revenue", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_YUAN_BILLION);
  Question question = { context, nepho_words_question (context, NEPHO_OUTCOME_REVENUE), NULL };
  g_autofree char *when = nepho_frame_quarter (context, question.choice.t);
  NephoEvidence evidence;
  Answer answer;

  question.subject = nepho_words_subject (context, &question.choice);
  nepho_evidence_init (&evidence, context, TRUE);
  ask (&question, &answer);

  figure->title = revenue_title (&question, &answer);
  /* Translators: a unit, a vendor or all, a segment, a market, a quarter */
  figure->subtitle = g_strdup_printf (
    _("Revenue as a yearly rate, %s, %s, %s, %s, %s, with one parameter at a time at either end of its range"),
    nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION), question.subject, nepho_frame_scope (context),
    nepho_text_get (nepho_frame_dataset (context)->name), when);
  fill (figure, &evidence, &question, &answer);
  nepho_evidence_finish (&evidence, figure);
  g_array_unref (answer.drivers);

  return figure;
}
