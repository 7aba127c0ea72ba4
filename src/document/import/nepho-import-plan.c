/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nepho-import-head.h"
#include "nepho-import-number.h"
#include "nepho-period.h"

/* Rows from which it is seen what a column holds. */
#define SAMPLE_ROWS 50u

/* What the cells of a column are. */
typedef struct
{
  guint n_cells;
  guint n_numbers;
  guint n_periods;
} Sample;

static Sample
look_at (const NephoGrid *grid, guint first, guint column)
{
  Sample sample = { 0 };

  for (guint row = first; row < MIN (nepho_grid_n_rows (grid), first + SAMPLE_ROWS); row++)
    {
      const char *text = nepho_grid_get (grid, row, column);
      NephoImportNumber number;
      double begin;
      double end;

      if (*text == '\0')
        continue;
      sample.n_cells++;
      sample.n_numbers += nepho_import_number_parse (text, '\0', &number) ? 1 : 0;
      sample.n_periods += nepho_period_parse (text, &begin, &end) ? 1 : 0;
    }

  return sample;
}

/**
 * nepho_import_is_numeric:
 * @grid: a table
 * @plan: how it is read
 * @column: a column, from 0
 *
 * Returns: whether most of its cells are numbers
 */
gboolean
nepho_import_is_numeric (const NephoGrid *grid, const NephoImportPlan *plan, guint column)
{
  Sample sample = look_at (grid, nepho_import_plan_first (plan), column);

  return sample.n_numbers > 0 && 2 * sample.n_numbers >= sample.n_cells;
}

static gboolean
has_field (const GArray *list, NephoField field)
{
  for (guint i = 0; i < list->len; i++)
    if (g_array_index (list, NephoField, i) == field)
      return TRUE;

  return FALSE;
}

/* A field stands for one column; only series may be several. */
static void
guess_by_names (const NephoGrid *grid, NephoImportPlan *plan)
{
  for (guint column = 0; column < nepho_grid_n_columns (grid); column++)
    {
      g_autoptr (NephoImportHead) head = nepho_import_head_new (grid, plan->header, plan->header_rows, column);
      NephoField field = nepho_import_head_field (head);

      if (field != NEPHO_FIELD_SERIES && has_field (plan->fields, field))
        field = NEPHO_FIELD_IGNORED;
      g_array_append_val (plan->fields, field);
    }
  if (has_field (plan->fields, NEPHO_FIELD_VALUE) || has_field (plan->fields, NEPHO_FIELD_SERIES))
    return;

  /* Heads that say nothing: a column of years says when, and every column of numbers holds values of what its
   * head says. */
  for (guint column = 0; column < plan->fields->len; column++)
    {
      NephoField *field = &g_array_index (plan->fields, NephoField, column);
      Sample sample = look_at (grid, nepho_import_plan_first (plan), column);

      if (*field != NEPHO_FIELD_IGNORED || 2 * sample.n_numbers < sample.n_cells || sample.n_numbers == 0)
        continue;
      *field = sample.n_periods == sample.n_cells && !has_field (plan->fields, NEPHO_FIELD_PERIOD) ? NEPHO_FIELD_PERIOD
                                                                                                   : NEPHO_FIELD_SERIES;
    }
}

/* Names of rows stand in the first column, whatever it is called. */
static void
guess_names (const NephoGrid *grid, NephoImportPlan *plan)
{
  double begin;
  double end;

  if (plan->fields->len == 0 || g_array_index (plan->fields, NephoField, 0) != NEPHO_FIELD_IGNORED)
    return;
  if (nepho_period_parse (nepho_grid_get (grid, nepho_import_plan_first (plan), 0), &begin, &end))
    {
      if (!has_field (plan->fields, NEPHO_FIELD_PERIOD))
        g_array_index (plan->fields, NephoField, 0) = NEPHO_FIELD_PERIOD;
    }
  else if (!has_field (plan->fields, NEPHO_FIELD_SUBJECT))
    g_array_index (plan->fields, NephoField, 0) = NEPHO_FIELD_SUBJECT;
}

/* With no names at all: the first column of texts names whom it is about, the first of periods when, the first of
 * numbers how much. */
static void
guess_by_cells (const NephoGrid *grid, NephoImportPlan *plan)
{
  for (guint column = 0; column < nepho_grid_n_columns (grid); column++)
    {
      Sample sample = look_at (grid, plan->header, column);
      NephoField field = NEPHO_FIELD_SUBJECT;

      if (sample.n_cells == 0)
        field = NEPHO_FIELD_IGNORED;
      else if (sample.n_periods == sample.n_cells)
        field = NEPHO_FIELD_PERIOD;
      else if (2 * sample.n_numbers >= sample.n_cells)
        field = NEPHO_FIELD_VALUE;
      if (has_field (plan->fields, field))
        field = NEPHO_FIELD_IGNORED;
      g_array_append_val (plan->fields, field);
    }
}

