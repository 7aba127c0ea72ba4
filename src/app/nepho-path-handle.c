/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-path-handle.h"

#include "nepho-lever-value.h"
#include "nepho-parameter-range.h"

/* Of a ramp or window that is new, in quarters, and how far from what is before it. */
#define NEW_LENGTH 4u
#define NEW_GAP 4u

static guint
handles_of (const NephoEvent *event)
{
  return event->kind == NEPHO_EVENT_STEP ? 1 : 2;
}

/* Returns: how many points of a path can be moved */
guint
nepho_path_n_handles (const NephoEvent *list, guint n_events)
{
  guint n = 0;

  for (guint k = 0; k < n_events; k++)
    n += handles_of (&list[k]);

  return n;
}

/* Returns: one of them, event by event */
NephoPathHandle
nepho_path_handle (const NephoEvent *list, guint index)
{
  NephoPathHandle handle = { 0, FALSE };

  while (index >= handles_of (&list[handle.event]))
    index -= handles_of (&list[handle.event++]);
  handle.end = index == 1;

  return handle;
}

/**
 * nepho_path_value:
 * @set: a parameter set
 * @values: the value of each
 * @parameter: index of one
 * @list: (array length=n_events) (nullable): its events
 * @n_events: how many
 * @t: quarters after the base quarter
 *
 * Returns: the value that a run would take it at then
 */
double
nepho_path_value (const NephoParameterSet *set,
                  const double *values,
                  guint parameter,
                  const NephoEvent *list,
                  guint n_events,
                  guint t)
{
  g_autoptr (NephoEvents) events = nepho_events_new ();
  NephoAssumptions assumptions = { values, events };

  nepho_events_set (events, parameter, list, n_events);

  return nepho_assumptions_at (set, &assumptions, parameter, t);
}

/**
 * nepho_path_handle_place:
 * @set: a parameter set
 * @values: the value of each
 * @parameter: index of one
 * @list: its events
 * @handle: a point of its path
 * @t: (out): quarters after the base quarter
 * @value: (out): its height: a ramp begins where what is before it is then
 */
void
nepho_path_handle_place (const NephoParameterSet *set,
                         const double *values,
                         guint parameter,
                         const NephoEvent *list,
                         NephoPathHandle handle,
                         guint *t,
                         double *value)
{
  const NephoEvent *event = &list[handle.event];

  *t = event->start + (handle.end ? event->length : 0);
  *value = event->value;
  if (event->kind == NEPHO_EVENT_RAMP && !handle.end)
    *value = nepho_path_value (set, values, parameter, list, handle.event, event->start);
}

/**
 * nepho_path_handle_move:
 * @event: an event
 * @end: whether its end is moved, not its beginning
 * @t: where to, in quarters after the base quarter
 * @value: the height there
 * @last: the last quarter in view
 *
 * The other end stays where it is. Where a ramp begins has no height of its own.
 *
 * Returns: the moved event, which lasts a quarter at least
 */
NephoEvent
nepho_path_handle_move (const NephoEvent *event, gboolean end, int t, double value, guint last)
{
  NephoEvent moved = *event;
  int stop = (int) (event->start + event->length);

  if (event->kind != NEPHO_EVENT_RAMP || end)
    moved.value = value;
  if (event->kind == NEPHO_EVENT_STEP)
    moved.start = (guint) CLAMP (t, 0, (int) last);
  else if (end)
    moved.length = (guint) CLAMP (t - (int) event->start, 1, MAX ((int) last - (int) event->start, 1));
  else
    {
      moved.start = (guint) CLAMP (t, 0, stop - 1);
      moved.length = (guint) stop - moved.start;
    }

  return moved;
}

/* The first quarter in which nothing of the list begins or goes on any more. */
static guint
free_quarter (const NephoEvent *list, guint n_events)
{
  guint quarter = 0;

  for (guint k = 0; k < n_events; k++)
    quarter = MAX (quarter, list[k].start + list[k].length);

  return quarter;
}

/**
 * nepho_path_new_event:
 * @set: a parameter set
 * @values: the value of each
 * @parameter: index of one
 * @list: (array length=n_events) (nullable): its events
 * @n_events: how many
 * @kind: of which kind
 * @horizon: the last quarter in view
 *
 * Returns: an event behind the others, as far as there is room, half way to the end of the likely range that is farther
 *   away
 */
NephoEvent
nepho_path_new_event (const NephoParameterSet *set,
                      const double *values,
                      guint parameter,
                      const NephoEvent *list,
                      guint n_events,
                      NephoEventKind kind,
                      guint horizon)
{
  const NephoParameterSpec *spec = nepho_parameter_set_get (set, parameter)->spec;
  NephoParameterRange range = nepho_parameter_set_range (set, parameter);
  guint room = horizon > NEW_LENGTH ? horizon - NEW_LENGTH : 0;
  NephoEvent event = { kind, MIN (free_quarter (list, n_events) + NEW_GAP, room), 0, 0.0 };
  double now = nepho_path_value (set, values, parameter, list, n_events, event.start);
  double low = nepho_lever_position (spec, MAX (range.low, spec->minimum));
  double high = nepho_lever_position (spec, MIN (range.high, spec->maximum));
  double at = nepho_lever_position (spec, now);

  if (kind != NEPHO_EVENT_STEP)
    event.length = NEW_LENGTH;
  event.value = nepho_lever_at (spec, (at + (high - at >= at - low ? high : low)) / 2.0);

  return event;
}
