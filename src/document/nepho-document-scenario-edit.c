/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-document-private.h"
#include "nepho-model-error.h"
#include "nepho-name.h"

/* Takes a tree (transfer full) in the place of the document's; for use inside a step. */
void
nepho_document_set_tree (NephoDocument *self, NephoScenarioTree *tree)
{
  nepho_scenario_tree_unref (self->tree);
  self->tree = tree;
  nepho_document_forget_start (self);
}

/* Returns: (transfer full): the tree with the scenario at work as it is now, so that another may take its place */
NephoScenarioTree *
nepho_document_commit (NephoDocument *self)
{
  const NephoScenario *own = nepho_scenario_tree_find (self->tree, self->scenario);
  g_auto (NephoState) base = { 0 };
  NephoScenario *copy;

  if (own == NULL)
    return nepho_scenario_tree_ref (self->tree);

  copy = nepho_scenario_copy (own);
  if (nepho_document_resolve_state (self, nepho_document_get_base (self, own), &base, NULL))
    nepho_state_store (&(NephoState){ self->values, self->events }, self->parameters, &base, copy);

  return nepho_scenario_tree_replace (self->tree, copy);
}

/* The scenario at work stores nothing: its values are the document's. Takes @tree. */
static NephoScenarioTree *
without_values (NephoScenarioTree *tree, const char *id)
{
  g_autoptr (NephoScenarioTree) before = tree;
  const NephoScenario *own = nepho_scenario_tree_find (before, id);
  NephoScenario *copy;

  if (own == NULL)
    return g_steal_pointer (&before);

  copy = nepho_scenario_copy (own);
  g_hash_table_remove_all (copy->values);
  g_hash_table_remove_all (copy->paths);

  return nepho_scenario_tree_replace (before, copy);
}

/* One step: another tree (transfer full), another scenario at work, as it is in @state. */
static void
take_state (NephoDocument *self, NephoScenarioTree *tree, const char *scenario, const NephoState *state, char *label)
{
  g_autofree char *id = g_strdup (scenario != NULL ? scenario : "");

  nepho_document_begin_step (self);
  nepho_document_set_tree (self, without_values (tree, id));
  nepho_document_set_scenario (self, id);
  memcpy (self->values, state->values, self->n_values * sizeof (double));
  nepho_document_take_events (self, nepho_events_copy (state->events));
  nepho_document_label_step (self, label);
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);
}

/* One step: another tree (transfer full) and nothing else. Takes @label. */
void
nepho_document_take_tree (NephoDocument *self, NephoScenarioTree *tree, char *label)
{
  nepho_document_begin_step (self);
  nepho_document_set_tree (self, tree);
  nepho_document_label_step (self, label);
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);
}

/* Refuses what is not there, and what came with the data set. */
const NephoScenario *
nepho_document_find_own (NephoDocument *self, const char *id, GError **error)
{
  const NephoScenario *own = nepho_scenario_tree_find (self->tree, id);
  const NephoScenario *built_in = nepho_document_find_scenario (self, id);

  if (own == NULL && built_in != NULL)
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                 _("“%s” belongs to the data set and stays as it is; duplicate it and change the copy"),
                 nepho_text_get (built_in->name));
  else if (own == NULL)
    g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN, _("There is no scenario “%s” in this document"),
                 id);

  return own;
}

/**
 * nepho_document_apply_scenario:
 * @self: a document
 * @scenario: id of a scenario or snapshot
 * @error: return location for an error
 *
 * Puts a scenario to work. One of the data set comes as published, one of the reader's as it was left, and a
 * snapshot brings the scenario of which it is to what it was then. One step of undo.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN or %NEPHO_MODEL_ERROR_RANGE, nothing changed
 */
gboolean
nepho_document_apply_scenario (NephoDocument *self, const char *scenario, GError **error)
{
  const NephoScenario *found;
  g_auto (NephoState) state = { 0 };
  gboolean snapshot;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && scenario != NULL, FALSE);

  found = nepho_document_find_scenario (self, scenario);
  if (found == NULL)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
                   _("There is no scenario “%s” in this document"), scenario);
      return FALSE;
    }

  if (!nepho_document_resolve_state (self, scenario, &state, error))
    return FALSE;

  snapshot = found->kind == NEPHO_SCENARIO_SNAPSHOT;
  take_state (self, nepho_document_commit (self), snapshot ? found->parent : scenario, &state,
              /* Translators: the note of a snapshot */
              snapshot ? g_strdup_printf (_("Restore “%s”"), nepho_text_get (found->name))
                       /* Translators: name of a scenario */
                       : g_strdup_printf (_("Scenario: %s"), nepho_text_get (found->name)));

  return TRUE;
}

