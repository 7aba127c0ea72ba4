/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-dataset-edit-private.h"
#include "nepho-model-error.h"
#include "nepho-number.h"

#define REASON_SIZE N_("From the segment’s size, which the reader entered when adding it, and the contract value")
#define REASON_SHARE N_("Assumed to be as over all other segments together")

static const char *
segment_name (const NephoDataset *dataset, guint segment)
{
  return nepho_text_get (nepho_dataset_segment (dataset, segment)->name);
}

static gboolean
check_new_name (const NephoDataset *dataset, int self, const char *name, GError **error)
{
  for (guint s = 0; s < dataset->segments->len; s++)
    if ((int) s != self && g_str_equal (segment_name (dataset, s), name))
      {
        g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                     _("There is a segment “%s” already; expected another name"), name);
        return FALSE;
      }

  return TRUE;
}

/* CNY bn a year: thousands of customers times millions of yuan. */
static double
segment_size (const NephoParameterSet *set, guint segment)
{
  guint customers = nepho_parameter_set_index (set, "customers", -1, (int) segment);
  guint contract = nepho_parameter_set_index (set, "contract", -1, (int) segment);

  return nepho_parameter_set_get (set, customers)->initial * nepho_parameter_set_get (set, contract)->initial;
}

/* Each vendor's part of all segments together; sums to one. */
static double *
shares_of_all (const NephoDataset *dataset)
{
  g_autoptr (NephoParameterSet) set = nepho_parameter_set_new ((NephoDataset *) dataset);
  double *shares = g_new0 (double, dataset->vendors->len);
  double total = 0.0;

  for (guint i = 0; i < dataset->vendors->len; i++)
    {
      for (guint s = 0; s < dataset->segments->len; s++)
        shares[i] += segment_size (set, s) * nepho_edit_get_share (dataset, i, s);
      total += shares[i];
    }
  for (guint i = 0; i < dataset->vendors->len; i++)
    shares[i] /= total;

  return shares;
}

/* The number of customers that make a segment of that size, at the default contract value. */
static gboolean
customers_of_size (const NephoParameterSet *set, guint segment, double size, double *customers, GError **error)
{
  const NephoParameter *parameter
    = nepho_parameter_set_get (set, nepho_parameter_set_index (set, "customers", -1, (int) segment));
  const NephoParameter *contract
    = nepho_parameter_set_get (set, nepho_parameter_set_index (set, "contract", -1, (int) segment));

  *customers = size / contract->initial;
  if (*customers >= parameter->spec->minimum && *customers <= parameter->spec->maximum)
    return TRUE;

  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE,
               _("A segment of CNY %g bn a year is outside its range; expected %g to %g"), size,
               parameter->spec->minimum * contract->initial, parameter->spec->maximum * contract->initial);

  return FALSE;
}

static gboolean
check_count (const NephoDataset *dataset, GError **error)
{
  if (dataset->segments->len < NEPHO_DATASET_MAX_SEGMENTS)
    return TRUE;

  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
               _("A data set has at most %u segments, and all are there"), NEPHO_DATASET_MAX_SEGMENTS);

  return FALSE;
}

static char *
new_id (const NephoDataset *dataset, const char *name)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint s = 0; s < dataset->segments->len; s++)
    g_hash_table_add (taken, nepho_dataset_segment (dataset, s)->id);

  return nepho_name_to_id (name, "segment", taken);
}

static NephoSegment *
mutable_segment (NephoDataset *dataset, guint segment)
{
  return g_ptr_array_index (dataset->segments, segment);
}

/* A segment keeps its colour when its place in the list changes. */
static void
pin_colours (NephoDataset *dataset)
{
  for (guint s = 0; s < dataset->segments->len; s++)
    mutable_segment (dataset, s)->colour = nepho_dataset_segment_colour (dataset, s);
}

/**
 * nepho_dataset_edit_add_segment:
 * @dataset: a data set
 * @name: its name, in the reader's language
 * @yuan_billion_per_year: what its customers spend in the base year, CNY bn
 * @error: return location for an error
 *
 * Adds a segment of a given size. Every other parameter has its default; each vendor's share is what it
 * has of all other segments together.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_DATA or
 * %NEPHO_MODEL_ERROR_RANGE
 */
