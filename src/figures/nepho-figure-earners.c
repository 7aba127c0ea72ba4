/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-money.h"
#include "nepho-figure-words.h"
#include "nepho-number.h"

/* Changes below a thousandth of the whole are none worth a sentence. */
#define RELATIVE_TOLERANCE 0.0005

/* Of how many vendors the summary tells. */
#define N_TOLD 3u

/* Revenue of the named vendors before and after: of two quarters, or of the baseline and the scenario. */
typedef struct
{
  const NephoFigureContext *context;
  const NephoResults       *before;
  guint                     from; /* quarter of what was before */
  guint                     to;
  guint                    *order; /* vendors, the largest after first */
  guint                     n;
} Pair;

static void
pair_init (Pair *pair, const NephoFigureContext *context, const NephoResults *before, guint from)
{
  *pair = (Pair) { context, before, from, nepho_frame_to (context), g_new (guint, context->results->n_vendors), 0 };
  pair->n = nepho_words_order (context, context->results, pair->to, nepho_figure_revenue_of, pair->order);
}

static double
before_of (const Pair *pair, guint vendor)
{
  return nepho_figure_revenue_of (pair->context, pair->before, pair->from, vendor);
}

static double
after_of (const Pair *pair, guint vendor)
{
  return nepho_figure_revenue_of (pair->context, pair->context->results, pair->to, vendor);
}

/* The vendor with the largest of what @measure gives; FALSE where another comes as near as words can tell. */
static gboolean
find_most (const Pair *pair, double (*measure) (const Pair *pair, guint vendor), guint *vendor, double *most)
{
  double second = -INFINITY;

  *most = -INFINITY;
  for (guint k = 0; k < pair->n; k++)
    {
      double own = measure (pair, pair->order[k]);

      if (own > *most)
        {
          second = *most;
          *most = own;
          *vendor = pair->order[k];
        }
      else
        second = MAX (second, own);
    }

  return isfinite (*most) && !(*most - second < RELATIVE_TOLERANCE * fabs (*most));
}

static double
ratio_of (const Pair *pair, guint vendor)
{
  double before = before_of (pair, vendor);

  return before > 0.0 ? after_of (pair, vendor) / before : (double) -INFINITY;
}

static double
gain_of (const Pair *pair, guint vendor)
{
  return after_of (pair, vendor) - before_of (pair, vendor);
}

static double
loss_of (const Pair *pair, guint vendor)
{
  return -gain_of (pair, vendor);
}

static void
set_vendors (NephoPlotFigure *figure, const Pair *pair)
{
  nepho_frame_set_vendors (&figure->x, pair->context, pair->order, pair->n);
  figure->horizontal = TRUE;
  if (pair->n == 0)
    figure->empty = g_strdup (_("The data set names no vendor"));
}

static NephoPlotColumn *
column_of (const Pair *pair, double (*get) (const Pair *pair, guint vendor))
{
  g_autofree double *values = g_new (double, MAX (pair->n, 1u));

  for (guint k = 0; k < pair->n; k++)
    values[k] = get (pair, pair->order[k]);

  return nepho_plot_column_new (values, pair->n);
}

/* The largest vendors with both numbers, for those who cannot see the marks. */
static char *
make_summary (const Pair *pair, const char *title)
{
  g_autoptr (GString) detail = g_string_new (NULL);

  for (guint k = 0; k < MIN (pair->n, N_TOLD); k++)
    {
      g_autofree char *before = nepho_money_sum (pair->context, before_of (pair, pair->order[k]));
      g_autofree char *after = nepho_money_sum (pair->context, after_of (pair, pair->order[k]));

      if (k > 0)
        g_string_append_c (detail, ' ');
      /* Translators: a vendor, its revenue, and what that was before */
      g_string_append_printf (detail, _("%s: %s, before %s."),
                              nepho_frame_vendor_name (pair->context, pair->order[k]), after, before);
    }

  return pair->n > 0 ? nepho_words_summary (title, detail->str) : g_strdup (title);
}

