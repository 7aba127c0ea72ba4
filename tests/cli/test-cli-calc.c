/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

static void
assert_output (const char *expected, const char *first, const char *second, const char *third)
{
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "calc", first, second, third, NULL);
  nepho_call_good (&call);
  g_assert_cmpstr (call.output, ==, expected);
}

static void
test_text (void)
{
  assert_output ("21.4118\u00a0days\n", "3640 PF-days / 170 PFLOP/s", NULL, NULL);
  assert_output ("¥4.04\u202fmn\n", "2.02e9 CNY / 500 PFLOP/s * 1 PFLOP/s", NULL, NULL);
  assert_output ("174.72\n", "7.28 * 24", NULL, NULL);
  assert_output ("174.72\u00a0hours\n", "3640 PF-days / 500 PFLOP/s", "--in", "hours");
  assert_output ("expression,value,unit\n3640 PF-days / 500 PFLOP/s,7.28,days\n", "3640 PF-days / 500 PFLOP/s", "--format",
                 "csv");
}

/* Quotation marks are not needed where the shell reads nothing into the signs. */
static void
test_words (void)
{
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "calc", "3640", "PF-days", "/", "500", "PFLOP/s", NULL);
  nepho_call_good (&call);
  g_assert_cmpstr (call.output, ==, "7.28\u00a0days\n");
}

/* Scripts get every digit, and units that are called the same in every language. */
static void
test_json (void)
{
  g_auto (NephoCall) call = { 0 };
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root;

  nepho_call (&call, "calc", "--lang", "zh_CN", "--format", "json", "3640 PF-days / 170 PFLOP/s", NULL);
  node = nepho_call_json (&call);
  root = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (root, "expression"), ==, "3640 PF-days / 170 PFLOP/s");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (root, "value"), 3640.0 / 170.0, 1e-13);
  g_assert_cmpstr (json_object_get_string_member (root, "unit"), ==, "days");
}

static void
test_wrong (void)
{
  static const NephoBadCall calls[] = {
    { { "calc" }, "an expression is missing" },
    { { "calc", "7 days + 500 PFLOP/s" }, "“7 days + 500 PFLOP/s”: cannot add PFLOP/s to days at character 8" },
    { { "calc", "12 * 3 foo" }, "“12 * 3 foo”: unknown unit “foo” at character 8" },
    { { "calc", "1 / 0" }, "division by zero at character 3" },
    { { "calc", "2 days", "--in", "centres" }, "This is a time (2\u00a0days); it cannot be told in centres" },
    { { "calc", "2 days", "--in", "foo" }, "“foo”: unknown unit “foo” at character 1" },
    { { "calc", "2", "--format", "xml" }, "--format: there is no format “xml”" },
    /* the same guard wherever a number is asked for */
    { { "run", "--set", "train.window_days=500 PFLOP/s" },
      "train.window_days: This is a speed of computing (500\u00a0PFLOP/s); a number in days is asked for" },
    { { "run", "--set", "train.centre_pflops=3640 PF-days/170 PFLOP/s" },
      "train.centre_pflops: This is a time (21.4\u00a0days); a number in PFLOP/s is asked for" },
    { { "train", "--investment-bn-yuan", "US$3 bn" },
      "--investment-bn-yuan: This is an amount of money (US$3\u202fbn); a number in ¥ billion is asked for" },
    { { "train", "--window-days", "1 day + 3 PF-days" }, "--window-days: “1 day + 3 PF-days”: cannot add PF-days to days" },
  };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
}

/* What measures the right thing is converted: the window that exactly one centre needs. */
static void
test_asked (void)
{
  g_auto (NephoCall) call = { 0 };
  g_autoptr (JsonNode) node = NULL;

  nepho_call (&call, "train", "--pf-days", "3640", "--centre-pflops", "0.5 EFLOP/s", "--utilisation", "100%",
              "--window-days", "3640 PF-days / 500 PFLOP/s", "--format", "json", NULL);
  node = nepho_call_json (&call);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (json_node_get_object (node), "centres"), 1.0, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/calc/text", test_text);
  g_test_add_func ("/cli/calc/words", test_words);
  g_test_add_func ("/cli/calc/json", test_json);
  g_test_add_func ("/cli/calc/wrong", test_wrong);
  g_test_add_func ("/cli/calc/asked", test_asked);

  return g_test_run ();
}
