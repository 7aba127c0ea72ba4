/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-dataset-io.h"

#include <glib/gi18n-lib.h>

#include "nepho-dataset-reader.h"
#include "nepho-datasets-resources.h"
#include "nepho-document-error.h"
#include "nepho-facts-io.h"

#define SHARED_FORMAT "nephoscope-lists/1"
#define SHARED_NAME "lists.json"
#define BUNDLED "bundled"
#define RESOURCE_FOLDER "/io/github/nephoscope/Nephoscope/datasets/"

static const char * const names[] = { NEPHO_DEFAULT_DATASET, "global", NULL };

static void
read_format (NephoDatasetReader *self, JsonNode *root)
{
  const char *format = nepho_json_reader_text (self->json, root, "format");

  if (!nepho_json_reader_failed (self->json) && !g_str_equal (format, NEPHO_DATASET_FORMAT))
    nepho_json_reader_fail (self->json, nepho_json_reader_member (self->json, root, "format"),
                            _("expected “%s”, found “%s”"), NEPHO_DATASET_FORMAT, format);
}

static void
read_base_quarter (NephoDatasetReader *self, JsonNode *root)
{
  const char *text = nepho_json_reader_text (self->json, root, "base_quarter");
  g_autoptr (GError) error = NULL;

  if (!nepho_json_reader_failed (self->json)
      && !nepho_quarter_parse (text, &self->dataset->base_quarter, &error))
    nepho_json_reader_fail (self->json, nepho_json_reader_member (self->json, root, "base_quarter"),
                            "%s", error->message);
}

/* Of another format nothing more can be said: the fault stays. */
static void
read_head (NephoDatasetReader *self, JsonNode *root)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  read_format (self, root);
  if (nepho_json_reader_failed (self->json))
    return;

  g_free (self->dataset->id);
  self->dataset->id = nepho_dataset_reader_id (self->json, root, seen);
  nepho_json_reader_next (self->json);
  nepho_text_free (self->dataset->name);
  self->dataset->name
    = nepho_dataset_reader_texts (self, nepho_json_reader_member (self->json, root, "name"));
  nepho_json_reader_next (self->json);
  g_free (self->dataset->version);
  self->dataset->version = g_strdup (nepho_json_reader_text (self->json, root, "version"));
  nepho_json_reader_next (self->json);
  g_free (self->dataset->currency);
  self->dataset->currency = nepho_dataset_reader_currency (self, root);
  nepho_json_reader_next (self->json);
  read_base_quarter (self, root);
  nepho_json_reader_next (self->json);
}

/* The resource is part of a static library, whose constructor the linker may drop: ask directly. */
static NephoJsonReader *
open_bundled (const char *file, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, file, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (nepho_datasets_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (bytes == NULL)
    return NULL;

  return nepho_json_reader_new_for_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), file,
                                         error);
}

/* The lists that every data set may ask for; opened once a data set. */
static gboolean
open_shared (NephoDatasetReader *self, GError **error)
{
  static const char * const keys[] = { "format", "ai_models", "accelerators", "api_prices", NULL };
  g_autoptr (NephoJsonReader) shared = NULL;
  JsonNode *root;

  if (self->shared != NULL)
    return TRUE;

  shared = open_bundled (SHARED_NAME, error);
  if (shared == NULL)
    return FALSE;

  root = nepho_json_reader_root (shared);
  if (nepho_json_reader_enter (shared, root, keys)
      && !g_str_equal (nepho_json_reader_text (shared, root, "format"), SHARED_FORMAT))
    nepho_json_reader_fail (shared, root, _("expected “%s”, found “%s”"), SHARED_FORMAT,
                            nepho_json_reader_text (shared, root, "format"));
  if (!nepho_json_reader_finish (shared, error))
    return FALSE;

  self->shared = g_steal_pointer (&shared);
  return TRUE;
}

typedef void (*ReadSection) (NephoDatasetReader *self, JsonNode *list);

