/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <string.h>

/* Every headline number of both, and exactly what the data set's scenario changes. */
static void
test_csv (void)
{
  g_auto (NephoCall) call = { 0 };
  g_auto (GStrv) lines = NULL;
  guint n_headlines = 0;
  guint n_assumptions = 0;

  nepho_call (&call, "compare", "--format=csv", "as-reported", "price-war", NULL);
  nepho_call_good (&call);
  lines = g_strsplit (call.output, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "kind,id,scenario,value,difference,part"));
  for (guint i = 1; lines[i] != NULL; i++)
    {
      n_headlines += g_str_has_prefix (lines[i], "headline,");
      n_assumptions += g_str_has_prefix (lines[i], "assumption,");
    }
  g_assert_cmpuint (n_headlines, ==, 10);
  g_assert_cmpuint (n_assumptions, ==, 4);
  g_assert_nonnull (strstr (call.output, "assumption,price.war.intensity,price-war,0.12,0.12,"));
  g_assert_nonnull (strstr (call.output, "assumption,price.war.intensity,as-reported,0,0,"));
}

/* The same numbers as a run of each scenario gives. */
static void
test_json (void)
{
  g_auto (NephoCall) call = { 0 };
  g_auto (NephoCall) run = { 0 };
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) results = NULL;
  JsonArray *headlines;
  JsonArray *adoption;
  guint n_found = 0;

  nepho_call (&call, "compare", "--format=json", "as-reported", "decoupling", NULL);
  root = nepho_call_json (&call);
  headlines = json_object_get_array_member (json_node_get_object (root), "headlines");
  nepho_call (&run, "run", "--format=json", "--scenario=decoupling", NULL);
  results = nepho_call_json (&run);
  adoption = json_object_get_array_member (
      json_object_get_object_member (json_node_get_object (results), "series"), "adoption");
  for (guint i = 0; i < json_array_get_length (headlines); i++)
    {
      JsonObject *row = json_array_get_object_element (headlines, i);

      if (!g_str_equal (json_object_get_string_member (row, "id"), "adoption")
          || !g_str_equal (json_object_get_string_member (row, "scenario"), "decoupling"))
        continue;
      n_found++;
      g_assert_cmpfloat (json_object_get_double_member (row, "value"), ==,
                         json_array_get_double_element (adoption, json_array_get_length (adoption) - 1));
    }
  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_text (void)
{
  g_auto (NephoCall) call = { 0 };
  g_auto (NephoCall) same = { 0 };

  nepho_call (&call, "compare", "as-reported", "price-war", NULL);
  nepho_call_good (&call);
  g_assert_nonnull (strstr (call.output, "Market revenue"));
  g_assert_nonnull (strstr (call.output, "12.0\u00a0%/yr (+12.0\u00a0%/yr)"));
  nepho_call (&same, "compare", "as-reported", NULL);
  nepho_call_good (&same);
  g_assert_nonnull (strstr (same.output, "Nothing differs in what they assume"));
}

static void
test_refused (void)
{
  static const NephoBadCall calls[] = {
    { { "compare", "as-reported", "price-wra" }, "there is no scenario “price-wra”; did you mean “price-war”?" },
    { { "compare", "price-war", "price-war" }, "“price-war” is named twice; expected each scenario once" },
    { { "compare", "a", "b", "c", "d", "e", "f", "g" }, "7 scenarios are too many; expected at most 6" },
    { { "compare", "--format=xml" }, "--format" },
    { { "chart", "compare", "--compare=as-reported,xyzzy", "--output=never.png" }, "--compare: there is no scenario “xyzzy”" },
    { { "chart", "compare", "--compare=", "--output=" }, "--output" },
  };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/compare/csv", test_csv);
  g_test_add_func ("/cli/compare/json", test_json);
  g_test_add_func ("/cli/compare/text", test_text);
  g_test_add_func ("/cli/compare/refused", test_refused);

  return g_test_run ();
}
