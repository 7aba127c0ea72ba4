/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-tree-map.h"

#include "nepho-document-private.h"
#include "nepho-event-map.h"
#include "nepho-name.h"
#include "nepho-scenario-values.h"
#include "nepho-value-map.h"

/* A tree on its way into another data set. */
typedef struct
{
  NephoDocument           *document;
  const NephoParameterSet *set;      /* of the edited data set */
  const NephoState        *state;    /* of the scenario at work, there */
  NephoScenarioTree       *tree;     /* as far as it is made */
  GHashTable              *resolved; /* id of a scenario of the reader's -> NephoState*: all of it there */
  GHashTable              *ids;      /* id -> id there */
} TreeMap;

static NephoDataset *
dataset_of (const TreeMap *map)
{
  return nepho_parameter_set_dataset (map->set);
}

/* Returns: (nullable): what a scenario follows in the edited data set: what it did, or what that followed */
static const char *
find_parent (const TreeMap *map, const char *id)
{
  const NephoScenario *parent = nepho_document_find_scenario (map->document, id);

  while (parent != NULL && parent->kind == NEPHO_SCENARIO_BUILT_IN
         && nepho_dataset_find_scenario (dataset_of (map), parent->id) == NULL)
    parent = nepho_document_find_scenario (map->document, parent->parent);
  if (parent == NULL)
    return NULL;

  return parent->kind == NEPHO_SCENARIO_BUILT_IN ? parent->id : g_hash_table_lookup (map->ids, parent->id);
}

/* The edited data set may have a scenario that is called as one of the reader's. */
static char *
find_id (const TreeMap *map, const NephoScenario *node)
{
  g_autoptr (GHashTable) taken = NULL;
  const GPtrArray *built_in = dataset_of (map)->scenarios;

  if (nepho_dataset_find_scenario (dataset_of (map), node->id) == NULL)
    return g_strdup (node->id);

  taken = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < built_in->len; i++)
    g_hash_table_add (taken, ((const NephoScenario *) g_ptr_array_index (built_in, i))->id);
  for (guint i = 0; i < nepho_scenario_tree_size (map->document->tree); i++)
    g_hash_table_add (taken, nepho_scenario_tree_get (map->document->tree, i)->id);

  return nepho_name_to_id (node->id, "scenario", taken);
}

/* That over which a scenario stores what differs. */
static void
find_base (const TreeMap *map, const NephoScenario *copy, NephoState *base)
{
  const char *id = copy->parent;
  const NephoScenario *own = nepho_scenario_tree_find (map->tree, id);
  const NephoState *resolved;

  while (own != NULL && copy->kind == NEPHO_SCENARIO_SNAPSHOT)
    {
      id = own->parent;
      own = nepho_scenario_tree_find (map->tree, id);
    }
  resolved = own != NULL ? g_hash_table_lookup (map->resolved, id) : NULL;
  if (resolved != NULL)
    {
      nepho_state_init (base, map->set, resolved->values, resolved->events);
      return;
    }

  base->values = g_new (double, nepho_parameter_set_size (map->set));
  base->events = nepho_events_new ();
  if (!nepho_scenario_resolve (map->set, id, base->values, NULL))
    nepho_scenario_resolve (map->set, NULL, base->values, NULL);
}

static void
drop_notes (GHashTable *notes, const NephoParameterSet *set)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, notes);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (nepho_parameter_set_find (set, id) < 0)
      g_hash_table_iter_remove (&iter);
}

static NephoState *
map_state (const TreeMap *map, const NephoScenario *node)
{
  NephoDocument *self = map->document;
  NephoState *mapped = g_new0 (NephoState, 1);
  g_auto (NephoState) old = { 0 };

  if (g_str_equal (node->id, self->scenario))
    {
      nepho_state_init (mapped, map->set, map->state->values, map->state->events);
      return mapped;
    }
  if (!nepho_document_resolve_state (self, node->id, &old, NULL))
    nepho_state_init (&old, self->parameters, self->baseline_values, NULL);
  mapped->values = nepho_value_map (self->parameters, map->set, old.values, self->locked);
  mapped->events = nepho_event_map (self->parameters, map->set, old.events);

  return mapped;
}

static void
map_node (TreeMap *map, const NephoScenario *node)
{
  g_autoptr (NephoScenarioTree) before = map->tree;
  NephoScenario *copy = nepho_scenario_copy (node);
  g_auto (NephoState) base = { 0 };
  NephoState *state = map_state (map, node);

  g_free (copy->id);
  copy->id = find_id (map, node);
  g_free (copy->parent);
  copy->parent = g_strdup (find_parent (map, node->parent));
  drop_notes (copy->notes, map->set);
  find_base (map, copy, &base);
  g_hash_table_remove_all (copy->values);
  g_hash_table_remove_all (copy->paths);
  if (!g_str_equal (node->id, map->document->scenario))
    nepho_state_store (state, map->set, &base, copy);
  g_hash_table_insert (map->ids, g_strdup (node->id), g_strdup (copy->id));
  g_hash_table_insert (map->resolved, g_strdup (copy->id), state);

  /* It is no larger and no deeper than it was. */
  map->tree = nepho_scenario_tree_add (before, copy, NULL);
  g_assert (map->tree != NULL);
}

/**
 * nepho_tree_map:
 * @document: a document
 * @set: the parameters of an edited copy of its data set
 * @state: what the scenario at work comes to there
 * @scenario: (out) (transfer full): id there of the scenario at work, or ""
 *
 * Carries all scenarios of the reader's over, as nepho_value_map() carries their values and nepho_event_map() their paths; each
 * then stores what differs from its parent there.
 *
 * Returns: (transfer full): what the document's tree becomes
 */
NephoScenarioTree *
nepho_tree_map (NephoDocument *document, const NephoParameterSet *set, const NephoState *state, char **scenario)
{
  TreeMap map = { document, set, state, nepho_scenario_tree_new (), NULL, NULL };
  GHashTable *notes = nepho_notes_copy (nepho_scenario_tree_get_notes (document->tree));
  g_autoptr (NephoScenarioTree) bare = NULL;
  g_autoptr (GHashTable) resolved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, nepho_state_free);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *at_work;

  map.resolved = resolved;
  map.ids = ids;
  for (guint i = 0; i < nepho_scenario_tree_size (document->tree); i++)
    map_node (&map, nepho_scenario_tree_get (document->tree, i));

  at_work = nepho_scenario_tree_find (document->tree, document->scenario) != NULL
              ? g_hash_table_lookup (ids, document->scenario)
              : find_parent (&map, document->scenario);
  *scenario = g_strdup (at_work != NULL ? at_work : "");
  drop_notes (notes, set);
  bare = map.tree;

  return nepho_scenario_tree_set_notes (bare, notes);
}
