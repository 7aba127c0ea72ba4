/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
read_text (NephoDatasetReader *self, JsonNode *object, const char *key)
{
  return g_strdup (nepho_json_reader_text (self->json, object, key));
}

static double
read_year (NephoDatasetReader *self, JsonNode *object)
{
  double year = nepho_json_reader_number (self->json, object, "year");

  if (year < 1900.0 || year >= 2200.0)
    nepho_json_reader_fail (self->json, nepho_json_reader_member (self->json, object, "year"),
                            _("expected a year from 1900 to 2199, found %g"), year);

  return year;
}

/**
 * nepho_dataset_reader_ai_models:
 * @self: a data set being read, its facts known
 * @list: (nullable): the section
 *
 * Reads AI models; a figure that no source gives is null or left out.
 */
void
nepho_dataset_reader_ai_models (NephoDatasetReader *self, JsonNode *list)
{
  static const char * const keys[]
    = { "id",        "name",    "organisation",     "year",              "parameters",  "tokens",
        "gigabytes", "pf_days", "parameters_grade", "parameters_source", "data_source",
        "compute_source", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint length = nepho_json_reader_length (self->json, list, NEPHO_DATASET_MAX_ROWS);

  for (guint i = 0; nepho_json_reader_next (self->json) && i < length; i++)
    {
      JsonNode *node = nepho_json_reader_element (self->json, list, i);
      NephoAiModel *model;

      if (!nepho_json_reader_enter (self->json, node, keys))
        continue;

      model = nepho_dataset_add_ai_model (self->dataset);
      model->id = nepho_dataset_reader_id (self->json, node, seen);
      model->name = read_text (self, node, "name");
      model->organisation = read_text (self, node, "organisation");
      model->year = read_year (self, node);
      model->parameters = nepho_dataset_reader_positive (self, node, "parameters");
      model->tokens = nepho_dataset_reader_positive (self, node, "tokens");
      model->gigabytes = nepho_dataset_reader_positive (self, node, "gigabytes");
      model->pf_days = nepho_dataset_reader_positive (self, node, "pf_days");
      model->parameters_grade = nepho_dataset_reader_grade (self->json, node, "parameters_grade", FALSE);
      model->parameters_source = nepho_dataset_reader_source (self, node, "parameters_source");
      model->data_source = nepho_dataset_reader_source (self, node, "data_source");
      model->compute_source = nepho_dataset_reader_source (self, node, "compute_source");
    }
}

/**
 * nepho_dataset_reader_accelerators:
 * @self: a data set being read, its facts known
 * @list: (nullable): the section
 *
 * Reads accelerators.
 */
void
nepho_dataset_reader_accelerators (NephoDatasetReader *self, JsonNode *list)
{
  static const char * const keys[] = { "id",         "name",  "manufacturer", "year",
                                       "peak_flops", "watts", "price_usd",    "source", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint length = nepho_json_reader_length (self->json, list, NEPHO_DATASET_MAX_ROWS);

  for (guint i = 0; nepho_json_reader_next (self->json) && i < length; i++)
    {
      JsonNode *node = nepho_json_reader_element (self->json, list, i);
      NephoAccelerator *accelerator;

      if (!nepho_json_reader_enter (self->json, node, keys))
        continue;

      accelerator = nepho_dataset_add_accelerator (self->dataset);
      accelerator->id = nepho_dataset_reader_id (self->json, node, seen);
      accelerator->name = read_text (self, node, "name");
      accelerator->manufacturer = read_text (self, node, "manufacturer");
      accelerator->year = read_year (self, node);
      nepho_json_reader_member (self->json, node, "peak_flops");
      accelerator->peak_flops = nepho_dataset_reader_positive (self, node, "peak_flops");
      accelerator->watts = nepho_dataset_reader_positive (self, node, "watts");
      accelerator->price_usd = nepho_dataset_reader_positive (self, node, "price_usd");
      accelerator->source = nepho_dataset_reader_source (self, node, "source");
    }
}

/**
 * nepho_dataset_reader_api_prices:
 * @self: a data set being read, its facts known
 * @list: (nullable): the section
 *
 * Reads list prices of AI models.
 */
void
nepho_dataset_reader_api_prices (NephoDatasetReader *self, JsonNode *list)
{
  static const char * const keys[]
    = { "id", "model", "organisation", "year", "amount", "currency", "source", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint length = nepho_json_reader_length (self->json, list, NEPHO_DATASET_MAX_ROWS);

  for (guint i = 0; nepho_json_reader_next (self->json) && i < length; i++)
    {
      JsonNode *node = nepho_json_reader_element (self->json, list, i);
      NephoApiPrice *price;

      if (!nepho_json_reader_enter (self->json, node, keys))
        continue;

      price = nepho_dataset_add_api_price (self->dataset);
      price->id = nepho_dataset_reader_id (self->json, node, seen);
      price->model = read_text (self, node, "model");
      price->organisation = read_text (self, node, "organisation");
      price->year = read_year (self, node);
      nepho_json_reader_member (self->json, node, "amount");
      price->amount = nepho_dataset_reader_positive (self, node, "amount");
      nepho_json_reader_member (self->json, node, "currency");
      price->currency = nepho_dataset_reader_currency (self, node);
      nepho_json_reader_member (self->json, node, "source");
      price->source = nepho_dataset_reader_source (self, node, "source");
    }
}
