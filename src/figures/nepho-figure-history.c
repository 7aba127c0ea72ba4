/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-history.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-history-choice.h"
#include "nepho-history-compare.h"

/* Successive figures that were counted in one way. */
typedef struct
{
  const NephoHistoryItem *first;
  const NephoHistoryItem *last;
} Run;

static const NephoHistoryItem *
item_at (const GArray *items, guint index)
{
  return &g_array_index (items, NephoHistoryItem, index);
}

/**
 * nepho_history_period:
 * @first: first quarter
 * @last: last quarter
 *
 * Returns: (transfer full): "2023Q1", "2023H2", "2023", or "2022Q2 to 2023Q1"
 */
char *
nepho_history_period (NephoQuarter first, NephoQuarter last)
{
  g_autofree char *from = nepho_quarter_format (first);
  g_autofree char *to = nepho_quarter_format (last);

  if (first == last)
    return g_steal_pointer (&from);
  if (last - first == 1 && first % 2 == 0)
    return g_strdup_printf ("%dH%d", first / 4, first % 4 / 2 + 1);
  if (last - first == 3 && first % 4 == 0)
    return g_strdup_printf ("%d", first / 4);

  /* Translators: first and last quarter of a period */
  return g_strdup_printf (_("%s to %s"), from, to);
}

static const char *
series_id (const NephoHistory *history)
{
  if (*history->vendor != '\0')
    return history->vendor;

  return *history->segment != '\0' ? history->segment : "market";
}

/* A line in the making, with the sources of its points. */
typedef struct
{
  GArray    *x;
  GArray    *y;
  GPtrArray *sources;
} Points;

static void
add_point (Points *points, double x, double y, const char *source)
{
  g_array_append_val (points->x, x);
  g_array_append_val (points->y, y);
  g_ptr_array_add (points->sources, g_strdup (source));
}

/* Hands the points to a line of the figure, or to a mark where it is one only. */
static void
finish_series (NephoPlotFigure *figure, const NephoHistory *history, Points *points, const char *label)
{
  NephoPlotMark mark = points->x->len > 1 ? NEPHO_PLOT_MARK_LINE : NEPHO_PLOT_MARK_POINT;
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, mark, series_id (history), label, history->colour);

  series->notation = NEPHO_PLOT_ACTUAL;
  series->x = nepho_plot_column_new ((const double *) (gpointer) points->x->data, points->x->len);
  series->y = nepho_plot_column_new ((const double *) (gpointer) points->y->data, points->y->len);
  g_ptr_array_add (points->sources, NULL);
  series->sources = (char **) g_ptr_array_free (points->sources, FALSE);
  g_array_unref (points->x);
  g_array_unref (points->y);
}

/* The figures of one definition from @from on: a line with gaps, or a point. Each is marked with the run
 * that it is part of. */
static void
add_series (NephoPlotFigure *figure,
            const NephoHistory *history,
            GArray *items,
            guint from,
            GArray *runs,
            const char *label)
{
  Points points = {
    .x = g_array_new (FALSE, FALSE, sizeof (double)),
    .y = g_array_new (FALSE, FALSE, sizeof (double)),
    .sources = g_ptr_array_new (),
  };
  const NephoHistoryItem *last = NULL;

  for (guint i = from; i < items->len; i++)
    {
      NephoHistoryItem *item = &g_array_index (items, NephoHistoryItem, i);
      gboolean joined = last != NULL && nepho_history_items_successive (last, item);

      if (item->run >= 0 || !nepho_history_items_alike (item_at (items, from), item))
        continue;
      if (last != NULL && !joined)
        add_point (&points, 0.5 * (last->x + item->x), NAN, "");
      if (!joined)
        g_array_append_val (runs, ((Run) { .first = item }));
      g_array_index (runs, Run, runs->len - 1).last = item;
      item->run = (int) runs->len - 1;
      add_point (&points, item->x, item->y, item->fact != NULL ? item->fact->id : "");
      last = item;
    }

  finish_series (figure, history, &points, label);
}

