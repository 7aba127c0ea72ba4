/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-writer.h"

#include "nepho-dataset-reader.h"
#include "nepho-facts-io.h"
#include "nepho-parameter.h"
#include "nepho-scenarios-io.h"

static void
write_texts (NephoJsonWriter *json, const char *key, const NephoText *text)
{
  g_autoptr (GList) languages = NULL;

  if (text == NULL)
    return;

  languages = nepho_text_languages (text);
  nepho_json_writer_begin_line (json, key, '{');
  for (GList *l = languages; l != NULL; l = l->next)
    nepho_json_writer_text (json, l->data, nepho_text_get_for (text, l->data));
  nepho_json_writer_end (json, '}');
}

static void
write_head (NephoJsonWriter *json, const NephoDataset *dataset)
{
  g_autofree char *base = nepho_quarter_format (dataset->base_quarter);

  nepho_json_writer_text (json, "format", NEPHO_DATASET_FORMAT);
  nepho_json_writer_text (json, "id", dataset->id);
  write_texts (json, "name", dataset->name);
  nepho_json_writer_text (json, "version", dataset->version);
  nepho_json_writer_text (json, "currency", dataset->currency);
  nepho_json_writer_text (json, "base_quarter", base);

  nepho_json_writer_begin (json, "exchange_rates", '[');
  for (guint i = 0; i < dataset->rates->len; i++)
    {
      const NephoExchangeRate *rate = g_ptr_array_index (dataset->rates, i);

      nepho_json_writer_begin_line (json, NULL, '{');
      nepho_json_writer_number (json, "cny_per_usd", rate->cny_per_usd);
      nepho_json_writer_text (json, "source", rate->source);
      nepho_json_writer_end (json, '}');
    }
  nepho_json_writer_end (json, ']');
}

static void
write_market (NephoJsonWriter *json, const NephoDataset *dataset)
{
  nepho_json_writer_begin (json, "segments", '[');
  for (guint s = 0; s < dataset->segments->len; s++)
    {
      const NephoSegment *segment = nepho_dataset_segment (dataset, s);

      nepho_json_writer_begin_line (json, NULL, '{');
      nepho_json_writer_text (json, "id", segment->id);
      write_texts (json, "name", segment->name);
      if (segment->colour >= 0)
        nepho_json_writer_whole (json, "colour", (guint) segment->colour);
      nepho_json_writer_end (json, '}');
    }
  nepho_json_writer_end (json, ']');

  nepho_json_writer_begin (json, "vendors", '[');
  for (guint i = 0; i < dataset->vendors->len; i++)
    {
      const NephoVendor *vendor = nepho_dataset_vendor (dataset, i);

      nepho_json_writer_begin (json, NULL, '{');
      nepho_json_writer_text (json, "id", vendor->id);
      write_texts (json, "name", vendor->name);
      write_texts (json, "model", vendor->model);
      write_texts (json, "strength", vendor->strength);
      nepho_json_writer_text_if (json, "source", vendor->source);
      if (vendor->colour >= 0)
        nepho_json_writer_whole (json, "colour", (guint) vendor->colour);
      nepho_json_writer_end (json, '}');
    }
  nepho_json_writer_end (json, ']');
}

static void
write_value (NephoJsonWriter *json, const NephoDatasetValue *value)
{
  nepho_json_writer_begin_line (json, NULL, '{');
  nepho_json_writer_text (json, "id", value->id);
  nepho_json_writer_number (json, "value", value->value);
  if (value->source != NULL)
    nepho_json_writer_text (json, "source", value->source);
  else
    nepho_json_writer_text (json, "assumption", value->reason);
  if (value->alternatives->len > 0)
    {
      nepho_json_writer_begin_line (json, "alternatives", '[');
      for (guint k = 0; k < value->alternatives->len; k++)
        {
          const NephoAlternative *alternative = g_ptr_array_index (value->alternatives, k);

          nepho_json_writer_begin_line (json, NULL, '{');
          nepho_json_writer_number (json, "value", alternative->value);
          nepho_json_writer_text (json, "source", alternative->source);
          nepho_json_writer_end (json, '}');
        }
      nepho_json_writer_end (json, ']');
    }
  nepho_json_writer_end (json, '}');
}

static void
write_scenario (NephoJsonWriter *json, const NephoScenario *scenario, const NephoParameterSet *parameters)
{
  nepho_json_writer_begin (json, NULL, '{');
  nepho_json_writer_text (json, "id", scenario->id);
  nepho_json_writer_text_if (json, "parent", scenario->parent);
  write_texts (json, "name", scenario->name);
  write_texts (json, "story", scenario->story);
  write_texts (json, "article", scenario->article);
  nepho_scenario_write_values (json, scenario, parameters);
  nepho_json_writer_end (json, '}');
}

