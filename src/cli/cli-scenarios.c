/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "cli-scenario.h"
#include "nepho-document-path.h"
#include "nepho-document-scenario.h"
#include "nepho-json-writer.h"

/* Spaces for each scenario that stands above. */
#define INDENT 2u

/* What a line of the list says. */
typedef struct
{
  const NephoScenario *scenario;
  guint                depth;
  gboolean             at_work;
  guint                n_different; /* parameters with another value or path than its parent's */
} Line;

static const char *
kind_id (NephoScenarioKind kind)
{
  switch (kind)
    {
    case NEPHO_SCENARIO_OWN:
      return "scenario";
    case NEPHO_SCENARIO_SNAPSHOT:
      return "snapshot";
    case NEPHO_SCENARIO_BUILT_IN:
    default:
      return "built-in";
    }
}

static const char *
kind_name (NephoScenarioKind kind)
{
  switch (kind)
    {
    case NEPHO_SCENARIO_OWN:
      return _("Own");
    case NEPHO_SCENARIO_SNAPSHOT:
      return _("Snapshot");
    case NEPHO_SCENARIO_BUILT_IN:
    default:
      return _("Data set");
    }
}

static GArray *
list_lines (NephoDocument *document)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GPtrArray) scenarios = nepho_document_get_scenarios (document);

  for (guint i = 0; i < scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (scenarios, i);
      g_autoptr (GArray) differences = nepho_document_get_differences (document, scenario->id);
      Line line = { scenario, nepho_document_get_scenario_depth (document, scenario->id),
                    g_str_equal (scenario->id, nepho_document_get_scenario (document)), differences->len };

      g_array_append_val (lines, line);
    }

  return lines;
}

static char *
to_json (const GArray *lines)
{
  NephoJsonWriter json = { .text = g_string_new (NULL) };

  nepho_json_writer_begin (&json, NULL, '[');
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      nepho_json_writer_begin_line (&json, NULL, '{');
      nepho_json_writer_text (&json, "id", line->scenario->id);
      nepho_json_writer_text (&json, "kind", kind_id (line->scenario->kind));
      nepho_json_writer_text (&json, "parent", line->scenario->parent != NULL ? line->scenario->parent : "");
      nepho_json_writer_text (&json, "name", nepho_text_get (line->scenario->name));
      nepho_json_writer_text (&json, "story", nepho_text_get (line->scenario->story));
      nepho_json_writer_whole (&json, "differs", line->n_different);
      nepho_json_writer_whole (&json, "at_work", line->at_work);
      nepho_json_writer_end (&json, '}');
    }
  nepho_json_writer_end (&json, ']');

  return g_string_free (json.text, FALSE);
}

static char *
to_csv (const GArray *lines)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *ids = nepho_table_add_texts (table, "id");
  NephoTableColumn *kinds = nepho_table_add_texts (table, "kind");
  NephoTableColumn *parents = nepho_table_add_texts (table, "parent");
  NephoTableColumn *names = nepho_table_add_texts (table, "name");
  NephoTableColumn *stories = nepho_table_add_texts (table, "story");
  NephoTableColumn *different = nepho_table_add_numbers (table, "differs", NEPHO_UNIT_NONE);
  NephoTableColumn *at_work = nepho_table_add_numbers (table, "at_work", NEPHO_UNIT_NONE);

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      nepho_table_column_text (ids, line->scenario->id);
      nepho_table_column_text (kinds, kind_id (line->scenario->kind));
      nepho_table_column_text (parents, line->scenario->parent != NULL ? line->scenario->parent : "");
      nepho_table_column_text (names, nepho_text_get (line->scenario->name));
      nepho_table_column_text (stories, nepho_text_get (line->scenario->story));
      nepho_table_column_number (different, line->n_different);
      nepho_table_column_number (at_work, line->at_work);
    }

  return nepho_table_to_csv (table);
}

/* Who follows stands under whom it follows, a little to the right. */
static char *
to_text (const GArray *lines)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *ids = nepho_table_add_texts (table, _("Scenario"));
  NephoTableColumn *names = nepho_table_add_texts (table, _("Name"));
  NephoTableColumn *kinds = nepho_table_add_texts (table, _("Kind"));
  NephoTableColumn *different = nepho_table_add_texts (table, _("Values of its own"));
  NephoTableColumn *at_work = nepho_table_add_texts (table, "");

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *id = g_strdup_printf ("%*s%s", (int) (INDENT * line->depth), "", line->scenario->id);
      g_autofree char *count = g_strdup_printf ("%u", line->n_different);

      nepho_table_column_text (ids, id);
      nepho_table_column_text (names, nepho_text_get (line->scenario->name));
      nepho_table_column_text (kinds, kind_name (line->scenario->kind));
      nepho_table_column_text (different, count);
      nepho_table_column_text (at_work, line->at_work ? _("at work") : "");
    }

  return nepho_cli_columns (table);
}

/**
 * nepho_cli_scenarios:
 * @arguments: the arguments, "scenarios" first
 *
 * Lists the scenarios of a data set or a document.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_scenarios (char **arguments)
{
  g_auto (NephoCliScenario) scenario = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autofree char *format_text = NULL;
  const GOptionEntry entries[] = {
    { "dataset", 0, 0, G_OPTION_ARG_FILENAME, &scenario.dataset_name,
      N_("Data set: a bundled one, or a file (china)"), N_("NAME|FILE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_("text, json or csv (text)"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (NephoDocument) document = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  NephoCliFormat format;
  NephoCliStatus status;

  if (!nepho_cli_parse ("scenarios", entries, NULL, &rest, &status))
    return status;
  if (!nepho_cli_no_more (rest, rest[1] != NULL ? 1 : 0) || !nepho_cli_parse_format (format_text, &format))
    return NEPHO_CLI_WRONG;
  if (rest[1] != NULL && !nepho_cli_scenario_is_document (rest[1]))
    return nepho_cli_fail (NEPHO_CLI_WRONG, _("%s is no document; a data set is named by --dataset"), rest[1]);

  scenario.scenario_name = g_strdup (rest[1]);
  if (!nepho_cli_scenario_load (&scenario))
    return NEPHO_CLI_WRONG;
  document = nepho_cli_scenario_document (&scenario, &error);
  if (document == NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG, "%s", error->message);

  lines = list_lines (document);
  if (format == NEPHO_CLI_JSON)
    text = to_json (lines);
  else
    text = format == NEPHO_CLI_CSV ? to_csv (lines) : to_text (lines);

  return nepho_cli_print (text);
}
