/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-history.h"
#include "nepho-figure-words.h"

/* Sizes that differ by a smaller part are the same place: binary rounding wins no rank. */
#define RANK_TOLERANCE 1e-9

/* What shares are of: a segment's customers, or all segments' revenue where none is chosen. */
static double
size_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint vendor)
{
  double sum = 0.0;

  if (context->segment >= 0)
    return results->share[nepho_results_tis (results, t, vendor, (guint) context->segment)];

  for (guint s = 0; s < results->n_segments; s++)
    sum += results->revenue[nepho_results_tis (results, t, vendor, s)];

  return sum;
}

double
nepho_figure_share_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint vendor)
{
  double own = size_of (context, results, t, vendor);
  double all = 0.0;

  if (context->segment >= 0)
    return own;

  for (guint i = 0; i < results->n_vendors; i++)
    all += size_of (context, results, t, i);

  return all > 0.0 ? own / all : 0.0;
}

/* Place among the named vendors, 1 for the first; equals share the better place. Whoever is larger is
 * found first, because only few of them must then be asked for their names. */
static double
rank_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint vendor)
{
  double limit = size_of (context, results, t, vendor) * (1.0 + RANK_TOLERANCE);
  guint place = 1;

  for (guint i = 0; i < results->n_vendors; i++)
    if (size_of (context, results, t, i) > limit && !nepho_frame_is_aggregate (context, i))
      place++;

  return place;
}

/* What shares are of, where and when. */
char *
nepho_figure_share_subtitle (const NephoFigureContext *context)
{
  const char *market = nepho_text_get (nepho_frame_dataset (context)->name);
  g_autofree char *period = nepho_frame_period (context);

  if (context->segment >= 0)
    /* Translators: a market, a segment, a period */
    return g_strdup_printf (_("Share of customers, per cent, %s, %s, %s"), market,
                            nepho_frame_segment_name (context, (guint) context->segment), period);

  /* Translators: a market, a period */
  return g_strdup_printf (_("Share of revenue in all segments, per cent, %s, %s"), market, period);
}

static void
add_share_history (NephoEvidence *evidence, NephoPlotFigure *figure)
{
  const NephoFigureContext *context = evidence->context;
  const NephoDataset *dataset = nepho_frame_dataset (context);

  if (context->segment < 0)
    return;

  for (guint i = 0; i < context->results->n_vendors; i++)
    {
      NephoHistory history = {
        .family = "share",
        .vendor = nepho_dataset_vendor (dataset, i)->id,
        .segment = nepho_dataset_segment (dataset, (guint) context->segment)->id,
        .unit = NEPHO_UNIT_FRACTION,
        .name = nepho_frame_vendor_name (context, i),
        .colour = nepho_frame_vendor_colour (context, i),
        .getter = nepho_figure_share_of,
        .index = i,
      };

      nepho_history_add (evidence, figure, &history);
    }
}

/**
 * nepho_figure_share:
 * @context: what is shown
 *
 * Returns: (transfer full): shares over time as lines, with published history
 */
NephoPlotFigure *
nepho_figure_share (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "share", NEPHO_PLOT_SCALE_TIME, NEPHO_UNIT_FRACTION);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.include_zero = TRUE;
  figure->title = nepho_words_share_title (context, nepho_figure_share_of);
  figure->subtitle = nepho_figure_share_subtitle (context);
  figure->summary = nepho_words_share_summary (context, nepho_figure_share_of, figure->title);
  nepho_evidence_add_starts (&evidence);
  add_share_history (&evidence, figure);
  nepho_frame_add_vendors (figure, context, NEPHO_PLOT_MARK_LINE, nepho_figure_share_of, TRUE);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

/**
 * nepho_figure_share_area:
 * @context: what is shown
 *
 * Returns: (transfer full): shares over time, stacked to 100 %
 */
NephoPlotFigure *
nepho_figure_share_area (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "share-area", NEPHO_PLOT_SCALE_TIME, NEPHO_UNIT_FRACTION);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.include_zero = TRUE;
  figure->y.minimum = 0.0;
  figure->y.maximum = 1.0;
  figure->title = nepho_words_top_title (context, nepho_figure_share_of);
  figure->subtitle = nepho_figure_share_subtitle (context);
  figure->summary = nepho_words_share_summary (context, nepho_figure_share_of, figure->title);
  nepho_evidence_add_starts (&evidence);
  nepho_frame_add_vendors (figure, context, NEPHO_PLOT_MARK_AREA, nepho_figure_share_of, TRUE);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

/* How many vendors end in another place, and who climbed most, if only one did. */
typedef struct
{
  guint    n_changed;
  guint    climber;
  int      climb;
  gboolean tied;
} Moves;

