/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-import-number.h"
#include "nepho-period.h"

/* Days that a spreadsheet counts from the end of 1899; from 1954 to 2119 they may be dates. */
#define SERIAL_FIRST 20000.0
#define SERIAL_LAST 80000.0

/* What a text says of time. */
typedef struct
{
  gboolean known;
  double   begin;
  double   end;
} Period;

/* While rows are read. */
typedef struct
{
  const NephoGrid       *grid;
  const NephoImportPlan *plan;
  char                   decimal;
  GArray                *columns[NEPHO_N_FIELDS]; /* of guint: which columns hold each field */
  GArray                *values;                  /* of guint: which columns hold figures */
  GHashTable            *periods; /* text -> Period: a table has few of them, each in many rows */
  GHashTable            *seen;  /* what a figure is of -> NephoImportRow that said it first */
  GPtrArray             *rows;
} Reader;

static void
row_free (gpointer data)
{
  NephoImportRow *row = data;

  nepho_fact_free (row->fact);
  g_free (row->fault);
  g_free (row->flag);
  g_free (row);
}

/* What is wrong first is told; the rest would only follow from it. */
static void
set_fault (NephoImportRow *row, char *fault)
{
  if (row->fault == NULL)
    row->fault = fault;
  else
    g_free (fault);
}

static void
add_flag (NephoImportRow *row, const char *flag)
{
  char *joined = row->flag != NULL ? g_strdup_printf ("%s %s", row->flag, flag) : g_strdup (flag);

  g_free (row->flag);
  row->flag = joined;
}

/* The decimal sign of which some number in the table leaves no doubt; 0 where none does, or two do. */
static char
find_decimal (const Reader *reader)
{
  const NephoGrid *grid = reader->grid;
  gboolean point = FALSE;
  gboolean comma = FALSE;

  for (guint row = reader->plan->header + 1; row < nepho_grid_n_rows (grid); row++)
    for (guint i = 0; i < reader->values->len; i++)
      {
        guint column = g_array_index (reader->values, guint, i);
        NephoImportNumber number;

        if (nepho_grid_get_kind (grid, row, column) != NEPHO_CELL_TEXT
            || !nepho_import_number_parse (nepho_grid_get (grid, row, column), '\0', &number))
          continue;
        point = point || number.decimal == '.';
        comma = comma || number.decimal == ',';
      }

  if (point == comma)
    return nepho_grid_get_decimal (grid);

  return point ? '.' : ',';
}

/* The columns of each field, found once: wide tables have thousands. */
static void
find_columns (Reader *reader)
{
  for (guint field = 0; field < NEPHO_N_FIELDS; field++)
    reader->columns[field] = g_array_new (FALSE, FALSE, sizeof (guint));
  reader->values = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint column = 0; column < reader->plan->fields->len; column++)
    {
      NephoField field = nepho_import_plan_field (reader->plan, column);

      g_array_append_val (reader->columns[field], column);
      if (field == NEPHO_FIELD_VALUE || field == NEPHO_FIELD_SERIES)
        g_array_append_val (reader->values, column);
    }
}

static const Period *
find_period (const Reader *reader, const char *text)
{
  Period *period = g_hash_table_lookup (reader->periods, text);

  if (period == NULL)
    {
      period = g_new0 (Period, 1);
      period->known = nepho_period_parse (text, &period->begin, &period->end);
      g_hash_table_insert (reader->periods, g_strdup (text), period);
    }

  return period;
}

static void
reader_clear (Reader *reader)
{
  for (guint field = 0; field < NEPHO_N_FIELDS; field++)
    g_array_unref (reader->columns[field]);
  g_array_unref (reader->values);
  g_hash_table_unref (reader->periods);
}

