/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-facts-io.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-dataset-reader.h"
#include "nepho-document-error.h"
#include "nepho-facts-resources.h"
#include "nepho-period.h"

#define FACTS_FORMAT "nephoscope-facts/1"
#define RESOURCE_FOLDER "/io/github/nephoscope/Nephoscope/facts"

/* A whole number from 0 on: a row of a table. */
static int
read_row (NephoJsonReader *json, JsonNode *object)
{
  JsonNode *member = nepho_json_reader_optional (json, object, "row");
  double row = nepho_json_reader_as_number (json, member);

  if (member == NULL || nepho_json_reader_failed (json))
    return 0;
  if (row != floor (row) || row < 0.0 || row > 9999.0)
    {
      nepho_json_reader_fail (json, member, _("expected a whole number from 0 to 9999, found %g"), row);
      return 0;
    }

  return (int) row;
}

/* One of the ids of a list of classes; "" where the key is missing. */
static const char *
read_class (NephoJsonReader *json, JsonNode *object, const char *key, const NephoFactClass *classes, guint n_classes)
{
  JsonNode *member = nepho_json_reader_optional (json, object, key);
  const char *id = nepho_json_reader_as_text (json, member);
  g_autoptr (GString) list = NULL;

  if (member == NULL || nepho_json_reader_failed (json))
    return "";
  for (guint i = 0; i < n_classes; i++)
    if (g_str_equal (classes[i].id, id))
      return id;

  list = g_string_new (NULL);
  for (guint i = 0; i < n_classes; i++)
    if (*classes[i].id != '\0')
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", classes[i].id);
  nepho_json_reader_fail (json, member, _("“%s” is not known here; expected one of %s"), id, list->str);

  return "";
}

