/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-figure-money.h"
#include "nepho-figure-words.h"
#include "nepho-parallel.h"
#include "nepho-parameter-range.h"
#include "nepho-sensitivity.h"

/* Values that each of the two parameters takes. */
#define N_STEPS 21u
/* Of the strongest parameters so many are looked through for two of different groups. */
#define MOST_TRIED 40u

/* One of the two: its values from the low end of its range to the high end, that of the scenario among them. */
typedef struct
{
  guint  parameter;
  char  *title;
  double values[N_STEPS];
  guint  own; /* which of them is the scenario's */
} Driver;

/* What comes out for each pair of values. */
typedef struct
{
  const NephoFigureContext *context;
  NephoOutcomeChoice        choice;
  const char               *subject;
  Driver                    across;
  Driver                    down;
  double                    cells[N_STEPS * N_STEPS]; /* row by row */
} Map;

static void
map_clear (Map *map)
{
  g_free (map->across.title);
  g_free (map->down.title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Map, map_clear)

/* The range around the scenario's value; of what is a choice, such as a price war, all that is plausible. */
static NephoParameterRange
range_of (const NephoFigureContext *context, guint parameter)
{
  double own = context->values[parameter];
  NephoParameterRange range = nepho_parameter_set_range (context->parameters, parameter);

  if (range.shape != NEPHO_SHAPE_FIXED)
    return nepho_parameter_set_range_at (context->parameters, parameter, own);
  range.low = MIN (range.low, own);
  range.high = MAX (range.high, own);

  return range;
}

static void
set_driver (Driver *driver, const NephoFigureContext *context, guint parameter)
{
  double own = context->values[parameter];
  NephoParameterRange range = range_of (context, parameter);
  gboolean logarithmic = nepho_parameter_set_get (context->parameters, parameter)->spec->logarithmic && range.low > 0.0;

  driver->parameter = parameter;
  driver->title = nepho_parameter_title (context->parameters, parameter);
  for (guint k = 0; k < N_STEPS; k++)
    {
      double part = (double) k / (N_STEPS - 1);

      driver->values[k] = logarithmic ? range.low * pow (range.high / range.low, part)
                                      : range.low + part * (range.high - range.low);
      if (fabs (driver->values[k] - own) < fabs (driver->values[driver->own] - own))
        driver->own = k;
    }
  driver->values[driver->own] = own;
}

/* Whether a parameter can be moved at all from where it stands. */
static gboolean
has_range (const NephoFigureContext *context, guint parameter)
{
  NephoParameterRange range = range_of (context, parameter);

  return range.high > range.low;
}

static NephoGroup
group_of (const NephoFigureContext *context, guint parameter)
{
  return nepho_parameter_set_get (context->parameters, parameter)->spec->group;
}

/* The reader's, and where there is none the strongest of another group: customers and what each pays say the same. */
static gboolean
choose_drivers (Map *map)
{
  const NephoFigureContext *context = map->context;
  NephoAssumptions assumptions = nepho_frame_assumptions (context);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) strongest = NULL;
  double now;
  guint n_tried;

  for (guint k = 0; k < G_N_ELEMENTS (context->drivers); k++)
    if (context->drivers[k] > 0 && has_range (context, context->drivers[k] - 1))
      {
        guint parameter = context->drivers[k] - 1;

        g_array_append_val (found, parameter);
      }
  if (found->len < 2)
    strongest = nepho_sensitivity_run (context->parameters, &assumptions, map->choice.t, nepho_outcome_of, &map->choice, MOST_TRIED,
                                       &now, &n_tried);
  for (guint k = 0; strongest != NULL && k < strongest->len && found->len < 2; k++)
    {
      guint parameter = g_array_index (strongest, NephoDriver, k).parameter;

      if (found->len == 0 || group_of (context, g_array_index (found, guint, 0)) != group_of (context, parameter))
        g_array_append_val (found, parameter);
    }
  if (found->len < 2 || g_array_index (found, guint, 0) == g_array_index (found, guint, 1))
    return FALSE;

  set_driver (&map->across, context, g_array_index (found, guint, 0));
  set_driver (&map->down, context, g_array_index (found, guint, 1));

  return TRUE;
}

/* The greatest value is at the top, as on any axis. */
static guint
row_value (guint row)
{
  return N_STEPS - 1 - row;
}

/* One row of cells, on a market of its own. */
static void
fill_row (guint row, guint worker, gpointer data)
{
  Map *map = data;
  const NephoFigureContext *context = map->context;
  g_autoptr (NephoMarket) market = nepho_market_new (context->parameters);
  g_autoptr (NephoResults) results = nepho_results_new ();
  g_autofree double *values
    = g_memdup2 (context->values, nepho_parameter_set_size (context->parameters) * sizeof (double));

  values[map->down.parameter] = map->down.values[row_value (row)];
  for (guint column = 0; column < N_STEPS; column++)
    {
      values[map->across.parameter] = map->across.values[column];
      nepho_market_run_events (market, values, context->events, map->choice.t, results);
      map->cells[row * N_STEPS + column] = nepho_outcome_of (results, &map->choice);
    }
}

/* Numbers beside the cells have no room for units: the axis' name tells it. */
static void
set_axis (NephoPlotAxis *axis, const NephoFigureContext *context, const Driver *driver, gboolean downwards)
{
  NephoUnit unit = nepho_parameter_set_get (context->parameters, driver->parameter)->spec->unit;
  const char *name = nepho_money_unit_name (context, unit);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < N_STEPS; k++)
    g_ptr_array_add (names, nepho_money_format (context, driver->values[downwards ? row_value (k) : k], unit,
                                                NEPHO_NUMBER_SHORT));
  nepho_frame_set_categories (axis, names);
  axis->stepped = TRUE;
  /* Translators: a parameter, its unit */
  axis->title = *name != '\0' ? g_strdup_printf (_("%s (%s)"), driver->title, name) : g_strdup (driver->title);
}

