/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-unit.h"

#include <glib/gi18n-lib.h>

#include "nepho-number-words.h"

typedef struct
{
  const char *id;       /* in files and on the command line */
  const char *name;     /* translatable: what the numbers of an axis are */
  double      factor;   /* shown = stored * factor */
  const char *prefix;
  const char *suffix;   /* translatable */
  int         decimals; /* -1: three significant digits */
  const char *one;      /* translatable: the suffix after 1, where it is another */
  NephoMoney  money;
} UnitSpec;

/* What a unit is called where the reader wants other words for large numbers than the language's. */
typedef struct
{
  NephoUnit   unit;
  const char *short_name;    /* translatable, context "short scale" */
  const char *short_suffix;
  const char *myriad_name;   /* translatable, context "myriad" */
  const char *myriad_suffix;
} OtherWords;

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
    = { "CNY mn/yr", N_("¥ million a year"), 1.0, "¥", N_("1 mn/yr"), -1, .money = NEPHO_MONEY_CNY },
  [NEPHO_UNIT_YUAN] = { "CNY", N_("¥"), 1.0, "¥", "", -1, .money = NEPHO_MONEY_CNY },
  [NEPHO_UNIT_YUAN_BILLION] = { "CNY bn", N_("¥ billion"), 1.0, "¥", N_("1 bn"), -1, .money = NEPHO_MONEY_CNY },
  [NEPHO_UNIT_YUAN_PER_HOUR] = { "CNY/hour", N_("¥ an hour"), 1.0, "¥", N_("/hour"), 2, .money = NEPHO_MONEY_CNY },
  [NEPHO_UNIT_USD_MILLION_PER_YEAR]
    = { "USD mn/yr", N_("US$ million a year"), 1.0, "US$", N_("1 mn/yr"), -1, .money = NEPHO_MONEY_USD },
  [NEPHO_UNIT_USD] = { "USD", N_("US$"), 1.0, "US$", "", -1, .money = NEPHO_MONEY_USD },
  [NEPHO_UNIT_USD_BILLION] = { "USD bn", N_("US$ billion"), 1.0, "US$", N_("1 bn"), -1, .money = NEPHO_MONEY_USD },
  [NEPHO_UNIT_USD_PER_HOUR] = { "USD/hour", N_("US$ an hour"), 1.0, "US$", N_("/hour"), 2, .money = NEPHO_MONEY_USD },
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

static const OtherWords other_words[] = {
  { NEPHO_UNIT_YUAN_MILLION_PER_YEAR, NC_("short scale", "¥ million a year"), NC_("short scale", "1 mn/yr"),
    NC_("myriad", "¥ 万 a year"), NC_("myriad", "100 万/yr") },
  { NEPHO_UNIT_YUAN_BILLION, NC_("short scale", "¥ billion"), NC_("short scale", "1 bn"),
    NC_("myriad", "¥ 亿"), NC_("myriad", "10 亿") },
  { NEPHO_UNIT_USD_MILLION_PER_YEAR, NC_("short scale", "US$ million a year"), NC_("short scale", "1 mn/yr"),
    NC_("myriad", "US$ 万 a year"), NC_("myriad", "100 万/yr") },
  { NEPHO_UNIT_USD_BILLION, NC_("short scale", "US$ billion"), NC_("short scale", "1 bn"),
    NC_("myriad", "US$ 亿"), NC_("myriad", "10 亿") },
};

/* NULL where the unit has no word for a large number in it, or the language's own word holds. */
static const OtherWords *
find_other_words (NephoUnit unit)
{
  if (nepho_number_foreign_words () == NEPHO_WORDS_AUTO)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (other_words); i++)
    if (other_words[i].unit == unit)
      return &other_words[i];

  return NULL;
}

static const char *
suffix_of (NephoUnit unit)
{
  const OtherWords *words = find_other_words (unit);

  if (words == NULL)
    return *units[unit].suffix != '\0' ? _(units[unit].suffix) : "";
  if (nepho_number_foreign_words () == NEPHO_WORDS_MYRIAD)
    return g_dpgettext2 (GETTEXT_PACKAGE, "myriad", words->myriad_suffix);

  return g_dpgettext2 (GETTEXT_PACKAGE, "short scale", words->short_suffix);
}

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
  const char *suffix = split_factor (suffix_of (unit), &factor);

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
  const OtherWords *words = find_other_words (unit);

  if (words == NULL)
    return _(units[unit].name);
  if (nepho_number_foreign_words () == NEPHO_WORDS_MYRIAD)
    return g_dpgettext2 (GETTEXT_PACKAGE, "myriad", words->myriad_name);

  return g_dpgettext2 (GETTEXT_PACKAGE, "short scale", words->short_name);
}

/**
 * nepho_unit_money:
 * @unit: a unit
 *
 * Returns: the money that it counts in
 */
NephoMoney
nepho_unit_money (NephoUnit unit)
{
  g_return_val_if_fail (unit < NEPHO_N_UNITS, NEPHO_MONEY_NONE);

  return units[unit].money;
}

/**
 * nepho_unit_in_money:
 * @unit: a unit
 * @money: yuan or US dollars
 *
 * Returns: the unit of the same size in @money: US$ bn for ¥ bn; @unit itself where it counts no money
 */
NephoUnit
nepho_unit_in_money (NephoUnit unit, NephoMoney money)
{
  static const NephoUnit pairs[][2] = {
    { NEPHO_UNIT_YUAN_MILLION_PER_YEAR, NEPHO_UNIT_USD_MILLION_PER_YEAR },
    { NEPHO_UNIT_YUAN, NEPHO_UNIT_USD },
    { NEPHO_UNIT_YUAN_BILLION, NEPHO_UNIT_USD_BILLION },
    { NEPHO_UNIT_YUAN_PER_HOUR, NEPHO_UNIT_USD_PER_HOUR },
  };

  g_return_val_if_fail (money == NEPHO_MONEY_CNY || money == NEPHO_MONEY_USD, unit);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][0] == unit || pairs[i][1] == unit)
      return pairs[i][money == NEPHO_MONEY_USD ? 1 : 0];

  return unit;
}
