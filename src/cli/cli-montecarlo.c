/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli-runs.h"
#include "nepho-bands-io.h"
#include "nepho-figures.h"
#include "nepho-number.h"
#include "nepho-parameters-io.h"

/* The options of this command. */
typedef struct
{
  char        *format;
  char       **certain; /* parameters that are not drawn */
  NephoCliRuns runs;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  nepho_cli_runs_clear (&options->runs);
  g_strfreev (options->certain);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
hold (const Options *options, const NephoCliScenario *scenario, NephoDraws *draws)
{
  for (guint k = 0; options->certain != NULL && options->certain[k] != NULL; k++)
    {
      int parameter = nepho_parameter_set_find (scenario->parameters, options->certain[k]);

      if (parameter < 0)
        {
          g_autofree char *message = nepho_parameters_unknown (scenario->parameters, options->certain[k]);

          nepho_cli_fail (NEPHO_CLI_WRONG, "--certain: %s", message);
          return FALSE;
        }
      nepho_draws_hold (draws, (guint) parameter);
    }

  return TRUE;
}

/* One row a number: quarter, series, vendor, segment, which of its numbers, value. */
typedef struct
{
  const NephoCliScenario *scenario;
  NephoTableColumn       *quarter;
  NephoTableColumn       *series;
  NephoTableColumn       *vendor;
  NephoTableColumn       *segment;
  NephoTableColumn       *statistic;
  NephoTableColumn       *value;
} LongTable;

static void
add_row (const LongTable *table, const char *series, const char *statistic, guint t, guint i, guint s, double value)
{
  const NephoDataset *dataset = table->scenario->dataset;
  g_autofree char *quarter = nepho_quarter_format (dataset->base_quarter + (NephoQuarter) t);

  nepho_table_column_text (table->quarter, quarter);
  nepho_table_column_text (table->series, series);
  nepho_table_column_text (table->vendor, nepho_dataset_vendor (dataset, i)->id);
  nepho_table_column_text (table->segment, nepho_dataset_segment (dataset, s)->id);
  nepho_table_column_text (table->statistic, statistic);
  nepho_table_column_number (table->value, value);
}

static void
add_cell (const LongTable *table, const NephoBands *bands, guint t, guint i, guint s)
{
  gsize cell = ((gsize) t * bands->n_vendors + i) * bands->n_segments + s;

  for (guint p = 0; p < NEPHO_N_BANDS; p++)
    add_row (table, "share", nepho_band_ids[p], t, i, s, bands->share[p][cell]);
  for (guint p = 0; p < NEPHO_N_BANDS; p++)
    add_row (table, "revenue", nepho_band_ids[p], t, i, s, bands->revenue[p][cell]);
  for (guint rank = 0; rank < bands->n_vendors; rank++)
    {
      g_autofree char *statistic = g_strdup_printf ("%u", rank + 1);

      add_row (table, "rank_probability", statistic, t, i, s, bands->rank_probability[cell * bands->n_vendors + rank]);
    }
}

static char *
to_csv (const NephoCliScenario *scenario, const NephoBands *bands)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  LongTable columns = {
    .scenario = scenario,
    .quarter = nepho_table_add_texts (table, "quarter"),
    .series = nepho_table_add_texts (table, "series"),
    .vendor = nepho_table_add_texts (table, "vendor"),
    .segment = nepho_table_add_texts (table, "segment"),
    .statistic = nepho_table_add_texts (table, "statistic"),
    .value = nepho_table_add_numbers (table, "value", NEPHO_UNIT_NONE),
  };

  for (guint t = 0; t < bands->n_quarters; t++)
    for (guint i = 0; i < bands->n_vendors; i++)
      for (guint s = 0; s < bands->n_segments; s++)
        add_cell (&columns, bands, t, i, s);

  return nepho_table_to_csv (table);
}

/* The columns of the short table: a segment and a vendor, shares at three probabilities, and who leads. */
typedef struct
{
  NephoTableColumn *segment;
  NephoTableColumn *vendor;
  NephoTableColumn *low;
  NephoTableColumn *median;
  NephoTableColumn *high;
  NephoTableColumn *first;
} ShortTable;

static void
add_vendor (const ShortTable *table, const NephoCliScenario *scenario, const NephoBands *bands, guint i, guint s)
{
  gsize cell = ((gsize) (bands->n_quarters - 1) * bands->n_vendors + i) * bands->n_segments + s;

  nepho_table_column_text (table->segment, nepho_text_get (nepho_dataset_segment (scenario->dataset, s)->name));
  nepho_table_column_text (table->vendor, nepho_text_get (nepho_dataset_vendor (scenario->dataset, i)->name));
  nepho_table_column_number (table->low, bands->share[0][cell]);
  nepho_table_column_number (table->median, bands->share[2][cell]);
  nepho_table_column_number (table->high, bands->share[4][cell]);
  nepho_table_column_number (table->first, bands->rank_probability[cell * bands->n_vendors]);
}

