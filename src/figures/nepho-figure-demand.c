/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-history.h"
#include "nepho-figure-money.h"
#include "nepho-figure-words.h"
#include "nepho-number.h"

#define QUARTERS_A_YEAR 4.0

/* What a tenth of a per cent hides. */
#define FRACTION_TOLERANCE 0.0005

static double
adoption_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint unused)
{
  return results->adoption[t];
}

static char *
adoption_title (const NephoFigureContext *context)
{
  guint last = nepho_frame_last (context);
  double before = context->results->adoption[0];
  double after = context->results->adoption[last];
  g_autofree char *from = nepho_words_percent (before);
  g_autofree char *to = nepho_words_percent (after);
  g_autofree char *when = nepho_frame_quarter (context, last);

  switch (nepho_words_compare (before, after, FRACTION_TOLERANCE))
    {
    case 1:
      /* Translators: a share, a later share, a quarter */
      return g_strdup_printf (_("AI spreads from %s of cloud customers to %s by %s"), from, to, when);
    case -1:
      /* Translators: a share, a later share, a quarter */
      return g_strdup_printf (_("AI retreats from %s of cloud customers to %s by %s"), from, to, when);
    default:
      if (last == 0)
        /* Translators: a share, the only quarter */
        return g_strdup_printf (_("AI is used by %s of cloud customers in %s"), to, when);
      /* Translators: a share, a quarter */
      return g_strdup_printf (_("AI is used by %s of cloud customers to %s"), to, when);
    }
}

static char *
adoption_detail (const NephoFigureContext *context, double ceiling)
{
  g_autofree char *shown = nepho_words_percent (ceiling);

  /* Translators: a share */
  return g_strdup_printf (_("At most %s of the customers would ever use it under these assumptions."), shown);
}

/**
 * nepho_figure_adoption:
 * @context: what is shown
 *
 * Returns: (transfer full): share of customers that use AI, and the ceiling it tends to
 */
NephoPlotFigure *
nepho_figure_adoption (const NephoFigureContext *context)
{
  static const char * const parameters[] = { "adoption.start", "adoption.innovation", "adoption.imitation",
                                             "adoption.potential", "adoption.restriction" };
  NephoPlotFigure *figure = nepho_frame_new (context, "adoption", NEPHO_PLOT_SCALE_TIME, NEPHO_UNIT_FRACTION);
  double ceiling = nepho_frame_value (context, "adoption.potential")
                   * (1.0 - nepho_frame_value (context, "adoption.restriction"));
  g_autofree char *period = nepho_frame_period (context);
  g_autofree char *detail = adoption_detail (context, ceiling);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  for (guint k = 0; k < G_N_ELEMENTS (parameters); k++)
    nepho_evidence_add_parameter (&evidence, parameters[k], -1, -1);

  figure->y.include_zero = TRUE;
  figure->title = adoption_title (context);
  /* Translators: a market, a period */
  figure->subtitle = g_strdup_printf (_("Cloud customers that use large AI models, per cent, %s, %s"),
                                      nepho_text_get (nepho_frame_dataset (context)->name), period);
  figure->summary = nepho_words_summary (figure->title, detail);
  nepho_plot_figure_add_reference (figure, ceiling, ceiling, _("Ceiling"));
  nepho_frame_add_ghost (figure, context, adoption_of, 0, "adoption", TRUE);
  nepho_frame_add_times (figure, context, NEPHO_PLOT_MARK_LINE, adoption_of, 0, "adoption",
                         _("AI adoption"), NEPHO_PLOT_ACCENT);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

/* Revenue of a segment as a yearly rate, CNY bn. */
double
nepho_figure_size_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint segment)
{
  double sum = 0.0;

  for (guint i = 0; i < results->n_vendors; i++)
    sum += results->revenue[nepho_results_tis (results, t, i, segment)];

  return QUARTERS_A_YEAR * sum;
}

static char *
size_title (const NephoFigureContext *context)
{
  guint last = nepho_frame_last (context);
  double before = nepho_figure_market_of (context, context->results, 0, 0);
  double after = nepho_figure_market_of (context, context->results, last, 0);
  const char *scope = nepho_frame_scope (context);
  g_autofree char *from = nepho_money_sum (context, before);
  g_autofree char *to = nepho_money_sum (context, after);
  g_autofree char *when = nepho_frame_quarter (context, last);

  if (last == 0)
    /* Translators: a segment, its size, a quarter */
    return g_strdup_printf (_("Spending on %s runs at %s a year in %s"), scope, to, when);

  switch (nepho_words_compare (before, after, FRACTION_TOLERANCE * before))
    {
    case 1:
      /* Translators: a segment, its size at first and at last, a quarter */
      return g_strdup_printf (_("Spending on %s grows from %s to %s a year by %s"), scope, from, to, when);
    case -1:
      /* Translators: a segment, its size at first and at last, a quarter */
      return g_strdup_printf (_("Spending on %s shrinks from %s to %s a year by %s"), scope, from, to, when);
    default:
      /* Translators: a segment, its size, a quarter */
      return g_strdup_printf (_("Spending on %s stays at %s a year to %s"), scope, to, when);
    }
}

