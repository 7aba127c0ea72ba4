/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli-diff-paths.h"
#include "cli-scenario.h"
#include "cli-why.h"
#include "nepho-document-edition.h"
#include "nepho-document-io.h"
#include "nepho-document-path.h"
#include "nepho-document-scenario.h"
#include "nepho-json-writer.h"
#include "nepho-number.h"
#include "nepho-record.h"

/* What is compared, and how it differs. */
typedef struct
{
  const char    *names[2];
  NephoDocument *documents[2];
  guint          horizon;     /* the shorter of the two */
  double         limit;
  GPtrArray     *heads;       /* HeadRow */
  GPtrArray     *assumptions; /* NephoMove, by the ids of parameters */
  GPtrArray     *paths;       /* NephoCliPath */
  GPtrArray     *results;     /* NephoMove, by the ids of records */
  guint          n_results;
} Diff;

/* What is no number: data set, scenario, title. */
typedef struct
{
  const char *id;
  const char *name;
  char       *values[2];
} HeadRow;

static void
head_row_free (gpointer data)
{
  HeadRow *row = data;

  g_free (row->values[0]);
  g_free (row->values[1]);
  g_free (row);
}

static void
diff_clear (Diff *self)
{
  g_clear_object (&self->documents[0]);
  g_clear_object (&self->documents[1]);
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  g_clear_pointer (&self->assumptions, g_ptr_array_unref);
  g_clear_pointer (&self->paths, g_ptr_array_unref);
  g_clear_pointer (&self->results, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Diff, diff_clear)

/* Takes both texts. */
static void
add_head (Diff *self, const char *id, const char *name, char *a, char *b)
{
  HeadRow *row;

  if (g_str_equal (a, b))
    {
      g_free (a);
      g_free (b);
      return;
    }

  row = g_new0 (HeadRow, 1);
  row->id = id;
  row->name = name;
  row->values[0] = a;
  row->values[1] = b;
  g_ptr_array_add (self->heads, row);
}

static char *
dataset_name (NephoDocument *document)
{
  const NephoDataset *dataset = nepho_document_get_dataset (document);

  return g_strdup_printf ("%s %s", dataset->id, dataset->version);
}

static void
compare_heads (Diff *self)
{
  NephoDocument *a = self->documents[0];
  NephoDocument *b = self->documents[1];
  const NephoProperties *said_a = nepho_document_get_properties (a);
  const NephoProperties *said_b = nepho_document_get_properties (b);

  self->heads = g_ptr_array_new_with_free_func (head_row_free);
  add_head (self, "title", _("Title"), g_strdup (said_a->title), g_strdup (said_b->title));
  add_head (self, "description", _("Description"), g_strdup (said_a->description), g_strdup (said_b->description));
  add_head (self, "notes", _("Notes"), g_strdup (said_a->notes), g_strdup (said_b->notes));
  add_head (self, "dataset", _("Data set"), dataset_name (a), dataset_name (b));
  add_head (self, "scenario", _("Scenario"), g_strdup (nepho_document_get_scenario (a)),
            g_strdup (nepho_document_get_scenario (b)));
  add_head (self, "horizon", _("Horizon in quarters"), g_strdup_printf ("%u", nepho_document_get_horizon (a)),
            g_strdup_printf ("%u", nepho_document_get_horizon (b)));
  add_head (self, "seed", _("Seed"), g_strdup_printf ("%u", said_a->seed), g_strdup_printf ("%u", said_b->seed));
}

static GPtrArray *
record_assumptions (NephoDocument *document)
{
  NephoParameterSet *set = nepho_document_get_parameters (document);
  GPtrArray *record = nepho_record_new ();

  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    nepho_record_add (record, nepho_parameter_set_get (set, k)->id, nepho_document_get_values (document)[k]);

  return record;
}

static GPtrArray *
record_results (NephoDocument *document, guint horizon)
{
  NephoAssumptions assumptions = nepho_document_get_assumptions (document);

  return nepho_record_run (nepho_document_get_parameters (document), &assumptions, horizon);
}

static void
compare (Diff *self)
{
  g_autoptr (GPtrArray) before = record_assumptions (self->documents[0]);
  g_autoptr (GPtrArray) after = record_assumptions (self->documents[1]);
  g_autoptr (GPtrArray) result_before = NULL;
  g_autoptr (GPtrArray) result_after = NULL;

  self->horizon = MIN (nepho_document_get_horizon (self->documents[0]), nepho_document_get_horizon (self->documents[1]));
  result_before = record_results (self->documents[0], self->horizon);
  result_after = record_results (self->documents[1], self->horizon);
  compare_heads (self);
  self->assumptions = nepho_record_compare (before, after, 0.0);
  self->paths = nepho_cli_paths_new (self->documents[0], self->documents[1]);
  self->results = nepho_record_compare (result_before, result_after, self->limit);
  self->n_results = result_before->len;
}

static const NephoParameter *
find_parameter (const Diff *self, const char *id, guint *side, guint *index)
{
  for (*side = 0; *side < 2; (*side)++)
    {
      NephoParameterSet *set = nepho_document_get_parameters (self->documents[*side]);
      int found = nepho_parameter_set_find (set, id);

      *index = (guint) found;
      if (found >= 0)
        return nepho_parameter_set_get (set, *index);
    }

  g_assert_not_reached ();
}

/* "+3.2 %": of the first; nothing where that is 0 or one side is missing. */
static char *
change_text (const NephoMove *move)
{
  double change = (move->after - move->before) / fabs (move->before);

  return isfinite (change) ? nepho_number_format (change, NEPHO_UNIT_FRACTION,
                                                  NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_WITH_SIGN)
                           : g_strdup ("");
}

/* The columns of a table in words. */
typedef struct
{
  const Diff       *diff;
  NephoTable       *table;
  NephoTableColumn *what;
  NephoTableColumn *values[2];
  NephoTableColumn *change;
} WordTable;

static void
open_table (WordTable *self, const Diff *diff, const char *what, gboolean with_change)
{
  self->diff = diff;
  self->table = nepho_table_new ();
  self->what = nepho_table_add_texts (self->table, what);
  for (guint i = 0; i < 2; i++)
    self->values[i] = nepho_table_add_texts (self->table, diff->names[i]);
  self->change = with_change ? nepho_table_add_texts (self->table, _("Change")) : NULL;
}

static void
close_table (WordTable *self, GString *text)
{
  g_autoptr (NephoTable) table = self->table;
  g_autofree char *columns = nepho_cli_columns (table);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, columns);
}

