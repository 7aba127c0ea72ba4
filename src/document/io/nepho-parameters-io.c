/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-parameters-io.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-event-text.h"
#include "nepho-events-io.h"
#include "nepho-json-reader.h"
#include "nepho-json-text.h"
#include "nepho-model-error.h"
#include "nepho-number.h"
#include "nepho-parameter-range.h"
#include "nepho-parameter-source.h"
#include "nepho-suggest.h"

/**
 * nepho_parameters_unknown:
 * @set: a parameter set
 * @id: an id that is not in it
 *
 * Returns: (transfer full): a message that names @id and, where one is near, the id that was meant
 */
char *
nepho_parameters_unknown (const NephoParameterSet *set, const char *id)
{
  NephoSuggestion suggestion;

  nepho_suggestion_init (&suggestion, id);
  for (guint i = 0; i < nepho_parameter_set_size (set); i++)
    nepho_suggestion_offer (&suggestion, nepho_parameter_set_get (set, i)->id);

  if (suggestion.nearest != NULL)
    return g_strdup_printf (_("there is no parameter “%s”; did you mean “%s”?"), id,
                            suggestion.nearest);

  return g_strdup_printf (_("there is no parameter “%s”; “nephoscope-cli params” lists them all"),
                          id);
}

/* The one member that is no parameter. */
#define EVENTS "events"

/* Reads the members of an object over @values and @events. */
static void
read_members (const NephoParameterSet *set, NephoJsonReader *json, double *values, NephoEvents *events)
{
  JsonNode *root = nepho_json_reader_root (json);
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      nepho_json_reader_fail (json, root, _("expected an object of parameter → value"));
      return;
    }

  json_object_iter_init (&iter, json_node_get_object (root));
  while (json_object_iter_next (&iter, &id, &member) && !nepho_json_reader_failed (json))
    {
      int index = nepho_parameter_set_find (set, id);
      g_autoptr (GError) error = NULL;
      double value;

      if (g_str_equal (id, EVENTS))
        {
          nepho_events_read (json, member, set, events);
          continue;
        }
      if (index < 0)
        {
          g_autofree char *message = nepho_parameters_unknown (set, id);

          nepho_json_reader_fail (json, member, "%s", message);
          return;
        }

      value = nepho_json_reader_as_number (json, member);
      if (nepho_json_reader_failed (json))
        return;
      if (!nepho_parameter_set_check (set, (guint) index, value, &error))
        nepho_json_reader_fail (json, member, "%s", error->message);
      values[index] = value;
    }
}

static gboolean
read_values (const NephoParameterSet *set, NephoJsonReader *json, double *values, NephoEvents **events, GError **error)
{
  gsize size = sizeof (double) * nepho_parameter_set_size (set);
  g_autofree double *copy = g_memdup2 (values, size);
  g_autoptr (NephoEvents) its = nepho_events_copy (*events);

  read_members (set, json, copy, its);
  if (!nepho_json_reader_finish (json, error))
    return FALSE;

  memcpy (values, copy, size);
  nepho_events_free (*events);
  *events = g_steal_pointer (&its);
  return TRUE;
}

/**
 * nepho_parameters_load:
 * @set: a parameter set
 * @path: (type filename): a JSON file, an object of parameter id → value, with "events" among them
 * @values: (inout): the values to change, one for each parameter
 * @events: (inout): the events to change
 * @error: return location for an error
 *
 * Writes the values of the file over @values and its events over those of the same parameters, all or none.
 *
 * Returns: %FALSE with %NEPHO_DOCUMENT_ERROR, whose message says line, id and range
 */
gboolean
nepho_parameters_load (const NephoParameterSet *set,
                       const char *path,
                       double *values,
                       NephoEvents **events,
                       GError **error)
{
  g_autoptr (NephoJsonReader) json = nepho_json_reader_new_for_file (path, error);

  return json != NULL && read_values (set, json, values, events, error);
}

/**
 * nepho_parameters_parse:
 * @set: a parameter set
 * @data: (array length=length): JSON as nepho_parameters_load() reads it
 * @length: number of bytes
 * @name: what messages call it
 * @values: (inout): the values to change, one for each parameter
 * @events: (inout): the events to change
 * @error: return location for an error
 *
 * As nepho_parameters_load(), from memory.
 *
 * Returns: %FALSE with %NEPHO_DOCUMENT_ERROR
 */
