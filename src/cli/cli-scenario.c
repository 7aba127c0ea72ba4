/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-scenario.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-dataset-io.h"
#include "nepho-document-annotation.h"
#include "nepho-document-io.h"
#include "nepho-document-path.h"
#include "nepho-document-scenario.h"
#include "nepho-event-text.h"
#include "nepho-parameters-io.h"
#include "nepho-scenario-values.h"
#include "nepho-suggest.h"

/* Within which a document takes a sum of shares for one. */
#define SHARES_TOLERANCE 1e-6

/**
 * nepho_cli_scenario_group:
 * @self: where the options go; zeroed
 * @with_horizon: whether the command looks ahead
 *
 * Returns: (transfer full): the options that say what to run
 */
GOptionGroup *
nepho_cli_scenario_group (NephoCliScenario *self, gboolean with_horizon)
{
  GOptionGroup *group
    = g_option_group_new ("scenario", _("What to run:"), _("Show options that say what to run"), NULL, NULL);
  const GOptionEntry entries[] = {
    { "dataset", 0, 0, G_OPTION_ARG_FILENAME, &self->dataset_name, N_("Data set: a bundled one, or a file (china)"),
      N_("NAME|FILE") },
    { "scenario", 0, 0, G_OPTION_ARG_FILENAME, &self->scenario_name,
      N_("Scenario of the data set, or a document, which has its own data set, or one of its scenarios; - is a document "
         "from standard input"),
      N_("NAME|FILE[#NAME]") },
    { "params", 0, 0, G_OPTION_ARG_FILENAME, &self->params_path, N_("JSON object of parameter → value, and of events"), N_("FILE") },
    { "source", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->choices,
      N_("Take a parameter from one of its publishers, by the id of the fact; may be given again"),
      N_("ID=FACT") },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->assignments,
      N_("Set a parameter, such as adoption.potential=35%; may be given again"), N_("ID=VALUE") },
    { "event", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->event_texts,
      N_("Let a parameter follow a path: price.war.intensity=20%@2024Q3 from then on, @2024Q3+4 for four quarters, "
         "@2024Q3..2025Q4 gradually; may be given again"), N_("ID=VALUE@WHEN") },
    { "currency", 0, 0, G_OPTION_ARG_STRING, &self->currency_text,
      N_("Money of charts and texts: published, cny or usd (published)"), N_("MONEY") },
    { "rate", 0, 0, G_OPTION_ARG_STRING, &self->rate_text,
      N_("Yuan a US dollar: the id of a fact that the data set names, or a number"), N_("RATE") },
    G_OPTION_ENTRY_NULL,
  };
  const GOptionEntry horizon[] = {
    { "horizon", 0, 0, G_OPTION_ARG_STRING, &self->horizon_text, N_("Quarters to look ahead, 0 to 200 (34)"),
      N_("QUARTERS") },
    G_OPTION_ENTRY_NULL,
  };

  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  if (with_horizon)
    g_option_group_add_entries (group, horizon);

  return group;
}

static gboolean
refuse_scenario (const char *name, const GPtrArray *scenarios)
{
  g_autoptr (GString) list = g_string_new (NULL);
  NephoSuggestion suggestion;

  nepho_suggestion_init (&suggestion, name);
  for (guint i = 0; i < scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (scenarios, i);

      nepho_suggestion_offer (&suggestion, scenario->id);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", scenario->id);
    }

  if (suggestion.nearest != NULL)
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--scenario: there is no scenario “%s”; did you mean “%s”?"),
                    name, suggestion.nearest);
  else
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--scenario: there is no scenario “%s”; expected one of %s"),
                    name, list->str);

  return FALSE;
}

