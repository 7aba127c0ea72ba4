/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-event.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-model-error.h"
#include "nepho-results.h"

/* The list of one parameter. */
typedef struct
{
  guint   parameter;
  GArray *list; /* NephoEvent, never empty */
} Path;

struct _NephoEvents
{
  GArray *paths; /* Path, by parameter */
};

static const char *const kind_ids[NEPHO_N_EVENT_KINDS] = { "step", "ramp", "window" };

static void
path_clear (gpointer data)
{
  g_array_unref (((Path *) data)->list);
}

/**
 * nepho_events_new:
 *
 * Returns: (transfer full): events of no parameter
 */
NephoEvents *
nepho_events_new (void)
{
  NephoEvents *self = g_new (NephoEvents, 1);

  self->paths = g_array_new (FALSE, FALSE, sizeof (Path));
  g_array_set_clear_func (self->paths, path_clear);

  return self;
}

/**
 * nepho_events_copy:
 * @events: (nullable): events
 *
 * Returns: (transfer full): the same; of %NULL, events of no parameter
 */
NephoEvents *
nepho_events_copy (const NephoEvents *events)
{
  NephoEvents *copy = nepho_events_new ();

  for (guint i = 0; events != NULL && i < events->paths->len; i++)
    {
      const Path *path = &g_array_index (events->paths, Path, i);
      Path its = { path->parameter, g_array_copy (path->list) };

      g_array_append_val (copy->paths, its);
    }

  return copy;
}

/**
 * nepho_events_free:
 * @events: (transfer full): events
 */
void
nepho_events_free (NephoEvents *events)
{
  g_array_unref (events->paths);
  g_free (events);
}

static gboolean
event_equal (const NephoEvent *a, const NephoEvent *b)
{
  return a->kind == b->kind && a->start == b->start && a->length == b->length && a->value == b->value;
}

/**
 * nepho_event_lists_equal:
 * @a: (array length=n_a) (nullable): events of a parameter
 * @n_a: how many
 * @b: (array length=n_b) (nullable): others
 * @n_b: how many
 *
 * Returns: whether they are the same, in the same order
 */
gboolean
nepho_event_lists_equal (const NephoEvent *a, guint n_a, const NephoEvent *b, guint n_b)
{
  if (n_a != n_b)
    return FALSE;
  for (guint k = 0; k < n_a; k++)
    if (!event_equal (&a[k], &b[k]))
      return FALSE;

  return TRUE;
}

/**
 * nepho_events_equal:
 * @a: (nullable): events
 * @b: (nullable): others
 *
 * Returns: whether the same parameters have the same events; %NULL is as none
 */
gboolean
nepho_events_equal (const NephoEvents *a, const NephoEvents *b)
{
  guint n = nepho_events_n_paths (a);

  if (n != nepho_events_n_paths (b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const Path *path = &g_array_index (a->paths, Path, i);
      guint n_other;
      const NephoEvent *other = nepho_events_get (b, path->parameter, &n_other);

      if (!nepho_event_lists_equal ((const NephoEvent *) (gpointer) path->list->data, path->list->len, other,
                                    n_other))
        return FALSE;
    }

  return TRUE;
}

/**
 * nepho_events_n_paths:
 * @events: (nullable): events
 *
 * Returns: how many parameters have any
 */
guint
nepho_events_n_paths (const NephoEvents *events)
{
  return events != NULL ? events->paths->len : 0;
}

/**
 * nepho_events_parameter:
 * @events: events
 * @path: below nepho_events_n_paths()
 *
 * Returns: the parameter that the list is of; they are sorted
 */
guint
nepho_events_parameter (const NephoEvents *events, guint path)
{
  g_return_val_if_fail (path < events->paths->len, 0);

  return g_array_index (events->paths, Path, path).parameter;
}

/**
 * nepho_events_same:
 * @a: (nullable): events
 * @b: (nullable): others
 * @parameter: index of a parameter
 *
 * Returns: whether the parameter has the same events in both
 */
gboolean
nepho_events_same (const NephoEvents *a, const NephoEvents *b, guint parameter)
{
  guint n_a;
  guint n_b;
  const NephoEvent *list_a = nepho_events_get (a, parameter, &n_a);
  const NephoEvent *list_b = nepho_events_get (b, parameter, &n_b);

  return nepho_event_lists_equal (list_a, n_a, list_b, n_b);
}

/* Where a parameter's list stands, or would stand. */
static guint
find_path (const NephoEvents *events, guint parameter)
{
  guint i = 0;

  while (i < events->paths->len && g_array_index (events->paths, Path, i).parameter < parameter)
    i++;

  return i;
}

static gboolean
is_path_of (const NephoEvents *events, guint at, guint parameter)
{
  return at < events->paths->len && g_array_index (events->paths, Path, at).parameter == parameter;
}

/**
 * nepho_events_set:
 * @events: events
 * @parameter: index of a parameter
 * @list: (array length=n_events) (nullable): its events, checked
 * @n_events: how many; 0: none any more
 *
 * Puts a list in the place of all that the parameter had.
 */
void
nepho_events_set (NephoEvents *events, guint parameter, const NephoEvent *list, guint n_events)
{
  guint at = find_path (events, parameter);
  Path path = { parameter, NULL };

  if (is_path_of (events, at, parameter))
    g_array_remove_index (events->paths, at);
  if (n_events == 0)
    return;

  path.list = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (NephoEvent)), list, n_events);
  g_array_insert_val (events->paths, at, path);
}

