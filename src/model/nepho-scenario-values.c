/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario-values.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-model-error.h"

/* What binary rounding leaves of a sum of one. */
#define SHARES_TOLERANCE 1e-6

/**
 * nepho_scenario_overlay:
 * @scenario: a scenario
 * @set: the parameters that it sets some of
 * @values: (inout): the values to change
 * @error: return location for an error
 *
 * Writes the scenario's values over @values, all or none.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN or %NEPHO_MODEL_ERROR_RANGE
 */
gboolean
nepho_scenario_overlay (const NephoScenario *scenario, const NephoParameterSet *set, double *values, GError **error)
{
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, scenario->values);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      int index = nepho_parameter_set_find (set, id);

      if (index < 0)
        {
          g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
                       _("Scenario “%s” sets “%s”, which is no parameter of this data set"),
                       scenario->id, (const char *) id);
          return FALSE;
        }
      if (!nepho_parameter_set_check (set, (guint) index, *(double *) value, error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, scenario->values);
  while (g_hash_table_iter_next (&iter, &id, &value))
    values[nepho_parameter_set_find (set, id)] = *(double *) value;

  return TRUE;
}

static gboolean
is_share (const NephoParameterSet *set, guint k)
{
  return nepho_parameter_set_get (set, k)->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT;
}

/* Whether any share of the segment of parameter @k differs. */
static gboolean
segment_differs (const NephoParameterSet *set, guint k, const double *a, const double *b)
{
  const NephoParameter *share = nepho_parameter_set_get (set, k);

  for (guint i = 0; i < nepho_parameter_set_dataset (set)->vendors->len; i++)
    {
      guint at = nepho_parameter_set_index (set, share->spec->id, (int) i, share->segment);

      if (a[at] != b[at])
        return TRUE;
    }

  return FALSE;
}

/**
 * nepho_scenario_diff:
 * @scenario: a scenario that nobody shares yet; what it stores is replaced
 * @set: parameters
 * @parent_values: the value of each as the scenario's parent has it
 * @values: the value of each as the scenario is to have it
 *
 * Stores what differs, so that nepho_scenario_overlay() over @parent_values gives @values to the last bit.
 */
void
nepho_scenario_diff (NephoScenario *scenario,
                     const NephoParameterSet *set,
                     const double *parent_values,
                     const double *values)
{
  g_hash_table_remove_all (scenario->values);
  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    if (is_share (set, k) ? segment_differs (set, k, parent_values, values) : parent_values[k] != values[k])
      nepho_scenario_set_value (scenario, nepho_parameter_set_get (set, k)->id, values[k]);
}

/* Sum of the shares that the scenario stores of a segment, and how many these are. */
static double
share_sum (const NephoScenario *scenario, const NephoParameterSet *set, guint segment, guint *n_stored)
{
  double sum = 0.0;

  *n_stored = 0;
  for (guint i = 0; i < nepho_parameter_set_dataset (set)->vendors->len; i++)
    {
      guint k = nepho_parameter_set_index (set, "share", (int) i, (int) segment);
      const double *share = g_hash_table_lookup (scenario->values, nepho_parameter_set_get (set, k)->id);

      *n_stored += share != NULL;
      sum += share != NULL ? *share : 0.0;
    }

  return sum;
}

/**
 * nepho_scenario_check_shares:
 * @scenario: a scenario
 * @set: the parameters that it sets some of
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_SHARES where it sets some shares of a segment and not all, or they do
 * not sum to one
 */
gboolean
nepho_scenario_check_shares (const NephoScenario *scenario, const NephoParameterSet *set, GError **error)
{
  const NephoDataset *dataset = nepho_parameter_set_dataset (set);

  for (guint s = 0; s < dataset->segments->len; s++)
    {
      guint n_stored;
      double sum = share_sum (scenario, set, s, &n_stored);

      if (n_stored > 0 && n_stored < dataset->vendors->len)
        g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES,
                     _("the shares of %u of %u vendors in segment %s; expected all or none"), n_stored,
                     dataset->vendors->len, nepho_dataset_segment (dataset, s)->id);
      else if (n_stored > 0 && fabs (sum - 1.0) > SHARES_TOLERANCE)
        g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES,
                     _("the shares of segment %s sum to %.9g; expected 1"), nepho_dataset_segment (dataset, s)->id,
                     sum);
      else
        continue;
      return FALSE;
    }

  return TRUE;
}

/**
 * nepho_scenario_resolve:
 * @set: the parameters of a data set
 * @id: (nullable): id of a scenario of the data set; of none, the data set's own values count
 * @values: (out caller-allocates): the value of each parameter
 * @error: return location for an error
 *
 * Follows the parents of a built-in scenario and writes their values over the data set's, oldest first.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN or %NEPHO_MODEL_ERROR_RANGE
 */
gboolean
nepho_scenario_resolve (const NephoParameterSet *set, const char *id, double *values, GError **error)
{
  const NephoScenario *scenario
    = id != NULL ? nepho_dataset_find_scenario (nepho_parameter_set_dataset (set), id) : NULL;

  if (scenario == NULL)
    {
      for (guint k = 0; k < nepho_parameter_set_size (set); k++)
        values[k] = nepho_parameter_set_get (set, k)->initial;
      return TRUE;
    }

  return nepho_scenario_resolve (set, scenario->parent, values, error)
         && nepho_scenario_overlay (scenario, set, values, error);
}

/**
 * nepho_scenario_setter:
 * @scenario: (nullable): a scenario of the data set
 * @set: its parameters
 * @index: a parameter
 * @value: what it is now
 *
 * Returns: (transfer none) (nullable): which of @scenario and those that it follows gives the parameter that value
 */
const NephoScenario *
nepho_scenario_setter (const NephoScenario *scenario, const NephoParameterSet *set, guint index, double value)
{
  const NephoDataset *dataset = nepho_parameter_set_dataset (set);

  while (scenario != NULL)
    {
      const double *set_to = g_hash_table_lookup (scenario->values, nepho_parameter_set_get (set, index)->id);

      if (set_to != NULL)
        return *set_to == value ? scenario : NULL;
      scenario = scenario->parent != NULL ? nepho_dataset_find_scenario (dataset, scenario->parent) : NULL;
    }

  return NULL;
}
