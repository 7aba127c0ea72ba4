/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-import-number.h"
#include "nepho-period.h"

/* Rows among which the names of the columns are looked for. */
#define HEADER_ROWS 20u

/* Rows from which it is seen what a column holds. */
#define SAMPLE_ROWS 50u

static const struct
{
  const char *id;
  const char *name;  /* translatable */
  const char *words; /* how columns are called, between bars, in lower case */
} fields[NEPHO_N_FIELDS] = {
  [NEPHO_FIELD_IGNORED] = { "ignored", N_("Ignored"), "" },
  [NEPHO_FIELD_SUBJECT] = { "subject", N_("Subject"),
                            "|subject|vendor|company|provider|name|厂商|廠商|業者|公司|企业|企業|主体|名称|名稱|对象|對象|" },
  [NEPHO_FIELD_MEASURE] = { "measure", N_("Measure"), "|measure|metric|indicator|item|指标|指標|项目|項目|口径|口徑|" },
  [NEPHO_FIELD_GEOGRAPHY] = { "geography", N_("Place"),
                              "|geography|region|country|place|market|地区|地區|区域|區域|国家|國家|市场|市場|" },
  [NEPHO_FIELD_PERIOD] = { "period", N_("Period"),
                           "|period|quarter|year|date|time|half|时期|時期|季度|年份|日期|时间|時間|报告期|期間|期间|" },
  [NEPHO_FIELD_VALUE] = { "value", N_("Value"),
                          "|value|amount|figure|share|market share|revenue|size|数值|數值|数据|值|份额|市场份额|市占率|收入|营收|營收|规模|規模|金额|"
                          "金額|" },
  [NEPHO_FIELD_UNIT] = { "unit", N_("Unit"), "|unit|units|单位|單位|" },
  [NEPHO_FIELD_GRADE] = { "grade", N_("Grade"), "|grade|kind|quality|可信度|等级|等級|" },
  [NEPHO_FIELD_PUBLISHER] = { "publisher", N_("Publisher"),
                              "|publisher|source|author|institution|来源|來源|发布者|發布者|机构|機構|数据来源|資料來源|" },
  [NEPHO_FIELD_TITLE] = { "title", N_("Title"), "|title|report|document|publication|标题|標題|报告|報告|出处|出處|" },
  [NEPHO_FIELD_URL] = { "url", N_("Link"), "|url|link|address|web|链接|連結|网址|網址|" },
  [NEPHO_FIELD_QUOTE] = { "quote", N_("Quote"), "|quote|quotation|words|原文|引文|摘录|摘錄|" },
  [NEPHO_FIELD_NOTE] = { "note", N_("Note"), "|note|notes|comment|remark|备注|備註|说明|說明|" },
  [NEPHO_FIELD_SERIES] = { "series", N_("Value of its head"), "" },
};

/**
 * nepho_field_id:
 * @field: what a column holds
 *
 * Returns: (transfer none): its id
 */
const char *
nepho_field_id (NephoField field)
{
  g_return_val_if_fail (field < NEPHO_N_FIELDS, "");

  return fields[field].id;
}

/**
 * nepho_field_name:
 * @field: what a column holds
 *
 * Returns: (transfer none): its name in the reader's language
 */
const char *
nepho_field_name (NephoField field)
{
  g_return_val_if_fail (field < NEPHO_N_FIELDS, "");

  return _(fields[field].name);
}

/**
 * nepho_field_from_id:
 * @id: what may be the id of a field
 * @field: (out): that field
 *
 * Returns: whether there is such a field
 */
gboolean
nepho_field_from_id (const char *id, NephoField *field)
{
  for (guint i = 0; i < NEPHO_N_FIELDS; i++)
    if (g_ascii_strcasecmp (fields[i].id, id) == 0)
      {
        *field = (NephoField) i;
        return TRUE;
      }

  return FALSE;
}

/* "Revenue (CNY bn)" and "收入（亿元）" without what stands in brackets. */
static char *
head_name (const char *head)
{
  g_autofree char *folded = g_utf8_strdown (head, -1);
  char *bracket = strchr (folded, '(');
  char *wide = strstr (folded, "（");

  if (bracket != NULL)
    *bracket = '\0';
  if (wide != NULL)
    *wide = '\0';

  return g_strstrip (g_steal_pointer (&folded));
}

