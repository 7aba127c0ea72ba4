/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stddef.h>

#include "cli-scenario.h"
#include "nepho-json-text.h"
#include "nepho-number.h"
#include "nepho-training.h"

/* More work than any computer could do; keeps every product finite. */
#define MOST_PF_DAYS 1e15

/* An option, the parameter that gives its range, and where its number goes. */
typedef struct
{
  const char *option;
  const char *parameter; /* NULL: not a parameter of the model */
  const char *help;      /* translatable */
  gsize       offset;    /* of the double in NephoTrainingRun */
} RunOption;

#define RUN(field) offsetof (NephoTrainingRun, field)

static const RunOption run_options[] = {
  { "parameters", "train.parameters", N_("Parameters of the model, such as 175bn"), RUN (parameters) },
  { "tokens", "train.tokens", N_("Tokens it is trained on, such as 300bn"), RUN (tokens) },
  { "pf-days", NULL, N_("Work as published, instead of 6 × parameters × tokens"), RUN (pf_days) },
  { "centre-pflops", "train.centre_pflops", N_("Speed of a centre, PFLOP/s"), RUN (centre_pflops) },
  { "utilisation", "train.utilisation", N_("Share of a centre’s speed in use, such as 35%"), RUN (utilisation) },
  { "window-days", "train.window_days", N_("Days in which the run must end"), RUN (window_days) },
  { "investment-bn-yuan", "train.centre_investment", N_("Capital of a centre, ¥ billion"), RUN (investment_yuan_bn) },
  { "life-years", "train.centre_life", N_("Years over which a centre is written off"), RUN (life_years) },
  { "accelerator-flops", "compute.peak_flops", N_("Peak of an accelerator, FLOP/s"), RUN (accelerator_flops) },
  { "mfu", "compute.training_mfu", N_("Share of that peak in use, such as 35%"), RUN (mfu) },
  { "price-per-hour", "compute.price_per_hour", N_("Rent of an accelerator, ¥ an hour"), RUN (price_yuan_per_hour) },
  { "watts", "train.accelerator_watts", N_("Power of an accelerator, W"), RUN (accelerator_watts) },
  { "pue", "train.pue", N_("Power usage effectiveness"), RUN (pue) },
  { "grid-intensity", "train.grid_intensity", N_("Emissions of electricity, kg a kWh"), RUN (grid_kg_per_kwh) },
};

/* What a run takes, as files and people name it. */
typedef struct
{
  const char *key;
  const char *name; /* translatable */
  NephoUnit   unit;
  gsize       offset; /* of the double in NephoTrainingCost */
} CostRow;

#define COST(field) offsetof (NephoTrainingCost, field)

static const CostRow cost_rows[] = {
  { "flop", N_("Work"), NEPHO_UNIT_FLOP, COST (flop) },
  { "pf_days", N_("Work in PF-days"), NEPHO_UNIT_PF_DAY, COST (pf_days) },
  { "centre_days", N_("Time on one centre"), NEPHO_UNIT_DAY, COST (centre_days) },
  { "centres", N_("Centres within the window"), NEPHO_UNIT_CENTRE, COST (centres) },
  { "centres_whole", N_("Centres to be built"), NEPHO_UNIT_CENTRE, COST (centres_whole) },
  { "capital_bn_yuan", N_("Capital of these centres"), NEPHO_UNIT_YUAN_BILLION, COST (capital_yuan_bn) },
  { "capital_used_bn_yuan", N_("Capital used up by the run"), NEPHO_UNIT_YUAN_BILLION, COST (capital_used_yuan_bn) },
  { "accelerators", N_("Accelerators within the window"), NEPHO_UNIT_ACCELERATOR, COST (accelerators) },
  { "accelerator_hours", N_("Accelerator hours"), NEPHO_UNIT_HOUR, COST (accelerator_hours) },
  { "rent_bn_yuan", N_("Rent of the accelerators"), NEPHO_UNIT_YUAN_BILLION, COST (rent_yuan_bn) },
  { "energy_gwh", N_("Electricity"), NEPHO_UNIT_GIGAWATT_HOUR, COST (energy_gwh) },
  { "emissions_kt", N_("Carbon dioxide"), NEPHO_UNIT_KILOTONNE, COST (emissions_kt) },
};