/* The scenario at work in a document, or the one of it that is named. */
static gboolean
apply_document (NephoCliScenario *self)
{
  g_autoptr (GPtrArray) scenarios = nepho_document_get_scenarios (self->document);
  g_autoptr (GError) error = NULL;

  if (self->part != NULL && nepho_document_find_scenario (self->document, self->part) == NULL)
    return refuse_scenario (self->part, scenarios);
  if (self->part != NULL && !nepho_document_apply_scenario (self->document, self->part, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--scenario: %s", error->message);
      return FALSE;
    }

  self->scenario = nepho_document_get_scenario (self->document);
  self->built_in = nepho_document_get_built_in (self->document, self->scenario);
  self->own_name = nepho_document_get_own_name (self->document);
  memcpy (self->values, nepho_document_get_values (self->document),
          nepho_parameter_set_size (self->parameters) * sizeof (double));
  nepho_events_free (self->events);
  self->events = nepho_events_copy (nepho_document_get_events (self->document));

  return TRUE;
}

static gboolean
apply_scenario (NephoCliScenario *self)
{
  const NephoScenario *scenario = NULL;
  g_autoptr (GError) error = NULL;

  if (self->document != NULL)
    return apply_document (self);

  if (self->scenario_name != NULL)
    {
      scenario = nepho_dataset_find_scenario (self->dataset, self->scenario_name);
      if (scenario == NULL)
        return refuse_scenario (self->scenario_name, self->dataset->scenarios);
    }
  else if (self->dataset->scenarios->len > 0)
    scenario = g_ptr_array_index (self->dataset->scenarios, 0);

  self->scenario = self->built_in = scenario != NULL ? scenario->id : "";
  if (!nepho_scenario_resolve (self->parameters, self->scenario, self->values, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "%s", error->message);
      return FALSE;
    }

  return TRUE;
}

static gboolean
apply_values (NephoCliScenario *self)
{
  g_autoptr (GError) error = NULL;

  if (self->params_path != NULL
      && !nepho_parameters_load (self->parameters, self->params_path, self->values, &self->events, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--params: %s", error->message);
      return FALSE;
    }
  for (guint i = 0; self->choices != NULL && self->choices[i] != NULL; i++)
    if (!nepho_parameters_choose (self->parameters, self->choices[i], self->values, &error))
      {
        nepho_cli_fail (NEPHO_CLI_WRONG, "--source: %s", error->message);
        return FALSE;
      }
  for (guint i = 0; self->assignments != NULL && self->assignments[i] != NULL; i++)
    if (!nepho_parameters_assign (self->parameters, self->assignments[i], self->values, &error))
      {
        nepho_cli_fail (NEPHO_CLI_WRONG, "--set: %s", error->message);
        return FALSE;
      }

  for (guint i = 0; self->event_texts != NULL && self->event_texts[i] != NULL; i++)
    {
      NephoEvent event;
      guint parameter;

      if (!nepho_event_parse (self->parameters, self->event_texts[i], &parameter, &event, &error))
        {
          nepho_cli_fail (NEPHO_CLI_WRONG, "--event: %s", error->message);
          return FALSE;
        }
      nepho_events_append (self->events, parameter, &event);
    }

  return TRUE;
}

/* The model brings shares to a sum of one; there is no way to do so with nothing but zeros. */
static gboolean
check_shares (const NephoCliScenario *self)
{
  for (guint s = 0; s < self->dataset->segments->len; s++)
    {
      double sum = 0.0;

      for (guint i = 0; i < self->dataset->vendors->len; i++)
        sum += self->values[nepho_parameter_set_index (self->parameters, "share", (int) i, (int) s)];
      if (sum > 0.0)
        continue;

      nepho_cli_fail (NEPHO_CLI_WRONG,
                      _("vendor.….share.%s: every vendor’s share is 0; expected at least one above 0"),
                      nepho_dataset_segment (self->dataset, s)->id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_horizon (NephoCliScenario *self)
{
  guint64 horizon = self->document != NULL ? nepho_document_get_horizon (self->document) : NEPHO_DEFAULT_HORIZON;

  if (self->horizon_text != NULL
      && !g_ascii_string_to_unsigned (self->horizon_text, 10, 0, NEPHO_MAX_HORIZON, &horizon, NULL))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--horizon: “%s” is no number of quarters; expected 0 to %u"),
                      self->horizon_text, NEPHO_MAX_HORIZON);
      return FALSE;
    }

  self->horizon = (guint) horizon;
  return TRUE;
}

static gboolean
choose_money (NephoCliScenario *self)
{
  NephoCurrency currency = NEPHO_CURRENCY_PUBLISHED;
  g_autoptr (GError) error = NULL;

  if (self->currency_text != NULL && !nepho_currency_from_id (self->currency_text, &currency))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--currency: “%s” is no choice; expected published, cny or usd"),
                      self->currency_text);
      return FALSE;
    }
  if (self->rate_text != NULL && currency == NEPHO_CURRENCY_PUBLISHED)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--rate: nothing is converted; say --currency cny or usd as well"));
      return FALSE;
    }

  nepho_currency_choice_init (&self->money, self->dataset);
  if (!nepho_currency_choice_set (&self->money, self->dataset, currency, self->rate_text, &error))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--rate: %s", error->message);
      return FALSE;
    }

  return TRUE;
}