/* What changes from one run to the next; NULL where it is only the length of the periods. */
static char *
break_label (const NephoHistoryItem *before, const NephoHistoryItem *after)
{
  const char *measure_before = before->fact != NULL ? before->fact->measure : "";
  const char *measure_after = after->fact != NULL ? after->fact->measure : "";

  if (!g_str_equal (before->publisher, after->publisher))
    /* Translators: two publishers: what is counted changes from one's definition to the other's */
    return g_strdup_printf (_("definition changes: %s → %s"), before->publisher, after->publisher);
  if (!g_str_equal (measure_before, measure_after) || !g_str_equal (before->group, after->group))
    return g_strdup (_("definition changes"));

  return NULL;
}

/* Many vendors' figures change at once: one rule says it. */
static gboolean
has_rule (const NephoPlotFigure *figure, double x, const char *label)
{
  for (guint i = 0; i < figure->breaks->len; i++)
    {
      const NephoPlotBreak *other = &g_array_index (figure->breaks, NephoPlotBreak, i);

      if (g_strcmp0 (other->label, label) == 0 && fabs (other->x - x) < 1.0)
        return TRUE;
    }

  return FALSE;
}

/* The run that ends last before another begins, where nothing lies across the two; else -1. */
static int
run_before (const GArray *runs, guint index)
{
  NephoQuarter begin = g_array_index (runs, Run, index).first->observation->first;
  int best = -1;

  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      NephoQuarter end = run->last->observation->last;

      if (i == index)
        continue;
      if (run->first->observation->first < begin && end >= begin)
        return -1;
      if (end < begin && (best < 0 || end > g_array_index (runs, Run, best).last->observation->last))
        best = (int) i;
    }

  return best;
}

static void
add_breaks (NephoEvidence *evidence, NephoPlotFigure *figure, const NephoHistory *history, const GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const NephoHistoryItem *after = g_array_index (runs, Run, i).first;
      int before_run = run_before (runs, i);
      const NephoHistoryItem *before;
      g_autofree char *label = NULL;
      double x;

      if (before_run < 0)
        continue;
      before = g_array_index (runs, Run, before_run).last;
      if (nepho_history_items_alike (before, after))
        continue;

      x = 0.5 * (before->x + after->x);
      label = break_label (before, after);
      evidence->n_breaks++;
      nepho_plot_figure_add_break (figure, series_id (history), history->colour, x, 0.5 * (before->y + after->y),
                                   label != NULL && !has_rule (figure, x, label) ? label : NULL);
    }
}

/**
 * nepho_history_add:
 * @evidence: what the figure rests on
 * @figure: a figure over time
 * @history: whose history
 *
 * Draws what the reader chose of the published figures, each definition by itself; marks where the
 * definition changes, and remembers how far they are from the projection.
 */
void
nepho_history_add (NephoEvidence *evidence, NephoPlotFigure *figure, const NephoHistory *history)
{
  const NephoFigureContext *context = evidence->context;
  gboolean mixed = g_strcmp0 (context->history, NEPHO_HISTORY_ALL) == 0;
  g_autoptr (GArray) items = NULL;
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  gboolean first = TRUE;

  if (g_strcmp0 (context->history, NEPHO_HISTORY_NONE) == 0)
    return;

  items = nepho_history_items (context, history);
  for (guint i = 0; i < items->len; i++)
    {
      const NephoHistoryItem *item = item_at (items, i);

      nepho_evidence_add_fact (evidence, item->observation->source);
      if (!mixed || nepho_history_is_usual (history->family, item->observation))
        nepho_history_compare (evidence, history, item);
      if (item->run >= 0)
        continue;
      if (item->fact != NULL)
        nepho_evidence_add_measure (evidence, item->fact);
      add_series (figure, history, items, i, runs, first ? history->label : NULL);
      first = FALSE;
    }
  /* Where all are shown they lie beside one another: none follows another. */
  if (!mixed)
    add_breaks (evidence, figure, history, runs);
}
