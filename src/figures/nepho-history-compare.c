/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-history-compare.h"

#include <math.h>

#include "nepho-history-choice.h"

/* The projection at a place on the axis, as it is drawn: straight between quarters. */
static double
projection_at (const NephoFigureContext *context, const NephoHistory *history, double x)
{
  double at = (x - nepho_frame_year (context, 0)) * 4.0;
  guint t = (guint) MAX (floor (at + 1e-9), 0.0);
  double part = at - t;
  double from;

  if (at < -1e-9 || t > nepho_frame_last (context))
    return NAN;
  from = history->getter (context, context->results, t, history->index);
  if (part < 1e-6)
    return from;
  if (t + 1 > nepho_frame_last (context))
    return NAN;

  return from + part * (history->getter (context, context->results, t + 1, history->index) - from);
}

/* Keeps the miss that is largest. */
static void
count_miss (NephoMisses *misses, const NephoHistory *history, const NephoMiss *miss)
{
  misses->n++;
  if (misses->n > 1 && fabs (miss->miss) <= fabs (misses->worst.miss))
    {
      g_free (miss->period);
      g_free (miss->since);
      return;
    }

  g_free (misses->worst.period);
  g_free (misses->worst.since);
  misses->worst = *miss;
  misses->worst.name = history->name;
  misses->worst.unit = history->unit;
  misses->worst.annual = history->annual;
  misses->worst.relative = history->relative;
}

/* In the definition that the projection starts from: what was published, and what was projected. */
static void
compare_values (NephoEvidence *evidence, const NephoHistory *history, const NephoHistoryItem *item)
{
  double projected = projection_at (evidence->context, history, item->x);
  NephoMiss miss = {
    .value = item->y,
    .miss = history->relative ? item->y / projected - 1.0 : item->y - projected,
  };

  if (!isfinite (miss.miss) || (history->relative && projected <= 0.0))
    return;

  miss.period = nepho_history_period (item->observation->first, item->observation->last);
  count_miss (&evidence->later, history, &miss);
}

/* In another definition only changes can be told from the projection's: from the first figure that the
 * definition has at the base quarter or later. */
static void
compare_changes (NephoEvidence *evidence, const NephoHistory *history, const NephoHistoryItem *item)
{
  NephoHistoryItem since;
  double before;
  double after = projection_at (evidence->context, history, item->x);
  NephoMiss miss = { 0 };

  if (!nepho_history_reference (evidence->context, history, item, &since))
    return;
  before = projection_at (evidence->context, history, since.x);
  miss.value = history->relative ? item->y / since.y - 1.0 : item->y - since.y;
  miss.miss = miss.value - (history->relative ? after / before - 1.0 : after - before);
  if (!isfinite (miss.miss) || (history->relative && (before <= 0.0 || since.y <= 0.0)))
    return;

  miss.period = nepho_history_period (item->observation->first, item->observation->last);
  miss.since = nepho_history_period (since.observation->first, since.observation->last);
  count_miss (&evidence->changes, history, &miss);
}

/**
 * nepho_history_compare:
 * @evidence: what a figure rests on
 * @history: whose history
 * @item: a published figure that is drawn
 *
 * Remembers how far the projection is from a figure that was published for a time after the base quarter.
 */
void
nepho_history_compare (NephoEvidence *evidence, const NephoHistory *history, const NephoHistoryItem *item)
{
  if (item->observation->first <= nepho_frame_dataset (evidence->context)->base_quarter)
    return;

  if (nepho_history_is_usual (history->family, item->observation))
    compare_values (evidence, history, item);
  else
    compare_changes (evidence, history, item);
}
