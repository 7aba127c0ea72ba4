/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-compare.h"

#include <glib/gi18n-lib.h>

#include "cli-chart-options.h"
#include "nepho-comparison-rows.h"
#include "nepho-json-writer.h"
#include "nepho-suggest.h"

/* Says what is wrong with @id, which is in no document that was opened. */
static void
refuse_id (NephoDocument *document, const char *id, const char *prefix)
{
  g_autoptr (GPtrArray) scenarios = nepho_document_get_scenarios (document);
  g_autoptr (GString) list = g_string_new (NULL);
  NephoSuggestion suggestion;

  nepho_suggestion_init (&suggestion, id);
  for (guint i = 0; i < scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (scenarios, i);

      nepho_suggestion_offer (&suggestion, scenario->id);
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", scenario->id);
    }
  if (suggestion.nearest != NULL)
    nepho_cli_fail (NEPHO_CLI_WRONG, _("%sthere is no scenario “%s”; did you mean “%s”?"), prefix, id, suggestion.nearest);
  else
    nepho_cli_fail (NEPHO_CLI_WRONG, _("%sthere is no scenario “%s”; expected some of %s"), prefix, id, list->str);
}

static gboolean
check_ids (NephoDocument *document, char **ids, const char *prefix)
{
  if (g_strv_length (ids) > NEPHO_MAX_COMPARED)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("%s%u scenarios are too many; expected at most %u"), prefix, g_strv_length (ids),
                      NEPHO_MAX_COMPARED);
      return FALSE;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (nepho_document_find_scenario (document, ids[i]) == NULL)
        {
          refuse_id (document, ids[i], prefix);
          return FALSE;
        }
      for (guint k = 0; k < i; k++)
        if (g_str_equal (ids[i], ids[k]))
          {
            nepho_cli_fail (NEPHO_CLI_WRONG, _("%s“%s” is named twice; expected each scenario once"), prefix, ids[i]);
            return FALSE;
          }
    }

  return TRUE;
}

/**
 * nepho_cli_comparison_new:
 * @document: a document
 * @ids: (nullable): ids of its scenarios; %NULL: those that it compares, or the usual ones
 * @prefix: what stands before a refusal, such as the name of an option
 *
 * Returns: (transfer full) (nullable): them side by side; or %NULL, having said why
 */
NephoComparison *
nepho_cli_comparison_new (NephoDocument *document, char **ids, const char *prefix)
{
  g_auto (GStrv) usual = NULL;
  g_autoptr (GError) error = NULL;
  NephoComparison *comparison;

  if (ids == NULL || ids[0] == NULL)
    ids = usual = nepho_comparison_usual (document);
  if (!check_ids (document, ids, prefix))
    return NULL;

  comparison = nepho_comparison_new (document, (const char * const *) ids, &error);
  if (comparison == NULL)
    nepho_cli_fail (NEPHO_CLI_WRONG, "%s%s", prefix, error->message);

  return comparison;
}

/* "34.6 % (+1.2 points, +3.6 %)" */
static char *
cell_text (const NephoComparisonCell *cell)
{
  if (cell->difference == NULL)
    return g_strdup (cell->value);
  if (cell->relative == NULL)
    return g_strdup_printf ("%s (%s)", cell->value, cell->difference);

  return g_strdup_printf ("%s (%s, %s)", cell->value, cell->difference, cell->relative);
}

static char *
rows_to_text (const NephoComparison *comparison, const GPtrArray *rows, const char *what)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *names = nepho_table_add_texts (table, what);

  for (guint k = 0; k < rows->len; k++)
    nepho_table_column_text (names, ((const NephoComparisonRow *) g_ptr_array_index (rows, k))->name);
  for (guint i = 0; i < comparison->n; i++)
    {
      NephoTableColumn *column = nepho_table_add_texts (table, comparison->items[i].name);

      for (guint k = 0; k < rows->len; k++)
        {
          const NephoComparisonRow *row = g_ptr_array_index (rows, k);
          g_autofree char *text = cell_text (&row->cells[i]);

          nepho_table_column_text (column, text);
        }
    }

  return nepho_cli_columns (table);
}

static char *
to_text (const NephoComparison *comparison, const GPtrArray *headlines, const GPtrArray *assumptions)
{
  g_autofree char *first = rows_to_text (comparison, headlines, _("Headline number"));
  g_autofree char *second = rows_to_text (comparison, assumptions, _("Assumption"));

  if (assumptions->len == 0)
    return g_strdup_printf ("%s\n%s\n", first, _("Nothing differs in what they assume"));

  return g_strdup_printf ("%s\n%s", first, second);
}