/* While a bundled list is read, faults are those of its own file. */
static void
read_bundled_list (NephoDatasetReader *self, JsonNode *place, const char *key, ReadSection read)
{
  NephoJsonReader *json = self->json;
  g_autoptr (GError) error = NULL;

  if (open_shared (self, &error))
    {
      self->json = self->shared;
      read (self, nepho_json_reader_member (self->json, nepho_json_reader_root (self->json), key));
      self->json = json;
      nepho_json_reader_finish (self->shared, &error);
    }
  if (error != NULL)
    nepho_json_reader_fail (json, place, "%s", error->message);
}

/* A list of the data set's own, or the one that comes with the program. */
static void
read_list (NephoDatasetReader *self, JsonNode *root, const char *key, ReadSection read)
{
  JsonNode *list = nepho_json_reader_optional (self->json, root, key);
  const char *word;

  if (list == NULL || nepho_json_reader_failed (self->json)
      || json_node_get_value_type (list) != G_TYPE_STRING)
    {
      read (self, list);
      return;
    }

  word = nepho_json_reader_as_text (self->json, list);
  if (g_str_equal (word, BUNDLED))
    read_bundled_list (self, list, key, read);
  else
    nepho_json_reader_fail (self->json, list, _("expected a list or “%s”, found “%s”"), BUNDLED, word);
}

/* What is wrong in one section keeps nothing from the next, but where the market is wrong nothing can be
 * said of its values. */
static void
read_sections (NephoDatasetReader *self, JsonNode *root)
{
  guint n_before;

  nepho_dataset_reader_facts (self, nepho_json_reader_optional (self->json, root, "facts"));
  nepho_dataset_reader_readers (self);
  nepho_dataset_reader_rates (self, nepho_json_reader_optional (self->json, root, "exchange_rates"));
  n_before = nepho_json_reader_n_faults (self->json);
  nepho_dataset_reader_segments (self, nepho_json_reader_member (self->json, root, "segments"));
  nepho_dataset_reader_vendors (self, nepho_json_reader_member (self->json, root, "vendors"));
  if (nepho_json_reader_n_faults (self->json) > n_before)
    return;

  self->parameters = nepho_parameter_set_new (self->dataset);
  nepho_dataset_reader_values (self, nepho_json_reader_member (self->json, root, "values"));
  nepho_json_reader_next (self->json);
  nepho_dataset_reader_scenarios (self, nepho_json_reader_optional (self->json, root, "scenarios"));
  read_list (self, root, "ai_models", nepho_dataset_reader_ai_models);
  read_list (self, root, "accelerators", nepho_dataset_reader_accelerators);
  read_list (self, root, "api_prices", nepho_dataset_reader_api_prices);
  nepho_dataset_reader_observations (self,
                                     nepho_json_reader_optional (self->json, root, "observations"));
}

/* Faults are left in the JSON reader. */
static NephoDataset *
read_node (NephoDatasetReader *self, JsonNode *root)
{
  static const char * const keys[]
    = { "format",       "id",       "name",    "version", "currency",  "base_quarter", "exchange_rates",
        "segments",     "vendors",  "values",  "scenarios", "ai_models", "accelerators",
        "api_prices",   "observations", "facts", NULL };
  g_autoptr (NephoDataset) dataset = nepho_dataset_new ();
  g_autoptr (GHashTable) facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->dataset = dataset;
  self->facts = facts;
  if (nepho_json_reader_enter (self->json, root, keys))
    {
      read_head (self, root);
      if (!nepho_json_reader_failed (self->json))
        read_sections (self, root);
    }
  g_clear_pointer (&self->parameters, nepho_parameter_set_unref);
  g_clear_pointer (&self->shared, nepho_json_reader_free);

  return nepho_json_reader_n_faults (self->json) > 0 ? NULL : g_steal_pointer (&dataset);
}

static NephoDataset *
read_dataset (NephoJsonReader *json, NephoOrigin origin, GError **error)
{
  NephoDatasetReader self = { .json = json, .origin = origin };
  g_autoptr (NephoDataset) dataset = read_node (&self, nepho_json_reader_root (json));

  return nepho_json_reader_finish (json, error) ? g_steal_pointer (&dataset) : NULL;
}