static char *
size_detail (const NephoFigureContext *context)
{
  guint last = nepho_frame_last (context);
  double before = nepho_figure_market_of (context, context->results, 0, 0);
  double after = nepho_figure_market_of (context, context->results, last, 0);
  g_autofree char *rate = NULL;

  if (last < 4 || before <= 0.0 || after <= 0.0)
    return g_strdup (_("The projection covers less than a year."));

  rate = nepho_number_format (pow (after / before, QUARTERS_A_YEAR / last) - 1.0, NEPHO_UNIT_FRACTION,
                              NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN);

  /* Translators: a rate such as +11.2 % */
  return g_strdup_printf (_("That is %s a year on average."), rate);
}

static void
add_size_history (NephoEvidence *evidence, NephoPlotFigure *figure, const char *segment)
{
  NephoHistory history = {
    .family = "size",
    .vendor = "",
    .segment = segment,
    .annual = TRUE,
    .relative = TRUE,
    .unit = NEPHO_UNIT_YUAN_BILLION,
    .label = _("As published"),
    .name = nepho_frame_scope (evidence->context),
    .colour = NEPHO_PLOT_NEUTRAL,
    .getter = nepho_figure_market_of,
  };

  nepho_history_add (evidence, figure, &history);
}

/**
 * nepho_figure_market_size:
 * @context: what is shown
 *
 * Returns: (transfer full): revenue of the segments over time, with published market sizes
 */
NephoPlotFigure *
nepho_figure_market_size (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "market-size", NEPHO_PLOT_SCALE_TIME,
                                             NEPHO_UNIT_YUAN_BILLION);
  g_autofree char *period = nepho_frame_period (context);
  g_autofree char *detail = size_detail (context);
  const char *segment = "";
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.include_zero = TRUE;
  figure->title = size_title (context);
  /* Translators: a unit, a market, a segment, a period */
  figure->subtitle = g_strdup_printf (_("Revenue of all vendors as a yearly rate, %s, %s, %s, %s"),
                                      nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION),
                                      nepho_text_get (nepho_frame_dataset (context)->name),
                                      nepho_frame_scope (context), period);
  figure->summary = nepho_words_summary (figure->title, detail);

  if (context->segment < 0)
    {
      nepho_frame_add_segments (figure, context, NEPHO_PLOT_MARK_AREA, nepho_figure_size_of);
      nepho_frame_add_ghost (figure, context, nepho_figure_market_of, 0, "market", TRUE);
    }
  else
    {
      segment = nepho_dataset_segment (nepho_frame_dataset (context), (guint) context->segment)->id;
      nepho_frame_add_ghost (figure, context, nepho_figure_market_of, 0, segment, TRUE);
      nepho_frame_add_times (figure, context, NEPHO_PLOT_MARK_LINE, nepho_figure_market_of, 0, segment,
                             nepho_frame_scope (context),
                             nepho_frame_segment_colour (context, (guint) context->segment));
    }
  add_size_history (&evidence, figure, segment);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

/* Share-weighted mean price of a segment, 1 at the start. */
static double
price_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint segment)
{
  double sum = 0.0;

  for (guint i = 0; i < results->n_vendors; i++)
    {
      gsize at = nepho_results_tis (results, t, i, segment);

      sum += results->share[at] * log (results->price[at]);
    }

  return exp (sum);
}

static char *
price_title (const NephoFigureContext *context)
{
  guint last = nepho_frame_last (context);
  guint most = 0;
  double change = 0.0;
  g_autofree char *when = nepho_frame_quarter (context, last);
  g_autofree char *shown = NULL;

  for (guint s = 0; s < context->results->n_segments; s++)
    {
      double own = price_of (context, context->results, last, s) - 1.0;

      if (fabs (own) > fabs (change))
        {
          change = own;
          most = s;
        }
    }

  shown = nepho_words_percent (fabs (change));
  switch (nepho_words_compare (0.0, change, FRACTION_TOLERANCE))
    {
    case 1:
      /* Translators: a segment, per cent, a quarter */
      return g_strdup_printf (_("Prices move most in %s: up %s by %s"), nepho_frame_segment_name (context, most),
                              shown, when);
    case -1:
      /* Translators: a segment, per cent, a quarter */
      return g_strdup_printf (_("Prices move most in %s: down %s by %s"),
                              nepho_frame_segment_name (context, most), shown, when);
    default:
      if (last == 0)
        /* Translators: the only quarter */
        return g_strdup_printf (_("Prices are told against those of %s, and no other quarter is projected"), when);
      /* Translators: a quarter */
      return g_strdup_printf (_("Prices stay where they are to %s"), when);
    }
}

/**
 * nepho_figure_price:
 * @context: what is shown
 *
 * Returns: (transfer full): the market's price by segment, 100 % in the base quarter
 */
NephoPlotFigure *
nepho_figure_price (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "price", NEPHO_PLOT_SCALE_TIME, NEPHO_UNIT_FRACTION);
  g_autofree char *base = nepho_frame_quarter (context, 0);
  g_autofree char *period = nepho_frame_period (context);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  for (guint s = 0; s < context->results->n_segments; s++)
    nepho_evidence_add_parameter (&evidence, "price_decline", -1, (int) s);

  figure->title = price_title (context);
  /* Translators: the base quarter, a market, a period */
  figure->subtitle = g_strdup_printf (_("Mean price by segment, %s = 100 %%, %s, %s"), base,
                                      nepho_text_get (nepho_frame_dataset (context)->name), period);
  figure->summary = g_strdup (figure->title);
  nepho_frame_add_segments (figure, context, NEPHO_PLOT_MARK_LINE, price_of);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
