/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-scenario.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-private.h"
#include "nepho-model-error.h"
#include "nepho-scenario-values.h"

/**
 * nepho_document_find_scenario:
 * @self: a document
 * @id: (nullable): id of a scenario of the data set, or of the reader's
 *
 * Returns: (transfer none) (nullable): that scenario or snapshot; valid until the next edit
 */
const NephoScenario *
nepho_document_find_scenario (NephoDocument *self, const char *id)
{
  const NephoScenario *own;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  own = nepho_scenario_tree_find (self->tree, id);

  return own != NULL || id == NULL ? own : nepho_dataset_find_scenario (self->dataset, id);
}

static void
append_children (NephoDocument *self, GPtrArray *list, const char *parent)
{
  const GPtrArray *built_in = self->dataset->scenarios;

  for (guint i = 0; i < built_in->len + nepho_scenario_tree_size (self->tree); i++)
    {
      const NephoScenario *scenario = i < built_in->len ? g_ptr_array_index (built_in, i)
                                                        : nepho_scenario_tree_get (self->tree, i - built_in->len);

      if (g_strcmp0 (scenario->parent, parent) == 0)
        {
          g_ptr_array_add (list, (gpointer) scenario);
          append_children (self, list, scenario->id);
        }
    }
}

/**
 * nepho_document_get_scenarios:
 * @self: a document
 *
 * Returns: (transfer container) (element-type NephoScenario): all scenarios and snapshots, each followed by its
 * children: those of the data set first, the reader's in the order in which they were made
 */
GPtrArray *
nepho_document_get_scenarios (NephoDocument *self)
{
  GPtrArray *list = g_ptr_array_new ();

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), list);

  append_children (self, list, NULL);

  return list;
}

/**
 * nepho_document_get_scenario_depth:
 * @self: a document
 * @id: id of a scenario
 *
 * Returns: how many scenarios stand above it
 */
guint
nepho_document_get_scenario_depth (NephoDocument *self, const char *id)
{
  const NephoScenario *scenario = nepho_document_find_scenario (self, id);
  guint depth = 0;

  while (scenario != NULL && (scenario = nepho_document_find_scenario (self, scenario->parent)) != NULL)
    depth++;

  return depth;
}

/**
 * nepho_document_get_scenario_place:
 * @self: a document
 * @id: id of a scenario
 *
 * Returns: its place among all as they were made: those of the data set first. New ones change no other's place.
 */
guint
nepho_document_get_scenario_place (NephoDocument *self, const char *id)
{
  guint n_built_in = self->dataset->scenarios->len;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && id != NULL, 0);

  for (guint i = 0; i < n_built_in; i++)
    if (g_str_equal (((const NephoScenario *) g_ptr_array_index (self->dataset->scenarios, i))->id, id))
      return i;
  for (guint i = 0; i < nepho_scenario_tree_size (self->tree); i++)
    if (g_str_equal (nepho_scenario_tree_get (self->tree, i)->id, id))
      return n_built_in + i;

  g_return_val_if_reached (0);
}

/**
 * nepho_document_get_built_in:
 * @self: a document
 * @id: id of a scenario
 *
 * Returns: (transfer none): id of the nearest of the data set's scenarios that it is or follows; "" where it
 * follows none
 */
const char *
nepho_document_get_built_in (NephoDocument *self, const char *id)
{
  const NephoScenario *scenario = nepho_document_find_scenario (self, id);

  while (scenario != NULL && scenario->kind != NEPHO_SCENARIO_BUILT_IN)
    scenario = nepho_document_find_scenario (self, scenario->parent);

  return scenario != NULL ? scenario->id : "";
}

/**
 * nepho_document_get_own_name:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): name of the scenario at work where that is the reader's; valid until the next
 *   edit
 */
const char *
nepho_document_get_own_name (NephoDocument *self)
{
  const NephoScenario *own;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  own = nepho_scenario_tree_find (self->tree, self->scenario);

  return own != NULL ? nepho_text_get (own->name) : NULL;
}

static gboolean
refuse_unknown (const char *id, GError **error)
{
  g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN, _("There is no scenario “%s” in this document"),
               id);

  return FALSE;
}

/**
 * nepho_document_resolve_scenario:
 * @self: a document
 * @id: (nullable): id of a scenario or snapshot; %NULL or "" for the data set's own values
 * @values: (out caller-allocates): the value of each parameter
 * @error: return location for an error
 *
 * The values of a scenario: the document's where it is the reader's and at work, otherwise its own over those of
 * its parent. A scenario of the data set is taken as published, and a snapshot over the nearest of these.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN or %NEPHO_MODEL_ERROR_RANGE
 */
gboolean
nepho_document_resolve_scenario (NephoDocument *self, const char *id, double *values, GError **error)
{
  const NephoScenario *scenario;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  scenario = id != NULL && *id != '\0' ? nepho_document_find_scenario (self, id) : NULL;
  if (scenario == NULL && id != NULL && *id != '\0')
    return refuse_unknown (id, error);
  if (scenario == NULL || scenario->kind == NEPHO_SCENARIO_BUILT_IN)
    return nepho_scenario_resolve (self->parameters, id, values, error);

  if (g_str_equal (id, self->scenario))
    {
      memcpy (values, self->values, self->n_values * sizeof (double));
      return TRUE;
    }

  return nepho_document_resolve_scenario (self, nepho_document_get_base (self, scenario), values, error)
         && nepho_scenario_overlay (scenario, self->parameters, values, error);
}