static void
find_moves (const NephoFigureContext *context, guint last, Moves *moves)
{
  *moves = (Moves) { 0 };
  for (guint i = 0; i < context->results->n_vendors; i++)
    {
      int climb;

      if (nepho_frame_is_aggregate (context, i))
        continue;

      climb = (int) (rank_of (context, context->results, 0, i) - rank_of (context, context->results, last, i));
      if (climb != 0)
        moves->n_changed++;
      if (climb > moves->climb)
        {
          moves->climb = climb;
          moves->climber = i;
          moves->tied = FALSE;
        }
      else if (climb == moves->climb && climb > 0)
        moves->tied = TRUE;
    }
}

/* The one vendor that stands first; FALSE where several share the place. */
static gboolean
find_first (const NephoFigureContext *context, guint t, guint *vendor)
{
  guint n = 0;

  for (guint i = 0; i < context->results->n_vendors; i++)
    if (!nepho_frame_is_aggregate (context, i) && rank_of (context, context->results, t, i) < 1.5)
      {
        *vendor = i;
        n++;
      }

  return n == 1;
}

static char *
rank_title (const NephoFigureContext *context)
{
  guint last = nepho_frame_last (context);
  guint n_named = nepho_frame_n_named (context);
  const char *scope = nepho_frame_scope (context);
  g_autofree char *when = nepho_frame_quarter (context, last);
  guint first = 0;
  guint end = 0;
  Moves moves;

  if (n_named < 2 || last == 0)
    return nepho_words_share_title (context, nepho_figure_share_of);

  find_moves (context, last, &moves);
  if (moves.n_changed == 0)
    /* Translators: a segment, a quarter */
    return g_strdup_printf (_("No vendor changes places in %s by %s"), scope, when);
  if (find_first (context, 0, &first) && find_first (context, last, &end) && first != end)
    /* Translators: a vendor, a segment, another vendor, a quarter */
    return g_strdup_printf (_("%s takes first place in %s from %s by %s"), nepho_frame_vendor_name (context, end),
                            scope, nepho_frame_vendor_name (context, first), when);
  if (moves.climb > 0 && !moves.tied)
    /* Translators: a vendor, a segment, its place before and after, a quarter */
    return g_strdup_printf (_("%s climbs most in %s, from place %d to %d by %s"),
                            nepho_frame_vendor_name (context, moves.climber), scope,
                            (int) rank_of (context, context->results, 0, moves.climber),
                            (int) rank_of (context, context->results, last, moves.climber), when);
  if (find_first (context, 0, &first) && find_first (context, last, &end))
    /* Translators: a vendor, a segment, a number, the number of all vendors, a quarter */
    return g_strdup_printf (ngettext ("%s keeps first place in %s; %u of %u vendors changes places by %s",
                                      "%s keeps first place in %s; %u of %u vendors change places by %s",
                                      moves.n_changed),
                            nepho_frame_vendor_name (context, end), scope, moves.n_changed, n_named, when);

  /* Translators: a number, the number of all vendors, a segment, a quarter */
  return g_strdup_printf (ngettext ("%u of %u vendors changes places in %s by %s",
                                    "%u of %u vendors change places in %s by %s", moves.n_changed),
                          moves.n_changed, n_named, scope, when);
}

static char *
rank_subtitle (const NephoFigureContext *context)
{
  const char *market = nepho_text_get (nepho_frame_dataset (context)->name);
  g_autofree char *period = nepho_frame_period (context);

  if (context->segment >= 0)
    /* Translators: a market, a segment, a period */
    return g_strdup_printf (_("Place by share of customers, %s, %s, %s"), market,
                            nepho_frame_segment_name (context, (guint) context->segment), period);

  /* Translators: a market, a period */
  return g_strdup_printf (_("Place by share of revenue in all segments, %s, %s"), market, period);
}

/**
 * nepho_figure_rank:
 * @context: what is shown
 *
 * Returns: (transfer full): the named vendors' places over time, the first at the top
 */
NephoPlotFigure *
nepho_figure_rank (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "rank", NEPHO_PLOT_SCALE_TIME, NEPHO_UNIT_RANK);
  NephoEvidence evidence;

  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.reversed = TRUE;
  figure->y.whole = TRUE;
  /* The dots at the ends of the first and of the last need room. */
  figure->y.minimum = 0.5;
  figure->y.maximum = MAX (nepho_frame_n_named (context), 2) + 0.5;
  figure->title = rank_title (context);
  figure->subtitle = rank_subtitle (context);
  figure->summary = nepho_words_share_summary (context, nepho_figure_share_of, figure->title);
  nepho_evidence_add_starts (&evidence);
  nepho_frame_add_vendors (figure, context, NEPHO_PLOT_MARK_LINE, rank_of, FALSE);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