static void
add_words (WordTable *self, const char *what, const NephoMove *move, NephoUnit unit)
{
  const NephoCurrencyChoice *money = nepho_document_get_money (self->diff->documents[0]);
  g_autofree char *before = nepho_record_format (money, move->before, unit);
  g_autofree char *after = nepho_record_format (money, move->after, unit);
  g_autofree char *change = change_text (move);

  nepho_table_column_text (self->what, what);
  nepho_table_column_text (self->values[0], before);
  nepho_table_column_text (self->values[1], after);
  if (self->change != NULL)
    nepho_table_column_text (self->change, change);
}

static void
heads_to_text (const Diff *self, GString *text)
{
  WordTable table;

  if (self->heads->len == 0)
    return;

  open_table (&table, self, _("Document"), FALSE);
  for (guint i = 0; i < self->heads->len; i++)
    {
      const HeadRow *row = g_ptr_array_index (self->heads, i);

      nepho_table_column_text (table.what, row->name);
      for (guint k = 0; k < 2; k++)
        {
          g_autofree char *line = g_strdelimit (g_strdup (row->values[k]), "\n", ' ');

          nepho_table_column_text (table.values[k], line);
        }
    }
  close_table (&table, text);
}

static void
paths_to_text (const Diff *self, GString *text)
{
  WordTable table;

  if (self->paths->len == 0)
    return;

  open_table (&table, self, _("Path"), FALSE);
  for (guint i = 0; i < self->paths->len; i++)
    {
      const NephoCliPath *path = g_ptr_array_index (self->paths, i);

      nepho_table_column_text (table.what, path->title);
      for (guint side = 0; side < 2; side++)
        nepho_table_column_text (table.values[side], path->words[side]);
    }
  close_table (&table, text);
}

/* A parameter with another value and another path is one assumption. */
static guint
count_assumptions (const Diff *self)
{
  guint n = self->assumptions->len + self->paths->len;

  for (guint i = 0; i < self->assumptions->len; i++)
    for (guint k = 0; k < self->paths->len; k++)
      n -= g_str_equal (((const NephoMove *) g_ptr_array_index (self->assumptions, i))->id,
                        ((const NephoCliPath *) g_ptr_array_index (self->paths, k))->id);

  return n;
}

