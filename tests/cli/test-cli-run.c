/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <glib/gstdio.h>
#include <string.h>

#include "nepho-dataset-io.h"
#include "nepho-market.h"
#include "nepho-scenario-values.h"

static char *folder;

static JsonArray *
array_of (JsonNode *node)
{
  g_assert_true (JSON_NODE_HOLDS_ARRAY (node));

  return json_node_get_array (node);
}

/* The numbers of a series in their order, whatever its depth. */
static void
flatten (JsonNode *node, GArray *numbers)
{
  double number;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint k = 0; k < json_array_get_length (array_of (node)); k++)
        flatten (json_array_get_element (array_of (node), k), numbers);
      return;
    }

  number = json_node_get_double (node);
  g_array_append_val (numbers, number);
}

static void
check_series (JsonObject *series, const char *id, const double *expected, guint n)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  g_assert_true (json_object_has_member (series, id));
  flatten (json_object_get_member (series, id), numbers);
  g_assert_cmpuint (numbers->len, ==, n);
  /* 17 digits are the same double. */
  g_assert_cmpmem (numbers->data, n * sizeof (double), expected, n * sizeof (double));
}

/* What the program prints is what the model gives, to the last bit, --set over --params over scenario. */
static void
test_json (void)
{
  g_autofree char *path = nepho_call_write (folder, "params.json", "{\"adoption.potential\": 0.5, \"price.follow\": 0.25}");
  g_autoptr (NephoDataset) dataset = nepho_dataset_load ("china", NULL);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autoptr (NephoMarket) market = nepho_market_new (set);
  g_autoptr (NephoResults) results = nepho_results_new ();
  g_autoptr (JsonNode) root = NULL;
  g_auto (NephoCall) call = { 0 };
  JsonObject *object;
  JsonObject *series;
  guint n_quarters = 8;
  guint n_vendors = dataset->vendors->len;
  guint n_segments = dataset->segments->len;

  g_assert_true (
    nepho_scenario_overlay (nepho_dataset_find_scenario (dataset, "price-war"), set, values, NULL));
  values[nepho_parameter_set_find (set, "adoption.potential")] = 0.35;
  values[nepho_parameter_set_find (set, "price.follow")] = 0.25;
  nepho_market_run (market, values, n_quarters - 1, results);

  nepho_call (&call, "run", "--format", "json", "--dataset", "china", "--scenario", "price-war", "--set",
              "adoption.potential=35%", "--params", path, "--horizon", "7", NULL);
  root = nepho_call_json (&call);
  object = json_node_get_object (root);
  g_assert_cmpstr (json_object_get_string_member (object, "dataset"), ==, "china");
  g_assert_cmpstr (json_object_get_string_member (object, "scenario"), ==, "price-war");
  g_assert_cmpstr (json_object_get_string_member (object, "base_quarter"), ==, "2022Q2");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "quarters")), ==, n_quarters);
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (object, "quarters"), 7), ==, "2024Q1");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "vendors")), ==, n_vendors);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "segments")), ==, n_segments);

  series = json_object_get_object_member (object, "series");
  check_series (series, "adoption", results->adoption, n_quarters);
  check_series (series, "market", results->market, n_quarters * n_segments);
  check_series (series, "unit_cost", results->unit_cost, n_quarters * n_segments);
  check_series (series, "share", results->share, n_quarters * n_vendors * n_segments);
  check_series (series, "customers", results->customers, n_quarters * n_vendors * n_segments);
  check_series (series, "price", results->price, n_quarters * n_vendors * n_segments);
  check_series (series, "revenue", results->revenue, n_quarters * n_vendors * n_segments);
  check_series (series, "gross_margin", results->gross_margin, n_quarters * n_vendors * n_segments);
  check_series (series, "gross_profit", results->gross_profit, n_quarters * n_vendors);
  check_series (series, "training", results->training, n_quarters * n_vendors);
  check_series (series, "inference", results->inference, n_quarters * n_vendors);
  check_series (series, "inference_pflops", results->inference_pflops, n_quarters * n_vendors);
  check_series (series, "ebita", results->ebita, n_quarters * n_vendors);
  check_series (series, "revenue_before_elimination", results->revenue_before_elimination, n_quarters * n_vendors);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n' ? 1 : 0;

  return n;
}

static void
test_text_and_csv (void)
{
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "run", "--horizon", "0", NULL);
  nepho_call_good (&call);
  g_assert_cmpuint (count_lines (call.output), ==, 2);
  g_assert_nonnull (strstr (call.output, "2022Q2"));

  nepho_call (&call, "run", "--horizon=5", "--format=csv", NULL);
  nepho_call_good (&call);
  g_assert_true (g_str_has_prefix (call.output, "quarter,series,vendor,segment,value\n2022Q2,adoption,,,0.01\n"));
  g_assert_nonnull (strstr (call.output, "\n2022Q2,share,alibaba,iaas,0.346\n"));
}

static void
test_horizons (void)
{
  static const NephoBadCall calls[] = {
    { { "run", "--horizon", "201" }, "--horizon: “201” is no number of quarters; expected 0 to 200" },
    { { "run", "--horizon", "-1" }, "--horizon" },
    { { "run", "--horizon", "ten" }, "--horizon: “ten”" },
    { { "run", "--horizon", "3.5" }, "--horizon: “3.5”" },
    { { "run", "--horizon", "" }, "--horizon: “”" },
  };
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "run", "--horizon", "200", "--format", "json", NULL);
  nepho_call_good (&call);
  nepho_call_refused (calls, G_N_ELEMENTS (calls));
}

