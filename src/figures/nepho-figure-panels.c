/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>

#include "nepho-figure-words.h"

/* How many of the named vendors end with more and with less than they began. */
static void
count_changes (const NephoFigureContext *context, guint *n_more, guint *n_less)
{
  guint last = nepho_frame_last (context);

  *n_more = 0;
  *n_less = 0;
  for (guint i = 0; i < context->results->n_vendors; i++)
    {
      int way = nepho_words_compare (nepho_figure_share_of (context, context->results, 0, i),
                                     nepho_figure_share_of (context, context->results, last, i),
                                     NEPHO_WORDS_SHARE_TOLERANCE);

      if (nepho_frame_is_aggregate (context, i))
        continue;
      *n_more += way > 0;
      *n_less += way < 0;
    }
}

static char *
panels_title (const NephoFigureContext *context)
{
  guint last = nepho_frame_last (context);
  guint n_named = nepho_frame_n_named (context);
  const char *scope = nepho_frame_scope (context);
  g_autofree char *first = nepho_frame_quarter (context, 0);
  g_autofree char *when = nepho_frame_quarter (context, last);
  guint n_more;
  guint n_less;

  count_changes (context, &n_more, &n_less);
  if (last == 0 || n_named < 2)
    return nepho_words_share_title (context, nepho_figure_share_of);
  if (n_more == 0 && n_less == 0)
    /* Translators: a segment, a quarter, a later quarter */
    return g_strdup_printf (_("No vendor’s share in %s changes from %s to %s"), scope, first, when);

  /* Translators: a quarter, a segment, a number, the number of all vendors, a number */
  return g_strdup_printf (_("By %s shares in %s rise for %u of %u vendors and fall for %u"), when, scope, n_more,
                          n_named, n_less);
}

/* The named vendors, the largest at the end first, then all the others. Returns how many. */
static guint
order_panels (const NephoFigureContext *context, guint *order)
{
  guint n = nepho_words_order (context, context->results, nepho_frame_last (context), nepho_figure_share_of, order);

  for (guint i = 0; i < context->results->n_vendors; i++)
    if (nepho_frame_is_aggregate (context, i))
      order[n++] = i;

  return n;
}

static void
add_panel (NephoPlotFigure *figure, const NephoFigureContext *context, guint vendor, gboolean label_ghost,
           gboolean *labelled)
{
  const char *id = nepho_dataset_vendor (nepho_frame_dataset (context), vendor)->id;
  const char *name = nepho_frame_vendor_name (context, vendor);
  guint last = nepho_frame_last (context);
  g_autofree char *from = nepho_words_percent (nepho_figure_share_of (context, context->results, 0, vendor));
  g_autofree char *to = nepho_words_percent (nepho_figure_share_of (context, context->results, last, vendor));
  /* Translators: a share at first and at last */
  g_autofree char *value = last > 0 ? g_strdup_printf (C_("change", "%s → %s"), from, to) : g_strdup (to);
  guint panel = figure->panels->len;
  guint before = figure->series->len;

  nepho_plot_figure_add_panel (figure, name, value);
  *labelled |= nepho_frame_add_ghost (figure, context, nepho_figure_share_of, vendor, id, label_ghost);
  nepho_frame_add_times (figure, context, NEPHO_PLOT_MARK_LINE, nepho_figure_share_of, vendor, id, name,
                         nepho_frame_vendor_colour (context, vendor));
  for (guint k = before; k < figure->series->len; k++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, k);

      series->panel = panel;
      series->everywhere = series->notation != NEPHO_PLOT_GHOST;
    }
}

/**
 * nepho_figure_share_panels:
 * @context: what is shown: its segment
 *
 * Returns: (transfer full): each vendor's share over time on a plot of its own, all on one scale, the others grey
 */
NephoPlotFigure *
nepho_figure_share_panels (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "share-panels", NEPHO_PLOT_SCALE_TIME, NEPHO_UNIT_FRACTION);
  g_autofree guint *order = g_new (guint, context->results->n_vendors);
  guint n = order_panels (context, order);
  g_autofree char *subtitle = NULL;
  gboolean labelled = FALSE;
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.include_zero = TRUE;
  figure->title = panels_title (context);
  subtitle = nepho_figure_share_subtitle (context);
  /* Translators: measure, unit, place and period */
  figure->subtitle = g_strdup_printf (_("%s; a plot for each vendor"), subtitle);
  figure->summary = nepho_words_share_summary (context, nepho_figure_share_of, figure->title);
  for (guint k = 0; k < n; k++)
    add_panel (figure, context, order[k], !labelled, &labelled);
  nepho_evidence_add_starts (&evidence);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
