/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-model-error.h"

#define N_SEGMENTS_BACKWARDS 4

/* Published shares are rounded to a tenth of a per cent; a file that means one writes them so that
 * they add up. What remains is binary rounding. */
#define SHARE_SUM_TOLERANCE 1e-6

static void
vendor_free (gpointer data)
{
  NephoVendor *vendor = data;

  g_free (vendor->id);
  nepho_text_free (vendor->name);
  nepho_text_free (vendor->model);
  nepho_text_free (vendor->strength);
  g_free (vendor->source);
  g_free (vendor);
}

static void
segment_free (gpointer data)
{
  NephoSegment *segment = data;

  g_free (segment->id);
  nepho_text_free (segment->name);
  g_free (segment);
}

static void
alternative_free (gpointer data)
{
  NephoAlternative *alternative = data;

  g_free (alternative->source);
  g_free (alternative);
}

static void
rate_free (gpointer data)
{
  NephoExchangeRate *rate = data;

  g_free (rate->source);
  g_free (rate);
}

static void
value_free (gpointer data)
{
  NephoDatasetValue *value = data;

  g_free (value->id);
  g_free (value->source);
  g_free (value->reason);
  g_ptr_array_unref (value->alternatives);
  g_free (value);
}

static void
ai_model_free (gpointer data)
{
  NephoAiModel *model = data;

  g_free (model->id);
  g_free (model->name);
  g_free (model->organisation);
  g_free (model->parameters_source);
  g_free (model->data_source);
  g_free (model->compute_source);
  g_free (model);
}

static void
accelerator_free (gpointer data)
{
  NephoAccelerator *accelerator = data;

  g_free (accelerator->id);
  g_free (accelerator->name);
  g_free (accelerator->manufacturer);
  g_free (accelerator->source);
  g_free (accelerator);
}

static void
api_price_free (gpointer data)
{
  NephoApiPrice *price = data;

  g_free (price->id);
  g_free (price->model);
  g_free (price->organisation);
  g_free (price->currency);
  g_free (price->source);
  g_free (price);
}

static void
observation_free (gpointer data)
{
  NephoObservation *observation = data;

  g_free (observation->series);
  g_free (observation->vendor);
  g_free (observation->segment);
  g_free (observation->source);
  g_free (observation);
}

static void
dataset_clear (gpointer data)
{
  NephoDataset *dataset = data;

  g_free (dataset->id);
  nepho_text_free (dataset->name);
  g_free (dataset->version);
  g_free (dataset->currency);
  g_ptr_array_unref (dataset->vendors);
  g_ptr_array_unref (dataset->segments);
  g_ptr_array_unref (dataset->values);
  g_ptr_array_unref (dataset->facts);
  g_clear_pointer (&dataset->fact_places, g_hash_table_unref);
  g_ptr_array_unref (dataset->scenarios);
  g_ptr_array_unref (dataset->ai_models);
  g_ptr_array_unref (dataset->accelerators);
  g_ptr_array_unref (dataset->api_prices);
  g_ptr_array_unref (dataset->observations);
  g_ptr_array_unref (dataset->rates);
}

/**
 * nepho_dataset_new:
 *
 * Returns: (transfer full): an empty data set, to be filled and then shared unchanged
 */
NephoDataset *
nepho_dataset_new (void)
{
  NephoDataset *dataset = g_rc_box_new0 (NephoDataset);

  dataset->id = g_strdup ("");
  dataset->name = nepho_text_new ();
  dataset->version = g_strdup ("");
  dataset->currency = g_strdup ("CNY");
  dataset->vendors = g_ptr_array_new_with_free_func (vendor_free);
  dataset->segments = g_ptr_array_new_with_free_func (segment_free);
  dataset->values = g_ptr_array_new_with_free_func (value_free);
  dataset->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_fact_free);
  dataset->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_scenario_unref);
  dataset->ai_models = g_ptr_array_new_with_free_func (ai_model_free);
  dataset->accelerators = g_ptr_array_new_with_free_func (accelerator_free);
  dataset->api_prices = g_ptr_array_new_with_free_func (api_price_free);
  dataset->observations = g_ptr_array_new_with_free_func (observation_free);
  dataset->rates = g_ptr_array_new_with_free_func (rate_free);

  return dataset;
}

