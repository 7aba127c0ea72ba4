/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "nepho-figure-runs.h"
#include "nepho-figure-words.h"
#include "nepho-rank-odds.h"

/* Eight of ten runs: the ranks that an interval leaves out to either side are had in one of ten. */
#define LOW 0.1
#define HIGH 0.9

/* How often the named vendors have each rank. */
typedef struct
{
  const NephoFigureContext *context;
  const NephoShareRuns     *runs;
  guint                    *vendors;
  guint                     n;
  double                   *odds; /* of the quarter at hand: [vendor][rank] */
} Ranking;

static void
ranking_init (Ranking *ranking, const NephoFigureContext *context, const NephoShareRuns *runs)
{
  *ranking = (Ranking) { context, runs, g_new (guint, context->results->n_vendors), 0, NULL };
  ranking->n = nepho_frame_ranked (context, ranking->vendors);
  ranking->odds = g_new (double, (gsize) ranking->n * ranking->n + 1);
}

static void
ranking_clear (Ranking *ranking)
{
  g_free (ranking->vendors);
  g_free (ranking->odds);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ranking, ranking_clear)

static void
ranking_take (Ranking *ranking, guint t)
{
  nepho_share_runs_odds (ranking->runs, t, ranking->vendors, ranking->n, ranking->odds);
}

static const double *
odds_of (const Ranking *ranking, guint k)
{
  return ranking->odds + (gsize) k * ranking->n;
}

/* 1 is the first. */
static double
rank_at (const Ranking *ranking, guint k, double probability)
{
  return 1.0 + nepho_rank_odds_quantile (odds_of (ranking, k), ranking->n, probability);
}

static double
mean_rank (const Ranking *ranking, guint k)
{
  double sum = 0.0;

  for (guint rank = 0; rank < ranking->n; rank++)
    sum += rank * odds_of (ranking, k)[rank];

  return sum;
}

/* Who leads most often, of those the first. */
static guint
find_favourite (const Ranking *ranking)
{
  guint favourite = 0;

  for (guint k = 1; k < ranking->n; k++)
    if (odds_of (ranking, k)[0] > odds_of (ranking, favourite)[0])
      favourite = k;

  return favourite;
}

/* A place of a vendor among the others, by its mean rank. */
typedef struct
{
  guint  k;
  double mean;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a;
  const Place *right = b;

  if (left->mean != right->mean)
    return left->mean < right->mean ? -1 : 1;

  return (left->k > right->k) - (left->k < right->k);
}

/* The numbers of the vendors in the ranking, the best first. */
static guint *
order_of (const Ranking *ranking)
{
  g_autofree Place *places = g_new (Place, ranking->n + 1);
  guint *order = g_new (guint, ranking->n + 1);

  for (guint k = 0; k < ranking->n; k++)
    places[k] = (Place) { k, mean_rank (ranking, k) };
  qsort (places, ranking->n, sizeof (Place), compare_places);
  for (guint k = 0; k < ranking->n; k++)
    order[k] = places[k].k;

  return order;
}

static const char *
name_of (const Ranking *ranking, guint k)
{
  return nepho_frame_vendor_name (ranking->context, ranking->vendors[k]);
}

static char *
odds_title (const Ranking *ranking, guint t)
{
  guint favourite = find_favourite (ranking);
  g_autofree char *odds = nepho_words_odds (odds_of (ranking, favourite)[0]);
  g_autofree char *when = nepho_frame_quarter (ranking->context, t);

  /* Translators: a vendor, a segment, a quarter, a part of the runs in per cent */
  return g_strdup_printf (_("%s leads in %s in %s in %s of runs"), name_of (ranking, favourite),
                          nepho_frame_scope (ranking->context), when, odds);
}

/* Each with the places that it has in eight of ten runs. */
static char *
odds_summary (const Ranking *ranking, const char *title)
{
  g_autofree guint *order = order_of (ranking);
  g_autoptr (GString) detail = g_string_new (NULL);

  for (guint k = 0; k < MIN (ranking->n, 3); k++)
    {
      g_autofree char *first = nepho_words_odds (odds_of (ranking, order[k])[0]);
      /* Translators: a vendor, two places, a part of the runs in per cent */
      g_autofree char *part
        = g_strdup_printf (_("%s has place %.0f to %.0f in 8 of 10 runs and leads in %s."), name_of (ranking, order[k]),
                           rank_at (ranking, order[k], LOW), rank_at (ranking, order[k], HIGH), first);

      g_string_append_printf (detail, "%s%s", k > 0 ? " " : "", part);
    }

  return nepho_words_summary (title, detail->str);
}

