/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-model-error.h"
#include "nepho-sample.h"
#include "nepho-scenario-values.h"

static void
test_table (void)
{
  guint n_specs;
  const NephoParameterSpec *specs = nepho_parameter_specs (&n_specs);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_specs; i++)
    {
      const NephoParameterSpec *spec = &specs[i];

      g_assert_true (g_hash_table_add (seen, (gpointer) spec->id));
      g_assert_cmpfloat (spec->minimum, <, spec->maximum);
      g_assert_cmpfloat (spec->initial, >=, spec->minimum);
      g_assert_cmpfloat (spec->initial, <=, spec->maximum);
      g_assert_cmpfloat (spec->plausible_low, >=, spec->minimum);
      g_assert_cmpfloat (spec->plausible_low, <, spec->plausible_high);
      g_assert_cmpfloat (spec->plausible_high, <=, spec->maximum);
      g_assert_cmpfloat (spec->step, >, 0.0);
      g_assert_true (!spec->logarithmic || spec->minimum > 0.0);
      /* Every number is a fact or says why it is assumed. */
      g_assert_true ((spec->source != NULL) != (spec->reason != NULL));
      g_assert_cmpuint (strlen (spec->name), >, 0);
      g_assert_cmpuint (strlen (spec->description), >, 0);
      /* "4 quarters" can be sampled, "4.3 quarters" means nothing: only fixed ones are whole. */
      g_assert_true (!spec->whole || spec->shape == NEPHO_SHAPE_FIXED);
    }
}

static void
test_expansion (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 2);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);

  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (set, k);

      g_assert_cmpint (nepho_parameter_set_find (set, parameter->id), ==, (int) k);
      g_assert_cmpuint (nepho_parameter_set_index (set, parameter->spec->id, parameter->vendor, parameter->segment),
                        ==, k);
    }
  g_assert_cmpint (nepho_parameter_set_find (set, "vendor.c.share.y"), >=, 0);
  g_assert_cmpint (nepho_parameter_set_find (set, "vendor.d.share.y"), ==, -1);
  g_assert_cmpint (nepho_parameter_set_find (set, "share"), ==, -1);
  g_assert_cmpfloat (nepho_parameter_set_get (set, nepho_parameter_set_index (set, "share", 2, 1))->initial, ==, 0.5);
  g_assert_cmpstr (nepho_parameter_set_get (set, nepho_parameter_set_index (set, "share", 2, 1))->reason, ==,
                   "made up");
}

static void
test_title (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree char *share = nepho_parameter_title (set, nepho_parameter_set_index (set, "share", 1, 0));
  g_autofree char *growth = nepho_parameter_title (set, nepho_parameter_set_index (set, "growth", -1, 0));
  g_autofree char *potential = nepho_parameter_title (set, nepho_parameter_set_index (set, "adoption.potential", -1, -1));

  g_assert_cmpstr (share, ==, "Share, Vendor B, Segment X");
  g_assert_cmpstr (growth, ==, "Growth at the start, Segment X");
  g_assert_cmpstr (potential, ==, "Potential of AI");
}

static void
test_range (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (1, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  guint potential = nepho_parameter_set_index (set, "adoption.potential", -1, -1);
  static const double bad[] = { -0.001, 1.001, NAN, INFINITY, -INFINITY };

  g_assert_true (nepho_parameter_set_check (set, potential, 0.0, NULL));
  g_assert_true (nepho_parameter_set_check (set, potential, 1.0, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nepho_parameter_set_check (set, potential, bad[i], &error));
      g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE);
      g_assert_nonnull (strstr (error->message, "adoption.potential"));
      g_assert_nonnull (strstr (error->message, "100.0\u00a0%"));
    }
}

static void
test_scenario (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (2, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  NephoScenario *bad = nepho_dataset_add_scenario (dataset, "bad");
  g_autoptr (GError) error = NULL;
  guint war = nepho_parameter_set_index (set, "price.war.intensity", -1, -1);

  g_assert_true (nepho_scenario_overlay (nepho_dataset_find_scenario (dataset, "war"), set, values, NULL));
  g_assert_cmpfloat (values[war], ==, 0.2);

  g_hash_table_insert (bad->values, g_strdup ("price.war.intensity"), g_memdup2 (&(double){ 0.3 }, sizeof (double)));
  g_hash_table_insert (bad->values, g_strdup ("price.peace"), g_memdup2 (&(double){ 0.3 }, sizeof (double)));
  g_assert_false (nepho_scenario_overlay (bad, set, values, &error));
  g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN);
  g_assert_nonnull (strstr (error->message, "price.peace"));
  g_assert_cmpfloat (values[war], ==, 0.2);
}

typedef struct
{
  double      shares[4];
  const char *locked;   /* "x" where locked */
  guint       changed;
  double      to;
  double      expected[4];
  gboolean    refused;
} Rebalance;

static const Rebalance rebalances[] = {
  { { 0.4, 0.3, 0.2, 0.1 }, "....", 0, 0.7, { 0.7, 0.15, 0.1, 0.05 }, FALSE },
  { { 0.4, 0.3, 0.2, 0.1 }, ".x..", 0, 0.4, { 0.4, 0.3, 0.2, 0.1 }, FALSE },
  { { 0.4, 0.3, 0.2, 0.1 }, ".x..", 0, 0.55, { 0.55, 0.3, 0.1, 0.05 }, FALSE },
  { { 0.4, 0.3, 0.2, 0.1 }, ".xxx", 0, 0.5, { 0.4, 0.3, 0.2, 0.1 }, TRUE },
  { { 0.4, 0.3, 0.2, 0.1 }, ".x..", 0, 0.75, { 0.4, 0.3, 0.2, 0.1 }, TRUE },
  { { 0.4, 0.3, 0.2, 0.1 }, "....", 3, 1.0, { 0.0, 0.0, 0.0, 1.0 }, FALSE },
  /* From nothing, the data set's proportions 1 : 2 : 3 come back. */
  { { 0.0, 0.0, 0.0, 1.0 }, "....", 3, 0.4, { 0.1, 0.2, 0.3, 0.4 }, FALSE },
};

static void
test_rebalance (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (4, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autofree gboolean *locked = g_new0 (gboolean, nepho_parameter_set_size (set));
  guint first = nepho_parameter_set_index (set, "share", 0, 0);

  for (guint k = 0; k < G_N_ELEMENTS (rebalances); k++)
    {
      const Rebalance *row = &rebalances[k];
      g_autoptr (GError) error = NULL;

      memcpy (values + first, row->shares, sizeof row->shares);
      for (guint i = 0; i < 4; i++)
        locked[first + i] = row->locked[i] == 'x';
      g_assert_true (nepho_parameter_set_rebalance (set, values, first + row->changed, row->to, locked, &error)
                     != row->refused);
      if (row->refused)
        {
          gboolean all_locked = strchr (row->locked + 1, '.') == NULL;

          g_assert_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES);
          g_assert_nonnull (strstr (error->message, all_locked ? "must be 40.0\u00a0%" : "at most 70.0\u00a0%"));
        }
      for (guint i = 0; i < 4; i++)
        g_assert_cmpfloat_with_epsilon (values[first + i], row->expected[i], 1e-15);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parameter/table", test_table);
  g_test_add_func ("/parameter/expansion", test_expansion);
  g_test_add_func ("/parameter/title", test_title);
  g_test_add_func ("/parameter/range", test_range);
  g_test_add_func ("/parameter/scenario", test_scenario);
  g_test_add_func ("/parameter/rebalance", test_rebalance);

  return g_test_run ();
}
