/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-quantity-unit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define HOUR 3600.0
#define DAY (24.0 * HOUR)
#define YEAR (365.0 * DAY)
#define KWH 3.6e6
#define PF_DAY (1e15 * DAY)

#define OF(base) { .power[NEPHO_BASE_##base] = 1 }
#define RATE(base) { .power[NEPHO_BASE_##base] = 1, .power[NEPHO_BASE_TIME] = -1 }

/* Of one dimension the largest first; the last one takes what is smaller than all. */
static const NephoQuantityUnit units[] = {
  { OF (TIME), YEAR, 2.0 * YEAR, N_("years"), NULL, NULL },
  { OF (TIME), DAY, DAY, N_("days"), N_("day"), NULL },
  { OF (TIME), HOUR, HOUR, N_("hours"), N_("hour"), NULL },
  { OF (TIME), 60.0, 60.0, "min", NULL, NULL },
  { OF (TIME), 1.0, 0.0, "s", NULL, NULL },
  { OF (FLOP), PF_DAY, PF_DAY, N_("PF-days"), N_("PF-day"), NULL },
  { OF (FLOP), 1.0, 0.0, N_("FLOP"), NULL, NULL },
  { RATE (FLOP), 1e15, 1e15, N_("PFLOP/s"), NULL, NULL },
  { RATE (FLOP), 1e12, 1e12, "TFLOP/s", NULL, NULL },
  { RATE (FLOP), 1e9, 1e9, "GFLOP/s", NULL, NULL },
  { RATE (FLOP), 1.0, 0.0, N_("FLOP/s"), NULL, NULL },
  { OF (CNY), 1.0, 0.0, "CNY", NULL, "¥" },
  { RATE (CNY), 1.0 / YEAR, 1e6 / YEAR, N_("CNY/yr"), NULL, NULL },
  { RATE (CNY), 1.0 / HOUR, 0.0, N_("CNY/hour"), NULL, NULL },
  { OF (USD), 1.0, 0.0, "USD", NULL, "US$" },
  { RATE (USD), 1.0 / YEAR, 1e6 / YEAR, N_("USD/yr"), NULL, NULL },
  { RATE (USD), 1.0 / HOUR, 0.0, N_("USD/hour"), NULL, NULL },
  { OF (ENERGY), 1e6 * KWH, 1e6 * KWH, N_("GWh"), NULL, NULL },
  { OF (ENERGY), 1e3 * KWH, 1e3 * KWH, "MWh", NULL, NULL },
  { OF (ENERGY), KWH, KWH, "kWh", NULL, NULL },
  { OF (ENERGY), 1.0, 0.0, "J", NULL, NULL },
  { RATE (ENERGY), 1e9, 1e9, "GW", NULL, NULL },
  { RATE (ENERGY), 1e6, 1e6, "MW", NULL, NULL },
  { RATE (ENERGY), 1e3, 1e3, "kW", NULL, NULL },
  { RATE (ENERGY), 1.0, 0.0, N_("W"), NULL, NULL },
  { OF (MASS), 1e6, 1e6, "kt", NULL, NULL },
  { OF (MASS), 1e3, 1e3, "t", NULL, NULL },
  { OF (MASS), 1.0, 0.0, "kg", NULL, NULL },
  { { .power[NEPHO_BASE_MASS] = 1, .power[NEPHO_BASE_ENERGY] = -1 }, 1.0 / KWH, 0.0, N_("kg/kWh"), NULL, NULL },
  { OF (INFORMATION), 1e12, 1e12, "TB", NULL, NULL },
  { OF (INFORMATION), 1e9, 1e9, N_("GB"), NULL, NULL },
  { OF (INFORMATION), 1e6, 1e6, "MB", NULL, NULL },
  { OF (INFORMATION), 1.0, 0.0, N_("bytes"), N_("byte"), NULL },
  { OF (CUSTOMER), 1.0, 0.0, N_("customers"), N_("customer"), NULL },
  { OF (PARAMETER), 1.0, 0.0, N_("parameters"), N_("parameter"), NULL },
  { OF (TOKEN), 1.0, 0.0, N_("tokens"), N_("token"), NULL },
  { RATE (TOKEN), 1.0 / DAY, 0.0, N_("tokens/day"), NULL, NULL },
  { OF (ACCELERATOR), 1.0, 0.0, N_("accelerators"), N_("accelerator"), NULL },
  { OF (CENTRE), 1.0, 0.0, N_("centres"), N_("centre"), NULL },
  { { .power[NEPHO_BASE_TIME] = -1 }, 1.0 / YEAR, 0.0, N_("/yr"), NULL, NULL },
};

/* What a quantity of a usual dimension is. */
static const struct
{
  NephoDimension dimension;
  const char    *sentence;
} sentences[] = {
  { { { 0 } }, N_("This is a plain number") },
  { OF (TIME), N_("This is a time") },
  { OF (FLOP), N_("This is an amount of computing") },
  { RATE (FLOP), N_("This is a speed of computing") },
  { OF (CNY), N_("This is an amount of money") },
  { OF (USD), N_("This is an amount of money") },
  { RATE (CNY), N_("This is money over time") },
  { RATE (USD), N_("This is money over time") },
  { OF (ENERGY), N_("This is an amount of energy") },
  { RATE (ENERGY), N_("This is a power") },
  { OF (MASS), N_("This is a mass") },
  { OF (INFORMATION), N_("This is an amount of data") },
  { OF (CUSTOMER), N_("This is a number of customers") },
  { OF (PARAMETER), N_("This is a number of parameters") },
  { OF (TOKEN), N_("This is a number of tokens") },
  { OF (ACCELERATOR), N_("This is a number of accelerators") },
  { OF (CENTRE), N_("This is a number of centres") },
};

