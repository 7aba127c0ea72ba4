/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-writer.h"

#include "nepho-dataset-io.h"

#define BUNDLED "bundled"

static void
write_ai_models (NephoJsonWriter *json, const char *key, const NephoDataset *dataset)
{
  nepho_json_writer_begin (json, key, '[');
  for (guint i = 0; i < dataset->ai_models->len; i++)
    {
      const NephoAiModel *model = g_ptr_array_index (dataset->ai_models, i);

      nepho_json_writer_begin_line (json, NULL, '{');
      nepho_json_writer_text (json, "id", model->id);
      nepho_json_writer_text (json, "name", model->name);
      nepho_json_writer_text (json, "organisation", model->organisation);
      nepho_json_writer_number (json, "year", model->year);
      nepho_json_writer_number_if (json, "parameters", model->parameters);
      nepho_json_writer_number_if (json, "tokens", model->tokens);
      nepho_json_writer_number_if (json, "gigabytes", model->gigabytes);
      nepho_json_writer_number_if (json, "pf_days", model->pf_days);
      nepho_json_writer_text (json, "parameters_grade", nepho_grade_id (model->parameters_grade));
      nepho_json_writer_text_if (json, "parameters_source", model->parameters_source);
      nepho_json_writer_text_if (json, "data_source", model->data_source);
      nepho_json_writer_text_if (json, "compute_source", model->compute_source);
      nepho_json_writer_end (json, '}');
    }
  nepho_json_writer_end (json, ']');
}

static void
write_accelerators (NephoJsonWriter *json, const char *key, const NephoDataset *dataset)
{
  nepho_json_writer_begin (json, key, '[');
  for (guint i = 0; i < dataset->accelerators->len; i++)
    {
      const NephoAccelerator *accelerator = g_ptr_array_index (dataset->accelerators, i);

      nepho_json_writer_begin_line (json, NULL, '{');
      nepho_json_writer_text (json, "id", accelerator->id);
      nepho_json_writer_text (json, "name", accelerator->name);
      nepho_json_writer_text (json, "manufacturer", accelerator->manufacturer);
      nepho_json_writer_number (json, "year", accelerator->year);
      nepho_json_writer_number (json, "peak_flops", accelerator->peak_flops);
      nepho_json_writer_number_if (json, "watts", accelerator->watts);
      nepho_json_writer_number_if (json, "price_usd", accelerator->price_usd);
      nepho_json_writer_text_if (json, "source", accelerator->source);
      nepho_json_writer_end (json, '}');
    }
  nepho_json_writer_end (json, ']');
}

static void
write_api_prices (NephoJsonWriter *json, const char *key, const NephoDataset *dataset)
{
  nepho_json_writer_begin (json, key, '[');
  for (guint i = 0; i < dataset->api_prices->len; i++)
    {
      const NephoApiPrice *price = g_ptr_array_index (dataset->api_prices, i);

      nepho_json_writer_begin_line (json, NULL, '{');
      nepho_json_writer_text (json, "id", price->id);
      nepho_json_writer_text (json, "model", price->model);
      nepho_json_writer_text (json, "organisation", price->organisation);
      nepho_json_writer_number (json, "year", price->year);
      nepho_json_writer_number (json, "amount", price->amount);
      nepho_json_writer_text (json, "currency", price->currency);
      nepho_json_writer_text_if (json, "source", price->source);
      nepho_json_writer_end (json, '}');
    }
  nepho_json_writer_end (json, ']');
}

typedef void (*WriteList) (NephoJsonWriter *json, const char *key, const NephoDataset *dataset);

static const struct
{
  const char *key;
  WriteList   write;
} lists[] = {
  { "ai_models", write_ai_models },
  { "accelerators", write_accelerators },
  { "api_prices", write_api_prices },
};

static char *
list_to_json (guint list, const NephoDataset *dataset)
{
  NephoJsonWriter json = { .text = g_string_new (NULL) };

  lists[list].write (&json, NULL, dataset);

  return g_string_free (json.text, FALSE);
}

/* The lists that come with the program, as they would be written; read once. */
static const char *
bundled_list (guint list)
{
  static char *texts[G_N_ELEMENTS (lists)];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
        texts[i] = dataset != NULL ? list_to_json (i, dataset) : g_strdup ("");
      g_once_init_leave (&ready, 1);
    }

  return texts[list];
}

/**
 * nepho_dataset_write_lists:
 * @json: where to
 * @dataset: a data set
 *
 * Writes AI models, accelerators and prices; of the list that comes with the program only its name.
 */
void
nepho_dataset_write_lists (NephoJsonWriter *json, const NephoDataset *dataset)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *own = list_to_json (i, dataset);

      if (g_str_equal (own, bundled_list (i)))
        nepho_json_writer_text (json, lists[i].key, BUNDLED);
      else
        lists[i].write (json, lists[i].key, dataset);
    }
}

/**
 * nepho_dataset_write_observations:
 * @json: where to
 * @dataset: a data set
 *
 * Writes published history.
 */
void
nepho_dataset_write_observations (NephoJsonWriter *json, const NephoDataset *dataset)
{
  nepho_json_writer_begin (json, "observations", '[');
  for (guint i = 0; i < dataset->observations->len; i++)
    {
      const NephoObservation *observation = g_ptr_array_index (dataset->observations, i);
      g_autofree char *first = nepho_quarter_format (observation->first);
      g_autofree char *last = nepho_quarter_format (observation->last);

      nepho_json_writer_begin_line (json, NULL, '{');
      nepho_json_writer_text (json, "series", observation->series);
      nepho_json_writer_text_if (json, "vendor", observation->vendor);
      nepho_json_writer_text_if (json, "segment", observation->segment);
      nepho_json_writer_text (json, "first", first);
      nepho_json_writer_text (json, "last", last);
      nepho_json_writer_number (json, "value", observation->value);
      nepho_json_writer_text (json, "source", observation->source);
      nepho_json_writer_end (json, '}');
    }
  nepho_json_writer_end (json, ']');
}