static gboolean
read_pf_days (const char *text, double *value, GError **error)
{
  if (!nepho_number_parse (text, NEPHO_UNIT_PF_DAY, value, error))
    {
      g_prefix_error (error, "--pf-days: ");
      return FALSE;
    }
  if (*value > 0.0 && *value <= MOST_PF_DAYS)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--pf-days: “%s” is outside its range; expected more than 0 and at most 10¹⁵"), text);
  return FALSE;
}

static gboolean
read_option (const NephoCliScenario *scenario, const RunOption *option, const char *text, NephoTrainingRun *run,
             GError **error)
{
  guint index;
  double value;

  if (option->parameter == NULL)
    {
      if (!read_pf_days (text, &value, error))
        return FALSE;
    }
  else
    {
      index = nepho_parameter_set_index (scenario->parameters, option->parameter, -1, -1);
      if (!nepho_number_parse (text, nepho_parameter_set_get (scenario->parameters, index)->spec->unit, &value, error)
          || !nepho_parameter_set_check (scenario->parameters, index, value, error))
        {
          g_prefix_error (error, "--%s: ", option->option);
          return FALSE;
        }
    }

  G_STRUCT_MEMBER (double, run, option->offset) = value;
  return TRUE;
}

static char *
to_json (const NephoTrainingCost *cost)
{
  GString *json = g_string_new ("{\n");

  for (guint k = 0; k < G_N_ELEMENTS (cost_rows); k++)
    {
      g_string_append_printf (json, "  \"%s\": ", cost_rows[k].key);
      nepho_json_append_number (json, G_STRUCT_MEMBER (double, cost, cost_rows[k].offset));
      g_string_append (json, k + 1 < G_N_ELEMENTS (cost_rows) ? ",\n" : "\n}\n");
    }

  return g_string_free (json, FALSE);
}

static char *
to_csv (const NephoTrainingCost *cost)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *keys = nepho_table_add_texts (table, "key");
  NephoTableColumn *values = nepho_table_add_numbers (table, "value", NEPHO_UNIT_NONE);
  NephoTableColumn *units = nepho_table_add_texts (table, "unit");

  for (guint k = 0; k < G_N_ELEMENTS (cost_rows); k++)
    {
      nepho_table_column_text (keys, cost_rows[k].key);
      nepho_table_column_number (values, G_STRUCT_MEMBER (double, cost, cost_rows[k].offset));
      nepho_table_column_text (units, nepho_unit_id (cost_rows[k].unit));
    }

  return nepho_table_to_csv (table);
}

/* What was asked, so that nobody reads the answer without it. */
static void
append_question (GString *text, const NephoTrainingRun *run)
{
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT;
  g_autofree char *parameters = nepho_number_format (run->parameters, NEPHO_UNIT_PARAMETER, style);
  g_autofree char *tokens = nepho_number_format (run->tokens, NEPHO_UNIT_TOKEN, style);
  g_autofree char *published = nepho_number_format (run->pf_days, NEPHO_UNIT_PF_DAY, style);
  g_autofree char *speed = nepho_number_format (run->centre_pflops, NEPHO_UNIT_PFLOP_PER_SECOND, style);
  g_autofree char *use = nepho_number_format (run->utilisation, NEPHO_UNIT_FRACTION, style);
  g_autofree char *window = nepho_number_format (run->window_days, NEPHO_UNIT_DAY, style);

  if (run->pf_days > 0.0)
    /* Translators: an amount of work */
    g_string_append_printf (text, _("One training run of %s, as published.\n"), published);
  else
    /* Translators: the size of a model, an amount of data */
    g_string_append_printf (text, _("One training run of %s on %s: 6 × parameters × tokens.\n"), parameters, tokens);
  /* Translators: the speed of a centre, a share of it, a time */
  g_string_append_printf (text, _("Centres of %s each, used at %s, within %s.\n\n"), speed, use, window);
}

/* "¥16 mn" rather than "¥0.016 bn": in whatever size the reader's language has a word for. */
static char *
show_cost (const NephoCliScenario *scenario, double value, NephoUnit unit)
{
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT;

  return unit == NEPHO_UNIT_YUAN_BILLION
           ? nepho_currency_format (&scenario->money, value * 1e9, NEPHO_UNIT_YUAN, style)
           : nepho_currency_format (&scenario->money, value, unit, style);
}

