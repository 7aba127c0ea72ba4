/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario-values.h"

#include <string.h>

#include "nepho-dataset-edit.h"
#include "nepho-model-error.h"
#include "nepho-name.h"
#include "nepho-sample.h"

static guint
find (const NephoParameterSet *set, const char *id)
{
  int index = nepho_parameter_set_find (set, id);

  g_assert_cmpint (index, >=, 0);

  return (guint) index;
}

/* One value and one share: the value is stored alone, the share with its whole segment, and nothing else. */
static void
test_diff (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (4, 2);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *parent = nepho_parameter_set_defaults (set);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autofree double *again = nepho_parameter_set_defaults (set);
  g_autoptr (NephoScenario) scenario = nepho_scenario_new (NEPHO_SCENARIO_OWN, "plan");

  nepho_scenario_diff (scenario, set, parent, values);
  g_assert_cmpuint (g_hash_table_size (scenario->values), ==, 0);

  nepho_sample_set (set, values, "adoption.potential", 0.1 + 0.2);
  g_assert_true (nepho_parameter_set_rebalance (set, values, find (set, "vendor.d.share.y"), 0.7, NULL, NULL));
  nepho_scenario_diff (scenario, set, parent, values);
  g_assert_cmpuint (g_hash_table_size (scenario->values), ==, 1 + 4);
  g_assert_true (g_hash_table_contains (scenario->values, "vendor.a.share.y"));
  g_assert_false (g_hash_table_contains (scenario->values, "vendor.a.share.x"));
  g_assert_true (nepho_scenario_check_shares (scenario, set, NULL));

  g_assert_true (nepho_scenario_overlay (scenario, set, again, NULL));
  g_assert_cmpmem (again, nepho_parameter_set_size (set) * sizeof (double), values,
                   nepho_parameter_set_size (set) * sizeof (double));
}

