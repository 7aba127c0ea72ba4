/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-private.h"

/**
 * nepho_document_get_last_change:
 * @self: a document
 * @before: (out) (transfer full) (array): a value for each parameter, as they were before the last step that changed
 *   any; %NULL where there is none since the data set is what it is
 *
 * Steps after it, such as locks, changed no value: after it they were as they are now.
 *
 * Returns: (transfer none) (nullable): what that step is called
 */
const char *
nepho_document_get_last_change (NephoDocument *self, double **before)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  *before = NULL;
  for (guint i = self->history.done->len; i > 0; i--)
    {
      const NephoEdit *edit = g_ptr_array_index (self->history.done, i - 1);

      if (edit->dataset_before != NULL)
        return NULL;
      if (edit->changes->len == 0)
        continue;

      *before = g_memdup2 (self->values, self->n_values * sizeof (double));
      for (guint k = 0; k < edit->changes->len; k++)
        {
          const NephoChange *change = &g_array_index (edit->changes, NephoChange, k);

          (*before)[change->parameter] = change->before;
        }
      return edit->label;
    }

  return NULL;
}
