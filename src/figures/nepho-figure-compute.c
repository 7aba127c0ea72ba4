/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-evidence.h"
#include "nepho-figure-words.h"
#include "nepho-number.h"
#include "nepho-training.h"

/* The grid of the heat map; the reader's own window and utilisation are put among them. */
static const double windows[] = { 1.0, 3.0, 7.0, 14.0, 30.0, 60.0, 90.0, 180.0 };
static const double utilisations[] = { 0.1, 0.2, 0.3, 0.4, 0.5, 0.75, 1.0 };

/* The other end of the title's comparison. */
#define LONG_WINDOW_DAYS 30.0

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

/* The grid's values with @own among them, in order. */
static GArray *
grid_with (const double *grid, guint n, double own)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_vals (values, grid, n);
  for (guint i = 0; i < n; i++)
    if (fabs (grid[i] - own) < 1e-9 * own)
      return values;

  g_array_append_val (values, own);
  g_array_sort (values, compare_doubles);

  return values;
}

/* Where in the grid a value is that grid_with() put there. */
static guint
place_in (const GArray *values, double own)
{
  guint place = 0;

  while (place + 1 < values->len && fabs (g_array_index (values, double, place) - own) >= 1e-9 * own)
    place++;

  return place;
}

static void
set_grid_axis (NephoPlotAxis *axis, const GArray *values, NephoUnit unit)
{
  g_autoptr (GPtrArray) categories = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < values->len; i++)
    {
      double value = g_array_index (values, double, i);

      g_ptr_array_add (categories, unit == NEPHO_UNIT_FRACTION ? nepho_words_exact_percent (value)
                                                               : nepho_number_format (value, unit, NEPHO_NUMBER_SHORT));
    }
  nepho_frame_set_categories (axis, categories);
}

static char *
centres_text (double centres)
{
  return nepho_number_format (centres, NEPHO_UNIT_NONE, NEPHO_NUMBER_SHORT);
}

static char *
training_title (const NephoTrainingRun *run)
{
  NephoTrainingRun slow = *run;
  NephoTrainingCost cost;
  NephoTrainingCost slow_cost;
  g_autofree char *centres = NULL;
  g_autofree char *use = nepho_words_exact_percent (run->utilisation);
  g_autofree char *window = nepho_words_short (run->window_days, NEPHO_UNIT_DAY);
  g_autofree char *slow_centres = NULL;
  g_autofree char *slow_window = nepho_words_short (LONG_WINDOW_DAYS, NEPHO_UNIT_DAY);

  slow.window_days = LONG_WINDOW_DAYS;
  nepho_training_cost (run, &cost);
  nepho_training_cost (&slow, &slow_cost);
  centres = centres_text (cost.centres);
  slow_centres = centres_text (slow_cost.centres);

  if (run->window_days >= LONG_WINDOW_DAYS)
    /* Translators: a number of centres, a share of their peak, "30 days" */
    return g_strdup_printf (_("One training run takes %s centres at %s of their peak within %s"), centres, use, window);

  /* Translators: a number of centres, a share of their peak, "1 days", a smaller number, "30 days" */
  return g_strdup_printf (_("One training run takes %s centres at %s of their peak within %s, but %s within %s"),
                          centres, use, window, slow_centres, slow_window);
}

static void
note_assumptions (NephoEvidence *evidence, const NephoTrainingRun *run)
{
  if (run->window_days == 1.0 && run->utilisation == 1.0)
    nepho_evidence_note (evidence,
                         /* xgettext:no-c-format */
                         _("The article’s 7 to 8 centres assume a window of one day at 100 % utilisation."));
}

static char *
training_subtitle (const NephoTrainingRun *run)
{
  NephoTrainingCost cost;
  g_autofree char *work = NULL;
  g_autofree char *speed = nepho_words_short (run->centre_pflops, NEPHO_UNIT_PFLOP_PER_SECOND);

  nepho_training_cost (run, &cost);
  work = nepho_words_short (cost.pf_days, NEPHO_UNIT_PF_DAY);

  /* Translators: an amount of work, the speed of a centre */
  return g_strdup_printf (
    _("Centres needed for %s at %s each; framed: as it is set"), work, speed);
}

