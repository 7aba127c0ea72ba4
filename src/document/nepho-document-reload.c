/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-private.h"

static NephoEdit *
edit_between (NephoDocument *self, NephoDocument *other)
{
  NephoEdit *edit = nepho_edit_new ();

  edit->scenario_before = g_strdup (self->scenario);
  edit->scenario_after = g_strdup (other->scenario);
  edit->horizon_before = self->horizon;
  edit->horizon_after = other->horizon;
  edit->dataset_before = nepho_dataset_ref (self->dataset);
  edit->dataset_after = nepho_dataset_ref (other->dataset);
  edit->values_before = g_memdup2 (self->values, self->n_values * sizeof (double));
  edit->values_after = g_memdup2 (other->values, other->n_values * sizeof (double));
  edit->events_before = nepho_events_copy (self->events);
  edit->events_after = nepho_events_copy (other->events);
  edit->locked_before = g_memdup2 (self->locked, self->n_values * sizeof (gboolean));
  edit->locked_after = g_memdup2 (other->locked, other->n_values * sizeof (gboolean));
  edit->properties_before = nepho_properties_copy (self->properties);
  edit->properties_after = nepho_properties_copy (other->properties);
  edit->tree_before = nepho_scenario_tree_ref (self->tree);
  edit->tree_after = nepho_scenario_tree_ref (other->tree);

  return edit;
}

/**
 * nepho_document_take_over:
 * @self: a document, with no step open
 * @other: what it is to be: such as its file, read again
 * @label: what the step of undo is called
 *
 * Puts everything that @other holds in the place of what @self holds, as one step of undo. What is compared is no part
 * of undo and follows @other too. As after nepho_document_edit_dataset() indices from before are void.
 */
void
nepho_document_take_over (NephoDocument *self, NephoDocument *other, const char *label)
{
  NephoEdit *edit;

  g_return_if_fail (NEPHO_IS_DOCUMENT (self) && NEPHO_IS_DOCUMENT (other) && label != NULL);
  g_return_if_fail (self->step_depth == 0);

  edit = edit_between (self, other);
  edit->label = g_strdup (label);
  nepho_history_push (&self->history, edit);
  nepho_document_replay (self, edit, TRUE);
  nepho_document_set_compared (self, nepho_document_get_compared (other));
}
