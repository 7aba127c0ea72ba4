/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli-scenario.h"
#include "nepho-dataset-io.h"
#include "nepho-dataset-writer.h"
#include "nepho-document-error.h"
#include "nepho-document-io.h"
#include "nepho-document-save.h"
#include "nepho-document-text.h"
#include "nepho-events-io.h"
#include "nepho-file-load.h"
#include "nepho-file-replace.h"

/* What a scenario is written as, and the name that such a file ends in. */
static const struct
{
  const char *id;
  const char *suffix;
} forms[] = {
  { "document", NEPHO_DOCUMENT_SUFFIX },
  { "parameters", ".json" },
  { "dataset", ".dataset.json" },
  { "text", NEPHO_DOCUMENT_TEXT_SUFFIX },
};

/* By the option, or by the name of the file: the longest ending counts. Standard output gets what people read. */
static const char *
form_of (const char *asked, const char *path)
{
  const char *form = asked == NULL && g_str_equal (path, NEPHO_FILE_STANDARD) ? "text" : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (asked != NULL ? g_str_equal (asked, forms[i].id) : g_str_has_suffix (path, forms[i].suffix))
      form = forms[i].id;

  if (form == NULL && asked != NULL)
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--to: there is no form “%s”; expected document, parameters, dataset or text"), asked);
  else if (form == NULL)
    nepho_cli_fail (NEPHO_CLI_WRONG, _("%s: expected a name that ends in .nephoscope, .txt or .json, or --to"), path);

  return form;
}

/* What is to be converted: a document, a data set, or parameters. */
static void
take_input (NephoCliScenario *scenario, const char *path)
{
  char **place = &scenario->params_path;

  if (nepho_cli_scenario_is_document (path))
    place = &scenario->scenario_name;
  else if (nepho_dataset_is_file (path))
    place = &scenario->dataset_name;
  g_free (*place);
  *place = g_strdup (path);
}

/* What differs from the data set's own values, as --params reads it. */
static char *
parameters_to_json (NephoCliScenario *scenario)
{
  NephoJsonWriter json = { .text = g_string_new (NULL) };

  nepho_json_writer_begin (&json, NULL, '{');
  for (guint k = 0; k < nepho_parameter_set_size (scenario->parameters); k++)
    if (scenario->values[k] != scenario->baseline_values[k])
      nepho_json_writer_number (&json, nepho_parameter_set_get (scenario->parameters, k)->id, scenario->values[k]);
  if (nepho_events_n_paths (scenario->events) > 0)
    nepho_events_write (&json, "events", scenario->parameters, scenario->events);
  nepho_json_writer_end (&json, '}');

  return g_string_free (json.text, FALSE);
}

/* The reader's facts are a data set's own once it is one. */
static char *
dataset_to_json (NephoCliScenario *scenario)
{
  NephoJsonWriter json = { .text = g_string_new (NULL) };

  nepho_dataset_write (&json, NULL, scenario->dataset, TRUE);

  return g_string_free (json.text, FALSE);
}

/* A document with more in it than this version knows is nobody's to lose. */
static gboolean
may_replace (GFile *file, const char *path, GError **error)
{
  g_auto (NephoDocumentOrigin) origin = { 0 };
  g_autoptr (NephoDocument) there = NULL;
  g_autofree char *why = NULL;

  if (!g_file_query_exists (file, NULL) || !nepho_document_is_file (path))
    return TRUE;

  there = nepho_document_open (file, &origin, NULL, NULL);
  why = nepho_document_origin_explain (&origin);
  if (why != NULL)
    g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE, _("Cannot write %s: %s"), path, why);

  return why == NULL;
}

/* What is written beside documents in files, which are saved; NULL with an error. */
static char *
write_form (NephoCliScenario *scenario, const char *form, GError **error)
{
  g_autoptr (NephoDocument) document = NULL;

  if (g_str_equal (form, "dataset"))
    return dataset_to_json (scenario);
  if (g_str_equal (form, "parameters"))
    return parameters_to_json (scenario);

  document = nepho_cli_scenario_document (scenario, error);
  if (document == NULL)
    return NULL;

  return g_str_equal (form, "text") ? nepho_document_to_text (document) : nepho_document_to_json (document);
}

static gboolean
convert (NephoCliScenario *scenario, const char *form, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (NephoDocument) document = NULL;
  g_autofree char *text = NULL;

  if (!may_replace (file, path, error))
    return FALSE;
  if (g_str_equal (form, "document"))
    {
      document = nepho_cli_scenario_document (scenario, error);
      return document != NULL && nepho_document_save (document, file, NULL, NULL, error);
    }

  text = write_form (scenario, form, error);

  return text != NULL && nepho_file_replace (file, text, strlen (text), NULL, NULL, error);
}

static NephoCliStatus
print (NephoCliScenario *scenario, const char *form)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = write_form (scenario, form, &error);

  return text != NULL ? nepho_cli_print (text) : nepho_cli_fail (NEPHO_CLI_FAILED, "%s", error->message);
}

/**
 * nepho_cli_convert:
 * @arguments: the arguments, "convert" first
 *
 * Writes a scenario as a document, as parameters, as a data set or as text for a mail.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_convert (char **arguments)
{
  g_auto (NephoCliScenario) scenario = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autofree char *asked = NULL;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &asked, N_("document, parameters, dataset or text (as OUTPUT is named)"), N_("FORM") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  const char *output;
  const char *form;
  NephoCliStatus status;

  if (!nepho_cli_parse ("convert", entries, nepho_cli_scenario_group (&scenario, TRUE), &rest, &status))
    return status;
  if (!nepho_cli_no_more (rest, 2))
    return NEPHO_CLI_WRONG;
  if (rest[1] == NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG, _("the name of the file to write is missing"));

  output = rest[2] != NULL ? rest[2] : rest[1];
  form = form_of (asked, output);
  if (rest[2] != NULL)
    take_input (&scenario, rest[1]);
  if (form == NULL || !nepho_cli_scenario_load (&scenario))
    return NEPHO_CLI_WRONG;
  if (scenario.event_texts != NULL && g_str_equal (form, "dataset"))
    return nepho_cli_fail (NEPHO_CLI_WRONG,
                           _("--event: a data set holds no paths; expected --to document or parameters"));

  if (g_str_equal (output, NEPHO_FILE_STANDARD))
    return print (&scenario, form);
  if (!convert (&scenario, form, output, &error))
    return nepho_cli_fail (NEPHO_CLI_FAILED, "%s", error->message);

  return NEPHO_CLI_DONE;
}
