/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "nepho-annotation.h"
#include "nepho-document-private.h"
#include "nepho-number.h"

/* Within which one key pressed again goes on with the step before. */
#define JOIN_TIME G_TIME_SPAN_SECOND

/* "Price war intensity 0 % → 18 %" */
char *
nepho_document_describe_value (NephoDocument *self, guint parameter, double before, double after)
{
  NephoNumberStyle style = NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT;
  NephoUnit unit = nepho_parameter_set_get (self->parameters, parameter)->spec->unit;
  g_autofree char *title = nepho_parameter_title (self->parameters, parameter);
  g_autofree char *from = nepho_currency_format (&self->money, before, unit, style);
  g_autofree char *to = nepho_currency_format (&self->money, after, unit, style);

  /* Translators: a parameter, its value before and after an edit */
  return g_strdup_printf (_("%s %s → %s"), title, from, to);
}

/* Says what the open step does, where its values do not; takes @label. The last word counts. */
void
nepho_document_label_step (NephoDocument *self, char *label)
{
  g_free (self->step_label);
  self->step_label = label;
}

static char *
describe (NephoDocument *self, const GArray *changes)
{
  g_autofree char *first = NULL;
  const NephoChange *change;

  if (self->step_label != NULL)
    return g_strdup (self->step_label);
  if (changes->len == 0)
    return g_strdup ("");

  change = &g_array_index (changes, NephoChange, 0);
  first = nepho_document_describe_value (self, change->parameter, change->before, change->after);
  if (changes->len == 1)
    return g_steal_pointer (&first);

  /* Translators: a parameter with its value before and after, and how many others were changed with it */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", changes->len - 1), first, changes->len - 1);
}

static void
note_state (NephoDocument *self)
{
  memcpy (self->step_values, self->values, self->n_values * sizeof (double));
  self->step_events = nepho_events_copy (self->events);
  memcpy (self->step_locked, self->locked, self->n_values * sizeof (gboolean));
  self->step_horizon = self->horizon;
  self->step_scenario = g_strdup (self->scenario);
  self->step_properties = nepho_properties_copy (self->properties);
  self->step_tree = nepho_scenario_tree_ref (self->tree);
  self->step_annotations = g_ptr_array_ref (self->annotations);
}

/**
 * nepho_document_begin_step:
 * @self: a document
 *
 * Opens a step of undo. Steps nest; the outermost counts.
 */
void
nepho_document_begin_step (NephoDocument *self)
{
  g_return_if_fail (NEPHO_IS_DOCUMENT (self));

  if (self->step_depth++ == 0)
    note_state (self);
}

/* The last step as if it had not been closed: what was before it is what the open one starts from. */
static void
reopen (NephoDocument *self)
{
  g_autoptr (NephoEdit) edit = nepho_history_take_last (&self->history);

  for (guint i = 0; i < edit->changes->len; i++)
    {
      const NephoChange *change = &g_array_index (edit->changes, NephoChange, i);

      self->step_values[change->parameter] = change->before;
    }
  if (edit->events_before != NULL)
    {
      nepho_events_free (self->step_events);
      self->step_events = g_steal_pointer (&edit->events_before);
    }
  if (edit->locked_before != NULL)
    memcpy (self->step_locked, edit->locked_before, self->n_values * sizeof (gboolean));
  self->step_horizon = edit->horizon_before;
  g_free (self->step_scenario);
  self->step_scenario = g_steal_pointer (&edit->scenario_before);
  if (edit->properties_before != NULL)
    {
      nepho_properties_free (self->step_properties);
      self->step_properties = g_steal_pointer (&edit->properties_before);
    }
  if (edit->tree_before != NULL)
    {
      nepho_scenario_tree_unref (self->step_tree);
      self->step_tree = g_steal_pointer (&edit->tree_before);
    }
  if (edit->annotations_before != NULL)
    {
      g_ptr_array_unref (self->step_annotations);
      self->step_annotations = g_steal_pointer (&edit->annotations_before);
    }
}

