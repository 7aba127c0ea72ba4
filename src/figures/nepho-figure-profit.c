/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-history.h"
#include "nepho-figure-money.h"
#include "nepho-figure-words.h"

#define QUARTERS_A_YEAR 4.0

/* EBITA of a vendor as a yearly rate, CNY bn. */
double
nepho_figure_ebita_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint vendor)
{
  return QUARTERS_A_YEAR * results->ebita[nepho_results_ti (results, t, vendor)];
}

static guint
count_profitable (const NephoFigureContext *context, guint t)
{
  guint n = 0;

  for (guint i = 0; i < context->results->n_vendors; i++)
    if (!nepho_frame_is_aggregate (context, i) && nepho_figure_ebita_of (context, context->results, t, i) > 0.0)
      n++;

  return n;
}

static char *
ebita_title (const NephoFigureContext *context, guint t)
{
  guint n_named = nepho_frame_n_named (context);
  guint n_profitable = count_profitable (context, t);
  g_autofree guint *order = g_new (guint, context->results->n_vendors);
  g_autofree char *when = nepho_frame_quarter (context, t);
  g_autofree char *sum = NULL;
  const char *name;

  if (nepho_words_order (context, context->results, t, nepho_figure_ebita_of, order) == 0)
    return g_strdup_printf (_("No vendor in %s is named"), nepho_frame_scope (context));

  name = nepho_frame_vendor_name (context, order[0]);
  sum = nepho_money_sum (context, nepho_figure_ebita_of (context, context->results, t, order[0]));
  if (n_profitable == 0)
    /* Translators: a quarter, a vendor, a negative sum */
    return g_strdup_printf (_("No vendor earns a profit in %s; %s comes nearest (%s a year)"), when, name, sum);
  if (n_profitable == 1)
    /* Translators: a vendor, a quarter, a sum */
    return g_strdup_printf (_("%s is the only vendor with a profit in %s: %s a year"), name, when, sum);
  if (n_profitable == n_named)
    /* Translators: a number, a quarter, a vendor, a sum */
    return g_strdup_printf (ngettext ("All vendors (%u) earn a profit in %s; %s earns most (%s a year)",
                                      "All %u vendors earn a profit in %s; %s earns most (%s a year)", n_named),
                            n_named, when, name, sum);

  /* Translators: a number, the number of all, a quarter, a vendor, a sum */
  return g_strdup_printf (ngettext ("%u of %u vendors earns a profit in %s; %s earns most (%s a year)",
                                    "%u of %u vendors earn a profit in %s; %s earns most (%s a year)",
                                    n_profitable),
                          n_profitable, n_named, when, name, sum);
}

static void
add_cost_evidence (NephoEvidence *evidence)
{
  const NephoFigureContext *context = evidence->context;

  for (guint s = 0; s < context->results->n_segments; s++)
    nepho_evidence_add_parameter (evidence, "gross_margin", -1, (int) s);
  for (guint i = 0; i < context->results->n_vendors; i++)
    nepho_evidence_add_parameter (evidence, "opex_ratio", (int) i, -1);
}

static void
add_bars (NephoPlotFigure *figure,
          const NephoFigureContext *context,
          const NephoResults *results,
          const guint *order,
          guint n,
          guint t,
          gboolean ghost)
{
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_BAR, ghost ? "baseline" : "ebita",
                                    ghost ? _("Baseline") : _("EBITA"),
                                    ghost ? NEPHO_PLOT_NEUTRAL : NEPHO_PLOT_ACCENT);
  g_autofree double *values = g_new (double, MAX (n, 1));

  for (guint k = 0; k < n; k++)
    values[k] = nepho_figure_ebita_of (context, results, t, order[k]);
  series->notation = ghost ? NEPHO_PLOT_GHOST : NEPHO_PLOT_PROJECTION;
  series->y = nepho_plot_column_new (values, n);
}

static gboolean
same_ebita (const NephoFigureContext *context, guint t)
{
  for (guint i = 0; i < context->results->n_vendors; i++)
    if (fabs (nepho_figure_ebita_of (context, context->results, t, i)
              - nepho_figure_ebita_of (context, context->baseline, t, i)) > 1e-9)
      return FALSE;

  return TRUE;
}

/**
 * nepho_figure_ebita:
 * @context: what is shown
 *
 * Returns: (transfer full): EBITA by vendor in the later of the two chosen quarters, the best first
 */
