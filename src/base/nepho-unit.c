/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-unit.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;       /* in files and on the command line */
  const char *name;     /* translatable: what the numbers of an axis are */
  double      factor;   /* shown = stored * factor */
  const char *prefix;
  const char *suffix;   /* translatable */
  int         decimals; /* -1: three significant digits */
  const char *one;      /* translatable: the suffix after 1, where it is another */
} UnitSpec;

/* Factors are powers of ten only, so that what is shown can be read back exactly. Where languages
 * count large numbers in other words, the suffix begins with a factor for the translators to set: the
 * Chinese for "1 bn" is "10 亿". */
static const UnitSpec units[NEPHO_N_UNITS] = {
  [NEPHO_UNIT_NONE] = { "1", N_("ratio"), 1.0, "", "", -1 },
  [NEPHO_UNIT_COUNT] = { "count", N_("number"), 1.0, "", "", -1 },
  [NEPHO_UNIT_RANK] = { "rank", N_("rank"), 1.0, "", "", 0 },
  [NEPHO_UNIT_FRACTION] = { "fraction", N_("per cent"), 100.0, "", N_("%"), 1 },
  [NEPHO_UNIT_POINTS] = { "points", N_("percentage points"), 100.0, "", N_("points"), 1 },
  [NEPHO_UNIT_FRACTION_PER_YEAR] = { "fraction/yr", N_("per cent a year"), 100.0, "", N_("%/yr"), 1 },
  [NEPHO_UNIT_PER_YEAR] = { "1/yr", N_("a year"), 1.0, "", N_("/yr"), 3 },
  [NEPHO_UNIT_TIMES_PER_YEAR] = { "x/yr", N_("times a year"), 1.0, "×", N_("/yr"), -1 },
  [NEPHO_UNIT_YEAR] = { "yr", N_("years"), 1.0, "", N_("yr"), -1 },
  [NEPHO_UNIT_QUARTER] = { "quarter", N_("quarters"), 1.0, "", N_("quarters"), -1, N_("quarter") },
  [NEPHO_UNIT_DAY] = { "day", N_("days"), 1.0, "", N_("days"), -1, N_("day") },
  [NEPHO_UNIT_HOUR] = { "hour", N_("hours"), 1.0, "", N_("hours"), -1, N_("hour") },
  [NEPHO_UNIT_THOUSAND_CUSTOMERS]
    = { "thousand customers", N_("thousand customers"), 1.0, "", N_("thousand"), -1 },
  [NEPHO_UNIT_YUAN_MILLION_PER_YEAR]
    = { "CNY mn/yr", N_("¥ million a year"), 1.0, "¥", N_("1 mn/yr"), -1 },
  [NEPHO_UNIT_YUAN] = { "CNY", N_("¥"), 1.0, "¥", "", -1 },
  [NEPHO_UNIT_YUAN_BILLION] = { "CNY bn", N_("¥ billion"), 1.0, "¥", N_("1 bn"), -1 },
  [NEPHO_UNIT_YUAN_PER_HOUR] = { "CNY/hour", N_("¥ an hour"), 1.0, "¥", N_("/hour"), 2 },
  [NEPHO_UNIT_USD_BILLION] = { "USD bn", N_("US$ billion"), 1.0, "US$", N_("1 bn"), -1 },
  [NEPHO_UNIT_FLOP] = { "FLOP", N_("FLOP"), 1.0, "", N_("FLOP"), -1 },
  [NEPHO_UNIT_FLOP_PER_SECOND] = { "FLOP/s", N_("FLOP/s"), 1.0, "", N_("FLOP/s"), -1 },
  [NEPHO_UNIT_PFLOP_PER_SECOND] = { "PFLOP/s", N_("PFLOP/s"), 1.0, "", N_("PFLOP/s"), -1 },
  [NEPHO_UNIT_PF_DAY] = { "PF-day", N_("PF-days"), 1.0, "", N_("PF-days"), -1 },
  [NEPHO_UNIT_PARAMETER] = { "parameters", N_("parameters"), 1.0, "", N_("parameters"), -1 },
  [NEPHO_UNIT_TOKEN] = { "tokens", N_("tokens"), 1.0, "", N_("tokens"), -1 },
  [NEPHO_UNIT_TOKEN_PER_DAY] = { "tokens/day", N_("tokens a day"), 1.0, "", N_("tokens/day"), -1 },
  [NEPHO_UNIT_GIGABYTE] = { "GB", N_("gigabytes"), 1.0, "", N_("GB"), -1 },
  [NEPHO_UNIT_WATT] = { "W", N_("watts"), 1.0, "", N_("W"), -1 },
  [NEPHO_UNIT_GIGAWATT_HOUR] = { "GWh", N_("GWh"), 1.0, "", N_("GWh"), -1 },
  [NEPHO_UNIT_KILOTONNE] = { "kt", N_("kilotonnes"), 1.0, "", N_("kt"), -1 },
  [NEPHO_UNIT_KILOGRAM_PER_KWH] = { "kg/kWh", N_("kg a kWh"), 1.0, "", N_("kg/kWh"), -1 },
  [NEPHO_UNIT_CENTRE] = { "centres", N_("centres"), 1.0, "", N_("centres"), -1, N_("centre") },
  [NEPHO_UNIT_ACCELERATOR] = { "accelerators", N_("accelerators"), 1.0, "", N_("accelerators"), -1, N_("accelerator") },
};

