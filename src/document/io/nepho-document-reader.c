/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-annotations-io.h"
#include "nepho-dataset-reader.h"
#include "nepho-document-error.h"
#include "nepho-document-private.h"
#include "nepho-events-io.h"
#include "nepho-json-lines.h"
#include "nepho-parameters-io.h"
#include "nepho-record.h"
#include "nepho-scenarios-io.h"

#define SHARES_TOLERANCE 1e-6
#define FORMAT_WITH_SCENARIOS 2u

/* Documents of a newer version, or of another model, may lack parameters or have some that are gone. */
static gboolean
is_complete (const NephoDocumentOrigin *origin)
{
  return origin->format <= NEPHO_DOCUMENT_FORMAT && origin->engine == NEPHO_ENGINE_VERSION;
}

static guint
read_whole (NephoJsonReader *json, JsonNode *object, const char *key, guint least, guint most)
{
  JsonNode *member = nepho_json_reader_member (json, object, key);
  double value = nepho_json_reader_as_number (json, member);

  if (member == NULL || nepho_json_reader_failed (json))
    return least;
  if (value != floor (value) || value < least || value > most)
    {
      nepho_json_reader_fail (json, member, _("expected a whole number from %u to %u, found %.15g"), least, most, value);
      return least;
    }

  return (guint) value;
}

/* "nephoscope-document/2": what is newer is read as far as it is understood. */
static void
read_format (NephoJsonReader *json, JsonNode *root, NephoDocumentOrigin *origin)
{
  const char *format = nepho_json_reader_text (json, root, "format");
  guint64 version = 0;

  if (nepho_json_reader_failed (json))
    return;
  if (!g_str_has_prefix (format, NEPHO_DOCUMENT_FORMAT_NAME)
      || !g_ascii_string_to_unsigned (format + strlen (NEPHO_DOCUMENT_FORMAT_NAME), 10, 1, G_MAXUINT, &version, NULL))
    nepho_json_reader_fail (json, nepho_json_reader_member (json, root, "format"), _("expected “%s%u”, found “%s”"),
                            NEPHO_DOCUMENT_FORMAT_NAME, NEPHO_DOCUMENT_FORMAT, format);

  origin->format = (guint) version;
}

/* What a newer version, or another model, may say is passed over and noted. */
static void
read_versions (NephoJsonReader *json, JsonNode *root, NephoDocumentOrigin *origin)
{
  read_format (json, root, origin);
  origin->engine = read_whole (json, root, "engine", 1, G_MAXUINT);
  if (origin->format > NEPHO_DOCUMENT_FORMAT || origin->engine != NEPHO_ENGINE_VERSION)
    nepho_json_reader_tolerate (json);
}

static char *
read_line (NephoJsonReader *json, JsonNode *object, const char *key)
{
  JsonNode *member = nepho_json_reader_member (json, object, key);
  const char *text = nepho_json_reader_as_text (json, member);

  if (strchr (text, '\n') != NULL)
    nepho_json_reader_fail (json, member, _("expected one line, found several"));

  return g_strdup (text);
}

static void
read_properties (NephoJsonReader *json, JsonNode *root, NephoProperties *properties)
{
  g_free (properties->title);
  properties->title = read_line (json, root, "title");
  nepho_json_reader_next (json);
  g_free (properties->description);
  properties->description = read_line (json, root, "description");
  nepho_json_reader_next (json);
  g_free (properties->notes);
  properties->notes = nepho_json_lines_read (json, root, "notes");
  nepho_json_reader_next (json);
  properties->seed = read_whole (json, root, "seed", 0, G_MAXUINT32);
}

static void
read_scenario (NephoJsonReader *json, JsonNode *root, NephoDocument *self)
{
  JsonNode *member = nepho_json_reader_member (json, root, "scenario");
  const char *id = nepho_json_reader_as_text (json, member);
  const NephoScenario *scenario;

  scenario = nepho_document_find_scenario (self, id);
  if (*id != '\0' && scenario == NULL)
    nepho_json_reader_fail (json, member, _("there is no scenario “%s” in this document"), id);
  else if (*id != '\0' && scenario->kind == NEPHO_SCENARIO_SNAPSHOT)
    nepho_json_reader_fail (json, member, _("“%s” is a snapshot, which cannot be at work"), id);
  nepho_document_set_scenario (self, id);
}

