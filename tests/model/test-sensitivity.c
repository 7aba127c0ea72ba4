/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-sensitivity.h"

#include <math.h>

#include "nepho-parameter-range.h"
#include "nepho-sample.h"

static const NephoDriver *
find (const NephoParameterSet *set, const GArray *drivers, const char *id)
{
  for (guint k = 0; k < drivers->len; k++)
    if (g_str_equal (nepho_parameter_set_get (set, g_array_index (drivers, NephoDriver, k).parameter)->id, id))
      return &g_array_index (drivers, NephoDriver, k);

  return NULL;
}

static double
market_size (const NephoResults *results, gconstpointer data)
{
  return results->market[nepho_results_ts (results, results->n_quarters - 1, 0)];
}

static double
adoption (const NephoResults *results, gconstpointer data)
{
  return results->adoption[results->n_quarters - 1];
}

/* One minus the square of how far growth is from what the data set says: a hill. */
static double
hill (const NephoResults *results, gconstpointer data)
{
  double size = market_size (results, NULL);
  const double *top = data;

  return 1.0 - (size / *top - 1.0) * (size / *top - 1.0);
}

static double
nothing (const NephoResults *results, gconstpointer data)
{
  return 3.0;
}

/* At the base quarter a market has as many customers as the parameter says. */
static void
test_closed_form (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  guint index = nepho_parameter_set_index (set, "customers", -1, 0);
  NephoParameterRange range = nepho_parameter_set_range (set, index);
  g_autoptr (GArray) drivers = NULL;
  guint n_tried;
  double now;

  drivers = nepho_sensitivity_run (set, &(NephoAssumptions){ values, NULL }, 0, market_size, NULL, 10, &now, &n_tried);
  g_assert_cmpuint (drivers->len, ==, 1);
  g_assert_cmpuint (n_tried, >, 20);
  g_assert_cmpuint (n_tried, <, nepho_parameter_set_size (set));
  g_assert_cmpfloat (now, ==, values[index]);
  g_assert_cmpuint (g_array_index (drivers, NephoDriver, 0).parameter, ==, index);
  g_assert_cmpfloat (g_array_index (drivers, NephoDriver, 0).at_low, ==, range.low);
  g_assert_cmpfloat (g_array_index (drivers, NephoDriver, 0).at_high, ==, range.high);
  g_assert_cmpfloat (g_array_index (drivers, NephoDriver, 0).swing, ==, range.high - range.low);
  g_assert_false (g_array_index (drivers, NephoDriver, 0).turns);
}

/* Adoption follows the five parameters of diffusion, and nothing else. */
static void
test_order (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 2);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autofree double *before = g_memdup2 (values, nepho_parameter_set_size (set) * sizeof (double));
  g_autoptr (GArray) drivers = NULL;
  g_autoptr (GArray) few = NULL;
  guint n_tried;
  double now;

  drivers = nepho_sensitivity_run (set, &(NephoAssumptions){ values, NULL }, 12, adoption, NULL, 100, &now, &n_tried);
  g_assert_cmpuint (drivers->len, ==, 5);
  for (guint k = 0; k < drivers->len; k++)
    {
      const NephoDriver *driver = &g_array_index (drivers, NephoDriver, k);

      g_assert_true (g_str_has_prefix (nepho_parameter_set_get (set, driver->parameter)->id, "adoption."));
      g_assert_cmpfloat (driver->swing, >, 0.0);
      g_assert_false (driver->turns);
      if (k > 0)
        g_assert_cmpfloat (driver->swing, <=, g_array_index (drivers, NephoDriver, k - 1).swing);
    }
  /* More restriction, less adoption; more imitation, more. */
  g_assert_cmpfloat (find (set, drivers, "adoption.restriction")->at_high, <, now);
  g_assert_cmpfloat (find (set, drivers, "adoption.imitation")->at_high, >, now);
  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    g_assert_cmpfloat (values[k], ==, before[k]);

  few = nepho_sensitivity_run (set, &(NephoAssumptions){ values, NULL }, 12, adoption, NULL, 2, &now, &n_tried);
  g_assert_cmpuint (few->len, ==, 2);
  g_assert_cmpuint (g_array_index (few, NephoDriver, 1).parameter, ==,
                    g_array_index (drivers, NephoDriver, 1).parameter);
}

/* What is best in the middle turns on the way from end to end. */
static void
test_turns (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (3, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autoptr (GArray) drivers = NULL;
  double top = values[nepho_parameter_set_index (set, "customers", -1, 0)];
  guint n_tried;
  double now;

  drivers = nepho_sensitivity_run (set, &(NephoAssumptions){ values, NULL }, 0, hill, &top, 10, &now, &n_tried);
  g_assert_cmpuint (drivers->len, ==, 1);
  g_assert_cmpfloat (now, ==, 1.0);
  g_assert_cmpfloat (g_array_index (drivers, NephoDriver, 0).at_low, <, 1.0);
  g_assert_cmpfloat (g_array_index (drivers, NephoDriver, 0).at_high, <, 1.0);
  g_assert_true (g_array_index (drivers, NephoDriver, 0).turns);
}

static void
test_nothing (void)
{
  g_autoptr (NephoDataset) dataset = nepho_sample_dataset (1, 1);
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new (dataset);
  g_autofree double *values = nepho_parameter_set_defaults (set);
  g_autoptr (GArray) drivers = NULL;
  guint n_tried;
  double now;

  drivers = nepho_sensitivity_run (set, &(NephoAssumptions){ values, NULL }, 8, nothing, NULL, 10, &now, &n_tried);
  g_assert_cmpuint (drivers->len, ==, 0);
  g_assert_cmpfloat (now, ==, 3.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sensitivity/closed-form", test_closed_form);
  g_test_add_func ("/sensitivity/order", test_order);
  g_test_add_func ("/sensitivity/turns", test_turns);
  g_test_add_func ("/sensitivity/nothing", test_nothing);

  return g_test_run ();
}