NephoDataset *
nepho_dataset_ref (NephoDataset *dataset)
{
  return g_rc_box_acquire (dataset);
}

void
nepho_dataset_unref (NephoDataset *dataset)
{
  g_rc_box_release_full (dataset, dataset_clear);
}

/**
 * nepho_dataset_add_vendor:
 * @dataset: a data set
 * @id: its id: lower-case letters, digits and dashes
 *
 * Returns: (transfer none): the vendor, its name empty
 */
NephoVendor *
nepho_dataset_add_vendor (NephoDataset *dataset, const char *id)
{
  NephoVendor *vendor = g_new0 (NephoVendor, 1);

  vendor->id = g_strdup (id);
  vendor->name = nepho_text_new ();
  vendor->colour = -1;
  g_ptr_array_add (dataset->vendors, vendor);

  return vendor;
}

/**
 * nepho_dataset_add_segment:
 * @dataset: a data set
 * @id: its id: lower-case letters, digits and dashes
 *
 * Returns: (transfer none): the segment, its name empty
 */
NephoSegment *
nepho_dataset_add_segment (NephoDataset *dataset, const char *id)
{
  NephoSegment *segment = g_new0 (NephoSegment, 1);

  segment->id = g_strdup (id);
  segment->name = nepho_text_new ();
  segment->colour = -1;
  g_ptr_array_add (dataset->segments, segment);

  return segment;
}

/**
 * nepho_dataset_segment_colour:
 * @dataset: a data set
 * @index: of a segment
 *
 * Vendors take the palette from its front. Segments begin at its fourth place and go backwards, so that the first
 * segment does not look like the first vendor.
 *
 * Returns: its place in the palette, from 0: its own, or by its place in the list
 */
int
nepho_dataset_segment_colour (const NephoDataset *dataset, guint index)
{
  int colour = nepho_dataset_segment (dataset, index)->colour;

  if (colour >= 0)
    return colour;

  return index < N_SEGMENTS_BACKWARDS ? N_SEGMENTS_BACKWARDS - 1 - (int) index : (int) index;
}

/**
 * nepho_dataset_add_scenario:
 * @dataset: a data set
 * @id: its id
 *
 * Returns: (transfer none): the scenario, without values, to be filled
 */
NephoScenario *
nepho_dataset_add_scenario (NephoDataset *dataset, const char *id)
{
  NephoScenario *scenario = nepho_scenario_new (NEPHO_SCENARIO_BUILT_IN, id);

  g_ptr_array_add (dataset->scenarios, scenario);

  return scenario;
}

/**
 * nepho_dataset_add_value:
 * @dataset: a data set
 * @id: full id of a parameter
 * @value: its value, in the parameter's unit
 * @source: (nullable): id of the fact it is from
 * @reason: (nullable): why it is assumed, where there is no source
 *
 * Returns: (transfer none): the entry, without alternatives
 */
NephoDatasetValue *
nepho_dataset_add_value (NephoDataset *dataset,
                         const char *id,
                         double value,
                         const char *source,
                         const char *reason)
{
  NephoDatasetValue *entry = g_new0 (NephoDatasetValue, 1);

  entry->id = g_strdup (id);
  entry->value = value;
  entry->source = g_strdup (source);
  entry->reason = g_strdup (reason);
  entry->alternatives = g_ptr_array_new_with_free_func (alternative_free);
  g_ptr_array_add (dataset->values, entry);

  return entry;
}

/**
 * nepho_dataset_value_add_alternative:
 * @entry: a value of a data set
 * @value: what another publisher says, in the parameter's unit
 * @source: id of that publisher's fact
 */