NephoPlotFigure *
nepho_figure_ebita (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "ebita", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_YUAN_BILLION);
  guint t = nepho_frame_to (context);
  g_autofree guint *order = g_new (guint, context->results->n_vendors);
  guint n = nepho_words_order (context, context->results, t, nepho_figure_ebita_of, order);
  g_autofree char *when = nepho_frame_quarter (context, t);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  figure->horizontal = TRUE;
  figure->y.include_zero = TRUE;
  figure->title = ebita_title (context, t);
  /* Translators: a unit, a market, a quarter or a period */
  figure->subtitle = g_strdup_printf (_("EBITA of the named vendors as a yearly rate, %s, %s, %s"),
                                      nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION),
                                      nepho_text_get (nepho_frame_dataset (context)->name), when);
  figure->summary = g_strdup (figure->title);
  nepho_frame_set_vendors (&figure->x, context, order, n);
  if (n == 0)
    figure->empty = g_strdup (_("The data set names no vendor"));
  if (context->baseline != NULL && t < context->baseline->n_quarters && !same_ebita (context, t))
    add_bars (figure, context, context->baseline, order, n, t, TRUE);
  add_bars (figure, context, context->results, order, n, t, FALSE);
  add_cost_evidence (&evidence);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

/* The first vendor whose EBITA turns positive and stays so to the end, if any does. */
static gboolean
find_turn (const NephoFigureContext *context, guint *vendor, guint *quarter)
{
  guint last = nepho_frame_last (context);
  gboolean found = FALSE;

  for (guint i = 0; i < context->results->n_vendors; i++)
    {
      guint t = last + 1;

      while (t > 0 && nepho_figure_ebita_of (context, context->results, t - 1, i) > 0.0)
        t--;
      if (t == 0 || t > last || nepho_frame_is_aggregate (context, i) || (found && t >= *quarter))
        continue;

      found = TRUE;
      *vendor = i;
      *quarter = t;
    }

  return found;
}

static char *
ebita_time_title (const NephoFigureContext *context)
{
  guint vendor = 0;
  guint quarter = 0;
  g_autofree char *when = NULL;

  if (!find_turn (context, &vendor, &quarter))
    return ebita_title (context, nepho_frame_last (context));

  when = nepho_frame_quarter (context, quarter);

  /* Translators: a vendor, a quarter */
  return g_strdup_printf (_("%s is the next to turn a lasting profit, in %s"),
                          nepho_frame_vendor_name (context, vendor), when);
}

static void
add_ebita_history (NephoEvidence *evidence, NephoPlotFigure *figure)
{
  const NephoFigureContext *context = evidence->context;

  for (guint i = 0; i < context->results->n_vendors; i++)
    {
      NephoHistory history = {
        .family = "ebita",
        .vendor = nepho_dataset_vendor (nepho_frame_dataset (context), i)->id,
        .segment = "",
        .annual = TRUE,
        .unit = NEPHO_UNIT_YUAN_BILLION,
        .name = nepho_frame_vendor_name (context, i),
        .colour = nepho_frame_vendor_colour (context, i),
        .getter = nepho_figure_ebita_of,
        .index = i,
      };

      nepho_history_add (evidence, figure, &history);
    }
}

/**
 * nepho_figure_ebita_time:
 * @context: what is shown
 *
 * Returns: (transfer full): EBITA of the named vendors over time, with what they reported
 */
NephoPlotFigure *
nepho_figure_ebita_time (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "ebita-time", NEPHO_PLOT_SCALE_TIME,
                                             NEPHO_UNIT_YUAN_BILLION);
  const NephoDataset *dataset = nepho_frame_dataset (context);
  g_autofree char *period = nepho_frame_period (context);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.include_zero = TRUE;
  figure->title = ebita_time_title (context);
  /* Translators: a unit, a market, a quarter or a period */
  figure->subtitle = g_strdup_printf (_("EBITA of the named vendors as a yearly rate, %s, %s, %s"),
                                      nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION),
                                      nepho_text_get (dataset->name), period);
  figure->summary = g_strdup (figure->title);
  add_cost_evidence (&evidence);
  add_ebita_history (&evidence, figure);
  nepho_frame_add_vendors (figure, context, NEPHO_PLOT_MARK_LINE, nepho_figure_ebita_of, FALSE);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

