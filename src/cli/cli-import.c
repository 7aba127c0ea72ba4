/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "cli-import-options.h"
#include "nepho-facts-io.h"
#include "nepho-number.h"
#include "nepho-picture.h"

#define STANDARD_INPUT "-"
#define CHUNK 65536

static GByteArray *
read_input (void)
{
  GByteArray *bytes = g_byte_array_new ();
  char buffer[CHUNK];
  size_t n;

  while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0 && bytes->len <= NEPHO_GRID_MAX_BYTES)
    g_byte_array_append (bytes, (const guint8 *) buffer, (guint) n);

  return bytes;
}

static GBytes *
load (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (path, STANDARD_INPUT))
    return g_byte_array_free_to_bytes (read_input ());
  file = g_file_new_for_path (path);

  return nepho_grid_load (file, error);
}

static NephoGrid *
open_grid (const char *path, const NephoGridChoices *choices, GError **error)
{
  g_autoptr (GBytes) bytes = load (path, error);
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);

  return nepho_grid_open (data != NULL ? data : "", length, choices, NULL, error);
}

/* What each cell is read as, and what is wrong with it. */
static char *
preview_text (const GPtrArray *rows)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *cells = nepho_table_add_texts (table, _("Cell"));
  NephoTableColumn *subjects = nepho_table_add_texts (table, _("Subject"));
  NephoTableColumn *measures = nepho_table_add_texts (table, _("Measure"));
  NephoTableColumn *periods = nepho_table_add_texts (table, _("Period"));
  NephoTableColumn *values = nepho_table_add_texts (table, _("Value"));
  NephoTableColumn *remarks = nepho_table_add_texts (table, _("Remark"));

  for (guint i = 0; i < rows->len; i++)
    {
      const NephoImportRow *row = g_ptr_array_index (rows, i);
      g_autofree char *address = nepho_grid_address (row->row, row->column);
      g_autofree char *number = nepho_number_format (row->fact->value, NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT);
      g_autofree char *value = g_strdup_printf ("%s %s", number, row->fact->unit);
      /* Translators: what is wrong with a figure of a table */
      g_autofree char *fault = row->fault != NULL ? g_strdup_printf (_("Wrong: %s"), row->fault) : NULL;

      nepho_table_column_text (cells, address);
      nepho_table_column_text (subjects, row->fact->subject);
      nepho_table_column_text (measures, row->fact->measure);
      nepho_table_column_text (periods, row->fact->period);
      nepho_table_column_text (values, row->fault == NULL ? value : "");
      nepho_table_column_text (remarks, fault != NULL ? fault : row->flag);
    }

  return nepho_cli_columns (table);
}

/* The facts with ids of their own, as a file. */
static NephoCliStatus
write_facts (GPtrArray *facts, const char *path)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_fact_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *json;

  for (guint i = 0; i < facts->len; i++)
    {
      NephoFact *fact = nepho_fact_copy (g_ptr_array_index (facts, i));

      g_free (fact->id);
      fact->id = g_strdup_printf ("import-%u", i + 1);
      g_ptr_array_add (copies, fact);
    }
  json = nepho_facts_to_json (copies);
  bytes = g_bytes_new_take (json, strlen (json));
  if (!nepho_picture_write (bytes, path, &error))
    return nepho_cli_fail (NEPHO_CLI_FAILED, "--output: %s", error->message);

  return NEPHO_CLI_DONE;
}

