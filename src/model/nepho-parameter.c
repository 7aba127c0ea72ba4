/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-parameter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-model-error.h"
#include "nepho-number.h"

struct _NephoParameterSet
{
  gatomicrefcount ref_count;
  NephoDataset   *dataset;
  GArray         *parameters; /* NephoParameter */
  GHashTable     *by_id;      /* id -> index + 1 */
  guint           first[64];  /* by row of the table: index of its first parameter */
};

static const struct
{
  const char *id;
  const char *name;
} groups[NEPHO_N_GROUPS] = {
  [NEPHO_GROUP_ADOPTION] = { "adoption", N_("AI adoption") },
  [NEPHO_GROUP_DEMAND] = { "demand", N_("Demand") },
  [NEPHO_GROUP_PRICE] = { "price", N_("Prices and costs") },
  [NEPHO_GROUP_MARKET] = { "market", N_("Competition") },
  [NEPHO_GROUP_AI] = { "ai", N_("AI models") },
  [NEPHO_GROUP_COMPUTE] = { "compute", N_("Cost of compute") },
  [NEPHO_GROUP_TRAINING_RUN] = { "training-run", N_("One training run") },
  [NEPHO_GROUP_SEGMENT] = { "segment", N_("Segment") },
  [NEPHO_GROUP_SHARES] = { "shares", N_("Starting shares") },
  [NEPHO_GROUP_VENDOR] = { "vendor", N_("Vendor") },
};

/**
 * nepho_group_id:
 * @group: a group of parameters
 *
 * Returns: its name in files
 */
const char *
nepho_group_id (NephoGroup group)
{
  g_return_val_if_fail ((guint) group < NEPHO_N_GROUPS, "");

  return groups[group].id;
}

/**
 * nepho_group_name:
 * @group: a group of parameters
 *
 * Returns: its name in the reader's language
 */
const char *
nepho_group_name (NephoGroup group)
{
  g_return_val_if_fail ((guint) group < NEPHO_N_GROUPS, "");

  return _(groups[group].name);
}

static char *
full_id (const NephoParameterSpec *spec, const NephoVendor *vendor, const NephoSegment *segment)
{
  switch (spec->scope)
    {
    case NEPHO_SCOPE_SEGMENT:
      return g_strdup_printf ("segment.%s.%s", segment->id, spec->id);
    case NEPHO_SCOPE_VENDOR:
      return g_strdup_printf ("vendor.%s.%s", vendor->id, spec->id);
    case NEPHO_SCOPE_VENDOR_SEGMENT:
      return g_strdup_printf ("vendor.%s.%s.%s", vendor->id, spec->id, segment->id);
    case NEPHO_SCOPE_GLOBAL:
    default:
      return g_strdup (spec->id);
    }
}

static void
add (NephoParameterSet *set, const NephoParameterSpec *spec, int vendor, int segment)
{
  NephoParameter parameter = {
    .spec = spec,
    .id = full_id (spec, vendor >= 0 ? nepho_dataset_vendor (set->dataset, (guint) vendor) : NULL,
                   segment >= 0 ? nepho_dataset_segment (set->dataset, (guint) segment) : NULL),
    .vendor = vendor,
    .segment = segment,
    .initial = spec->initial,
    .source = spec->source,
    .reason = spec->source == NULL ? _(spec->reason) : NULL,
  };

  g_array_append_val (set->parameters, parameter);
  g_hash_table_insert (set->by_id, parameter.id, GUINT_TO_POINTER (set->parameters->len));
}

static void
expand (NephoParameterSet *set, const NephoParameterSpec *spec)
{
  int n_vendors = (int) set->dataset->vendors->len;
  int n_segments = (int) set->dataset->segments->len;
  gboolean by_vendor = spec->scope == NEPHO_SCOPE_VENDOR || spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT;
  gboolean by_segment = spec->scope == NEPHO_SCOPE_SEGMENT || spec->scope == NEPHO_SCOPE_VENDOR_SEGMENT;

  for (int vendor = 0; vendor < (by_vendor ? n_vendors : 1); vendor++)
    for (int segment = 0; segment < (by_segment ? n_segments : 1); segment++)
      add (set, spec, by_vendor ? vendor : -1, by_segment ? segment : -1);
}

static void
take_dataset_values (NephoParameterSet *set)
{
  for (guint i = 0; i < set->dataset->values->len; i++)
    {
      const NephoDatasetValue *value = g_ptr_array_index (set->dataset->values, i);
      int index = nepho_parameter_set_find (set, value->id);
      NephoParameter *parameter;

      if (index < 0)
        continue;

      parameter = &g_array_index (set->parameters, NephoParameter, index);
      parameter->initial = value->value;
      parameter->source = value->source;
      parameter->alternatives = value->alternatives->len > 0 ? value->alternatives : NULL;
      /* The bundled data sets' reasons stand in po/data-strings.h and are translated; others pass. */
      parameter->reason = value->reason != NULL ? _(value->reason) : NULL;
    }
}

