/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-document-private.h"
#include "nepho-event-map.h"
#include "nepho-model-error.h"
#include "nepho-tree-map.h"
#include "nepho-value-map.h"

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
  self->events = nepho_events_new ();
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
  g_clear_pointer (&self->events, nepho_events_free);
  nepho_document_forget_start (self);
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
nepho_document_swap_dataset (NephoDocument *self, NephoDataset *dataset, const double *values, const NephoEvents *events)
{
  g_autoptr (NephoParameterSet) old_set = nepho_parameter_set_ref (self->parameters);
  g_autofree gboolean *old_locked = g_steal_pointer (&self->locked);

  /* Both may be held by what is dropped. */
  nepho_dataset_ref (dataset);
  nepho_document_drop_dataset (self);
  nepho_document_take_dataset (self, dataset);
  nepho_dataset_unref (dataset);
  memcpy (self->values, values, self->n_values * sizeof (double));
  nepho_document_take_events (self, nepho_events_copy (events));
  carry_locks (self, old_set, old_locked);
  nepho_document_notify_dataset (self);
}

/* What the document's values become with the parameters of another data set; NULL with an error where one does not
 * fit. */
double *
nepho_document_map_values (NephoDocument *self, const NephoParameterSet *new_set, GError **error)
{
  g_autofree double *values = nepho_value_map (self->parameters, new_set, self->values, self->locked);

  for (guint k = 0; k < nepho_parameter_set_size (new_set); k++)
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
 * default follows the default; paths keep their quarters. Where the reader changed shares, what a removed vendor leaves goes to the
 * vendor "others" and what an added one takes comes from there, as long as that is possible; otherwise the
 * rest makes room in proportion. Locks are carried over too, and every scenario of the reader's in the same way; one
 * whose parent is gone follows what that followed, and where it is gone at work, what it followed is at work.
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
  edit->horizon_before = edit->horizon_after = self->horizon;
  edit->dataset_before = nepho_dataset_ref (self->dataset);
  edit->dataset_after = nepho_dataset_ref (dataset);
  edit->values_before = g_memdup2 (self->values, self->n_values * sizeof (double));
  edit->tree_before = nepho_scenario_tree_ref (self->tree);
  edit->events_before = nepho_events_copy (self->events);
  edit->events_after = nepho_event_map (self->parameters, set, self->events);
  edit->tree_after = nepho_tree_map (self, set, &(NephoState){ values, edit->events_after }, &edit->scenario_after);
  edit->values_after = g_steal_pointer (&values);
  edit->locked_before = g_memdup2 (self->locked, self->n_values * sizeof (gboolean));
  nepho_history_push (&self->history, edit);
  nepho_document_set_scenario (self, edit->scenario_after);
  nepho_document_swap_dataset (self, dataset, edit->values_after, edit->events_after);
  nepho_document_set_tree (self, nepho_scenario_tree_ref (edit->tree_after));
  edit->locked_after = g_memdup2 (self->locked, self->n_values * sizeof (gboolean));
  nepho_document_emit_changed (self);
  nepho_document_notify_state (self);

  return TRUE;
}