/* As nepho_document_resolve_scenario(), with the events; @state (zeroed) is filled on success. */
gboolean
nepho_document_resolve_state (NephoDocument *self, const char *id, NephoState *state, GError **error)
{
  g_autofree double *values = g_new (double, self->n_values);

  if (!nepho_document_resolve_scenario (self, id, values, error))
    return FALSE;

  state->values = g_steal_pointer (&values);
  state->events = nepho_document_resolve_paths (self, id);

  return TRUE;
}

/* What the edits of the scenario at work start from may be another now. */
void
nepho_document_forget_start (NephoDocument *self)
{
  g_clear_pointer (&self->scenario_values, g_free);
  g_clear_pointer (&self->scenario_events, nepho_events_free);
}

/* Returns: (nullable): id of the scenario whose values count where one of the reader's stores none */
const char *
nepho_document_get_base (NephoDocument *self, const NephoScenario *scenario)
{
  return scenario->kind == NEPHO_SCENARIO_SNAPSHOT ? nepho_document_get_built_in (self, scenario->id)
                                                   : scenario->parent;
}

/**
 * nepho_document_get_scenario_values:
 * @self: a document
 *
 * Returns: (transfer none): what the reader's edits of the scenario at work start from: where it is the data
 * set's, its values as published; otherwise its parent's. Valid until the next edit.
 */
const double *
nepho_document_get_scenario_values (NephoDocument *self)
{
  const NephoScenario *own;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  if (self->scenario_values == NULL)
    {
      self->scenario_values = g_new (double, self->n_values);
      own = nepho_scenario_tree_find (self->tree, self->scenario);
      if (!nepho_document_resolve_scenario (self, own != NULL ? own->parent : self->scenario, self->scenario_values,
                                            NULL))
        memcpy (self->scenario_values, self->baseline_values, self->n_values * sizeof (double));
    }

  return self->scenario_values;
}

/**
 * nepho_document_is_edited:
 * @self: a document
 *
 * Returns: whether a scenario of the data set is at work and its values are no longer as published, or follow paths. What the
 * reader does in a scenario of their own belongs to it.
 */
gboolean
nepho_document_is_edited (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  return nepho_scenario_tree_find (self->tree, self->scenario) == NULL && nepho_document_count_edits (self) > 0;
}

/**
 * nepho_document_count_edits:
 * @self: a document
 *
 * Returns: how many parameters have another value or path than nepho_document_get_scenario_values() and its events
 */
guint
nepho_document_count_edits (NephoDocument *self)
{
  const double *before;
  const NephoEvents *events;
  guint n = 0;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), 0);

  before = nepho_document_get_scenario_values (self);
  events = nepho_document_get_scenario_events (self);
  for (guint k = 0; k < self->n_values; k++)
    n += self->values[k] != before[k] || !nepho_events_same (self->events, events, k);

  return n;
}

/**
 * nepho_document_get_differences:
 * @self: a document
 * @id: id of a scenario or snapshot
 *
 * Returns: (transfer full) (element-type guint): indices of the parameters that have another value or path in it
 *   than in its parent; none where it cannot be worked out
 */
GArray *
nepho_document_get_differences (NephoDocument *self, const char *id)
{
  const NephoScenario *scenario = nepho_document_find_scenario (self, id);
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (NephoState) here = { 0 };
  g_auto (NephoState) there = { 0 };

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && scenario != NULL, differences);

  if (nepho_document_resolve_state (self, id, &here, NULL)
      && nepho_document_resolve_state (self, scenario->parent, &there, NULL))
    for (guint k = 0; k < self->n_values; k++)
      if (here.values[k] != there.values[k] || !nepho_events_same (here.events, there.events, k))
        g_array_append_val (differences, k);

  return differences;
}

/**
 * nepho_document_get_setter:
 * @self: a document
 * @parameter: index of a parameter
 *
 * Returns: (transfer none) (nullable): the scenario of the data set that gives the parameter the value that it has
 * now, where one does
 */
const NephoScenario *
nepho_document_get_setter (NephoDocument *self, guint parameter)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && parameter < self->n_values, NULL);

  return nepho_scenario_setter (
      nepho_dataset_find_scenario (self->dataset, nepho_document_get_built_in (self, self->scenario)), self->parameters,
      parameter, self->values[parameter]);
}

/**
 * nepho_document_get_compared:
 * @self: a document
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the scenarios that are shown side by side, at most
 * %NEPHO_MAX_COMPARED; those that were deleted are left out. Valid until the next edit.
 */
const char * const *
nepho_document_get_compared (NephoDocument *self)
{
  guint n = 0;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  for (guint i = 0; i < self->compared->len; i++)
    if (nepho_document_find_scenario (self, g_ptr_array_index (self->compared, i)) != NULL)
      self->compared_shown[n++] = g_ptr_array_index (self->compared, i);
  self->compared_shown[n] = NULL;

  return self->compared_shown;
}

/**
 * nepho_document_set_compared:
 * @self: a document
 * @ids: (array zero-terminated=1): ids of its scenarios and snapshots, none twice, at most %NEPHO_MAX_COMPARED
 *
 * What is looked at side by side is kept with the document, and is no step of undo.
 */
void
nepho_document_set_compared (NephoDocument *self, const char * const *ids)
{
  GPtrArray *compared;

  g_return_if_fail (NEPHO_IS_DOCUMENT (self) && ids != NULL);
  g_return_if_fail (g_strv_length ((GStrv) ids) <= NEPHO_MAX_COMPARED);

  if (g_strv_equal (ids, nepho_document_get_compared (self)))
    return;

  compared = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (compared, g_strdup (ids[i]));
  g_ptr_array_unref (self->compared);
  self->compared = compared;
  nepho_document_notify_compared (self);
}