static void
parameter_clear (gpointer data)
{
  NephoParameter *parameter = data;

  g_free (parameter->id);
}

/**
 * nepho_parameter_set_new:
 * @dataset: the data set whose vendors and segments the table is made concrete for
 *
 * Expands the table of parameters. Values of @dataset whose id names no parameter are passed over;
 * the reader of data sets refuses them earlier.
 *
 * Returns: (transfer full): the parameters in a fixed order
 */
NephoParameterSet *
nepho_parameter_set_new (NephoDataset *dataset)
{
  NephoParameterSet *set = g_new0 (NephoParameterSet, 1);
  guint n_specs;
  const NephoParameterSpec *specs = nepho_parameter_specs (&n_specs);

  g_assert (n_specs <= G_N_ELEMENTS (set->first));

  g_atomic_ref_count_init (&set->ref_count);
  set->dataset = nepho_dataset_ref (dataset);
  set->parameters = g_array_new (FALSE, FALSE, sizeof (NephoParameter));
  g_array_set_clear_func (set->parameters, parameter_clear);
  set->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_specs; i++)
    {
      set->first[i] = set->parameters->len;
      expand (set, &specs[i]);
    }
  take_dataset_values (set);

  return set;
}

NephoParameterSet *
nepho_parameter_set_ref (NephoParameterSet *set)
{
  g_atomic_ref_count_inc (&set->ref_count);

  return set;
}

void
nepho_parameter_set_unref (NephoParameterSet *set)
{
  if (!g_atomic_ref_count_dec (&set->ref_count))
    return;

  g_hash_table_unref (set->by_id);
  g_array_unref (set->parameters);
  nepho_dataset_unref (set->dataset);
  g_free (set);
}

/**
 * nepho_parameter_set_dataset:
 * @set: a parameter set
 *
 * Returns: (transfer none): the data set it was made for
 */
NephoDataset *
nepho_parameter_set_dataset (const NephoParameterSet *set)
{
  return set->dataset;
}

/**
 * nepho_parameter_set_size:
 * @set: a parameter set
 *
 * Returns: number of parameters, the length of an array of values
 */
guint
nepho_parameter_set_size (const NephoParameterSet *set)
{
  return set->parameters->len;
}

/**
 * nepho_parameter_set_get:
 * @set: a parameter set
 * @index: less than its size
 *
 * Returns: (transfer none): that parameter
 */
const NephoParameter *
nepho_parameter_set_get (const NephoParameterSet *set, guint index)
{
  g_return_val_if_fail (index < set->parameters->len, NULL);

  return &g_array_index (set->parameters, NephoParameter, index);
}

/**
 * nepho_parameter_set_find:
 * @set: a parameter set
 * @id: full id of a parameter
 *
 * Returns: its index, or -1
 */
int
nepho_parameter_set_find (const NephoParameterSet *set, const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (set->by_id, id)) - 1;
}

/**
 * nepho_parameter_set_index:
 * @set: a parameter set
 * @spec_id: id of a row of the table
 * @vendor: index of the vendor, or -1 where the row is not for vendors
 * @segment: index of the segment, or -1 where the row is not for segments
 *
 * Returns: the index of that parameter; asking for one that does not exist is a programmer's error
 */
guint
nepho_parameter_set_index (const NephoParameterSet *set, const char *spec_id, int vendor, int segment)
{
  guint n_specs;
  const NephoParameterSpec *specs = nepho_parameter_specs (&n_specs);
  guint n_segments = set->dataset->segments->len;

  for (guint i = 0; i < n_specs; i++)
    if (g_str_equal (specs[i].id, spec_id))
      switch (specs[i].scope)
        {
        case NEPHO_SCOPE_SEGMENT:
          return set->first[i] + (guint) segment;
        case NEPHO_SCOPE_VENDOR:
          return set->first[i] + (guint) vendor;
        case NEPHO_SCOPE_VENDOR_SEGMENT:
          return set->first[i] + (guint) vendor * n_segments + (guint) segment;
        case NEPHO_SCOPE_GLOBAL:
        default:
          return set->first[i];
        }

  g_assert_not_reached ();
}

/**
 * nepho_parameter_set_defaults:
 * @set: a parameter set
 *
 * Returns: (transfer full): the data set's own value of every parameter
 */
double *
nepho_parameter_set_defaults (const NephoParameterSet *set)
{
  double *values = g_new (double, set->parameters->len);

  for (guint i = 0; i < set->parameters->len; i++)
    values[i] = nepho_parameter_set_get (set, i)->initial;

  return values;
}

/**
 * nepho_parameter_set_check:
 * @set: a parameter set
 * @index: a parameter
 * @value: a value for it, in its unit
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_RANGE where @value is not a number in the range
 */
