/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-io.h"

#include <math.h>

#include "nepho-corpus.h"
#include "nepho-document-error.h"

static gboolean
parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_parse (data, length, name, error);

  return dataset != NULL;
}

static char *
corpus_path (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "datasets", name, NULL);
}

static NephoDataset *
load (const char *name)
{
  GError *error = NULL;
  NephoDataset *dataset = nepho_dataset_load (name, &error);

  g_assert_no_error (error);

  return dataset;
}

static void
test_corpus (void)
{
  nepho_corpus_run ("datasets", parse);
}

static void
test_cut (void)
{
  g_autofree char *path = corpus_path ("y_complete.json");
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  nepho_corpus_cut (data, length, 1, parse);
}

static void
test_spoil (void)
{
  g_autofree char *path = corpus_path ("y_complete.json");
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  nepho_corpus_spoil (data, length, 3000, parse);
}

/* Everything of a file arrives in its place. */
static void
test_content (void)
{
  g_autofree char *path = corpus_path ("y_complete.json");
  g_autoptr (NephoDataset) dataset = load (path);
  const NephoScenario *war = nepho_dataset_find_scenario (dataset, "war");
  const NephoFact *fact = nepho_dataset_find_fact (dataset, "f-1");
  const NephoDatasetValue *value = g_ptr_array_index (dataset->values, 1);
  const NephoAiModel *model = g_ptr_array_index (dataset->ai_models, 0);
  const NephoAccelerator *accelerator = g_ptr_array_index (dataset->accelerators, 0);
  const NephoObservation *observation = g_ptr_array_index (dataset->observations, 0);

  g_assert_cmpstr (dataset->id, ==, "two");
  g_assert_cmpstr (dataset->version, ==, "1");
  g_assert_cmpint (dataset->base_quarter, ==, 2022 * 4 + 1);
  g_assert_cmpstr (nepho_text_get_for (dataset->name, "zh_CN"), ==, "两家厂商");
  g_assert_cmpuint (dataset->vendors->len, ==, 2);
  g_assert_cmpstr (nepho_text_get_for (nepho_dataset_vendor (dataset, 0)->model, "en"), ==, "A-1");
  g_assert_cmpstr (nepho_dataset_vendor (dataset, 0)->source, ==, "f-1");
  g_assert_null (nepho_dataset_vendor (dataset, 1)->model);
  g_assert_null (nepho_dataset_vendor (dataset, 1)->source);

  g_assert_cmpstr (value->id, ==, "vendor.alpha.share.iaas");
  g_assert_cmpfloat (value->value, ==, 0.6);
  g_assert_cmpstr (value->source, ==, "f-1");
  g_assert_null (value->reason);

  g_assert_cmpfloat (*(double *) g_hash_table_lookup (war->values, "price.war.intensity"), ==, 0.3);
  g_assert_cmpstr (nepho_text_get_for (war->article, "en"), ==, "A price war");

  g_assert_cmpfloat (model->parameters, ==, 175e9);
  g_assert_true (isnan (model->tokens));
  g_assert_true (isnan (model->gigabytes));
  g_assert_cmpfloat (model->pf_days, ==, 3640.0);
  g_assert_cmpint (model->parameters_grade, ==, NEPHO_GRADE_RUMOURED);
  g_assert_cmpstr (model->compute_source, ==, "f-1");
  g_assert_cmpfloat (accelerator->peak_flops, ==, 312e12);
  g_assert_true (isnan (accelerator->price_usd));
  g_assert_cmpstr (observation->vendor, ==, "alpha");
  g_assert_cmpint (observation->last - observation->first, ==, 1);
  g_assert_cmpint (fact->row, ==, 4);
  g_assert_cmpstr (fact->quote, ==, "Alpha has 60 %");
}

/* A data set with many vendors or segments, written as text. */
static char *
many (guint n_vendors, guint n_segments)
{
  g_autoptr (GString) json =
      g_string_new ("{\"format\": \"nephoscope-dataset/1\", \"id\": \"many\", \"version\": \"1\", "
                    "\"name\": {\"en\": \"Many\"}, \"base_quarter\": \"2022Q2\", \"segments\": [");

  for (guint s = 0; s < n_segments; s++)
    g_string_append_printf (json, "%s{\"id\": \"s%u\", \"name\": {\"en\": \"S\"}}",
                            s > 0 ? ", " : "", s);
  g_string_append (json, "], \"vendors\": [");
  for (guint i = 0; i < n_vendors; i++)
    g_string_append_printf (json, "%s{\"id\": \"v%u\", \"name\": {\"en\": \"V\"}}",
                            i > 0 ? ", " : "", i);
  g_string_append (json, "], \"values\": [");
  for (guint i = 0; i < n_vendors; i++)
    for (guint s = 0; s < n_segments; s++)
      g_string_append_printf (
          json, "%s{\"id\": \"vendor.v%u.share.s%u\", \"value\": %u, \"assumption\": \"x\"}",
          i + s > 0 ? ", " : "", i, s, i == 0 ? 1u : 0u);
  g_string_append (json, "]}");

  return g_string_free (g_steal_pointer (&json), FALSE);
}