/* "war.nephoscope#my-plan": NULL, or what stands behind the #. */
static const char *
part_of (const char *name)
{
  const char *mark = strrchr (name, '#');
  g_autofree char *file = mark != NULL ? g_strndup (name, (gsize) (mark - name)) : NULL;

  return file != NULL && !g_file_test (name, G_FILE_TEST_EXISTS) && nepho_document_is_file (file) ? mark + 1 : NULL;
}

/**
 * nepho_cli_scenario_is_document:
 * @name: what --scenario may name
 *
 * Returns: whether it is a document, or a scenario of one
 */
gboolean
nepho_cli_scenario_is_document (const char *name)
{
  return part_of (name) != NULL || nepho_document_is_file (name);
}

static void
split_name (NephoCliScenario *self)
{
  const char *part = self->scenario_name != NULL ? part_of (self->scenario_name) : NULL;
  char *file;

  if (part == NULL)
    return;

  self->part = g_strdup (part);
  file = g_strndup (self->scenario_name, (gsize) (part - 1 - self->scenario_name));
  g_free (self->scenario_name);
  self->scenario_name = file;
}

/* A document has its data set; otherwise it is named, or the usual one. */
static gboolean
load_dataset (NephoCliScenario *self)
{
  g_autoptr (GError) error = NULL;

  split_name (self);
  if (self->scenario_name == NULL || !nepho_document_is_file (self->scenario_name))
    {
      self->dataset
        = nepho_dataset_load (self->dataset_name != NULL ? self->dataset_name : NEPHO_DEFAULT_DATASET, &error);
      if (self->dataset == NULL)
        nepho_cli_fail (NEPHO_CLI_WRONG, "--dataset: %s", error->message);
      return self->dataset != NULL;
    }

  if (self->dataset_name != NULL)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--dataset: the document %s has its own data set; leave one of the two out"),
                      self->scenario_name);
      return FALSE;
    }
  self->document = nepho_document_load (self->scenario_name, NULL, &error);
  if (self->document == NULL)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "--scenario: %s", error->message);
      return FALSE;
    }
  self->dataset = nepho_dataset_ref (nepho_document_get_dataset (self->document));

  return TRUE;
}

/**
 * nepho_cli_scenario_load:
 * @self: options as they were read
 *
 * Loads the data set, or the document with its own, then puts the scenario's values over it, then those of
 * --params, then those of --source and then those of --set, in their order. A path of --params takes the place of the
 * document's; the events of --event come behind it.
 *
 * Returns: %FALSE, having said why, where any of it is wrong
 */
gboolean
nepho_cli_scenario_load (NephoCliScenario *self)
{
  if (!load_dataset (self))
    return FALSE;

  self->parameters = nepho_parameter_set_new (self->dataset);
  self->values = nepho_parameter_set_defaults (self->parameters);
  self->baseline_values = nepho_parameter_set_defaults (self->parameters);
  self->events = nepho_events_new ();

  return read_horizon (self) && choose_money (self) && apply_scenario (self) && apply_values (self)
         && check_shares (self);
}

static NephoResults *
run (const NephoCliScenario *self, const double *values, const NephoEvents *events)
{
  g_autoptr (NephoMarket) market = nepho_market_new (self->parameters);
  NephoResults *results = nepho_results_new ();

  nepho_market_run_events (market, values, events, self->horizon, results);

  return results;
}

/**
 * nepho_cli_scenario_run:
 * @self: what was loaded
 *
 * Returns: (transfer full): what the model gives over the horizon
 */
NephoResults *
nepho_cli_scenario_run (const NephoCliScenario *self)
{
  return run (self, self->values, self->events);
}

/**
 * nepho_cli_scenario_run_baseline:
 * @self: what was loaded
 *
 * Returns: (transfer full): what the model gives with the data set's own values
 */
NephoResults *
nepho_cli_scenario_run_baseline (const NephoCliScenario *self)
{
  return run (self, self->baseline_values, NULL);
}

/**
 * nepho_cli_scenario_append_rate:
 * @self: what was loaded
 * @text: a table with sums
 *
 * Tells at what rate sums were converted, where they were.
 */