/**
 * nepho_document_begin_joined_step:
 * @self: a document
 * @key: what is being changed bit by bit: a parameter by arrow keys, a title as it is typed
 * @now: monotonic time, in microseconds
 *
 * As nepho_document_begin_step(). Where the step before was begun with the same @key less than a second ago, and was
 * neither taken back nor saved since, the two become one.
 */
void
nepho_document_begin_joined_step (NephoDocument *self, const char *key, gint64 now)
{
  const NephoEdit *last;

  g_return_if_fail (NEPHO_IS_DOCUMENT (self) && key != NULL);

  nepho_document_begin_step (self);
  if (self->step_depth > 1)
    return;

  last = nepho_history_next_undo (&self->history);
  if (last != NULL && g_strcmp0 (last->merge_key, key) == 0 && now - last->time < JOIN_TIME
      && nepho_history_next_redo (&self->history) == NULL)
    reopen (self);
  self->step_key = g_strdup (key);
  self->step_time = now;
}

static void
add_changes (NephoDocument *self, NephoEdit *edit)
{
  for (guint i = 0; i < self->n_values; i++)
    if (self->values[i] != self->step_values[i])
      {
        NephoChange change = { i, self->step_values[i], self->values[i] };

        g_array_append_val (edit->changes, change);
      }
  if (!nepho_events_equal (self->step_events, self->events))
    {
      edit->events_before = g_steal_pointer (&self->step_events);
      edit->events_after = nepho_events_copy (self->events);
    }
  if (memcmp (self->locked, self->step_locked, self->n_values * sizeof (gboolean)) != 0)
    {
      edit->locked_before = g_memdup2 (self->step_locked, self->n_values * sizeof (gboolean));
      edit->locked_after = g_memdup2 (self->locked, self->n_values * sizeof (gboolean));
    }
  edit->scenario_before = g_steal_pointer (&self->step_scenario);
  edit->scenario_after = g_strdup (self->scenario);
  edit->horizon_before = self->step_horizon;
  edit->horizon_after = self->horizon;
  if (!nepho_properties_equal (self->step_properties, self->properties))
    {
      edit->properties_before = g_steal_pointer (&self->step_properties);
      edit->properties_after = nepho_properties_copy (self->properties);
    }
  if (!nepho_scenario_tree_equal (self->step_tree, self->tree))
    {
      edit->tree_before = g_steal_pointer (&self->step_tree);
      edit->tree_after = nepho_scenario_tree_ref (self->tree);
    }
  if (!nepho_annotations_equal (self->step_annotations, self->annotations))
    {
      edit->annotations_before = g_steal_pointer (&self->step_annotations);
      edit->annotations_after = g_ptr_array_ref (self->annotations);
    }
}

/**
 * nepho_document_end_step:
 * @self: a document
 *
 * Closes a step of undo. A step that left everything as it was is forgotten.
 */
void
nepho_document_end_step (NephoDocument *self)
{
  NephoEdit *edit;

  g_return_if_fail (NEPHO_IS_DOCUMENT (self));
  g_return_if_fail (self->step_depth > 0);

  if (--self->step_depth > 0)
    return;

  edit = nepho_edit_new ();
  add_changes (self, edit);
  edit->label = describe (self, edit->changes);
  edit->merge_key = g_steal_pointer (&self->step_key);
  edit->time = self->step_time;
  g_clear_pointer (&self->step_label, g_free);
  g_clear_pointer (&self->step_events, nepho_events_free);
  g_clear_pointer (&self->step_properties, nepho_properties_free);
  g_clear_pointer (&self->step_tree, nepho_scenario_tree_unref);
  g_clear_pointer (&self->step_annotations, g_ptr_array_unref);

  if (nepho_edit_is_empty (edit))
    nepho_edit_free (edit);
  else
    nepho_history_push (&self->history, edit);
  nepho_document_notify_state (self);
}