static void
read_texts (NephoJsonReader *json, JsonNode *node, NephoFact *fact)
{
  const struct
  {
    const char *key;
    char      **text;
    gboolean    required;
  } texts[] = {
    { "subject", &fact->subject, TRUE },     { "measure", &fact->measure, TRUE },
    { "geography", &fact->geography, FALSE }, { "period", &fact->period, FALSE },
    { "unit", &fact->unit, TRUE },           { "qualifier", &fact->qualifier, FALSE },
    { "publisher", &fact->publisher, TRUE }, { "title", &fact->title, TRUE },
    { "url", &fact->url, FALSE },            { "quote", &fact->quote, FALSE },
    { "note", &fact->note, FALSE },          { "licence", &fact->licence, FALSE },
    { "replaces", &fact->replaces, FALSE },  { "published", &fact->published, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    nepho_fact_set_text (texts[i].text, texts[i].required ? nepho_json_reader_text (json, node, texts[i].key)
                                                          : nepho_json_reader_text_or (json, node, texts[i].key, ""));
}

static void
check_published (NephoJsonReader *json, JsonNode *node, const NephoFact *fact)
{
  if (*fact->published != '\0' && !nepho_fact_is_date (fact->published))
    nepho_json_reader_fail (json, nepho_json_reader_member (json, node, "published"),
                            _("“%s” is no date; expected one such as 2023-04-26, 2023-04 or 2023"), fact->published);
}

/* What a figure cannot do without: a reader must see whom it is about and who says so. */
static void
check_said (NephoJsonReader *json, JsonNode *node)
{
  static const char * const keys[] = { "subject", "measure", "unit", "publisher", "title" };

  for (guint i = 0; i < G_N_ELEMENTS (keys) && !nepho_json_reader_failed (json); i++)
    {
      g_autofree char *text = g_strdup (nepho_json_reader_text (json, node, keys[i]));

      if (!nepho_json_reader_failed (json) && *g_strstrip (text) == '\0')
        nepho_json_reader_fail (json, nepho_json_reader_member (json, node, keys[i]), _("expected a text, found an empty one"));
    }
}

/**
 * nepho_fact_read:
 * @json: a file being read
 * @node: (nullable): an object in it
 * @seen: (element-type utf8): the ids so far; takes the new one
 * @origin: whose word the fact is
 *
 * Reads a published figure as docs/data-format.md describes it.
 *
 * Returns: (transfer full): the fact; what is missing in it after a fault is ""
 */
NephoFact *
nepho_fact_read (NephoJsonReader *json, JsonNode *node, GHashTable *seen, NephoOrigin origin)
{
  static const char * const published[]
    = { "id",        "topic", "subject", "measure", "definition", "geography", "period", "value",   "unit",
        "qualifier", "grade", "publisher", "title", "published",  "url",       "quote",  "note",    "licence",
        "row",       NULL };
  static const char * const edited[]
    = { "id",        "topic", "subject", "measure", "definition", "geography", "period", "value",   "unit",
        "qualifier", "grade", "publisher", "title", "published",  "url",       "quote",  "note",    "licence",
        "row",       "replaces", NULL };
  g_autoptr (NephoFact) fact = nepho_fact_new ();
  guint n_topics;
  guint n_definitions;
  const NephoFactClass *topics = nepho_topics (&n_topics);
  const NephoFactClass *definitions = nepho_definitions (&n_definitions);

  /* Only the reader edits copies of facts. */
  if (!nepho_json_reader_enter (json, node, origin == NEPHO_ORIGIN_READER ? edited : published))
    return g_steal_pointer (&fact);

  g_free (fact->id);
  fact->id = nepho_dataset_reader_id (json, node, seen);
  nepho_fact_set_text (&fact->topic, read_class (json, node, "topic", topics, n_topics));
  nepho_fact_set_text (&fact->definition, read_class (json, node, "definition", definitions, n_definitions));
  read_texts (json, node, fact);
  check_said (json, node);
  check_published (json, node, fact);
  fact->value = nepho_json_reader_number (json, node, "value");
  fact->grade = nepho_dataset_reader_grade (json, node, "grade", TRUE);
  fact->row = read_row (json, node);
  fact->origin = origin;
  nepho_period_parse (fact->period, &fact->begin, &fact->end);

  return g_steal_pointer (&fact);
}

static void
read_list (NephoJsonReader *json, GPtrArray *facts, GHashTable *seen, NephoOrigin origin)
{
  static const char * const keys[] = { "format", "topic", "facts", NULL };
  JsonNode *root = nepho_json_reader_root (json);
  guint n_topics;
  const NephoFactClass *topics = nepho_topics (&n_topics);
  const char *format;
  const char *topic;
  JsonNode *list;
  guint length;

  if (!nepho_json_reader_enter (json, root, keys))
    return;

  format = nepho_json_reader_text (json, root, "format");
  if (!nepho_json_reader_failed (json) && !g_str_equal (format, FACTS_FORMAT))
    nepho_json_reader_fail (json, nepho_json_reader_member (json, root, "format"), _("expected “%s”, found “%s”"),
                            FACTS_FORMAT, format);
  if (nepho_json_reader_failed (json))
    return;
  topic = read_class (json, root, "topic", topics, n_topics);
  nepho_json_reader_next (json);
  list = nepho_json_reader_member (json, root, "facts");
  length = nepho_json_reader_length (json, list, NEPHO_DATASET_MAX_FACTS);

  for (guint i = 0; nepho_json_reader_next (json) && i < length; i++)
    {
      NephoFact *fact = nepho_fact_read (json, nepho_json_reader_element (json, list, i), seen, origin);

      if (*fact->topic == '\0')
        nepho_fact_set_text (&fact->topic, topic);
      g_ptr_array_add (facts, fact);
    }
}

static GPtrArray *
read_file (NephoJsonReader *json, GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_fact_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  read_list (json, facts, seen, NEPHO_ORIGIN_READER);

  return nepho_json_reader_finish (json, error) ? g_steal_pointer (&facts) : NULL;
}

/**
 * nepho_facts_parse:
 * @data: (array length=length): a file of facts as docs/data-format.md describes it
 * @length: number of bytes
 * @name: what messages call it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type NephoFact): the facts, of the reader's origin, or
 * %NULL with %NEPHO_DOCUMENT_ERROR_SYNTAX or %NEPHO_DOCUMENT_ERROR_CONTENT, whose message says line, path
 * and what was expected
 */
GPtrArray *
nepho_facts_parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (NephoJsonReader) json = nepho_json_reader_new_for_data (data, length, name, error);

  return json != NULL ? read_file (json, error) : NULL;
}

/**
 * nepho_facts_load:
 * @path: (type filename): a file of facts
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type NephoFact): the facts, or %NULL with an error as
 * nepho_facts_parse() gives, or %NEPHO_DOCUMENT_ERROR_READ
 */
GPtrArray *
nepho_facts_load (const char *path, GError **error)
{
  g_autoptr (NephoJsonReader) json = nepho_json_reader_new_for_file (path, error);

  return json != NULL ? read_file (json, error) : NULL;
}

/**
 * nepho_facts_is_file:
 * @path: (type filename): a file
 *
 * Returns: whether @path is JSON that calls itself a file of facts, of whichever version
 */
gboolean
nepho_facts_is_file (const char *path)
{
  g_autoptr (NephoJsonReader) json = nepho_json_reader_new_for_file (path, NULL);
  JsonNode *root = json != NULL ? nepho_json_reader_root (json) : NULL;

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root)
         && g_str_has_prefix (nepho_json_reader_text_or (json, root, "format", ""), "nephoscope-facts/");
}

