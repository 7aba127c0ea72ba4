/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli-scenario.h"
#include "nepho-changes.h"
#include "nepho-number.h"
#include "nepho-parameter-range.h"
#include "nepho-parameter-source.h"
#include "nepho-parameters-io.h"

/* The id of a fact, or why the value is assumed. */
static char *
source_of (const NephoParameter *parameter)
{
  if (parameter->source != NULL)
    return g_strdup (parameter->source);

  /* Translators: the reason for an assumption */
  return g_strdup_printf (_("assumption: %s"), parameter->reason != NULL ? parameter->reason : "");
}

static char *
with_unit (const NephoCliScenario *scenario, double value, NephoUnit unit)
{
  return nepho_currency_format (&scenario->money, value, unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

static const NephoFact *
fact_of (const NephoCliScenario *scenario, guint index)
{
  return nepho_dataset_find_fact (scenario->dataset,
                                  nepho_parameter_set_get (scenario->parameters, index)->source);
}

static const NephoScenario *
at_work (const NephoCliScenario *scenario)
{
  return nepho_dataset_find_scenario (scenario->dataset, scenario->built_in);
}

static NephoStanding
standing_of (const NephoCliScenario *scenario, guint index)
{
  return nepho_parameter_set_standing_in (scenario->parameters, index, scenario->values, at_work (scenario));
}

/* A row as stored, for other programs; the columns stand in the order of csv_columns. */
static void
add_csv_row (GPtrArray *columns, const NephoCliScenario *scenario, guint k)
{
  const NephoParameter *parameter = nepho_parameter_set_get (scenario->parameters, k);
  NephoParameterRange range = nepho_parameter_set_range (scenario->parameters, k);
  const NephoFact *fact = fact_of (scenario, k);
  g_autofree char *source = source_of (parameter);
  g_autofree char *alternatives = nepho_parameters_alternatives_to_json (scenario->parameters, k);
  double numbers[] = { scenario->values[k],        parameter->initial, parameter->spec->minimum,
                       parameter->spec->maximum, range.low,          range.high };
  const char *texts[] = { nepho_unit_id (parameter->spec->unit), nepho_group_id (parameter->spec->group), source,
                          fact != NULL ? nepho_grade_id (fact->grade) : "", fact != NULL ? fact->publisher : "",
                          nepho_shape_id (range.shape), alternatives, nepho_standing_id (standing_of (scenario, k)) };
  guint column = 0;

  nepho_table_column_text (g_ptr_array_index (columns, column++), parameter->id);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    nepho_table_column_number (g_ptr_array_index (columns, column++), numbers[i]);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    nepho_table_column_text (g_ptr_array_index (columns, column++), texts[i]);
}

static char *
to_csv (const NephoCliScenario *scenario)
{
  static const char * const number_columns[] = { "value", "default", "min", "max", "low", "high" };
  static const char * const text_columns[]
    = { "unit", "group", "source", "grade", "publisher", "shape", "alternatives", "set_by" };
  g_autoptr (NephoTable) table = nepho_table_new ();
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();

  g_ptr_array_add (columns, nepho_table_add_texts (table, "id"));
  for (guint i = 0; i < G_N_ELEMENTS (number_columns); i++)
    g_ptr_array_add (columns, nepho_table_add_numbers (table, number_columns[i], NEPHO_UNIT_NONE));
  for (guint i = 0; i < G_N_ELEMENTS (text_columns); i++)
    g_ptr_array_add (columns, nepho_table_add_texts (table, text_columns[i]));

  for (guint k = 0; k < nepho_parameter_set_size (scenario->parameters); k++)
    add_csv_row (columns, scenario, k);

  return nepho_table_to_csv (table);
}

/* "Canalys: 33.5 %; IDC: 34.6 %" */
static char *
alternatives_text (const NephoCliScenario *scenario, const NephoParameter *parameter)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; parameter->alternatives != NULL && i < parameter->alternatives->len; i++)
    {
      const NephoAlternative *alternative = g_ptr_array_index (parameter->alternatives, i);
      const NephoFact *fact = nepho_dataset_find_fact (scenario->dataset, alternative->source);
      g_autofree char *value = with_unit (scenario, alternative->value, parameter->spec->unit);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "; " : "",
                              fact != NULL ? fact->publisher : alternative->source, value);
    }

  return g_string_free (text, FALSE);
}

