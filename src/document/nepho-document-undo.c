/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-private.h"

/**
 * nepho_document_can_undo:
 * @self: a document
 *
 * Returns: whether there is a step to take back
 */
gboolean
nepho_document_can_undo (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  return self->step_depth == 0 && nepho_history_next_undo (&self->history) != NULL;
}

/**
 * nepho_document_can_redo:
 * @self: a document
 *
 * Returns: whether there is a step to do again
 */
gboolean
nepho_document_can_redo (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  return self->step_depth == 0 && nepho_history_next_redo (&self->history) != NULL;
}

/**
 * nepho_document_get_undo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the next undo takes back
 */
const char *
nepho_document_get_undo_label (NephoDocument *self)
{
  const NephoEdit *edit;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  edit = nepho_history_next_undo (&self->history);

  return edit != NULL ? edit->label : NULL;
}

/**
 * nepho_document_get_redo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the next redo does again
 */
const char *
nepho_document_get_redo_label (NephoDocument *self)
{
  const NephoEdit *edit;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  edit = nepho_history_next_redo (&self->history);

  return edit != NULL ? edit->label : NULL;
}

/* Does an edit, or takes it back. */
void
nepho_document_replay (NephoDocument *self, const NephoEdit *edit, gboolean forward)
{
  if (edit->dataset_before != NULL)
    nepho_document_swap_dataset (self, forward ? edit->dataset_after : edit->dataset_before,
                                 forward ? edit->values_after : edit->values_before,
                                 forward ? edit->events_after : edit->events_before);
  else if (edit->events_before != NULL)
    nepho_document_take_events (self, nepho_events_copy (forward ? edit->events_after : edit->events_before));
  for (guint i = 0; i < edit->changes->len; i++)
    {
      const NephoChange *change = &g_array_index (edit->changes, NephoChange, i);

      self->values[change->parameter] = forward ? change->after : change->before;
    }
  if (edit->locked_before != NULL)
    memcpy (self->locked, forward ? edit->locked_after : edit->locked_before, self->n_values * sizeof (gboolean));
  nepho_document_set_scenario (self, forward ? edit->scenario_after : edit->scenario_before);
  if (edit->horizon_before != edit->horizon_after)
    {
      self->horizon = forward ? edit->horizon_after : edit->horizon_before;
      self->baseline_stale = TRUE;
    }
  if (edit->properties_before != NULL)
    {
      nepho_properties_free (self->properties);
      self->properties = nepho_properties_copy (forward ? edit->properties_after : edit->properties_before);
    }
  if (edit->tree_before != NULL)
    nepho_document_set_tree (self, nepho_scenario_tree_ref (forward ? edit->tree_after : edit->tree_before));
  if (edit->annotations_before != NULL)
    nepho_document_set_annotations (self,
                                    g_ptr_array_ref (forward ? edit->annotations_after : edit->annotations_before));
  nepho_document_emit_changed (self);
  nepho_document_notify_state (self);
}

/**
 * nepho_document_undo:
 * @self: a document
 *
 * Takes back the last step; does nothing where there is none or one is open.
 */
void
nepho_document_undo (NephoDocument *self)
{
  g_return_if_fail (NEPHO_IS_DOCUMENT (self));

  if (nepho_document_can_undo (self))
    nepho_document_replay (self, nepho_history_undo (&self->history), FALSE);
}

/**
 * nepho_document_redo:
 * @self: a document
 *
 * Does the step last taken back again; does nothing where there is none or one is open.
 */
void
nepho_document_redo (NephoDocument *self)
{
  g_return_if_fail (NEPHO_IS_DOCUMENT (self));

  if (nepho_document_can_redo (self))
    nepho_document_replay (self, nepho_history_redo (&self->history), TRUE);
}