void
nepho_cli_scenario_append_rate (const NephoCliScenario *self, GString *text)
{
  g_autofree char *rate = NULL;

  if (!nepho_currency_is_exchanged (&self->money, NEPHO_UNIT_YUAN_BILLION)
      && !nepho_currency_is_exchanged (&self->money, NEPHO_UNIT_USD_BILLION))
    return;

  rate = nepho_currency_describe_rate (&self->money, self->dataset);
  g_string_append_printf (text, "\n%s\n", rate);
}

/**
 * nepho_cli_scenario_differs:
 * @self: what was loaded
 *
 * Returns: whether any value is another than the data set's, or follows a path
 */
gboolean
nepho_cli_scenario_differs (NephoCliScenario *self)
{
  for (guint k = 0; k < nepho_parameter_set_size (self->parameters); k++)
    if (self->values[k] != self->baseline_values[k])
      return TRUE;

  return nepho_events_n_paths (self->events) > 0;
}

/* The engine brings shares to a sum of one; a document keeps them so. */
static double *
scale_shares (const NephoCliScenario *self)
{
  double *values = g_memdup2 (self->values, nepho_parameter_set_size (self->parameters) * sizeof (double));

  for (guint s = 0; s < self->dataset->segments->len; s++)
    {
      double sum = 0.0;

      for (guint i = 0; i < self->dataset->vendors->len; i++)
        sum += values[nepho_parameter_set_index (self->parameters, "share", (int) i, (int) s)];
      for (guint i = 0; i < self->dataset->vendors->len && fabs (sum - 1.0) > SHARES_TOLERANCE; i++)
        values[nepho_parameter_set_index (self->parameters, "share", (int) i, (int) s)] /= sum;
    }

  return values;
}

/**
 * nepho_cli_scenario_document:
 * @self: what was loaded
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): it as a document, or %NULL with %NEPHO_MODEL_ERROR_RANGE
 */
NephoDocument *
nepho_cli_scenario_document (NephoCliScenario *self, GError **error)
{
  g_autoptr (NephoDocument) document
    = self->document != NULL ? g_object_ref (self->document) : nepho_document_new (self->dataset);
  g_autofree double *values = scale_shares (self);

  if (self->document == NULL && *self->scenario != '\0'
      && !nepho_document_apply_scenario (document, self->scenario, error))
    return NULL;
  if (!nepho_document_apply_values (document, values, "", error)
      || !nepho_document_apply_events (document, self->events, "", error)
      || !nepho_document_set_horizon (document, self->horizon, error))
    return NULL;

  return g_steal_pointer (&document);
}

/**
 * nepho_cli_scenario_subject:
 * @self: what was loaded
 *
 * Returns: (transfer full) (nullable): what a file is about, as a document, which looks a quarter ahead at least;
 *   %NULL, having said why, where it is none
 */
NephoDocument *
nepho_cli_scenario_subject (NephoCliScenario *self)
{
  guint horizon = self->horizon;
  g_autoptr (GError) error = NULL;
  NephoDocument *document;

  self->horizon = MAX (horizon, 1);
  document = nepho_cli_scenario_document (self, &error);
  self->horizon = horizon;
  if (document == NULL)
    nepho_cli_fail (NEPHO_CLI_WRONG, "%s", error->message);

  return document;
}

/**
 * nepho_cli_scenario_annotations:
 * @self: what was loaded
 *
 * Returns: (transfer none) (nullable): the annotations of the document that it is of; %NULL where it is of none
 */
const GPtrArray *
nepho_cli_scenario_annotations (const NephoCliScenario *self)
{
  return self->document != NULL ? nepho_document_get_annotations (self->document) : NULL;
}

/**
 * nepho_cli_scenario_clear:
 * @self: options, loaded or not
 */
void
nepho_cli_scenario_clear (NephoCliScenario *self)
{
  g_free (self->dataset_name);
  g_free (self->scenario_name);
  g_free (self->part);
  g_free (self->params_path);
  g_strfreev (self->choices);
  g_strfreev (self->assignments);
  g_strfreev (self->event_texts);
  g_free (self->horizon_text);
  g_free (self->currency_text);
  g_free (self->rate_text);
  g_free (self->values);
  g_free (self->baseline_values);
  g_clear_pointer (&self->events, nepho_events_free);
  g_clear_pointer (&self->parameters, nepho_parameter_set_unref);
  g_clear_pointer (&self->dataset, nepho_dataset_unref);
  g_clear_object (&self->document);
}