/* How the file is understood as a whole. */
static char *
describe_form (const NephoGrid *grid, const NephoImportPlan *plan)
{
  char separator = nepho_grid_get_separator (grid);
  g_autoptr (GString) text = g_string_new (NULL);

  if (nepho_grid_get_encoding (grid) == NULL)
    g_string_append_printf (text, _("Sheet “%s”"), nepho_grid_get_name (grid));
  else if (separator == '\t')
    /* Translators: name of an encoding */
    g_string_append_printf (text, _("%s, cells between tabs"), nepho_grid_get_encoding (grid));
  else
    /* Translators: name of an encoding, a sign such as a comma */
    g_string_append_printf (text, _("%s, cells between “%c”"), nepho_grid_get_encoding (grid), separator);
  g_string_append (text, "; ");
  if (plan->header_rows == 0)
    g_string_append (text, _("no names of columns"));
  else if (plan->header_rows == 1)
    g_string_append_printf (text, _("names of columns in row %u"), plan->header + 1);
  else
    g_string_append_printf (text, _("names of columns in rows %u to %u"), plan->header + 1, plan->header + plan->header_rows);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is read, how the file is understood, and what is to be noted of it as a whole. */
static NephoCliStatus
print_preview (const NephoGrid *grid, const NephoImportPlan *plan, const GPtrArray *rows)
{
  g_autofree char *table = preview_text (rows);
  g_autofree char *form = describe_form (grid, plan);
  g_auto (GStrv) notes = nepho_import_notes (grid, plan, rows);
  g_autofree char *remarks = g_strjoinv ("\n", notes);
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s%s", table, form, remarks, *notes != NULL ? "\n" : "");

  return nepho_cli_print (text);
}

/* Where only the file is written, notes go where they are seen. */
static void
warn (const NephoGrid *grid, const NephoImportPlan *plan, const GPtrArray *rows)
{
  g_auto (GStrv) notes = nepho_import_notes (grid, plan, rows);

  for (guint i = 0; notes[i] != NULL; i++)
    g_printerr ("nephoscope-cli: %s\n", notes[i]);
}

static NephoCliStatus
import (const NephoCliImport *options, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = NULL;
  g_autoptr (NephoImportPlan) plan = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  NephoGridChoices choices;
  NephoCliStatus status = NEPHO_CLI_DONE;

  if (!nepho_cli_import_choices (options, &choices))
    return NEPHO_CLI_WRONG;
  grid = open_grid (path, &choices, &error);
  if (grid == NULL)
    return nepho_cli_fail (NEPHO_CLI_FAILED, "%s: %s", path, error->message);
  plan = nepho_cli_import_plan (options, grid);
  if (plan == NULL)
    return NEPHO_CLI_WRONG;

  rows = nepho_import_preview (grid, plan, NULL);
  facts = nepho_import_finish (rows, &error);
  if (options->output == NULL)
    status = print_preview (grid, plan, rows);
  if (facts == NULL)
    return nepho_cli_fail (NEPHO_CLI_FAILED, "%s: %s", path, error->message);
  if (options->output == NULL)
    return status;

  warn (grid, plan, rows);

  return write_facts (facts, options->output);
}

/**
 * nepho_cli_import:
 * @arguments: the arguments, "import" first
 *
 * Reads figures from a table and shows how they are understood, or writes them as a list of facts.
 *
 * Returns: what to exit with
 */
NephoCliStatus
nepho_cli_import (char **arguments)
{
  g_auto (NephoCliImport) options = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("File to write: a list of facts (JSON)"), N_("FILE") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options.sheet, N_("Sheet of a workbook (the first that is not empty)"), N_("NAME") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &options.encoding,
      N_("Encoding of a text: UTF-8, GB18030, Big5, Windows-1252 … (as the text tells)"), N_("NAME") },
    { "separator", 0, 0, G_OPTION_ARG_STRING, &options.separator,
      N_("What stands between the cells of a text: a sign, or tab (as the first lines tell)"), N_("SIGN") },
    { "header-row", 0, 0, G_OPTION_ARG_STRING, &options.header_row,
      N_("Row with the names of the columns, or rows such as 2-3; 0: there is none"), N_("ROW") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.maps,
      N_("What a column holds, such as B=value; may be given again"), N_("COLUMN=FIELD") },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &options.decimal, N_("Decimal sign: . or , (as the table tells)"), N_("SIGN") },
    { "publisher", 0, 0, G_OPTION_ARG_STRING, &options.publisher, N_("Who says it, where no column does"), N_("TEXT") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &options.title, N_("In which publication, where no column does"), N_("TEXT") },
    { "url", 0, 0, G_OPTION_ARG_STRING, &options.url, N_("Where it stands, where no column does"), N_("TEXT") },
    { "subject", 0, 0, G_OPTION_ARG_STRING, &options.subject, N_("Whom it is about, where no column does"), N_("TEXT") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &options.measure, N_("What was measured, where no column does"), N_("TEXT") },
    { "geography", 0, 0, G_OPTION_ARG_STRING, &options.geography, N_("Which place, where no column does"), N_("TEXT") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options.period, N_("Which period, where no column does"), N_("TEXT") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &options.unit, N_("Which unit, where no column does"), N_("TEXT") },
    { "topic", 0, 0, G_OPTION_ARG_STRING, &options.topic, N_("What the figures are about: china-share, vendor-finance … (other)"),
      N_("ID") },
    { "definition", 0, 0, G_OPTION_ARG_STRING, &options.definition, N_("What the publisher counts: iaas, iaas-paas, public-cloud …"),
      N_("ID") },
    { "grade", 0, 0, G_OPTION_ARG_STRING, &options.grade,
      N_("How firm it is, where no column does: reported, derived, estimated, projected or rumoured"), N_("GRADE") },
    G_OPTION_ENTRY_NULL,
  };
  NephoCliStatus status;

  if (!nepho_cli_parse ("import", entries, NULL, &rest, &status))
    return status;
  if (rest[1] == NULL)
    return nepho_cli_fail (NEPHO_CLI_WRONG,
                           _("the name of a file is missing; expected CSV, text between tabs, XLSX or ODS, or - for standard input"));
  if (!nepho_cli_no_more (rest, 1))
    return NEPHO_CLI_WRONG;

  return import (&options, rest[1]);
}