static void
rows_to_json (NephoJsonWriter *json, const char *key, const NephoComparison *comparison, const GPtrArray *rows)
{
  nepho_json_writer_begin (json, key, '[');
  for (guint k = 0; k < rows->len; k++)
    {
      const NephoComparisonRow *row = g_ptr_array_index (rows, k);

      for (guint i = 0; i < comparison->n; i++)
        {
          nepho_json_writer_begin_line (json, NULL, '{');
          nepho_json_writer_text (json, "id", row->id);
          nepho_json_writer_text (json, "scenario", comparison->items[i].id);
          nepho_json_writer_number_if (json, "value", row->cells[i].number);
          nepho_json_writer_number_if (json, "difference", row->cells[i].change);
          nepho_json_writer_number_if (json, "part", row->cells[i].part);
          nepho_json_writer_end (json, '}');
        }
    }
  nepho_json_writer_end (json, ']');
}

static char *
to_json (const NephoComparison *comparison, const GPtrArray *headlines, const GPtrArray *assumptions)
{
  NephoJsonWriter json = { .text = g_string_new (NULL) };

  nepho_json_writer_begin (&json, NULL, '{');
  nepho_json_writer_begin (&json, "scenarios", '[');
  for (guint i = 0; i < comparison->n; i++)
    nepho_json_writer_text (&json, NULL, comparison->items[i].id);
  nepho_json_writer_end (&json, ']');
  rows_to_json (&json, "headlines", comparison, headlines);
  rows_to_json (&json, "assumptions", comparison, assumptions);
  nepho_json_writer_end (&json, '}');

  return g_string_free (json.text, FALSE);
}

/* One row a number, as stored. */
static char *
to_csv (const NephoComparison *comparison, const GPtrArray *headlines, const GPtrArray *assumptions)
{
  const struct
  {
    const char      *kind;
    const GPtrArray *rows;
  } lists[] = { { "headline", headlines }, { "assumption", assumptions } };
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *kinds = nepho_table_add_texts (table, "kind");
  NephoTableColumn *ids = nepho_table_add_texts (table, "id");
  NephoTableColumn *scenarios = nepho_table_add_texts (table, "scenario");
  NephoTableColumn *values = nepho_table_add_numbers (table, "value", NEPHO_UNIT_NONE);
  NephoTableColumn *changes = nepho_table_add_numbers (table, "difference", NEPHO_UNIT_NONE);
  NephoTableColumn *parts = nepho_table_add_numbers (table, "part", NEPHO_UNIT_NONE);

  for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
    for (guint k = 0; k < lists[list].rows->len; k++)
      for (guint i = 0; i < comparison->n; i++)
        {
          const NephoComparisonRow *row = g_ptr_array_index (lists[list].rows, k);

          nepho_table_column_text (kinds, lists[list].kind);
          nepho_table_column_text (ids, row->id);
          nepho_table_column_text (scenarios, comparison->items[i].id);
          nepho_table_column_number (values, row->cells[i].number);
          nepho_table_column_number (changes, row->cells[i].change);
          nepho_table_column_number (parts, row->cells[i].part);
        }

  return nepho_table_to_csv (table);
}

/* The numbers of the scenarios as if each were at work in the document. */
static char *
print (NephoDocument *document, const NephoComparison *comparison, NephoCliFormat format)
{
  NephoFigureContext context;
  g_autoptr (GPtrArray) headlines = NULL;
  g_autoptr (GPtrArray) assumptions = NULL;

  nepho_figure_context_init (&context, comparison->parameters, comparison->items[0].values,
                             nepho_document_get_baseline_values (document), comparison->items[0].results, NULL);
  context.comparison = comparison;
  context.money = nepho_document_get_money (document);
  headlines = nepho_comparison_headlines (&context);
  assumptions = nepho_comparison_assumptions (&context);
  if (format == NEPHO_CLI_JSON)
    return to_json (comparison, headlines, assumptions);

  return format == NEPHO_CLI_CSV ? to_csv (comparison, headlines, assumptions)
                                 : to_text (comparison, headlines, assumptions);
}

/**
 * nepho_cli_compare:
 * @arguments: the arguments, "compare" first
 *
 * Puts scenarios of a data set or a document side by side.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_compare (char **arguments)
{
  g_auto (NephoCliScenario) scenario = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autofree char *format_text = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_("text, json or csv (text)"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (NephoDocument) document = NULL;
  g_autoptr (NephoComparison) comparison = NULL;
  g_autofree char *text = NULL;
  NephoCliFormat format;
  NephoCliStatus status;

  if (!nepho_cli_parse ("compare", entries, nepho_cli_scenario_group (&scenario, TRUE), &rest, &status))
    return status;
  if (!nepho_cli_parse_format (format_text, &format) || !nepho_cli_scenario_load (&scenario))
    return NEPHO_CLI_WRONG;
  document = nepho_cli_scenario_subject (&scenario);
  if (document == NULL)
    return NEPHO_CLI_WRONG;
  comparison = nepho_cli_comparison_new (document, rest + 1, "");
  if (comparison == NULL)
    return NEPHO_CLI_WRONG;

  text = print (document, comparison, format);

  return nepho_cli_print (text);
}
