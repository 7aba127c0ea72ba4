/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>

#include "nepho-figure-history.h"
#include "nepho-figure-runs.h"
#include "nepho-figure-words.h"

/* The bands of a fan, the widest first, and the line in its middle. */
enum
{
  LOW_95,
  LOW_80,
  LOW_50,
  MEDIAN,
  HIGH_50,
  HIGH_80,
  HIGH_95,
  N_EDGES
};

static const double probabilities[N_EDGES] = { 0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975 };

static const struct
{
  const char *label;
  guint       low;
  guint       high;
} bands[] = {
  /* Translators: a band that so many of the runs lie in */
  { N_("95 of 100 runs"), LOW_95, HIGH_95 },
  { N_("80 of 100 runs"), LOW_80, HIGH_80 },
  { N_("50 of 100 runs"), LOW_50, HIGH_50 },
};

/* One vendor's share in many runs: of each quarter the edges of the bands. */
typedef struct
{
  const NephoFigureContext *context;
  guint                     vendor;
  const char               *name;
  guint                     n;
  double                   *years;
  double                   *edges[N_EDGES];
} Fan;

static void
fan_init (Fan *fan, const NephoFigureContext *context, const NephoShareRuns *runs)
{
  NephoOutcomeChoice question = nepho_words_question (context, NEPHO_OUTCOME_SHARE);

  *fan = (Fan) { .context = context, .vendor = (guint) question.vendor, .n = context->results->n_quarters };
  fan->name = nepho_frame_vendor_name (context, fan->vendor);
  fan->years = g_new (double, fan->n);
  for (guint e = 0; e < N_EDGES; e++)
    fan->edges[e] = g_new (double, fan->n);
  for (guint t = 0; t < fan->n; t++)
    {
      double quantiles[N_EDGES];

      fan->years[t] = nepho_frame_year (context, t);
      nepho_share_runs_quantiles (runs, t, fan->vendor, probabilities, N_EDGES, quantiles);
      for (guint e = 0; e < N_EDGES; e++)
        fan->edges[e][t] = quantiles[e];
    }
}

static void
fan_clear (Fan *fan)
{
  g_free (fan->years);
  for (guint e = 0; e < N_EDGES; e++)
    g_free (fan->edges[e]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fan, fan_clear)

static char *
end_text (const Fan *fan, guint edge)
{
  return nepho_words_percent (fan->edges[edge][fan->n - 1]);
}

static char *
fan_title (const Fan *fan)
{
  g_autofree char *low = end_text (fan, LOW_80);
  g_autofree char *high = end_text (fan, HIGH_80);
  g_autofree char *when = nepho_frame_quarter (fan->context, fan->n - 1);
  const char *scope = nepho_frame_scope (fan->context);

  if (g_str_equal (low, high))
    /* Translators: a vendor, a share, a segment, a quarter */
    return g_strdup_printf (_("%s holds %s of %s in %s, whatever is uncertain"), fan->name, low, scope, when);

  /* Translators: a vendor, two shares, a segment, a quarter */
  return g_strdup_printf (_("%s holds %s to %s of %s in %s in 8 of 10 runs"), fan->name, low, high, scope, when);
}

/* What the eye sees of a fan: its middle and how wide it is at the end. */
static char *
fan_summary (const Fan *fan, const char *title)
{
  g_autofree char *median = end_text (fan, MEDIAN);
  g_autofree char *low = end_text (fan, LOW_50);
  g_autofree char *high = end_text (fan, HIGH_50);
  g_autofree char *lowest = end_text (fan, LOW_95);
  g_autofree char *highest = end_text (fan, HIGH_95);
  /* Translators: five shares */
  g_autofree char *detail
    = g_strdup_printf (_("At the end the median is %s; half of the runs lie between %s and %s, 95 of 100 between %s and %s."),
                       median, low, high, lowest, highest);

  return nepho_words_summary (title, detail);
}

static void
add_bands (NephoPlotFigure *figure, const Fan *fan)
{
  const char *id = nepho_dataset_vendor (nepho_frame_dataset (fan->context), fan->vendor)->id;

  for (guint k = 0; k < G_N_ELEMENTS (bands); k++)
    {
      NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_BAND, id, _(bands[k].label),
                                                              nepho_frame_vendor_colour (fan->context, fan->vendor));

      series->notation = NEPHO_PLOT_PROJECTION;
      series->x = nepho_plot_column_new (fan->years, fan->n);
      series->low = nepho_plot_column_new (fan->edges[bands[k].low], fan->n);
      series->y = nepho_plot_column_new (fan->edges[bands[k].high], fan->n);
    }
}

