/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-event-map.h"

static NephoQuarter
base_of (const NephoParameterSet *set)
{
  return nepho_parameter_set_dataset (set)->base_quarter;
}

/* Moves an event into quarters after a base that is @later quarters later; FALSE where nothing is left of it. What had
 * begun by then begins there, with what is left of its length. */
static gboolean
shift (NephoEvent *event, int later)
{
  int start = (int) event->start - later;
  int end = start + (int) event->length;

  event->start = (guint) MAX (start, 0);
  if (event->kind == NEPHO_EVENT_STEP)
    return TRUE;
  if (end > 0)
    {
      event->length = (guint) end - event->start;
      return TRUE;
    }
  if (event->kind == NEPHO_EVENT_WINDOW)
    return FALSE;

  /* A ramp that has come to its end is what it came to. */
  event->kind = NEPHO_EVENT_STEP;
  event->length = 0;

  return TRUE;
}

/**
 * nepho_event_map:
 * @old_set: the parameters of a data set
 * @new_set: those of an edited copy of it, or of another edition
 * @events: events of parameters of @old_set
 *
 * Carries events over by the ids of their parameters. They keep their quarters where the data set begins in another one.
 *
 * Returns: (transfer full): events of parameters of @new_set
 */
NephoEvents *
nepho_event_map (const NephoParameterSet *old_set, const NephoParameterSet *new_set, const NephoEvents *events)
{
  NephoEvents *mapped = nepho_events_new ();
  int later = (int) (base_of (new_set) - base_of (old_set));

  for (guint i = 0; i < nepho_events_n_paths (events); i++)
    {
      guint old = nepho_events_parameter (events, i);
      int parameter = nepho_parameter_set_find (new_set, nepho_parameter_set_get (old_set, old)->id);
      guint n_events;
      const NephoEvent *list = nepho_events_get (events, old, &n_events);

      for (guint k = 0; parameter >= 0 && k < n_events; k++)
        {
          NephoEvent event = list[k];

          if (shift (&event, later) && nepho_event_check (new_set, (guint) parameter, &event, NULL))
            nepho_events_append (mapped, (guint) parameter, &event);
        }
    }

  return mapped;
}
