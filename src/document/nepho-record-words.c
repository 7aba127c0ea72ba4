/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-record.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-number.h"

static const struct
{
  const char *id;
  const char *name;
  NephoUnit   unit;
} series[] = {
  { "adoption", N_("AI adoption"), NEPHO_UNIT_FRACTION },
  { "revenue", N_("Revenue a year"), NEPHO_UNIT_YUAN_BILLION },
  { "unit_cost", N_("Unit cost"), NEPHO_UNIT_NONE },
  { "ebita", N_("EBITA a year"), NEPHO_UNIT_YUAN_BILLION },
  { "inference_pflops", N_("Computing power for inference"), NEPHO_UNIT_PFLOP_PER_SECOND },
};

/* "market.revenue.2030Q4" or "vendor.alibaba.revenue.2030Q4" */
static gboolean
split (const char *id, char ***parts, guint *known)
{
  guint n;

  *parts = g_strsplit (id, ".", 4);
  n = g_strv_length (*parts);
  for (*known = 0; n >= 3 && *known < G_N_ELEMENTS (series); (*known)++)
    if (g_str_equal ((*parts)[n - 2], series[*known].id))
      return TRUE;

  return FALSE;
}

/* The name of a vendor or a segment; its id where the data set does not have it. */
static const char *
name_of (const NephoDataset *dataset, const char *kind, const char *id)
{
  if (g_str_equal (kind, "vendor"))
    {
      for (guint i = 0; i < dataset->vendors->len; i++)
        if (g_str_equal (nepho_dataset_vendor (dataset, i)->id, id))
          return nepho_text_get (nepho_dataset_vendor (dataset, i)->name);
    }
  else
    {
      for (guint s = 0; s < dataset->segments->len; s++)
        if (g_str_equal (nepho_dataset_segment (dataset, s)->id, id))
          return nepho_text_get (nepho_dataset_segment (dataset, s)->name);
    }

  return id;
}

/**
 * nepho_record_unit:
 * @id: what is recorded
 *
 * Returns: the unit of its value
 */
NephoUnit
nepho_record_unit (const char *id)
{
  g_auto (GStrv) parts = NULL;
  guint known;

  return split (id, &parts, &known) ? series[known].unit : NEPHO_UNIT_NONE;
}

/**
 * nepho_record_format:
 * @money: in which sums are shown
 * @value: of a result or a parameter; NAN where a side of a comparison does not have it
 * @unit: its unit
 *
 * Returns: (transfer full): the value as a reader sees it, in a few digits; "—" for NAN
 */
char *
nepho_record_format (const NephoCurrencyChoice *money, double value, NephoUnit unit)
{
  if (isnan (value))
    return g_strdup ("—");

  return nepho_currency_format (money, value, unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

/**
 * nepho_record_title:
 * @dataset: the data set that was run
 * @id: what is recorded
 *
 * Returns: (transfer full): what a reader calls it: "Revenue a year, Alibaba Cloud, 2030Q4"; @id itself where
 * a newer version recorded it
 */
char *
nepho_record_title (const NephoDataset *dataset, const char *id)
{
  g_auto (GStrv) parts = NULL;
  guint known;

  if (!split (id, &parts, &known))
    return g_strdup (id);
  if (parts[3] == NULL)
    /* Translators: a result, a quarter */
    return g_strdup_printf (_("%s, %s"), _(series[known].name), parts[2]);

  /* Translators: a result, a vendor or segment, a quarter */
  return g_strdup_printf (_("%s, %s, %s"), _(series[known].name), name_of (dataset, parts[0], parts[1]), parts[3]);
}
