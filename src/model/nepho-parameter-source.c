/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-parameter-source.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-model-error.h"
#include "nepho-number.h"
#include "nepho-scenario-values.h"

/* What scaling there and back leaves over is no edit. */
#define ROUNDING 1e-12

/* Shares that were scaled together keep their proportions to this. */
#define SAME_RATIO 1e-9

static const NephoAlternative *
alternative_at (const NephoParameter *parameter, guint i)
{
  return g_ptr_array_index (parameter->alternatives, i);
}

static guint
n_alternatives (const NephoParameter *parameter)
{
  return parameter->alternatives != NULL ? parameter->alternatives->len : 0;
}

/**
 * nepho_parameter_source_of:
 * @parameter: a parameter
 * @value: a value for it
 *
 * Returns: (transfer none) (nullable): id of the fact whose figure @value is: the default's source, or
 * an alternative's; %NULL where nobody published it
 */
const char *
nepho_parameter_source_of (const NephoParameter *parameter, double value)
{
  if (value == parameter->initial)
    return parameter->source;

  for (guint i = 0; i < n_alternatives (parameter); i++)
    if (alternative_at (parameter, i)->value == value)
      return alternative_at (parameter, i)->source;

  return NULL;
}

static gboolean
is_share (const NephoParameter *parameter)
{
  return parameter->spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT;
}

static gboolean
is_alternative (const NephoParameter *parameter, double value)
{
  return value != parameter->initial && nepho_parameter_source_of (parameter, value) != NULL;
}

/* Whoever only made room kept the proportion to others who did. */
static gboolean
followed (const NephoParameterSet *set, guint index, const double *values)
{
  const NephoParameter *parameter = nepho_parameter_set_get (set, index);
  guint n_vendors = nepho_parameter_set_dataset (set)->vendors->len;
  double ratio = values[index] / parameter->initial;

  if (!is_share (parameter) || !isfinite (ratio))
    return FALSE;

  for (guint i = 0; i < n_vendors; i++)
    {
      guint other = nepho_parameter_set_index (set, parameter->spec->id, (int) i, parameter->segment);
      double other_ratio = values[other] / nepho_parameter_set_get (set, other)->initial;

      if (other != index && fabs (other_ratio - ratio) <= SAME_RATIO * ratio)
        return TRUE;
    }

  return FALSE;
}

/**
 * nepho_parameter_set_standing:
 * @set: a parameter set
 * @index: a parameter
 * @values: the value of every parameter
 *
 * Returns: whose word its value is; what a scenario set is told from the reader's own by
 * nepho_parameter_set_standing_in()
 */
NephoStanding
nepho_parameter_set_standing (const NephoParameterSet *set, guint index, const double *values)
{
  const NephoParameter *parameter = nepho_parameter_set_get (set, index);
  const NephoFact *fact;

  if (is_alternative (parameter, values[index]))
    return NEPHO_STANDING_ALTERNATIVE;
  if (values[index] != parameter->initial)
    return followed (set, index, values) ? NEPHO_STANDING_FOLLOWED : NEPHO_STANDING_CHANGED;

  fact = nepho_dataset_find_fact (nepho_parameter_set_dataset (set), parameter->source);
  if (fact == NULL)
    return NEPHO_STANDING_ASSUMED;

  return nepho_grade_is_weak (fact->grade) ? NEPHO_STANDING_WEAK : NEPHO_STANDING_SOURCED;
}

/**
 * nepho_parameter_set_standing_in:
 * @set: a parameter set
 * @index: a parameter
 * @values: the value of every parameter
 * @scenario: (nullable): the scenario of the data set that is at work, or is followed
 *
 * Returns: whose word its value is
 */
NephoStanding
nepho_parameter_set_standing_in (const NephoParameterSet *set,
                                 guint index,
                                 const double *values,
                                 const NephoScenario *scenario)
{
  NephoStanding standing = nepho_parameter_set_standing (set, index, values);

  if (standing != NEPHO_STANDING_CHANGED)
    return standing;

  return nepho_scenario_setter (scenario, set, index, values[index]) != NULL ? NEPHO_STANDING_SCENARIO : standing;
}

/**
 * nepho_standing_id:
 * @standing: whose word a value is
 *
 * Returns: who set it, for other programs: "data-set", "publisher", "share", "scenario" or "reader"
 */
const char *
nepho_standing_id (NephoStanding standing)
{
  switch (standing)
    {
    case NEPHO_STANDING_ALTERNATIVE:
      return "publisher";
    case NEPHO_STANDING_FOLLOWED:
      return "share";
    case NEPHO_STANDING_SCENARIO:
      return "scenario";
    case NEPHO_STANDING_CHANGED:
      return "reader";
    case NEPHO_STANDING_SOURCED:
    case NEPHO_STANDING_WEAK:
    case NEPHO_STANDING_ASSUMED:
    default:
      return "data-set";
    }
}