/* The median, and the one run with every parameter at its value, which need not be it. */
static void
add_lines (NephoPlotFigure *figure, const Fan *fan)
{
  const char *id = nepho_dataset_vendor (nepho_frame_dataset (fan->context), fan->vendor)->id;
  int colour = nepho_frame_vendor_colour (fan->context, fan->vendor);
  NephoPlotSeries *series;

  nepho_frame_add_times (figure, fan->context, NEPHO_PLOT_MARK_LINE, nepho_figure_share_of, fan->vendor, id, _("As set"),
                         NEPHO_PLOT_NEUTRAL);
  ((NephoPlotSeries *) g_ptr_array_index (figure->series, figure->series->len - 1))->notation = NEPHO_PLOT_TREND;
  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, id, fan->name, colour);
  series->notation = NEPHO_PLOT_PROJECTION;
  series->x = nepho_plot_column_new (fan->years, fan->n);
  series->y = nepho_plot_column_new (fan->edges[MEDIAN], fan->n);
}

static void
add_history (NephoEvidence *evidence, NephoPlotFigure *figure, const Fan *fan)
{
  const NephoDataset *dataset = nepho_frame_dataset (fan->context);
  NephoHistory history = {
    .family = "share",
    .vendor = nepho_dataset_vendor (dataset, fan->vendor)->id,
    .unit = NEPHO_UNIT_FRACTION,
    .name = fan->name,
    .colour = nepho_frame_vendor_colour (fan->context, fan->vendor),
    .getter = nepho_figure_share_of,
    .index = fan->vendor,
  };

  if (fan->context->segment < 0)
    return;

  history.segment = nepho_dataset_segment (dataset, (guint) fan->context->segment)->id;
  nepho_history_add (evidence, figure, &history);
}

/**
 * nepho_figure_share_fan:
 * @context: what is shown: its segment, and its vendor or who leads
 *
 * Returns: (transfer full): one vendor's share over time in many runs: bands that hold 50, 80 and 95 of 100, the median,
 *   and published history
 */
NephoPlotFigure *
nepho_figure_share_fan (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "share-fan", NEPHO_PLOT_SCALE_TIME, NEPHO_UNIT_FRACTION);
  g_autoptr (NephoShareRuns) runs = nepho_frame_share_runs (context);
  g_auto (Fan) fan = { 0 };
  NephoEvidence evidence;

  fan_init (&fan, context, runs);
  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.include_zero = TRUE;
  figure->title = fan_title (&fan);
  figure->subtitle = nepho_figure_share_subtitle (context);
  figure->summary = fan_summary (&fan, figure->title);
  nepho_evidence_add_starts (&evidence);
  add_bands (figure, &fan);
  nepho_frame_add_ghost (figure, context, nepho_figure_share_of, fan.vendor,
                         nepho_dataset_vendor (nepho_frame_dataset (context), fan.vendor)->id, TRUE);
  add_history (&evidence, figure, &fan);
  add_lines (figure, &fan);
  nepho_evidence_note_runs (&evidence, runs);
  nepho_evidence_note (&evidence, _("Line: median. “As set”: the run with every parameter at its value."));
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
