/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-figure-compare.h"
#include "nepho-figure-groups.h"
#include "nepho-figure-words.h"

static gboolean
leads (const NephoFigureContext *context, const NephoResults *results, NephoLead *lead)
{
  return nepho_words_lead (context, results, nepho_frame_to (context), nepho_figure_share_of, lead);
}

/* In how many scenarios the first one's leader leads alone. */
static guint
count_led (const NephoFigureContext *context, guint vendor)
{
  guint n = 0;

  for (guint i = 0; i < context->comparison->n; i++)
    {
      NephoLead lead;

      n += leads (context, context->comparison->items[i].results, &lead) && lead.n_level == 1 && lead.vendor == vendor;
    }

  return n;
}

static char *
shares_title (const NephoFigureContext *context)
{
  guint n = context->comparison->n;
  g_autofree char *when = nepho_frame_quarter (context, nepho_frame_to (context));
  const char *scope = nepho_frame_scope (context);
  NephoLead lead;
  guint n_led;

  if (!leads (context, context->comparison->items[0].results, &lead))
    /* Translators: a segment, a quarter */
    return g_strdup_printf (_("Shares in %s, %s"), scope, when);

  n_led = count_led (context, lead.vendor);
  if (n > 1 && n_led == n)
    /* Translators: a vendor, a segment, a quarter, a number of scenarios */
    return g_strdup_printf (_("%s leads %s in %s in all %u scenarios"), nepho_frame_vendor_name (context, lead.vendor),
                            scope, when, n);

  /* Translators: a vendor, a segment, a quarter, a number of scenarios, the number of all of them */
  return g_strdup_printf (_("%s leads %s in %s in %u of %u scenarios"), nepho_frame_vendor_name (context, lead.vendor),
                          scope, when, n_led, n);
}

/* Rows are vendors, the largest of the first scenario at the top; columns are scenarios. */
static void
add_cells (NephoPlotFigure *figure, const NephoFigureContext *context)
{
  const NephoComparison *comparison = context->comparison;
  guint t = nepho_frame_to (context);
  g_autofree guint *order = g_new (guint, context->results->n_vendors);
  guint n = nepho_words_order (context, context->results, t, nepho_figure_share_of, order);
  g_autoptr (GPtrArray) vendors = g_ptr_array_new ();
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new ();
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (double));
  NephoPlotSeries *series;

  for (guint i = 0; i < context->results->n_vendors; i++)
    if (nepho_frame_is_aggregate (context, i))
      order[n++] = i;
  for (guint i = 0; i < comparison->n; i++)
    g_ptr_array_add (scenarios, comparison->items[i].name);
  for (guint row = 0; row < n; row++)
    {
      g_ptr_array_add (vendors, (gpointer) nepho_frame_vendor_name (context, order[row]));
      for (guint i = 0; i < comparison->n; i++)
        {
          double share = nepho_figure_share_of (context, comparison->items[i].results, t, order[row]);

          g_array_append_val (cells, share);
        }
    }
  nepho_frame_set_categories (&figure->x, scenarios);
  nepho_frame_set_categories (&figure->y, vendors);
  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_HEAT, "shares", _("Share"), NEPHO_PLOT_ACCENT);
  series->y = nepho_plot_column_new ((const double *) (gpointer) cells->data, cells->len);
}

/**
 * nepho_figure_compare_shares:
 * @context: what is shown: its comparison, segment, and the later of its quarters
 *
 * Returns: (transfer full): the share of each vendor in each scenario
 */
NephoPlotFigure *
nepho_figure_compare_shares (const NephoFigureContext *context)
{
  NephoFigureContext own = nepho_compare_context (context);
  NephoPlotFigure *figure = nepho_frame_new (&own, "compare-shares", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_FRACTION);
  NephoOutcomeChoice choice = { NEPHO_OUTCOME_SHARE, -1, own.segment, nepho_frame_to (&own) };
  g_autofree char *when = nepho_frame_quarter (&own, choice.t);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, &own, TRUE);
  figure->subtitle = nepho_words_outcome_subtitle (&own, &choice, when);
  nepho_compare_add_evidence (&evidence, &choice);
  if (own.comparison == NULL || own.comparison->n == 0)
    nepho_compare_say_empty (figure);
  else
    {
      figure->title = shares_title (&own);
      add_cells (figure, &own);
    }
  figure->summary = g_strdup (figure->title);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
