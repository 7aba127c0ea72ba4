/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-cli-call.h"

#include <string.h>

static double
number (JsonNode *root, const char *key)
{
  JsonObject *object = json_node_get_object (root);

  g_assert_true (json_object_has_member (object, key));

  return json_object_get_double_member (object, key);
}

/* The article's own sum: 3640 PF-days over centres of 500 PFLOP/s in one day at full use. */
static void
test_article (void)
{
  g_autoptr (JsonNode) root = NULL;
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "train", "--format", "json", "--pf-days", "3640", "--centre-pflops", "500", "--utilisation", "100%",
              "--window-days", "1", "--investment-bn-yuan", "3.02", NULL);
  root = nepho_call_json (&call);
  g_assert_cmpfloat_with_epsilon (number (root, "pf_days"), 3640.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (number (root, "centre_days"), 7.28, 1e-12);
  g_assert_cmpfloat_with_epsilon (number (root, "centres"), 7.28, 1e-12);
  g_assert_cmpfloat (number (root, "centres_whole"), ==, 8.0);
  g_assert_cmpfloat_with_epsilon (number (root, "capital_bn_yuan"), 24.16, 1e-12);
}

/* 6 × 175 bn × 300 bn = 3.15e23 FLOP; on A100s (312 TFLOP/s) at 35 % within 30 days. */
static void
test_numbers (void)
{
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) same = NULL;
  g_auto (NephoCall) call = { 0 };
  double hours = 3.15e23 / (312e12 * 0.35 * 3600.0);

  nepho_call (&call, "train", "--format", "json", "--parameters", "175bn", "--tokens", "300bn", "--window-days", "30",
              "--utilisation", "35%", "--mfu", "35%", "--accelerator-flops", "312e12", "--price-per-hour", "20", "--watts",
              "400", "--pue", "1.3", "--grid-intensity", "0.5", NULL);
  root = nepho_call_json (&call);
  g_assert_cmpfloat_with_epsilon (number (root, "flop"), 3.15e23, 1e9);
  g_assert_cmpfloat_with_epsilon (number (root, "pf_days"), 3645.8333333333335, 1e-9);
  g_assert_cmpfloat_with_epsilon (number (root, "centres"), 3645.8333333333335 / (500.0 * 0.35 * 30.0), 1e-12);
  g_assert_cmpfloat (number (root, "centres_whole"), ==, 1.0);
  g_assert_cmpfloat_with_epsilon (number (root, "accelerator_hours"), hours, 1e-6);
  g_assert_cmpfloat_with_epsilon (number (root, "accelerators"), hours / 720.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (number (root, "rent_bn_yuan"), hours * 20.0 / 1e9, 1e-12);
  g_assert_cmpfloat_with_epsilon (number (root, "energy_gwh"), hours * 400.0 * 1.3 / 1e9, 1e-12);
  g_assert_cmpfloat_with_epsilon (number (root, "emissions_kt"), hours * 400.0 * 1.3 * 0.5 / 1e9, 1e-12);

  /* Other spellings of the same numbers. */
  nepho_call (&call, "train", "--format", "json", "--parameters", "175e9", "--tokens=0.3trn", "--window-days", "60/2",
              "--utilisation", "0.35", "--mfu", "0.35", "--accelerator-flops", "3.12e14", "--price-per-hour", "20.0",
              "--watts", "400", "--pue", "1.3", "--grid-intensity", "0.5", NULL);
  same = nepho_call_json (&call);
  g_assert_cmpfloat_with_epsilon (number (same, "accelerators"), number (root, "accelerators"), 1e-9);
}

/* The units are told apart, and the article's silent assumption is said aloud where it is made. */
static void
test_text (void)
{
  g_auto (NephoCall) call = { 0 };

  nepho_call (&call, "train", NULL);
  nepho_call_good (&call);
  g_assert_nonnull (strstr (call.output, "3646\u00a0PF-days"));
  g_assert_nonnull (strstr (call.output, "their quotient is days on one centre"));
  g_assert_nonnull (strstr (call.output, "what the article assumes"));

  nepho_call (&call, "train", "--window-days", "30", NULL);
  nepho_call_good (&call);
  g_assert_null (strstr (call.output, "what the article assumes"));

  nepho_call (&call, "train", "--format", "csv", "--pf-days", "3640", NULL);
  nepho_call_good (&call);
  g_assert_nonnull (strstr (call.output, "\npf_days,3640,PF-day\n"));
}

static void
test_wrong (void)
{
  static const NephoBadCall calls[] = {
    { { "train", "--parameters", "0" }, "--parameters: " },
    { { "train", "--parameters", "many" }, "--parameters: “many” is not a number" },
    { { "train", "--parameters", "175%" }, "--parameters: “175%” is a percentage" },
    { { "train", "--tokens=-5" }, "--tokens: " },
    { { "train", "--tokens", "1e99" }, "--tokens: " },
    { { "train", "--pf-days", "0" }, "--pf-days: “0” is outside its range" },
    { { "train", "--pf-days", "1e300" }, "--pf-days: “1e300” is outside its range" },
    { { "train", "--utilisation", "120%" }, "--utilisation: " },
    { { "train", "--window-days", "0" }, "--window-days: " },
    { { "train", "--mfu", "0" }, "--mfu: " },
    { { "train", "--pue", "0.9" }, "--pue: " },
    { { "train", "--centre-pflops" }, "--centre-pflops" },
    { { "train", "175bn" }, "“175bn” is one argument too many" },
  };

  nepho_call_refused (calls, G_N_ELEMENTS (calls));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/train/article", test_article);
  g_test_add_func ("/cli/train/numbers", test_numbers);
  g_test_add_func ("/cli/train/text", test_text);
  g_test_add_func ("/cli/train/wrong", test_wrong);

  return g_test_run ();
}
