/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>

#include "nepho-market-private.h"

typedef struct
{
  const char *id;
  gsize       offset;
} Slot;

#define GLOBAL(id, field) { id, offsetof (NephoGlobalIndices, field) }
#define SEGMENT(field) { #field, offsetof (NephoSegmentIndices, field) }
#define VENDOR(field) { #field, offsetof (NephoVendorIndices, field) }

static const Slot global_slots[] = {
  GLOBAL ("adoption.start", adoption_start),
  GLOBAL ("adoption.innovation", innovation),
  GLOBAL ("adoption.imitation", imitation),
  GLOBAL ("adoption.potential", potential),
  GLOBAL ("adoption.restriction", restriction),
  GLOBAL ("demand.growth_halflife", growth_halflife),
  GLOBAL ("demand.shock.size", shock_size),
  GLOBAL ("demand.shock.start", shock_start),
  GLOBAL ("demand.shock.length", shock_length),
  GLOBAL ("price.war.intensity", war_intensity),
  GLOBAL ("price.war.start", war_start),
  GLOBAL ("price.war.length", war_length),
  GLOBAL ("price.follow", follow),
  GLOBAL ("price.margin_floor", margin_floor),
  GLOBAL ("cost.prior_experience", prior_experience),
  GLOBAL ("market.coupling", coupling),
  GLOBAL ("ai.open_compute", open_compute),
  GLOBAL ("ai.open_growth", open_growth),
  GLOBAL ("ai.tokens_per_customer_day", tokens),
  GLOBAL ("ai.active_parameters", active_parameters),
  GLOBAL ("compute.price_per_hour", price_per_hour),
  GLOBAL ("compute.peak_flops", peak_flops),
  GLOBAL ("compute.training_mfu", training_mfu),
  GLOBAL ("compute.inference_mfu", inference_mfu),
  GLOBAL ("compute.price_halving", price_halving),
};

static const Slot segment_slots[] = {
  SEGMENT (customers),        SEGMENT (contract),       SEGMENT (growth),
  SEGMENT (growth_long),      SEGMENT (gross_margin),   SEGMENT (uplift),
  SEGMENT (renewal),          SEGMENT (price_sensitivity), SEGMENT (ai_sensitivity),
  SEGMENT (bundle_sensitivity), SEGMENT (scale_effect), SEGMENT (renewal_response),
  SEGMENT (price_decline),    SEGMENT (price_elasticity), SEGMENT (learning_rate),
};

static const Slot vendor_slots[] = {
  VENDOR (renewal_offset), VENDOR (aggressiveness), VENDOR (compute),       VENDOR (compute_growth),
  VENDOR (cadence),        VENDOR (opex_ratio),     VENDOR (internal_share),
};

static void
look_up (const NephoParameterSet *set, const Slot *slots, guint n_slots, int vendor, int segment, gpointer to)
{
  for (guint i = 0; i < n_slots; i++)
    G_STRUCT_MEMBER (guint, to, slots[i].offset)
      = nepho_parameter_set_index (set, slots[i].id, vendor, segment);
}

static double *
carve (double **next, gsize n)
{
  double *block = *next;

  *next += n;

  return block;
}

static void
allocate_state (NephoMarket *market)
{
  gsize i = market->n_vendors;
  gsize s = market->n_segments;
  double *next = market->storage = g_new0 (double, 8 * s + 11 * i + 7 * s * i);

  market->market = carve (&next, s);
  market->market_next = carve (&next, s);
  market->unit_cost = carve (&next, s);
  market->experience = carve (&next, s);
  market->experience_start = carve (&next, s);
  market->weight = carve (&next, s);
  market->learning = carve (&next, s);
  market->learning_more = carve (&next, s);
  market->compute_lg = carve (&next, i);
  market->compute_growth_lg = carve (&next, i);
  market->compute_more = carve (&next, i);
  market->flagship = carve (&next, i);
  market->flagship_growth = carve (&next, i);
  market->war_ln = carve (&next, i);
  market->capability = carve (&next, i);
  market->cross_share = carve (&next, i);
  market->cross_share_start = carve (&next, i);
  market->change = carve (&next, i);
  market->pull = carve (&next, i);
  market->customers = carve (&next, s * i);
  market->share = carve (&next, s * i);
  market->price = carve (&next, s * i);
  market->price_ln = carve (&next, s * i);
  market->base_ln = carve (&next, s * i);
  market->renewal_logit = carve (&next, s * i);
  market->advantage_start = carve (&next, s * i);
}

/**
 * nepho_market_new:
 * @set: the parameters of a data set with at least one vendor and one segment
 *
 * Looks up once where each parameter stands, and takes all memory that runs will need.
 *
 * Returns: (transfer full): a market; one thread may run it at a time
 */
NephoMarket *
nepho_market_new (const NephoParameterSet *set)
{
  const NephoDataset *dataset = nepho_parameter_set_dataset (set);
  NephoMarket *market = g_new0 (NephoMarket, 1);

  market->n_vendors = dataset->vendors->len;
  market->n_segments = dataset->segments->len;
  market->n_values = nepho_parameter_set_size (set);
  market->now = g_new (double, market->n_values);
  market->specs = g_new (const NephoParameterSpec *, market->n_values);
  for (guint k = 0; k < market->n_values; k++)
    market->specs[k] = nepho_parameter_set_get (set, k)->spec;
  market->segment_at = g_new (NephoSegmentIndices, market->n_segments);
  market->vendor_at = g_new (NephoVendorIndices, market->n_vendors);
  market->share_at = g_new (guint, (gsize) market->n_segments * market->n_vendors);

  look_up (set, global_slots, G_N_ELEMENTS (global_slots), -1, -1, &market->at);
  for (guint s = 0; s < market->n_segments; s++)
    look_up (set, segment_slots, G_N_ELEMENTS (segment_slots), -1, (int) s, &market->segment_at[s]);
  for (guint i = 0; i < market->n_vendors; i++)
    look_up (set, vendor_slots, G_N_ELEMENTS (vendor_slots), (int) i, -1, &market->vendor_at[i]);
  for (guint s = 0; s < market->n_segments; s++)
    for (guint i = 0; i < market->n_vendors; i++)
      market->share_at[s * market->n_vendors + i]
        = nepho_parameter_set_index (set, "share", (int) i, (int) s);
  allocate_state (market);

  return market;
}

/**
 * nepho_market_free:
 * @market: (transfer full) (nullable): a market
 */
void
nepho_market_free (NephoMarket *market)
{
  if (market == NULL)
    return;

  g_clear_pointer (&market->events, nepho_events_free);
  g_free (market->specs);
  g_free (market->now);
  g_free (market->storage);
  g_free (market->kept);
  g_free (market->drawn);
  g_free (market->share_at);
  g_free (market->vendor_at);
  g_free (market->segment_at);
  g_free (market);
}