static char *
growth_title (const Pair *pair)
{
  const NephoFigureContext *context = pair->context;
  g_autofree char *first = nepho_frame_quarter (context, pair->from);
  g_autofree char *when = nepho_frame_quarter (context, pair->to);
  g_autofree char *times = NULL;
  guint vendor = 0;
  double most;
  gboolean alone = find_most (pair, ratio_of, &vendor, &most);

  if (pair->n == 0 || pair->from >= pair->to)
    return nepho_figure_revenue_title (context, pair->to);
  if (isfinite (most) && most < 1.0 + RELATIVE_TOLERANCE)
    /* Translators: a quarter, an earlier quarter */
    return g_strdup_printf (_("No vendor earns more in %s than in %s"), when, first);
  if (!alone)
    return nepho_figure_revenue_title (context, pair->to);

  times = nepho_number_format (most, NEPHO_UNIT_NONE, NEPHO_NUMBER_SHORT);
  /* Translators: a vendor, a number, a quarter, an earlier quarter */
  return g_strdup_printf (_("%s grows fastest: it earns %s times as much in %s as in %s"),
                          nepho_frame_vendor_name (context, vendor), times, when, first);
}

static void
add_bars (NephoPlotFigure *figure, const Pair *pair, gboolean after)
{
  g_autofree char *when = nepho_frame_quarter (pair->context, after ? pair->to : pair->from);
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_BAR, after ? "after" : "before", when,
                                                          after ? NEPHO_PLOT_ACCENT : NEPHO_PLOT_NEUTRAL);

  series->notation = NEPHO_PLOT_PROJECTION;
  series->pattern = after ? NEPHO_PLOT_PATTERN_USUAL : NEPHO_PLOT_PATTERN_HOLLOW;
  series->y = column_of (pair, after ? after_of : before_of);
}

/**
 * nepho_figure_revenue_growth:
 * @context: what is shown: its segment and both of its quarters
 *
 * Returns: (transfer full): revenue of the named vendors in both quarters side by side, the largest at the end first
 */
NephoPlotFigure *
nepho_figure_revenue_growth (const NephoFigureContext *context)
{
  NephoPlotFigure *figure
    = nepho_frame_new (context, "revenue-growth", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_YUAN_BILLION);
  g_autofree char *first = nepho_frame_quarter (context, nepho_frame_from (context));
  g_autofree char *when = nepho_frame_quarter (context, nepho_frame_to (context));
  NephoEvidence evidence;
  Pair pair;

  pair_init (&pair, context, context->results, nepho_frame_from (context));
  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.include_zero = TRUE;
  figure->title = growth_title (&pair);
  /* Translators: a unit, a market, a segment, a quarter, a later quarter */
  figure->subtitle = g_strdup_printf (_("Revenue of the named vendors as a yearly rate, %s, %s, %s, %s and %s"),
                                      nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION),
                                      nepho_text_get (nepho_frame_dataset (context)->name),
                                      nepho_frame_scope (context), first, when);
  figure->summary = make_summary (&pair, figure->title);
  set_vendors (figure, &pair);
  if (pair.n > 0 && pair.from < pair.to)
    add_bars (figure, &pair, FALSE);
  if (pair.n > 0)
    add_bars (figure, &pair, TRUE);
  nepho_figure_add_size_evidence (&evidence);
  nepho_evidence_finish (&evidence, figure);
  g_free (pair.order);

  return figure;
}

static gboolean
differs (const Pair *pair)
{
  for (guint k = 0; k < pair->n; k++)
    if (fabs (gain_of (pair, pair->order[k])) > 1e-9 * MAX (1.0, fabs (after_of (pair, pair->order[k]))))
      return TRUE;

  return FALSE;
}

/* Who wins and who loses most: names with what they win and lose; NULL where nobody does, or not one alone. */
typedef struct
{
  const char *winner;
  const char *loser;
  char       *gain;
  char       *loss;
} Extremes;

static char *
baseline_title (const Pair *pair, const Extremes *found, const char *when)
{
  if (found->winner != NULL && found->loser != NULL)
    /* Translators: a vendor, a sum, a quarter, another vendor, a sum */
    return g_strdup_printf (_("%s earns %s a year more than in the baseline by %s, %s %s less"), found->winner,
                            found->gain, when, found->loser, found->loss);
  if (found->winner != NULL)
    /* Translators: a vendor, a quarter, a sum */
    return g_strdup_printf (_("%s gains most on the baseline by %s: %s a year"), found->winner, when, found->gain);
  if (found->loser != NULL)
    /* Translators: a vendor, a quarter, a sum */
    return g_strdup_printf (_("%s falls furthest behind the baseline by %s: %s a year"), found->loser, when,
                            found->loss);

  return nepho_figure_revenue_title (pair->context, pair->to);
}