NephoDataset *
nepho_dataset_edit_add_segment (const NephoDataset *dataset,
                                const char *name,
                                double yuan_billion_per_year,
                                GError **error)
{
  g_autofree char *shown = nepho_name_check (name, error);
  g_autoptr (NephoDataset) copy = NULL;
  g_autoptr (NephoParameterSet) set = NULL;
  g_autofree char *id = NULL;
  g_autofree char *parameter = NULL;
  g_autofree double *shares = NULL;
  double customers;
  guint segment = dataset->segments->len;

  if (shown == NULL || !check_new_name (dataset, -1, shown, error) || !check_count (dataset, error))
    return NULL;

  copy = nepho_dataset_copy (dataset);
  id = new_id (copy, shown);
  nepho_text_set_own (nepho_dataset_add_segment (copy, id)->name, shown);
  set = nepho_parameter_set_new (copy);
  if (!customers_of_size (set, segment, yuan_billion_per_year, &customers, error))
    return NULL;

  parameter = g_strdup_printf ("segment.%s.customers", id);
  nepho_dataset_add_value (copy, parameter, customers, NULL, REASON_SIZE);
  shares = shares_of_all (dataset);
  for (guint i = 0; i < copy->vendors->len; i++)
    nepho_edit_set_share (copy, i, segment, shares[i], REASON_SHARE);

  return nepho_edit_finish (g_steal_pointer (&copy), error);
}

/**
 * nepho_dataset_edit_remove_segment:
 * @dataset: a data set
 * @segment: id of a segment
 * @error: return location for an error
 *
 * Removes a segment with its parameters, its shares and its history.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or,
 * for the last one, %NEPHO_MODEL_ERROR_DATA
 */
NephoDataset *
nepho_dataset_edit_remove_segment (const NephoDataset *dataset, const char *segment, GError **error)
{
  int index = nepho_edit_find_segment (dataset, segment, error);
  g_autofree char *prefix = g_strdup_printf ("segment.%s.", segment);
  g_autofree char *suffix = g_strdup_printf (".share.%s", segment);
  NephoDataset *copy;

  if (index < 0)
    return NULL;
  if (dataset->segments->len == 1)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("“%s” cannot be removed: a market needs at least one segment"),
                   segment_name (dataset, (guint) index));
      return NULL;
    }

  copy = nepho_dataset_copy (dataset);
  nepho_edit_forget (copy, prefix, "");
  nepho_edit_forget (copy, "vendor.", suffix);
  for (guint i = copy->observations->len; i > 0; i--)
    {
      const NephoObservation *observation = g_ptr_array_index (copy->observations, i - 1);

      if (g_str_equal (observation->segment, segment))
        g_ptr_array_remove_index (copy->observations, i - 1);
    }
  pin_colours (copy);
  g_ptr_array_remove_index (copy->segments, (guint) index);

  return nepho_edit_finish (copy, error);
}

/**
 * nepho_dataset_edit_rename_segment:
 * @dataset: a data set
 * @segment: id of a segment
 * @name: its new name, in the reader's language
 * @error: return location for an error
 *
 * Gives a segment another name; its id stays.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or
 * %NEPHO_MODEL_ERROR_DATA
 */
NephoDataset *
nepho_dataset_edit_rename_segment (const NephoDataset *dataset, const char *segment, const char *name, GError **error)
{
  g_autofree char *shown = nepho_name_check (name, error);
  int index = shown != NULL ? nepho_edit_find_segment (dataset, segment, error) : -1;
  NephoDataset *copy;

  if (index < 0 || !check_new_name (dataset, index, shown, error))
    return NULL;

  copy = nepho_dataset_copy (dataset);
  nepho_text_set_own (mutable_segment (copy, (guint) index)->name, shown);

  return nepho_edit_finish (copy, error);
}

/**
 * nepho_dataset_edit_colour_segment:
 * @dataset: a data set
 * @segment: id of a segment
 * @colour: its place in the palette, from 0
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or
 * %NEPHO_MODEL_ERROR_RANGE
 */
NephoDataset *
nepho_dataset_edit_colour_segment (const NephoDataset *dataset, const char *segment, guint colour, GError **error)
{
  int index = nepho_edit_find_segment (dataset, segment, error);
  NephoDataset *copy;

  if (index < 0 || !nepho_edit_check_colour (colour, error))
    return NULL;

  copy = nepho_dataset_copy (dataset);
  mutable_segment (copy, (guint) index)->colour = (int) colour;

  return nepho_edit_finish (copy, error);
}

/**
 * nepho_dataset_edit_move_segment:
 * @dataset: a data set
 * @segment: id of a segment
 * @places: how many places down; negative: up
 * @error: return location for an error
 *
 * Moves a segment in the order of charts and tables; all keep their colours.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or
 * %NEPHO_MODEL_ERROR_RANGE
 */
NephoDataset *
nepho_dataset_edit_move_segment (const NephoDataset *dataset, const char *segment, int places, GError **error)
{
  int index = nepho_edit_find_segment (dataset, segment, error);
  NephoDataset *copy;

  if (index < 0
      || !nepho_edit_check_move ((guint) index, places, dataset->segments->len, segment_name (dataset, (guint) index),
                                 error))
    return NULL;

  copy = nepho_dataset_copy (dataset);
  pin_colours (copy);
  nepho_edit_move (copy->segments, (guint) index, (guint) (index + places));

  return nepho_edit_finish (copy, error);
}