static char *
range_text (const NephoCliScenario *scenario, double low, double high, NephoUnit unit)
{
  g_autofree char *from = with_unit (scenario, low, unit);
  g_autofree char *to = with_unit (scenario, high, unit);

  /* Translators: the smallest and the largest value */
  return g_strdup_printf (_("%s to %s"), from, to);
}

/* Numbers as people read them. */
static char *
to_text (const NephoCliScenario *scenario)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  g_autoptr (GString) text = NULL;
  g_autofree char *columns = NULL;
  const NephoFigureContext context = {
    .parameters = scenario->parameters, .values = scenario->values, .scenario = scenario->built_in
  };
  NephoTableColumn *ids = nepho_table_add_texts (table, _("Parameter"));
  NephoTableColumn *values = nepho_table_add_texts (table, _("Value"));
  NephoTableColumn *setters = nepho_table_add_texts (table, _("Set by"));
  NephoTableColumn *initials = nepho_table_add_texts (table, _("Default"));
  NephoTableColumn *limits = nepho_table_add_texts (table, _("Limits"));
  NephoTableColumn *ranges = nepho_table_add_texts (table, _("Range"));
  NephoTableColumn *sources = nepho_table_add_texts (table, _("Source"));
  NephoTableColumn *grades = nepho_table_add_texts (table, _("Grade"));
  NephoTableColumn *publishers = nepho_table_add_texts (table, _("Publisher"));
  NephoTableColumn *others = nepho_table_add_texts (table, _("Alternatives"));

  for (guint k = 0; k < nepho_parameter_set_size (scenario->parameters); k++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (scenario->parameters, k);
      const NephoParameterSpec *spec = parameter->spec;
      const NephoFact *fact = fact_of (scenario, k);
      NephoParameterRange bounds = nepho_parameter_set_range (scenario->parameters, k);
      g_autofree char *value = with_unit (scenario, scenario->values[k], spec->unit);
      g_autofree char *initial = with_unit (scenario, parameter->initial, spec->unit);
      g_autofree char *limit = range_text (scenario, spec->minimum, spec->maximum, spec->unit);
      g_autofree char *range = range_text (scenario, bounds.low, bounds.high, spec->unit);
      g_autofree char *alternatives = alternatives_text (scenario, parameter);
      g_autofree char *set_by = nepho_changes_set_by (&context, k);

      nepho_table_column_text (ids, parameter->id);
      nepho_table_column_text (values, value);
      nepho_table_column_text (setters, set_by);
      nepho_table_column_text (initials, initial);
      nepho_table_column_text (limits, limit);
      nepho_table_column_text (ranges, range);
      nepho_table_column_text (sources, parameter->source != NULL ? parameter->source : _("assumption"));
      nepho_table_column_text (grades, fact != NULL ? nepho_grade_name (fact->grade) : "");
      nepho_table_column_text (publishers, fact != NULL ? fact->publisher : "");
      nepho_table_column_text (others, alternatives);
    }

  columns = nepho_cli_columns (table);
  text = g_string_new (columns);
  nepho_cli_scenario_append_rate (scenario, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * nepho_cli_params:
 * @arguments: the arguments, "params" first
 *
 * Lists every parameter of a data set.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_params (char **arguments)
{
  g_auto (NephoCliScenario) scenario = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autofree char *format_text = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_("text, json or csv (text)"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *text = NULL;
  NephoCliFormat format;
  NephoCliStatus status;

  if (!nepho_cli_parse ("params", entries, nepho_cli_scenario_group (&scenario, FALSE), &rest, &status))
    return status;
  if (!nepho_cli_no_more (rest, 0) || !nepho_cli_parse_format (format_text, &format)
      || !nepho_cli_scenario_load (&scenario))
    return NEPHO_CLI_WRONG;

  if (format == NEPHO_CLI_JSON)
    text = nepho_parameters_to_json (scenario.parameters, scenario.values, scenario.events, at_work (&scenario));
  else
    text = format == NEPHO_CLI_CSV ? to_csv (&scenario) : to_text (&scenario);

  return nepho_cli_print (text);
}