/**
 * nepho_figure_training_cost:
 * @context: what is shown: its values of the training run
 *
 * Returns: (transfer full): centres needed, by window and utilisation, as a heat map
 */
NephoPlotFigure *
nepho_figure_training_cost (const NephoFigureContext *context)
{
  NephoPlotFigure *figure = nepho_frame_new (context, "training-cost", NEPHO_PLOT_SCALE_BAND, NEPHO_UNIT_CENTRE);
  NephoTrainingRun run;
  g_autoptr (GArray) days = NULL;
  g_autoptr (GArray) uses = NULL;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (double));
  NephoPlotSeries *series;
  NephoEvidence evidence;

  nepho_training_run_from_values (context->parameters, context->values, &run);
  nepho_evidence_init (&evidence, context, TRUE);
  nepho_evidence_add_parameter (&evidence, "train.parameters", -1, -1);
  nepho_evidence_add_parameter (&evidence, "train.tokens", -1, -1);
  nepho_evidence_add_parameter (&evidence, "train.centre_pflops", -1, -1);
  days = grid_with (windows, G_N_ELEMENTS (windows), run.window_days);
  uses = grid_with (utilisations, G_N_ELEMENTS (utilisations), run.utilisation);

  figure->title = training_title (&run);
  figure->subtitle = training_subtitle (&run);
  figure->summary = g_strdup (figure->title);
  note_assumptions (&evidence, &run);
  figure->x.unit = NEPHO_UNIT_DAY;
  set_grid_axis (&figure->x, days, NEPHO_UNIT_DAY);
  set_grid_axis (&figure->y, uses, NEPHO_UNIT_FRACTION);
  for (guint row = 0; row < uses->len; row++)
    for (guint column = 0; column < days->len; column++)
      {
        NephoTrainingRun other = run;
        NephoTrainingCost cost;

        other.utilisation = g_array_index (uses, double, row);
        other.window_days = g_array_index (days, double, column);
        nepho_training_cost (&other, &cost);
        g_array_append_val (cells, cost.centres);
      }
  figure->x.title = g_strdup (_("Window in days"));
  figure->y.title = g_strdup (_("Utilisation"));
  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_HEAT, "centres", _("Centres"), NEPHO_PLOT_ACCENT);
  series->y = nepho_plot_column_new ((const double *) (gpointer) cells->data, cells->len);
  series->framed = (int) (place_in (uses, run.utilisation) * days->len + place_in (days, run.window_days));
  nepho_evidence_finish (&evidence, figure);

  return figure;
}

/* Installed PFLOP/s that all vendors need to answer their customers. */
static double
capacity_of (const NephoFigureContext *context, const NephoResults *results, guint t, guint unused)
{
  double sum = 0.0;

  for (guint i = 0; i < results->n_vendors; i++)
    sum += results->inference_pflops[nepho_results_ti (results, t, i)];

  return sum;
}

static char *
capacity_title (const NephoFigureContext *context)
{
  guint last = nepho_frame_last (context);
  double capacity = capacity_of (context, context->results, last, 0);
  double centre = nepho_frame_value (context, "train.centre_pflops");
  g_autofree char *adoption = nepho_words_percent (context->results->adoption[last]);
  g_autofree char *speed = nepho_words_short (capacity, NEPHO_UNIT_PFLOP_PER_SECOND);
  g_autofree char *centres = centres_text (capacity / centre);
  g_autofree char *when = nepho_frame_quarter (context, last);

  if (capacity <= 0.0)
    /* Translators: a quarter */
    return g_strdup_printf (_("Nobody uses AI by %s, so it needs no computers"), when);

  /* Translators: a share of customers, a quarter, a speed, a number of centres */
  return g_strdup_printf (_("Serving AI to %s of customers takes %s by %s, as much as %s centres have"), adoption,
                          speed, when, centres);
}

