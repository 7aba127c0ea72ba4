/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-document-private.h"
#include "nepho-model-error.h"

/* What is made from a data set: its parameters, the market that runs on them, and arrays of one entry a
 * parameter. Values are its own until others are put in their place. */
void
nepho_document_take_dataset (NephoDocument *self, NephoDataset *dataset)
{
  self->dataset = nepho_dataset_ref (dataset);
  self->parameters = nepho_parameter_set_new (dataset);
  self->market = nepho_market_new (self->parameters);
  self->n_values = nepho_parameter_set_size (self->parameters);
  self->values = nepho_parameter_set_defaults (self->parameters);
  self->baseline_values = nepho_parameter_set_defaults (self->parameters);
  self->step_values = g_new (double, self->n_values);
  self->step_locked = g_new (gboolean, self->n_values);
  self->locked = g_new0 (gboolean, self->n_values);
  self->results_stale = TRUE;
  self->baseline_stale = TRUE;
  nepho_document_find_rate (self);
}

void
nepho_document_drop_dataset (NephoDocument *self)
{
  g_clear_pointer (&self->locked, g_free);
  g_clear_pointer (&self->step_locked, g_free);
  g_clear_pointer (&self->step_values, g_free);
  g_clear_pointer (&self->baseline_values, g_free);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->market, nepho_market_free);
  g_clear_pointer (&self->parameters, nepho_parameter_set_unref);
  g_clear_pointer (&self->dataset, nepho_dataset_unref);
}

/* A lock stays with its vendor and segment. */
static void
carry_locks (NephoDocument *self, const NephoParameterSet *old_set, const gboolean *old_locked)
{
  for (guint k = 0; k < self->n_values; k++)
    {
      int old = nepho_parameter_set_find (old_set, nepho_parameter_set_get (self->parameters, k)->id);

      self->locked[k] = old >= 0 && old_locked[old];
    }
}

void
nepho_document_swap_dataset (NephoDocument *self, NephoDataset *dataset, const double *values)
{
  g_autoptr (NephoParameterSet) old_set = nepho_parameter_set_ref (self->parameters);
  g_autofree gboolean *old_locked = g_steal_pointer (&self->locked);

  /* Both may be held by what is dropped. */
  nepho_dataset_ref (dataset);
  nepho_document_drop_dataset (self);
  nepho_document_take_dataset (self, dataset);
  nepho_dataset_unref (dataset);
  memcpy (self->values, values, self->n_values * sizeof (double));
  carry_locks (self, old_set, old_locked);
  nepho_document_notify_dataset (self);
}

/* What values become in an edited data set. */
typedef struct
{
  const NephoParameterSet *old_set;
  const NephoParameterSet *new_set;
  const double            *old_values;
  const gboolean          *old_locked;
  double                  *values;
} Mapping;

static int
old_index (const Mapping *map, guint k)
{
  return nepho_parameter_set_find (map->old_set, nepho_parameter_set_get (map->new_set, k)->id);
}

/* What stood at its default follows the default; what the reader set, or took from another publisher,
 * stays. */
static void
map_one (const Mapping *map, guint k)
{
  int old = old_index (map, k);

  if (old < 0 || map->old_values[old] == nepho_parameter_set_get (map->old_set, (guint) old)->initial)
    map->values[k] = nepho_parameter_set_get (map->new_set, k)->initial;
  else
    map->values[k] = map->old_values[old];
}

static guint
share_at (const NephoParameterSet *set, guint vendor, guint segment)
{
  return nepho_parameter_set_index (set, "share", (int) vendor, (int) segment);
}

static guint
n_vendors (const NephoParameterSet *set)
{
  return nepho_parameter_set_dataset (set)->vendors->len;
}

/* The segment's place in the old data set where the reader changed a share of it; otherwise -1. */
static int
changed_segment (const Mapping *map, guint segment)
{
  const NephoDataset *old = nepho_parameter_set_dataset (map->old_set);
  const char *id = nepho_dataset_segment (nepho_parameter_set_dataset (map->new_set), segment)->id;

  for (guint s = 0; s < old->segments->len; s++)
    if (g_str_equal (nepho_dataset_segment (old, s)->id, id))
      for (guint i = 0; i < n_vendors (map->old_set); i++)
        {
          guint k = share_at (map->old_set, i, s);

          if (map->old_values[k] != nepho_parameter_set_get (map->old_set, k)->initial)
            return (int) s;
        }

  return -1;
}

/* Gives what is missing to Others, or takes from them what is too much; FALSE where they have not enough. */
static gboolean
balance_by_others (const Mapping *map, guint segment, double missing)
{
  for (guint i = 0; i < n_vendors (map->new_set); i++)
    {
      guint k = share_at (map->new_set, i, segment);
      int old = old_index (map, k);
      double share = map->values[k] + missing;

      if (!g_str_equal (nepho_dataset_vendor (nepho_parameter_set_dataset (map->new_set), i)->id, NEPHO_VENDOR_OTHERS))
        continue;
      if ((old >= 0 && map->old_locked[old]) || share < 0.0 || share > 1.0)
        return FALSE;
      map->values[k] = share;
      return TRUE;
    }

  return FALSE;
}

