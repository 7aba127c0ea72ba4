/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-import-private.h"

static void
row_free (gpointer data)
{
  NephoImportRow *row = data;

  nepho_fact_free (row->fact);
  g_free (row->fault);
  g_free (row->flag);
  g_free (row);
}

/**
 * nepho_import_fault:
 * @row: a figure
 * @fault: (transfer full): what is wrong with it; only what is told first counts, the rest would follow from it
 */
void
nepho_import_fault (NephoImportRow *row, char *fault)
{
  if (row->fault == NULL)
    row->fault = fault;
  else
    g_free (fault);
}

/**
 * nepho_import_flag:
 * @row: a figure
 * @flag: (transfer full): a sentence on what to look at; several follow one another
 */
void
nepho_import_flag (NephoImportRow *row, char *flag)
{
  char *joined = row->flag != NULL ? g_strdup_printf ("%s %s", row->flag, flag) : g_strdup (flag);

  g_free (row->flag);
  g_free (flag);
  row->flag = joined;
}

/* What a spreadsheet computes, or could not, is no text. */
static void
check_text (const NephoImportReader *reader, guint column, NephoImportRow *row)
{
  NephoCellKind kind = nepho_grid_get_kind (reader->grid, row->row, column);
  const char *text = nepho_grid_get (reader->grid, row->row, column);
  g_autofree char *address = NULL;

  if (kind != NEPHO_CELL_FORMULA && kind != NEPHO_CELL_ERROR)
    return;

  address = nepho_grid_address (row->row, column);
  if (kind == NEPHO_CELL_ERROR)
    nepho_import_fault (row, g_strdup_printf (_("the spreadsheet could not compute %s: %s"), address, text));
  else if (*text != '\0')
    nepho_import_fault (row, g_strdup_printf (_("%s is the formula “%s”; export the table with values"), address, text));
  else
    nepho_import_fault (row, g_strdup_printf (_("%s is a formula without a value; open the file in a spreadsheet and save it again"),
                                              address));
}

/* The row's own word for a field, or that of the plan. */
static const char *
text_of (const NephoImportReader *reader, NephoImportRow *row, NephoField field, const char *otherwise)
{
  const GArray *columns = reader->columns[field];

  for (guint i = 0; i < columns->len; i++)
    {
      guint column = g_array_index (columns, guint, i);
      const char *text = nepho_grid_get (reader->grid, row->row, column);

      check_text (reader, column, row);

      if (*text != '\0')
        return text;
    }

  return otherwise;
}

static void
set_text (char **text, const char *value)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (value));

  nepho_fact_set_text (text, trimmed);
}

static void
read_texts (const NephoImportReader *reader, NephoImportRow *row)
{
  const NephoImportPlan *plan = reader->plan;
  NephoFact *fact = row->fact;

  nepho_fact_set_text (&fact->topic, plan->topic);
  nepho_fact_set_text (&fact->definition, plan->definition);
  set_text (&fact->subject, text_of (reader, row, NEPHO_FIELD_SUBJECT, plan->subject));
  set_text (&fact->measure, text_of (reader, row, NEPHO_FIELD_MEASURE, plan->measure));
  set_text (&fact->geography, text_of (reader, row, NEPHO_FIELD_GEOGRAPHY, plan->geography));
  set_text (&fact->period, text_of (reader, row, NEPHO_FIELD_PERIOD, plan->period));
  set_text (&fact->unit, text_of (reader, row, NEPHO_FIELD_UNIT, plan->unit));
  set_text (&fact->publisher, text_of (reader, row, NEPHO_FIELD_PUBLISHER, plan->publisher));
  set_text (&fact->title, text_of (reader, row, NEPHO_FIELD_TITLE, plan->title));
  set_text (&fact->url, text_of (reader, row, NEPHO_FIELD_URL, plan->url));
  set_text (&fact->quote, text_of (reader, row, NEPHO_FIELD_QUOTE, ""));
  set_text (&fact->note, text_of (reader, row, NEPHO_FIELD_NOTE, ""));
}

static void
read_grade (const NephoImportReader *reader, NephoImportRow *row)
{
  const char *text = text_of (reader, row, NEPHO_FIELD_GRADE, "");

  row->fact->grade = reader->plan->grade;
  if (*text != '\0' && !nepho_grade_from_id (text, &row->fact->grade))
    nepho_import_fault (row, g_strdup_printf (_("“%s” is no grade; expected reported, derived, estimated, projected or rumoured"), text));
}

