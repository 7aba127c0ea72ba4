/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-import-head.h"

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
                          "|value|amount|figure|share|market share|revenue|size|数值|數值|数据|值|份额|份額|市场份额|市場份額|市占率|市佔率|收入|营收|營收|规模|規模|金额|"
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

/**
 * nepho_field_of_name:
 * @name: what may be the name of a column: "Revenue (CNY bn)", "收入（亿元）"
 *
 * Returns: what a column of that name holds, as far as usual names tell
 */
NephoField
nepho_field_of_name (const char *name)
{
  g_autofree char *folded = g_utf8_strdown (name, -1);
  g_autofree char *before = NULL;
  g_autofree char *unit = nepho_import_head_bracket (folded, &before);
  g_autofree char *word = g_strdup_printf ("|%s|", before);

  if (*before == '\0')
    return NEPHO_FIELD_IGNORED;
  for (guint i = 1; i < NEPHO_FIELD_SERIES; i++)
    if (strstr (fields[i].words, word) != NULL)
      return (NephoField) i;

  return NEPHO_FIELD_IGNORED;
}