static char *
new_id (NephoDocument *self, const char *name)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = nepho_document_get_scenarios (self);

  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (taken, ((const NephoScenario *) g_ptr_array_index (all, i))->id);

  return nepho_name_to_id (name, "scenario", taken);
}

/* Returns: (transfer full): a scenario or snapshot of the reader's that stores nothing yet */
static NephoScenario *
new_node (NephoDocument *self, NephoScenarioKind kind, const char *parent, const char *name)
{
  g_autofree char *id = new_id (self, name);
  NephoScenario *node = nepho_scenario_new (kind, id);

  node->parent = parent != NULL && *parent != '\0' ? g_strdup (parent) : NULL;
  nepho_text_set_own (node->name, name);

  return node;
}

/* A scenario with what the reader changed in it, where it is at work. */
static gboolean
resolve_as_is (NephoDocument *self, const char *id, NephoState *state, GError **error)
{
  if (!nepho_document_resolve_state (self, id, state, error))
    return FALSE;

  if (g_strcmp0 (id, self->scenario) == 0)
    {
      nepho_state_clear (state);
      nepho_state_init (state, self->parameters, self->values, self->events);
    }

  return TRUE;
}

/* Nothing follows a snapshot. */
static const char *
followed_by_new (NephoDocument *self, const char *id)
{
  const NephoScenario *from = nepho_document_find_scenario (self, id);

  return from != NULL && from->kind == NEPHO_SCENARIO_SNAPSHOT ? nepho_document_get_base (self, from) : id;
}

/* One step: a scenario more, which is at work. Takes @label. */
static const char *
put_to_work (NephoDocument *self, const NephoScenario *node, const NephoState *state, char *label, GError **error)
{
  g_autoptr (NephoScenarioTree) tree = nepho_document_commit (self);
  NephoScenarioTree *grown = nepho_scenario_tree_add (tree, nepho_scenario_ref (node), error);

  if (grown == NULL)
    {
      g_free (label);
      return NULL;
    }
  take_state (self, grown, node->id, state, label);

  return self->scenario;
}

/**
 * nepho_document_add_scenario:
 * @self: a document
 * @parent: (nullable): id of the scenario or snapshot that it starts from and whose later changes it follows;
 *   %NULL for the data set's own values
 * @name: what it is called
 * @error: return location for an error
 *
 * Makes a scenario that is as its parent is, and puts it to work. What the reader changed in a scenario of the
 * data set that is at work is taken along; from a snapshot it takes the values and follows the data set's scenario
 * under it. One step of undo.
 *
 * Returns: (transfer none) (nullable): its id; or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or
 * %NEPHO_MODEL_ERROR_DATA, nothing changed
 */
const char *
nepho_document_add_scenario (NephoDocument *self, const char *parent, const char *name, GError **error)
{
  g_autofree char *shown = NULL;
  g_auto (NephoState) state = { 0 };
  g_autoptr (NephoScenario) node = NULL;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && name != NULL, NULL);

  shown = nepho_name_check (name, error);
  if (shown == NULL || !resolve_as_is (self, parent, &state, error))
    return NULL;

  node = new_node (self, NEPHO_SCENARIO_OWN, followed_by_new (self, parent), shown);

  return put_to_work (self, node, &state, g_strdup_printf (_("New scenario “%s”"), shown), error);
}

/**
 * nepho_document_duplicate_scenario:
 * @self: a document
 * @id: id of a scenario or snapshot
 * @name: what the copy is called
 * @error: return location for an error
 *
 * Makes a scenario with the same values, story and notes, and puts it to work. The copy of one of the reader's
 * follows what that follows; in all else as nepho_document_add_scenario(). One step of undo.
 *
 * Returns: (transfer none) (nullable): its id; or %NULL with %NEPHO_MODEL_ERROR_UNKNOWN or
 * %NEPHO_MODEL_ERROR_DATA, nothing changed
 */
const char *
nepho_document_duplicate_scenario (NephoDocument *self, const char *id, const char *name, GError **error)
{
  g_autofree char *shown = NULL;
  g_auto (NephoState) state = { 0 };
  g_autoptr (NephoScenario) node = NULL;
  const NephoScenario *from;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && id != NULL && name != NULL, NULL);

  shown = nepho_name_check (name, error);
  if (shown == NULL || !resolve_as_is (self, id, &state, error))
    return NULL;

  from = nepho_document_find_scenario (self, id);
  node = new_node (self, NEPHO_SCENARIO_OWN,
                   from->kind == NEPHO_SCENARIO_OWN ? from->parent : followed_by_new (self, id), shown);
  if (*nepho_text_get (from->story) != '\0')
    nepho_text_set_own (node->story, nepho_text_get (from->story));
  g_hash_table_unref (node->notes);
  node->notes = nepho_notes_copy (from->notes);

  /* Translators: names of two scenarios */
  return put_to_work (self, node, &state,
                      g_strdup_printf (_("“%s”, a copy of “%s”"), shown, nepho_text_get (from->name)), error);
}