void
nepho_dataset_value_add_alternative (NephoDatasetValue *entry, double value, const char *source)
{
  NephoAlternative *alternative = g_new0 (NephoAlternative, 1);

  alternative->value = value;
  alternative->source = g_strdup (source);
  g_ptr_array_add (entry->alternatives, alternative);
}

/**
 * nepho_dataset_add_rate:
 * @dataset: a data set
 * @cny_per_usd: yuan a US dollar, above 0
 * @source: id of the fact that says so
 *
 * Adds a rate of exchange; the first is the one used where the reader chose none.
 */
void
nepho_dataset_add_rate (NephoDataset *dataset, double cny_per_usd, const char *source)
{
  NephoExchangeRate *rate = g_new0 (NephoExchangeRate, 1);

  rate->cny_per_usd = cny_per_usd;
  rate->source = g_strdup (source);
  g_ptr_array_add (dataset->rates, rate);
}

/**
 * nepho_dataset_add_ai_model:
 * @dataset: a data set
 *
 * Returns: (transfer none): a model with every figure unknown
 */
NephoAiModel *
nepho_dataset_add_ai_model (NephoDataset *dataset)
{
  NephoAiModel *model = g_new0 (NephoAiModel, 1);

  model->parameters = NAN;
  model->tokens = NAN;
  model->gigabytes = NAN;
  model->pf_days = NAN;
  g_ptr_array_add (dataset->ai_models, model);

  return model;
}

/**
 * nepho_dataset_add_accelerator:
 * @dataset: a data set
 *
 * Returns: (transfer none): an accelerator with every figure unknown
 */
NephoAccelerator *
nepho_dataset_add_accelerator (NephoDataset *dataset)
{
  NephoAccelerator *accelerator = g_new0 (NephoAccelerator, 1);

  accelerator->peak_flops = NAN;
  accelerator->watts = NAN;
  accelerator->price_usd = NAN;
  g_ptr_array_add (dataset->accelerators, accelerator);

  return accelerator;
}

/**
 * nepho_dataset_add_api_price:
 * @dataset: a data set
 *
 * Returns: (transfer none): a price without figures
 */
NephoApiPrice *
nepho_dataset_add_api_price (NephoDataset *dataset)
{
  NephoApiPrice *price = g_new0 (NephoApiPrice, 1);

  g_ptr_array_add (dataset->api_prices, price);

  return price;
}

/**
 * nepho_dataset_add_observation:
 * @dataset: a data set
 *
 * Returns: (transfer none): an observation of nothing yet
 */
NephoObservation *
nepho_dataset_add_observation (NephoDataset *dataset)
{
  NephoObservation *observation = g_new0 (NephoObservation, 1);

  observation->value = NAN;
  g_ptr_array_add (dataset->observations, observation);

  return observation;
}

/**
 * nepho_dataset_take_fact:
 * @dataset: a data set
 * @fact: (transfer full): a fact
 */
void
nepho_dataset_take_fact (NephoDataset *dataset, NephoFact *fact)
{
  g_ptr_array_add (dataset->facts, fact);
}

/**
 * nepho_dataset_is_edited:
 * @dataset: a data set
 *
 * Returns: whether a reader changed it since it was published
 */
gboolean
nepho_dataset_is_edited (const NephoDataset *dataset)
{
  return g_str_has_suffix (dataset->version, NEPHO_DATASET_EDITED);
}

/**
 * nepho_dataset_vendor:
 * @dataset: a data set
 * @index: less than the number of vendors
 *
 * Returns: (transfer none): that vendor
 */
const NephoVendor *
nepho_dataset_vendor (const NephoDataset *dataset, guint index)
{
  return g_ptr_array_index (dataset->vendors, index);
}

/**
 * nepho_dataset_segment:
 * @dataset: a data set
 * @index: less than the number of segments
 *
 * Returns: (transfer none): that segment
 */
