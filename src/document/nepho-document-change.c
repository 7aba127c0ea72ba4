/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-private.h"

static void
take_back (NephoState *state, const NephoEdit *edit)
{
  for (guint k = 0; k < edit->changes->len; k++)
    {
      const NephoChange *change = &g_array_index (edit->changes, NephoChange, k);

      state->values[change->parameter] = change->before;
    }
  if (edit->events_before == NULL)
    return;

  nepho_events_free (state->events);
  state->events = nepho_events_copy (edit->events_before);
}

/**
 * nepho_document_get_last_change:
 * @self: a document
 * @before: (out) (optional): values and paths as they were before the last step that changed any; untouched where there
 *   is none since the data set is what it is
 *
 * Steps after it, such as locks, changed neither: after it they were as they are now.
 *
 * Returns: (transfer none) (nullable): what that step is called
 */
const char *
nepho_document_get_last_change (NephoDocument *self, NephoState *before)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  for (guint i = self->history.done->len; i > 0; i--)
    {
      const NephoEdit *edit = g_ptr_array_index (self->history.done, i - 1);

      if (edit->dataset_before != NULL)
        return NULL;
      if (edit->changes->len == 0 && edit->events_before == NULL)
        continue;

      if (before != NULL)
        {
          nepho_state_init (before, self->parameters, self->values, self->events);
          take_back (before, edit);
        }
      return edit->label;
    }

  return NULL;
}