static char *
time_title (const Pair *pair, const Extremes *found, const char *when)
{
  g_autofree char *first = nepho_frame_quarter (pair->context, pair->from);

  if (found->winner != NULL && found->loser != NULL)
    /* Translators: a vendor, a sum, a quarter, a later quarter, another vendor, a sum */
    return g_strdup_printf (_("%s adds %s a year from %s to %s, more than any other; %s loses most, %s"),
                            found->winner, found->gain, first, when, found->loser, found->loss);
  if (found->winner != NULL)
    /* Translators: a vendor, a quarter, a later quarter, a sum */
    return g_strdup_printf (_("%s adds most revenue from %s to %s: %s a year"), found->winner, first, when,
                            found->gain);
  if (found->loser != NULL)
    /* Translators: a vendor, a quarter, a later quarter, a sum */
    return g_strdup_printf (_("%s loses most revenue from %s to %s: %s a year"), found->loser, first, when,
                            found->loss);

  return nepho_figure_revenue_title (pair->context, pair->to);
}

static char *
change_title (const Pair *pair, gboolean on_baseline)
{
  const NephoFigureContext *context = pair->context;
  g_autofree char *when = nepho_frame_quarter (context, pair->to);
  Extremes found = { NULL, NULL, NULL, NULL };
  guint vendor = 0;
  double most;
  char *title;

  if (find_most (pair, gain_of, &vendor, &most) && most > 0.0)
    {
      found.winner = nepho_frame_vendor_name (context, vendor);
      found.gain = nepho_money_sum (context, most);
    }
  if (find_most (pair, loss_of, &vendor, &most) && most > 0.0)
    {
      found.loser = nepho_frame_vendor_name (context, vendor);
      found.loss = nepho_money_sum (context, most);
    }
  title = on_baseline ? baseline_title (pair, &found, when) : time_title (pair, &found, when);
  g_free (found.gain);
  g_free (found.loss);

  return title;
}

static void
add_dumbbells (NephoPlotFigure *figure, const Pair *pair, gboolean on_baseline)
{
  g_autofree char *when = nepho_frame_quarter (pair->context, pair->to);
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_DUMBBELL, "revenue",
                                                          on_baseline ? _("Scenario") : when, NEPHO_PLOT_CHANGE);

  series->notation = NEPHO_PLOT_PROJECTION;
  series->y = column_of (pair, after_of);
  series->low = column_of (pair, before_of);
  series->low_label = on_baseline ? g_strdup (_("Baseline")) : nepho_frame_quarter (pair->context, pair->from);
}

/**
 * nepho_figure_revenue_change:
 * @context: what is shown: its segment, its baseline and its quarters
 *
 * Returns: (transfer full): how far each named vendor's revenue is from the baseline in the later quarter, or, where
 *   nothing differs from that, from what it was in the earlier one
 */
NephoPlotFigure *
nepho_figure_revenue_change (const NephoFigureContext *context)
{
  NephoPlotFigure *figure
    = nepho_frame_new (context, "revenue-change", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_YUAN_BILLION);
  g_autofree char *when = nepho_frame_quarter (context, nepho_frame_to (context));
  gboolean on_baseline = context->baseline != NULL && context->baseline->n_quarters == context->results->n_quarters;
  g_autofree char *since = NULL;
  NephoEvidence evidence;
  Pair pair;

  pair_init (&pair, context, on_baseline ? context->baseline : context->results,
             on_baseline ? nepho_frame_to (context) : nepho_frame_from (context));
  if (on_baseline && !differs (&pair))
    {
      on_baseline = FALSE;
      pair.before = context->results;
      pair.from = nepho_frame_from (context);
    }
  since = on_baseline ? g_strdup (_("baseline and scenario")) : nepho_frame_quarter (context, pair.from);
  nepho_evidence_init (&evidence, context, TRUE);
  figure->title = change_title (&pair, on_baseline);
  /* Translators: a unit, a market, a segment, a quarter or "baseline and scenario", a quarter */
  figure->subtitle = g_strdup_printf (_("Revenue of the named vendors as a yearly rate, %s, %s, %s, %s, %s"),
                                      nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION),
                                      nepho_text_get (nepho_frame_dataset (context)->name),
                                      nepho_frame_scope (context), since, when);
  figure->summary = make_summary (&pair, figure->title);
  set_vendors (figure, &pair);
  if (pair.n > 0)
    add_dumbbells (figure, &pair, on_baseline);
  nepho_figure_add_size_evidence (&evidence);
  nepho_evidence_finish (&evidence, figure);
  g_free (pair.order);

  return figure;
}