static char *
map_title (const Map *map)
{
  double least = map->cells[0];
  double greatest = map->cells[0];
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  for (guint k = 1; k < N_STEPS * N_STEPS; k++)
    {
      least = MIN (least, map->cells[k]);
      greatest = MAX (greatest, map->cells[k]);
    }
  low = nepho_words_outcome (map->context, map->choice.kind, least);
  high = nepho_words_outcome (map->context, map->choice.kind, greatest);

  switch (map->choice.kind)
    {
    case NEPHO_OUTCOME_SHARE:
      /* Translators: a vendor, two shares */
      return g_strdup_printf (_("Two parameters take %s’s share from %s to %s"), map->subject, low, high);
    case NEPHO_OUTCOME_EBITA:
      /* Translators: a vendor or all, two sums */
      return g_strdup_printf (_("%s: two parameters take EBITA from %s to %s a year"), map->subject, low, high);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      /* Translators: a vendor or all, two sums */
      return g_strdup_printf (_("%s: two parameters take revenue from %s to %s a year"), map->subject, low, high);
    }
}

/* As it is set, and at both low and at both high ends. */
static char *
map_summary (const Map *map, const char *title)
{
  NephoOutcomeKind kind = map->choice.kind;
  g_autofree char *own
    = nepho_words_outcome (map->context, kind, map->cells[row_value (map->down.own) * N_STEPS + map->across.own]);
  g_autofree char *low = nepho_words_outcome (map->context, kind, map->cells[row_value (0) * N_STEPS]);
  g_autofree char *high = nepho_words_outcome (map->context, kind, map->cells[N_STEPS - 1]);
  /* Translators: three values of what is charted */
  g_autofree char *detail
    = g_strdup_printf (_("As it is set: %s. With both at their low ends: %s, with both at their high ends: %s."), own, low,
                       high);

  return nepho_words_summary (title, detail);
}

static char *
map_subtitle (const Map *map)
{
  const NephoFigureContext *context = map->context;
  const char *market = nepho_text_get (nepho_frame_dataset (context)->name);
  const char *unit = nepho_money_unit_name (context, NEPHO_UNIT_YUAN_BILLION);
  g_autofree char *when = nepho_frame_quarter (context, map->choice.t);

  switch (map->choice.kind)
    {
    case NEPHO_OUTCOME_SHARE:
      /* Translators: a vendor, a segment, a market, a quarter */
      return g_strdup_printf (_("Share, per cent, %s, %s, %s, %s; framed: as it is set"), map->subject,
                              nepho_frame_scope (context), market, when);
    case NEPHO_OUTCOME_EBITA:
      /* Translators: a unit, a vendor or all, a market, a quarter */
      return g_strdup_printf (_("EBITA as a yearly rate, %s, %s, %s, %s; framed: as it is set"), unit, map->subject, market,
                              when);
    case NEPHO_OUTCOME_REVENUE:
    case NEPHO_N_OUTCOMES:
    default:
      /* Translators: a unit, a vendor or all, a segment, a market, a quarter */
      return g_strdup_printf (_("Revenue as a yearly rate, %s, %s, %s, %s, %s; framed: as it is set"), unit, map->subject,
                              nepho_frame_scope (context), market, when);
    }
}

static void
add_cells (NephoPlotFigure *figure, NephoEvidence *evidence, const Map *map)
{
  const char *kinds[] = { _("Revenue"), _("Share"), _("EBITA") };
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_HEAT, "outcome", kinds[map->choice.kind], NEPHO_PLOT_ACCENT);
  const Driver *drivers[] = { &map->across, &map->down };

  series->y = nepho_plot_column_new (map->cells, N_STEPS * N_STEPS);
  series->framed = (int) (row_value (map->down.own) * N_STEPS + map->across.own);
  for (guint k = 0; k < G_N_ELEMENTS (drivers); k++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (map->context->parameters, drivers[k]->parameter);

      nepho_evidence_add_parameter (evidence, parameter->spec->id, parameter->vendor, parameter->segment);
    }
}

/**
 * nepho_figure_two_drivers:
 * @context: what is shown: its outcome, vendor, segment, the later of its quarters and the two parameters, or the
 *   strongest
 *
 * Returns: (transfer full): what two parameters together make of an outcome, over the ranges of both, as a heat map
 */
NephoPlotFigure *
nepho_figure_two_drivers (const NephoFigureContext *context)
{
  NephoUnit unit = nepho_outcome_unit (context->outcome);
  NephoPlotFigure *figure = nepho_frame_new (context, "two-drivers", NEPHO_PLOT_SCALE_BAND, unit);
  g_auto (Map) map = { .context = context, .choice = nepho_words_question (context, context->outcome) };
  NephoEvidence evidence;

  map.subject = nepho_words_subject (context, &map.choice);
  nepho_evidence_init (&evidence, context, TRUE);
  figure->subtitle = map_subtitle (&map);
  if (!choose_drivers (&map))
    {
      figure->title = g_strdup (_("Two parameters at once"));
      figure->empty = g_strdup (_("There are no two parameters with a range"));
      figure->summary = g_strdup (figure->empty);
    }
  else
    {
      nepho_parallel_run (N_STEPS, nepho_parallel_n_workers (N_STEPS), fill_row, &map);
      set_axis (&figure->x, context, &map.across, FALSE);
      set_axis (&figure->y, context, &map.down, TRUE);
      add_cells (figure, &evidence, &map);
      figure->title = map_title (&map);
      figure->summary = map_summary (&map, figure->title);
    }
  nepho_evidence_finish (&evidence, figure);

  return figure;
}
