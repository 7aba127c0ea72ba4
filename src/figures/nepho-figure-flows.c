/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-words.h"
#include "nepho-flows.h"

/* A part of all customers that is too small for a word. */
#define RELATIVE_TOLERANCE 1e-6

static double
sum_of (const double *values, guint n)
{
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    sum += values[i];

  return sum;
}

/* What a vendor wins from others less what it loses to them. */
static double
balance_of (const NephoFlows *flows, guint vendor)
{
  double sum = 0.0;

  for (guint j = 0; j < flows->n_vendors; j++)
    sum += flows->moved[j * flows->n_vendors + vendor] - flows->moved[vendor * flows->n_vendors + j];

  return sum;
}

static double
changed_vendor (const NephoFlows *flows)
{
  double sum = sum_of (flows->moved, flows->n_vendors * flows->n_vendors);

  for (guint i = 0; i < flows->n_vendors; i++)
    sum -= flows->moved[i * flows->n_vendors + i];

  return sum;
}

static char *
customers_text (double thousands)
{
  return nepho_words_short (thousands, NEPHO_UNIT_THOUSAND_CUSTOMERS);
}

static char *
flows_title (const NephoFigureContext *context, const NephoFlows *flows, const char *when)
{
  double tolerance = RELATIVE_TOLERANCE * sum_of (flows->before, flows->n_vendors);
  double best = -INFINITY;
  double worst = INFINITY;
  guint winner = 0;
  guint loser = 0;
  g_autofree char *won = NULL;
  g_autofree char *lost = NULL;

  for (guint i = 0; i < flows->n_vendors; i++)
    {
      double balance = balance_of (flows, i);

      if (nepho_frame_is_aggregate (context, i))
        continue;
      if (balance > best)
        {
          best = balance;
          winner = i;
        }
      if (balance < worst)
        {
          worst = balance;
          loser = i;
        }
    }

  won = customers_text (best);
  lost = customers_text (-worst);
  if (best > tolerance && worst < -tolerance)
    /* Translators: a vendor, a number of customers, a quarter, another vendor, a number of customers */
    return g_strdup_printf (_("%s wins %s customers from others on balance in %s; %s loses most, %s"),
                            nepho_frame_vendor_name (context, winner), won, when,
                            nepho_frame_vendor_name (context, loser), lost);
  if (best > tolerance)
    /* Translators: a vendor, a number of customers, a quarter */
    return g_strdup_printf (_("%s wins %s customers from others on balance in %s"),
                            nepho_frame_vendor_name (context, winner), won, when);

  /* Translators: a quarter */
  return g_strdup_printf (_("Customers change vendors in %s, but no named vendor wins any on balance"), when);
}

/* At the right, where they go. */
static void
set_targets (NephoPlotFigure *figure, const NephoFigureContext *context, gboolean leaving)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < context->results->n_vendors; i++)
    g_ptr_array_add (names, (gpointer) nepho_frame_vendor_name (context, i));
  if (leaving)
    g_ptr_array_add (names, (gpointer) _("No vendor any more"));
  nepho_frame_set_categories (&figure->x, names);
  for (guint i = 0; i < context->results->n_vendors; i++)
    nepho_frame_identify (&figure->x, i, nepho_dataset_vendor (nepho_frame_dataset (context), i)->id);
}

static void
add_source (NephoPlotFigure *figure, const char *id, const char *name, int colour, const double *values, guint n)
{
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_FLOW, id, name, colour);

  series->notation = NEPHO_PLOT_PROJECTION;
  series->y = nepho_plot_column_new (values, n);
}

/* At the left, where they come from. Who stays is not drawn: it would dwarf all else. */
static void
add_sources (NephoPlotFigure *figure, const NephoFigureContext *context, const NephoFlows *flows)
{
  guint n = flows->n_vendors;
  guint n_targets = g_strv_length (figure->x.categories);
  g_autofree double *values = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j < n; j++)
        values[j] = i == j ? (double) NAN : flows->moved[i * n + j];
      values[n] = flows->left[i];
      add_source (figure, nepho_dataset_vendor (nepho_frame_dataset (context), i)->id,
                  nepho_frame_vendor_name (context, i), nepho_frame_vendor_colour (context, i), values, n_targets);
    }
  if (!(sum_of (flows->joined, n) > 0.0))
    return;
  for (guint j = 0; j < n; j++)
    values[j] = flows->joined[j];
  values[n] = 0.0;
  add_source (figure, "new", _("New customers"), NEPHO_PLOT_NEUTRAL, values, n_targets);
}

static void
fill (NephoPlotFigure *figure, const NephoFigureContext *context, guint to)
{
  g_autoptr (NephoFlows) flows = nepho_flows_new (context->parameters, context->values, to - 1, context->segment);
  g_autofree char *when = nepho_frame_quarter (context, to);
  g_autofree char *changed = customers_text (changed_vendor (flows));
  g_autofree char *all = customers_text (sum_of (flows->before, flows->n_vendors));
  g_autofree char *detail = NULL;

  figure->title = flows_title (context, flows, when);
  /* Translators: a number of all customers, and of some of them */
  detail = g_strdup_printf (_("Of %s customers %s change vendor."), all, changed);
  figure->summary = nepho_words_summary (figure->title, detail);
  set_targets (figure, context, sum_of (flows->left, flows->n_vendors) > 0.0);
  add_sources (figure, context, flows);
  /* Translators: a quarter */
  figure->y.title = g_strdup_printf (_("Before %s"), when);
  /* Translators: a quarter */
  figure->x.title = g_strdup_printf (_("After %s"), when);
}

/**
 * nepho_figure_flows:
 * @context: what is shown: its segment and the later of its quarters
 *
 * Returns: (transfer full): from which vendor to which customers went in that quarter
 */
NephoPlotFigure *
nepho_figure_flows (const NephoFigureContext *context)
{
  NephoPlotFigure *figure
    = nepho_frame_new (context, "flows", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_THOUSAND_CUSTOMERS);
  guint to = nepho_frame_to (context);
  g_autofree char *when = nepho_frame_quarter (context, to);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  nepho_evidence_add_starts (&evidence);
  for (guint s = 0; s < context->results->n_segments; s++)
    if (context->segment < 0 || (guint) context->segment == s)
      {
        nepho_evidence_add_parameter (&evidence, "customers", -1, (int) s);
        nepho_evidence_add_parameter (&evidence, "renewal", -1, (int) s);
      }
  /* Translators: a market, a segment, a quarter */
  figure->subtitle = g_strdup_printf (_("Customers that change vendor or are new, thousands, %s, %s, %s"),
                                      nepho_text_get (nepho_frame_dataset (context)->name),
                                      nepho_frame_scope (context), when);
  figure->y.include_zero = TRUE;
  if (to > 0)
    fill (figure, context, to);
  else
    {
      /* Translators: a quarter */
      figure->title = g_strdup_printf (_("Nobody can have changed vendor before %s"), when);
      figure->empty = g_strdup (_("The first quarter has none before it: choose a later one"));
      figure->summary = g_strdup (figure->empty);
    }
  if (context->segment < 0 && context->results->n_segments > 1)
    nepho_evidence_note (&evidence, _("Who is a customer in several segments counts in each."));
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