/* The unit in the brackets of the head of the values. */
static char *
guess_unit (const NephoGrid *grid, const NephoImportPlan *plan)
{
  for (guint column = 0; column < plan->fields->len; column++)
    {
      g_autoptr (NephoImportHead) head = NULL;
      char *unit;

      if (g_array_index (plan->fields, NephoField, column) != NEPHO_FIELD_VALUE)
        continue;
      head = nepho_import_head_new (grid, plan->header, plan->header_rows, column);
      unit = head->name != NULL ? nepho_import_head_bracket (head->name, NULL) : NULL;
      if (unit != NULL)
        return unit;
    }

  return g_strdup ("");
}

/**
 * nepho_import_plan_guess_at:
 * @grid: a table
 * @header: the first row with names of columns, from 0; where there are none, the first row of figures
 * @header_rows: number of such rows; may be 0
 *
 * Returns: (transfer full): how the table is probably meant, with its names where they are said to be
 */
NephoImportPlan *
nepho_import_plan_guess_at (const NephoGrid *grid, guint header, guint header_rows)
{
  NephoImportPlan *plan = g_new0 (NephoImportPlan, 1);

  plan->header = header;
  plan->header_rows = MIN (header_rows, NEPHO_HEAD_MAX_ROWS);
  plan->fields = g_array_new (FALSE, FALSE, sizeof (NephoField));
  if (plan->header_rows > 0)
    {
      guess_by_names (grid, plan);
      guess_names (grid, plan);
    }
  else
    guess_by_cells (grid, plan);
  plan->grade = NEPHO_GRADE_REPORTED;
  plan->topic = g_strdup ("other");
  plan->definition = g_strdup ("");
  plan->subject = g_strdup ("");
  plan->measure = g_strdup ("");
  plan->geography = g_strdup ("");
  plan->period = g_strdup ("");
  plan->unit = guess_unit (grid, plan);
  plan->publisher = g_strdup ("");
  plan->title = g_strdup ("");
  plan->url = g_strdup ("");

  return plan;
}

/**
 * nepho_import_plan_guess:
 * @grid: a table
 *
 * Returns: (transfer full): how the table is probably meant, from the names of its columns
 */
NephoImportPlan *
nepho_import_plan_guess (const NephoGrid *grid)
{
  guint header;
  guint header_rows;

  nepho_import_find_header (grid, &header, &header_rows);

  return nepho_import_plan_guess_at (grid, header, header_rows);
}

/**
 * nepho_import_plan_copy:
 * @plan: a plan
 *
 * Returns: (transfer full): the same
 */
NephoImportPlan *
nepho_import_plan_copy (const NephoImportPlan *plan)
{
  NephoImportPlan *copy = g_memdup2 (plan, sizeof *plan);

  copy->fields = g_array_copy (plan->fields);
  copy->topic = g_strdup (plan->topic);
  copy->definition = g_strdup (plan->definition);
  copy->subject = g_strdup (plan->subject);
  copy->measure = g_strdup (plan->measure);
  copy->geography = g_strdup (plan->geography);
  copy->period = g_strdup (plan->period);
  copy->unit = g_strdup (plan->unit);
  copy->publisher = g_strdup (plan->publisher);
  copy->title = g_strdup (plan->title);
  copy->url = g_strdup (plan->url);

  return copy;
}

/**
 * nepho_import_plan_free:
 * @plan: (transfer full) (nullable): a plan
 */
void
nepho_import_plan_free (NephoImportPlan *plan)
{
  if (plan == NULL)
    return;

  g_array_unref (plan->fields);
  g_free (plan->topic);
  g_free (plan->definition);
  g_free (plan->subject);
  g_free (plan->measure);
  g_free (plan->geography);
  g_free (plan->period);
  g_free (plan->unit);
  g_free (plan->publisher);
  g_free (plan->title);
  g_free (plan->url);
  g_free (plan);
}

/**
 * nepho_import_plan_field:
 * @plan: a plan
 * @column: a column, from 0
 *
 * Returns: what the column holds
 */
NephoField
nepho_import_plan_field (const NephoImportPlan *plan, guint column)
{
  return column < plan->fields->len ? g_array_index (plan->fields, NephoField, column) : NEPHO_FIELD_IGNORED;
}

/**
 * nepho_import_plan_first:
 * @plan: a plan
 *
 * Returns: the first row of figures
 */
guint
nepho_import_plan_first (const NephoImportPlan *plan)
{
  return plan->header + plan->header_rows;
}