/**
 * nepho_events_append:
 * @events: events
 * @parameter: index of a parameter
 * @event: one more of its events, checked
 */
void
nepho_events_append (NephoEvents *events, guint parameter, const NephoEvent *event)
{
  guint at = find_path (events, parameter);

  if (is_path_of (events, at, parameter))
    g_array_append_vals (g_array_index (events->paths, Path, at).list, event, 1);
  else
    nepho_events_set (events, parameter, event, 1);
}

/**
 * nepho_events_get:
 * @events: (nullable): events
 * @parameter: index of a parameter
 * @n_events: (out): how many it has
 *
 * Returns: (array length=n_events) (transfer none) (nullable): its events, in their order
 */
const NephoEvent *
nepho_events_get (const NephoEvents *events, guint parameter, guint *n_events)
{
  guint at = events != NULL ? find_path (events, parameter) : 0;
  const GArray *list;

  *n_events = 0;
  if (events == NULL || !is_path_of (events, at, parameter))
    return NULL;

  list = g_array_index (events->paths, Path, at).list;
  *n_events = list->len;

  return (const NephoEvent *) (gpointer) list->data;
}

/* What spans orders of magnitude grows by equal factors. */
static double
between (const NephoParameterSpec *spec, double from, double to, double part)
{
  return spec->logarithmic && from > 0.0 && to > 0.0 ? from * pow (to / from, part) : from + part * (to - from);
}

/**
 * nepho_events_value:
 * @spec: the row of the parameter
 * @base: its value without events
 * @list: (array length=n_events): its events
 * @n_events: how many
 * @t: quarters after the base quarter
 *
 * The later of two events wins. A ramp starts from where the events before it are at its start.
 *
 * Returns: the value that the parameter has then
 */
double
nepho_events_value (const NephoParameterSpec *spec, double base, const NephoEvent *list, guint n_events, guint t)
{
  for (guint k = n_events; k > 0; k--)
    {
      const NephoEvent *event = &list[k - 1];
      guint since = t - event->start;

      if (t < event->start || (event->kind == NEPHO_EVENT_WINDOW && since >= event->length))
        continue;
      if (event->kind == NEPHO_EVENT_RAMP && since < event->length)
        return between (spec, nepho_events_value (spec, base, list, k - 1, event->start), event->value,
                        (double) since / event->length);

      return event->value;
    }

  return base;
}

/* A price war and a spending cut are windows over 0 that come before the events: where they stand in the set. */
static gboolean
find_window (const NephoParameterSet *set, guint parameter, guint *start, guint *length)
{
  static const struct
  {
    const char *id;
    const char *start;
    const char *length;
  } windows[] = {
    { "price.war.intensity", "price.war.start", "price.war.length" },
    { "demand.shock.size", "demand.shock.start", "demand.shock.length" },
  };
  const char *id = nepho_parameter_set_get (set, parameter)->spec->id;

  for (guint k = 0; k < G_N_ELEMENTS (windows); k++)
    if (g_str_equal (id, windows[k].id))
      {
        *start = (guint) nepho_parameter_set_find (set, windows[k].start);
        *length = (guint) nepho_parameter_set_find (set, windows[k].length);
        return TRUE;
      }

  return FALSE;
}

/**
 * nepho_event_window:
 * @value: what holds while it lasts
 * @start: quarters after the base quarter, which need not be whole
 * @length: quarters, which need not be whole
 *
 * Returns: the quarters t with @start <= t < @start + @length as a window, whose length may be 0
 */
NephoEvent
nepho_event_window (double value, double start, double length)
{
  guint first = (guint) ceil (start);

  return (NephoEvent) { NEPHO_EVENT_WINDOW, first, (guint) ceil (start + length) - first, value };
}

/**
 * nepho_assumptions_at:
 * @set: a parameter set
 * @assumptions: values and events of its parameters
 * @parameter: index of one
 * @t: quarters after the base quarter
 *
 * Returns: the value that a run takes it at then
 */
