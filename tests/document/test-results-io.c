/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-results-io.h"

#include "nepho-json-reader.h"
#include "nepho-market.h"
#include "nepho-sample.h"

/* Two quarters, one vendor, two segments, every series filled with its own numbers: series k holds
 * k + 0.5, then counts up. */
static void
fill (NephoResults *results)
{
  guint n_series;
  const NephoSeriesSpec *series = nepho_results_series (&n_series);

  for (guint k = 0; k < n_series; k++)
    {
      static const guint lengths[] = { 2, 4, 2, 4 };
      double *values = nepho_results_values (results, &series[k]);

      for (guint i = 0; i < lengths[series[k].shape]; i++)
        values[i] = k + 0.5 + i;
    }
}

static void
test_text (void)
{
  static const char head[] = "{\n"
                             "  \"dataset\": \"sample\",\n"
                             "  \"scenario\": \"war\",\n"
                             "  \"base_quarter\": \"2022Q4\",\n"
                             "  \"quarters\": [\"2022Q4\", \"2023Q1\"],\n"
                             "  \"vendors\": [\"a\"],\n"
                             "  \"segments\": [\"x\", \"y\"],\n"
                             "  \"series\": {\n"
                             "    \"adoption\": [0.5, 1.5],\n"
                             "    \"market\": [\n"
                             "      [1.5, 2.5],\n"
                             "      [3.5, 4.5]\n"
                             "    ],\n"
                             "    \"unit_cost\": [\n"
                             "      [2.5, 3.5],\n"
                             "      [4.5, 5.5]\n"
                             "    ],\n"
                             "    \"share\": [\n"
                             "      [[3.5, 4.5]],\n"
                             "      [[5.5, 6.5]]\n"
                             "    ],\n";
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (1, 2);
  g_autoptr (NephoResults) results = nepho_results_new ();
  g_autofree char *json = NULL;
  g_autofree char *start = NULL;

  g_free (dataset->id);
  dataset->id = g_strdup ("sample");
  dataset->base_quarter = 2022 * 4 + 3;
  nepho_results_reserve (results, 2, 1, 2);
  fill (results);
  json = nepho_results_to_json (dataset, "war", results);
  start = g_strndup (json, strlen (head));

  g_assert_cmpstr (start, ==, head);
  g_assert_true (g_str_has_suffix (json, "\n    ]\n  }\n}\n"));
}

/* Number of a series at a quarter, vendor and segment, read back. */
static double
read_back (NephoJsonReader *reader, JsonNode *series, guint t, int i, int s)
{
  JsonNode *node = nepho_json_reader_element (reader, series, t);

  if (i >= 0)
    node = nepho_json_reader_element (reader, node, (guint) i);
  if (s >= 0)
    node = nepho_json_reader_element (reader, node, (guint) s);

  return nepho_json_reader_as_number (reader, node);
}

static void
compare_series (NephoJsonReader *reader,
                JsonNode *all,
                const NephoResults *results,
                const NephoSeriesSpec *spec)
{
  JsonNode *series = nepho_json_reader_member (reader, all, spec->id);
  const double *values = nepho_results_values (results, spec);
  gboolean by_vendor = spec->shape == NEPHO_SHAPE_TI || spec->shape == NEPHO_SHAPE_TIS;
  gboolean by_segment = spec->shape == NEPHO_SHAPE_TS || spec->shape == NEPHO_SHAPE_TIS;
  gsize k = 0;

  g_assert_cmpuint (nepho_json_reader_length (reader, series, 1000), ==, results->n_quarters);
  for (guint t = 0; t < results->n_quarters; t++)
    for (guint i = 0; i < (by_vendor ? results->n_vendors : 1); i++)
      for (guint s = 0; s < (by_segment ? results->n_segments : 1); s++)
        g_assert_cmpfloat (
            read_back (reader, series, t, by_vendor ? (int) i : -1, by_segment ? (int) s : -1), ==,
            values[k++]);
}

/* A run with drawn values, written and read back, is the same to the last bit. */
static void
test_round_trip (void)
{
  static const char * const required[] = { "adoption",
                                          "market",
                                          "unit_cost",
                                          "share",
                                          "customers",
                                          "price",
                                          "revenue",
                                          "gross_margin",
                                          "gross_profit",
                                          "training",
                                          "inference",
                                          "inference_pflops",
                                          "ebita",
                                          "revenue_before_elimination",
                                          NULL };
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (5, 3);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autoptr (GRand) random = g_rand_new_with_seed (34);
  g_autoptr (NephoMarket) market = nepho_market_new (set);
  g_autoptr (NephoResults) results = nepho_results_new ();
  g_autoptr (NephoJsonReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  guint n_series;
  const NephoSeriesSpec *series = nepho_results_series (&n_series);
  JsonNode *all;

  nepho_sample_randomise (set, random, values);
  nepho_market_run (market, values, 20, results);
  json = nepho_results_to_json (dataset, "", results);
  reader = nepho_json_reader_new_for_data (json, strlen (json), "run", &error);
  g_assert_no_error (error);

  all = nepho_json_reader_member (reader, nepho_json_reader_root (reader), "series");
  g_assert_true (nepho_json_reader_enter (reader, all, required));
  for (guint k = 0; required[k] != NULL; k++)
    g_assert_nonnull (nepho_json_reader_member (reader, all, required[k]));
  for (guint k = 0; k < n_series; k++)
    if (g_strv_contains (required, series[k].id))
      compare_series (reader, all, results, &series[k]);
  g_assert_true (nepho_json_reader_finish (reader, &error));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/results-io/text", test_text);
  g_test_add_func ("/document/results-io/round-trip", test_round_trip);

  return g_test_run ();
}
