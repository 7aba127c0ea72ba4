/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenarios-io.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-dataset-reader.h"
#include "nepho-document-private.h"
#include "nepho-events-io.h"
#include "nepho-json-lines.h"
#include "nepho-name.h"
#include "nepho-parameters-io.h"
#include "nepho-scenario-paths.h"
#include "nepho-scenario-values.h"

static const char * const kinds[] = {
  [NEPHO_SCENARIO_OWN] = "scenario",
  [NEPHO_SCENARIO_SNAPSHOT] = "snapshot",
};

/**
 * nepho_scenario_write_values:
 * @json: where to
 * @scenario: a scenario
 * @set: the parameters that it sets some of
 *
 * Writes the key "values". Scenarios keep their values in no order; files keep the order of the parameters.
 */
void
nepho_scenario_write_values (NephoJsonWriter *json, const NephoScenario *scenario, const NephoParameterSet *set)
{
  nepho_json_writer_begin (json, "values", '{');
  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    {
      const char *id = nepho_parameter_set_get (set, k)->id;
      const double *value = g_hash_table_lookup (scenario->values, id);

      if (value != NULL)
        nepho_json_writer_number (json, id, *value);
    }
  nepho_json_writer_end (json, '}');
}

/* What stands in it takes the place of the parent's; an empty list: none. */
static void
write_paths (NephoJsonWriter *json, const NephoScenario *scenario, const NephoParameterSet *set)
{
  nepho_json_writer_begin (json, "events", '{');
  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    {
      const NephoEvent *list;
      guint n_events;

      if (nepho_scenario_find_path (scenario, nepho_parameter_set_get (set, k)->id, &list, &n_events))
        nepho_events_write_path (json, set, k, list, n_events);
    }
  nepho_json_writer_end (json, '}');
}

static void
write_remarks (NephoJsonWriter *json, GHashTable *notes, const NephoParameterSet *set)
{
  nepho_json_writer_begin (json, "remarks", '{');
  for (guint k = 0; k < nepho_parameter_set_size (set); k++)
    {
      const char *id = nepho_parameter_set_get (set, k)->id;
      const char *text = g_hash_table_lookup (notes, id);

      if (text != NULL)
        nepho_json_writer_text (json, id, text);
    }
  nepho_json_writer_end (json, '}');
}

/* "2026-11-28T07:41:00Z" */
static char *
format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format_iso8601 (time);
}

static void
write_scenario (NephoJsonWriter *json, NephoDocument *self, const NephoScenario *scenario)
{
  nepho_json_writer_begin (json, NULL, '{');
  nepho_json_writer_text (json, "id", scenario->id);
  nepho_json_writer_text (json, "kind", kinds[scenario->kind]);
  nepho_json_writer_text (json, "parent", scenario->parent != NULL ? scenario->parent : "");
  nepho_json_writer_text (json, "name", nepho_text_get (scenario->name));
  if (scenario->taken != 0)
    {
      g_autofree char *taken = format_time (scenario->taken);

      nepho_json_writer_text (json, "taken", taken);
    }
  nepho_json_lines_write (json, "story", nepho_text_get (scenario->story));
  if (!g_str_equal (scenario->id, self->scenario))
    {
      nepho_scenario_write_values (json, scenario, self->parameters);
      write_paths (json, scenario, self->parameters);
    }
  write_remarks (json, scenario->notes, self->parameters);
  nepho_json_writer_end (json, '}');
}

/**
 * nepho_scenarios_write:
 * @json: where to, an object being open
 * @document: a document
 *
 * Writes the keys "remarks", "scenarios" and "compared".
 */
void
nepho_scenarios_write (NephoJsonWriter *json, NephoDocument *document)
{
  const char * const *compared = nepho_document_get_compared (document);

  write_remarks (json, nepho_scenario_tree_get_notes (document->tree), document->parameters);

  nepho_json_writer_begin (json, "scenarios", '[');
  for (guint i = 0; i < nepho_scenario_tree_size (document->tree); i++)
    write_scenario (json, document, nepho_scenario_tree_get (document->tree, i));
  nepho_json_writer_end (json, ']');

  nepho_json_writer_begin (json, "compared", '[');
  for (guint i = 0; compared[i] != NULL; i++)
    nepho_json_writer_text (json, NULL, compared[i]);
  nepho_json_writer_end (json, ']');
}

