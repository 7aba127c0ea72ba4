/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-measure.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *name;
} measures[NEPHO_N_MEASURES] = {
  [NEPHO_MEASURE_ABSOLUTE] = { "absolute", N_("Absolute") },
  [NEPHO_MEASURE_SHARE] = { "share", N_("Share of the total") },
  [NEPHO_MEASURE_INDEX] = { "index", N_("Index, start = 100") },
};

#define ABSOLUTE (1u << NEPHO_MEASURE_ABSOLUTE)
#define SHARE (1u << NEPHO_MEASURE_SHARE)
#define INDEX (1u << NEPHO_MEASURE_INDEX)

/* Figures that can be looked at in more than one way. Stacked areas have no index, since indices do not add
 * up, and no logarithm, since a logarithmic scale has no zero to stand on; profit has neither, since it may
 * be a loss. */
static const struct
{
  const char *figure;
  guint       measures;
  gboolean    may_log;
} looks[] = {
  { "share", ABSOLUTE | INDEX, TRUE },
  { "adoption", ABSOLUTE, TRUE },
  { "market-size", ABSOLUTE | SHARE, FALSE },
  { "price", ABSOLUTE, TRUE },
  { "revenue", ABSOLUTE | SHARE | INDEX, TRUE },
  { "revenue-area", ABSOLUTE | SHARE, FALSE },
};

/**
 * nepho_measure_id:
 * @measure: a measure
 *
 * Returns: (transfer none): its name in settings and on the command line, such as "index"
 */
const char *
nepho_measure_id (NephoMeasure measure)
{
  g_return_val_if_fail (measure < NEPHO_N_MEASURES, NULL);

  return measures[measure].id;
}

/**
 * nepho_measure_name:
 * @measure: a measure
 *
 * Returns: (transfer none): its name in the reader's language
 */
const char *
nepho_measure_name (NephoMeasure measure)
{
  g_return_val_if_fail (measure < NEPHO_N_MEASURES, NULL);

  return _(measures[measure].name);
}

/**
 * nepho_measure_from_id:
 * @id: such as "index"
 * @measure: (out): that measure
 *
 * Returns: whether there is one of that name
 */
gboolean
nepho_measure_from_id (const char *id, NephoMeasure *measure)
{
  for (guint k = 0; k < NEPHO_N_MEASURES; k++)
    if (g_str_equal (measures[k].id, id))
      {
        *measure = (NephoMeasure) k;
        return TRUE;
      }

  return FALSE;
}

/**
 * nepho_measure_fits:
 * @figure: id of a figure
 * @measure: a measure
 *
 * Returns: whether that figure can be told in it; every figure can in absolute values
 */
gboolean
nepho_measure_fits (const char *figure, NephoMeasure measure)
{
  for (guint k = 0; k < G_N_ELEMENTS (looks); k++)
    if (g_str_equal (looks[k].figure, figure))
      return (looks[k].measures & (1u << measure)) != 0;

  return measure == NEPHO_MEASURE_ABSOLUTE;
}

/**
 * nepho_measure_may_log:
 * @figure: id of a figure
 *
 * Returns: whether its value axis can be logarithmic where the reader wants it; those that always are, are none
 *   of these
 */
gboolean
nepho_measure_may_log (const char *figure)
{
  for (guint k = 0; k < G_N_ELEMENTS (looks); k++)
    if (g_str_equal (looks[k].figure, figure))
      return looks[k].may_log;

  return FALSE;
}