static void
moves_to_text (const Diff *self, GString *text)
{
  WordTable table;

  if (self->assumptions->len > 0)
    {
      open_table (&table, self, _("Assumption"), FALSE);
      for (guint i = 0; i < self->assumptions->len; i++)
        {
          const NephoMove *move = g_ptr_array_index (self->assumptions, i);
          guint side;
          guint index;
          const NephoParameter *parameter = find_parameter (self, move->id, &side, &index);
          g_autofree char *title
            = nepho_parameter_title (nepho_document_get_parameters (self->documents[side]), index);

          add_words (&table, title, move, parameter->spec->unit);
        }
      close_table (&table, text);
    }

  paths_to_text (self, text);
  if (self->results->len > 0)
    {
      open_table (&table, self, _("Result"), TRUE);
      for (guint i = 0; i < self->results->len; i++)
        {
          const NephoMove *move = g_ptr_array_index (self->results, i);
          g_autofree char *title = nepho_record_title (nepho_document_get_dataset (self->documents[0]), move->id);

          add_words (&table, title, move, nepho_record_unit (move->id));
        }
      close_table (&table, text);
    }
}

static char *
to_text (const Diff *self)
{
  GString *text = g_string_new (NULL);
  guint n_assumptions = count_assumptions (self);
  g_autofree char *limit = nepho_number_format (self->limit, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT);

  heads_to_text (self, text);
  moves_to_text (self, text);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, ngettext ("%u assumption differs", "%u assumptions differ", n_assumptions), n_assumptions);
  g_string_append_c (text, '\n');
  /* Translators: how many results differ, of how many, by more than a percentage */
  g_string_append_printf (text, ngettext ("%u of %u results differs by more than %s",
                                          "%u of %u results differ by more than %s", self->results->len),
                          self->results->len, self->n_results, limit);
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

static void
moves_to_json (NephoJsonWriter *json, const char *key, const GPtrArray *moves)
{
  nepho_json_writer_begin (json, key, '[');
  for (guint i = 0; i < moves->len; i++)
    {
      const NephoMove *move = g_ptr_array_index (moves, i);

      nepho_json_writer_begin_line (json, NULL, '{');
      nepho_json_writer_text (json, "id", move->id);
      nepho_json_writer_number_if (json, "a", move->before);
      nepho_json_writer_number_if (json, "b", move->after);
      nepho_json_writer_end (json, '}');
    }
  nepho_json_writer_end (json, ']');
}

static char *
to_json (const Diff *self)
{
  NephoJsonWriter json = { .text = g_string_new (NULL) };

  nepho_json_writer_begin (&json, NULL, '{');
  nepho_json_writer_text (&json, "a", self->names[0]);
  nepho_json_writer_text (&json, "b", self->names[1]);
  nepho_json_writer_whole (&json, "horizon", self->horizon);
  nepho_json_writer_begin (&json, "document", '[');
  for (guint i = 0; i < self->heads->len; i++)
    {
      const HeadRow *row = g_ptr_array_index (self->heads, i);

      nepho_json_writer_begin_line (&json, NULL, '{');
      nepho_json_writer_text (&json, "id", row->id);
      nepho_json_writer_text (&json, "a", row->values[0]);
      nepho_json_writer_text (&json, "b", row->values[1]);
      nepho_json_writer_end (&json, '}');
    }
  nepho_json_writer_end (&json, ']');
  moves_to_json (&json, "assumptions", self->assumptions);
  nepho_cli_paths_write (self->paths, &json);
  moves_to_json (&json, "results", self->results);
  nepho_json_writer_end (&json, '}');

  return g_string_free (json.text, FALSE);
}

/* The columns of a table of differences, as stored. */
typedef struct
{
  NephoTableColumn *kind;
  NephoTableColumn *id;
  NephoTableColumn *numbers[2];
  NephoTableColumn *paths[2];
} RowTable;

static void
add_row (const RowTable *self, const char *kind, const NephoMove *move)
{
  nepho_table_column_text (self->kind, kind);
  nepho_table_column_text (self->id, move->id);
  nepho_table_column_number (self->numbers[0], move->before);
  nepho_table_column_number (self->numbers[1], move->after);
  for (guint side = 0; side < 2; side++)
    nepho_table_column_text (self->paths[side], "");
}