/* Scales those that are free to move, or all where that is not enough. */
static void
balance_by_scaling (const Mapping *map, guint segment)
{
  double held = 0.0;
  double loose = 0.0;

  for (guint i = 0; i < n_vendors (map->new_set); i++)
    {
      guint k = share_at (map->new_set, i, segment);
      int old = old_index (map, k);

      if (old < 0 || map->old_locked[old])
        held += map->values[k];
      else
        loose += map->values[k];
    }

  for (guint i = 0; i < n_vendors (map->new_set); i++)
    {
      guint k = share_at (map->new_set, i, segment);
      int old = old_index (map, k);

      if (loose > 0.0 && held <= 1.0)
        map->values[k] *= old < 0 || map->old_locked[old] ? 1.0 : (1.0 - held) / loose;
      else if (held + loose > 0.0)
        map->values[k] /= held + loose;
      else
        map->values[k] = nepho_parameter_set_get (map->new_set, k)->initial;
      map->values[k] = MIN (map->values[k], 1.0);
    }
}

/* Shares that the reader changed stay as they are, as far as those who came and went let them. */
static void
map_shares (const Mapping *map, guint segment)
{
  int old_segment = changed_segment (map, segment);
  gboolean same_vendors = n_vendors (map->old_set) == n_vendors (map->new_set);
  double sum = 0.0;

  if (old_segment < 0)
    return;

  for (guint i = 0; i < n_vendors (map->new_set); i++)
    {
      guint k = share_at (map->new_set, i, segment);
      int old = old_index (map, k);

      same_vendors = same_vendors && old >= 0;
      if (old >= 0)
        map->values[k] = map->old_values[old];
      sum += map->values[k];
    }
  if (!same_vendors && !balance_by_others (map, segment, 1.0 - sum))
    balance_by_scaling (map, segment);
}

/* What the document's values become with the parameters of another data set; NULL with an error where one does not
 * fit. */
double *
nepho_document_map_values (NephoDocument *self, const NephoParameterSet *new_set, GError **error)
{
  guint size = nepho_parameter_set_size (new_set);
  g_autofree double *values = g_new (double, size);
  Mapping map = { self->parameters, new_set, self->values, self->locked, values };

  for (guint k = 0; k < size; k++)
    map_one (&map, k);
  for (guint s = 0; s < nepho_parameter_set_dataset (new_set)->segments->len; s++)
    map_shares (&map, s);
  for (guint k = 0; k < size; k++)
    if (!nepho_parameter_set_check (new_set, k, values[k], error))
      return NULL;

  return g_steal_pointer (&values);
}

/**
 * nepho_document_edit_dataset:
 * @self: a document
 * @dataset: what its data set is to be: an edited copy of it, as nepho_dataset_edit_add_vendor() and its
 *   like make them
 * @label: what the step of undo is called
 * @error: return location for an error
 *
 * Puts an edited data set in the place of the document's, as one step of undo. Values are carried over by
 * the ids of their parameters: what the reader set or took from another publisher stays, what stood at its
 * default follows the default. Where the reader changed shares, what a removed vendor leaves goes to the
 * vendor "others" and what an added one takes comes from there, as long as that is possible; otherwise the
 * rest makes room in proportion. Locks are carried over too. Where the scenario is gone, none is applied.
 *
 * Afterwards the property "dataset" is notified, while the new parameters and values are in place, and
 * then "changed" is emitted. Indices of parameters, vendors and segments from before are void.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_DATA, %NEPHO_MODEL_ERROR_SHARES or %NEPHO_MODEL_ERROR_RANGE,
 * nothing changed
 */
gboolean
nepho_document_edit_dataset (NephoDocument *self, NephoDataset *dataset, const char *label, GError **error)
{
  g_autoptr (NephoParameterSet) set = NULL;
  g_autofree double *values = NULL;
  NephoEdit *edit;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && dataset != NULL && label != NULL, FALSE);

  if (dataset == self->dataset)
    return TRUE;
  if (self->step_depth > 0)
    {
      g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                           _("The data set cannot be changed while a lever is being moved; let go of it first"));
      return FALSE;
    }
  if (!nepho_dataset_check (dataset, error))
    return FALSE;

  set = nepho_parameter_set_new (dataset);
  values = nepho_document_map_values (self, set, error);
  if (values == NULL)
    return FALSE;

  edit = nepho_edit_new ();
  edit->label = g_strdup (label);
  edit->scenario_before = g_strdup (self->scenario);
  edit->scenario_after
    = g_strdup (nepho_dataset_find_scenario (dataset, self->scenario) != NULL ? self->scenario : "");
  edit->horizon_before = edit->horizon_after = self->horizon;
  edit->dataset_before = nepho_dataset_ref (self->dataset);
  edit->dataset_after = nepho_dataset_ref (dataset);
  edit->values_before = g_memdup2 (self->values, self->n_values * sizeof (double));
  edit->values_after = g_steal_pointer (&values);
  edit->locked_before = g_memdup2 (self->locked, self->n_values * sizeof (gboolean));
  nepho_history_push (&self->history, edit);
  nepho_document_set_scenario (self, edit->scenario_after);
  nepho_document_swap_dataset (self, dataset, edit->values_after);
  edit->locked_after = g_memdup2 (self->locked, self->n_values * sizeof (gboolean));
  nepho_document_emit_changed (self);
  nepho_document_notify_state (self);

  return TRUE;
}
