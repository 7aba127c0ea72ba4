/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-document-private.h"

/* Who says it; with the title where the publisher alone tells no difference. */
static char *
name_source (const NephoFact *fact, const NephoFact *other)
{
  if (other != NULL && fact != other && g_str_equal (fact->publisher, other->publisher))
    /* Translators: a publisher, the title of a publication */
    return g_strdup_printf (_("%s, %s"), fact->publisher, fact->title);

  return g_strdup (fact->publisher);
}

/* "Share, Alibaba Cloud, IaaS: IDC instead of Canalys" */
static char *
describe_choice (NephoDocument *self, guint parameter, const char *before, const char *after)
{
  const NephoFact *old_fact = nepho_dataset_find_fact (self->dataset, before);
  const NephoFact *new_fact = nepho_dataset_find_fact (self->dataset, after);
  g_autofree char *title = nepho_parameter_title (self->parameters, parameter);
  g_autofree char *old_name = NULL;
  g_autofree char *new_name = NULL;

  if (new_fact == NULL)
    /* Translators: a parameter */
    return g_strdup_printf (_("%s: back to the default"), title);

  new_name = name_source (new_fact, old_fact);
  if (old_fact == NULL)
    /* Translators: a parameter, a publisher */
    return g_strdup_printf (_("%s: as %s says"), title, new_name);

  old_name = name_source (old_fact, new_fact);

  /* Translators: a parameter, the publisher chosen, the publisher it takes the place of */
  return g_strdup_printf (_("%s: %s instead of %s"), title, new_name, old_name);
}

/**
 * nepho_document_choose_source:
 * @self: a document
 * @parameter: index of a parameter
 * @fact_id: (nullable): which of the published figures it is to have: the fact behind its default or
 *   behind one of its alternatives; %NULL for the default
 * @error: return location for an error
 *
 * Sets a parameter to what a publisher says, as one step of undo. Shares make room as in
 * nepho_document_set_share(), and locked ones stay.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN or %NEPHO_MODEL_ERROR_SHARES, nothing changed
 */
gboolean
nepho_document_choose_source (NephoDocument *self, guint parameter, const char *fact_id, GError **error)
{
  g_autofree double *values = NULL;
  const char *before;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && parameter < self->n_values, FALSE);

  values = g_memdup2 (self->values, self->n_values * sizeof (double));
  if (!nepho_parameter_set_choose (self->parameters, values, parameter, fact_id, self->locked, error))
    return FALSE;
  if (values[parameter] == self->values[parameter])
    return TRUE;

  before = nepho_document_get_chosen_source (self, parameter);
  if (fact_id == NULL)
    fact_id = nepho_parameter_set_get (self->parameters, parameter)->source;

  nepho_document_begin_step (self);
  memcpy (self->values, values, self->n_values * sizeof (double));
  nepho_document_label_step (self, describe_choice (self, parameter, before, fact_id));
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);

  return TRUE;
}

/**
 * nepho_document_get_chosen_source:
 * @self: a document
 * @parameter: index of a parameter
 *
 * Returns: (transfer none) (nullable): id of the fact whose figure the value is now; %NULL where it is
 * an assumption or the reader's own
 */
const char *
nepho_document_get_chosen_source (NephoDocument *self, guint parameter)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && parameter < self->n_values, NULL);

  return nepho_parameter_source_of (nepho_parameter_set_get (self->parameters, parameter),
                                    self->values[parameter]);
}

/**
 * nepho_document_get_standing:
 * @self: a document
 * @parameter: index of a parameter
 *
 * Returns: whose word the value is now
 */
NephoStanding
nepho_document_get_standing (NephoDocument *self, guint parameter)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && parameter < self->n_values, NEPHO_STANDING_CHANGED);

  return nepho_parameter_set_standing_in (
      self->parameters, parameter, self->values,
      nepho_dataset_find_scenario (self->dataset, nepho_document_get_built_in (self, self->scenario)));
}
