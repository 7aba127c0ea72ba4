/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-cli.h"
#include "nepho-changes.h"
#include "nepho-dataset-io.h"
#include "nepho-document-io.h"
#include "nepho-fact-search.h"
#include "nepho-json-text.h"
#include "nepho-number.h"

/* Rows of the article's table of figures. */
#define MOST_ROWS 15

/* Texts of a fact, those before its value first. */
#define N_TEXTS 19u
#define N_BEFORE_VALUE 7u

typedef struct
{
  char           *dataset;
  char           *filter;
  char           *topic;
  char           *publisher;
  char           *row_text;
  char           *grade_text;
  char           *format_text;
  char          **words;
  guint           row;       /* 0: all */
  gboolean        by_grade;
  NephoGrade      grade;
  NephoFactSearch search;
} Options;

/* A text with its key in files. */
typedef struct
{
  const char *key;
  const char *text;
} Text;

static void
options_clear (Options *options)
{
  g_free (options->dataset);
  g_free (options->filter);
  g_free (options->topic);
  g_free (options->publisher);
  g_free (options->row_text);
  g_free (options->grade_text);
  g_free (options->format_text);
  g_strfreev (options->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_by (const NephoFact *fact, const char *folded)
{
  g_autofree char *publisher = g_utf8_casefold (fact->publisher, -1);

  return strstr (publisher, folded) != NULL;
}

static gboolean
is_wanted (const Options *options, const NephoFact *fact)
{
  g_autofree char *text = options->words != NULL ? nepho_fact_search_text (fact) : NULL;

  return (options->row == 0 || (guint) fact->row == options->row)
         && (!options->by_grade || fact->grade == options->grade)
         && (options->publisher == NULL || is_by (fact, options->publisher))
         && nepho_fact_search_matches (&options->search, fact, text != NULL ? text : "");
}

static GPtrArray *
find_wanted (const NephoDataset *dataset, const Options *options)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < dataset->facts->len; i++)
    if (is_wanted (options, g_ptr_array_index (dataset->facts, i)))
      g_ptr_array_add (found, g_ptr_array_index (dataset->facts, i));

  return found;
}

static void
get_texts (const NephoFact *fact, Text texts[N_TEXTS])
{
  const Text all[N_TEXTS] = {
    { "id", fact->id },
    { "topic", fact->topic },
    { "subject", fact->subject },
    { "measure", fact->measure },
    { "definition", fact->definition },
    { "geography", fact->geography },
    { "period", fact->period },
    { "unit", fact->unit },
    { "qualifier", fact->qualifier },
    { "grade", nepho_grade_id (fact->grade) },
    { "publisher", fact->publisher },
    { "title", fact->title },
    { "published", fact->published },
    { "url", fact->url },
    { "quote", fact->quote },
    { "note", fact->note },
    { "licence", fact->licence },
    { "origin", nepho_origin_id (fact->origin) },
    { "replaces", fact->replaces },
  };

  memcpy (texts, all, sizeof all);
}

static void
append_fact (GString *json, const NephoFact *fact)
{
  Text texts[N_TEXTS];

  get_texts (fact, texts);
  for (guint k = 0; k < N_TEXTS; k++)
    {
      if (k == N_BEFORE_VALUE)
        {
          g_string_append (json, ", \"value\": ");
          nepho_json_append_number (json, fact->value);
        }
      g_string_append_printf (json, "%s\"%s\": ", k > 0 ? ", " : "  {", texts[k].key);
      nepho_json_append_string (json, texts[k].text);
    }
  if (fact->row > 0)
    g_string_append_printf (json, ", \"row\": %d", fact->row);
  g_string_append_c (json, '}');
}

static char *
to_json (const GPtrArray *facts)
{
  GString *json = g_string_new ("[\n");

  for (guint i = 0; i < facts->len; i++)
    {
      append_fact (json, g_ptr_array_index (facts, i));
      g_string_append (json, i + 1 < facts->len ? ",\n" : "\n");
    }
  g_string_append (json, "]\n");

  return g_string_free (json, FALSE);
}

static char *
to_csv (const GPtrArray *facts)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  g_autoptr (NephoFact) empty = nepho_fact_new ();
  NephoTableColumn *columns[N_TEXTS];
  NephoTableColumn *values = NULL;
  NephoTableColumn *rows;
  Text texts[N_TEXTS];

  get_texts (empty, texts);
  for (guint k = 0; k < N_TEXTS; k++)
    {
      if (k == N_BEFORE_VALUE)
        values = nepho_table_add_numbers (table, "value", NEPHO_UNIT_NONE);
      columns[k] = nepho_table_add_texts (table, texts[k].key);
    }
  rows = nepho_table_add_numbers (table, "row", NEPHO_UNIT_NONE);

  for (guint i = 0; i < facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (facts, i);

      get_texts (fact, texts);
      for (guint k = 0; k < N_TEXTS; k++)
        nepho_table_column_text (columns[k], texts[k].text);
      nepho_table_column_number (values, fact->value);
      nepho_table_column_number (rows, fact->row);
    }

  return nepho_table_to_csv (table);
}