static void
write_values (NephoJsonWriter *json, const NephoDataset *dataset)
{
  g_autoptr (NephoParameterSet) parameters = nepho_parameter_set_new ((NephoDataset *) dataset);

  nepho_json_writer_begin (json, "values", '[');
  for (guint i = 0; i < dataset->values->len; i++)
    write_value (json, g_ptr_array_index (dataset->values, i));
  nepho_json_writer_end (json, ']');

  nepho_json_writer_begin (json, "scenarios", '[');
  for (guint i = 0; i < dataset->scenarios->len; i++)
    write_scenario (json, g_ptr_array_index (dataset->scenarios, i), parameters);
  nepho_json_writer_end (json, ']');
}

static void
cite (GHashTable *cited, const char *source)
{
  if (source != NULL && *source != '\0')
    g_hash_table_add (cited, (gpointer) source);
}

static void
cite_market (GHashTable *cited, const NephoDataset *dataset)
{
  for (guint i = 0; i < dataset->vendors->len; i++)
    cite (cited, nepho_dataset_vendor (dataset, i)->source);
  for (guint i = 0; i < dataset->values->len; i++)
    {
      const NephoDatasetValue *value = g_ptr_array_index (dataset->values, i);

      cite (cited, value->source);
      for (guint k = 0; k < value->alternatives->len; k++)
        cite (cited, ((NephoAlternative *) g_ptr_array_index (value->alternatives, k))->source);
    }
}

/* Ids of the facts that a data set rests on: what it cites and what the reader edited a copy of. */
static GHashTable *
cited_facts (const NephoDataset *dataset)
{
  GHashTable *cited = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_specs;
  const NephoParameterSpec *specs = nepho_parameter_specs (&n_specs);

  cite_market (cited, dataset);
  for (guint i = 0; i < n_specs; i++)
    cite (cited, specs[i].source);
  for (guint i = 0; i < dataset->rates->len; i++)
    cite (cited, ((NephoExchangeRate *) g_ptr_array_index (dataset->rates, i))->source);
  for (guint i = 0; i < dataset->observations->len; i++)
    cite (cited, ((NephoObservation *) g_ptr_array_index (dataset->observations, i))->source);
  for (guint i = 0; i < dataset->facts->len; i++)
    cite (cited, ((NephoFact *) g_ptr_array_index (dataset->facts, i))->replaces);

  return cited;
}

static GHashTable *
bundled_facts (void)
{
  GHashTable *bundled = g_hash_table_new (NULL, NULL);
  const GPtrArray *facts = nepho_facts_bundled (NULL);

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    g_hash_table_add (bundled, g_ptr_array_index (facts, i));

  return bundled;
}

/* In a data set of its own nobody's copy is beside its original. */
static void
write_as_published (NephoJsonWriter *json, const NephoFact *fact)
{
  g_autoptr (NephoFact) copy = nepho_fact_copy (fact);

  nepho_fact_set_text (&copy->replaces, "");
  nepho_fact_write (json, copy);
}

/* The data set's own facts, and of those that come with the program what it cites: a later program may
 * have others. */
static void
write_own_facts (NephoJsonWriter *json, const NephoDataset *dataset, gboolean whole)
{
  g_autoptr (GHashTable) cited = cited_facts (dataset);
  g_autoptr (GHashTable) bundled = bundled_facts ();

  nepho_json_writer_begin (json, "facts", '[');
  for (guint i = 0; i < dataset->facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (dataset->facts, i);

      if (fact->origin == NEPHO_ORIGIN_READER && whole)
        write_as_published (json, fact);
      if (fact->origin == NEPHO_ORIGIN_READER)
        continue;
      if (!g_hash_table_contains (bundled, fact) || g_hash_table_contains (cited, fact->id))
        nepho_fact_write (json, fact);
    }
  nepho_json_writer_end (json, ']');
}

/**
 * nepho_dataset_write_facts:
 * @json: where to
 * @key: the key of the list
 * @dataset: a data set
 *
 * Writes the reader's facts: entered, imported, and edited copies with the id of what they replace.
 */
void
nepho_dataset_write_facts (NephoJsonWriter *json, const char *key, const NephoDataset *dataset)
{
  nepho_json_writer_begin (json, key, '[');
  for (guint i = 0; i < dataset->facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (dataset->facts, i);

      if (fact->origin == NEPHO_ORIGIN_READER)
        nepho_fact_write (json, fact);
    }
  nepho_json_writer_end (json, ']');
}

/**
 * nepho_dataset_write:
 * @json: where to
 * @key: (nullable): its key
 * @dataset: a data set
 * @whole: whether the reader's facts are to stand among its own; a document keeps them apart
 *
 * Writes a data set as docs/data-format.md describes it, with every fact that it cites. The same data set
 * gives the same text.
 */
void
nepho_dataset_write (NephoJsonWriter *json, const char *key, const NephoDataset *dataset, gboolean whole)
{
  nepho_json_writer_begin (json, key, '{');
  write_head (json, dataset);
  write_market (json, dataset);
  write_values (json, dataset);
  nepho_dataset_write_lists (json, dataset);
  nepho_dataset_write_observations (json, dataset);
  write_own_facts (json, dataset, whole);
  nepho_json_writer_end (json, '}');
}