static void
read_value (const NephoImportReader *reader, NephoImportRow *row)
{
  const char *text = nepho_grid_get (reader->grid, row->row, row->column);
  NephoCellKind kind = nepho_grid_get_kind (reader->grid, row->row, row->column);
  NephoImportNumber number;

  check_text (reader, row->column, row);
  if (row->fault != NULL)
    return;

  if (kind == NEPHO_CELL_MERGED)
    nepho_import_fault (row, g_strdup_printf (_("“%s” is merged over several cells; expected a figure in each"), text));
  else if (kind == NEPHO_CELL_DATE)
    nepho_import_fault (row, g_strdup_printf (_("“%s” is a date; expected a number"), text));
  else if (!nepho_import_number_parse (text, kind == NEPHO_CELL_NUMBER ? '.' : reader->decimal, &number))
    nepho_import_fault (row, g_strdup_printf (_("“%s” is no number"), text));
  else if (number.ambiguous)
    nepho_import_fault (row, g_strdup_printf (_("“%s” can be read in two ways; say whether the decimal sign is a point or a comma"),
                                              text));
  else
    nepho_import_apply_number (row, &number);
}

static void
read_period (const NephoImportReader *reader, NephoImportRow *row)
{
  NephoFact *fact = row->fact;
  const NephoImportPeriod *period = nepho_import_reader_period (reader, fact->period);

  if (*fact->period == '\0')
    {
      nepho_import_flag (row, g_strdup (_("It names no period.")));
      return;
    }
  fact->begin = period->begin;
  fact->end = period->end;
  if (!period->known)
    nepho_import_flag (row, g_strdup_printf (_("“%s” is no period that can be placed in time."), fact->period));
  if (period->date == NULL)
    return;

  nepho_import_flag (row, g_strdup_printf (_("“%s” is taken for a date as spreadsheets count days: %s."), fact->period,
                                           period->date));
  nepho_fact_set_text (&fact->period, period->date);
}

static void
check_fact (NephoImportRow *row)
{
  const NephoFact *fact = row->fact;

  if (*fact->subject == '\0')
    nepho_import_fault (row, g_strdup (_("it does not say whom or what it is about: the subject is missing")));
  if (*fact->measure == '\0')
    nepho_import_fault (row, g_strdup (_("it does not say what was measured: the measure is missing")));
  if (*fact->unit == '\0')
    nepho_import_fault (row, g_strdup (_("it has no unit")));
  if (*fact->publisher == '\0')
    nepho_import_fault (row, g_strdup (_("it has no source: the publisher is missing")));
  if (*fact->title == '\0')
    nepho_import_fault (row, g_strdup (_("it has no source: the title of the publication is missing")));
}

static gboolean
is_unit (const char *text)
{
  static const char * const words[] = { "%", "％", "cny", "usd", "rmb", "¥", "$", "元", "亿", "億", "万", "萬", "bn", "mn", "billion",
                                        "million", "thousand" };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* "Revenue (CNY bn)" is a measure with its unit, which counts more than that of the whole table. */
static void
take_measure (const NephoImportReader *reader, NephoFact *fact, const char *name)
{
  g_autofree char *before = NULL;
  g_autofree char *unit = nepho_import_head_bracket (name, &before);

  if (unit != NULL && is_unit (unit) && *before != '\0')
    {
      if (reader->columns[NEPHO_FIELD_UNIT]->len == 0)
        set_text (&fact->unit, unit);
      name = before;
    }
  set_text (&fact->measure, name);
}

/* The head of a column of a wide table names the period, and the subject or else the measure. */
static void
apply_head (const NephoImportReader *reader, const NephoImportHead *head, NephoImportRow *row)
{
  const char *names[] = { head->name, head->above };

  if (head->period != NULL)
    set_text (&row->fact->period, head->period);
  if (head->flag != NULL)
    nepho_import_flag (row, g_strdup (head->flag));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL && *row->fact->subject == '\0')
      set_text (&row->fact->subject, names[i]);
    else if (names[i] != NULL)
      take_measure (reader, row->fact, names[i]);
}

/* A line of a text that is longer than that of the names has a separator too many, perhaps in a number; one that
 * is shorter ends too early. */
static void
check_width (const NephoImportReader *reader, NephoImportRow *row)
{
  guint width = nepho_grid_get_width (reader->grid, row->row);
  guint end = reader->width > 0 ? nepho_import_row_end (reader->grid, row->row) : 0;

  if (end > reader->width)
    nepho_import_fault (row, g_strdup_printf (_("row %u has %u cells, the names of the columns %u; does a separator stand in a "
                                                "number or a text?"),
                                              row->row + 1, end, reader->width));
  else if (reader->width > 0 && width < reader->n_names)
    nepho_import_flag (row, g_strdup_printf (_("Row %u has %u cells, the names of the columns %u."), row->row + 1, width,
                                             reader->n_names));
}