static void
add_path_row (const RowTable *self, const NephoCliPath *path)
{
  nepho_table_column_text (self->kind, "path");
  nepho_table_column_text (self->id, path->id);
  for (guint side = 0; side < 2; side++)
    {
      g_autofree char *typed = nepho_cli_path_typed (path, side);

      nepho_table_column_number (self->numbers[side], NAN);
      nepho_table_column_text (self->paths[side], typed);
    }
}

/* One row a difference. */
static char *
to_csv (const Diff *self)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  RowTable rows;

  rows.kind = nepho_table_add_texts (table, "kind");
  rows.id = nepho_table_add_texts (table, "id");
  rows.numbers[0] = nepho_table_add_numbers (table, "a", NEPHO_UNIT_NONE);
  rows.numbers[1] = nepho_table_add_numbers (table, "b", NEPHO_UNIT_NONE);
  rows.paths[0] = nepho_table_add_texts (table, "path_a");
  rows.paths[1] = nepho_table_add_texts (table, "path_b");

  for (guint i = 0; i < self->assumptions->len; i++)
    add_row (&rows, "assumption", g_ptr_array_index (self->assumptions, i));
  for (guint i = 0; i < self->paths->len; i++)
    add_path_row (&rows, g_ptr_array_index (self->paths, i));
  for (guint i = 0; i < self->results->len; i++)
    add_row (&rows, "result", g_ptr_array_index (self->results, i));

  return nepho_table_to_csv (table);
}

static char *
to_form (const Diff *self, NephoCliFormat format)
{
  if (format == NEPHO_CLI_JSON)
    return to_json (self);

  return format == NEPHO_CLI_CSV ? to_csv (self) : to_text (self);
}

/* What the model gave when the document was saved, and what it gives now. */
static gboolean
compare_saved (Diff *self, const char *path)
{
  g_auto (NephoDocumentOrigin) origin = { 0 };
  g_autoptr (GPtrArray) now = NULL;
  g_autoptr (GError) error = NULL;

  self->documents[0] = nepho_document_load (path, &origin, &error);
  if (self->documents[0] == NULL)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "%s", error->message);
      return FALSE;
    }

  self->names[0] = _("when saved");
  self->names[1] = _("now");
  self->horizon = NEPHO_DEFAULT_HORIZON;
  self->heads = g_ptr_array_new_with_free_func (head_row_free);
  add_head (self, "engine", _("Engine"), g_strdup_printf ("%u", origin.engine),
            g_strdup_printf ("%u", NEPHO_ENGINE_VERSION));
  self->assumptions = g_ptr_array_new ();
  self->paths = g_ptr_array_new ();
  now = nepho_record_scenario (nepho_document_get_parameters (self->documents[0]),
                               nepho_document_get_built_in (self->documents[0],
                                                            nepho_document_get_scenario (self->documents[0])));
  self->results = nepho_record_compare (origin.record, now, self->limit);
  self->n_results = origin.record->len;

  return TRUE;
}

/* The document as it is, and with the program's own edition of its data set. */
static gboolean
open_edition (Diff *self, const char *path)
{
  g_autoptr (NephoDataset) edition = NULL;
  g_autoptr (GError) error = NULL;

  self->documents[0] = nepho_document_load (path, NULL, &error);
  self->documents[1] = self->documents[0] != NULL ? nepho_document_copy (self->documents[0]) : NULL;
  edition = self->documents[1] != NULL ? nepho_document_find_edition (self->documents[1]) : NULL;
  if (edition != NULL)
    nepho_document_adopt_dataset (self->documents[1], edition, &error);
  if (error != NULL)
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, "%s", error->message);
      return FALSE;
    }

  self->names[0] = _("document’s data");
  self->names[1] = _("program’s data");
  compare (self);

  return TRUE;
}

/* A document, or a scenario of the data set. */
static NephoDocument *
open_side (const char *name, const char *dataset)
{
  g_auto (NephoCliScenario) scenario = { 0 };
  g_autoptr (GError) error = NULL;
  NephoDocument *document;

  scenario.scenario_name = g_strdup (name);
  if (!nepho_cli_scenario_is_document (name))
    scenario.dataset_name = g_strdup (dataset);
  if (!nepho_cli_scenario_load (&scenario))
    return NULL;

  document = nepho_cli_scenario_document (&scenario, &error);
  if (document == NULL)
    nepho_cli_fail (NEPHO_CLI_WRONG, "%s: %s", name, error->message);

  return document;
}