static int
find_parameter (NephoJsonReader *json, JsonNode *place, NephoDocument *self, const char *id)
{
  int index = nepho_parameter_set_find (self->parameters, id);
  g_autofree char *message = NULL;

  if (index < 0)
    {
      message = nepho_parameters_unknown (self->parameters, id);
      nepho_json_reader_fail (json, place, "%s", message);
    }

  return index;
}

static void
read_value (NephoJsonReader *json, JsonNode *member, const char *id, NephoDocument *self, gboolean *given)
{
  double value = nepho_json_reader_as_number (json, member);
  g_autoptr (GError) error = NULL;
  int index;

  if (nepho_parameter_set_find (self->parameters, id) < 0 && nepho_json_reader_tolerates (json, member))
    return;

  index = find_parameter (json, member, self, id);
  if (index < 0 || nepho_json_reader_failed (json))
    return;
  if (!nepho_parameter_set_check (self->parameters, (guint) index, value, &error))
    nepho_json_reader_fail (json, member, "%s", error->message);
  self->values[index] = value;
  given[index] = TRUE;
}

/* As the levers leave them. */
static void
check_shares (NephoJsonReader *json, JsonNode *values, NephoDocument *self)
{
  for (guint s = 0; s < self->dataset->segments->len; s++)
    {
      double sum = 0.0;

      for (guint i = 0; i < self->dataset->vendors->len; i++)
        sum += self->values[nepho_parameter_set_index (self->parameters, "share", (int) i, (int) s)];
      if (fabs (sum - 1.0) > SHARES_TOLERANCE)
        nepho_json_reader_fail (json, values, _("the shares of segment %s sum to %.9g; expected 1"),
                                nepho_dataset_segment (self->dataset, s)->id, sum);
    }
}

static void
check_complete (NephoJsonReader *json,
                JsonNode *values,
                NephoDocument *self,
                const gboolean *given,
                const NephoDocumentOrigin *origin)
{
  for (guint k = 0; k < self->n_values && is_complete (origin); k++)
    if (!given[k])
      {
        nepho_json_reader_fail (json, values, _("a value for %s is missing"),
                                nepho_parameter_set_get (self->parameters, k)->id);
        nepho_json_reader_next (json);
      }
  check_shares (json, values, self);
}

static void
read_values (NephoJsonReader *json, JsonNode *root, NephoDocument *self, const NephoDocumentOrigin *origin)
{
  JsonNode *values = nepho_json_reader_member (json, root, "values");
  g_autofree gboolean *given = g_new0 (gboolean, self->n_values);
  guint n_before = nepho_json_reader_n_faults (json);
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (values == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (values))
    {
      nepho_json_reader_fail (json, values, _("expected an object of parameter → value"));
      return;
    }

  json_object_iter_init (&iter, json_node_get_object (values));
  while (json_object_iter_next (&iter, &id, &member) && nepho_json_reader_next (json))
    read_value (json, member, id, self, given);
  if (nepho_json_reader_n_faults (json) == n_before)
    check_complete (json, values, self, given, origin);
}

static void
read_locked (NephoJsonReader *json, JsonNode *root, NephoDocument *self)
{
  JsonNode *list = nepho_json_reader_member (json, root, "locked");
  guint length = nepho_json_reader_length (json, list, NEPHO_DATASET_MAX_ROWS);

  for (guint i = 0; nepho_json_reader_next (json) && i < length; i++)
    {
      JsonNode *element = nepho_json_reader_element (json, list, i);
      const char *id = nepho_json_reader_as_text (json, element);
      int index = nepho_json_reader_failed (json) ? -1 : find_parameter (json, element, self, id);

      if (index < 0)
        continue;
      if (nepho_parameter_set_get (self->parameters, (guint) index)->spec->scope != NEPHO_SCOPE_VENDOR_SEGMENT)
        nepho_json_reader_fail (json, element, _("%s is no share; only shares can be locked"), id);
      if (self->locked[index])
        nepho_json_reader_fail (json, element, _("“%s” stands here twice; ids must differ"), id);
      self->locked[index] = TRUE;
    }
}

