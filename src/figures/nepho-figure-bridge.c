/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-bridge.h"
#include "nepho-figure-evidence.h"
#include "nepho-figure-money.h"
#include "nepho-figure-words.h"
#include "nepho-number.h"

#define QUARTERS_A_YEAR 4.0

/* Changes below a thousandth of the whole are none worth a sentence. */
#define RELATIVE_TOLERANCE 0.0005

/* A waterfall of @n bars; bit k of @totals says that bar k stands on zero. */
static void
set_bars (NephoPlotFigure *figure,
          const char *id,
          const char *label,
          const char * const *names,
          const double *values,
          guint n,
          guint64 totals)
{
  g_autoptr (GPtrArray) categories = g_ptr_array_new ();
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_BRIDGE, id, label, NEPHO_PLOT_ACCENT);

  for (guint k = 0; k < n; k++)
    g_ptr_array_add (categories, (gpointer) names[k]);
  nepho_frame_set_categories (&figure->x, categories);
  series->y = nepho_plot_column_new (values, n);
  series->bridge_total = totals;
}

/* What moved revenue most; each way of saying it is a whole sentence. */
static char *
bridge_title_up (const char *who, const char *sum, const char *when, const char *part, guint driver)
{
  switch (driver)
    {
    case 0:
      /* Translators: a vendor or the market, a sum, a quarter, a sum with sign */
      return g_strdup_printf (_("%s: revenue rises %s a year by %s; customers move it most (%s)"), who, sum, when,
                              part);
    case 1:
      return g_strdup_printf (_("%s: revenue rises %s a year by %s; prices move it most (%s)"), who, sum, when, part);
    default:
      return g_strdup_printf (_("%s: revenue rises %s a year by %s; usage moves it most (%s)"), who, sum, when, part);
    }
}

static char *
bridge_title_down (const char *who, const char *sum, const char *when, const char *part, guint driver)
{
  switch (driver)
    {
    case 0:
      /* Translators: a vendor or the market, a sum, a quarter, a sum with sign */
      return g_strdup_printf (_("%s: revenue falls %s a year by %s; customers move it most (%s)"), who, sum, when,
                              part);
    case 1:
      return g_strdup_printf (_("%s: revenue falls %s a year by %s; prices move it most (%s)"), who, sum, when, part);
    default:
      return g_strdup_printf (_("%s: revenue falls %s a year by %s; usage moves it most (%s)"), who, sum, when, part);
    }
}

static char *
bridge_title (const NephoFigureContext *context, const char *who, const double *bars)
{
  double change = bars[4] - bars[0];
  guint driver = 0;
  g_autofree char *when = nepho_frame_quarter (context, nepho_frame_to (context));
  g_autofree char *sum = nepho_money_sum (context, fabs (change));
  g_autofree char *total = nepho_money_sum (context, bars[4]);
  g_autofree char *part = NULL;

  for (guint k = 1; k < 3; k++)
    if (fabs (bars[1 + k]) > fabs (bars[1 + driver]))
      driver = k;
  part = nepho_money_format (context, bars[1 + driver], NEPHO_UNIT_YUAN_BILLION,
                             NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN);

  switch (nepho_words_compare (bars[0], bars[4], RELATIVE_TOLERANCE * bars[0]))
    {
    case 1:
      return bridge_title_up (who, sum, when, part, driver);
    case -1:
      return bridge_title_down (who, sum, when, part, driver);
    default:
      /* Translators: a vendor or the market, a sum, a quarter */
      return g_strdup_printf (_("%s: revenue is %s a year in %s, as at the start"), who, total, when);
    }
}

/**
 * nepho_figure_bridge:
 * @context: what is shown: its vendor, segment and two quarters
 *
 * Returns: (transfer full): revenue from one quarter to another, by customers, prices and usage
 */
NephoPlotFigure *
nepho_figure_bridge (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "bridge", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_YUAN_BILLION);
  guint from = nepho_frame_from (context);
  guint to = nepho_frame_to (context);
  g_autofree char *first = nepho_frame_quarter (context, from);
  g_autofree char *last = nepho_frame_quarter (context, to);
  const char *who
    = context->vendor >= 0 ? nepho_frame_vendor_name (context, (guint) context->vendor) : _("All vendors");
  static const char * const ids[] = { "customers", "prices", "usage" };
  const char *names[] = { first, _("Customers"), _("Prices"), _("Usage"), last };
  NephoEvidence evidence;
  NephoBridge bridge;

  nepho_bridge_split (context->results, context->vendor, context->segment, from, to, &bridge);
  const double bars[] = { QUARTERS_A_YEAR * bridge.from, QUARTERS_A_YEAR * bridge.customers,
                          QUARTERS_A_YEAR * bridge.price, QUARTERS_A_YEAR * bridge.usage,
                          QUARTERS_A_YEAR * bridge.to };

  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.include_zero = TRUE;
  figure->title = bridge_title (context, who, bars);
  /* Translators: a unit, a market, a segment, two quarters */
  figure->subtitle = g_strdup_printf (_("Change of revenue as a yearly rate, %s, %s, %s, %s to %s"),
                                      nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION),
                                      nepho_text_get (nepho_frame_dataset (context)->name),
                                      nepho_frame_scope (context), first, last);
  figure->summary = g_strdup (figure->title);
  set_bars (figure, "bridge", _("Revenue"), names, bars, G_N_ELEMENTS (bars), (1u << 0) | (1u << 4));
  for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
    nepho_frame_identify (&figure->x, k + 1, ids[k]);
  nepho_figure_add_size_evidence (&evidence);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