/* Units that are put together where no unit of its own fits: an amount, and what it is for each of. */
static const char *const compose_list[] = {
  "CNY", "USD", "PF-days", "PFLOP/s", "kWh", "W", "kg", "GB", "tokens", "parameters", "customers", "accelerators",
  "centres", "FLOP", "tokens/day", "CNY/hour", "USD/hour", "hours", "days", "bytes",
};

/* The units of the bases, by their place. */
static const char *const base_names[NEPHO_N_BASES] = {
  [NEPHO_BASE_TIME] = "s",
  [NEPHO_BASE_FLOP] = "FLOP",
  [NEPHO_BASE_CNY] = "CNY",
  [NEPHO_BASE_USD] = "USD",
  [NEPHO_BASE_ENERGY] = "J",
  [NEPHO_BASE_MASS] = "kg",
  [NEPHO_BASE_INFORMATION] = "bytes",
  [NEPHO_BASE_CUSTOMER] = "customers",
  [NEPHO_BASE_PARAMETER] = "parameters",
  [NEPHO_BASE_TOKEN] = "tokens",
  [NEPHO_BASE_ACCELERATOR] = "accelerators",
  [NEPHO_BASE_CENTRE] = "centres",
};

/**
 * nepho_quantity_units:
 * @n_units: (out): how many there are
 *
 * Returns: (transfer none): the units in which quantities are shown
 */
const NephoQuantityUnit *
nepho_quantity_units (guint *n_units)
{
  *n_units = G_N_ELEMENTS (units);

  return units;
}

/**
 * nepho_quantity_unit_find:
 * @dimension: a dimension
 * @value: a value in base units
 *
 * Returns: (nullable): the unit in which the value is best read; %NULL where none has that dimension
 */
const NephoQuantityUnit *
nepho_quantity_unit_find (const NephoDimension *dimension, double value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    /* A hair less: a day that came out of a division is one day. */
    if (nepho_dimension_equal (&units[i].dimension, dimension) && fabs (value) >= units[i].least * (1.0 - 1e-12))
      return &units[i];

  return NULL;
}

/**
 * nepho_quantity_unit_name:
 * @unit: a unit
 * @one: whether it stands behind 1, or behind a stroke
 * @naming: in which words
 *
 * Returns: its name
 */
const char *
nepho_quantity_unit_name (const NephoQuantityUnit *unit, gboolean one, NephoUnitNaming naming)
{
  const char *name = one && unit->one != NULL ? unit->one : unit->name;

  return naming == NEPHO_UNIT_NAME_SHOWN ? _(name) : name;
}

static const NephoQuantityUnit *
find_named (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (units[i].name, name))
      return &units[i];

  return NULL;
}

/* "CNY/(PFLOP/s)", "accelerators·hours" */
static char *
compose_pair (const NephoDimension *dimension, int power, NephoUnitNaming naming, double *size)
{
  for (gsize i = 0; i < G_N_ELEMENTS (compose_list); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (compose_list); k++)
      {
        const NephoQuantityUnit *first = find_named (compose_list[i]);
        const NephoQuantityUnit *second = find_named (compose_list[k]);
        NephoDimension product;
        const char *name;

        if (!nepho_dimension_multiply (&first->dimension, &second->dimension, power, &product)
            || !nepho_dimension_equal (&product, dimension))
          continue;
        *size = power > 0 ? first->size * second->size : first->size / second->size;
        name = nepho_quantity_unit_name (second, power < 0, naming);
        if (power > 0)
          return g_strdup_printf ("%s·%s", nepho_quantity_unit_name (first, FALSE, naming), name);
        return g_strdup_printf (strchr (name, '/') != NULL ? "%s/(%s)" : "%s/%s",
                                nepho_quantity_unit_name (first, FALSE, naming), name);
      }

  return NULL;
}

static void
append_base (GString *out, NephoBase base, int power, NephoUnitNaming naming)
{
  const NephoQuantityUnit *unit = find_named (base_names[base]);

  if (out->len > 0)
    g_string_append (out, "·");
  g_string_append (out, nepho_quantity_unit_name (unit, TRUE, naming));
  if (power != 1)
    g_string_append_printf (out, "^%d", power);
}

/**
 * nepho_quantity_unit_compose:
 * @dimension: a dimension of which there is no unit
 * @naming: in which words
 * @size: (out): how large the composed unit is, in base units
 *
 * Returns: (transfer full): a unit put together from two, or from those of the bases:
 *   "CNY/(PFLOP/s)", "s^2·CNY"
 */
char *
nepho_quantity_unit_compose (const NephoDimension *dimension, NephoUnitNaming naming, double *size)
{
  char *pair = compose_pair (dimension, -1, naming, size);
  GString *out;

  if (pair == NULL)
    pair = compose_pair (dimension, 1, naming, size);
  if (pair != NULL)
    return pair;

  out = g_string_new (NULL);
  for (NephoBase base = 0; base < NEPHO_N_BASES; base++)
    if (dimension->power[base] != 0)
      append_base (out, base, dimension->power[base], naming);
  *size = 1.0;

  return g_string_free (out, FALSE);
}

/**
 * nepho_dimension_sentence:
 * @dimension: a dimension
 *
 * Returns: what a quantity of it is, in the reader's language: "This is a time"
 */
const char *
nepho_dimension_sentence (const NephoDimension *dimension)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (nepho_dimension_equal (&sentences[i].dimension, dimension))
      return _(sentences[i].sentence);

  return _("This is another quantity");
}
