/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-copy.h"

static void
take_text (NephoText **to, const NephoText *from)
{
  nepho_text_free (*to);
  *to = from != NULL ? nepho_text_copy (from) : NULL;
}

static void
copy_market (NephoDataset *copy, const NephoDataset *dataset)
{
  for (guint i = 0; i < dataset->vendors->len; i++)
    {
      const NephoVendor *from = nepho_dataset_vendor (dataset, i);
      NephoVendor *to = nepho_dataset_add_vendor (copy, from->id);

      take_text (&to->name, from->name);
      take_text (&to->model, from->model);
      take_text (&to->strength, from->strength);
      to->source = g_strdup (from->source);
      to->colour = from->colour;
    }

  for (guint s = 0; s < dataset->segments->len; s++)
    {
      const NephoSegment *from = nepho_dataset_segment (dataset, s);

      NephoSegment *to = nepho_dataset_add_segment (copy, from->id);

      take_text (&to->name, from->name);
      to->colour = from->colour;
    }
}

static void
copy_values (NephoDataset *copy, const NephoDataset *dataset)
{
  for (guint i = 0; i < dataset->values->len; i++)
    {
      const NephoDatasetValue *from = g_ptr_array_index (dataset->values, i);
      NephoDatasetValue *to = nepho_dataset_add_value (copy, from->id, from->value, from->source, from->reason);

      for (guint k = 0; k < from->alternatives->len; k++)
        {
          const NephoAlternative *alternative = g_ptr_array_index (from->alternatives, k);

          nepho_dataset_value_add_alternative (to, alternative->value, alternative->source);
        }
    }
}

static void
copy_scenarios (NephoDataset *copy, const NephoDataset *dataset)
{
  for (guint i = 0; i < dataset->scenarios->len; i++)
    g_ptr_array_add (copy->scenarios, nepho_scenario_copy (g_ptr_array_index (dataset->scenarios, i)));
}

static void
copy_ai_models (NephoDataset *copy, const NephoDataset *dataset)
{
  for (guint i = 0; i < dataset->ai_models->len; i++)
    {
      const NephoAiModel *from = g_ptr_array_index (dataset->ai_models, i);
      NephoAiModel *to = nepho_dataset_add_ai_model (copy);

      *to = *from;
      to->id = g_strdup (from->id);
      to->name = g_strdup (from->name);
      to->organisation = g_strdup (from->organisation);
      to->parameters_source = g_strdup (from->parameters_source);
      to->data_source = g_strdup (from->data_source);
      to->compute_source = g_strdup (from->compute_source);
    }
}

static void
copy_hardware (NephoDataset *copy, const NephoDataset *dataset)
{
  for (guint i = 0; i < dataset->accelerators->len; i++)
    {
      const NephoAccelerator *from = g_ptr_array_index (dataset->accelerators, i);
      NephoAccelerator *to = nepho_dataset_add_accelerator (copy);

      *to = *from;
      to->id = g_strdup (from->id);
      to->name = g_strdup (from->name);
      to->manufacturer = g_strdup (from->manufacturer);
      to->source = g_strdup (from->source);
    }

  for (guint i = 0; i < dataset->api_prices->len; i++)
    {
      const NephoApiPrice *from = g_ptr_array_index (dataset->api_prices, i);
      NephoApiPrice *to = nepho_dataset_add_api_price (copy);

      *to = *from;
      to->id = g_strdup (from->id);
      to->model = g_strdup (from->model);
      to->organisation = g_strdup (from->organisation);
      to->currency = g_strdup (from->currency);
      to->source = g_strdup (from->source);
    }
}

static void
copy_evidence (NephoDataset *copy, const NephoDataset *dataset)
{
  for (guint i = 0; i < dataset->facts->len; i++)
    nepho_dataset_take_fact (copy, nepho_fact_ref (g_ptr_array_index (dataset->facts, i)));

  for (guint i = 0; i < dataset->rates->len; i++)
    {
      const NephoExchangeRate *from = g_ptr_array_index (dataset->rates, i);

      nepho_dataset_add_rate (copy, from->cny_per_usd, from->source);
    }

  for (guint i = 0; i < dataset->observations->len; i++)
    {
      const NephoObservation *from = g_ptr_array_index (dataset->observations, i);
      NephoObservation *to = nepho_dataset_add_observation (copy);

      *to = *from;
      to->series = g_strdup (from->series);
      to->vendor = g_strdup (from->vendor);
      to->segment = g_strdup (from->segment);
      to->source = g_strdup (from->source);
    }
}

/**
 * nepho_dataset_copy:
 * @dataset: a data set
 *
 * Copies a data set, so that the copy can be changed before it is shared. Facts, of which there may be
 * a hundred thousand, are held by both: a fact of a data set never changes.
 *
 * Returns: (transfer full): its like
 */
NephoDataset *
nepho_dataset_copy (const NephoDataset *dataset)
{
  NephoDataset *copy = nepho_dataset_new ();

  nepho_fact_set_text (&copy->id, dataset->id);
  take_text (&copy->name, dataset->name);
  nepho_fact_set_text (&copy->version, dataset->version);
  nepho_fact_set_text (&copy->currency, dataset->currency);
  copy->base_quarter = dataset->base_quarter;
  copy_market (copy, dataset);
  copy_values (copy, dataset);
  copy_scenarios (copy, dataset);
  copy_ai_models (copy, dataset);
  copy_hardware (copy, dataset);
  copy_evidence (copy, dataset);

  return copy;
}