static void
test_limits (void)
{
  static const struct
  {
    guint n_vendors;
    guint n_segments;
    const char *message;
  } cases[] = {
    { 64, 16, NULL },
    { 65, 1, "many.json, line 1, vendors: expected at most 64 elements, found 65" },
    { 1, 17, "many.json, line 1, segments: expected at most 16 elements, found 17" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = many (cases[i].n_vendors, cases[i].n_segments);
      g_autoptr (GError) error = NULL;

      g_assert_true (parse (json, strlen (json), "many.json", &error)
                     == (cases[i].message == NULL));
      if (cases[i].message != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_missing (void)
{
  static const struct
  {
    const char *name;
    const char *message;
  } cases[] = {
    { "chian", "There is no data set “chian”; expected one of china, global, or the path of a file" },
    { "nowhere/set.json", "Cannot read nowhere/set.json: there is no such file" },
    { "/", "Cannot read /: it is a folder; expected a file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nepho_dataset_load (cases[i].name, &error));
      g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_READ);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* Faults of one section do not hide those of another, and none follows from another. */
static void
test_all_faults (void)
{
  static const char *const places[] = { "line 5, version: ",           "line 18, facts[0].value: ",
                                        "line 12, values[1].value: ",  "line 15, scenarios[0].values.nothing: ",
                                        "line 16, observations[0].source: " };
  static const char *const json
    = "{\n\"format\": \"nephoscope-dataset/1\",\n\"id\": \"two\",\n\"name\": {\"en\": \"Two\"},\n\"version\": 1,\n"
      "\"base_quarter\": \"2022Q2\",\n\"segments\": [{\"id\": \"iaas\", \"name\": {\"en\": \"IaaS\"}}],\n"
      "\"vendors\": [{\"id\": \"alpha\", \"name\": {\"en\": \"Alpha\"}},\n{\"id\": \"beta\", \"name\": {\"en\": \"Beta\"}}],\n"
      "\"values\": [\n{\"id\": \"vendor.alpha.share.iaas\", \"value\": 0.6, \"source\": \"x\"},\n"
      "{\"id\": \"vendor.beta.share.iaas\", \"value\": 4, \"assumption\": \"a\"}],\n"
      "\"scenarios\": [\n{\"id\": \"s\", \"name\": {\"en\": \"S\"}, \"story\": {\"en\": \"S\"},\n\"values\": {\"nothing\": 1}}],\n"
      "\"observations\": [{\"series\": \"size\", \"first\": \"2022Q1\", \"last\": \"2022Q1\", \"value\": 1, \"source\": \"y\"}],\n"
      "\"facts\": [\n{\"id\": \"x\", \"subject\": \"S\", \"measure\": \"m\", \"value\": \"1\", \"unit\": \"%\", "
      "\"grade\": \"reported\", \"publisher\": \"P\", \"title\": \"T\"}]}";
  g_autoptr (GError) error = NULL;
  const GPtrArray *faults;

  g_assert_null (nepho_dataset_parse (json, strlen (json), "d.json", &error));
  faults = nepho_document_error_faults (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < faults->len; i++)
    g_assert_true (g_str_has_prefix ((const char *) g_ptr_array_index (faults, i) + strlen ("d.json, "), places[i]));
}

static void
test_bundled (void)
{
  for (const char * const *name = nepho_dataset_names (); *name != NULL; name++)
    {
      g_autoptr (NephoDataset) dataset = load (*name);

      g_assert_cmpstr (dataset->id, ==, *name);
      g_assert_nonnull (nepho_dataset_find_scenario (dataset, "as-reported"));
    }

  g_assert_true (g_strv_contains (nepho_dataset_names (), NEPHO_DEFAULT_DATASET));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/dataset-io/corpus", test_corpus);
  g_test_add_func ("/document/dataset-io/cut", test_cut);
  g_test_add_func ("/document/dataset-io/spoil", test_spoil);
  g_test_add_func ("/document/dataset-io/content", test_content);
  g_test_add_func ("/document/dataset-io/limits", test_limits);
  g_test_add_func ("/document/dataset-io/missing", test_missing);
  g_test_add_func ("/document/dataset-io/all-faults", test_all_faults);
  g_test_add_func ("/document/dataset-io/bundled", test_bundled);

  return g_test_run ();
}
