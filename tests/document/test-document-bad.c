/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "nepho-corpus.h"
#include "nepho-document-error.h"
#include "nepho-document-io.h"

/* What may be left out, the data set's own part of the format, by the last key. */
static const char * const optional[]
  = { "currency", "exchange_rates", "scenarios",    "ai_models", "accelerators", "api_prices",
      "observations", "facts",      "zh_CN",        "zh_TW",     "model",        "strength", "parent", NULL };

static gboolean
parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (NephoDocument) document = nepho_document_parse (data, length, name, NULL, error);

  return document != NULL;
}

static char *
read_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "documents", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));

  return text;
}

static void
test_corpus (void)
{
  nepho_corpus_run ("documents", parse);
}

static void
test_cut (void)
{
  g_autofree char *text = read_file ("y_everything.json");

  nepho_corpus_cut (text, strlen (text), 1, parse);
}

static void
test_spoil (void)
{
  g_autofree char *text = read_file ("y_everything.json");

  nepho_corpus_spoil (text, strlen (text), 3000, parse);
}

/* A changed document is refused with the place of the fault, or it is good: then it is written and read again
 * as it is. */
static gboolean
try_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDocument) document = nepho_document_parse (text, strlen (text), "changed", NULL, &error);

  if (document == NULL)
    {
      g_assert_true (g_error_matches (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT)
                     || g_error_matches (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_SYNTAX));
      g_assert_nonnull (strstr (error->message, "changed, line "));
      return FALSE;
    }

  g_assert_no_error (error);
  {
    g_autofree char *written = nepho_document_to_json (document);
    g_autoptr (NephoDocument) again = nepho_document_parse (written, strlen (written), "again", NULL, &error);
    g_autofree char *rewritten = NULL;

    g_assert_no_error (error);
    rewritten = nepho_document_to_json (again);
    g_assert_cmpstr (written, ==, rewritten);
  }

  return TRUE;
}

static gboolean
try_node (JsonNode *root)
{
  g_autofree char *text = json_to_string (root, TRUE);

  return try_text (text);
}

typedef void (*Spoil) (JsonNode *root, JsonObject *object, const char *key);

/* Every member of every object, however deep. */
static void
spoil_members (JsonNode *root, JsonNode *node, Spoil spoil)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        spoil_members (root, json_array_get_element (json_node_get_array (node), i), spoil);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (GList) keys = json_object_get_members (object);

      for (GList *l = keys; l != NULL; l = l->next)
        {
          g_autofree char *key = g_strdup (l->data);

          spoil_members (root, json_object_get_member (object, key), spoil);
          spoil (root, object, key);
        }
    }
}

static guint n_refused;

static gboolean
is_member (JsonNode *scenario, JsonObject *object, const char *key)
{
  JsonObject *holder = json_node_get_object (scenario);

  return json_object_has_member (holder, key) && json_object_get_object_member (holder, key) == object;
}

/* What a scenario stores and what is said are each for themselves: any may be missing, but for a share. */
static gboolean
is_of_scenario (JsonNode *root, JsonObject *object)
{
  JsonObject *document = json_node_get_object (root);
  JsonArray *own = json_object_has_member (document, "scenarios") ? json_object_get_array_member (document, "scenarios")
                                                                  : NULL;
  JsonArray *built_in = json_object_get_array_member (json_object_get_object_member (document, "dataset"), "scenarios");

  for (guint i = 0; own != NULL && i < json_array_get_length (own); i++)
    if (is_member (json_array_get_element (own, i), object, "values")
        || is_member (json_array_get_element (own, i), object, "events")
        || is_member (json_array_get_element (own, i), object, "remarks"))
      return TRUE;
  for (guint i = 0; i < json_array_get_length (built_in); i++)
    if (is_member (json_array_get_element (built_in, i), object, "values"))
      return TRUE;

  return is_member (root, object, "remarks") || (own != NULL && is_member (root, object, "events"));
}

