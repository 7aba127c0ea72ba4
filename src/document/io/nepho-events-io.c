/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-events-io.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-parameters-io.h"
#include "nepho-results.h"

/* Of one parameter; more is no course that anybody reads. */
#define MOST_EVENTS 1000u

static void
write_event (NephoJsonWriter *json, NephoQuarter base, const NephoEvent *event)
{
  g_autofree char *from = nepho_quarter_format (base + (NephoQuarter) event->start);

  nepho_json_writer_begin_line (json, NULL, '{');
  nepho_json_writer_text (json, "kind", nepho_event_kind_id (event->kind));
  nepho_json_writer_text (json, "from", from);
  if (event->kind != NEPHO_EVENT_STEP)
    nepho_json_writer_whole (json, "quarters", event->length);
  nepho_json_writer_number (json, "to", event->value);
  nepho_json_writer_end (json, '}');
}

/**
 * nepho_events_write_path:
 * @json: where to, an object being open
 * @set: a parameter set
 * @parameter: index of a parameter
 * @list: (array length=n_events) (nullable): its events
 * @n_events: how many
 *
 * Writes one list, one event a line: {"kind": "window", "from": "2024Q3", "quarters": 4, "to": 0.2}.
 */
void
nepho_events_write_path (NephoJsonWriter *json,
                         const NephoParameterSet *set,
                         guint parameter,
                         const NephoEvent *list,
                         guint n_events)
{
  NephoQuarter base = nepho_parameter_set_dataset (set)->base_quarter;

  nepho_json_writer_begin (json, nepho_parameter_set_get (set, parameter)->id, '[');
  for (guint i = 0; i < n_events; i++)
    write_event (json, base, &list[i]);
  nepho_json_writer_end (json, ']');
}

/**
 * nepho_events_write:
 * @json: where to
 * @key: the key of the object
 * @set: a parameter set
 * @events: events of its parameters
 *
 * Writes every list as nepho_events_write_path() does, in the order of the set.
 */
void
nepho_events_write (NephoJsonWriter *json, const char *key, const NephoParameterSet *set, const NephoEvents *events)
{
  nepho_json_writer_begin (json, key, '{');
  for (guint k = 0; k < nepho_events_n_paths (events); k++)
    {
      guint parameter = nepho_events_parameter (events, k);
      guint n_events;
      const NephoEvent *list = nepho_events_get (events, parameter, &n_events);

      nepho_events_write_path (json, set, parameter, list, n_events);
    }
  nepho_json_writer_end (json, '}');
}

/* FALSE where the event is to be passed over: a newer version may know kinds that this one does not. */
static gboolean
read_kind (NephoJsonReader *json, JsonNode *node, NephoEvent *event)
{
  JsonNode *place = nepho_json_reader_member (json, node, "kind");
  const char *text = nepho_json_reader_as_text (json, place);

  if (nepho_json_reader_failed (json) || nepho_event_kind_find (text, &event->kind))
    return TRUE;
  if (nepho_json_reader_tolerates (json, place))
    return FALSE;
  nepho_json_reader_fail (json, place, _("there is no kind of event “%s”; expected step, ramp or window"), text);

  return TRUE;
}

static void
read_start (NephoJsonReader *json, JsonNode *node, NephoQuarter base, NephoEvent *event)
{
  const char *text = nepho_json_reader_text (json, node, "from");
  JsonNode *place;
  g_autoptr (GError) error = NULL;
  NephoQuarter quarter;

  if (nepho_json_reader_failed (json))
    return;

  place = nepho_json_reader_member (json, node, "from");
  if (!nepho_quarter_parse (text, &quarter, &error))
    nepho_json_reader_fail (json, place, "%s", error->message);
  else if (quarter < base)
    {
      g_autofree char *first = nepho_quarter_format (base);

      nepho_json_reader_fail (json, place, _("%s is before the base quarter; expected %s or later"), text, first);
    }
  else
    event->start = (guint) (quarter - base);
}

static void
read_length (NephoJsonReader *json, JsonNode *node, NephoEvent *event)
{
  double quarters = nepho_json_reader_number_or (json, node, "quarters", 0.0);

  if (nepho_json_reader_failed (json))
    return;
  if (quarters < 0.0 || quarters > NEPHO_MAX_HORIZON || quarters != floor (quarters))
    nepho_json_reader_fail (json, nepho_json_reader_member (json, node, "quarters"),
                            _("expected a whole number of quarters, 1 to %u"), NEPHO_MAX_HORIZON);
  else
    event->length = (guint) quarters;
}

static void
read_event (NephoJsonReader *json, JsonNode *node, const NephoParameterSet *set, guint parameter, NephoEvents *events)
{
  static const char * const keys[] = { "kind", "from", "quarters", "to", NULL };
  NephoQuarter base = nepho_parameter_set_dataset (set)->base_quarter;
  NephoEvent event = { NEPHO_EVENT_STEP, 0, 0, 0.0 };
  g_autoptr (GError) error = NULL;

  if (!nepho_json_reader_enter (json, node, keys) || !read_kind (json, node, &event))
    return;

  read_start (json, node, base, &event);
  read_length (json, node, &event);
  event.value = nepho_json_reader_number (json, node, "to");
  if (nepho_json_reader_failed (json))
    return;
  if (nepho_event_check (set, parameter, &event, &error))
    nepho_events_append (events, parameter, &event);
  else
    nepho_json_reader_fail (json, node, "%s", error->message);
}

static void
read_list (NephoJsonReader *json, JsonNode *node, const NephoParameterSet *set, guint parameter, NephoEvents *events)
{
  guint n = nepho_json_reader_length (json, node, MOST_EVENTS);

  for (guint i = 0; nepho_json_reader_next (json) && i < n; i++)
    read_event (json, nepho_json_reader_element (json, node, i), set, parameter, events);
}

/**
 * nepho_events_read_path:
 * @json: where from
 * @node: a list of events
 * @id: the key before it: of a parameter
 * @set: a parameter set
 * @events: where the events go, in the place of all that the parameter had
 *
 * Faults are @json's, with line and path.
 *
 * Returns: index of the parameter; -1 where there is none of that id
 */
int
nepho_events_read_path (NephoJsonReader *json,
                        JsonNode *node,
                        const char *id,
                        const NephoParameterSet *set,
                        NephoEvents *events)
{
  int parameter = nepho_parameter_set_find (set, id);
  g_autofree char *message = NULL;

  if (parameter >= 0)
    {
      nepho_events_set (events, (guint) parameter, NULL, 0);
      read_list (json, node, set, (guint) parameter, events);
    }
  else if (!nepho_json_reader_tolerates (json, node))
    {
      message = nepho_parameters_unknown (set, id);
      nepho_json_reader_fail (json, node, "%s", message);
    }

  return parameter;
}

/**
 * nepho_events_read:
 * @json: where from
 * @node: an object as nepho_events_write() writes it
 * @set: a parameter set
 * @events: where the events go; of a parameter that stands in the object they take the place of all it had
 *
 * Faults are @json's, with line and path.
 */
void
nepho_events_read (NephoJsonReader *json, JsonNode *node, const NephoParameterSet *set, NephoEvents *events)
{
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (nepho_json_reader_failed (json))
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      nepho_json_reader_fail (json, node, _("expected an object of parameter → list of events"));
      return;
    }

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &member) && nepho_json_reader_next (json))
    nepho_events_read_path (json, member, id, set, events);
}
