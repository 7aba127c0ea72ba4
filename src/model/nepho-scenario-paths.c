/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario-paths.h"

static const NephoEvent *
events_of (const GArray *path)
{
  return (const NephoEvent *) (gpointer) path->data;
}

/* Returns: (transfer full) (element-type utf8 GArray): parameter id → path, of nothing yet */
GHashTable *
nepho_paths_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

/* Returns: (transfer full): the like of @paths; paths are shared, since a stored one is replaced and never changed */
GHashTable *
nepho_paths_copy (GHashTable *paths)
{
  GHashTable *copy = nepho_paths_new ();
  GHashTableIter iter;
  gpointer id;
  gpointer path;

  g_hash_table_iter_init (&iter, paths);
  while (g_hash_table_iter_next (&iter, &id, &path))
    g_hash_table_insert (copy, g_strdup (id), g_array_ref (path));

  return copy;
}

/* Whether two scenarios store the same paths for the same parameters. */
gboolean
nepho_paths_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id;
  gpointer path;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, &path))
    {
      const GArray *own = path;
      const GArray *other = g_hash_table_lookup (b, id);

      if (other == NULL || !nepho_event_lists_equal (events_of (own), own->len, events_of (other), other->len))
        return FALSE;
    }

  return TRUE;
}

/**
 * nepho_scenario_set_path:
 * @scenario: a scenario that nobody shares yet
 * @parameter: id of a parameter
 * @list: (array length=n_events) (nullable): its events, checked
 * @n_events: how many; 0: it follows no path, whatever the parent says
 */
void
nepho_scenario_set_path (NephoScenario *scenario, const char *parameter, const NephoEvent *list, guint n_events)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (NephoEvent));

  if (n_events > 0)
    g_array_append_vals (path, list, n_events);
  g_hash_table_replace (scenario->paths, g_strdup (parameter), path);
}

/**
 * nepho_scenario_find_path:
 * @scenario: a scenario
 * @parameter: id of a parameter
 * @list: (out) (array length=n_events) (transfer none): the events that it stores for it
 * @n_events: (out): how many
 *
 * Returns: %FALSE where it stores none, so that its parent's count
 */
gboolean
nepho_scenario_find_path (const NephoScenario *scenario,
                          const char *parameter,
                          const NephoEvent **list,
                          guint *n_events)
{
  const GArray *path = g_hash_table_lookup (scenario->paths, parameter);

  *list = path != NULL ? events_of (path) : NULL;
  *n_events = path != NULL ? path->len : 0;

  return path != NULL;
}

/**
 * nepho_scenario_overlay_paths:
 * @scenario: a scenario
 * @set: the parameters that it stores paths of some of
 * @events: (inout): the events to change
 *
 * Puts the paths that the scenario stores in the place of those that @events has of the same parameters.
 */
void
nepho_scenario_overlay_paths (const NephoScenario *scenario, const NephoParameterSet *set, NephoEvents *events)
{
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, scenario->paths);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const GArray *path = value;
      int index = nepho_parameter_set_find (set, id);

      if (index >= 0)
        nepho_events_set (events, (guint) index, events_of (path), path->len);
    }
}

static void
diff_of (NephoScenario *scenario,
         const NephoParameterSet *set,
         guint parameter,
         const NephoEvents *parent_events,
         const NephoEvents *events)
{
  guint n_events;
  const NephoEvent *list = nepho_events_get (events, parameter, &n_events);

  if (!nepho_events_same (parent_events, events, parameter))
    nepho_scenario_set_path (scenario, nepho_parameter_set_get (set, parameter)->id, list, n_events);
}

/**
 * nepho_scenario_diff_paths:
 * @scenario: a scenario that nobody shares yet; the paths that it stores are replaced
 * @set: parameters
 * @parent_events: (nullable): the events as the scenario's parent has them
 * @events: (nullable): the events as the scenario is to have them
 *
 * Stores what differs, so that nepho_scenario_overlay_paths() over @parent_events gives @events.
 */
void
nepho_scenario_diff_paths (NephoScenario *scenario,
                           const NephoParameterSet *set,
                           const NephoEvents *parent_events,
                           const NephoEvents *events)
{
  g_hash_table_remove_all (scenario->paths);
  for (guint i = 0; i < nepho_events_n_paths (events); i++)
    diff_of (scenario, set, nepho_events_parameter (events, i), parent_events, events);
  for (guint i = 0; i < nepho_events_n_paths (parent_events); i++)
    diff_of (scenario, set, nepho_events_parameter (parent_events, i), parent_events, events);
}