gboolean
nepho_parameters_parse (const NephoParameterSet *set,
                        const char *data,
                        gsize length,
                        const char *name,
                        double *values,
                        NephoEvents **events,
                        GError **error)
{
  g_autoptr (NephoJsonReader) json = nepho_json_reader_new_for_data (data, length, name, error);

  return json != NULL && read_values (set, json, values, events, error);
}

/* What stands before the equals sign, "" where there is none. */
static char *
id_of (const char *text)
{
  const char *equals = strchr (text, '=');
  char *id = g_strndup (text, equals != NULL ? (gsize) (equals - text) : 0);

  return g_strstrip (id);
}

static gboolean
find (const NephoParameterSet *set, const char *id, guint *index, GError **error)
{
  int found = nepho_parameter_set_find (set, id);
  g_autofree char *message = NULL;

  *index = (guint) found;
  if (found >= 0)
    return TRUE;

  message = nepho_parameters_unknown (set, id);
  g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN, message);

  return FALSE;
}

/**
 * nepho_parameters_assign:
 * @set: a parameter set
 * @assignment: "id=value", the value as nepho_number_parse() reads it: "adoption.potential=35%"
 * @values: (inout): the values to change, one for each parameter
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN, %NEPHO_MODEL_ERROR_RANGE or %NEPHO_BASE_ERROR;
 * @values is then as it was
 */
gboolean
nepho_parameters_assign (const NephoParameterSet *set,
                         const char *assignment,
                         double *values,
                         GError **error)
{
  g_autofree char *id = id_of (assignment);
  NephoUnit unit;
  guint index;
  double value;

  if (*id == '\0')
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
                   _("“%s” is no assignment; expected id=value, such as adoption.potential=35%%"),
                   assignment);
      return FALSE;
    }
  if (!find (set, id, &index, error))
    return FALSE;

  unit = nepho_parameter_set_get (set, index)->spec->unit;
  if (!nepho_number_parse (strchr (assignment, '=') + 1, unit, &value, error))
    {
      g_prefix_error (error, "%s: ", id);
      return FALSE;
    }
  if (!nepho_parameter_set_check (set, index, value, error))
    return FALSE;

  values[index] = value;
  return TRUE;
}

/**
 * nepho_parameters_choose:
 * @set: a parameter set
 * @choice: "id=fact": which published figure the parameter is to have
 * @values: (inout): the values to change, one for each parameter
 * @error: return location for an error
 *
 * Takes a value from one of its publishers, as nepho_parameter_set_choose() does.
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_UNKNOWN or %NEPHO_MODEL_ERROR_SHARES; @values is then as it
 * was
 */
gboolean
nepho_parameters_choose (const NephoParameterSet *set,
                         const char *choice,
                         double *values,
                         GError **error)
{
  g_autofree char *id = id_of (choice);
  g_autofree char *fact_id = NULL;
  guint index;

  if (*id == '\0')
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_UNKNOWN,
                   _("“%s” is no choice of a source; expected the parameter’s id=the fact’s id"), choice);
      return FALSE;
    }
  if (!find (set, id, &index, error))
    return FALSE;

  fact_id = g_strstrip (g_strdup (strchr (choice, '=') + 1));

  return nepho_parameter_set_choose (set, values, index, fact_id, NULL, error);
}

/* The reason of an assumption as it is written, not translated: a file must not change with the
 * reader's language. */
static const char *
written_reason (const NephoParameterSet *set, const NephoParameter *parameter)
{
  const NephoDataset *dataset = nepho_parameter_set_dataset (set);

  for (guint i = 0; i < dataset->values->len; i++)
    {
      const NephoDatasetValue *value = g_ptr_array_index (dataset->values, i);

      if (g_str_equal (value->id, parameter->id))
        return value->reason;
    }

  return parameter->spec->reason;
}

static void
append_source (GString *json, const NephoParameterSet *set, const NephoParameter *parameter)
{
  g_autofree char *assumption = NULL;

  if (parameter->source != NULL)
    {
      nepho_json_append_string (json, parameter->source);
      return;
    }

  assumption = g_strconcat ("assumption: ", written_reason (set, parameter), NULL);
  nepho_json_append_string (json, assumption);
}

static void
append_text_or_null (GString *json, const char *key, const char *text)
{
  g_string_append_printf (json, ", \"%s\": ", key);
  if (text != NULL)
    nepho_json_append_string (json, text);
  else
    g_string_append (json, "null");
}