/* What is missing is told, but for what may be missing. */
static void
remove_member (JsonNode *root, JsonObject *object, const char *key)
{
  g_autoptr (JsonNode) member = json_object_dup_member (object, key);
  gboolean is_result = g_str_has_prefix (key, "market.") || strstr (key, ".2030Q4") != NULL;

  json_object_remove_member (object, key);
  if (!try_node (root))
    n_refused++;
  else
    g_assert_true (is_result || g_strv_contains (optional, key) || is_of_scenario (root, object));
  json_object_set_member (object, key, g_steal_pointer (&member));
}

static void
test_removed (gconstpointer name)
{
  g_autofree char *text = read_file (name);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  n_refused = 0;
  spoil_members (root, root, remove_member);
  g_assert_cmpuint (n_refused, >, 100);
}

/* Something of another kind in its place: refused, or what may stand there. */
static void
replace_member (JsonNode *root, JsonObject *object, const char *key)
{
  static const char * const others[]
    = { "null", "true", "-1", "1e300", "-1e-300", "\"\"", "\"other\"", "[]", "{}", "[[[[[[[[1]]]]]]]]", "{\"a\": {\"b\": 1}}" };
  g_autoptr (JsonNode) member = json_object_dup_member (object, key);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      json_object_set_member (object, key, json_from_string (others[i], NULL));
      if (!try_node (root))
        n_refused++;
    }
  json_object_set_member (object, key, g_steal_pointer (&member));
}

static void
test_replaced (gconstpointer name)
{
  g_autofree char *text = read_file (name);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);

  n_refused = 0;
  spoil_members (root, root, replace_member);
  g_assert_cmpuint (n_refused, >, 1000);
}

/* A key that stands twice, wherever. */
static void
test_doubled (void)
{
  g_autofree char *text = read_file ("y_everything.json");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_doubled = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup (lines[i]);
      g_autofree char *doubled = NULL;
      g_autofree char *again = NULL;

      if (!g_str_has_suffix (line, ",") || strstr (line, "\": ") == NULL || strchr (line, '{') != NULL)
        continue;
      doubled = g_strconcat (line, "\n", line, NULL);
      g_free (lines[i]);
      lines[i] = g_steal_pointer (&doubled);
      again = g_strjoinv ("\n", lines);
      g_assert_false (try_text (again));
      g_free (lines[i]);
      lines[i] = g_steal_pointer (&line);
      n_doubled++;
    }
  g_assert_cmpuint (n_doubled, >, 60);
}

static void
assert_not_loaded (const char *path, const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDocument) document = nepho_document_load (path, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_READ);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, why));
}

/* What is no document at all: two gigabytes, a folder, nothing, a device without end. */
static void
test_no_document (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-bad-XXXXXX", NULL);
  g_autofree char *large = g_build_filename (folder, "large.nephoscope", NULL);
  g_autofree char *none = g_build_filename (folder, "none.nephoscope", NULL);

  g_assert_true (g_file_set_contents (large, "{", -1, NULL));
  if (truncate (large, (off_t) 2 << 30) == 0)
    assert_not_loaded (large, "larger than 64 MiB");
  assert_not_loaded (folder, "it is a folder");
  assert_not_loaded (none, "there is no such file");
  assert_not_loaded ("/dev/zero", "larger than 64 MiB");

  g_unlink (large);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document-bad/corpus", test_corpus);
  g_test_add_func ("/document-bad/cut", test_cut);
  g_test_add_func ("/document-bad/spoil", test_spoil);
  g_test_add_data_func ("/document-bad/removed", "y_everything.json", test_removed);
  g_test_add_data_func ("/document-bad/removed-scenarios", "y_scenarios.json", test_removed);
  g_test_add_data_func ("/document-bad/replaced", "y_everything.json", test_replaced);
  g_test_add_data_func ("/document-bad/replaced-scenarios", "y_scenarios.json", test_replaced);
  g_test_add_func ("/document-bad/doubled", test_doubled);
  g_test_add_func ("/document-bad/no-document", test_no_document);

  return g_test_run ();
}