static void
read_cell (NephoImportReader *reader, guint at, guint value)
{
  guint column = g_array_index (reader->values, guint, value);
  const NephoImportHead *head = g_ptr_array_index (reader->heads, value);
  const char *twice = g_ptr_array_index (reader->doubles, value);
  NephoImportRow *row = g_new0 (NephoImportRow, 1);

  row->row = at;
  row->column = column;
  row->fact = nepho_fact_new ();
  row->fact->origin = NEPHO_ORIGIN_READER;
  check_width (reader, row);
  if (twice != NULL)
    nepho_import_fault (row, g_strdup (twice));
  read_texts (reader, row);
  if (nepho_import_plan_field (reader->plan, column) == NEPHO_FIELD_SERIES)
    apply_head (reader, head, row);
  read_grade (reader, row);
  read_period (reader, row);
  read_value (reader, row);
  check_fact (row);
  if (row->fault == NULL)
    nepho_import_check_share (&reader->index, row, head->name != NULL ? head->name : "");
  if (row->fault == NULL)
    nepho_import_index_check (&reader->index, row);
  g_ptr_array_add (reader->rows, row);
}

/* The figures of one row: one in a column of values, many in a wide table. */
static void
read_row (NephoImportReader *reader, guint row)
{
  if (nepho_grid_row_is_empty (reader->grid, row))
    return;

  for (guint i = 0; i < reader->values->len && reader->rows->len <= NEPHO_IMPORT_MAX_FIGURES; i++)
    {
      guint column = g_array_index (reader->values, guint, i);
      NephoField field = nepho_import_plan_field (reader->plan, column);

      if (field == NEPHO_FIELD_VALUE || *nepho_grid_get (reader->grid, row, column) != '\0'
          || nepho_grid_get_kind (reader->grid, row, column) == NEPHO_CELL_FORMULA)
        read_cell (reader, row, i);
    }
}

/**
 * nepho_import_preview:
 * @grid: a table
 * @plan: how it is read
 * @known: (nullable) (element-type NephoFact): the facts that the document has already
 *
 * Reads every figure of the table and says what is wrong with each. Empty cells of a wide table say nothing; in
 * a column of values they are missing. May be called in any thread.
 *
 * Returns: (transfer full) (element-type NephoImportRow): the figures, good and bad, in the order of the table; of
 * more than %NEPHO_IMPORT_MAX_FIGURES one more
 */
GPtrArray *
nepho_import_preview (const NephoGrid *grid, const NephoImportPlan *plan, const GPtrArray *known)
{
  NephoImportReader reader = { .grid = grid, .plan = plan, .rows = g_ptr_array_new_with_free_func (row_free) };

  nepho_import_reader_init (&reader);
  nepho_import_index_init (&reader.index, known);
  for (guint row = nepho_import_plan_first (plan); row < nepho_grid_n_rows (grid); row++)
    read_row (&reader, row);
  nepho_import_check_sums (reader.index.groups);
  nepho_import_index_clear (&reader.index);
  nepho_import_reader_clear (&reader);

  return reader.rows;
}

/**
 * nepho_import_finish:
 * @rows: (element-type NephoImportRow): what nepho_import_preview() read
 * @error: return location for an error
 *
 * Takes all figures, or none where one of them is wrong.
 *
 * Returns: (transfer full) (nullable) (element-type NephoFact): the figures, whose ids are "", or %NULL with
 * %NEPHO_IMPORT_ERROR_LIMIT where there are too many, or %NEPHO_IMPORT_ERROR_CONTENT, whose message says how many are wrong, the first of them and why
 */
GPtrArray *
nepho_import_finish (const GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_fact_free);
  const NephoImportRow *first = NULL;
  guint n_wrong = 0;

  if (rows->len > NEPHO_IMPORT_MAX_FIGURES)
    {
      g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_LIMIT,
                   _("The table has more than %u figures; import it in parts, or pass over some columns"),
                   NEPHO_IMPORT_MAX_FIGURES);
      return NULL;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const NephoImportRow *row = g_ptr_array_index (rows, i);

      if (row->fault != NULL)
        {
          first = first != NULL ? first : row;
          n_wrong++;
        }
      else
        g_ptr_array_add (facts, nepho_fact_ref (row->fact));
    }
  if (first != NULL)
    {
      g_autofree char *address = nepho_grid_address (first->row, first->column);

      g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_CONTENT,
                   /* Translators: numbers of figures; a cell such as "B7"; what is wrong with it */
                   ngettext ("%u of %u figures is wrong. %s: %s", "%u of %u figures are wrong, the first in %s: %s", n_wrong),
                   n_wrong, rows->len, address, first->fault);
      return NULL;
    }
  if (facts->len == 0)
    {
      g_set_error_literal (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_CONTENT,
                           _("There is no figure in it; expected a row with the names of the columns and rows of figures"));
      return NULL;
    }

  return g_steal_pointer (&facts);
}
