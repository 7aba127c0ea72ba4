/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-private.h"

/* Finds the wished rate in the data set as it is now; its usual one takes the place of one that is gone. */
void
nepho_document_find_rate (NephoDocument *self)
{
  if (!nepho_currency_choice_set (&self->money, self->dataset, self->currency, self->rate, NULL)
      && !nepho_currency_choice_set (&self->money, self->dataset, self->currency, NULL, NULL))
    nepho_currency_choice_init (&self->money, self->dataset);
}

/**
 * nepho_document_get_money:
 * @self: a document
 *
 * Returns: (transfer none): in which money its sums are shown, and at what rate; valid until the choice or the
 *   data set is another
 */
const NephoCurrencyChoice *
nepho_document_get_money (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  return &self->money;
}

/**
 * nepho_document_set_money:
 * @self: a document
 * @currency: what to show sums in
 * @rate: (nullable): the id of the fact that gives a rate, or a number of yuan a US dollar; %NULL or "": the
 *   data set's usual rate
 *
 * Shows sums in another money. Nothing stored changes, so this is no edit and has no undo. A rate that the data
 * set does not know gives way to its usual one; where it has none, sums are shown as they were published. Whoever
 * shows a sum is told as if the data set were another one.
 */
void
nepho_document_set_money (NephoDocument *self, NephoCurrency currency, const char *rate)
{
  NephoCurrencyChoice before;

  g_return_if_fail (NEPHO_IS_DOCUMENT (self));

  before = self->money;
  self->currency = currency;
  g_free (self->rate);
  self->rate = g_strdup (rate);
  nepho_document_find_rate (self);
  if (!nepho_currency_choice_equal (&before, &self->money))
    nepho_document_notify_dataset (self);
}
