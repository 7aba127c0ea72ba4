/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-history.h"
#include "nepho-figure-money.h"
#include "nepho-figure-words.h"

/* The model counts revenue a quarter; people think in years. */
#define QUARTERS_A_YEAR 4.0

/* Changes below a thousandth of the whole are none worth a sentence. */
#define RELATIVE_TOLERANCE 0.0005

/* Revenue of a vendor in the segments at hand, CNY bn a year. */
double
nepho_figure_revenue_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint vendor)
{
  double sum = 0.0;

  for (guint s = 0; s < results->n_segments; s++)
    if (context->segment < 0 || (guint) context->segment == s)
      sum += results->revenue[nepho_results_tis (results, t, vendor, s)];

  return QUARTERS_A_YEAR * sum;
}

/* Revenue of all vendors in the segments at hand, CNY bn a year. */
double
nepho_figure_market_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint unused)
{
  double sum = 0.0;

  for (guint i = 0; i < results->n_vendors; i++)
    sum += nepho_figure_revenue_of (context, results, t, i);

  return sum;
}

static char *
revenue_subtitle (const NephoFigureContext *context)
{
  g_autofree char *period = nepho_frame_period (context);

  /* Translators: a unit, a market, a segment, a period */
  return g_strdup_printf (_("Revenue as a yearly rate, %s, %s, %s, %s"), nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION),
                          nepho_text_get (nepho_frame_dataset (context)->name), nepho_frame_scope (context), period);
}

/* Who earns most at the quarter @last, and whether that is more than at first. */
char *
nepho_figure_revenue_title (const NephoFigureContext *context, guint last)
{
  g_autofree char *when = nepho_frame_quarter (context, last);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char *name;
  double before;
  NephoLead lead;

  if (!nepho_words_lead (context, context->results, last, nepho_figure_revenue_of, &lead))
    return g_strdup_printf (_("No vendor in %s is named"), nepho_frame_scope (context));

  name = nepho_frame_vendor_name (context, lead.vendor);
  before = nepho_figure_revenue_of (context, context->results, 0, lead.vendor);
  from = nepho_money_sum (context, before);
  to = nepho_money_sum (context, lead.value);
  if (last == 0)
    /* Translators: a vendor, its revenue, a quarter */
    return g_strdup_printf (_("%s earns most: %s a year in %s"), name, to, when);

  switch (nepho_words_compare (before, lead.value, RELATIVE_TOLERANCE * before))
    {
    case 1:
      /* Translators: a vendor, its revenue at last, a quarter, its revenue at first */
      return g_strdup_printf (_("%s earns most: %s a year by %s, up from %s"), name, to, when, from);
    case -1:
      /* Translators: a vendor, its revenue at last, a quarter, its revenue at first */
      return g_strdup_printf (_("%s earns most: %s a year by %s, down from %s"), name, to, when, from);
    default:
      /* Translators: a vendor, its revenue, a quarter */
      return g_strdup_printf (_("%s earns most: %s a year by %s, as at the start"), name, to, when);
    }
}

static void
add_revenue_history (NephoEvidence *evidence, NephoPlotFigure *figure)
{
  const NephoFigureContext *context = evidence->context;

  /* What vendors report covers all that they call cloud. */
  if (context->segment >= 0)
    return;

  for (guint i = 0; i < context->results->n_vendors; i++)
    {
      NephoHistory history = {
        .family = "revenue",
        .vendor = nepho_dataset_vendor (nepho_frame_dataset (context), i)->id,
        .segment = "",
        .annual = TRUE,
        .relative = TRUE,
        .unit = NEPHO_UNIT_YUAN_BILLION,
        .name = nepho_frame_vendor_name (context, i),
        .colour = nepho_frame_vendor_colour (context, i),
        .getter = nepho_figure_revenue_of,
        .index = i,
      };

      nepho_history_add (evidence, figure, &history);
    }
}

/* What revenue rests on: shares, customers and contract values. */
void
nepho_figure_add_size_evidence (NephoEvidence *evidence)
{
  const NephoFigureContext *context = evidence->context;

  nepho_evidence_add_starts (evidence);
  for (guint s = 0; s < context->results->n_segments; s++)
    if (context->segment < 0 || (guint) context->segment == s)
      {
        nepho_evidence_add_parameter (evidence, "customers", -1, (int) s);
        nepho_evidence_add_parameter (evidence, "contract", -1, (int) s);
      }
}

/**
 * nepho_figure_revenue:
 * @context: what is shown
 *
 * Returns: (transfer full): revenue of the named vendors as lines, with what they reported
 */
NephoPlotFigure *
nepho_figure_revenue (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "revenue", NEPHO_PLOT_SCALE_TIME, NEPHO_UNIT_YUAN_BILLION);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.include_zero = TRUE;
  figure->title = nepho_figure_revenue_title (context, nepho_frame_last (context));
  figure->subtitle = revenue_subtitle (context);
  figure->summary = g_strdup (figure->title);
  nepho_figure_add_size_evidence (&evidence);
  add_revenue_history (&evidence, figure);
  if (evidence.measures->len > 0)
    nepho_evidence_note (&evidence, _("Vendors report more than the public cloud that is projected here."));
  nepho_frame_add_vendors (figure, context, NEPHO_PLOT_MARK_LINE, nepho_figure_revenue_of, FALSE);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

static char *
revenue_area_title (const NephoFigureContext *context)
{
  guint last = nepho_frame_last (context);
  double before = nepho_figure_market_of (context, context->results, 0, 0);
  double after = nepho_figure_market_of (context, context->results, last, 0);
  g_autofree char *from = nepho_money_sum (context, before);
  g_autofree char *to = nepho_money_sum (context, after);
  g_autofree char *when = nepho_frame_quarter (context, last);

  switch (nepho_words_compare (before, after, RELATIVE_TOLERANCE * before))
    {
    case 1:
      /* Translators: a sum at first and at last, a quarter */
      return g_strdup_printf (_("All vendors together earn %s a year at first and %s by %s"), from, to, when);
    case -1:
      /* Translators: a sum at first and at last, a quarter */
      return g_strdup_printf (_("All vendors together earn %s a year at first, but only %s by %s"), from, to, when);
    default:
      if (last == 0)
        /* Translators: a sum, the only quarter */
        return g_strdup_printf (_("All vendors together earn %s a year in %s"), to, when);
      /* Translators: a sum, a quarter */
      return g_strdup_printf (_("All vendors together earn %s a year to %s"), to, when);
    }
}

/**
 * nepho_figure_revenue_area:
 * @context: what is shown
 *
 * Returns: (transfer full): revenue of all vendors, stacked to the market's
 */
NephoPlotFigure *
nepho_figure_revenue_area (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "revenue-area", NEPHO_PLOT_SCALE_TIME,
                                             NEPHO_UNIT_YUAN_BILLION);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.include_zero = TRUE;
  figure->title = revenue_area_title (context);
  figure->subtitle = revenue_subtitle (context);
  figure->summary = g_strdup (figure->title);
  nepho_figure_add_size_evidence (&evidence);
  nepho_frame_add_vendors (figure, context, NEPHO_PLOT_MARK_AREA, nepho_figure_revenue_of, TRUE);
  nepho_frame_add_ghost (figure, context, nepho_figure_market_of, 0, "market", TRUE);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