static void
append_choice (GString *list, const NephoParameterSet *set, const NephoParameter *parameter, const char *id,
               double value)
{
  const NephoFact *fact = nepho_dataset_find_fact (nepho_parameter_set_dataset (set), id);
  g_autofree char *shown
    = nepho_number_format (value, parameter->spec->unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);

  g_string_append_printf (list, "%s%s (%s%s%s)", list->len > 0 ? ", " : "", id, fact != NULL ? fact->publisher : "",
                          fact != NULL && *fact->publisher != '\0' ? ", " : "", shown);
}

static gboolean
refuse_choice (const NephoParameterSet *set, const NephoParameter *parameter, const char *fact_id, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (parameter->source != NULL)
    append_choice (list, set, parameter, parameter->source, parameter->initial);
  for (guint i = 0; i < n_alternatives (parameter); i++)
    append_choice (list, set, parameter, alternative_at (parameter, i)->source, alternative_at (parameter, i)->value);

  if (list->len == 0)
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
                 _("%s: there is no source “%s”; nobody published it, its value is an assumption"), parameter->id,
                 fact_id);
  else
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
                 _("%s: there is no source “%s”; expected one of %s"), parameter->id, fact_id, list->str);

  return FALSE;
}

static gboolean
find_choice (const NephoParameterSet *set, const NephoParameter *parameter, const char *fact_id, double *value,
             GError **error)
{
  if (fact_id == NULL || g_strcmp0 (fact_id, parameter->source) == 0)
    {
      *value = parameter->initial;
      return TRUE;
    }

  for (guint i = 0; i < n_alternatives (parameter); i++)
    if (g_str_equal (alternative_at (parameter, i)->source, fact_id))
      {
        *value = alternative_at (parameter, i)->value;
        return TRUE;
      }

  return refuse_choice (set, parameter, fact_id, error);
}

/* The shares that should stay: the locked ones, and those that the reader also took from another
 * publisher. */
static gboolean *
held_shares (const NephoParameterSet *set, const double *values, guint index, const gboolean *locked)
{
  guint size = nepho_parameter_set_size (set);
  gboolean *held = g_new0 (gboolean, size);

  for (guint k = 0; k < size; k++)
    {
      const NephoParameter *other = nepho_parameter_set_get (set, k);

      held[k] = k != index && is_share (other)
                && ((locked != NULL && locked[k]) || is_alternative (other, values[k]));
    }

  return held;
}

static void
snap_shares (const NephoParameterSet *set, double *values, int segment)
{
  for (guint i = 0; i < nepho_parameter_set_dataset (set)->vendors->len; i++)
    {
      guint k = nepho_parameter_set_index (set, "share", (int) i, segment);
      double initial = nepho_parameter_set_get (set, k)->initial;

      if (fabs (values[k] - initial) <= ROUNDING)
        values[k] = initial;
    }
}

static gboolean
choose_share (const NephoParameterSet *set, double *values, guint index, double share, const gboolean *locked,
              GError **error)
{
  g_autofree gboolean *held = held_shares (set, values, index, locked);

  /* Where those of other publishers leave no room, they give way as any other. */
  if (!nepho_parameter_set_rebalance (set, values, index, share, held, NULL)
      && !nepho_parameter_set_rebalance (set, values, index, share, locked, error))
    return FALSE;

  snap_shares (set, values, nepho_parameter_set_get (set, index)->segment);

  return TRUE;
}

/**
 * nepho_parameter_set_choose:
 * @set: a parameter set
 * @values: (inout): the value of every parameter
 * @index: a parameter
 * @fact_id: (nullable): the fact whose figure it is to have: the default's source or that of an
 *   alternative; %NULL for the default
 * @locked: (nullable): by parameter, whether its share must stay
 * @error: return location for an error
 *
 * Sets a parameter to what a publisher says. Where it is a share, the others of its segment make room
 * as in nepho_parameter_set_rebalance(); those that stand on another publisher's figure stay if they
 * can.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN, whose message lists what there is, or
 * %NEPHO_MODEL_ERROR_SHARES; @values is then as it was
 */
gboolean
nepho_parameter_set_choose (const NephoParameterSet *set,
                            double *values,
                            guint index,
                            const char *fact_id,
                            const gboolean *locked,
                            GError **error)
{
  const NephoParameter *parameter = nepho_parameter_set_get (set, index);
  double value;

  if (!find_choice (set, parameter, fact_id, &value, error))
    return FALSE;
  if (values[index] == value)
    return TRUE;
  if (is_share (parameter))
    return choose_share (set, values, index, value, locked, error);

  values[index] = value;

  return TRUE;
}
