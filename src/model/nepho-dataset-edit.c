/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-dataset-edit-private.h"
#include "nepho-model-error.h"
#include "nepho-number.h"

#define MIN_VENDORS 2

/* What binary rounding leaves over is no reason to refuse. */
#define ROUNDING 1e-12

#define REASON_LIST N_("Follows from a change of the list of vendors, which the reader made")
#define REASON_ADDED N_("Entered by the reader when adding the vendor")

static const char *
vendor_name (const NephoDataset *dataset, guint vendor)
{
  return nepho_text_get (nepho_dataset_vendor (dataset, vendor)->name);
}

static gboolean
is_others (const NephoDataset *dataset, guint vendor)
{
  return g_str_equal (nepho_dataset_vendor (dataset, vendor)->id, NEPHO_VENDOR_OTHERS);
}

static NephoVendor *
mutable_vendor (NephoDataset *dataset, guint vendor)
{
  return g_ptr_array_index (dataset->vendors, vendor);
}

/* Two vendors of one name could not be told apart in a chart. */
static gboolean
check_new_name (const NephoDataset *dataset, int self, const char *name, GError **error)
{
  for (guint i = 0; i < dataset->vendors->len; i++)
    if ((int) i != self && g_str_equal (vendor_name (dataset, i), name))
      {
        g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                     _("There is a vendor “%s” already; expected another name"), name);
        return FALSE;
      }

  return TRUE;
}

/* A vendor keeps its colour when its place in the list changes. */
static void
pin_colours (NephoDataset *dataset)
{
  for (guint i = 0; i < dataset->vendors->len; i++)
    if (mutable_vendor (dataset, i)->colour < 0 && !is_others (dataset, i))
      mutable_vendor (dataset, i)->colour = (int) i;
}

static int
free_colour (const NephoDataset *dataset)
{
  for (int colour = 0;; colour++)
    {
      gboolean used = FALSE;

      for (guint i = 0; i < dataset->vendors->len; i++)
        used = used || nepho_dataset_vendor (dataset, i)->colour == colour;
      if (!used)
        return colour;
    }
}

/* Published shares of all the others are of other others once the list of the named has changed. */
static void
forget_history (NephoDataset *dataset, const char *vendor)
{
  for (guint i = dataset->observations->len; i > 0; i--)
    {
      const NephoObservation *observation = g_ptr_array_index (dataset->observations, i - 1);

      if (g_str_equal (observation->vendor, vendor)
          || (g_str_equal (observation->vendor, NEPHO_VENDOR_OTHERS) && g_str_has_prefix (observation->series, "share")))
        g_ptr_array_remove_index (dataset->observations, i - 1);
    }
}

/* What a new vendor takes in a segment: from Others where there are any, otherwise from each in
 * proportion. */
static gboolean
make_room (NephoDataset *dataset, int others, guint segment, double share, GError **error)
{
  double left;

  if (others < 0)
    {
      for (guint i = 0; i < dataset->vendors->len; i++)
        nepho_edit_set_share (dataset, i, segment, nepho_edit_get_share (dataset, i, segment) * (1.0 - share),
                              REASON_LIST);
      return TRUE;
    }

  left = nepho_edit_get_share (dataset, (guint) others, segment) - share;
  if (left < -ROUNDING)
    {
      g_autofree char *wanted = nepho_number_format (share, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT);
      g_autofree char *there
        = nepho_number_format (left + share, NEPHO_UNIT_FRACTION, NEPHO_NUMBER_WITH_UNIT);

      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_SHARES,
                   _("A starting share of %s is more than “%s” has in %s; expected at most %s"), wanted,
                   vendor_name (dataset, (guint) others),
                   nepho_text_get (nepho_dataset_segment (dataset, segment)->name), there);
      return FALSE;
    }
  nepho_edit_set_share (dataset, (guint) others, segment, MAX (left, 0.0), REASON_LIST);

  return TRUE;
}

static gboolean
check_add (const NephoDataset *dataset, double share, GError **error)
{
  if (dataset->vendors->len >= NEPHO_DATASET_MAX_VENDORS)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("A data set has at most %u vendors, and all are there"), NEPHO_DATASET_MAX_VENDORS);
      return FALSE;
    }
  if (!(share >= 0.0 && share < 1.0))
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE,
                   _("A starting share of %g %% is outside its range; expected 0 %% to less than 100 %%"),
                   100.0 * share);
      return FALSE;
    }

  return TRUE;
}

