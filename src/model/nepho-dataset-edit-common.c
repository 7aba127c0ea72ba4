/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-dataset-edit-private.h"
#include "nepho-model-error.h"

/* What scaling leaves over of a sum of one. */
#define SHARES_ROUNDING 1e-9

int
nepho_edit_find_vendor (const NephoDataset *dataset, const char *id, GError **error)
{
  for (guint i = 0; i < dataset->vendors->len; i++)
    if (g_str_equal (nepho_dataset_vendor (dataset, i)->id, id))
      return (int) i;

  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN, _("There is no vendor “%s” in this data set"),
               id);

  return -1;
}

int
nepho_edit_find_segment (const NephoDataset *dataset, const char *id, GError **error)
{
  for (guint s = 0; s < dataset->segments->len; s++)
    if (g_str_equal (nepho_dataset_segment (dataset, s)->id, id))
      return (int) s;

  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
               _("There is no segment “%s” in this data set"), id);

  return -1;
}

/* Returns: (transfer none) (nullable): the data set's value of a parameter */
NephoDatasetValue *
nepho_edit_find_value (NephoDataset *dataset, const char *id)
{
  for (guint i = 0; i < dataset->values->len; i++)
    {
      NephoDatasetValue *value = g_ptr_array_index (dataset->values, i);

      if (g_str_equal (value->id, id))
        return value;
    }

  return NULL;
}

static char *
share_id (const NephoDataset *dataset, guint vendor, guint segment)
{
  return g_strdup_printf ("vendor.%s.share.%s", nepho_dataset_vendor (dataset, vendor)->id,
                          nepho_dataset_segment (dataset, segment)->id);
}

double
nepho_edit_get_share (const NephoDataset *dataset, guint vendor, guint segment)
{
  g_autofree char *id = share_id (dataset, vendor, segment);
  const NephoDatasetValue *value = nepho_edit_find_value ((NephoDataset *) dataset, id);

  return value != NULL ? value->value : 0.0;
}

/* What a publisher said is kept beside what takes its place. */
static void
keep_published (NephoDatasetValue *value)
{
  NephoAlternative *alternative;

  if (value->source == NULL)
    return;

  nepho_dataset_value_add_alternative (value, value->value, value->source);
  /* The one that stood first stays first. */
  alternative = g_ptr_array_steal_index (value->alternatives, value->alternatives->len - 1);
  g_ptr_array_insert (value->alternatives, 0, alternative);
  g_clear_pointer (&value->source, g_free);
}

/* Sets a share that no publisher gives. What is published of a named vendor stays as an alternative;
 * what is published of all the others is of other others, and goes. */
void
nepho_edit_set_share (NephoDataset *dataset, guint vendor, guint segment, double share, const char *reason)
{
  g_autofree char *id = share_id (dataset, vendor, segment);
  NephoDatasetValue *value = nepho_edit_find_value (dataset, id);

  if (value == NULL)
    {
      nepho_dataset_add_value (dataset, id, share, NULL, reason);
      return;
    }
  if (value->value == share)
    return;

  if (g_str_equal (nepho_dataset_vendor (dataset, vendor)->id, NEPHO_VENDOR_OTHERS))
    {
      g_ptr_array_set_size (value->alternatives, 0);
      g_clear_pointer (&value->source, g_free);
    }
  keep_published (value);
  value->value = share;
  nepho_fact_set_text (&value->reason, reason);
}

static gboolean
matches (const char *id, const char *prefix, const char *suffix)
{
  return g_str_has_prefix (id, prefix) && g_str_has_suffix (id, suffix);
}

/* Drops the values of all parameters whose ids begin and end so, from the data set and its scenarios. */
void
nepho_edit_forget (NephoDataset *dataset, const char *prefix, const char *suffix)
{
  for (guint i = dataset->values->len; i > 0; i--)
    {
      const NephoDatasetValue *value = g_ptr_array_index (dataset->values, i - 1);

      if (matches (value->id, prefix, suffix))
        g_ptr_array_remove_index (dataset->values, i - 1);
    }

  for (guint i = 0; i < dataset->scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (dataset->scenarios, i);
      GHashTableIter iter;
      gpointer id;

      g_hash_table_iter_init (&iter, scenario->values);
      while (g_hash_table_iter_next (&iter, &id, NULL))
        if (matches (id, prefix, suffix))
          g_hash_table_iter_remove (&iter);
    }
}

void
nepho_edit_move (GPtrArray *list, guint from, guint to)
{
  gpointer item = g_ptr_array_steal_index (list, from);

  g_ptr_array_insert (list, (int) to, item);
}

gboolean
nepho_edit_check_move (guint from, int places, guint length, const char *name, GError **error)
{
  gint64 to = (gint64) from + places;

  if (to >= 0 && to < (gint64) length)
    return TRUE;

  if (to < 0)
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE, _("“%s” cannot move above the first place"),
                 name);
  else
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE, _("“%s” cannot move below the last place"),
                 name);

  return FALSE;
}

/* A scenario that sets shares sets all of a segment: who is new has none, and those who are left keep their
 * proportions. */
static void
mend_shares (const NephoDataset *dataset, NephoScenario *scenario, guint segment)
{
  guint n_stored = 0;
  double sum = 0.0;

  for (guint i = 0; i < dataset->vendors->len; i++)
    {
      g_autofree char *id = share_id (dataset, i, segment);
      const double *share = g_hash_table_lookup (scenario->values, id);

      n_stored += share != NULL;
      sum += share != NULL ? *share : 0.0;
    }
  if (n_stored == 0 || (n_stored == dataset->vendors->len && fabs (sum - 1.0) <= SHARES_ROUNDING))
    return;

  for (guint i = 0; i < dataset->vendors->len; i++)
    {
      g_autofree char *id = share_id (dataset, i, segment);
      const double *share = g_hash_table_lookup (scenario->values, id);

      if (sum > 0.0)
        nepho_scenario_set_value (scenario, id, share != NULL ? *share / sum : 0.0);
      else
        g_hash_table_remove (scenario->values, id);
    }
}

static void
mend_scenarios (NephoDataset *dataset)
{
  for (guint k = 0; k < dataset->scenarios->len; k++)
    for (guint s = 0; s < dataset->segments->len; s++)
      mend_shares (dataset, g_ptr_array_index (dataset->scenarios, k), s);
}

/* Takes an edited copy and gives it back where it holds together, its version marked as no longer that which
 * was published; frees it and fails where not. */
NephoDataset *
nepho_edit_finish (NephoDataset *dataset, GError **error)
{
  g_autoptr (NephoDataset) edited = dataset;

  mend_scenarios (edited);
  if (!nepho_dataset_check (edited, error))
    return NULL;
  if (!nepho_dataset_is_edited (edited))
    {
      g_autofree char *version = g_strconcat (edited->version, NEPHO_DATASET_EDITED, NULL);

      nepho_fact_set_text (&edited->version, version);
    }

  return g_steal_pointer (&edited);
}

/* Whether the palette, which goes round, has that place. */
gboolean
nepho_edit_check_colour (guint colour, GError **error)
{
  if (colour < NEPHO_DATASET_MAX_VENDORS)
    return TRUE;

  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_RANGE,
               _("There is no colour %u; expected a place in the palette from 0 to %u"), colour,
               NEPHO_DATASET_MAX_VENDORS - 1);

  return FALSE;
}