/* Index of a parameter that a key names, or -1: with a fault that suggests the nearest id, unless the file may name
 * some that are not known. */
static int
find_parameter (NephoJsonReader *json, JsonNode *place, const NephoParameterSet *set, const char *id)
{
  int index = nepho_parameter_set_find (set, id);
  g_autofree char *message = NULL;

  if (index >= 0 || nepho_json_reader_tolerates (json, place))
    return index;

  message = nepho_parameters_unknown (set, id);
  nepho_json_reader_fail (json, place, "%s", message);

  return -1;
}

static void
read_value (NephoJsonReader *json, JsonNode *place, const char *id, const NephoParameterSet *set,
            NephoScenario *scenario)
{
  int index = find_parameter (json, place, set, id);
  double value = nepho_json_reader_as_number (json, place);
  g_autoptr (GError) error = NULL;

  if (index < 0 || nepho_json_reader_failed (json))
    return;
  if (nepho_parameter_set_check (set, (guint) index, value, &error))
    nepho_scenario_set_value (scenario, id, value);
  else
    nepho_json_reader_fail (json, place, "%s", error->message);
}

/**
 * nepho_scenario_read_values:
 * @json: a file being read
 * @node: (nullable): an object of parameter → number
 * @set: the parameters of the scenario's data set
 * @scenario: where they go
 *
 * Reads values, which must be inside their ranges; of a segment all shares or none.
 */
void
nepho_scenario_read_values (NephoJsonReader *json, JsonNode *node, const NephoParameterSet *set,
                            NephoScenario *scenario)
{
  guint n_before = nepho_json_reader_n_faults (json);
  g_autoptr (GError) error = NULL;
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (node == NULL || nepho_json_reader_failed (json))
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      nepho_json_reader_fail (json, node, _("expected an object of parameter → value"));
      return;
    }

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &member) && nepho_json_reader_next (json))
    read_value (json, member, id, set, scenario);
  if (nepho_json_reader_n_faults (json) == n_before && !nepho_scenario_check_shares (scenario, set, &error))
    nepho_json_reader_fail (json, node, "%s", error->message);
}

static void
read_remarks (NephoJsonReader *json, JsonNode *object, const NephoParameterSet *set, GHashTable *notes)
{
  JsonNode *node = nepho_json_reader_member (json, object, "remarks");
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      nepho_json_reader_fail (json, node, _("expected an object of parameter → text"));
      return;
    }

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &member) && nepho_json_reader_next (json))
    {
      const char *text = nepho_json_reader_as_text (json, member);

      if (!nepho_json_reader_failed (json) && find_parameter (json, member, set, id) >= 0)
        nepho_notes_set (notes, id, text);
    }
}

static NephoScenarioKind
read_kind (NephoJsonReader *json, JsonNode *object)
{
  JsonNode *member = nepho_json_reader_member (json, object, "kind");
  const char *text = nepho_json_reader_as_text (json, member);

  for (guint i = NEPHO_SCENARIO_OWN; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (text, kinds[i]))
      return (NephoScenarioKind) i;

  if (!nepho_json_reader_failed (json))
    nepho_json_reader_fail (json, member, _("there is no kind of scenario “%s”; expected scenario or snapshot"), text);

  return NEPHO_SCENARIO_OWN;
}