/* Adds a vendor without shares, before Others where they come last. */
static guint
insert_vendor (NephoDataset *dataset, const char *id, const char *name)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *made = NULL;
  guint last = dataset->vendors->len - 1;

  for (guint i = 0; i < dataset->vendors->len; i++)
    g_hash_table_add (taken, nepho_dataset_vendor (dataset, i)->id);
  made = id != NULL ? g_strdup (id) : nepho_name_to_id (name, "vendor", taken);
  pin_colours (dataset);
  nepho_dataset_add_vendor (dataset, made)->colour = -1;
  if (id != NULL)
    return last + 1;

  mutable_vendor (dataset, last + 1)->colour = free_colour (dataset);
  nepho_text_set_own (mutable_vendor (dataset, last + 1)->name, name);
  if (!is_others (dataset, last))
    return last + 1;
  nepho_edit_move (dataset->vendors, last + 1, last);

  return last;
}

/**
 * nepho_dataset_edit_add_vendor:
 * @dataset: a data set
 * @name: its name, in the reader's language
 * @share: its starting share of every segment, 0 to less than 1
 * @error: return location for an error
 *
 * Adds a vendor with the default value of each parameter. It takes its share from the vendor "others",
 * or, where there is none, from each in proportion.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_DATA,
 * %NEPHO_MODEL_ERROR_RANGE or %NEPHO_MODEL_ERROR_SHARES
 */
NephoDataset *
nepho_dataset_edit_add_vendor (const NephoDataset *dataset, const char *name, double share, GError **error)
{
  g_autofree char *shown = nepho_name_check (name, error);
  g_autoptr (NephoDataset) copy = NULL;
  guint vendor;
  int others;

  if (shown == NULL || !check_new_name (dataset, -1, shown, error) || !check_add (dataset, share, error))
    return NULL;

  copy = nepho_dataset_copy (dataset);
  others = nepho_edit_find_vendor (copy, NEPHO_VENDOR_OTHERS, NULL);
  for (guint s = 0; s < copy->segments->len; s++)
    if (!make_room (copy, others, s, share, error))
      return NULL;

  vendor = insert_vendor (copy, NULL, shown);
  for (guint s = 0; s < copy->segments->len; s++)
    nepho_edit_set_share (copy, vendor, s, share, REASON_ADDED);
  forget_history (copy, nepho_dataset_vendor (copy, vendor)->id);

  return nepho_edit_finish (g_steal_pointer (&copy), error);
}

/* Gives a vendor's share of a segment to Others, or to the rest in proportion to what they have. */
static void
hand_over (NephoDataset *dataset, guint vendor, int others, guint segment)
{
  double share = nepho_edit_get_share (dataset, vendor, segment);
  double rest = 0.0;

  if (others >= 0)
    {
      nepho_edit_set_share (dataset, (guint) others, segment,
                            MIN (nepho_edit_get_share (dataset, (guint) others, segment) + share, 1.0), REASON_LIST);
      return;
    }

  for (guint i = 0; i < dataset->vendors->len; i++)
    rest += i != vendor ? nepho_edit_get_share (dataset, i, segment) : 0.0;
  for (guint i = 0; i < dataset->vendors->len; i++)
    if (i != vendor)
      nepho_edit_set_share (dataset, i, segment,
                            rest > 0.0 ? MIN (nepho_edit_get_share (dataset, i, segment) * ((rest + share) / rest), 1.0)
                                       : share / (dataset->vendors->len - 1),
                            REASON_LIST);
}

static NephoDataset *
take_out (NephoDataset *dataset, guint vendor, GError **error)
{
  g_autoptr (NephoDataset) copy = dataset;
  const char *id = nepho_dataset_vendor (copy, vendor)->id;
  g_autofree char *prefix = g_strdup_printf ("vendor.%s.", id);
  int others = is_others (copy, vendor) ? -1 : nepho_edit_find_vendor (copy, NEPHO_VENDOR_OTHERS, NULL);

  pin_colours (copy);
  for (guint s = 0; s < copy->segments->len; s++)
    hand_over (copy, vendor, others, s);
  nepho_edit_forget (copy, prefix, "");
  forget_history (copy, id);
  g_ptr_array_remove_index (copy->vendors, vendor);

  return nepho_edit_finish (g_steal_pointer (&copy), error);
}

/**
 * nepho_dataset_edit_remove_vendor:
 * @dataset: a data set
 * @vendor: id of a vendor
 * @error: return location for an error
 *
 * Removes a vendor with its parameters and its history. Its shares go to the vendor "others", or, where
 * there is none or it is that one, to the rest in proportion.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or
 * %NEPHO_MODEL_ERROR_DATA
 */
NephoDataset *
nepho_dataset_edit_remove_vendor (const NephoDataset *dataset, const char *vendor, GError **error)
{
  int index = nepho_edit_find_vendor (dataset, vendor, error);

  if (index < 0)
    return NULL;
  if (dataset->vendors->len <= MIN_VENDORS)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("“%s” cannot be removed: a market needs at least %d vendors"),
                   vendor_name (dataset, (guint) index), MIN_VENDORS);
      return NULL;
    }

  return take_out (nepho_dataset_copy (dataset), (guint) index, error);
}