static NephoField
field_of_head (const char *head)
{
  g_autofree char *name = head_name (head);
  g_autofree char *word = g_strdup_printf ("|%s|", name);
  double begin;
  double end;

  if (*name == '\0')
    return NEPHO_FIELD_IGNORED;
  for (guint i = 1; i < NEPHO_FIELD_SERIES; i++)
    if (strstr (fields[i].words, word) != NULL)
      return (NephoField) i;

  return nepho_period_parse (head, &begin, &end) ? NEPHO_FIELD_SERIES : NEPHO_FIELD_IGNORED;
}

/* The row in which most cells are names of columns. */
static guint
find_header (const NephoGrid *grid)
{
  guint best = 0;
  guint best_score = 0;

  for (guint row = 0; row < MIN (nepho_grid_n_rows (grid), HEADER_ROWS); row++)
    {
      guint score = 0;

      for (guint column = 0; column < nepho_grid_n_columns (grid); column++)
        if (field_of_head (nepho_grid_get (grid, row, column)) != NEPHO_FIELD_IGNORED)
          score++;
      if (score > best_score)
        {
          best = row;
          best_score = score;
        }
    }

  return best;
}

static gboolean
is_numeric (const NephoGrid *grid, guint header, guint column)
{
  guint n_numbers = 0;
  guint n_texts = 0;

  for (guint row = header + 1; row < MIN (nepho_grid_n_rows (grid), header + SAMPLE_ROWS); row++)
    {
      const char *text = nepho_grid_get (grid, row, column);
      NephoImportNumber number;

      if (*text == '\0')
        continue;
      if (nepho_import_number_parse (text, '\0', &number))
        n_numbers++;
      else
        n_texts++;
    }

  return n_numbers > 0 && n_numbers >= n_texts;
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
guess_fields (const NephoGrid *grid, NephoImportPlan *plan)
{
  for (guint column = 0; column < nepho_grid_n_columns (grid); column++)
    {
      NephoField field = field_of_head (nepho_grid_get (grid, plan->header, column));

      if (field != NEPHO_FIELD_SERIES && has_field (plan->fields, field))
        field = NEPHO_FIELD_IGNORED;
      g_array_append_val (plan->fields, field);
    }
  if (has_field (plan->fields, NEPHO_FIELD_VALUE) || has_field (plan->fields, NEPHO_FIELD_SERIES))
    return;

  /* Heads that say nothing: every column of numbers holds values of what its head says. */
  for (guint column = 0; column < plan->fields->len; column++)
    {
      NephoField *field = &g_array_index (plan->fields, NephoField, column);

      if (*field == NEPHO_FIELD_IGNORED && is_numeric (grid, plan->header, column))
        *field = NEPHO_FIELD_SERIES;
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
  if (nepho_period_parse (nepho_grid_get (grid, plan->header + 1, 0), &begin, &end))
    {
      if (!has_field (plan->fields, NEPHO_FIELD_PERIOD))
        g_array_index (plan->fields, NephoField, 0) = NEPHO_FIELD_PERIOD;
    }
  else if (!has_field (plan->fields, NEPHO_FIELD_SUBJECT))
    g_array_index (plan->fields, NephoField, 0) = NEPHO_FIELD_SUBJECT;
}

/* The unit in the brackets of the head of the values. */
static char *
guess_unit (const NephoGrid *grid, const NephoImportPlan *plan)
{
  for (guint column = 0; column < plan->fields->len; column++)
    {
      const char *head = nepho_grid_get (grid, plan->header, column);
      g_autofree char *normal = g_utf8_normalize (head, -1, G_NORMALIZE_ALL_COMPOSE);
      const char *open = normal != NULL ? strrchr (normal, '(') : NULL;
      const char *close = open != NULL ? strchr (open, ')') : NULL;

      if (g_array_index (plan->fields, NephoField, column) == NEPHO_FIELD_VALUE && close != NULL)
        return g_strndup (open + 1, (gsize) (close - open - 1));
    }

  return g_strdup ("");
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
  NephoImportPlan *plan = g_new0 (NephoImportPlan, 1);

  plan->header = find_header (grid);
  plan->fields = g_array_new (FALSE, FALSE, sizeof (NephoField));
  guess_fields (grid, plan);
  guess_names (grid, plan);
  plan->grade = NEPHO_GRADE_REPORTED;
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
 * nepho_import_plan_free:
 * @plan: (transfer full) (nullable): a plan
 */
void
nepho_import_plan_free (NephoImportPlan *plan)
{
  if (plan == NULL)
    return;

  g_array_unref (plan->fields);
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
