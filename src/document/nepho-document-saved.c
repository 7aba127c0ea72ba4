/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-annotation.h"
#include "nepho-document-private.h"

void
nepho_saved_free (NephoSaved *saved)
{
  if (saved == NULL)
    return;

  nepho_dataset_unref (saved->dataset);
  g_free (saved->values);
  nepho_events_free (saved->events);
  g_free (saved->locked);
  g_free (saved->scenario);
  nepho_properties_free (saved->properties);
  nepho_scenario_tree_unref (saved->tree);
  g_ptr_array_unref (saved->compared);
  g_ptr_array_unref (saved->annotations);
  g_free (saved);
}

static gboolean
same_compared (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

/**
 * nepho_document_get_unsaved:
 * @self: a document
 *
 * Data sets are compared by identity: undo brings the same one back.
 *
 * Returns: whether it is another than when nepho_document_set_unsaved() was told that a file holds it
 */
gboolean
nepho_document_get_unsaved (NephoDocument *self)
{
  const NephoSaved *saved;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  saved = self->saved;
  if (saved == NULL || saved->dataset != self->dataset || saved->horizon != self->horizon)
    return TRUE;

  return memcmp (saved->values, self->values, self->n_values * sizeof (double)) != 0
         || !nepho_events_equal (saved->events, self->events)
         || memcmp (saved->locked, self->locked, self->n_values * sizeof (gboolean)) != 0
         || !g_str_equal (saved->scenario, self->scenario)
         || !nepho_properties_equal (saved->properties, self->properties)
         || !nepho_scenario_tree_equal (saved->tree, self->tree) || !same_compared (saved->compared, self->compared)
         || !nepho_annotations_equal (saved->annotations, self->annotations);
}

/**
 * nepho_document_set_unsaved:
 * @self: a document
 * @unsaved: %FALSE where a file, or what it was made from, holds all of it as it is now; %TRUE where none
 *   does, whatever it was or will be
 */
void
nepho_document_set_unsaved (NephoDocument *self, gboolean unsaved)
{
  g_return_if_fail (NEPHO_IS_DOCUMENT (self));

  g_clear_pointer (&self->saved, nepho_saved_free);
  if (!unsaved)
    {
      nepho_history_seal (&self->history);
      self->saved = g_new0 (NephoSaved, 1);
      self->saved->dataset = nepho_dataset_ref (self->dataset);
      self->saved->values = g_memdup2 (self->values, self->n_values * sizeof (double));
      self->saved->events = nepho_events_copy (self->events);
      self->saved->locked = g_memdup2 (self->locked, self->n_values * sizeof (gboolean));
      self->saved->scenario = g_strdup (self->scenario);
      self->saved->horizon = self->horizon;
      self->saved->properties = nepho_properties_copy (self->properties);
      self->saved->tree = nepho_scenario_tree_ref (self->tree);
      self->saved->compared = g_ptr_array_ref (self->compared);
      self->saved->annotations = g_ptr_array_ref (self->annotations);
    }
  nepho_document_notify_unsaved (self);
}

/**
 * nepho_document_get_properties:
 * @self: a document
 *
 * Returns: (transfer none): what the reader says of it; valid until the next edit
 */
const NephoProperties *
nepho_document_get_properties (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  return self->properties;
}

/**
 * nepho_document_set_properties:
 * @self: a document
 * @properties: what the reader says of it
 *
 * Sets title, description, notes and seed, as a step of its own or as part of the open one.
 */
void
nepho_document_set_properties (NephoDocument *self, const NephoProperties *properties)
{
  g_return_if_fail (NEPHO_IS_DOCUMENT (self));

  if (nepho_properties_equal (self->properties, properties))
    return;

  nepho_document_begin_step (self);
  nepho_document_label_step (self, g_strdup (_("Title and notes")));
  nepho_properties_free (self->properties);
  self->properties = nepho_properties_copy (properties);
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);
}