const NephoSegment *
nepho_dataset_segment (const NephoDataset *dataset, guint index)
{
  return g_ptr_array_index (dataset->segments, index);
}

static void
index_facts (NephoDataset *dataset)
{
  g_clear_pointer (&dataset->fact_places, g_hash_table_unref);
  dataset->fact_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < dataset->facts->len; i++)
    g_hash_table_insert (dataset->fact_places, g_strdup (((NephoFact *) g_ptr_array_index (dataset->facts, i))->id),
                         GUINT_TO_POINTER (i));
}

static const NephoFact *
fact_if_named (const NephoDataset *dataset, guint place, const char *id)
{
  const NephoFact *fact = place < dataset->facts->len ? g_ptr_array_index (dataset->facts, place) : NULL;

  return fact != NULL && g_str_equal (fact->id, id) ? fact : NULL;
}

/**
 * nepho_dataset_find_fact:
 * @dataset: a data set
 * @id: (nullable): id of a fact
 *
 * Returns: (transfer none) (nullable): that fact
 */
const NephoFact *
nepho_dataset_find_fact (const NephoDataset *dataset, const char *id)
{
  const NephoFact *fact = NULL;
  gpointer place;

  if (id == NULL)
    return NULL;

  /* The places are no part of what the data set says, and may be out of date where facts were edited. */
  if (dataset->fact_places == NULL)
    index_facts ((NephoDataset *) dataset);
  if (g_hash_table_lookup_extended (dataset->fact_places, id, NULL, &place))
    fact = fact_if_named (dataset, GPOINTER_TO_UINT (place), id);
  for (guint i = 0; fact == NULL && i < dataset->facts->len; i++)
    fact = fact_if_named (dataset, i, id);

  return fact;
}

/**
 * nepho_dataset_find_scenario:
 * @dataset: a data set
 * @id: id of a scenario
 *
 * Returns: (transfer none) (nullable): that scenario
 */
const NephoScenario *
nepho_dataset_find_scenario (const NephoDataset *dataset, const char *id)
{
  for (guint i = 0; i < dataset->scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (dataset->scenarios, i);

      if (g_str_equal (scenario->id, id))
        return scenario;
    }

  return NULL;
}

/* Sum of the shares that the data set gives for a segment; NAN where it gives none. */
static double
share_sum (const NephoDataset *dataset, const NephoSegment *segment)
{
  g_autofree char *suffix = g_strconcat (".share.", segment->id, NULL);
  double sum = NAN;

  for (guint i = 0; i < dataset->values->len; i++)
    {
      const NephoDatasetValue *value = g_ptr_array_index (dataset->values, i);

      if (g_str_has_prefix (value->id, "vendor.") && g_str_has_suffix (value->id, suffix))
        sum = (isnan (sum) ? 0.0 : sum) + value->value;
    }

  return sum;
}

/**
 * nepho_dataset_check:
 * @dataset: a data set
 * @error: return location for an error
 *
 * Looks for what no single value shows: shares that do not add up.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_DATA or %NEPHO_MODEL_ERROR_SHARES
 */
gboolean
nepho_dataset_check (const NephoDataset *dataset, GError **error)
{
  if (dataset->vendors->len == 0 || dataset->segments->len == 0)
    {
      g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                           _("A data set needs at least one vendor and one segment"));
      return FALSE;
    }

  for (guint s = 0; s < dataset->segments->len; s++)
    {
      const NephoSegment *segment = nepho_dataset_segment (dataset, s);
      double sum = share_sum (dataset, segment);
      g_autofree char *shown = NULL;

      if (fabs (sum - 1.0) <= SHARE_SUM_TOLERANCE)
        continue;

      shown = isnan (sum) ? g_strdup (_("none")) : g_strdup_printf ("%.10g %%", 100.0 * sum);
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES,
                   _("The vendors’ shares of segment “%s” sum to %s; expected 100 %%"), segment->id,
                   shown);
      return FALSE;
    }

  return TRUE;
}
