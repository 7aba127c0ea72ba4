/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli-scenario.h"
#include "nepho-number.h"
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
with_unit (double value, NephoUnit unit)
{
  return nepho_number_format (value, unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

/* Numbers as stored, for other programs; one row a parameter. */
static char *
to_csv (const NephoCliScenario *scenario)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *ids = nepho_table_add_texts (table, "id");
  NephoTableColumn *values = nepho_table_add_numbers (table, "value", NEPHO_UNIT_NONE);
  NephoTableColumn *initials = nepho_table_add_numbers (table, "default", NEPHO_UNIT_NONE);
  NephoTableColumn *minima = nepho_table_add_numbers (table, "min", NEPHO_UNIT_NONE);
  NephoTableColumn *maxima = nepho_table_add_numbers (table, "max", NEPHO_UNIT_NONE);
  NephoTableColumn *units = nepho_table_add_texts (table, "unit");
  NephoTableColumn *groups = nepho_table_add_texts (table, "group");
  NephoTableColumn *sources = nepho_table_add_texts (table, "source");

  for (guint k = 0; k < nepho_parameter_set_size (scenario->parameters); k++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (scenario->parameters, k);
      g_autofree char *source = source_of (parameter);

      nepho_table_column_text (ids, parameter->id);
      nepho_table_column_number (values, scenario->values[k]);
      nepho_table_column_number (initials, parameter->initial);
      nepho_table_column_number (minima, parameter->spec->minimum);
      nepho_table_column_number (maxima, parameter->spec->maximum);
      nepho_table_column_text (units, nepho_unit_id (parameter->spec->unit));
      nepho_table_column_text (groups, nepho_group_id (parameter->spec->group));
      nepho_table_column_text (sources, source);
    }

  return nepho_table_to_csv (table);
}

/* Numbers as people read them. */
static char *
to_text (const NephoCliScenario *scenario)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *ids = nepho_table_add_texts (table, _("Parameter"));
  NephoTableColumn *values = nepho_table_add_texts (table, _("Value"));
  NephoTableColumn *initials = nepho_table_add_texts (table, _("Default"));
  NephoTableColumn *ranges = nepho_table_add_texts (table, _("Range"));
  NephoTableColumn *sources = nepho_table_add_texts (table, _("Source"));

  for (guint k = 0; k < nepho_parameter_set_size (scenario->parameters); k++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (scenario->parameters, k);
      NephoUnit unit = parameter->spec->unit;
      g_autofree char *value = with_unit (scenario->values[k], unit);
      g_autofree char *initial = with_unit (parameter->initial, unit);
      g_autofree char *minimum = with_unit (parameter->spec->minimum, unit);
      g_autofree char *maximum = with_unit (parameter->spec->maximum, unit);
      /* Translators: the smallest and the largest value */
      g_autofree char *range = g_strdup_printf (_("%s to %s"), minimum, maximum);

      nepho_table_column_text (ids, parameter->id);
      nepho_table_column_text (values, value);
      nepho_table_column_text (initials, initial);
      nepho_table_column_text (ranges, range);
      nepho_table_column_text (sources, parameter->source != NULL ? parameter->source : _("assumption"));
    }

  return nepho_cli_columns (table);
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
    text = nepho_parameters_to_json (scenario.parameters, scenario.values);
  else
    text = format == NEPHO_CLI_CSV ? to_csv (&scenario) : to_text (&scenario);

  return nepho_cli_print (text);
}