/**
 * nepho_unit_id:
 * @unit: a unit
 *
 * Returns: its name in files, the same in every language: "CNY bn"
 */
const char *
nepho_unit_id (NephoUnit unit)
{
  g_return_val_if_fail (unit < NEPHO_N_UNITS, "1");

  return units[unit].id;
}

/**
 * nepho_unit_from_id:
 * @id: a name as nepho_unit_id() gives it
 * @unit: (out): the unit
 *
 * Returns: whether there is such a unit
 */
gboolean
nepho_unit_from_id (const char *id, NephoUnit *unit)
{
  for (NephoUnit candidate = 0; candidate < NEPHO_N_UNITS; candidate++)
    if (g_str_equal (units[candidate].id, id))
      {
        *unit = candidate;
        return TRUE;
      }

  return FALSE;
}

/* Splits "10 亿" into its factor and its word; a suffix without a factor is left as it is. */
static const char *
split_factor (const char *suffix, double *factor)
{
  char *end = NULL;
  double read = g_ascii_strtod (suffix, &end);

  if (end == suffix || *end != ' ')
    return suffix;

  *factor *= read;

  return end + 1;
}

/**
 * nepho_unit_display:
 * @unit: a unit
 *
 * Returns: how its numbers are shown to a reader, in the reader's language
 */
NephoUnitDisplay
nepho_unit_display (NephoUnit unit)
{
  const UnitSpec *spec = &units[unit];
  double factor = spec->factor;
  const char *suffix = *spec->suffix != '\0' ? split_factor (_(spec->suffix), &factor) : "";

  return (NephoUnitDisplay) {
    .factor = factor,
    .prefix = spec->prefix,
    .suffix = suffix,
    .decimals = spec->decimals,
    .one = spec->one != NULL ? _(spec->one) : NULL,
  };
}

/**
 * nepho_unit_suffix_in_english:
 * @unit: a unit
 *
 * Returns: the suffix that stands for the stored unit in every language: "bn" for CNY bn
 */
const char *
nepho_unit_suffix_in_english (NephoUnit unit)
{
  double factor = 1.0;

  return split_factor (units[unit].suffix, &factor);
}

/**
 * nepho_unit_name:
 * @unit: a unit
 *
 * Returns: what the shown numbers are, for an axis or a column header: "per cent", "¥ billion"
 */
const char *
nepho_unit_name (NephoUnit unit)
{
  return _(units[unit].name);
}