/* Three lines a fact: what it says, who says it, where. */
static char *
to_text (const GPtrArray *facts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *value = nepho_number_format (fact->value, NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT);

      g_string_append_printf (text, "%s  %s, %s", fact->id, fact->subject, fact->measure);
      if (*fact->period != '\0')
        g_string_append_printf (text, ", %s", fact->period);
      g_string_append_printf (text, ": %s%s%s %s (%s)\n    %s, %s\n", fact->qualifier, *fact->qualifier != '\0' ? " " : "",
                              value, fact->unit, nepho_grade_name (fact->grade), fact->publisher, fact->title);
      if (*fact->url != '\0')
        g_string_append_printf (text, "    %s\n", fact->url);
      if (fact->origin == NEPHO_ORIGIN_READER)
        g_string_append_printf (text, "    %s\n", nepho_changes_origin (fact));
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

static gboolean
read_topic (Options *options)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_topics;
  const NephoFactClass *topics = nepho_topics (&n_topics);

  if (options->topic == NULL)
    return TRUE;

  for (guint i = 0; i < n_topics; i++)
    {
      if (g_str_equal (topics[i].id, options->topic))
        {
          options->search.topic = topics[i].id;
          return TRUE;
        }
      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", topics[i].id);
    }
  nepho_cli_fail (NEPHO_CLI_WRONG, _("--topic: there is no topic “%s”; expected one of %s"), options->topic, list->str);

  return FALSE;
}

static gboolean
read_search (Options *options)
{
  if (options->filter != NULL)
    options->words = nepho_fact_search_words (options->filter);
  options->search.words = options->words;
  if (options->publisher != NULL)
    {
      char *folded = g_utf8_casefold (options->publisher, -1);

      g_free (options->publisher);
      options->publisher = folded;
    }

  return read_topic (options) && read_row (options) && read_grade (options);
}

/* A saved scenario holds the reader's figures beside those of its data set. */
static NephoDataset *
load_dataset (const char *name_or_path, GError **error)
{
  g_auto (NephoDocumentOrigin) origin = { 0 };
  g_autoptr (NephoDocument) document = NULL;

  if (!nepho_document_is_file (name_or_path))
    return nepho_dataset_load (name_or_path, error);

  document = nepho_document_load (name_or_path, &origin, error);

  return document != NULL ? nepho_dataset_ref (nepho_document_get_dataset (document)) : NULL;
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
    { "dataset", 0, 0, G_OPTION_ARG_FILENAME, &options.dataset, N_("Data set: a bundled one, a file or a saved scenario (china)"),
      N_("NAME|FILE") },
    { "filter", 0, 0, G_OPTION_ARG_STRING, &options.filter, N_("Only those in which all these words occur"), N_("WORDS") },
    { "topic", 0, 0, G_OPTION_ARG_STRING, &options.topic, N_("Only of one topic, such as china-share"), N_("ID") },
    { "publisher", 0, 0, G_OPTION_ARG_STRING, &options.publisher, N_("Only of publishers with this in their name"),
      N_("NAME") },
    { "weak", 0, 0, G_OPTION_ARG_NONE, &options.search.weak_only, N_("Only estimates, projections and rumours"), NULL },
    { "row", 0, 0, G_OPTION_ARG_STRING, &options.row_text, N_("Only a row of the article’s figures"), N_("NUMBER") },
    { "grade", 0, 0, G_OPTION_ARG_STRING, &options.grade_text,
      N_("Only reported, derived, estimated, projected or rumoured"), N_("GRADE") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options.format_text, N_("text, json or csv (text)"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (NephoDataset) dataset = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  NephoCliFormat format;
  NephoCliStatus status;

  if (!nepho_cli_parse ("facts", entries, NULL, &rest, &status))
    return status;
  if (!nepho_cli_no_more (rest, 0) || !nepho_cli_parse_format (options.format_text, &format)
      || !read_search (&options))
    return NEPHO_CLI_WRONG;

  dataset = load_dataset (options.dataset != NULL ? options.dataset : NEPHO_DEFAULT_DATASET, &error);
  if (dataset == NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG, "--dataset: %s", error->message);

  facts = find_wanted (dataset, &options);
  if (format == NEPHO_CLI_JSON)
    text = to_json (facts);
  else
    text = format == NEPHO_CLI_CSV ? to_csv (facts) : to_text (facts);

  return nepho_cli_print (text);
}
