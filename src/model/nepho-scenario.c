/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario.h"

#include "nepho-scenario-paths.h"

static void
scenario_clear (gpointer data)
{
  NephoScenario *scenario = data;

  g_free (scenario->id);
  g_free (scenario->parent);
  nepho_text_free (scenario->name);
  nepho_text_free (scenario->story);
  nepho_text_free (scenario->article);
  g_hash_table_unref (scenario->values);
  g_hash_table_unref (scenario->paths);
  g_hash_table_unref (scenario->notes);
}

/**
 * nepho_scenario_new:
 * @kind: whose it is
 * @id: its id
 *
 * Returns: (transfer full): a scenario without parent and values, to be filled and then shared unchanged
 */
NephoScenario *
nepho_scenario_new (NephoScenarioKind kind, const char *id)
{
  NephoScenario *scenario = g_atomic_rc_box_new0 (NephoScenario);

  scenario->kind = kind;
  scenario->id = g_strdup (id);
  scenario->name = nepho_text_new ();
  scenario->story = nepho_text_new ();
  scenario->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  scenario->paths = nepho_paths_new ();
  scenario->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return scenario;
}

NephoScenario *
nepho_scenario_ref (const NephoScenario *scenario)
{
  return g_atomic_rc_box_acquire ((NephoScenario *) scenario);
}

void
nepho_scenario_unref (NephoScenario *scenario)
{
  g_atomic_rc_box_release_full (scenario, scenario_clear);
}

/**
 * nepho_notes_copy:
 * @notes: (element-type utf8 utf8): parameter id → text
 *
 * Returns: (transfer full) (element-type utf8 utf8): their like
 */
GHashTable *
nepho_notes_copy (GHashTable *notes)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer id;
  gpointer text;

  g_hash_table_iter_init (&iter, notes);
  while (g_hash_table_iter_next (&iter, &id, &text))
    g_hash_table_insert (copy, g_strdup (id), g_strdup (text));

  return copy;
}

/**
 * nepho_scenario_copy:
 * @scenario: a scenario
 *
 * Returns: (transfer full): its like, which may be changed before it is shared
 */
NephoScenario *
nepho_scenario_copy (const NephoScenario *scenario)
{
  NephoScenario *copy = nepho_scenario_new (scenario->kind, scenario->id);
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  copy->taken = scenario->taken;
  copy->parent = g_strdup (scenario->parent);
  nepho_text_free (copy->name);
  copy->name = nepho_text_copy (scenario->name);
  nepho_text_free (copy->story);
  copy->story = nepho_text_copy (scenario->story);
  copy->article = scenario->article != NULL ? nepho_text_copy (scenario->article) : NULL;
  g_hash_table_iter_init (&iter, scenario->values);
  while (g_hash_table_iter_next (&iter, &id, &value))
    nepho_scenario_set_value (copy, id, *(double *) value);
  g_hash_table_unref (copy->paths);
  copy->paths = nepho_paths_copy (scenario->paths);
  g_hash_table_unref (copy->notes);
  copy->notes = nepho_notes_copy (scenario->notes);

  return copy;
}

/**
 * nepho_scenario_set_value:
 * @scenario: a scenario that nobody shares yet
 * @parameter: id of a parameter
 * @value: in its unit
 */
void
nepho_scenario_set_value (NephoScenario *scenario, const char *parameter, double value)
{
  g_hash_table_replace (scenario->values, g_strdup (parameter), g_memdup2 (&value, sizeof value));
}

/**
 * nepho_notes_set:
 * @notes: (element-type utf8 utf8): parameter id → text, which nobody shares yet
 * @parameter: id of a parameter
 * @text: what is said of it; empty: nothing any more
 */
void
nepho_notes_set (GHashTable *notes, const char *parameter, const char *text)
{
  if (*text == '\0')
    g_hash_table_remove (notes, parameter);
  else
    g_hash_table_replace (notes, g_strdup (parameter), g_strdup (text));
}

/**
 * nepho_notes_equal:
 * @a: (element-type utf8 utf8): parameter id → text
 * @b: (element-type utf8 utf8): as @a
 *
 * Returns: whether they say the same of the same parameters
 */
gboolean
nepho_notes_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id;
  gpointer text;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, &text))
    if (g_strcmp0 (text, g_hash_table_lookup (b, id)) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
values_equal (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const double *other = g_hash_table_lookup (b, id);

      if (other == NULL || *other != *(double *) value)
        return FALSE;
    }

  return TRUE;
}

static gboolean
texts_equal (const NephoText *a, const NephoText *b)
{
  return a == b || (a != NULL && b != NULL && nepho_text_equal (a, b));
}

/**
 * nepho_scenario_equal:
 * @a: a scenario
 * @b: another
 *
 * Returns: whether they are the same in everything
 */
gboolean
nepho_scenario_equal (const NephoScenario *a, const NephoScenario *b)
{
  return a == b
         || (a->kind == b->kind && a->taken == b->taken && g_str_equal (a->id, b->id) && g_strcmp0 (a->parent, b->parent) == 0
             && texts_equal (a->name, b->name) && texts_equal (a->story, b->story)
             && texts_equal (a->article, b->article) && values_equal (a->values, b->values)
             && nepho_paths_equal (a->paths, b->paths) && nepho_notes_equal (a->notes, b->notes));
}