/* How firm a figure is and who says it. */
static void
append_evidence (GString *json, const NephoParameterSet *set, const char *fact_id)
{
  const NephoFact *fact = nepho_dataset_find_fact (nepho_parameter_set_dataset (set), fact_id);

  append_text_or_null (json, "grade", fact != NULL ? nepho_grade_id (fact->grade) : NULL);
  append_text_or_null (json, "publisher", fact != NULL ? fact->publisher : NULL);
}

/**
 * nepho_parameters_alternatives_to_json:
 * @set: a parameter set
 * @index: a parameter
 *
 * Returns: (transfer full): a list of what other publishers say, on one line: value, source, grade and
 * publisher of each
 */
char *
nepho_parameters_alternatives_to_json (const NephoParameterSet *set, guint index)
{
  const GPtrArray *alternatives = nepho_parameter_set_get (set, index)->alternatives;
  GString *json = g_string_new ("[");

  for (guint i = 0; alternatives != NULL && i < alternatives->len; i++)
    {
      const NephoAlternative *alternative = g_ptr_array_index (alternatives, i);

      g_string_append (json, i > 0 ? ", {\"value\": " : "{\"value\": ");
      nepho_json_append_number (json, alternative->value);
      append_text_or_null (json, "source", alternative->source);
      append_evidence (json, set, alternative->source);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

/* As they are typed on the command line. */
static void
append_events (GString *json, const NephoParameterSet *set, const NephoEvents *events, guint index)
{
  guint n_events;
  const NephoEvent *list = nepho_events_get (events, index, &n_events);

  g_string_append (json, ", \"events\": [");
  for (guint k = 0; k < n_events; k++)
    {
      g_autofree char *text = nepho_event_format (set, &list[k]);

      g_string_append (json, k > 0 ? ", " : "");
      nepho_json_append_string (json, text);
    }
  g_string_append_c (json, ']');
}

static void
append_parameter (GString *json,
                  const NephoParameterSet *set,
                  guint index,
                  const double *values,
                  const NephoEvents *events,
                  const NephoScenario *scenario)
{
  const NephoParameter *parameter = nepho_parameter_set_get (set, index);
  NephoParameterRange range = nepho_parameter_set_range (set, index);
  g_autofree char *alternatives = nepho_parameters_alternatives_to_json (set, index);
  const struct
  {
    const char *key;
    double      number;
  } numbers[] = {
    { "value", values[index] },
    { "default", parameter->initial },
    { "min", parameter->spec->minimum },
    { "max", parameter->spec->maximum },
    { "low", range.low },
    { "high", range.high },
  };

  g_string_append (json, "{\"id\": ");
  nepho_json_append_string (json, parameter->id);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_string_append_printf (json, ", \"%s\": ", numbers[i].key);
      nepho_json_append_number (json, numbers[i].number);
    }
  g_string_append (json, ", \"unit\": ");
  nepho_json_append_string (json, nepho_unit_id (parameter->spec->unit));
  g_string_append (json, ", \"group\": ");
  nepho_json_append_string (json, nepho_group_id (parameter->spec->group));
  g_string_append (json, ", \"source\": ");
  append_source (json, set, parameter);
  append_evidence (json, set, parameter->source);
  append_text_or_null (json, "shape", nepho_shape_id (range.shape));
  g_string_append_printf (json, ", \"alternatives\": %s", alternatives);
  append_text_or_null (json, "set_by",
                       nepho_standing_id (nepho_parameter_set_standing_in (set, index, values, scenario)));
  append_events (json, set, events, index);
  g_string_append_c (json, '}');
}

/**
 * nepho_parameters_to_json:
 * @set: a parameter set
 * @values: the value of each parameter
 * @events: (nullable): what moves some of them over time
 * @scenario: (nullable): the scenario at work
 *
 * Writes every parameter with value, default, limits, range, unit, group, source (the id of a fact, or
 * "assumption: " and the reason), grade, publisher, alternatives, who set it and its events. One parameter a line, in the set's
 * order, the same in every locale.
 *
 * Returns: (transfer full): JSON that ends with a newline
 */
char *
nepho_parameters_to_json (const NephoParameterSet *set,
                          const double *values,
                          const NephoEvents *events,
                          const NephoScenario *scenario)
{
  GString *json = g_string_new ("[\n");
  guint size = nepho_parameter_set_size (set);

  for (guint i = 0; i < size; i++)
    {
      g_string_append (json, "  ");
      append_parameter (json, set, i, values, events, scenario);
      g_string_append (json, i + 1 < size ? ",\n" : "\n");
    }
  g_string_append (json, "]\n");

  return g_string_free (json, FALSE);
}
