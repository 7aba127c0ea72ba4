/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli-scenario.h"
#include "nepho-figures.h"
#include "nepho-number.h"
#include "nepho-results-io.h"

#define QUARTERS_A_YEAR 4

/* One row a number: quarter, series, vendor, segment, value. */
typedef struct
{
  NephoTableColumn *quarter;
  NephoTableColumn *series;
  NephoTableColumn *vendor;
  NephoTableColumn *segment;
  NephoTableColumn *value;
} LongTable;

static void
add_row (LongTable *table, const char *quarter, const char *series, const char *vendor, const char *segment,
         double value)
{
  nepho_table_column_text (table->quarter, quarter);
  nepho_table_column_text (table->series, series);
  nepho_table_column_text (table->vendor, vendor);
  nepho_table_column_text (table->segment, segment);
  nepho_table_column_number (table->value, value);
}

static void
add_series (LongTable *table, const NephoCliScenario *scenario, const NephoResults *results,
            const NephoSeriesSpec *spec)
{
  const double *values = nepho_results_values (results, spec);
  gboolean by_vendor = spec->shape == NEPHO_SHAPE_TI || spec->shape == NEPHO_SHAPE_TIS;
  gboolean by_segment = spec->shape == NEPHO_SHAPE_TS || spec->shape == NEPHO_SHAPE_TIS;

  for (guint t = 0; t < results->n_quarters; t++)
    {
      g_autofree char *quarter = nepho_quarter_format (scenario->dataset->base_quarter + (NephoQuarter) t);

      for (guint i = 0; i < (by_vendor ? results->n_vendors : 1); i++)
        for (guint s = 0; s < (by_segment ? results->n_segments : 1); s++)
          add_row (table, quarter, spec->id, by_vendor ? nepho_dataset_vendor (scenario->dataset, i)->id : "",
                   by_segment ? nepho_dataset_segment (scenario->dataset, s)->id : "", *values++);
    }
}

static char *
to_csv (const NephoCliScenario *scenario, const NephoResults *results)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  LongTable columns = {
    .quarter = nepho_table_add_texts (table, "quarter"),
    .series = nepho_table_add_texts (table, "series"),
    .vendor = nepho_table_add_texts (table, "vendor"),
    .segment = nepho_table_add_texts (table, "segment"),
    .value = nepho_table_add_numbers (table, "value", NEPHO_UNIT_NONE),
  };
  guint n_series;
  const NephoSeriesSpec *series = nepho_results_series (&n_series);

  for (guint k = 0; k < n_series; k++)
    add_series (&columns, scenario, results, &series[k]);

  return nepho_table_to_csv (table);
}

/* The named vendor with the largest share of a segment. */
static char *
leader_text (const NephoCliScenario *scenario, const NephoResults *results, guint t, guint s)
{
  guint leader = results->n_vendors;
  g_autofree char *share = NULL;

  for (guint i = 0; i < results->n_vendors; i++)
    if (!nepho_figure_is_aggregate (scenario->dataset, i)
        && (leader == results->n_vendors
            || results->share[nepho_results_tis (results, t, i, s)]
                 > results->share[nepho_results_tis (results, t, leader, s)]))
      leader = i;
  if (leader == results->n_vendors)
    return g_strdup ("");

  share = nepho_number_format (results->share[nepho_results_tis (results, t, leader, s)], NEPHO_UNIT_FRACTION,
                               NEPHO_NUMBER_WITH_UNIT);

  return g_strdup_printf ("%s %s", nepho_text_get (nepho_dataset_vendor (scenario->dataset, leader)->name), share);
}

static double
revenue_a_year (const NephoResults *results, guint t)
{
  double sum = 0.0;

  for (guint i = 0; i < results->n_vendors; i++)
    for (guint s = 0; s < results->n_segments; s++)
      sum += results->revenue[nepho_results_tis (results, t, i, s)];

  return QUARTERS_A_YEAR * sum;
}

/* One row a year, the last quarter always: enough to see what happens. */
static char *
to_text (const NephoCliScenario *scenario, const NephoResults *results)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *quarters = nepho_table_add_texts (table, _("Quarter"));
  NephoTableColumn *adoption = nepho_table_add_numbers (table, _("AI adoption"), NEPHO_UNIT_FRACTION);
  NephoTableColumn *revenue
    = nepho_table_add_numbers (table, _("Revenue a year"),
                               nepho_currency_unit (&scenario->money, NEPHO_UNIT_YUAN_BILLION));
  g_autoptr (GPtrArray) leaders = g_ptr_array_new ();
  g_autoptr (GString) text = NULL;
  g_autofree char *columns = NULL;
  guint last = results->n_quarters - 1;

  for (guint s = 0; s < results->n_segments; s++)
    {
      const NephoSegment *segment = nepho_dataset_segment (scenario->dataset, s);
      /* Translators: a segment */
      g_autofree char *name = g_strdup_printf (_("First in %s"), nepho_text_get (segment->name));

      g_ptr_array_add (leaders, nepho_table_add_texts (table, name));
    }

  for (guint t = 0; t <= last; t++)
    {
      g_autofree char *quarter = nepho_quarter_format (scenario->dataset->base_quarter + (NephoQuarter) t);

      if (t % QUARTERS_A_YEAR != 0 && t != last)
        continue;
      nepho_table_column_text (quarters, quarter);
      nepho_table_column_number (adoption, results->adoption[t]);
      nepho_table_column_number (revenue, nepho_currency_shown (&scenario->money, revenue_a_year (results, t),
                                                                NEPHO_UNIT_YUAN_BILLION));
      for (guint s = 0; s < results->n_segments; s++)
        {
          g_autofree char *leader = leader_text (scenario, results, t, s);

          nepho_table_column_text (g_ptr_array_index (leaders, s), leader);
        }
    }

  columns = nepho_cli_columns (table);
  text = g_string_new (columns);
  nepho_cli_scenario_append_rate (scenario, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * nepho_cli_run:
 * @arguments: the arguments, "run" first
 *
 * Runs the model and prints its results.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_run (char **arguments)
{
  g_auto (NephoCliScenario) scenario = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autofree char *format_text = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_("text, json or csv (text)"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (NephoResults) results = NULL;
  g_autofree char *text = NULL;
  NephoCliFormat format;
  NephoCliStatus status;

  if (!nepho_cli_parse ("run", entries, nepho_cli_scenario_group (&scenario, TRUE), &rest, &status))
    return status;
  if (!nepho_cli_no_more (rest, 0) || !nepho_cli_parse_format (format_text, &format)
      || !nepho_cli_scenario_load (&scenario))
    return NEPHO_CLI_WRONG;

  results = nepho_cli_scenario_run (&scenario);
  if (format == NEPHO_CLI_JSON)
    text = nepho_results_to_json (scenario.dataset, scenario.scenario, results);
  else
    text = format == NEPHO_CLI_CSV ? to_csv (&scenario, results) : to_text (&scenario, results);

  return nepho_cli_print (text);
}