static const char *
text_of (const Reader *reader, guint row, NephoField field, const char *otherwise)
{
  const GArray *columns = reader->columns[field];

  for (guint i = 0; i < columns->len; i++)
    {
      const char *text = nepho_grid_get (reader->grid, row, g_array_index (columns, guint, i));

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
read_texts (const Reader *reader, guint row, NephoFact *fact)
{
  const NephoImportPlan *plan = reader->plan;

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
read_grade (const Reader *reader, NephoImportRow *row)
{
  const char *text = text_of (reader, row->row, NEPHO_FIELD_GRADE, "");

  row->fact->grade = reader->plan->grade;
  if (*text != '\0' && !nepho_grade_from_id (text, &row->fact->grade))
    set_fault (row, g_strdup_printf (_("“%s” is no grade; expected reported, derived, estimated, projected or rumoured"), text));
}

/* How much one of @unit is, and in which money: "CNY bn" is 1e9 yuan. */
static double
scale_of_unit (const char *unit)
{
  static const struct
  {
    const char *word;
    double      scale;
  } words[] = {
    { "trn", 1e12 },  { "trillion", 1e12 }, { "bn", 1e9 }, { "billion", 1e9 }, { "mn", 1e6 }, { "million", 1e6 },
    { "thousand", 1e3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_suffix (unit, words[i].word))
      return words[i].scale;

  return 0.0;
}

/* Spreadsheets of Chinese readers count in 亿 and 万; what is stored has the usual words. */
static void
rename_unit (NephoFact *fact)
{
  static const struct
  {
    const char *from;
    const char *to;
    double      factor;
  } units[] = {
    { "亿元", "CNY bn", 0.1 },     { "億元", "CNY bn", 0.1 },     { "亿元人民币", "CNY bn", 0.1 }, { "亿美元", "USD bn", 0.1 },
    { "億美元", "USD bn", 0.1 },   { "万元", "CNY mn", 0.01 },    { "萬元", "CNY mn", 0.01 },      { "万美元", "USD mn", 0.01 },
    { "百万元", "CNY mn", 1.0 },   { "十亿元", "CNY bn", 1.0 },   { "per cent", "%", 1.0 },        { "percent", "%", 1.0 },
    { "％", "%", 1.0 },            { "亿", "million", 100.0 },    { "万", "million", 0.01 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].from, fact->unit))
      {
        fact->value *= units[i].factor;
        nepho_fact_set_text (&fact->unit, units[i].to);
        return;
      }
}

/* The cell's own words count: 97.3亿 in a column of CNY bn is 9.73. */
static void
apply_number (NephoImportRow *row, const NephoImportNumber *number)
{
  NephoFact *fact = row->fact;
  double scale;

  fact->value = number->value;
  rename_unit (fact);
  if (number->percent)
    {
      if (*fact->unit != '\0' && !g_str_has_prefix (fact->unit, "%"))
        set_fault (row, g_strdup_printf (_("it is a percentage, but the unit is “%s”"), fact->unit));
      else if (*fact->unit == '\0')
        nepho_fact_set_text (&fact->unit, "%");
    }
  if (*number->currency != '\0' && *fact->unit != '\0' && strstr (fact->unit, number->currency) == NULL)
    set_fault (row, g_strdup_printf (_("it is in %s, but the unit is “%s”"), number->currency, fact->unit));
  scale = scale_of_unit (fact->unit);
  if (number->multiplier != 1.0 && scale > 0.0)
    fact->value = number->value * number->multiplier / scale;
  else if (*number->currency != '\0' && *fact->unit == '\0')
    {
      g_autofree char *unit = g_strdup_printf ("%s bn", number->currency);

      fact->value = number->value * number->multiplier / 1e9;
      nepho_fact_set_text (&fact->unit, unit);
    }
  else if (number->multiplier != 1.0)
    {
      fact->value = number->value * number->multiplier;
      if (*fact->unit == '\0')
        {
          fact->value /= 1e6;
          nepho_fact_set_text (&fact->unit, "million");
        }
    }
}

static void
read_value (const Reader *reader, NephoImportRow *row)
{
  const char *text = nepho_grid_get (reader->grid, row->row, row->column);
  NephoCellKind kind = nepho_grid_get_kind (reader->grid, row->row, row->column);
  NephoImportNumber number;

  if (kind == NEPHO_CELL_FORMULA)
    set_fault (row, g_strdup (_("it is a formula without a value; open the file in a spreadsheet and save it again")));
  else if (kind == NEPHO_CELL_ERROR)
    set_fault (row, g_strdup_printf (_("the spreadsheet could not compute it: %s"), text));
  else if (kind == NEPHO_CELL_DATE)
    set_fault (row, g_strdup_printf (_("“%s” is a date; expected a number"), text));
  else if (!nepho_import_number_parse (text, kind == NEPHO_CELL_NUMBER ? '.' : reader->decimal, &number))
    set_fault (row, g_strdup_printf (_("“%s” is no number"), text));
  else if (number.ambiguous)
    set_fault (row, g_strdup_printf (_("“%s” can be read in two ways; say whether the decimal sign is a point or a comma"),
                                     text));
  else
    apply_number (row, &number);
}

/* "44742" is what a spreadsheet shows of a date whose format was lost. */
static gboolean
read_serial (NephoImportRow *row)
{
  char *end;
  double days = g_ascii_strtod (row->fact->period, &end);
  g_autoptr (GDateTime) origin = NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *written = NULL;
  g_autofree char *flag = NULL;

  if (*end != '\0' || days < SERIAL_FIRST || days > SERIAL_LAST || days != floor (days))
    return FALSE;

  origin = g_date_time_new_utc (1899, 12, 30, 0, 0, 0.0);
  date = g_date_time_add_days (origin, (int) days);
  written = g_date_time_format (date, "%Y-%m-%d");
  flag = g_strdup_printf (_("“%s” is taken for a date as spreadsheets count days: %s."), row->fact->period, written);
  nepho_fact_set_text (&row->fact->period, written);
  add_flag (row, flag);

  return nepho_period_parse (written, &row->fact->begin, &row->fact->end);
}

static void
read_period (const Reader *reader, NephoImportRow *row)
{
  const Period *period = find_period (reader, row->fact->period);
  g_autofree char *flag = NULL;

  if (*row->fact->period == '\0')
    {
      add_flag (row, _("It names no period."));
      return;
    }
  if (period->known)
    {
      row->fact->begin = period->begin;
      row->fact->end = period->end;
    }
  if (period->known || read_serial (row))
    return;

  flag = g_strdup_printf (_("“%s” is no period that can be placed in time."), row->fact->period);
  add_flag (row, flag);
}

static gboolean
is_share (const NephoFact *fact)
{
  g_autofree char *measure = g_utf8_strdown (fact->measure, -1);

  return g_str_equal (fact->unit, "%")
         && (strstr (measure, "share") != NULL || strstr (measure, "份额") != NULL || strstr (measure, "份額") != NULL
             || strstr (measure, "市占") != NULL);
}

static void
check_fact (NephoImportRow *row)
{
  const NephoFact *fact = row->fact;

  if (*fact->subject == '\0')
    set_fault (row, g_strdup (_("it does not say whom or what it is about: the subject is missing")));
  if (*fact->measure == '\0')
    set_fault (row, g_strdup (_("it does not say what was measured: the measure is missing")));
  if (*fact->unit == '\0')
    set_fault (row, g_strdup (_("it has no unit")));
  if (*fact->publisher == '\0')
    set_fault (row, g_strdup (_("it has no source: the publisher is missing")));
  if (*fact->title == '\0')
    set_fault (row, g_strdup (_("it has no source: the title of the publication is missing")));
  if (is_share (fact) && fact->value < 0.0)
    set_fault (row, g_strdup_printf (_("a share cannot be negative, found %g %%"), fact->value));
  if (is_share (fact) && fact->value > 100.0)
    set_fault (row, g_strdup_printf (_("a share cannot be more than 100 %%, found %g %%"), fact->value));
}

/* The same thing said twice is noted, two different things of the same are a fault. */
static void
check_double (Reader *reader, NephoImportRow *row)
{
  const NephoFact *fact = row->fact;
  g_autofree char *key = g_strjoin ("\n", fact->subject, fact->measure, fact->geography, fact->period, fact->unit,
                                    fact->publisher, NULL);
  const NephoImportRow *first = g_hash_table_lookup (reader->seen, key);
  g_autofree char *address = NULL;

  if (first == NULL)
    {
      g_hash_table_insert (reader->seen, g_steal_pointer (&key), row);
      return;
    }

  address = nepho_grid_address (first->row, first->column);
  if (first->fact->value != fact->value)
    set_fault (row, g_strdup_printf (_("%s says %.10g of the same, this %.10g"), address, first->fact->value, fact->value));
  else
    {
      g_autofree char *flag = g_strdup_printf (_("%s says the same."), address);

      add_flag (row, flag);
    }
}

/* The head of a column of a wide table names the period, or else the subject. */
static void
apply_head (const Reader *reader, NephoImportRow *row)
{
  const char *head = nepho_grid_get (reader->grid, reader->plan->header, row->column);

  if (find_period (reader, head)->known)
    set_text (&row->fact->period, head);
  else if (*row->fact->subject == '\0')
    set_text (&row->fact->subject, head);
  else
    set_text (&row->fact->measure, head);
}

static void
read_cell (Reader *reader, guint at, guint column, NephoField field)
{
  NephoImportRow *row = g_new0 (NephoImportRow, 1);

  row->row = at;
  row->column = column;
  row->fact = nepho_fact_new ();
  row->fact->origin = NEPHO_ORIGIN_READER;
  nepho_fact_set_text (&row->fact->topic, "other");
  read_texts (reader, at, row->fact);
  if (field == NEPHO_FIELD_SERIES)
    apply_head (reader, row);
  read_grade (reader, row);
  read_period (reader, row);
  read_value (reader, row);
  check_fact (row);
  if (row->fault == NULL)
    check_double (reader, row);
  g_ptr_array_add (reader->rows, row);
}

/* The figures of one row: one in a column of values, many in a wide table. */
static void
read_row (Reader *reader, guint row)
{
  if (nepho_grid_row_is_empty (reader->grid, row))
    return;

  for (guint i = 0; i < reader->values->len; i++)
    {
      guint column = g_array_index (reader->values, guint, i);
      NephoField field = nepho_import_plan_field (reader->plan, column);

      if (field == NEPHO_FIELD_VALUE
          || (field == NEPHO_FIELD_SERIES
              && (*nepho_grid_get (reader->grid, row, column) != '\0'
                  || nepho_grid_get_kind (reader->grid, row, column) == NEPHO_CELL_FORMULA)))
        read_cell (reader, row, column, field);
    }
}

/**
 * nepho_import_preview:
 * @grid: a table
 * @plan: how it is read
 *
 * Reads every figure of the table and says what is wrong with each. Empty cells of a wide table say nothing; in
 * a column of values they are missing.
 *
 * Returns: (transfer full) (element-type NephoImportRow): the figures, good and bad, in the order of the table
 */
GPtrArray *
nepho_import_preview (const NephoGrid *grid, const NephoImportPlan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = {
    .grid = grid,
    .plan = plan,
    .seen = seen,
    .rows = g_ptr_array_new_with_free_func (row_free),
    .periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };

  find_columns (&reader);
  reader.decimal = plan->decimal != '\0' ? plan->decimal : find_decimal (&reader);
  for (guint row = plan->header + 1; row < nepho_grid_n_rows (grid); row++)
    read_row (&reader, row);
  reader_clear (&reader);

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
 * %NEPHO_IMPORT_ERROR_CONTENT, whose message says how many are wrong, the first of them and why
 */
GPtrArray *
nepho_import_finish (const GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_fact_free);
  const NephoImportRow *first = NULL;
  guint n_wrong = 0;

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
