/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-path.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-private.h"
#include "nepho-event-words.h"
#include "nepho-model-error.h"
#include "nepho-scenario-paths.h"

/**
 * nepho_document_get_events:
 * @self: a document
 *
 * Returns: (transfer none): what moves parameters over time now; valid until the next edit
 */
const NephoEvents *
nepho_document_get_events (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  return self->events;
}

/**
 * nepho_document_get_assumptions:
 * @self: a document
 *
 * Returns: all that its results rest on now; valid until the next edit
 */
NephoAssumptions
nepho_document_get_assumptions (NephoDocument *self)
{
  return (NephoAssumptions) { nepho_document_get_values (self), nepho_document_get_events (self) };
}

/**
 * nepho_document_resolve_paths:
 * @self: a document
 * @scenario: (nullable): id of a scenario or snapshot; %NULL or "" for the data set
 *
 * The events of a scenario: the document's where it is the reader's and at work, otherwise its own paths in the place
 * of those of its parent. A data set and its scenarios have none.
 *
 * Returns: (transfer full): its events
 */
NephoEvents *
nepho_document_resolve_paths (NephoDocument *self, const char *scenario)
{
  const NephoScenario *found;
  NephoEvents *events;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  found = nepho_document_find_scenario (self, scenario);
  if (found == NULL || found->kind == NEPHO_SCENARIO_BUILT_IN)
    return nepho_events_new ();
  if (g_str_equal (scenario, self->scenario))
    return nepho_events_copy (self->events);

  events = nepho_document_resolve_paths (self, nepho_document_get_base (self, found));
  nepho_scenario_overlay_paths (found, self->parameters, events);

  return events;
}

/**
 * nepho_document_get_scenario_events:
 * @self: a document
 *
 * Returns: (transfer none): as nepho_document_get_scenario_values(), the events. Valid until the next edit.
 */
const NephoEvents *
nepho_document_get_scenario_events (NephoDocument *self)
{
  const NephoScenario *own;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  if (self->scenario_events == NULL)
    {
      own = nepho_scenario_tree_find (self->tree, self->scenario);
      self->scenario_events = nepho_document_resolve_paths (self, own != NULL ? own->parent : self->scenario);
    }

  return self->scenario_events;
}

/**
 * nepho_document_has_path:
 * @self: a document
 * @parameter: index of a parameter
 *
 * Returns: whether it moves over time now
 */
gboolean
nepho_document_has_path (NephoDocument *self, guint parameter)
{
  return !nepho_events_same (nepho_document_get_events (self), NULL, parameter);
}

/* The quarter in which the last of a list has come to its end. */
static guint
end_of (const NephoEvent *list, guint n_events)
{
  guint end = 0;

  for (guint k = 0; k < n_events; k++)
    end = MAX (end, list[k].start + list[k].length - (list[k].kind == NEPHO_EVENT_WINDOW ? 1 : 0));

  return end;
}

static guint
start_of (const NephoEvent *list, guint n_events)
{
  guint start = G_MAXUINT;

  for (guint k = 0; k < n_events; k++)
    start = MIN (start, list[k].start);

  return start;
}

/* "Path of price war intensity: 20 %/yr from 2024Q1 to 2025Q2" */
static char *
describe_path (NephoDocument *self, guint parameter, const NephoEvent *list, guint n_events)
{
  g_autofree char *title = nepho_parameter_title (self->parameters, parameter);
  g_autofree char *what = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (n_events == 0)
    /* Translators: a parameter */
    return g_strdup_printf (_("Remove path: %s"), title);
  if (n_events == 1)
    {
      what = nepho_event_describe (self->parameters, parameter, list, &self->money);
      /* Translators: a parameter, what happens to it over time */
      return g_strdup_printf (_("Path of %s: %s"), title, what);
    }

  from = nepho_quarter_format (self->dataset->base_quarter + (NephoQuarter) start_of (list, n_events));
  to = nepho_quarter_format (self->dataset->base_quarter + (NephoQuarter) end_of (list, n_events));

  /* Translators: a parameter, the quarters in which it begins to move and comes to rest */
  return g_strdup_printf (_("Path of %s, %s to %s"), title, from, to);
}

/* Takes events (transfer full) in the place of the document's; for use inside a step. */
void
nepho_document_take_events (NephoDocument *self, NephoEvents *events)
{
  nepho_events_free (self->events);
  self->events = events;
}

/**
 * nepho_document_set_path:
 * @self: a document
 * @parameter: index of a parameter
 * @list: (array length=n_events) (nullable): what happens to it over time, in the order in which later ones win
 * @n_events: how many; 0: it stays at its value
 * @error: return location for an error
 *
 * Puts a path in the place of the parameter's, as a step of its own or as part of the open one.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_EVENT or %NEPHO_MODEL_ERROR_RANGE, nothing changed
 */
gboolean
nepho_document_set_path (NephoDocument *self,
                         guint parameter,
                         const NephoEvent *list,
                         guint n_events,
                         GError **error)
{
  g_autoptr (NephoEvents) events = NULL;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && parameter < self->n_values, FALSE);

  for (guint k = 0; k < n_events; k++)
    if (!nepho_event_check (self->parameters, parameter, &list[k], error))
      return FALSE;

  events = nepho_events_copy (self->events);
  nepho_events_set (events, parameter, list, n_events);
  if (nepho_events_equal (events, self->events))
    return TRUE;

  nepho_document_begin_step (self);
  nepho_document_label_step (self, describe_path (self, parameter, list, n_events));
  nepho_document_take_events (self, g_steal_pointer (&events));
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);

  return TRUE;
}

/**
 * nepho_document_apply_events:
 * @self: a document
 * @events: events of its parameters
 * @label: what the step of undo is called
 * @error: return location for an error
 *
 * Puts them in the place of all that the document has.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_EVENT or %NEPHO_MODEL_ERROR_RANGE, nothing changed
 */
gboolean
nepho_document_apply_events (NephoDocument *self, const NephoEvents *events, const char *label, GError **error)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), FALSE);

  for (guint i = 0; i < nepho_events_n_paths (events); i++)
    {
      guint parameter = nepho_events_parameter (events, i);
      guint n_events;
      const NephoEvent *list = nepho_events_get (events, parameter, &n_events);

      for (guint k = 0; k < n_events; k++)
        if (!nepho_event_check (self->parameters, parameter, &list[k], error))
          return FALSE;
    }

  nepho_document_begin_step (self);
  nepho_document_label_step (self, g_strdup (label));
  nepho_document_take_events (self, nepho_events_copy (events));
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);

  return TRUE;
}
