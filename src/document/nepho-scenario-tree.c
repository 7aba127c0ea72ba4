/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario-tree.h"

#include <glib/gi18n-lib.h>

#include "nepho-model-error.h"

struct _NephoScenarioTree
{
  GPtrArray  *nodes; /* NephoScenario */
  GHashTable *notes; /* parameter id -> text */
};

static void
tree_clear (gpointer data)
{
  NephoScenarioTree *tree = data;

  g_ptr_array_unref (tree->nodes);
  g_hash_table_unref (tree->notes);
}

static NephoScenarioTree *
tree_with_notes (GHashTable *notes)
{
  NephoScenarioTree *tree = g_atomic_rc_box_new0 (NephoScenarioTree);

  tree->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_scenario_unref);
  tree->notes = notes;

  return tree;
}

static NephoScenarioTree *
tree_copy (const NephoScenarioTree *tree)
{
  NephoScenarioTree *copy = tree_with_notes (g_hash_table_ref (tree->notes));

  for (guint i = 0; i < tree->nodes->len; i++)
    g_ptr_array_add (copy->nodes, nepho_scenario_ref (g_ptr_array_index (tree->nodes, i)));

  return copy;
}

/**
 * nepho_scenario_tree_new:
 *
 * Returns: (transfer full): a tree of nothing
 */
NephoScenarioTree *
nepho_scenario_tree_new (void)
{
  return tree_with_notes (g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free));
}

NephoScenarioTree *
nepho_scenario_tree_ref (NephoScenarioTree *tree)
{
  return g_atomic_rc_box_acquire (tree);
}

void
nepho_scenario_tree_unref (NephoScenarioTree *tree)
{
  g_atomic_rc_box_release_full (tree, tree_clear);
}

guint
nepho_scenario_tree_size (const NephoScenarioTree *tree)
{
  return tree->nodes->len;
}

/* Returns: (transfer none): one of the reader's scenarios; parents come first */
const NephoScenario *
nepho_scenario_tree_get (const NephoScenarioTree *tree, guint index)
{
  return g_ptr_array_index (tree->nodes, index);
}

static int
find_place (const NephoScenarioTree *tree, const char *id)
{
  for (guint i = 0; i < tree->nodes->len; i++)
    if (g_str_equal (nepho_scenario_tree_get (tree, i)->id, id))
      return (int) i;

  return -1;
}

/* Returns: (transfer none) (nullable): the reader's scenario or snapshot of that id */
const NephoScenario *
nepho_scenario_tree_find (const NephoScenarioTree *tree, const char *id)
{
  int place = id != NULL ? find_place (tree, id) : -1;

  return place >= 0 ? nepho_scenario_tree_get (tree, (guint) place) : NULL;
}

/* Returns: (transfer none) (element-type utf8 utf8): parameter id → what holds in every scenario */
GHashTable *
nepho_scenario_tree_get_notes (const NephoScenarioTree *tree)
{
  return tree->notes;
}

/* Whether two trees are the same in everything, order included. */
gboolean
nepho_scenario_tree_equal (const NephoScenarioTree *a, const NephoScenarioTree *b)
{
  if (a == b)
    return TRUE;
  if (a->nodes->len != b->nodes->len || !nepho_notes_equal (a->notes, b->notes))
    return FALSE;

  for (guint i = 0; i < a->nodes->len; i++)
    if (!nepho_scenario_equal (nepho_scenario_tree_get (a, i), nepho_scenario_tree_get (b, i)))
      return FALSE;

  return TRUE;
}

static guint
depth_of (const NephoScenarioTree *tree, const NephoScenario *node)
{
  const NephoScenario *parent = nepho_scenario_tree_find (tree, node->parent);

  return parent != NULL ? 1 + depth_of (tree, parent) : 1;
}

/**
 * nepho_scenario_tree_add:
 * @tree: a tree
 * @node: (transfer full): a scenario or snapshot; its parent is in the tree, or none of the reader's
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the tree with @node at its end, or %NULL with %NEPHO_MODEL_ERROR_DATA where
 * it would be too large or too deep
 */