static NephoDataset *
load_bundled (const char *name, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autoptr (NephoJsonReader) json = open_bundled (file, error);

  return json != NULL ? read_dataset (json, NEPHO_ORIGIN_BUNDLED, error) : NULL;
}

/**
 * nepho_dataset_read_part:
 * @json: a file being read
 * @node: (nullable): the data set in it
 * @readers: (nullable): the list of the reader's facts, which stands elsewhere in it
 *
 * Reads a data set that is part of a document. Copies of facts that came with the program become those
 * facts again, as long as both say the same.
 *
 * Returns: (transfer full) (nullable): the data set; %NULL after a fault, which @json holds
 */
NephoDataset *
nepho_dataset_read_part (NephoJsonReader *json, JsonNode *node, JsonNode *readers)
{
  NephoDatasetReader self = { .json = json, .origin = NEPHO_ORIGIN_DATASET, .readers = readers };
  const char *id = node != NULL ? nepho_json_reader_text_or (json, node, "id", "") : "";
  g_autoptr (NephoDataset) bundled = g_strv_contains (names, id) ? load_bundled (id, NULL) : NULL;

  self.known = bundled != NULL ? bundled->facts : nepho_facts_bundled (NULL);

  return read_node (&self, node);
}

/**
 * nepho_dataset_parse:
 * @data: (array length=length): a data set as docs/data-format.md describes it
 * @length: number of bytes
 * @name: what messages call it
 * @error: return location for an error
 *
 * Reads and checks a data set, all of it.
 *
 * Returns: (transfer full) (nullable): the data set, or %NULL with %NEPHO_DOCUMENT_ERROR_SYNTAX or
 * %NEPHO_DOCUMENT_ERROR_CONTENT, whose message says line, path and what was expected
 */
NephoDataset *
nepho_dataset_parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (NephoJsonReader) json = nepho_json_reader_new_for_data (data, length, name, error);

  return json != NULL ? read_dataset (json, NEPHO_ORIGIN_DATASET, error) : NULL;
}

/**
 * nepho_dataset_load:
 * @name_or_path: a name of nepho_dataset_names(), or the path of a file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the data set, or %NULL with an error as
 * nepho_dataset_parse() gives, or %NEPHO_DOCUMENT_ERROR_READ where there is no such data set or the
 * file cannot be read
 */
NephoDataset *
nepho_dataset_load (const char *name_or_path, GError **error)
{
  g_autoptr (NephoJsonReader) json = NULL;

  g_return_val_if_fail (name_or_path != NULL, NULL);

  if (g_strv_contains (names, name_or_path))
    return load_bundled (name_or_path, error);

  if (strchr (name_or_path, G_DIR_SEPARATOR) == NULL && !g_str_has_suffix (name_or_path, ".json")
      && !g_file_test (name_or_path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *bundled = g_strjoinv (", ", (char **) names);

      g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_READ,
                   _("There is no data set “%s”; expected one of %s, or the path of a file"),
                   name_or_path, bundled);
      return NULL;
    }

  json = nepho_json_reader_new_for_file (name_or_path, error);

  return json != NULL ? read_dataset (json, NEPHO_ORIGIN_DATASET, error) : NULL;
}

/**
 * nepho_dataset_is_file:
 * @path: (type filename): a file
 *
 * Returns: whether @path is JSON that calls itself a data set, of whichever version
 */
gboolean
nepho_dataset_is_file (const char *path)
{
  g_autoptr (NephoJsonReader) json = nepho_json_reader_new_for_file (path, NULL);
  JsonNode *root = json != NULL ? nepho_json_reader_root (json) : NULL;

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root)
         && g_str_has_prefix (nepho_json_reader_text_or (json, root, "format", ""), "nephoscope-dataset/");
}

/**
 * nepho_dataset_names:
 *
 * Returns: (array zero-terminated=1) (transfer none): the names of the bundled data sets
 */
const char * const *
nepho_dataset_names (void)
{
  return names;
}
