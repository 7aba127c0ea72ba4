/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-parameters-io.h"
#include "nepho-scenarios-io.h"

/* A place in the palette; -1 where it has none of its own. */
static int
read_colour (NephoDatasetReader *self, JsonNode *object)
{
  JsonNode *member = nepho_json_reader_optional (self->json, object, "colour");
  double colour = nepho_json_reader_as_number (self->json, member);

  if (member == NULL || nepho_json_reader_failed (self->json))
    return -1;
  if (colour != floor (colour) || colour < 0.0 || colour >= NEPHO_DATASET_MAX_VENDORS)
    {
      nepho_json_reader_fail (self->json, member, _("expected a whole number from 0 to %u, found %g"),
                              NEPHO_DATASET_MAX_VENDORS - 1, colour);
      return -1;
    }

  return (int) colour;
}

/**
 * nepho_dataset_reader_segments:
 * @self: a data set being read
 * @list: (nullable): the section
 *
 * Reads at least one and at most %NEPHO_DATASET_MAX_SEGMENTS segments.
 */
void
nepho_dataset_reader_segments (NephoDatasetReader *self, JsonNode *list)
{
  static const char * const keys[] = { "id", "name", "colour", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint length = nepho_json_reader_length (self->json, list, NEPHO_DATASET_MAX_SEGMENTS);

  if (length == 0 && list != NULL)
    nepho_json_reader_fail (self->json, list, _("expected at least one segment, found none"));

  for (guint i = 0; nepho_json_reader_next (self->json) && i < length; i++)
    {
      JsonNode *node = nepho_json_reader_element (self->json, list, i);
      g_autofree char *id = NULL;
      NephoSegment *segment;

      if (!nepho_json_reader_enter (self->json, node, keys))
        continue;

      id = nepho_dataset_reader_id (self->json, node, seen);
      segment = nepho_dataset_add_segment (self->dataset, id);
      nepho_text_free (segment->name);
      segment->name
        = nepho_dataset_reader_texts (self, nepho_json_reader_member (self->json, node, "name"));
      segment->colour = read_colour (self, node);
    }
}

static NephoText *
read_optional_texts (NephoDatasetReader *self, JsonNode *object, const char *key)
{
  JsonNode *member = nepho_json_reader_optional (self->json, object, key);

  return member != NULL ? nepho_dataset_reader_texts (self, member) : NULL;
}

/**
 * nepho_dataset_reader_vendors:
 * @self: a data set being read, its facts known
 * @list: (nullable): the section
 *
 * Reads at least one and at most %NEPHO_DATASET_MAX_VENDORS vendors.
 */
void
nepho_dataset_reader_vendors (NephoDatasetReader *self, JsonNode *list)
{
  static const char * const keys[] = { "id", "name", "model", "strength", "source", "colour", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint length = nepho_json_reader_length (self->json, list, NEPHO_DATASET_MAX_VENDORS);

  if (length == 0 && list != NULL)
    nepho_json_reader_fail (self->json, list, _("expected at least one vendor, found none"));

  for (guint i = 0; nepho_json_reader_next (self->json) && i < length; i++)
    {
      JsonNode *node = nepho_json_reader_element (self->json, list, i);
      g_autofree char *id = NULL;
      NephoVendor *vendor;

      if (!nepho_json_reader_enter (self->json, node, keys))
        continue;

      id = nepho_dataset_reader_id (self->json, node, seen);
      vendor = nepho_dataset_add_vendor (self->dataset, id);
      nepho_text_free (vendor->name);
      vendor->name
        = nepho_dataset_reader_texts (self, nepho_json_reader_member (self->json, node, "name"));
      vendor->model = read_optional_texts (self, node, "model");
      vendor->strength = read_optional_texts (self, node, "strength");
      vendor->source = nepho_dataset_reader_source (self, node, "source");
      vendor->colour = read_colour (self, node);
    }
}

/* Index of a parameter that @place names, or -1 with a fault that suggests the nearest id, unless the file may
 * name some that are not known. */
static int
find_parameter (NephoDatasetReader *self, JsonNode *place, const char *id)
{
  g_autofree char *message = NULL;
  int index = nepho_parameter_set_find (self->parameters, id);

  if (index >= 0 || nepho_json_reader_tolerates (self->json, place))
    return index;

  message = nepho_parameters_unknown (self->parameters, id);
  nepho_json_reader_fail (self->json, place, "%s", message);
  return -1;
}

static gboolean
check_range (NephoDatasetReader *self, JsonNode *place, int index, double value)
{
  g_autoptr (GError) error = NULL;

  if (nepho_json_reader_failed (self->json))
    return FALSE;
  if (nepho_parameter_set_check (self->parameters, (guint) index, value, &error))
    return TRUE;

  nepho_json_reader_fail (self->json, place, "%s", error->message);
  return FALSE;
}

/* What other publishers say of the same quantity. */
static void
read_alternatives (NephoDatasetReader *self, JsonNode *node, int index, NephoDatasetValue *entry)
{
  static const char * const keys[] = { "value", "source", NULL };
  JsonNode *list = nepho_json_reader_optional (self->json, node, "alternatives");
  guint length = list != NULL ? nepho_json_reader_length (self->json, list, NEPHO_DATASET_MAX_VENDORS) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonNode *element = nepho_json_reader_element (self->json, list, i);
      g_autofree char *source = NULL;
      double value;

      if (!nepho_json_reader_enter (self->json, element, keys))
        return;

      value = nepho_json_reader_number (self->json, element, "value");
      nepho_json_reader_member (self->json, element, "source");
      source = nepho_dataset_reader_source (self, element, "source");
      if (!check_range (self, element, index, value) || source == NULL)
        return;
      nepho_dataset_value_add_alternative (entry, value, source);
    }
}

/* One value with where it comes from; @given marks the parameters that have one. */
static void
read_value (NephoDatasetReader *self, JsonNode *node, gboolean *given)
{
  static const char * const keys[] = { "id", "value", "source", "assumption", "alternatives", NULL };
  const char *id;
  double value;
  g_autofree char *source = NULL;
  const char *reason;
  int index;

  if (!nepho_json_reader_enter (self->json, node, keys))
    return;

  id = nepho_json_reader_text (self->json, node, "id");
  value = nepho_json_reader_number (self->json, node, "value");
  source = nepho_dataset_reader_source (self, node, "source");
  reason = nepho_json_reader_text_or (self->json, node, "assumption", NULL);
  if (nepho_json_reader_failed (self->json))
    return;

  if ((source == NULL) == (reason == NULL))
    nepho_json_reader_fail (self->json, node,
                            source == NULL
                                ? _("%s has neither a source nor an assumption; expected one")
                                : _("%s has both a source and an assumption; expected one"),
                            id);
  if (reason != NULL && *reason == '\0')
    nepho_json_reader_fail (self->json, node, _("the assumption of %s gives no reason"), id);

  index = find_parameter (self, nepho_json_reader_member (self->json, node, "id"), id);
  if (index < 0
      || !check_range (self, nepho_json_reader_member (self->json, node, "value"), index, value))
    return;

  if (given[index])
    nepho_json_reader_fail (self->json, node, _("%s has a value twice"), id);
  given[index] = TRUE;
  read_alternatives (self, node, index, nepho_dataset_add_value (self->dataset, id, value, source, reason));
}

/* Shares have no default that could make sense: all must be there, and they must add up. */
static void
check_shares (NephoDatasetReader *self, JsonNode *list, const gboolean *given)
{
  g_autoptr (GError) error = NULL;
  gboolean complete = TRUE;

  for (guint i = 0; i < nepho_parameter_set_size (self->parameters); i++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (self->parameters, i);

      if (parameter->spec->scope != NEPHO_SCOPE_VENDOR_SEGMENT || given[i])
        continue;
      nepho_json_reader_fail (self->json, list, _("a value for %s is missing"), parameter->id);
      nepho_json_reader_next (self->json);
      complete = FALSE;
    }

  if (complete && !nepho_dataset_check (self->dataset, &error))
    nepho_json_reader_fail (self->json, list, "%s", error->message);
}

/**
 * nepho_dataset_reader_values:
 * @self: a data set being read, its facts, segments and vendors known
 * @list: (nullable): the section
 *
 * Reads the data set's own values of parameters, each inside its range and with exactly one of
 * source and assumption; the shares of each segment must all be there and sum to one.
 */
void
nepho_dataset_reader_values (NephoDatasetReader *self, JsonNode *list)
{
  guint length = nepho_json_reader_length (self->json, list, NEPHO_DATASET_MAX_ROWS);
  guint n_before = nepho_json_reader_n_faults (self->json);
  g_autofree gboolean *given = NULL;

  if (list == NULL || nepho_json_reader_failed (self->json))
    return;

  given = g_new0 (gboolean, nepho_parameter_set_size (self->parameters));
  for (guint i = 0; nepho_json_reader_next (self->json) && i < length; i++)
    read_value (self, nepho_json_reader_element (self->json, list, i), given);

  if (nepho_json_reader_n_faults (self->json) == n_before)
    check_shares (self, list, given);
}

/* Whoever is followed stands above. */
static void
read_scenario_parent (NephoDatasetReader *self, JsonNode *node, char **parent)
{
  JsonNode *member = nepho_json_reader_optional (self->json, node, "parent");
  const char *id = member != NULL ? nepho_json_reader_as_text (self->json, member) : NULL;

  if (id == NULL || nepho_json_reader_failed (self->json))
    return;
  if (nepho_dataset_find_scenario (self->dataset, id) == NULL)
    nepho_json_reader_fail (self->json, member, _("expected the id of a scenario above, found “%s”"), id);
  *parent = g_strdup (id);
}

/**
 * nepho_dataset_reader_scenarios:
 * @self: a data set being read, its segments and vendors known
 * @list: (nullable): the section
 *
 * Reads scenarios, whose values must be inside their ranges.
 */
void
nepho_dataset_reader_scenarios (NephoDatasetReader *self, JsonNode *list)
{
  static const char * const keys[] = { "id", "parent", "name", "story", "article", "values", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint length = nepho_json_reader_length (self->json, list, NEPHO_DATASET_MAX_ROWS);

  for (guint i = 0; nepho_json_reader_next (self->json) && i < length; i++)
    {
      JsonNode *node = nepho_json_reader_element (self->json, list, i);
      g_autofree char *id = NULL;
      g_autofree char *parent = NULL;
      NephoScenario *scenario;

      if (!nepho_json_reader_enter (self->json, node, keys))
        continue;

      id = nepho_dataset_reader_id (self->json, node, seen);
      read_scenario_parent (self, node, &parent);
      scenario = nepho_dataset_add_scenario (self->dataset, id);
      scenario->parent = g_steal_pointer (&parent);
      nepho_text_free (scenario->name);
      scenario->name
        = nepho_dataset_reader_texts (self, nepho_json_reader_member (self->json, node, "name"));
      nepho_text_free (scenario->story);
      scenario->story
        = nepho_dataset_reader_texts (self, nepho_json_reader_member (self->json, node, "story"));
      scenario->article = read_optional_texts (self, node, "article");
      nepho_scenario_read_values (self->json, nepho_json_reader_member (self->json, node, "values"), self->parameters,
                                  scenario);
    }
}