static NephoPlotSeries *
add_capacity_line (NephoPlotFigure *figure,
                   const NephoFigureContext *context,
                   const NephoResults *results,
                   const char *label,
                   int colour)
{
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "capacity", label, colour);
  g_autofree double *values = g_new (double, results->n_quarters);

  for (guint t = 0; t < results->n_quarters; t++)
    values[t] = capacity_of (context, results, t, 0);
  series->x = nepho_plot_column_new (results->adoption, results->n_quarters);
  series->y = nepho_plot_column_new (values, results->n_quarters);

  return series;
}

/* Quarters along the way, so that the line can be read as time, too. */
static void
add_capacity_dates (NephoPlotFigure *figure, const NephoFigureContext *context)
{
  guint last = nepho_frame_last (context);
  guint step = MAX (last / 4, 1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (GArray) adoption = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  NephoPlotSeries *series;

  for (guint t = last % step; t <= last; t += step)
    {
      double value = capacity_of (context, context->results, t, 0);

      g_array_append_val (adoption, context->results->adoption[t]);
      g_array_append_val (values, value);
      g_ptr_array_add (labels, nepho_frame_quarter (context, t));
    }
  g_ptr_array_add (labels, NULL);

  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_POINT, "quarters", NULL, NEPHO_PLOT_ACCENT);
  series->notation = NEPHO_PLOT_PROJECTION;
  series->x = nepho_plot_column_new ((const double *) (gpointer) adoption->data, adoption->len);
  series->y = nepho_plot_column_new ((const double *) (gpointer) values->data, values->len);
  series->point_labels = (char **) g_ptr_array_free (g_steal_pointer (&labels), FALSE);
}

static gboolean
same_capacity (const NephoFigureContext *context)
{
  for (guint t = 0; t < context->results->n_quarters; t++)
    if (capacity_of (context, context->results, t, 0) != capacity_of (context, context->baseline, t, 0))
      return FALSE;

  return TRUE;
}

/**
 * nepho_figure_capacity:
 * @context: what is shown
 *
 * Returns: (transfer full): computers needed to answer customers, against adoption
 */
NephoPlotFigure *
nepho_figure_capacity (const NephoFigureContext *context)
{
  static const char * const parameters[] = { "ai.tokens_per_customer_day", "ai.active_parameters",
                                             "compute.inference_mfu" };
  NephoPlotFigure *figure = nepho_frame_new (context, "capacity", NEPHO_PLOT_SCALE_LINEAR,
                                             NEPHO_UNIT_PFLOP_PER_SECOND);
  g_autofree char *period = nepho_frame_period (context);
  NephoEvidence evidence;
  double most = 0.0;

  nepho_evidence_init (&evidence, context, TRUE);
  for (guint k = 0; k < G_N_ELEMENTS (parameters); k++)
    nepho_evidence_add_parameter (&evidence, parameters[k], -1, -1);
  for (guint t = 0; t < context->results->n_quarters; t++)
    most = MAX (most, context->results->adoption[t]);

  figure->x.unit = NEPHO_UNIT_FRACTION;
  figure->x.include_zero = TRUE;
  /* With no adoption at all the axis still needs a length. */
  if (most < 0.01)
    figure->x.maximum = 0.01;
  figure->y.include_zero = TRUE;
  figure->title = capacity_title (context);
  /* Translators: a market, a period */
  figure->subtitle = g_strdup_printf (_("Installed speed that inference needs, PFLOP/s, against AI adoption, %s, %s"),
                                      nepho_text_get (nepho_frame_dataset (context)->name), period);
  figure->summary = g_strdup (figure->title);
  if (context->baseline != NULL && context->baseline->n_quarters == context->results->n_quarters
      && !same_capacity (context))
    add_capacity_line (figure, context, context->baseline, _("Baseline"), NEPHO_PLOT_NEUTRAL)->notation
      = NEPHO_PLOT_GHOST;
  add_capacity_line (figure, context, context->results, NULL, NEPHO_PLOT_ACCENT)->notation = NEPHO_PLOT_PROJECTION;
  add_capacity_dates (figure, context);
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