static void
test_shares (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autoptr (NephoScenario) scenario = nepho_scenario_new (NEPHO_SCENARIO_OWN, "plan");
  g_autoptr (GError) error = NULL;

  nepho_scenario_set_value (scenario, "vendor.a.share.x", 0.4);
  g_assert_false (nepho_scenario_check_shares (scenario, set, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES);
  g_assert_nonnull (strstr (error->message, "1 of 2"));
  g_clear_error (&error);

  nepho_scenario_set_value (scenario, "vendor.b.share.x", 0.5);
  g_assert_false (nepho_scenario_check_shares (scenario, set, &error));
  g_assert_nonnull (strstr (error->message, "0.9"));

  nepho_scenario_set_value (scenario, "vendor.b.share.x", 0.6);
  g_assert_true (nepho_scenario_check_shares (scenario, set, NULL));
}

/* The data set's own values, the parent's over them, the scenario's own over those. */
static void
test_resolve (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = NULL;
  g_autofree double *values = NULL;
  NephoScenario *child = nepho_dataset_add_scenario (dataset, "long-war");
  guint intensity;
  guint length;

  child->parent = g_strdup ("war");
  nepho_scenario_set_value (child, "price.war.length", 12.0);
  set = nepho_parameter_set_new (dataset);
  values = nepho_parameter_set_defaults (set);
  intensity = find (set, "price.war.intensity");
  length = find (set, "price.war.length");

  g_assert_true (nepho_scenario_resolve (set, "long-war", values, NULL));
  g_assert_cmpfloat (values[intensity], ==, 0.2);
  g_assert_cmpfloat (values[length], ==, 12.0);
  g_assert_true (nepho_scenario_setter (child, set, intensity, 0.2) == nepho_dataset_find_scenario (dataset, "war"));
  g_assert_true (nepho_scenario_setter (child, set, length, 12.0) == child);
  g_assert_null (nepho_scenario_setter (child, set, length, 13.0));
  g_assert_null (nepho_scenario_setter (child, set, find (set, "adoption.potential"), 0.6));

  g_assert_true (nepho_scenario_resolve (set, NULL, values, NULL));
  g_assert_cmpfloat (values[intensity], ==, 0.0);
  g_assert_cmpfloat (values[length], ==, 8.0);
}

static void
test_copy (void)
{
  g_autoptr (NephoScenario) scenario = nepho_scenario_new (NEPHO_SCENARIO_OWN, "plan");
  g_autoptr (NephoScenario) copy = NULL;

  scenario->parent = g_strdup ("war");
  nepho_text_set_own (scenario->name, "Plan");
  nepho_scenario_set_value (scenario, "price.war.length", 12.0);
  nepho_notes_set (scenario->notes, "price.war.length", "As in 2019");
  copy = nepho_scenario_copy (scenario);
  g_assert_true (nepho_scenario_equal (scenario, copy));

  nepho_notes_set (copy->notes, "price.war.length", "As in 2020");
  g_assert_false (nepho_scenario_equal (scenario, copy));
  nepho_notes_set (copy->notes, "price.war.length", "");
  g_assert_cmpuint (g_hash_table_size (copy->notes), ==, 0);
  nepho_notes_set (copy->notes, "price.war.length", "As in 2019");
  nepho_scenario_set_value (copy, "price.war.length", 13.0);
  g_assert_false (nepho_scenario_equal (scenario, copy));
}

/* A vendor that comes has no share where a scenario sets shares; who stays when one goes keeps the proportions. */
static void
test_dataset_edits (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 1);
  g_autoptr (NephoDataset) with = NULL;
  g_autoptr (NephoDataset) without = NULL;
  NephoScenario *scenario = nepho_dataset_add_scenario (dataset, "split");
  GHashTable *values;

  nepho_scenario_set_value (scenario, "vendor.a.share.x", 0.2);
  nepho_scenario_set_value (scenario, "vendor.b.share.x", 0.3);
  nepho_scenario_set_value (scenario, "vendor.c.share.x", 0.5);

  with = nepho_dataset_edit_add_vendor (dataset, "New", 0.1, NULL);
  g_assert_nonnull (with);
  values = nepho_dataset_find_scenario (with, "split")->values;
  g_assert_cmpuint (g_hash_table_size (values), ==, 4);
  g_assert_cmpfloat (*(double *) g_hash_table_lookup (values, "vendor.new.share.x"), ==, 0.0);
  g_assert_cmpfloat (*(double *) g_hash_table_lookup (values, "vendor.a.share.x"), ==, 0.2);

  without = nepho_dataset_edit_remove_vendor (dataset, "c", NULL);
  g_assert_nonnull (without);
  values = nepho_dataset_find_scenario (without, "split")->values;
  g_assert_cmpuint (g_hash_table_size (values), ==, 2);
  g_assert_cmpfloat_with_epsilon (*(double *) g_hash_table_lookup (values, "vendor.a.share.x"), 0.4, 1e-15);
}

static void
test_names (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *first = nepho_name_to_id ("Price war (2)", "scenario", taken);
  g_autofree char *foreign = nepho_name_to_id ("价格战", "scenario", taken);
  g_autofree char *second = NULL;

  g_assert_cmpstr (first, ==, "price-war-2");
  g_assert_cmpstr (foreign, ==, "scenario");
  g_hash_table_add (taken, first);
  second = nepho_name_to_id ("Price war 2", "scenario", taken);
  g_assert_cmpstr (second, ==, "price-war-2-2");
  g_assert_null (nepho_name_check (" \t", NULL));
  g_assert_null (nepho_name_check ("two\nlines", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scenario/diff", test_diff);
  g_test_add_func ("/scenario/shares", test_shares);
  g_test_add_func ("/scenario/resolve", test_resolve);
  g_test_add_func ("/scenario/copy", test_copy);
  g_test_add_func ("/scenario/dataset-edits", test_dataset_edits);
  g_test_add_func ("/scenario/names", test_names);

  return g_test_run ();
}
