/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-cli.h"
#include "nepho-dataset-io.h"
#include "nepho-json-text.h"
#include "nepho-number.h"

/* Rows of the article's table of figures. */
#define MOST_ROWS 15

typedef struct
{
  char      *dataset;
  char      *row_text;
  char      *grade_text;
  char      *format_text;
  guint      row;       /* 0: all */
  gboolean   by_grade;
  NephoGrade grade;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->dataset);
  g_free (options->row_text);
  g_free (options->grade_text);
  g_free (options->format_text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_wanted (const Options *options, const NephoFact *fact)
{
  return (options->row == 0 || (guint) fact->row == options->row)
         && (!options->by_grade || fact->grade == options->grade);
}

static char *
exact (double value)
{
  return nepho_number_format (value, NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT);
}

static void
append_texts (GString *json, const NephoFact *fact)
{
  const struct
  {
    const char *key;
    const char *text;
  } texts[] = {
    { "unit", fact->unit },           { "grade", nepho_grade_id (fact->grade) },
    { "publisher", fact->publisher }, { "title", fact->title },
    { "url", fact->url },             { "quote", fact->quote },
    { "note", fact->note },
  };

  for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
    {
      g_string_append_printf (json, ", \"%s\": ", texts[k].key);
      nepho_json_append_string (json, texts[k].text);
    }
}

static void
append_fact (GString *json, const NephoFact *fact)
{
  const struct
  {
    const char *key;
    const char *text;
  } texts[] = {
    { "id", fact->id },
    { "subject", fact->subject },
    { "measure", fact->measure },
    { "geography", fact->geography },
    { "period", fact->period },
  };

  g_string_append (json, "  {");
  for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
    {
      g_string_append_printf (json, "%s\"%s\": ", k > 0 ? ", " : "", texts[k].key);
      nepho_json_append_string (json, texts[k].text);
    }
  g_string_append (json, ", \"value\": ");
  nepho_json_append_number (json, fact->value);
  append_texts (json, fact);
  if (fact->row > 0)
    g_string_append_printf (json, ", \"row\": %d", fact->row);
  g_string_append_c (json, '}');
}

static char *
to_json (const NephoDataset *dataset, const Options *options)
{
  GString *json = g_string_new ("[\n");
  gboolean first = TRUE;

  for (guint i = 0; i < dataset->facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (dataset->facts, i);

      if (!is_wanted (options, fact))
        continue;
      g_string_append (json, first ? "" : ",\n");
      append_fact (json, fact);
      first = FALSE;
    }
  g_string_append (json, first ? "]\n" : "\n]\n");

  return g_string_free (json, FALSE);
}

static char *
to_csv (const NephoDataset *dataset, const Options *options)
{
  static const char * const names[] = { "id",    "subject", "measure",   "geography", "period", "unit",
                                        "grade", "publisher", "title", "url",       "quote",  "note" };
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *columns[G_N_ELEMENTS (names)];
  NephoTableColumn *values = NULL;
  NephoTableColumn *rows;

  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    {
      if (g_str_equal (names[k], "unit"))
        values = nepho_table_add_numbers (table, "value", NEPHO_UNIT_NONE);
      columns[k] = nepho_table_add_texts (table, names[k]);
    }
  rows = nepho_table_add_numbers (table, "row", NEPHO_UNIT_NONE);

  for (guint i = 0; i < dataset->facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (dataset->facts, i);
      const char *texts[] = { fact->id,   fact->subject, fact->measure, fact->geography,
                              fact->period, fact->unit,  nepho_grade_id (fact->grade), fact->publisher,
                              fact->title, fact->url,    fact->quote,   fact->note };

      if (!is_wanted (options, fact))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (names); k++)
        nepho_table_column_text (columns[k], texts[k]);
      nepho_table_column_number (values, fact->value);
      nepho_table_column_number (rows, fact->row);
    }

  return nepho_table_to_csv (table);
}

/* Three lines a fact: what it says, who says it, where. */
static char *
to_text (const NephoDataset *dataset, const Options *options)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dataset->facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (dataset->facts, i);
      g_autofree char *value = exact (fact->value);

      if (!is_wanted (options, fact))
        continue;
      g_string_append_printf (text, "%s  %s, %s", fact->id, fact->subject, fact->measure);
      if (*fact->period != '\0')
        g_string_append_printf (text, ", %s", fact->period);
      g_string_append_printf (text, ": %s %s (%s)\n    %s, %s\n", value, fact->unit, nepho_grade_name (fact->grade),
                              fact->publisher, fact->title);
      if (*fact->url != '\0')
        g_string_append_printf (text, "    %s\n", fact->url);
    }

  return g_string_free (text, FALSE);
}

static gboolean
read_row (Options *options)
{
  guint64 row = 0;

  if (options->row_text != NULL
      && !g_ascii_string_to_unsigned (options->row_text, 10, 1, MOST_ROWS, &row, NULL))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--row: “%s” is no row of the article’s figures; expected 1 to %d"),
                      options->row_text, MOST_ROWS);
      return FALSE;
    }

  options->row = (guint) row;
  return TRUE;
}

static gboolean
read_grade (Options *options)
{
  if (options->grade_text == NULL)
    return TRUE;

  options->by_grade = nepho_grade_from_id (options->grade_text, &options->grade);
  if (!options->by_grade)
    nepho_cli_fail (NEPHO_CLI_WRONG,
                    _("--grade: there is no grade “%s”; expected reported, derived, estimated, projected or rumoured"),
                    options->grade_text);

  return options->by_grade;
}

/**
 * nepho_cli_facts:
 * @arguments: the arguments, "facts" first
 *
 * Lists the published figures of a data set with their sources.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_facts (char **arguments)
{
  g_auto (Options) options = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  const GOptionEntry entries[] = {
    { "dataset", 0, 0, G_OPTION_ARG_FILENAME, &options.dataset, N_("Data set: a bundled one, or a file (china)"),
      N_("NAME|FILE") },
    { "row", 0, 0, G_OPTION_ARG_STRING, &options.row_text, N_("Only a row of the article’s figures"), N_("NUMBER") },
    { "grade", 0, 0, G_OPTION_ARG_STRING, &options.grade_text,
      N_("Only reported, derived, estimated, projected or rumoured"), N_("GRADE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format_text, N_("text, json or csv (text)"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (NephoDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  NephoCliFormat format;
  NephoCliStatus status;

  if (!nepho_cli_parse ("facts", entries, NULL, &rest, &status))
    return status;
  if (!nepho_cli_no_more (rest, 0) || !nepho_cli_parse_format (options.format_text, &format)
      || !read_row (&options) || !read_grade (&options))
    return NEPHO_CLI_WRONG;

  dataset = nepho_dataset_load (options.dataset != NULL ? options.dataset : NEPHO_DEFAULT_DATASET, &error);
  if (dataset == NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG, "--dataset: %s", error->message);

  if (format == NEPHO_CLI_JSON)
    text = to_json (dataset, &options);
  else
    text = format == NEPHO_CLI_CSV ? to_csv (dataset, &options) : to_text (dataset, &options);

  return nepho_cli_print (text);
}
