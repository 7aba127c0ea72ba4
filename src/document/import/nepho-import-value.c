/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-import-private.h"

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

/**
 * nepho_import_apply_number:
 * @row: a figure, whose fact has the unit of its column
 * @number: what its cell says
 *
 * Gives the fact its value and unit. The cell's own words count: 97.3亿 in a column of CNY bn is 9.73. What does
 * not fit the unit is a fault.
 */
void
nepho_import_apply_number (NephoImportRow *row, const NephoImportNumber *number)
{
  NephoFact *fact = row->fact;
  double scale;

  fact->value = number->value;
  rename_unit (fact);
  if (number->percent)
    {
      if (*fact->unit != '\0' && !g_str_has_prefix (fact->unit, "%"))
        nepho_import_fault (row, g_strdup_printf (_("it is a percentage, but the unit is “%s”"), fact->unit));
      else if (*fact->unit == '\0')
        nepho_fact_set_text (&fact->unit, "%");
    }
  if (*number->currency != '\0' && *fact->unit != '\0' && strstr (fact->unit, number->currency) == NULL)
    nepho_import_fault (row, g_strdup_printf (_("it is in %s, but the unit is “%s”"), number->currency, fact->unit));
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