static gboolean
read_limit (Diff *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  self->limit = NEPHO_RECORD_LIMIT;
  if (text == NULL || (nepho_number_parse (text, NEPHO_UNIT_FRACTION, &self->limit, &error) && self->limit >= 0.0))
    return TRUE;

  nepho_cli_fail (NEPHO_CLI_WRONG, _("--limit: “%s” is no difference; expected a percentage such as 0.1%%"), text);

  return FALSE;
}

static gboolean
open_both (Diff *self, char **names, const char *dataset)
{
  for (guint i = 0; i < 2; i++)
    {
      self->names[i] = names[i];
      self->documents[i] = open_side (names[i], dataset);
      if (self->documents[i] == NULL)
        return FALSE;
    }
  compare (self);

  return TRUE;
}

static gboolean
open_as_asked (Diff *self, char **names, const char *dataset, gboolean edition)
{
  gboolean one = names[0] != NULL && names[1] == NULL;

  if (!one && edition)
    nepho_cli_fail (NEPHO_CLI_WRONG, _("--data: one document is to be named"));
  else if (names[0] == NULL || (one && !nepho_document_is_file (names[0])))
    nepho_cli_fail (NEPHO_CLI_WRONG, _("one document or two documents or scenarios are to be named"));
  else if (edition)
    return open_edition (self, names[0]);
  else
    return one ? compare_saved (self, names[0]) : open_both (self, names, dataset);

  return FALSE;
}

/**
 * nepho_cli_diff:
 * @arguments: the arguments, "diff" first
 *
 * Compares two documents or scenarios; or one document with what it was when it was saved, or with what it were on
 * the program's data.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_diff (char **arguments)
{
  g_auto (Diff) diff = { 0 };
  g_auto (NephoCliWhy) why = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  g_autofree char *format_text = NULL;
  g_autofree char *dataset = NULL;
  g_autofree char *limit = NULL;
  gboolean edition = FALSE;
  const GOptionEntry entries[] = {
    { "dataset", 0, 0, G_OPTION_ARG_FILENAME, &dataset, N_("Data set of what is no document (china)"), N_("NAME|FILE") },
    { "data", 0, 0, G_OPTION_ARG_NONE, &edition, N_("Compare one document with itself on the program’s version of its data set"), NULL },
    { "by", 0, 0, G_OPTION_ARG_STRING, &why.by,
      N_("Split the difference of an outcome by force or by parameter, and tell nothing else"), N_("KIND") },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &why.outcome,
      N_("Which: revenue, share or ebita, then a vendor and a segment, such as share.alibaba.iaas (revenue)"),
      N_("ID") },
    { "quarter", 0, 0, G_OPTION_ARG_STRING, &why.quarter, N_("When, such as 2025Q4 (the last)"), N_("QUARTER") },
    { "limit", 0, 0, G_OPTION_ARG_STRING, &limit, N_("Least difference of a result that is told (0.1%)"), N_("PERCENT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, N_("text, json or csv (text)"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *text = NULL;
  NephoCliFormat format;
  NephoCliStatus status;

  if (!nepho_cli_parse ("diff", entries, NULL, &rest, &status))
    return status;
  if (why.by == NULL && (why.outcome != NULL || why.quarter != NULL))
    return nepho_cli_fail (NEPHO_CLI_WRONG, _("--outcome and --quarter say what to split; say --by force or parameter as well"));
  if (!nepho_cli_no_more (rest, 2) || !nepho_cli_parse_format (format_text, &format) || !read_limit (&diff, limit)
      || !open_as_asked (&diff, rest + 1, dataset, edition))
    return NEPHO_CLI_WRONG;

  if (why.by != NULL && !nepho_cli_why_read (&why, diff.documents[0], diff.documents[1], diff.horizon))
    return NEPHO_CLI_WRONG;
  text = why.by != NULL ? nepho_cli_why_print (&why, diff.documents[0], diff.documents[1], diff.names, format)
                        : to_form (&diff, format);

  return nepho_cli_print (text);
}
