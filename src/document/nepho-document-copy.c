/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-annotation.h"
#include "nepho-dataset-copy.h"
#include "nepho-document-private.h"

/**
 * nepho_document_copy:
 * @self: a document
 *
 * Copies everything that a file holds of a document, so that it can be written while @self is edited. The two share
 * nothing but facts, annotations and the reader's scenarios, which never change and are counted atomically: the copy may be handed to another thread.
 *
 * Returns: (transfer full): a document without history, which nepho_document_to_json() writes as it writes @self
 */
NephoDocument *
nepho_document_copy (NephoDocument *self)
{
  g_autoptr (NephoDataset) dataset = NULL;
  NephoDocument *copy;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  dataset = nepho_dataset_copy (self->dataset);
  copy = nepho_document_new (dataset);
  memcpy (copy->values, self->values, self->n_values * sizeof (double));
  nepho_document_take_events (copy, nepho_events_copy (self->events));
  memcpy (copy->locked, self->locked, self->n_values * sizeof (gboolean));
  nepho_document_set_scenario (copy, self->scenario);
  copy->horizon = self->horizon;
  nepho_properties_free (copy->properties);
  copy->properties = nepho_properties_copy (self->properties);
  nepho_document_set_tree (copy, nepho_scenario_tree_ref (self->tree));
  nepho_document_set_compared (copy, nepho_document_get_compared (self));
  nepho_document_set_annotations (copy, nepho_annotations_copy (self->annotations));
  nepho_document_set_unsaved (copy, FALSE);

  return copy;
}
