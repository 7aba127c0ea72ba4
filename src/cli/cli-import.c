/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "nepho-cli.h"
#include "nepho-facts-io.h"
#include "nepho-grid-sheet.h"
#include "nepho-import.h"
#include "nepho-number.h"
#include "nepho-picture.h"

#define STANDARD_INPUT "-"
#define CHUNK 65536

typedef struct
{
  char  *sheet;
  char **maps;
  char  *decimal;
  char  *grade;
  char  *subject;
  char  *measure;
  char  *geography;
  char  *period;
  char  *unit;
  char  *publisher;
  char  *title;
  char  *url;
  char  *output;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->sheet);
  g_strfreev (options->maps);
  g_free (options->decimal);
  g_free (options->grade);
  g_free (options->subject);
  g_free (options->measure);
  g_free (options->geography);
  g_free (options->period);
  g_free (options->unit);
  g_free (options->publisher);
  g_free (options->title);
  g_free (options->url);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

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

static NephoGrid *
open_grid (const char *path, const char *sheet, GError **error)
{
  g_autoptr (GByteArray) input = NULL;
  g_autoptr (GMappedFile) file = NULL;
  const char *data = "";
  gsize length;

  if (g_str_equal (path, STANDARD_INPUT))
    {
      input = read_input ();
      return nepho_grid_open ((const char *) input->data, input->len, sheet, NULL, error);
    }

  file = g_mapped_file_new (path, FALSE, error);
  if (file == NULL)
    return NULL;
  length = g_mapped_file_get_length (file);
  if (length > 0)
    data = g_mapped_file_get_contents (file);

  return nepho_grid_open (data, length, sheet, NULL, error);
}

static void
replace (char **text, const char *value)
{
  if (value == NULL)
    return;

  g_free (*text);
  *text = g_strdup (value);
}

/* A column by its letter, or by what stands at its head. */
static gboolean
find_column (const NephoGrid *grid, const NephoImportPlan *plan, const char *name, guint *found)
{
  for (guint column = 0; column < nepho_grid_n_columns (grid); column++)
    {
      g_autofree char *address = nepho_grid_address (0, column);
      g_autofree char *letters = g_strndup (address, strlen (address) - 1);

      *found = column;
      if (g_ascii_strcasecmp (letters, name) == 0 || g_str_equal (nepho_grid_get (grid, plan->header, column), name))
        return TRUE;
    }

  return FALSE;
}

static char *
list_fields (void)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < NEPHO_N_FIELDS; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", nepho_field_id ((NephoField) i));

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* "B=value" */
static gboolean
apply_map (const NephoGrid *grid, NephoImportPlan *plan, const char *map)
{
  const char *equals = strrchr (map, '=');
  g_autofree char *name = equals != NULL ? g_strndup (map, (gsize) (equals - map)) : NULL;
  g_autofree char *list = NULL;
  NephoField field;
  guint column;

  if (name != NULL && !find_column (grid, plan, name, &column))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--map: there is no column “%s”; expected its letter, or the name at its head"), name);
      return FALSE;
    }
  if (name != NULL && nepho_field_from_id (equals + 1, &field))
    {
      g_array_index (plan->fields, NephoField, column) = field;
      return TRUE;
    }

  list = list_fields ();
  nepho_cli_fail (NEPHO_CLI_WRONG, _("--map: “%s” is not understood; expected COLUMN=FIELD with one of %s"), map, list);

  return FALSE;
}

static gboolean
apply_options (const Options *options, const NephoGrid *grid, NephoImportPlan *plan)
{
  replace (&plan->subject, options->subject);
  replace (&plan->measure, options->measure);
  replace (&plan->geography, options->geography);
  replace (&plan->period, options->period);
  replace (&plan->unit, options->unit);
  replace (&plan->publisher, options->publisher);
  replace (&plan->title, options->title);
  replace (&plan->url, options->url);
  if (options->decimal != NULL && !g_str_equal (options->decimal, ".") && !g_str_equal (options->decimal, ","))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--decimal: “%s” is no decimal sign; expected . or ,"), options->decimal);
      return FALSE;
    }
  if (options->decimal != NULL)
    plan->decimal = *options->decimal;
  if (options->grade != NULL && !nepho_grade_from_id (options->grade, &plan->grade))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG,
                      _("--grade: there is no grade “%s”; expected reported, derived, estimated, projected or rumoured"),
                      options->grade);
      return FALSE;
    }
  for (guint i = 0; options->maps != NULL && options->maps[i] != NULL; i++)
    if (!apply_map (grid, plan, options->maps[i]))
      return FALSE;

  return TRUE;
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

static NephoCliStatus
import (const Options *options, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoGrid) grid = open_grid (path, options->sheet, &error);
  g_autoptr (NephoImportPlan) plan = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autofree char *text = NULL;
  NephoCliStatus status = NEPHO_CLI_DONE;

  if (grid == NULL)
    return nepho_cli_fail (NEPHO_CLI_FAILED, "%s: %s", path, error->message);
  plan = nepho_import_plan_guess (grid);
  if (!apply_options (options, grid, plan))
    return NEPHO_CLI_WRONG;

  rows = nepho_import_preview (grid, plan);
  facts = nepho_import_finish (rows, &error);
  if (options->output == NULL)
    {
      text = preview_text (rows);
      status = nepho_cli_print (text);
    }
  if (facts == NULL)
    return nepho_cli_fail (NEPHO_CLI_FAILED, "%s: %s", path, error->message);

  return options->output != NULL ? write_facts (facts, options->output) : status;
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
  g_auto (Options) options = { 0 };
  g_auto (GStrv) rest = g_strdupv (arguments);
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("File to write: a list of facts (JSON)"), N_("FILE") },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options.sheet, N_("Sheet of a workbook (the first that is not empty)"), N_("NAME") },
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