/* Only compared, so that nothing depends on which results there are. */
static void
read_record (NephoJsonReader *json, JsonNode *root, NephoDocumentOrigin *origin)
{
  JsonNode *record = nepho_json_reader_member (json, root, "results");
  JsonObjectIter iter;
  const char *id;
  JsonNode *member;

  if (record == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (record))
    {
      nepho_json_reader_fail (json, record, _("expected an object of result → value"));
      return;
    }

  json_object_iter_init (&iter, json_node_get_object (record));
  while (json_object_iter_next (&iter, &id, &member) && nepho_json_reader_next (json))
    nepho_record_add (origin->record, id, nepho_json_reader_as_number (json, member));
}

static NephoDocument *
read_all (NephoJsonReader *json, JsonNode *root, NephoDocumentOrigin *origin)
{
  g_autoptr (NephoDataset) dataset = NULL;
  g_autoptr (NephoDocument) self = NULL;

  dataset = nepho_dataset_read_part (json, nepho_json_reader_member (json, root, "dataset"),
                                     nepho_json_reader_member (json, root, "facts"));
  if (dataset == NULL)
    return NULL;

  self = nepho_document_new (dataset);
  read_properties (json, root, self->properties);
  nepho_json_reader_next (json);
  if (origin->format >= FORMAT_WITH_SCENARIOS)
    {
      nepho_scenarios_read (json, root, self);
      nepho_json_reader_next (json);
      nepho_annotations_read (json, root, self);
    }
  nepho_json_reader_next (json);
  read_scenario (json, root, self);
  nepho_json_reader_next (json);
  self->horizon = read_whole (json, root, "horizon", 1, NEPHO_MAX_HORIZON);
  nepho_json_reader_next (json);
  read_values (json, root, self, origin);
  nepho_json_reader_next (json);
  if (origin->format >= FORMAT_WITH_SCENARIOS)
    nepho_events_read (json, nepho_json_reader_member (json, root, "events"), self->parameters, self->events);
  nepho_json_reader_next (json);
  read_locked (json, root, self);
  read_record (json, root, origin);
  nepho_document_set_unsaved (self, FALSE);

  return g_steal_pointer (&self);
}

static void
note_unknown (NephoJsonReader *json, NephoDocumentOrigin *origin)
{
  const GPtrArray *unknown = nepho_json_reader_unknown (json);

  for (guint i = 0; unknown != NULL && i < unknown->len; i++)
    g_ptr_array_add (origin->unknown, g_strdup (g_ptr_array_index (unknown, i)));
}

/**
 * nepho_document_read:
 * @json: a file being read
 * @origin: (out caller-allocates): what it says of itself
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document, all of it, or %NULL with %NEPHO_DOCUMENT_ERROR_CONTENT
 */
NephoDocument *
nepho_document_read (NephoJsonReader *json, NephoDocumentOrigin *origin, GError **error)
{
  static const char * const first[] = { "format",  "engine", "title",  "description", "notes", "scenario", "horizon",
                                        "seed",    "values", "locked", "results",     "facts", "dataset",  NULL };
  static const char * const keys[] = { "format",    "engine",   "title",       "description", "notes", "scenario",
                                       "horizon",   "seed",     "values",      "events",      "locked", "remarks",
                                       "scenarios", "compared", "annotations", "results",     "facts",  "dataset",
                                       NULL };
  g_autoptr (NephoDocument) self = NULL;
  JsonNode *root = nepho_json_reader_root (json);

  *origin = (NephoDocumentOrigin) { .unknown = g_ptr_array_new_with_free_func (g_free), .record = nepho_record_new () };
  read_versions (json, root, origin);
  if (nepho_json_reader_enter (json, root, origin->format >= FORMAT_WITH_SCENARIOS ? keys : first))
    self = read_all (json, root, origin);

  if (!nepho_json_reader_finish (json, error))
    {
      if (origin->format > NEPHO_DOCUMENT_FORMAT)
        /* Translators: put before a message about a file; the version of its format and the one understood */
        g_prefix_error (error, _("The file is of format %u, written by a newer version; this one understands format %u. "),
                        origin->format, NEPHO_DOCUMENT_FORMAT);
      return NULL;
    }
  note_unknown (json, origin);

  return g_steal_pointer (&self);
}
