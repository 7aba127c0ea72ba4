/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-words.h"

/* Who wins and who loses most from the first quarter shown to the last. */
typedef struct
{
  int    winner; /* -1: nobody, or not one alone */
  int    loser;
  double gain;
  double loss;   /* negative */
} Extremes;

static double
change_of (const NephoFigureContext *context, guint vendor)
{
  return nepho_figure_share_of (context, context->results, nepho_frame_to (context), vendor)
         - nepho_figure_share_of (context, context->results, nepho_frame_from (context), vendor);
}

/* The named vendor with the largest change times @sign; -1 where it is none worth a word, or where another's is as
 * large as far as a label tells. */
static int
find_extreme (const NephoFigureContext *context, double sign, double *change)
{
  double second = -INFINITY;
  int best = -1;

  *change = 0.0;
  for (guint i = 0; i < context->results->n_vendors; i++)
    {
      double own = sign * change_of (context, i);

      if (nepho_frame_is_aggregate (context, i))
        continue;
      if (best < 0 || own > sign * *change)
        {
          second = best < 0 ? second : sign * *change;
          best = (int) i;
          *change = sign * own;
        }
      else
        second = MAX (second, own);
    }

  return sign * *change < NEPHO_WORDS_SHARE_TOLERANCE || sign * *change - second < NEPHO_WORDS_SHARE_TOLERANCE ? -1
                                                                                                               : best;
}

static char *
slope_title (const NephoFigureContext *context)
{
  guint from = nepho_frame_from (context);
  guint to = nepho_frame_to (context);
  const char *scope = nepho_frame_scope (context);
  g_autofree char *first = nepho_frame_quarter (context, from);
  g_autofree char *when = nepho_frame_quarter (context, to);
  g_autofree char *gain = NULL;
  g_autofree char *loss = NULL;
  Extremes found;

  found.winner = find_extreme (context, 1.0, &found.gain);
  found.loser = find_extreme (context, -1.0, &found.loss);
  gain = nepho_words_points (found.gain);
  loss = nepho_words_points (found.loss);
  if (to > from && found.winner >= 0 && found.loser >= 0)
    /* Translators: a vendor, a segment, "3.2 points", a quarter, another vendor, "1.1 points" */
    return g_strdup_printf (_("%s gains most in %s, %s by %s; %s loses most, %s"),
                            nepho_frame_vendor_name (context, (guint) found.winner), scope, gain, when,
                            nepho_frame_vendor_name (context, (guint) found.loser), loss);
  if (to > from && found.winner >= 0)
    /* Translators: a vendor, a segment, "3.2 points", a quarter */
    return g_strdup_printf (_("%s gains most in %s: %s by %s"),
                            nepho_frame_vendor_name (context, (guint) found.winner), scope, gain, when);
  if (to > from && found.loser >= 0)
    /* Translators: a vendor, a segment, "3.2 points", a quarter */
    return g_strdup_printf (_("%s loses most in %s: %s by %s"),
                            nepho_frame_vendor_name (context, (guint) found.loser), scope, loss, when);
  if (to > from && found.gain < NEPHO_WORDS_SHARE_TOLERANCE && found.loss > -NEPHO_WORDS_SHARE_TOLERANCE)
    /* Translators: a segment, a quarter, a later quarter */
    return g_strdup_printf (_("No vendor’s share in %s changes from %s to %s"), scope, first, when);

  return nepho_words_share_title (context, nepho_figure_share_of);
}

static NephoPlotColumn *
ends_of (const NephoFigureContext *context, const NephoResults *results, guint vendor)
{
  const double ends[] = { nepho_figure_share_of (context, results, nepho_frame_from (context), vendor),
                          nepho_figure_share_of (context, results, nepho_frame_to (context), vendor) };

  return nepho_plot_column_new (ends, G_N_ELEMENTS (ends));
}

/* A vendor's baseline where it ends elsewhere, behind all lines. */
static void
add_ghosts (NephoPlotFigure *figure, const NephoFigureContext *context)
{
  gboolean labelled = FALSE;

  if (context->baseline == NULL || context->baseline->n_quarters != context->results->n_quarters)
    return;

  for (guint i = 0; i < context->results->n_vendors; i++)
    {
      g_autoptr (NephoPlotColumn) ends = ends_of (context, context->baseline, i);
      NephoPlotSeries *series;

      if (fabs (ends->values[1] - nepho_figure_share_of (context, context->results, nepho_frame_to (context), i)) < 1e-9)
        continue;
      series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_SLOPE,
                                             nepho_dataset_vendor (nepho_frame_dataset (context), i)->id,
                                             labelled ? NULL : _("Baseline"), NEPHO_PLOT_NEUTRAL);
      series->notation = NEPHO_PLOT_GHOST;
      series->y = g_steal_pointer (&ends);
      labelled = TRUE;
    }
}

static void
add_vendors (NephoPlotFigure *figure, const NephoFigureContext *context)
{
  for (guint i = 0; i < context->results->n_vendors; i++)
    {
      NephoPlotSeries *series = nepho_plot_figure_add_series (
        figure, NEPHO_PLOT_MARK_SLOPE, nepho_dataset_vendor (nepho_frame_dataset (context), i)->id,
        nepho_frame_vendor_name (context, i), nepho_frame_vendor_colour (context, i));

      series->notation = NEPHO_PLOT_PROJECTION;
      series->y = ends_of (context, context->results, i);
    }
}

/**
 * nepho_figure_share_change:
 * @context: what is shown: its segment and both of its quarters
 *
 * Returns: (transfer full): the vendors' shares in the first and in the last quarter, and a line between
 */
NephoPlotFigure *
nepho_figure_share_change (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "share-change", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_FRACTION);
  g_autoptr (GPtrArray) quarters = g_ptr_array_new_with_free_func (g_free);
  const char *market = nepho_text_get (nepho_frame_dataset (context)->name);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  g_ptr_array_add (quarters, nepho_frame_quarter (context, nepho_frame_from (context)));
  g_ptr_array_add (quarters, nepho_frame_quarter (context, nepho_frame_to (context)));
  nepho_frame_set_categories (&figure->x, quarters);
  figure->title = slope_title (context);
  if (context->segment >= 0)
    /* Translators: a market, a segment, a quarter, a later quarter */
    figure->subtitle = g_strdup_printf (_("Share of customers, per cent, %s, %s, %s and %s"), market,
                                        nepho_frame_scope (context), figure->x.categories[0], figure->x.categories[1]);
  else
    /* Translators: a market, a quarter, a later quarter */
    figure->subtitle = g_strdup_printf (_("Share of revenue in all segments, per cent, %s, %s and %s"), market,
                                        figure->x.categories[0], figure->x.categories[1]);
  figure->summary = nepho_words_share_summary (context, nepho_figure_share_of, figure->title);
  add_ghosts (figure, context);
  add_vendors (figure, context);
  nepho_evidence_add_starts (&evidence);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