/* The children of a scenario that goes follow its parent and keep their numbers. */
static NephoScenarioTree *
tree_without (NephoDocument *self, const NephoScenario *removed)
{
  g_auto (NephoState) base = { 0 };
  NephoScenarioTree *tree = nepho_scenario_tree_remove (self->tree, removed->id);

  if (!nepho_document_resolve_state (self, removed->parent, &base, NULL))
    return tree;

  for (guint i = 0; i < nepho_scenario_tree_size (self->tree); i++)
    {
      const NephoScenario *child = nepho_scenario_tree_get (self->tree, i);
      g_autoptr (NephoScenarioTree) before = NULL;
      g_auto (NephoState) state = { 0 };
      NephoScenario *moved;

      if (child->kind != NEPHO_SCENARIO_OWN || g_strcmp0 (child->parent, removed->id) != 0
          || g_str_equal (child->id, self->scenario)
          || !nepho_document_resolve_state (self, child->id, &state, NULL))
        continue;
      before = tree;
      moved = nepho_scenario_copy (nepho_scenario_tree_find (before, child->id));
      nepho_state_store (&state, self->parameters, &base, moved);
      tree = nepho_scenario_tree_replace (before, moved);
    }

  return tree;
}

/**
 * nepho_document_remove_scenario:
 * @self: a document
 * @id: id of a scenario or snapshot of the reader's
 * @error: return location for an error
 *
 * Those that followed it follow its parent then, with the values that they have. Where it is at work, its parent
 * takes its place. One step of undo.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN or %NEPHO_MODEL_ERROR_DATA, nothing changed
 */
gboolean
nepho_document_remove_scenario (NephoDocument *self, const char *id, GError **error)
{
  const NephoScenario *own;
  g_auto (NephoState) state = { 0 };
  g_autofree char *next = NULL;
  NephoScenarioTree *tree;
  char *label;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && id != NULL, FALSE);

  own = nepho_document_find_own (self, id, error);
  if (own == NULL)
    return FALSE;

  next = g_strdup (g_str_equal (id, self->scenario) ? own->parent : self->scenario);
  if (!g_str_equal (id, self->scenario))
    nepho_state_init (&state, self->parameters, self->values, self->events);
  else if (!nepho_document_resolve_state (self, next, &state, error))
    return FALSE;

  tree = tree_without (self, own);
  label = g_strdup_printf (_("Delete “%s”"), nepho_text_get (own->name));
  take_state (self, tree, next, &state, label);

  return TRUE;
}

/**
 * nepho_document_take_snapshot:
 * @self: a document
 * @note: one line that tells it from others
 * @taken: when, in seconds since 1970; 0 for no word of it
 * @error: return location for an error
 *
 * Keeps what the scenario at work is now; nepho_document_apply_scenario() brings it back. It does not follow what is
 * changed later. One step of undo.
 *
 * Returns: (transfer none) (nullable): its id; or %NULL with %NEPHO_MODEL_ERROR_DATA, nothing changed
 */
const char *
nepho_document_take_snapshot (NephoDocument *self, const char *note, gint64 taken, GError **error)
{
  g_autofree char *shown = NULL;
  g_auto (NephoState) base = { 0 };
  g_autoptr (NephoScenario) node = NULL;
  NephoScenarioTree *grown;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && note != NULL, NULL);

  shown = nepho_name_check (note, error);
  if (shown == NULL
      || !nepho_document_resolve_state (self, nepho_document_get_built_in (self, self->scenario), &base, error))
    return NULL;

  node = new_node (self, NEPHO_SCENARIO_SNAPSHOT, self->scenario, shown);
  node->taken = taken;
  nepho_state_store (&(NephoState){ self->values, self->events }, self->parameters, &base, node);
  grown = nepho_scenario_tree_add (self->tree, nepho_scenario_ref (node), error);
  if (grown == NULL)
    return NULL;
  nepho_document_take_tree (self, grown, g_strdup_printf (_("Snapshot “%s”"), shown));

  return nepho_scenario_tree_find (self->tree, node->id)->id;
}