/* The war of the parameters lasts eight quarters from the second of 2023: so does that of the event. */
static void
test_events (void)
{
  g_auto (NephoCall) war = { 0 };
  g_auto (NephoCall) event = { 0 };
  g_auto (NephoCall) params = { 0 };
  g_auto (NephoCall) written = { 0 };
  g_auto (NephoCall) read = { 0 };
  g_autofree char *file = g_build_filename (folder, "events.json", NULL);

  nepho_call (&war, "run", "--set", "price.war.intensity=20%", "--format", "csv", NULL);
  nepho_call (&event, "run", "--event", "price.war.intensity=20%@2023Q2+8", "--format", "csv", NULL);
  nepho_call_good (&war);
  nepho_call_good (&event);
  g_assert_cmpstr (war.output, ==, event.output);

  nepho_call (&params, "params", "--event", "price.war.intensity=20%@2023Q2+8", "--event",
              "price.war.intensity=0@2024Q1..2024Q4", "--format", "json", NULL);
  nepho_call_good (&params);
  g_assert_nonnull (strstr (params.output, "\"events\": [\"0.2@2023Q2+8\", \"0@2024Q1..2024Q4\"]"));

  /* And through a file. */
  nepho_call (&written, "convert", "--event", "price.war.intensity=20%@2023Q2+8", file, NULL);
  nepho_call_good (&written);
  nepho_call (&read, "run", "--params", file, "--format", "csv", NULL);
  nepho_call_good (&read);
  g_assert_cmpstr (read.output, ==, event.output);
  g_unlink (file);
}

static void
test_wrong_values (void)
{
  static const NephoBadCall calls[] = {
    { { "run", "--scenario", "price-wra" }, "--scenario: there is no scenario “price-wra”; did you mean “price-war”?" },
    { { "run", "--scenario", "nothing-of-the-kind" }, "expected one of as-reported" },
    { { "run", "--dataset", "chnia" }, "--dataset: There is no data set “chnia”" },
    { { "run", "--dataset", "/no/such/file.json" }, "/no/such/file.json" },
    { { "run", "--set", "adoption.potentail=0.5" }, "did you mean “adoption.potential”?" },
    { { "run", "--set", "adoption.potential=1.5" }, "adoption.potential: 150\u00a0% is outside its range; expected" },
    { { "run", "--set", "adoption.potential=nan" }, "--set: adoption.potential" },
    { { "run", "--set", "adoption.potential=much" }, "“much” is not a number" },
    { { "run", "--set", "adoption.potential" }, "is no assignment; expected id=value" },
    { { "run", "--set", "train.window_days=35%" }, "“35%” is a percentage" },
    { { "run", "--params", "/no/such/file.json" }, "--params: " },
    { { "run", "--event", "price.war.intensity=20%" }, "--event: “price.war.intensity=20%” is no event" },
    { { "run", "--event", "price.war.start=2@2024Q1" }, "price.war.start: it says when the price war begins" },
    { { "convert", "--event", "price.war.intensity=20%@2024Q1", "x.dataset.json" },
      "expected --to document or parameters" },
  };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
}

/* Files that are wrong are refused with the place; a good value before the bad one changes nothing. */
static void
test_wrong_files (void)
{
  static const struct
  {
    const char *content;
    const char *message;
  } cases[] = {
    { "", "--params: " },
    { "{\"adoption.potential\": 0.5", "--params: " },
    { "[0.5]", "expected an object" },
    { "{\"adoption.potential\": 0.5,\n \"adoption.nonsense\": 1}", "adoption.nonsense" },
    { "{\"adoption.potential\": 2}", "outside its range" },
    { "{\"adoption.potential\": \"0.5\"}", "adoption.potential" },
    { "{\"adoption.potential\": NaN}", "--params: " },
    { "{\"adoption.potential\": 0.5, \"adoption.potential\": 0.6}", "adoption.potential" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *path = nepho_call_write (folder, "bad.json", cases[k].content);
      g_auto (NephoCall) call = { 0 };

      nepho_call (&call, "run", "--format", "json", "--params", path, NULL);
      nepho_call_bad (&call, 2, cases[k].message);
      nepho_call (&call, "run", "--format", "json", "--dataset", path, NULL);
      nepho_call_bad (&call, 2, "--dataset: ");
    }
}

/* With every share at zero there is no market to divide. */
static void
test_no_shares (void)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load ("china", NULL);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_auto (NephoCall) call = { 0 };

  g_ptr_array_add (words, g_strdup ("run"));
  for (guint i = 0; i < dataset->vendors->len; i++)
    g_ptr_array_add (words, g_strdup_printf ("--set=vendor.%s.share.paas=0", nepho_dataset_vendor (dataset, i)->id));
  g_ptr_array_add (words, NULL);

  nepho_call_environ (&call, NULL, (const char **) words->pdata);
  nepho_call_bad (&call, 2, "share.paas");
}

int
main (int argc, char **argv)
{
  g_autofree char *bad = NULL;
  g_autofree char *params = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("nephoscope-XXXXXX", NULL);
  bad = g_build_filename (folder, "bad.json", NULL);
  params = g_build_filename (folder, "params.json", NULL);

  g_test_add_func ("/cli/run/json", test_json);
  g_test_add_func ("/cli/run/text-and-csv", test_text_and_csv);
  g_test_add_func ("/cli/run/events", test_events);
  g_test_add_func ("/cli/run/horizons", test_horizons);
  g_test_add_func ("/cli/run/wrong-values", test_wrong_values);
  g_test_add_func ("/cli/run/wrong-files", test_wrong_files);
  g_test_add_func ("/cli/run/no-shares", test_no_shares);

  status = g_test_run ();
  g_unlink (bad);
  g_unlink (params);
  g_rmdir (folder);
  g_free (folder);

  return status;
}
