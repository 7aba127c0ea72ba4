/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-cli.h"
#include "nepho-dataset-io.h"
#include "nepho-document-error.h"
#include "nepho-document-io.h"
#include "nepho-facts-io.h"
#include "nepho-json-reader.h"

static char *
check_facts (const char *path, GError **error)
{
  g_autoptr (GPtrArray) facts = nepho_facts_load (path, error);

  if (facts == NULL)
    return NULL;

  return g_strdup_printf (ngettext ("%s: good, %u fact", "%s: good, %u facts", facts->len), path, facts->len);
}

/* All but those that it shares with every other data set. */
static guint
count_own (const NephoDataset *dataset)
{
  const GPtrArray *bundled = nepho_facts_bundled (NULL);
  g_autoptr (GHashTable) shared = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (guint i = 0; bundled != NULL && i < bundled->len; i++)
    g_hash_table_add (shared, g_ptr_array_index (bundled, i));
  for (guint i = 0; i < dataset->facts->len; i++)
    if (!g_hash_table_contains (shared, g_ptr_array_index (dataset->facts, i)))
      n++;

  return n;
}

static char *
check_dataset (const char *path, GError **error)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (path, error);

  if (dataset == NULL)
    return NULL;

  /* Translators: a file; numbers of vendors, segments, values, observations and facts */
  return g_strdup_printf (_("%s: good; vendors: %u, segments: %u, values: %u, observations: %u, facts of its own: %u"),
                          path, dataset->vendors->len, dataset->segments->len, dataset->values->len,
                          dataset->observations->len, count_own (dataset));
}

static char *
check_document (const char *path, GError **error)
{
  g_auto (NephoDocumentOrigin) origin = { 0 };
  g_autoptr (NephoDocument) document = nepho_document_load (path, &origin, error);
  const NephoDataset *dataset;

  if (document == NULL)
    return NULL;

  dataset = nepho_document_get_dataset (document);
  if (origin.unknown->len > 0)
    /* Translators: a file; a version of the format of files; a place in the file */
    return g_strdup_printf (_("%s: good as far as it is understood; format %u, not understood: %s"), path, origin.format,
                            (char *) g_ptr_array_index (origin.unknown, 0));

  /* Translators: a file; a scenario; a data set and its version; a version of the model; a number of values */
  return g_strdup_printf (_("%s: good; %s, data set: %s %s, engine: %u, values changed: %u"), path,
                          nepho_document_get_title (document), dataset->id, dataset->version, origin.engine,
                          nepho_document_count_changed (document));
}

static char *
check_file (const char *path, GError **error)
{
  if (nepho_document_is_file (path))
    return check_document (path, error);

  return nepho_facts_is_file (path) ? check_facts (path, error) : check_dataset (path, error);
}

/* Each fault on a line of its own; the error's message tells the first. */
static void
tell_faults (const char *path, const GError *error)
{
  const GPtrArray *faults = nepho_document_error_faults (error);

  nepho_cli_fail (NEPHO_CLI_FAILED, "%s", error->message);
  for (guint i = 1; faults != NULL && i < faults->len; i++)
    nepho_cli_fail (NEPHO_CLI_FAILED, "%s", (const char *) g_ptr_array_index (faults, i));
  if (faults != NULL && faults->len >= NEPHO_JSON_MAX_FAULTS)
    nepho_cli_fail (NEPHO_CLI_FAILED, _("%s: after %u faults it was read no further"), path, faults->len);
}

/**
 * nepho_cli_validate:
 * @arguments: the arguments, "validate" first
 *
 * Checks documents, data sets and lists of facts, and says where each is wrong: line and path of every fault.
 *
 * Returns: what to exit with: %NEPHO_CLI_FAILED where a file is wrong
 */
NephoCliStatus
nepho_cli_validate (char **arguments)
{
  g_auto (GStrv) rest = g_strdupv (arguments);
  const GOptionEntry entries[] = { G_OPTION_ENTRY_NULL };
  g_autoptr (GString) good = g_string_new (NULL);
  NephoCliStatus status;
  NephoCliStatus worst = NEPHO_CLI_DONE;

  if (!nepho_cli_parse ("validate", entries, NULL, &rest, &status))
    return status;
  if (rest[1] == NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG, _("the name of a file is missing; expected a document, a data set or a list of facts"));

  for (guint i = 1; rest[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *line = check_file (rest[i], &error);

      if (line != NULL)
        g_string_append_printf (good, "%s\n", line);
      else
        {
          tell_faults (rest[i], error);
          worst = NEPHO_CLI_FAILED;
        }
    }
  status = nepho_cli_print (good->str);

  return status != NEPHO_CLI_DONE ? status : worst;
}