/* The ranks of one vendor in all quarters: the ends of the interval and the median. */
typedef struct
{
  double *low;
  double *median;
  double *high;
} Course;

static void
course_clear (gpointer data)
{
  Course *course = data;

  g_free (course->low);
  g_free (course->median);
  g_free (course->high);
}

static GArray *
follow (Ranking *ranking)
{
  guint n_quarters = ranking->context->results->n_quarters;
  GArray *courses = g_array_sized_new (FALSE, TRUE, sizeof (Course), ranking->n);

  g_array_set_clear_func (courses, course_clear);
  g_array_set_size (courses, ranking->n);
  for (guint k = 0; k < ranking->n; k++)
    g_array_index (courses, Course, k)
      = (Course) { g_new (double, n_quarters), g_new (double, n_quarters), g_new (double, n_quarters) };
  for (guint t = 0; t < n_quarters; t++)
    {
      ranking_take (ranking, t);
      for (guint k = 0; k < ranking->n; k++)
        {
          g_array_index (courses, Course, k).low[t] = rank_at (ranking, k, LOW);
          g_array_index (courses, Course, k).median[t] = rank_at (ranking, k, 0.5);
          g_array_index (courses, Course, k).high[t] = rank_at (ranking, k, HIGH);
        }
    }

  return courses;
}

static NephoPlotSeries *
add_series (NephoPlotFigure *figure, const Ranking *ranking, guint k, NephoPlotMark mark, const char *label,
            const double *years, const double *values)
{
  const NephoFigureContext *context = ranking->context;
  guint vendor = ranking->vendors[k];
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, mark, nepho_dataset_vendor (nepho_frame_dataset (context), vendor)->id, label,
                                    nepho_frame_vendor_colour (context, vendor));

  series->notation = NEPHO_PLOT_PROJECTION;
  series->panel = figure->panels->len - 1;
  series->x = nepho_plot_column_new (years, context->results->n_quarters);
  series->y = nepho_plot_column_new (values, context->results->n_quarters);

  return series;
}

static void
add_panel (NephoPlotFigure *figure, const Ranking *ranking, guint k, const Course *course, const double *years)
{
  g_autofree char *odds = nepho_words_odds (odds_of (ranking, k)[0]);
  /* Translators: a part of the runs in per cent, in which a vendor has the first place */
  g_autofree char *value = g_strdup_printf (_("1st: %s"), odds);
  NephoPlotSeries *band;

  nepho_plot_figure_add_panel (figure, name_of (ranking, k), value);
  band = add_series (figure, ranking, k, NEPHO_PLOT_MARK_BAND, NULL, years, course->high);
  band->low = nepho_plot_column_new (course->low, ranking->context->results->n_quarters);
  add_series (figure, ranking, k, NEPHO_PLOT_MARK_LINE, name_of (ranking, k), years, course->median)->everywhere = TRUE;
}

static void
add_panels (NephoPlotFigure *figure, Ranking *ranking)
{
  guint n_quarters = ranking->context->results->n_quarters;
  g_autoptr (GArray) courses = follow (ranking);
  g_autofree guint *order = order_of (ranking);
  g_autofree double *years = g_new (double, n_quarters);

  for (guint t = 0; t < n_quarters; t++)
    years[t] = nepho_frame_year (ranking->context, t);
  for (guint k = 0; k < ranking->n; k++)
    add_panel (figure, ranking, order[k], &g_array_index (courses, Course, order[k]), years);
}

static char *
subtitle (const NephoFigureContext *context, const char *period)
{
  const char *market = nepho_text_get (nepho_frame_dataset (context)->name);

  if (context->segment >= 0)
    /* Translators: a market, a segment, a period */
    return g_strdup_printf (_("Place by share of customers, %s, %s, %s; line: median, band: 8 in 10 runs"), market,
                            nepho_frame_segment_name (context, (guint) context->segment), period);

  /* Translators: a market, a period */
  return g_strdup_printf (_("Place by share of revenue in all segments, %s, %s; line: median, band: 8 in 10 runs"), market,
                          period);
}

static void
set_nobody (NephoPlotFigure *figure)
{
  figure->title = g_strdup (_("Ranks in many runs"));
  figure->empty = g_strdup (_("The data set names no vendor"));
  figure->summary = g_strdup (figure->empty);
}

