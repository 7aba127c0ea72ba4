/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-import-private.h"

/* What a percentage is. */
typedef enum
{
  PERCENT_SHARE,
  PERCENT_UNCLEAR,
  PERCENT_OTHER, /* growth, a margin: may be anything */
} Percent;

/* The shares of one time, as published together. */
typedef struct
{
  NephoImportRow *first;
  double          sum;
  guint           n;
  gboolean        whole; /* numbers without decimals */
} Group;

static gboolean
has_word (const char *text, const char * const *words)
{
  g_autofree char *folded = g_utf8_strdown (text, -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* By what was measured and by the name of the column, and else by what the publisher counts. */
static Percent
percent_of (const NephoFact *fact, const char *head)
{
  static const char * const shares[] = { "share", "份额", "份額", "市占", "占比", "佔比", "占有率", NULL };
  static const char * const others[] = { "growth", "change", "margin", "rate", "increase", "decrease", "yoy", "qoq", "增长", "增長",
                                         "增速", "同比", "环比", "環比", "毛利", "利润", "利潤", "变化", "變化", "涨", "跌", NULL };
  static const char * const markets[]
    = { "iaas", "paas", "saas", "iaas-paas", "public-cloud", "infrastructure-services", NULL };

  if (!g_str_equal (fact->unit, "%"))
    return PERCENT_OTHER;
  if (has_word (fact->measure, shares) || has_word (head, shares))
    return PERCENT_SHARE;
  if (has_word (fact->measure, others) || has_word (head, others))
    return PERCENT_OTHER;

  return g_strv_contains (markets, fact->definition) || g_str_has_suffix (fact->topic, "-share") ? PERCENT_SHARE
                                                                                                 : PERCENT_UNCLEAR;
}

/* A row of totals is no vendor. */
static gboolean
is_total (const char *subject)
{
  static const char * const totals[]
    = { "total", "sum", "market", "all", "合计", "合計", "总计", "總計", "总和", "整体", "整體", "市场", "市場", NULL };
  g_autofree char *folded = g_utf8_strdown (subject, -1);

  return g_strv_contains (totals, folded) || g_str_has_prefix (folded, "total ");
}

static void
add_to_group (GHashTable *groups, NephoImportRow *row)
{
  const NephoFact *fact = row->fact;
  char *key = g_strjoin ("\n", fact->measure, fact->definition, fact->geography, fact->period, fact->publisher, NULL);
  Group *group = g_hash_table_lookup (groups, key);

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->first = row;
      group->whole = TRUE;
      g_hash_table_insert (groups, key, group);
    }
  else
    g_free (key);

  group->sum += fact->value;
  group->n++;
  group->whole = group->whole && fact->value == floor (fact->value);
}

/**
 * nepho_import_check_share:
 * @index: an index, which takes the percentage to those of its period
 * @row: a figure without a fault
 * @head: the name of its column
 *
 * A share below nothing or above all is a fault; a percentage that may be one is noted.
 */
void
nepho_import_check_share (NephoImportIndex *index, NephoImportRow *row, const char *head)
{
  Percent percent = percent_of (row->fact, head);
  double value = row->fact->value;

  if (percent == PERCENT_OTHER)
    return;
  if (!is_total (row->fact->subject))
    add_to_group (index->groups, row);
  if (value >= 0.0 && value <= 100.0)
    return;

  if (percent == PERCENT_UNCLEAR)
    nepho_import_flag (row, g_strdup_printf (_("%.10g %% cannot be a share."), value));
  else if (value < 0.0)
    nepho_import_fault (row, g_strdup_printf (_("a share cannot be negative, found %.10g %%"), value));
  else
    nepho_import_fault (row, g_strdup_printf (_("a share cannot be more than 100 %%, found %.10g %%"), value));
}

/* Each number may be rounded up by half of its last digit. */
static void
check_group (gpointer key, gpointer value, gpointer user_data)
{
  const Group *group = value;
  double rounding = group->n * (group->whole ? 0.5 : 0.05);

  if (group->n > 1 && group->sum > 100.0 + rounding + 1e-9)
    /* Translators: a period, such as "2022H1", and a number */
    nepho_import_flag (group->first, g_strdup_printf (_("The percentages of “%s” sum to %.5g %%; shares sum to 100 at most."),
                                                      group->first->fact->period, group->sum));
}

/**
 * nepho_import_check_sums:
 * @groups: those of an index, once all rows are read
 *
 * Percentages of one period that may be shares, and sum to more than all, are noted at the first of them.
 */
void
nepho_import_check_sums (GHashTable *groups)
{
  g_hash_table_foreach (groups, check_group, NULL);
}
