/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-force.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *name;
} forces[NEPHO_N_FORCES] = {
  [NEPHO_FORCE_PRICE] = { "price", N_("Price") },
  [NEPHO_FORCE_AI] = { "ai", N_("AI") },
  [NEPHO_FORCE_BUNDLING] = { "bundling", N_("Bundling") },
  [NEPHO_FORCE_SCALE] = { "scale", N_("Scale") },
  [NEPHO_FORCE_DEMAND] = { "demand", N_("Demand") },
  [NEPHO_FORCE_START] = { "start", N_("Starting point") },
};

/* Rows of the table of parameters by their ids; what ends in a point is the beginning of some. */
static const struct
{
  const char *id;
  NephoForce  force;
} members[] = {
  { "price.", NEPHO_FORCE_PRICE },
  { "cost.", NEPHO_FORCE_PRICE },
  { "gross_margin", NEPHO_FORCE_PRICE },
  { "learning_rate", NEPHO_FORCE_PRICE },
  { "price_sensitivity", NEPHO_FORCE_PRICE },
  { "price_decline", NEPHO_FORCE_PRICE },
  { "price_elasticity", NEPHO_FORCE_PRICE },
  { "aggressiveness", NEPHO_FORCE_PRICE },
  { "adoption.", NEPHO_FORCE_AI },
  { "ai.", NEPHO_FORCE_AI },
  { "compute.", NEPHO_FORCE_AI },
  { "train.", NEPHO_FORCE_AI },
  { "uplift", NEPHO_FORCE_AI },
  { "ai_sensitivity", NEPHO_FORCE_AI },
  { "compute", NEPHO_FORCE_AI },
  { "compute_growth", NEPHO_FORCE_AI },
  { "cadence", NEPHO_FORCE_AI },
  { "market.coupling", NEPHO_FORCE_BUNDLING },
  { "bundle_sensitivity", NEPHO_FORCE_BUNDLING },
  { "scale_effect", NEPHO_FORCE_SCALE },
  { "demand.", NEPHO_FORCE_DEMAND },
  { "customers", NEPHO_FORCE_DEMAND },
  { "contract", NEPHO_FORCE_DEMAND },
  { "growth", NEPHO_FORCE_DEMAND },
  { "growth_long", NEPHO_FORCE_DEMAND },
  { "renewal", NEPHO_FORCE_DEMAND },
  { "renewal_response", NEPHO_FORCE_DEMAND },
  { "share", NEPHO_FORCE_START },
  { "renewal_offset", NEPHO_FORCE_START },
  { "opex_ratio", NEPHO_FORCE_START },
  { "internal_share", NEPHO_FORCE_START },
};

/**
 * nepho_force_of:
 * @spec: a row of the table of parameters
 *
 * Returns: the force that it describes; every row has one
 */
NephoForce
nepho_force_of (const NephoParameterSpec *spec)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_has_suffix (members[i].id, ".") ? g_str_has_prefix (spec->id, members[i].id)
                                              : g_str_equal (spec->id, members[i].id))
      return members[i].force;

  g_assert_not_reached ();
}

/**
 * nepho_force_id:
 * @force: a force
 *
 * Returns: its name in files
 */
const char *
nepho_force_id (NephoForce force)
{
  g_return_val_if_fail ((guint) force < NEPHO_N_FORCES, "");

  return forces[force].id;
}

/**
 * nepho_force_name:
 * @force: a force
 *
 * Returns: its name in the reader's language
 */
const char *
nepho_force_name (NephoForce force)
{
  g_return_val_if_fail ((guint) force < NEPHO_N_FORCES, "");

  return _(forces[force].name);
}
