/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

static JsonArray *
at (JsonArray *array, guint k)
{
  return json_array_get_array_element (array, k);
}

static guint
length_of (JsonObject *object, const char *member)
{
  return json_array_get_length (json_object_get_array_member (object, member));
}

/* Quantiles rise with their probability, and have the frame's shape. */
static void
check_bands (JsonObject *root, const char *series)
{
  static const char * const ids[] = { "p05", "p25", "p50", "p75", "p95" };
  JsonObject *bands = json_object_get_object_member (json_object_get_object_member (root, "bands"), series);

  g_assert_nonnull (bands);
  for (guint t = 0; t < length_of (root, "quarters"); t++)
    for (guint i = 0; i < length_of (root, "vendors"); i++)
      for (guint s = 0; s < length_of (root, "segments"); s++)
        {
          double last = 0.0;

          for (guint p = 0; p < G_N_ELEMENTS (ids); p++)
            {
              JsonArray *quarters = json_object_get_array_member (bands, ids[p]);
              double value = json_array_get_double_element (at (at (quarters, t), i), s);

              g_assert_cmpuint (json_array_get_length (quarters), ==, length_of (root, "quarters"));
              g_assert_cmpfloat (value, >=, last);
              last = value;
            }
        }
}

/* Every vendor has some rank, and every rank some vendor. */
static void
check_ranks (JsonObject *root)
{
  JsonArray *quarters = json_object_get_array_member (root, "rank_probability");
  guint n_vendors = length_of (root, "vendors");

  g_assert_cmpuint (json_array_get_length (quarters), ==, length_of (root, "quarters"));
  for (guint t = 0; t < json_array_get_length (quarters); t++)
    for (guint s = 0; s < length_of (root, "segments"); s++)
      for (guint k = 0; k < n_vendors; k++)
        {
          double of_vendor = 0.0;
          double of_rank = 0.0;

          for (guint j = 0; j < n_vendors; j++)
            {
              of_vendor += json_array_get_double_element (at (at (at (quarters, t), k), s), j);
              of_rank += json_array_get_double_element (at (at (at (quarters, t), j), s), k);
            }
          g_assert_cmpfloat_with_epsilon (of_vendor, 1.0, 1e-9);
          g_assert_cmpfloat_with_epsilon (of_rank, 1.0, 1e-9);
        }
}

static void
test_json (void)
{
  g_auto (NephoCall) call = { 0 };
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object;

  nepho_call (&call, "montecarlo", "--format", "json", "--runs", "50", "--seed", "7", "--horizon", "5", NULL);
  root = nepho_call_json (&call);
  object = json_node_get_object (root);
  g_assert_cmpstr (json_object_get_string_member (object, "dataset"), ==, "china");
  g_assert_cmpstr (json_object_get_string_member (object, "base_quarter"), ==, "2022Q2");
  g_assert_cmpuint (length_of (object, "quarters"), ==, 6);
  g_assert_cmpint (json_object_get_int_member (object, "runs"), ==, 50);
  g_assert_cmpint (json_object_get_int_member (object, "seed"), ==, 7);
  g_assert_cmpint (json_object_get_int_member (object, "uncertain"), >, 100);
  check_bands (object, "share");
  check_bands (object, "revenue");
  check_ranks (object);
}

/* The vendors that nobody names have the last rank, however large they are together. */
static void
test_aggregate (void)
{
  g_auto (NephoCall) call = { 0 };
  g_autoptr (JsonNode) root = NULL;
  JsonArray *vendors;
  JsonArray *base;
  guint last;

  nepho_call (&call, "montecarlo", "--format", "json", "--runs", "20", "--horizon", "0", NULL);
  root = nepho_call_json (&call);
  vendors = json_object_get_array_member (json_node_get_object (root), "vendors");
  last = json_array_get_length (vendors) - 1;
  g_assert_cmpstr (json_array_get_string_element (vendors, last), ==, "others");
  base = at (json_object_get_array_member (json_node_get_object (root), "rank_probability"), 0);
  g_assert_cmpfloat (json_array_get_double_element (at (at (base, last), 2), last), ==, 1.0);
}

/* The same seed gives the same bytes, another seed others; a held parameter is not drawn. */
static void
test_seed (void)
{
  g_auto (NephoCall) one = { 0 };
  g_auto (NephoCall) same = { 0 };
  g_auto (NephoCall) other = { 0 };
  g_auto (NephoCall) held = { 0 };

  nepho_call (&one, "montecarlo", "--runs", "40", "--horizon", "4", "--format", "csv", NULL);
  nepho_call (&same, "montecarlo", "--runs", "40", "--horizon", "4", "--format", "csv", "--seed", "1", NULL);
  nepho_call (&other, "montecarlo", "--runs", "40", "--horizon", "4", "--format", "csv", "--seed", "2", NULL);
  nepho_call (&held, "montecarlo", "--runs", "40", "--horizon", "4", "--format", "csv", "--certain",
              "segment.iaas.contract", NULL);
  nepho_call_good (&one);
  nepho_call_good (&same);
  nepho_call_good (&other);
  nepho_call_good (&held);
  g_assert_true (g_str_has_prefix (one.output, "quarter,series,vendor,segment,statistic,value\n"));
  g_assert_cmpstr (one.output, ==, same.output);
  g_assert_cmpstr (one.output, !=, other.output);
  g_assert_cmpstr (one.output, !=, held.output);
}

static void
test_text (void)
{
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "montecarlo", "--runs", "20", "--horizon", "2", "--scenario", "price-war", NULL);
  nepho_call_good (&call);
  g_assert_nonnull (g_strstr_len (call.output, -1, "Leads in"));
  g_assert_nonnull (g_strstr_len (call.output, -1, "2022Q4 in 20 runs. "));
  g_assert_nonnull (g_strstr_len (call.output, -1, "distributions that are assumptions. Seed 1."));
}

static const NephoBadCall bad_calls[] = {
  { { "montecarlo", "--runs", "0" }, "--runs: “0” is no number of runs; expected a whole number from 1 to 100000" },
  { { "montecarlo", "--runs", "1e3" }, "--runs: “1e3” is no number of runs" },
  { { "montecarlo", "--runs", "100001" }, "--runs: “100001” is no number of runs" },
  { { "montecarlo", "--seed", "-1" }, "--seed: “-1” is no seed; expected a whole number from 0 to 4294967295" },
  { { "montecarlo", "--seed", "4294967296" }, "--seed: “4294967296” is no seed" },
  { { "montecarlo", "--certain", "price.folow" }, "--certain: there is no parameter “price.folow”; did you mean “price.follow”?" },
  { { "montecarlo", "--format", "pdf" }, "--format: there is no format “pdf”" },
  { { "montecarlo", "--scenario", "nothing" }, "--scenario: there is no scenario “nothing”" },
  { { "montecarlo", "--set", "price.follow=2" }, "price.follow: 2" },
  { { "montecarlo", "more" }, "“more” is one argument too many" },
};

static void
test_refused (void)
{
  nepho_call_refused (bad_calls, G_N_ELEMENTS (bad_calls));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/montecarlo/json", test_json);
  g_test_add_func ("/cli/montecarlo/aggregate", test_aggregate);
  g_test_add_func ("/cli/montecarlo/seed", test_seed);
  g_test_add_func ("/cli/montecarlo/text", test_text);
  g_test_add_func ("/cli/montecarlo/refused", test_refused);

  return g_test_run ();
}