double
nepho_assumptions_at (const NephoParameterSet *set, const NephoAssumptions *assumptions, guint parameter, guint t)
{
  const NephoParameterSpec *spec = nepho_parameter_set_get (set, parameter)->spec;
  const double *values = assumptions->values;
  g_autofree NephoEvent *all = NULL;
  guint n_events;
  const NephoEvent *list = nepho_events_get (assumptions->events, parameter, &n_events);
  guint start;
  guint length;

  if (!find_window (set, parameter, &start, &length))
    return nepho_events_value (spec, values[parameter], list, n_events, t);

  all = g_new (NephoEvent, n_events + 1);
  all[0] = nepho_event_window (values[parameter], values[start], values[length]);
  if (n_events > 0)
    memcpy (all + 1, list, n_events * sizeof (NephoEvent));

  return nepho_events_value (spec, 0.0, all, n_events + 1, t);
}

/**
 * nepho_event_kind_id:
 * @kind: a kind of event
 *
 * Returns: its name in files
 */
const char *
nepho_event_kind_id (NephoEventKind kind)
{
  g_return_val_if_fail ((guint) kind < NEPHO_N_EVENT_KINDS, "");

  return kind_ids[kind];
}

/**
 * nepho_event_kind_find:
 * @id: such as "ramp"
 * @kind: (out): the kind that is called so
 *
 * Returns: %FALSE where none is
 */
gboolean
nepho_event_kind_find (const char *id, NephoEventKind *kind)
{
  for (guint k = 0; k < NEPHO_N_EVENT_KINDS; k++)
    if (g_str_equal (id, kind_ids[k]))
      {
        *kind = (NephoEventKind) k;
        return TRUE;
      }

  return FALSE;
}

/* What says how things stand in the base quarter, or when something begins, has no course. */
static const struct
{
  const char *id; /* what ends in a point is the beginning of some */
  const char *reason;
} refusals[] = {
  { "adoption.start", N_("it says how things stand in the base quarter, and cannot change later") },
  { "ai.open_compute", N_("it says how things stand in the base quarter; let ai.open_growth change instead") },
  { "compute", N_("it says how things stand in the base quarter; let compute_growth change instead") },
  { "customers", N_("it says how things stand in the base quarter; let growth change instead") },
  { "share", N_("it says how things stand in the base quarter, and cannot change later") },
  { "cost.prior_experience", N_("it says how things stand in the base quarter, and cannot change later") },
  { "demand.shock.start", N_("it says when the spending cut begins; let demand.shock.size change instead") },
  { "demand.shock.length", N_("it says how long the spending cut lasts; let demand.shock.size change instead") },
  { "price.war.start", N_("it says when the price war begins; let price.war.intensity change instead") },
  { "price.war.length", N_("it says how long the price war lasts; let price.war.intensity change instead") },
  { "train.", N_("it is of one training run, which has no course over time") },
};

static const char *
find_refusal (const NephoParameterSpec *spec)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (g_str_has_suffix (refusals[i].id, ".") ? g_str_has_prefix (spec->id, refusals[i].id)
                                               : g_str_equal (spec->id, refusals[i].id))
      return refusals[i].reason;

  return NULL;
}

/**
 * nepho_event_allowed:
 * @spec: a row of the table of parameters
 *
 * Returns: whether such a parameter may have events
 */
gboolean
nepho_event_allowed (const NephoParameterSpec *spec)
{
  return find_refusal (spec) == NULL;
}

/**
 * nepho_event_check:
 * @set: a parameter set
 * @parameter: index of a parameter
 * @event: an event for it
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_EVENT where the parameter has no course over time, or the event
 * lies outside of what can be run, and with %NEPHO_MODEL_ERROR_RANGE where its value is outside the range
 */
gboolean
nepho_event_check (const NephoParameterSet *set, guint parameter, const NephoEvent *event, GError **error)
{
  const NephoParameter *entry = nepho_parameter_set_get (set, parameter);
  gboolean lasts = event->kind != NEPHO_EVENT_STEP;

  if (!nepho_event_allowed (entry->spec))
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_EVENT, "%s: %s", entry->id,
                   _(find_refusal (entry->spec)));
      return FALSE;
    }
  if (event->start > NEPHO_MAX_HORIZON)
    {
      NephoQuarter base = nepho_parameter_set_dataset (set)->base_quarter;
      g_autofree char *first = nepho_quarter_format (base);
      g_autofree char *last = nepho_quarter_format (base + (NephoQuarter) NEPHO_MAX_HORIZON);

      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_EVENT, _("%s: an event begins between %s and %s"),
                   entry->id, first, last);
      return FALSE;
    }
  if (lasts ? event->length < 1 || event->length > NEPHO_MAX_HORIZON : event->length != 0)
    {
      if (lasts)
        g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_EVENT,
                     _("%s: a ramp or window lasts 1 to %u quarters, not %u"), entry->id, NEPHO_MAX_HORIZON,
                     event->length);
      else
        g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_EVENT, _("%s: a step lasts for ever; it has no length"),
                     entry->id);
      return FALSE;
    }

  return nepho_parameter_set_check (set, parameter, event->value, error);
}