static char *
to_text (const NephoCliScenario *scenario, const NephoTrainingRun *run, const NephoTrainingCost *cost)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *names = nepho_table_add_texts (table, _("What it takes"));
  NephoTableColumn *values = nepho_table_add_texts (table, _("Value"));
  g_autofree char *columns = NULL;

  append_question (text, run);
  for (guint k = 0; k < G_N_ELEMENTS (cost_rows); k++)
    {
      double value = G_STRUCT_MEMBER (double, cost, cost_rows[k].offset);
      g_autofree char *shown = show_cost (scenario, value, cost_rows[k].unit);

      nepho_table_column_text (names, _(cost_rows[k].name));
      nepho_table_column_text (values, shown);
    }
  columns = nepho_cli_columns (table);
  g_string_append (text, columns);

  g_string_append_printf (text, "\n%s\n",
                          _("PF-days are work and PFLOP/s a speed: their quotient is days on one centre. A number of "
                            "centres follows only from a window and a utilisation."));
  if (run->window_days == 1.0 && run->utilisation == 1.0)
    g_string_append_printf (text, "%s\n",
                            /* xgettext:no-c-format */
                            _("A window of one day at 100 % utilisation is what the article assumes without saying "
                              "so; no published training run has reached it."));
  nepho_cli_scenario_append_rate (scenario, text);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Values of the options in place of the data set's. */
static gboolean
read_run (const NephoCliScenario *scenario, char **texts, NephoTrainingRun *run)
{
  nepho_training_run_from_values (scenario->parameters, scenario->values, run);
  for (guint k = 0; k < G_N_ELEMENTS (run_options); k++)
    {
      g_autoptr (GError) error = NULL;

      if (texts[k] == NULL || read_option (scenario, &run_options[k], texts[k], run, &error))
        continue;
      nepho_cli_fail (NEPHO_CLI_WRONG, "%s", error->message);
      return FALSE;
    }

  return TRUE;
}

static NephoCliStatus
train (char ***rest, char **texts, char **format_text)
{
  g_auto (NephoCliScenario) scenario = { 0 };
  GOptionEntry entries[G_N_ELEMENTS (run_options) + 2] = { 0 };
  g_autofree char *text = NULL;
  NephoTrainingRun run;
  NephoTrainingCost cost;
  NephoCliFormat format;
  NephoCliStatus status;

  for (guint k = 0; k < G_N_ELEMENTS (run_options); k++)
    entries[k] = (GOptionEntry) { run_options[k].option, 0, 0, G_OPTION_ARG_STRING, &texts[k], run_options[k].help,
                                  N_("NUMBER") };
  entries[G_N_ELEMENTS (run_options)] = (GOptionEntry) {
    "format", 0, 0, G_OPTION_ARG_STRING, format_text, N_("text, json or csv (text)"), N_("FORMAT")
  };

  if (!nepho_cli_parse ("train", entries, nepho_cli_scenario_group (&scenario, FALSE), rest, &status))
    return status;
  if (!nepho_cli_no_more (*rest, 0) || !nepho_cli_parse_format (*format_text, &format)
      || !nepho_cli_scenario_load (&scenario) || !read_run (&scenario, texts, &run))
    return NEPHO_CLI_WRONG;

  nepho_training_cost (&run, &cost);
  if (format == NEPHO_CLI_JSON)
    text = to_json (&cost);
  else
    text = format == NEPHO_CLI_CSV ? to_csv (&cost) : to_text (&scenario, &run, &cost);

  return nepho_cli_print (text);
}

/**
 * nepho_cli_train:
 * @arguments: the arguments, "train" first
 *
 * Works out what one training run takes. What is not given is as the data set says.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_train (char **arguments)
{
  g_auto (GStrv) rest = g_strdupv (arguments);
  char *texts[G_N_ELEMENTS (run_options)] = { NULL };
  g_autofree char *format_text = NULL;
  NephoCliStatus status = train (&rest, texts, &format_text);

  for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
    g_free (texts[k]);

  return status;
}