/* A scenario of the data set or one above; what stands below would allow circles. */
static char *
read_parent (NephoJsonReader *json, JsonNode *object, NephoDocument *self)
{
  JsonNode *member = nepho_json_reader_member (json, object, "parent");
  const char *id = nepho_json_reader_as_text (json, member);
  const NephoScenario *parent;

  if (nepho_json_reader_failed (json) || *id == '\0')
    return NULL;

  parent = nepho_document_find_scenario (self, id);
  if (parent == NULL)
    nepho_json_reader_fail (json, member, _("expected the id of a scenario of the data set or of one above, found “%s”"),
                            id);
  else if (parent->kind == NEPHO_SCENARIO_SNAPSHOT)
    nepho_json_reader_fail (json, member, _("“%s” is a snapshot, which nothing can follow"), id);

  return nepho_json_reader_failed (json) ? NULL : g_strdup (id);
}

static void
read_name (NephoJsonReader *json, JsonNode *object, NephoScenario *scenario)
{
  JsonNode *member = nepho_json_reader_member (json, object, "name");
  const char *text = nepho_json_reader_as_text (json, member);
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  if (nepho_json_reader_failed (json))
    return;
  name = nepho_name_check (text, &error);
  if (name == NULL)
    nepho_json_reader_fail (json, member, "%s", error->message);
  else
    nepho_text_set_own (scenario->name, text);
}

/* Written as we write it, so that a file that is saved again is the same. */
static void
read_taken (NephoJsonReader *json, JsonNode *object, NephoScenario *scenario)
{
  JsonNode *member = nepho_json_reader_optional (json, object, "taken");
  const char *text = member != NULL ? nepho_json_reader_as_text (json, member) : "";
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *again = NULL;

  if (member == NULL || nepho_json_reader_failed (json))
    return;

  time = g_date_time_new_from_iso8601 (text, NULL);
  scenario->taken = time != NULL ? g_date_time_to_unix (time) : 0;
  again = time != NULL ? format_time (scenario->taken) : NULL;
  if (scenario->kind != NEPHO_SCENARIO_SNAPSHOT)
    nepho_json_reader_fail (json, member, _("only a snapshot is taken at a time"));
  else if (scenario->taken == 0 || g_strcmp0 (again, text) != 0)
    nepho_json_reader_fail (json, member, _("expected a time such as 2026-11-28T07:41:00Z, found “%s”"), text);
}

static void
read_paths (NephoJsonReader *json, JsonNode *node, const NephoParameterSet *set, NephoScenario *scenario)
{
  g_autoptr (NephoEvents) events = nepho_events_new ();
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      nepho_json_reader_fail (json, node, _("expected an object of parameter → list of events"));
      return;
    }

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &id, &member) && nepho_json_reader_next (json))
    {
      int parameter = nepho_events_read_path (json, member, id, set, events);
      guint n_events;
      const NephoEvent *list;

      if (parameter < 0)
        continue;
      list = nepho_events_get (events, (guint) parameter, &n_events);
      nepho_scenario_set_path (scenario, id, list, n_events);
    }
}

/* The scenario at work has its values and paths in the document's: there is nothing under the key then. */
static JsonNode *
find_stored (NephoJsonReader *json, JsonNode *object, const char *key, const NephoScenario *scenario, const char *at_work)
{
  JsonNode *stored = nepho_json_reader_optional (json, object, key);
  gboolean is_at_work = scenario->kind == NEPHO_SCENARIO_OWN && g_str_equal (scenario->id, at_work);

  if (stored == NULL && !is_at_work)
    nepho_json_reader_fail (json, object, _("the key “%s” is missing; only the scenario at work, “%s”, has none"), key,
                            at_work);
  else if (stored != NULL && is_at_work)
    nepho_json_reader_fail (json, stored,
                            _("“%s” is at work, so that its “%s” are those of the document; expected none here"),
                            scenario->id, key);

  return is_at_work ? NULL : stored;
}

static void
read_stored (NephoJsonReader *json, JsonNode *object, NephoDocument *self, NephoScenario *scenario, const char *at_work)
{
  JsonNode *values = find_stored (json, object, "values", scenario, at_work);
  JsonNode *events;

  nepho_scenario_read_values (json, values, self->parameters, scenario);
  events = find_stored (json, object, "events", scenario, at_work);
  if (events != NULL)
    read_paths (json, events, self->parameters, scenario);
}