/**
 * nepho_figure_rank_intervals:
 * @context: what is shown: its segment
 *
 * Returns: (transfer full): the named vendors' places over time in many runs, one small plot each: the median and the
 *   places that it has in eight of ten runs
 */
NephoPlotFigure *
nepho_figure_rank_intervals (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "rank-intervals", NEPHO_PLOT_SCALE_TIME, NEPHO_UNIT_RANK);
  g_autoptr (NephoShareRuns) runs = nepho_frame_share_runs (context);
  g_autofree char *period = nepho_frame_period (context);
  g_auto (Ranking) ranking = { 0 };
  NephoEvidence evidence;

  ranking_init (&ranking, context, runs);
  nepho_evidence_init (&evidence, context, TRUE);
  figure->y.reversed = TRUE;
  figure->y.whole = TRUE;
  figure->y.minimum = 0.5;
  figure->y.maximum = MAX (ranking.n, 2) + 0.5;
  figure->subtitle = subtitle (context, period);
  nepho_evidence_add_starts (&evidence);
  if (ranking.n == 0)
    set_nobody (figure);
  else
    {
      ranking_take (&ranking, nepho_frame_last (context));
      add_panels (figure, &ranking);
      figure->title = odds_title (&ranking, nepho_frame_last (context));
      figure->summary = odds_summary (&ranking, figure->title);
      nepho_evidence_note_runs (&evidence, runs);
    }
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

/* A cell for each vendor and rank; what never happens stays blank. */
static void
add_cells (NephoPlotFigure *figure, const Ranking *ranking)
{
  g_autofree guint *order = order_of (ranking);
  g_autofree guint *vendors = g_new (guint, ranking->n);
  g_autofree double *cells = g_new (double, (gsize) ranking->n * ranking->n);
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);
  NephoPlotSeries *series;

  for (guint row = 0; row < ranking->n; row++)
    {
      vendors[row] = ranking->vendors[order[row]];
      g_ptr_array_add (ranks, g_strdup_printf ("%u", row + 1));
      for (guint rank = 0; rank < ranking->n; rank++)
        {
          double odds = odds_of (ranking, order[row])[rank];

          cells[(gsize) row * ranking->n + rank] = odds > 0.0 ? odds : (double) NAN;
        }
    }
  nepho_frame_set_categories (&figure->x, ranks);
  nepho_frame_set_vendors (&figure->y, ranking->context, vendors, ranking->n);
  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_HEAT, "odds", _("Part of the runs"), NEPHO_PLOT_ACCENT);
  series->y = nepho_plot_column_new (cells, (gsize) ranking->n * ranking->n);
}

static char *
cells_subtitle (const NephoFigureContext *context, const char *when)
{
  const char *market = nepho_text_get (nepho_frame_dataset (context)->name);

  if (context->segment >= 0)
    /* Translators: a market, a segment, a quarter */
    return g_strdup_printf (_("Part of the runs in which a vendor has a place by share of customers, per cent, %s, %s, %s"),
                            market, nepho_frame_segment_name (context, (guint) context->segment), when);

  /* Translators: a market, a quarter */
  return g_strdup_printf (_("Part of the runs in which a vendor has a place by share of revenue, per cent, %s, %s"), market,
                          when);
}

/**
 * nepho_figure_rank_odds:
 * @context: what is shown: its segment, and the later of its quarters
 *
 * Returns: (transfer full): how likely each vendor has each place in one quarter, as a heat map
 */
NephoPlotFigure *
nepho_figure_rank_odds (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "rank-probability", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_FRACTION);
  g_autoptr (NephoShareRuns) runs = nepho_frame_share_runs (context);
  g_autofree char *when = nepho_frame_quarter (context, nepho_frame_to (context));
  g_auto (Ranking) ranking = { 0 };
  NephoEvidence evidence;

  ranking_init (&ranking, context, runs);
  nepho_evidence_init (&evidence, context, TRUE);
  figure->subtitle = cells_subtitle (context, when);
  nepho_evidence_add_starts (&evidence);
  if (ranking.n == 0)
    set_nobody (figure);
  else
    {
      ranking_take (&ranking, nepho_frame_to (context));
      add_cells (figure, &ranking);
      figure->x.title = g_strdup (C_("ranking", "Place"));
      figure->x.stepped = TRUE;
      figure->title = odds_title (&ranking, nepho_frame_to (context));
      figure->summary = odds_summary (&ranking, figure->title);
      nepho_evidence_note (&evidence, _("Blank: in no run."));
      nepho_evidence_note_runs (&evidence, runs);
    }
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