/* The last quarter: enough to see how sure the end is. */
static char *
to_text (const NephoCliScenario *scenario, const NephoBands *bands)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  ShortTable columns = {
    .segment = nepho_table_add_texts (table, _("Segment")),
    .vendor = nepho_table_add_texts (table, _("Vendor")),
    .low = nepho_table_add_numbers (table, _("Share, 5 %"), NEPHO_UNIT_FRACTION),
    .median = nepho_table_add_numbers (table, _("50 %"), NEPHO_UNIT_FRACTION),
    .high = nepho_table_add_numbers (table, _("95 %"), NEPHO_UNIT_FRACTION),
    .first = nepho_table_add_numbers (table, _("Leads in"), NEPHO_UNIT_FRACTION),
  };
  g_autofree char *quarter
    = nepho_quarter_format (scenario->dataset->base_quarter + (NephoQuarter) (bands->n_quarters - 1));
  g_autofree char *text = NULL;
  g_autofree char *method = NULL;

  for (guint s = 0; s < bands->n_segments; s++)
    for (guint i = 0; i < bands->n_vendors; i++)
      add_vendor (&columns, scenario, bands, i, s);

  text = nepho_cli_columns (table);
  /* Translators: a quarter, a number of runs, a number of parameters, a seed */
  method = g_strdup_printf (ngettext ("%s in %u runs. %u parameter was drawn, from a distribution that is an assumption. Seed %u.",
                                      "%s in %u runs. %u parameters were drawn, each by itself, from distributions that "
                                      "are assumptions. Seed %u.", bands->n_uncertain),
                            quarter, bands->n_runs, bands->n_uncertain, bands->seed);

  return g_strdup_printf ("%s\n%s\n", text, method);
}

/* Those whom the data set does not name have no rank. */
static int
find_aggregate (const NephoDataset *dataset)
{
  for (guint i = 0; i < dataset->vendors->len; i++)
    if (nepho_figure_is_aggregate (dataset, i))
      return (int) i;

  return -1;
}

static NephoCliStatus
print_bands (const NephoCliScenario *scenario, NephoCliFormat format, const NephoDraws *draws)
{
  NephoMonteCarloPlan plan = { .set = scenario->parameters,
                               .assumptions = { scenario->values, scenario->events },
                               .draws = draws,
                               .horizon = scenario->horizon };
  g_autoptr (NephoBands) bands = nepho_bands_new (&plan, find_aggregate (scenario->dataset), NEPHO_USUAL_SAMPLES);
  g_autoptr (NephoResults) results = NULL;
  g_autofree char *text = NULL;

  if (format == NEPHO_CLI_JSON)
    {
      results = nepho_cli_scenario_run (scenario);
      text = nepho_bands_to_json (scenario->dataset, scenario->scenario, results, bands);
    }
  else
    text = format == NEPHO_CLI_CSV ? to_csv (scenario, bands) : to_text (scenario, bands);

  return nepho_cli_print (text);
}

/**
 * nepho_cli_montecarlo:
 * @arguments: the arguments, "montecarlo" first
 *
 * Runs the model many times, with what is not known for certain drawn each time, and prints quantiles of
 * shares and revenues and the probability of each rank.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_montecarlo (char **arguments)
{
  g_auto (NephoCliScenario) scenario = { 0 };
  g_auto (Options) options = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  const GOptionEntry entries[] = {
    { "certain", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.certain,
      N_("Do not draw this parameter; may be given again"), N_("ID") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format, N_("text, json or csv (text)"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (NephoDraws) draws = NULL;
  NephoCliFormat format;
  NephoCliStatus status;
  GOptionGroup *group = nepho_cli_scenario_group (&scenario, TRUE);

  nepho_cli_runs_add (&options.runs, group);
  if (!nepho_cli_parse ("montecarlo", entries, group, &rest, &status))
    return status;
  if (!nepho_cli_no_more (rest, 0) || !nepho_cli_parse_format (options.format, &format)
      || !nepho_cli_scenario_load (&scenario) || !nepho_cli_runs_read (&options.runs, &scenario))
    return NEPHO_CLI_WRONG;

  draws = nepho_draws_new (scenario.parameters, options.runs.n_runs, options.runs.seed_number);
  if (!hold (&options, &scenario, draws))
    return NEPHO_CLI_WRONG;

  return print_bands (&scenario, format, draws);
}