static void
read_scenario (NephoJsonReader *json, JsonNode *object, NephoDocument *self, GHashTable *seen, const char *at_work)
{
  static const char * const keys[]
    = { "id", "kind", "parent", "name", "taken", "story", "values", "events", "remarks", NULL };
  g_autofree char *id = NULL;
  g_autofree char *story = NULL;
  NephoScenario *scenario;
  NephoScenarioTree *grown;
  g_autoptr (GError) error = NULL;

  if (!nepho_json_reader_enter (json, object, keys))
    return;
  id = nepho_dataset_reader_id (json, object, seen);
  if (*id == '\0')
    return;
  if (nepho_dataset_find_scenario (self->dataset, id) != NULL)
    nepho_json_reader_fail (json, nepho_json_reader_member (json, object, "id"),
                            _("the data set has a scenario “%s” too; ids must differ"), id);

  scenario = nepho_scenario_new (read_kind (json, object), id);
  scenario->parent = read_parent (json, object, self);
  read_name (json, object, scenario);
  read_taken (json, object, scenario);
  story = nepho_json_lines_read (json, object, "story");
  if (*story != '\0')
    nepho_text_set_own (scenario->story, story);
  read_stored (json, object, self, scenario, at_work);
  read_remarks (json, object, self->parameters, scenario->notes);

  grown = nepho_scenario_tree_add (self->tree, scenario, &error);
  if (grown != NULL)
    nepho_document_set_tree (self, grown);
  else
    nepho_json_reader_fail (json, object, "%s", error->message);
}

static void
read_compared (NephoJsonReader *json, JsonNode *root, NephoDocument *self)
{
  JsonNode *list = nepho_json_reader_member (json, root, "compared");
  guint length = nepho_json_reader_length (json, list, NEPHO_MAX_COMPARED);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; nepho_json_reader_next (json) && i < length; i++)
    {
      JsonNode *element = nepho_json_reader_element (json, list, i);
      const char *id = nepho_json_reader_as_text (json, element);

      if (nepho_json_reader_failed (json))
        continue;
      if (nepho_document_find_scenario (self, id) == NULL)
        nepho_json_reader_fail (json, element, _("there is no scenario “%s” in this document"), id);
      else if (g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        nepho_json_reader_fail (json, element, _("“%s” stands here twice; ids must differ"), id);
      g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);
  if (!nepho_json_reader_failed (json))
    nepho_document_set_compared (self, (const char * const *) ids->pdata);
}

/* What is wrong with it is told where it is read. */
static const char *
peek_at_work (JsonNode *root)
{
  JsonNode *member = json_object_get_member (json_node_get_object (root), "scenario");

  return member != NULL && JSON_NODE_HOLDS_VALUE (member) && json_node_get_value_type (member) == G_TYPE_STRING
           ? json_node_get_string (member)
           : "";
}

/**
 * nepho_scenarios_read:
 * @json: a file being read
 * @root: an object as nepho_scenarios_write() writes into
 * @document: a document whose data set is known; its tree is empty
 *
 * Faults are @json's, with line and path.
 */
void
nepho_scenarios_read (NephoJsonReader *json, JsonNode *root, NephoDocument *document)
{
  const char *at_work = peek_at_work (root);
  GHashTable *notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonNode *list;
  guint length;

  read_remarks (json, root, document->parameters, notes);
  nepho_document_set_tree (document, nepho_scenario_tree_set_notes (document->tree, notes));
  nepho_json_reader_next (json);
  list = nepho_json_reader_member (json, root, "scenarios");
  length = nepho_json_reader_length (json, list, NEPHO_SCENARIO_TREE_MAX_SIZE);
  for (guint i = 0; nepho_json_reader_next (json) && i < length; i++)
    read_scenario (json, nepho_json_reader_element (json, list, i), document, seen, at_work);

  nepho_json_reader_next (json);
  read_compared (json, root, document);
}