static void
add_others (NephoDataset *dataset)
{
  guint vendor = insert_vendor (dataset, NEPHO_VENDOR_OTHERS, NULL);
  NephoText *name = mutable_vendor (dataset, vendor)->name;

  nepho_text_set_own (name, _("Others"));
  nepho_text_set (name, "en", "Others");
  for (guint s = 0; s < dataset->segments->len; s++)
    nepho_edit_set_share (dataset, vendor, s, 0.0, REASON_LIST);
}

/**
 * nepho_dataset_edit_merge_vendor:
 * @dataset: a data set
 * @vendor: id of a vendor
 * @error: return location for an error
 *
 * Makes a vendor one of those that are not named: all its shares go to the vendor "others", which is
 * made where there is none.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or
 * %NEPHO_MODEL_ERROR_DATA
 */
NephoDataset *
nepho_dataset_edit_merge_vendor (const NephoDataset *dataset, const char *vendor, GError **error)
{
  int index = nepho_edit_find_vendor (dataset, vendor, error);
  gboolean new_others = nepho_edit_find_vendor (dataset, NEPHO_VENDOR_OTHERS, NULL) < 0;
  g_autoptr (NephoDataset) copy = NULL;

  if (index < 0)
    return NULL;
  if (is_others (dataset, (guint) index))
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("“%s” cannot be merged into itself; expected another vendor"),
                   vendor_name (dataset, (guint) index));
      return NULL;
    }
  if (dataset->vendors->len + new_others <= MIN_VENDORS)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("“%s” cannot be merged: a market needs at least %d vendors"),
                   vendor_name (dataset, (guint) index), MIN_VENDORS);
      return NULL;
    }

  copy = nepho_dataset_copy (dataset);
  if (new_others)
    add_others (copy);

  return take_out (g_steal_pointer (&copy), (guint) index, error);
}

/**
 * nepho_dataset_edit_rename_vendor:
 * @dataset: a data set
 * @vendor: id of a vendor
 * @name: its new name, in the reader's language
 * @error: return location for an error
 *
 * Gives a vendor another name; its id stays.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or
 * %NEPHO_MODEL_ERROR_DATA
 */
NephoDataset *
nepho_dataset_edit_rename_vendor (const NephoDataset *dataset, const char *vendor, const char *name, GError **error)
{
  g_autofree char *shown = nepho_name_check (name, error);
  int index = shown != NULL ? nepho_edit_find_vendor (dataset, vendor, error) : -1;
  NephoDataset *copy;

  if (index < 0 || !check_new_name (dataset, index, shown, error))
    return NULL;

  copy = nepho_dataset_copy (dataset);
  nepho_text_set_own (mutable_vendor (copy, (guint) index)->name, shown);

  return nepho_edit_finish (copy, error);
}

/**
 * nepho_dataset_edit_colour_vendor:
 * @dataset: a data set
 * @vendor: id of a vendor
 * @colour: its place in the palette, from 0
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN,
 * %NEPHO_MODEL_ERROR_RANGE or, for the vendor "others", %NEPHO_MODEL_ERROR_DATA
 */
NephoDataset *
nepho_dataset_edit_colour_vendor (const NephoDataset *dataset, const char *vendor, guint colour, GError **error)
{
  int index = nepho_edit_find_vendor (dataset, vendor, error);
  NephoDataset *copy;

  if (index < 0)
    return NULL;
  if (is_others (dataset, (guint) index))
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("“%s” stands for all that are not named and is always grey"),
                   vendor_name (dataset, (guint) index));
      return NULL;
    }
  if (!nepho_edit_check_colour (colour, error))
    return NULL;

  copy = nepho_dataset_copy (dataset);
  mutable_vendor (copy, (guint) index)->colour = (int) colour;

  return nepho_edit_finish (copy, error);
}

/**
 * nepho_dataset_edit_move_vendor:
 * @dataset: a data set
 * @vendor: id of a vendor
 * @places: how many places down; negative: up
 * @error: return location for an error
 *
 * Moves a vendor in the order of charts and tables; all keep their colours.
 *
 * Returns: (transfer full) (nullable): the changed copy, or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or
 * %NEPHO_MODEL_ERROR_RANGE
 */
NephoDataset *
nepho_dataset_edit_move_vendor (const NephoDataset *dataset, const char *vendor, int places, GError **error)
{
  int index = nepho_edit_find_vendor (dataset, vendor, error);
  NephoDataset *copy;

  if (index < 0
      || !nepho_edit_check_move ((guint) index, places, dataset->vendors->len, vendor_name (dataset, (guint) index),
                                 error))
    return NULL;

  copy = nepho_dataset_copy (dataset);
  pin_colours (copy);
  nepho_edit_move (copy->vendors, (guint) index, (guint) (index + places));

  return nepho_edit_finish (copy, error);
}