/* One bundled file; what is wrong in it is our mistake, but is told like anybody's. */
static gboolean
read_bundled (const char *file, GPtrArray *facts, GHashTable *seen, GError **error)
{
  g_autofree char *path = g_build_path ("/", RESOURCE_FOLDER, file, NULL);
  g_autoptr (GBytes) bytes
    = g_resource_lookup_data (nepho_facts_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (NephoJsonReader) json = NULL;

  if (bytes != NULL)
    json = nepho_json_reader_new_for_data (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), file, error);
  if (json == NULL)
    return FALSE;
  read_list (json, facts, seen, NEPHO_ORIGIN_BUNDLED);

  return nepho_json_reader_finish (json, error);
}

static GPtrArray *
read_all_bundled (GError **error)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_fact_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_topics;
  const NephoFactClass *topics = nepho_topics (&n_topics);

  for (guint i = 0; i < n_topics; i++)
    {
      g_autofree char *file = g_strdup_printf ("%s.json", topics[i].id);
      g_autofree char *path = g_build_path ("/", RESOURCE_FOLDER, file, NULL);

      if (g_resource_get_info (nepho_facts_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL)
          && !read_bundled (file, facts, seen, error))
        return NULL;
    }

  return g_steal_pointer (&facts);
}

/**
 * nepho_facts_bundled:
 * @error: return location for an error
 *
 * Reads the facts that come with the program when they are first wanted, and keeps them.
 *
 * Returns: (transfer none) (nullable) (element-type NephoFact): topic after topic; %NULL with an error as
 * nepho_facts_parse() gives where the program is damaged
 */
const GPtrArray *
nepho_facts_bundled (GError **error)
{
  static GMutex mutex;
  static GPtrArray *bundled;

  g_mutex_lock (&mutex);
  if (bundled == NULL)
    bundled = read_all_bundled (error);
  g_mutex_unlock (&mutex);

  return bundled;
}

/**
 * nepho_fact_write:
 * @json: where to: an open list
 * @fact: a fact
 *
 * Writes a fact on one line, which nepho_fact_read() reads again.
 */
void
nepho_fact_write (NephoJsonWriter *json, const NephoFact *fact)
{
  nepho_json_writer_begin_line (json, NULL, '{');
  nepho_json_writer_text (json, "id", fact->id);
  nepho_json_writer_text_if (json, "topic", fact->topic);
  nepho_json_writer_text_if (json, "subject", fact->subject);
  nepho_json_writer_text_if (json, "measure", fact->measure);
  nepho_json_writer_text_if (json, "definition", fact->definition);
  nepho_json_writer_text_if (json, "geography", fact->geography);
  nepho_json_writer_text_if (json, "period", fact->period);
  nepho_json_writer_number (json, "value", fact->value);
  nepho_json_writer_text_if (json, "unit", fact->unit);
  nepho_json_writer_text_if (json, "qualifier", fact->qualifier);
  nepho_json_writer_text (json, "grade", nepho_grade_id (fact->grade));
  nepho_json_writer_text_if (json, "publisher", fact->publisher);
  nepho_json_writer_text_if (json, "title", fact->title);
  nepho_json_writer_text_if (json, "published", fact->published);
  nepho_json_writer_text_if (json, "url", fact->url);
  nepho_json_writer_text_if (json, "quote", fact->quote);
  nepho_json_writer_text_if (json, "note", fact->note);
  nepho_json_writer_text_if (json, "licence", fact->licence);
  if (fact->row > 0)
    nepho_json_writer_whole (json, "row", (guint) fact->row);
  nepho_json_writer_text_if (json, "replaces", fact->replaces);
  nepho_json_writer_end (json, '}');
}

/**
 * nepho_facts_to_json:
 * @facts: (element-type NephoFact): facts
 *
 * Writes a file of facts, one a line, which nepho_facts_parse() reads again.
 *
 * Returns: (transfer full): JSON that ends with a newline
 */
char *
nepho_facts_to_json (const GPtrArray *facts)
{
  NephoJsonWriter json = { .text = g_string_new (NULL) };

  nepho_json_writer_begin (&json, NULL, '{');
  nepho_json_writer_text (&json, "format", FACTS_FORMAT);
  nepho_json_writer_begin (&json, "facts", '[');
  for (guint i = 0; i < facts->len; i++)
    nepho_fact_write (&json, g_ptr_array_index (facts, i));
  nepho_json_writer_end (&json, ']');
  nepho_json_writer_end (&json, '}');

  return g_string_free (json.text, FALSE);
}
