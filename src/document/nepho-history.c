/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-history.h"

/* Returns: (transfer full): an edit that changes nothing yet */
NephoEdit *
nepho_edit_new (void)
{
  NephoEdit *edit = g_new0 (NephoEdit, 1);

  edit->changes = g_array_new (FALSE, FALSE, sizeof (NephoChange));

  return edit;
}

void
nepho_edit_free (NephoEdit *edit)
{
  g_free (edit->label);
  g_free (edit->merge_key);
  g_clear_pointer (&edit->events_before, nepho_events_free);
  g_clear_pointer (&edit->events_after, nepho_events_free);
  g_free (edit->locked_before);
  g_free (edit->locked_after);
  g_free (edit->scenario_before);
  g_free (edit->scenario_after);
  g_array_unref (edit->changes);
  g_clear_pointer (&edit->dataset_before, nepho_dataset_unref);
  g_clear_pointer (&edit->dataset_after, nepho_dataset_unref);
  g_free (edit->values_before);
  g_free (edit->values_after);
  nepho_properties_free (edit->properties_before);
  nepho_properties_free (edit->properties_after);
  g_clear_pointer (&edit->tree_before, nepho_scenario_tree_unref);
  g_clear_pointer (&edit->tree_after, nepho_scenario_tree_unref);
  g_clear_pointer (&edit->annotations_before, g_ptr_array_unref);
  g_clear_pointer (&edit->annotations_after, g_ptr_array_unref);
  g_free (edit);
}

/* Whether the edit would leave everything as it is. */
gboolean
nepho_edit_is_empty (const NephoEdit *edit)
{
  return edit->dataset_before == NULL && edit->properties_before == NULL && edit->locked_before == NULL
         && edit->tree_before == NULL && edit->events_before == NULL
         && edit->annotations_before == NULL
         && edit->changes->len == 0 && edit->horizon_before == edit->horizon_after
         && g_strcmp0 (edit->scenario_before, edit->scenario_after) == 0;
}

void
nepho_history_init (NephoHistory *history)
{
  history->done = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_edit_free);
  history->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_edit_free);
}

void
nepho_history_clear (NephoHistory *history)
{
  g_clear_pointer (&history->done, g_ptr_array_unref);
  g_clear_pointer (&history->undone, g_ptr_array_unref);
}

/* Adds an edit (transfer full) that was just made; what was undone before can no longer be redone. */
void
nepho_history_push (NephoHistory *history, NephoEdit *edit)
{
  g_ptr_array_add (history->done, edit);
  g_ptr_array_set_size (history->undone, 0);
}

/* Returns: (transfer full): the edit made last, which is there; nobody can take it back any more */
NephoEdit *
nepho_history_take_last (NephoHistory *history)
{
  return g_ptr_array_steal_index (history->done, history->done->len - 1);
}

/* What is done from now on is not part of the edit made last. */
void
nepho_history_seal (NephoHistory *history)
{
  if (history->done->len > 0)
    g_clear_pointer (&((NephoEdit *) g_ptr_array_index (history->done, history->done->len - 1))->merge_key, g_free);
}

static const NephoEdit *
last (const GPtrArray *edits)
{
  return edits->len > 0 ? g_ptr_array_index (edits, edits->len - 1) : NULL;
}

const NephoEdit *
nepho_history_next_undo (const NephoHistory *history)
{
  return last (history->done);
}

const NephoEdit *
nepho_history_next_redo (const NephoHistory *history)
{
  return last (history->undone);
}

static const NephoEdit *
move (GPtrArray *from, GPtrArray *to)
{
  if (from->len == 0)
    return NULL;

  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));

  return last (to);
}

/* Returns: (transfer none) (nullable): the edit that is to be taken back */
const NephoEdit *
nepho_history_undo (NephoHistory *history)
{
  return move (history->done, history->undone);
}

/* Returns: (transfer none) (nullable): the edit that is to be done again */
const NephoEdit *
nepho_history_redo (NephoHistory *history)
{
  return move (history->undone, history->done);
}
