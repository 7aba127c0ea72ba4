/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-edition.h"

#include <glib/gi18n-lib.h>

#include "nepho-dataset-edit.h"
#include "nepho-dataset-io.h"
#include "nepho-document-private.h"
#include "nepho-event-map.h"
#include "nepho-record.h"

/* As it was published, before a reader changed it. */
static char *
published_version (const NephoDataset *dataset)
{
  gsize length = strlen (dataset->version);

  return g_strndup (dataset->version,
                    nepho_dataset_is_edited (dataset) ? length - strlen (NEPHO_DATASET_EDITED) : length);
}

/* A copy of a fact that is there no longer is the reader's own; an id that is taken becomes another. */
static NephoFact *
carried_fact (const NephoDataset *edition, const NephoFact *fact)
{
  NephoFact *carried = nepho_fact_copy (fact);

  if (*fact->replaces != '\0' && nepho_dataset_find_fact (edition, fact->replaces) != NULL)
    {
      nepho_fact_set_text (&carried->id, fact->replaces);
      return carried;
    }

  nepho_fact_set_text (&carried->replaces, "");
  if (nepho_dataset_find_fact (edition, fact->id) != NULL)
    nepho_fact_set_text (&carried->id, "");

  return carried;
}

/* What the reader entered, imported or edited stays. */
static NephoDataset *
carry_facts (const NephoDataset *dataset, NephoDataset *edition, GError **error)
{
  g_autoptr (NephoDataset) whole = nepho_dataset_ref (edition);
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_fact_free);

  for (guint i = 0; i < dataset->facts->len; i++)
    {
      const NephoFact *fact = g_ptr_array_index (dataset->facts, i);
      g_autoptr (NephoFact) carried = NULL;
      NephoDataset *with;

      if (fact->origin != NEPHO_ORIGIN_READER)
        continue;
      carried = carried_fact (edition, fact);
      if (*carried->replaces == '\0')
        {
          g_ptr_array_add (own, g_steal_pointer (&carried));
          continue;
        }
      with = nepho_dataset_edit_replace_fact (whole, carried, error);
      if (with == NULL)
        return NULL;
      nepho_dataset_unref (whole);
      whole = with;
    }

  return own->len > 0 ? nepho_dataset_edit_add_facts (whole, own, error) : g_steal_pointer (&whole);
}

/**
 * nepho_document_find_edition:
 * @self: a document
 *
 * Looks for another edition of the document's data set among those that come with the program. Whether the reader
 * edited the document's does not count.
 *
 * Returns: (transfer full) (nullable): it, with the reader's own facts in it; %NULL where the program has the
 *   same version or no such data set
 */
NephoDataset *
nepho_document_find_edition (NephoDocument *self)
{
  g_autoptr (NephoDataset) bundled = NULL;
  g_autofree char *version = NULL;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  if (!g_strv_contains (nepho_dataset_names (), self->dataset->id))
    return NULL;
  bundled = nepho_dataset_load (self->dataset->id, NULL);
  version = published_version (self->dataset);

  return bundled != NULL && !g_str_equal (bundled->version, version) ? carry_facts (self->dataset, bundled, NULL)
                                                                     : NULL;
}

/**
 * nepho_document_compare_edition:
 * @self: a document
 * @edition: another edition of its data set
 * @n_results: (out): how many results were compared
 * @error: return location for an error
 *
 * Runs both with the document's values and paths over its horizon.
 *
 * Returns: (transfer full) (nullable) (element-type NephoMove): what moves by more than %NEPHO_RECORD_LIMIT; %NULL
 *   with %NEPHO_MODEL_ERROR_RANGE where a value does not fit into @edition
 */
GPtrArray *
nepho_document_compare_edition (NephoDocument *self, NephoDataset *edition, guint *n_results, GError **error)
{
  g_autoptr (NephoParameterSet) set = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (NephoEvents) events = NULL;
  g_autofree double *values = NULL;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && edition != NULL, NULL);

  set = nepho_parameter_set_new (edition);
  values = nepho_document_map_values (self, set, error);
  if (values == NULL)
    return NULL;

  events = nepho_event_map (self->parameters, set, self->events);
  before = nepho_record_run (self->parameters, &(NephoAssumptions){ self->values, self->events }, self->horizon);
  after = nepho_record_run (set, &(NephoAssumptions){ values, events }, self->horizon);
  *n_results = before->len;

  return nepho_record_compare (before, after, NEPHO_RECORD_LIMIT);
}

/**
 * nepho_document_adopt_dataset:
 * @self: a document
 * @edition: another edition of its data set
 * @error: return location for an error
 *
 * Puts @edition in the place of the document's data set, as one step of undo. Values are carried over as
 * nepho_document_edit_dataset() does: what stood at its default follows it.
 *
 * Returns: %FALSE with an error as there, nothing changed
 */
gboolean
nepho_document_adopt_dataset (NephoDocument *self, NephoDataset *edition, GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && edition != NULL, FALSE);

  /* Translators: versions of a data set, before and after */
  label = g_strdup_printf (_("Data set %s → %s"), self->dataset->version, edition->version);

  return nepho_document_edit_dataset (self, edition, label, error);
}