/* Gross margin of a segment: of each yuan of its revenue. */
static double
margin_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint segment)
{
  double profit = 0.0;
  double revenue = 0.0;

  for (guint i = 0; i < results->n_vendors; i++)
    {
      gsize at = nepho_results_tis (results, t, i, segment);

      profit += results->revenue[at] * results->gross_margin[at];
      revenue += results->revenue[at];
    }

  return revenue > 0.0 ? profit / revenue : 0.0;
}

static char *
margin_title (const NephoFigureContext *context)
{
  guint last = nepho_frame_last (context);
  guint lowest = 0;
  double before;
  double after;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *when = nepho_frame_quarter (context, last);
  const char *name;

  for (guint s = 1; s < context->results->n_segments; s++)
    if (margin_of (context, context->results, last, s) < margin_of (context, context->results, last, lowest))
      lowest = s;

  name = nepho_frame_segment_name (context, lowest);
  before = margin_of (context, context->results, 0, lowest);
  after = margin_of (context, context->results, last, lowest);
  from = nepho_words_percent (before);
  to = nepho_words_percent (after);

  switch (last == 0 ? 0 : nepho_words_compare (before, after, 0.0005))
    {
    case 1:
      /* Translators: a segment, its margin, a quarter, its margin at first */
      return g_strdup_printf (_("%s earns the thinnest margin: %s by %s, up from %s"), name, to, when, from);
    case -1:
      /* Translators: a segment, its margin, a quarter, its margin at first */
      return g_strdup_printf (_("%s earns the thinnest margin: %s by %s, down from %s"), name, to, when, from);
    default:
      /* Translators: a segment, its margin, a quarter */
      return g_strdup_printf (_("%s earns the thinnest margin: %s in %s"), name, to, when);
    }
}

/* Published margins: "…, low" and "…, high" of one subject are a band, "…, more than" a level. */
static void
add_margin_references (NephoPlotFigure *figure, NephoEvidence *evidence)
{
  const GPtrArray *facts = nepho_frame_dataset (evidence->context)->facts;

  for (guint i = 0; i < facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (facts, i);
      const NephoFact *high = NULL;
      g_autofree char *low_text = NULL;
      g_autofree char *label = NULL;

      if (!g_str_has_prefix (fact->measure, "gross margin, ") || !g_str_equal (fact->unit, "%"))
        continue;

      low_text = nepho_words_exact_percent (fact->value / 100.0);
      for (guint k = 0; k < facts->len && g_str_has_suffix (fact->measure, ", low"); k++)
        {
          const NephoFact *other = g_ptr_array_index (facts, k);

          if (g_str_equal (other->measure, "gross margin, high") && g_str_equal (other->subject, fact->subject))
            high = other;
        }

      if (high != NULL)
        {
          g_autofree char *high_text = nepho_words_exact_percent (high->value / 100.0);

          /* Translators: a subject such as "IaaS vendors", its lowest and highest margin */
          label = g_strdup_printf (_("%s, as published: %s to %s"), fact->subject, low_text, high_text);
          nepho_plot_figure_add_reference (figure, fact->value / 100.0, high->value / 100.0, label);
          nepho_evidence_add_fact (evidence, high->id);
        }
      else if (g_str_has_suffix (fact->measure, ", more than"))
        {
          /* Translators: a subject such as "SaaS vendors", its margin */
          label = g_strdup_printf (_("%s, as published: more than %s"), fact->subject, low_text);
          nepho_plot_figure_add_reference (figure, fact->value / 100.0, fact->value / 100.0, label);
        }
      else
        continue;
      nepho_evidence_add_fact (evidence, fact->id);
    }
}

/**
 * nepho_figure_margin:
 * @context: what is shown
 *
 * Returns: (transfer full): gross margin by segment over time beside the published margins
 */
NephoPlotFigure *
nepho_figure_margin (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "margin", NEPHO_PLOT_SCALE_TIME, NEPHO_UNIT_FRACTION);
  g_autofree char *period = nepho_frame_period (context);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  for (guint s = 0; s < context->results->n_segments; s++)
    nepho_evidence_add_parameter (&evidence, "gross_margin", -1, (int) s);

  figure->y.include_zero = TRUE;
  figure->title = margin_title (context);
  /* Translators: a market, a period */
  figure->subtitle = g_strdup_printf (_("Gross margin by segment, per cent of revenue, %s, %s"),
                                      nepho_text_get (nepho_frame_dataset (context)->name), period);
  figure->summary = g_strdup (figure->title);
  add_margin_references (figure, &evidence);
  nepho_frame_add_segments (figure, context, NEPHO_PLOT_MARK_LINE, margin_of);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