gboolean
nepho_parameter_set_check (const NephoParameterSet *set, guint index, double value, GError **error)
{
  const NephoParameter *parameter = nepho_parameter_set_get (set, index);
  const NephoParameterSpec *spec = parameter->spec;
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT;
  g_autofree char *shown = NULL;
  g_autofree char *minimum = NULL;
  g_autofree char *maximum = NULL;

  if (value >= spec->minimum && value <= spec->maximum)
    return TRUE;

  shown = nepho_number_format (value, spec->unit, NEPHO_NUMBER_EXACT | NEPHO_NUMBER_WITH_UNIT);
  minimum = nepho_number_format (spec->minimum, spec->unit, style);
  maximum = nepho_number_format (spec->maximum, spec->unit, style);
  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE,
               _("%s: %s is outside its range; expected %s to %s"), parameter->id, shown, minimum,
               maximum);

  return FALSE;
}

static gboolean
refuse_shares (const NephoParameterSet *set, guint changed, double most, gboolean exactly, GError **error)
{
  g_autofree char *shown = nepho_number_format (most, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT);
  g_autofree char *title = nepho_parameter_title (set, changed);

  if (exactly)
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES,
                 _("%s must be %s, because the shares of all others in the segment are locked or zero"),
                 title, shown);
  else
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES,
                 _("%s can be at most %s, because the locked shares take the rest"), title, shown);
  return FALSE;
}

/**
 * nepho_parameter_set_rebalance:
 * @set: a parameter set
 * @values: (inout): the values; those of one segment's shares are changed
 * @changed: the share that the reader sets
 * @share: its new value, 0 to 1
 * @locked: (nullable): by parameter, whether its share must stay
 * @error: return location for an error
 *
 * Sets a share and scales the unlocked others in its segment so that all sum to one.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_SHARES where locked shares leave no room, or nobody to
 * give what is left; @values is then as it was
 */
gboolean
nepho_parameter_set_rebalance (const NephoParameterSet *set,
                               double *values,
                               guint changed,
                               double share,
                               const gboolean *locked,
                               GError **error)
{
  int segment = nepho_parameter_set_get (set, changed)->segment;
  guint n_vendors = set->dataset->vendors->len;
  double held = 0.0;
  double free_sum = 0.0;
  double default_sum = 0.0;
  double rest;

  if (!nepho_parameter_set_check (set, changed, share, error))
    return FALSE;

  for (guint i = 0; i < n_vendors; i++)
    {
      guint index = nepho_parameter_set_index (set, "share", (int) i, segment);

      if (index == changed)
        continue;
      if (locked != NULL && locked[index])
        held += values[index];
      else
        {
          free_sum += values[index];
          default_sum += nepho_parameter_set_get (set, index)->initial;
        }
    }

  rest = 1.0 - held - share;
  /* What binary rounding leaves over is no reason to refuse. */
  if (fabs (rest) < 1e-12)
    rest = 0.0;
  if (rest < 0.0 || (rest > 0.0 && free_sum <= 0.0 && default_sum <= 0.0))
    return refuse_shares (set, changed, MAX (1.0 - held, 0.0), free_sum <= 0.0 && default_sum <= 0.0, error);

  for (guint i = 0; i < n_vendors; i++)
    {
      guint index = nepho_parameter_set_index (set, "share", (int) i, segment);

      if (index == changed || (locked != NULL && locked[index]))
        continue;
      /* Others that are all at zero have no proportions left: the data set's are taken. */
      if (free_sum > 0.0)
        values[index] *= rest / free_sum;
      else if (default_sum > 0.0)
        values[index] = nepho_parameter_set_get (set, index)->initial * rest / default_sum;
    }
  values[changed] = share;

  return TRUE;
}

/**
 * nepho_parameter_title:
 * @set: a parameter set
 * @index: a parameter
 *
 * Returns: (transfer full): its name with its segment and vendor, in the reader's language:
 * "Share, Alibaba Cloud, IaaS"
 */
char *
nepho_parameter_title (const NephoParameterSet *set, guint index)
{
  const NephoParameter *parameter = nepho_parameter_set_get (set, index);
  const char *vendor = NULL;
  const char *segment = NULL;

  if (parameter->vendor >= 0)
    vendor = nepho_text_get (nepho_dataset_vendor (set->dataset, (guint) parameter->vendor)->name);
  if (parameter->segment >= 0)
    segment = nepho_text_get (nepho_dataset_segment (set->dataset, (guint) parameter->segment)->name);

  if (vendor != NULL && segment != NULL)
    /* Translators: name of a parameter, vendor, segment */
    return g_strdup_printf (_("%s, %s, %s"), _(parameter->spec->name), vendor, segment);
  if (vendor != NULL || segment != NULL)
    /* Translators: name of a parameter, vendor or segment */
    return g_strdup_printf (_("%s, %s"), _(parameter->spec->name), vendor != NULL ? vendor : segment);

  return g_strdup (_(parameter->spec->name));
}