NephoScenarioTree *
nepho_scenario_tree_add (const NephoScenarioTree *tree, NephoScenario *node, GError **error)
{
  g_autoptr (NephoScenario) added = node;
  NephoScenarioTree *copy;

  if (tree->nodes->len >= NEPHO_SCENARIO_TREE_MAX_SIZE)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("A document has at most %u scenarios and snapshots of its own; delete some first"),
                   NEPHO_SCENARIO_TREE_MAX_SIZE);
      return NULL;
    }
  if (added->kind == NEPHO_SCENARIO_OWN && depth_of (tree, added) > NEPHO_SCENARIO_TREE_MAX_DEPTH)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("“%s” would follow a scenario that itself follows %u others; expected fewer"),
                   nepho_text_get (added->name), NEPHO_SCENARIO_TREE_MAX_DEPTH - 1);
      return NULL;
    }

  copy = tree_copy (tree);
  g_ptr_array_add (copy->nodes, g_steal_pointer (&added));

  return copy;
}

/**
 * nepho_scenario_tree_replace:
 * @tree: a tree
 * @node: (transfer full): what is to take the place of the scenario of the same id
 *
 * Returns: (transfer full): the changed tree
 */
NephoScenarioTree *
nepho_scenario_tree_replace (const NephoScenarioTree *tree, NephoScenario *node)
{
  NephoScenarioTree *copy = tree_copy (tree);
  int place = find_place (tree, node->id);

  g_assert (place >= 0);
  nepho_scenario_unref (g_ptr_array_index (copy->nodes, (guint) place));
  g_ptr_array_index (copy->nodes, (guint) place) = node;

  return copy;
}

/* What was said of a scenario that goes is not lost to those that followed it. */
static void
inherit_notes (NephoScenario *heir, const NephoScenario *removed)
{
  GHashTableIter iter;
  gpointer id;
  gpointer text;

  g_hash_table_iter_init (&iter, removed->notes);
  while (g_hash_table_iter_next (&iter, &id, &text))
    if (!g_hash_table_contains (heir->notes, id))
      nepho_notes_set (heir->notes, id, text);
}

/**
 * nepho_scenario_tree_remove:
 * @tree: a tree
 * @id: one of it
 *
 * Its children become those of its parent, with its notes; what values they store is left to the caller.
 *
 * Returns: (transfer full): the changed tree
 */
NephoScenarioTree *
nepho_scenario_tree_remove (const NephoScenarioTree *tree, const char *id)
{
  NephoScenarioTree *copy = tree_with_notes (g_hash_table_ref (tree->notes));
  const NephoScenario *removed = nepho_scenario_tree_find (tree, id);

  g_assert (removed != NULL);
  for (guint i = 0; i < tree->nodes->len; i++)
    {
      const NephoScenario *node = nepho_scenario_tree_get (tree, i);
      NephoScenario *moved;

      if (node == removed)
        continue;
      if (g_strcmp0 (node->parent, id) != 0)
        {
          g_ptr_array_add (copy->nodes, nepho_scenario_ref (node));
          continue;
        }
      moved = nepho_scenario_copy (node);
      g_free (moved->parent);
      moved->parent = g_strdup (removed->parent);
      inherit_notes (moved, removed);
      g_ptr_array_add (copy->nodes, moved);
    }

  return copy;
}

/**
 * nepho_scenario_tree_set_notes:
 * @tree: a tree
 * @notes: (transfer full) (element-type utf8 utf8): parameter id → what holds in every scenario
 *
 * Returns: (transfer full): the changed tree
 */
NephoScenarioTree *
nepho_scenario_tree_set_notes (const NephoScenarioTree *tree, GHashTable *notes)
{
  NephoScenarioTree *copy = tree_copy (tree);

  g_hash_table_unref (copy->notes);
  copy->notes = notes;

  return copy;
}