/* The published revenue of a vendor before elimination and, for the same period, after it. */
static gboolean
find_elimination (const NephoFigureContext *context,
                  const NephoObservation **before,
                  const NephoObservation **after)
{
  const NephoDataset *dataset = nepho_frame_dataset (context);
  const char *wanted = context->vendor >= 0 ? nepho_dataset_vendor (dataset, (guint) context->vendor)->id : NULL;

  for (guint i = 0; i < dataset->observations->len; i++)
    for (guint k = 0; k < dataset->observations->len; k++)
      {
        const NephoObservation *a = g_ptr_array_index (dataset->observations, i);
        const NephoObservation *b = g_ptr_array_index (dataset->observations, k);

        if (g_str_equal (a->series, "revenue-before-elimination") && g_str_equal (b->series, "revenue")
            && (wanted == NULL || g_str_equal (a->vendor, wanted)) && g_str_equal (a->vendor, b->vendor)
            && a->first == b->first && a->last == b->last)
          {
            *before = a;
            *after = b;
            return TRUE;
          }
      }

  return FALSE;
}

static char *
vendor_name_of (const NephoFigureContext *context, const char *id)
{
  for (guint i = 0; i < context->results->n_vendors; i++)
    if (g_str_equal (nepho_dataset_vendor (nepho_frame_dataset (context), i)->id, id))
      return g_strdup (nepho_frame_vendor_name (context, i));

  return g_strdup (id);
}

/* Published figures keep the digits they were published with; in another money nobody published them. */
static char *
published_sum (const NephoFigureContext *context, double yuan_bn)
{
  gboolean exchanged = nepho_currency_is_exchanged (context->money, NEPHO_UNIT_YUAN_BILLION);

  return nepho_money_format (context, nepho_number_snap (yuan_bn), NEPHO_UNIT_YUAN_BILLION,
                             NEPHO_NUMBER_WITH_UNIT | (exchanged ? 0 : NEPHO_NUMBER_EXACT));
}

/* What the group sold to itself is the difference of the two published figures. */
static void
add_elimination_sources (NephoPlotFigure *figure, const char *before, const char *after)
{
  NephoPlotSeries *series = g_ptr_array_index (figure->series, 0);
  const char *sources[] = { before, "", after, NULL };

  series->sources = g_strdupv ((char **) sources);
}

static void
fill_elimination (NephoPlotFigure *figure,
                  NephoEvidence *evidence,
                  const NephoObservation *before,
                  const NephoObservation *after)
{
  const NephoFigureContext *context = evidence->context;
  const NephoDataset *dataset = nepho_frame_dataset (context);
  const NephoFact *fact = nepho_dataset_find_fact (dataset, before->source);
  const char *names[] = { _("Before elimination"), _("Within the group"), _("After elimination") };
  const double bars[] = { before->value, after->value - before->value, after->value };
  g_autofree char *vendor = vendor_name_of (context, before->vendor);
  g_autofree char *last = nepho_quarter_format (before->last);
  const char *period = fact != NULL && *fact->period != '\0' ? fact->period : last;
  g_autofree char *internal = published_sum (context, before->value - after->value);
  g_autofree char *whole = published_sum (context, before->value);
  g_autofree char *share = nepho_words_percent (1.0 - after->value / before->value);

  /* Translators: a vendor, a sum, a larger sum, per cent */
  figure->title = g_strdup_printf (_("%s sold %s of its %s within its own group: %s"), vendor, internal, whole, share);
  /* Translators: a unit, a vendor, a period */
  figure->subtitle = g_strdup_printf (_("Revenue before and after inter-segment elimination, %s, %s, %s"),
                                      nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION), vendor, period);
  figure->summary = g_strdup (figure->title);
  set_bars (figure, before->vendor, _("Revenue"), names, bars, G_N_ELEMENTS (bars), (1u << 0) | (1u << 2));
  add_elimination_sources (figure, before->source, after->source);
  nepho_evidence_add_fact (evidence, before->source);
  nepho_evidence_add_fact (evidence, after->source);
}

/**
 * nepho_figure_elimination:
 * @context: what is shown: its vendor, or the first with such figures
 *
 * Returns: (transfer full): published revenue before and after what the group sold to itself
 */
NephoPlotFigure *
nepho_figure_elimination (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "elimination", NEPHO_PLOT_SCALE_BAND,
                                             NEPHO_UNIT_YUAN_BILLION);
  const NephoObservation *before = NULL;
  const NephoObservation *after = NULL;
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, FALSE);
  figure->y.include_zero = TRUE;
  if (find_elimination (context, &before, &after) && before->value > 0.0)
    fill_elimination (figure, &evidence, before, after);
  else
    {
      figure->title = g_strdup (_("Revenue before and after elimination"));
      figure->subtitle = g_strdup (nepho_text_get (nepho_frame_dataset (context)->name));
      figure->empty = g_strdup (_("No source gives this vendor’s revenue before and after elimination"));
      figure->summary = g_strdup (figure->empty);
    }
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
