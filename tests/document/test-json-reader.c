/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-reader.h"

#include <glib/gstdio.h>
#include <math.h>
#include <unistd.h>

#include "nepho-corpus.h"
#include "nepho-document-error.h"
#include "nepho-json-parser.h"
#include "nepho-json-text.h"
#include "nepho-suggest.h"

static gboolean
parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (NephoJsonReader) reader = nepho_json_reader_new_for_data (data, length, name, error);

  return reader != NULL;
}

static NephoJsonReader *
read_text (const char *text)
{
  GError *error = NULL;
  NephoJsonReader *reader =
      nepho_json_reader_new_for_data (text, strlen (text), "test.json", &error);

  g_assert_no_error (error);

  return reader;
}

static void
assert_fault (NephoJsonReader *reader, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nepho_json_reader_failed (reader));
  g_assert_false (nepho_json_reader_finish (reader, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_corpus (void)
{
  nepho_corpus_run ("json", parse);
}

static void
test_cut (void)
{
  static const char text[] = "{\"a\": [1.5e3, true, null, \"\\u00e9\\n云\"], \"b\": {\"c\": "
                             "\"\\ud83d\\ude00\", \"d\": -0.25}}";

  nepho_corpus_cut (text, strlen (text), 1, parse);
}

static void
test_spoil (void)
{
  static const char text[] = "{\"a\": [1.5e3, true, null, \"\\u00e9\\n云\"], \"b\": {\"c\": "
                             "\"\\ud83d\\ude00\", \"d\": -0.25}}";

  nepho_corpus_spoil (text, strlen (text), 20000, parse);
}

static void
test_values (void)
{
  g_autoptr (NephoJsonReader) reader = read_text (
      "{\"text\": \"a\\u00e9\\ud83d\\ude00\\t\", \"whole\": 1024, \"third\": 0.3333333333333333,\n"
      " \"large\": 12345678901234567890, \"minus\": -0.0, \"none\": null, \"list\": [1, \"b\"]}");
  JsonNode *root = nepho_json_reader_root (reader);
  JsonNode *list = nepho_json_reader_member (reader, root, "list");

  g_assert_cmpstr (nepho_json_reader_text (reader, root, "text"), ==, "aé😀\t");
  g_assert_cmpfloat (nepho_json_reader_number (reader, root, "whole"), ==, 1024.0);
  g_assert_cmpfloat (nepho_json_reader_number (reader, root, "third"), ==, 0.3333333333333333);
  g_assert_cmpfloat (nepho_json_reader_number (reader, root, "large"), ==, 12345678901234567890.0);
  g_assert_true (signbit (nepho_json_reader_number (reader, root, "minus")) != 0);
  g_assert_cmpfloat (nepho_json_reader_number_or (reader, root, "none", 7.0), ==, 7.0);
  g_assert_cmpfloat (nepho_json_reader_number_or (reader, root, "missing", 8.0), ==, 8.0);
  g_assert_cmpstr (nepho_json_reader_text_or (reader, root, "missing", "else"), ==, "else");
  g_assert_cmpuint (nepho_json_reader_length (reader, list, 2), ==, 2);
  g_assert_cmpstr (nepho_json_reader_as_text (reader, nepho_json_reader_element (reader, list, 1)),
                   ==, "b");
  g_assert_true (nepho_json_reader_finish (reader, NULL));
}

static void
test_lines (void)
{
  g_autoptr (NephoJsonReader) reader =
      read_text ("\n{\n  \"a\": [\n    1,\n    {\"b\":\n      2}\n  ]\n}\n");
  JsonNode *root = nepho_json_reader_root (reader);
  JsonNode *a = nepho_json_reader_member (reader, root, "a");
  JsonNode *object = nepho_json_reader_element (reader, a, 1);
  JsonNode *b = nepho_json_reader_member (reader, object, "b");
  g_autofree char *path = nepho_json_reader_path (reader, b);

  g_assert_cmpuint (nepho_json_reader_line (reader, root), ==, 2);
  g_assert_cmpuint (nepho_json_reader_line (reader, a), ==, 3);
  g_assert_cmpuint (nepho_json_reader_line (reader, object), ==, 5);
  g_assert_cmpuint (nepho_json_reader_line (reader, b), ==, 6);
  g_assert_cmpstr (path, ==, "a[1].b");
}

/* Each kind of value where a text, a number, a list or an object is expected. */
static void
test_kinds (void)
{
  static const struct
  {
    const char *value;
    const char *found;
  } cases[] = {
    { "{}", "an object" }, { "[]", "a list" },    { "\"x\"", "a text" },
    { "1", "a number" },   { "1.5", "a number" }, { "false", "a yes or no" },
  };
  static const char * const keys[] = { "a", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint wanted = 0; wanted < 4; wanted++)
      {
        static const char * const names[] = { "a text", "a number", "a list", "an object" };
        g_autofree char *text = g_strdup_printf ("{\"a\": %s}", cases[i].value);
        g_autoptr (NephoJsonReader) reader = read_text (text);
        JsonNode *node = nepho_json_reader_member (reader, nepho_json_reader_root (reader), "a");
        g_autofree char *message = g_strdup_printf ("test.json, line 1, a: expected %s, found %s",
                                                    names[wanted], cases[i].found);

        if (wanted == 0)
          nepho_json_reader_as_text (reader, node);
        else if (wanted == 1)
          nepho_json_reader_as_number (reader, node);
        else if (wanted == 2)
          nepho_json_reader_length (reader, node, 9);
        else
          nepho_json_reader_enter (reader, node, keys);

        if (g_str_equal (names[wanted], cases[i].found))
          g_assert_false (nepho_json_reader_failed (reader));
        else
          assert_fault (reader, message);
      }
}

/* After the first fault nothing else is reported, and every getter is neutral. */
static void
test_first_fault (void)
{
  static const char * const keys[] = { "a", "b", NULL };
  g_autoptr (NephoJsonReader) reader = read_text ("{\"a\": \"\",\n\"b\": [1, 2, 3]}");
  JsonNode *root = nepho_json_reader_root (reader);

  g_assert_true (nepho_json_reader_enter (reader, root, keys));
  g_assert_cmpuint (
      nepho_json_reader_length (reader, nepho_json_reader_member (reader, root, "b"), 2), ==, 0);
  assert_fault (reader, "test.json, line 2, b: expected at most 2 elements, found 3");

  g_assert_null (nepho_json_reader_member (reader, root, "a"));
  g_assert_cmpstr (nepho_json_reader_text (reader, root, "a"), ==, "");
  g_assert_true (isnan (nepho_json_reader_number (reader, root, "missing")));
  g_assert_false (nepho_json_reader_enter (reader, root, keys));
  nepho_json_reader_fail (reader, NULL, "another");
  assert_fault (reader, "test.json, line 2, b: expected at most 2 elements, found 3");

  /* Until it goes on behind it; then the first is told first. */
  g_assert_true (nepho_json_reader_next (reader));
  g_assert_false (nepho_json_reader_failed (reader));
  g_assert_nonnull (nepho_json_reader_member (reader, root, "a"));
  nepho_json_reader_fail (reader, NULL, "another");
  g_assert_cmpuint (nepho_json_reader_n_faults (reader), ==, 2);
  assert_fault (reader, "test.json, line 2, b: expected at most 2 elements, found 3");
}

static void
test_keys (void)
{
  static const char * const keys[] = { "name", "value", NULL };
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "{\"name\": 1, \"vlaue\": 2}",
      "test.json, line 1, vlaue: no such key is known here; did you mean “value”?" },
    { "{\"name\": 1,\n \"elephant\": 2}",
      "test.json, line 2, elephant: no such key is known here; expected one of name, value" },
    { "[\n1]", "test.json, line 1: expected an object, found a list" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NephoJsonReader) reader = read_text (cases[i].text);

      g_assert_false (nepho_json_reader_enter (reader, nepho_json_reader_root (reader), keys));
      assert_fault (reader, cases[i].message);
    }
}

static void
assert_unreadable (const char *path, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = g_strdup_printf ("Cannot read %s: %s", path, reason);

  g_assert_null (nepho_json_reader_new_for_file (path, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_READ);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("nepho-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "a.json", NULL);
  g_autoptr (NephoJsonReader) reader = NULL;

  g_assert_no_error (error);
  assert_unreadable (path, "there is no such file");
  assert_unreadable (folder, "it is a folder; expected a file");

  g_assert_true (g_file_set_contents (path, "{\"a\": 1}", -1, NULL));
  reader = nepho_json_reader_new_for_file (path, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (nepho_json_reader_number (reader, nepho_json_reader_root (reader), "a"), ==,
                     1.0);

  /* A hole in the file takes no room on the disk, but the size is there. */
  g_assert_cmpint (truncate (path, (off_t) NEPHO_JSON_MAX_SIZE + 1), ==, 0);
  assert_unreadable (path, "it is larger than 64 MiB");
  if (g_file_test ("/dev/zero", G_FILE_TEST_EXISTS))
    assert_unreadable ("/dev/zero", "it is larger than 64 MiB");

  g_unlink (path);
  g_rmdir (folder);
}

/* Written and read back: the same bits. */
static void
test_numbers_written (void)
{
  static const double numbers[] = { 0.0,
                                    -0.0,
                                    0.1,
                                    1.0 / 3.0,
                                    1e300,
                                    -1e-300,
                                    4.9406564584124654e-324,
                                    1.7976931348623157e308,
                                    346.0,
                                    0.34599999999999997 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (NephoJsonReader) reader = NULL;
      double back;

      nepho_json_append_number (text, numbers[i]);
      reader = read_text (text->str);
      back = nepho_json_reader_as_number (reader, nepho_json_reader_root (reader));
      g_assert_cmpmem (&back, sizeof back, &numbers[i], sizeof numbers[i]);
    }
}

static void
test_texts_written (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (NephoJsonReader) reader = NULL;

  nepho_json_append_string (text, "\"a\\b\"\n\t\x01 云");
  g_assert_cmpstr (text->str, ==, "\"\\\"a\\\\b\\\"\\n\\t\\u0001 云\"");
  reader = read_text (text->str);
  g_assert_cmpstr (nepho_json_reader_as_text (reader, nepho_json_reader_root (reader)), ==,
                   "\"a\\b\"\n\t\x01 云");
}

static void
test_suggestions (void)
{
  static const struct
  {
    const char *wanted;
    const char *expected;
  } cases[] = {
    { "vendors", "vendors" }, { "vendor", "vendors" }, { "vednors", "vendors" },
    { "valeus", "values" },   { "zebra", NULL },       { "", NULL },
  };
  static const char * const words[] = { "segments", "vendors", "values" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NephoSuggestion suggestion;

      nepho_suggestion_init (&suggestion, cases[i].wanted);
      for (guint k = 0; k < G_N_ELEMENTS (words); k++)
        nepho_suggestion_offer (&suggestion, words[k]);
      g_assert_cmpstr (suggestion.nearest, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/json-reader/corpus", test_corpus);
  g_test_add_func ("/document/json-reader/cut", test_cut);
  g_test_add_func ("/document/json-reader/spoil", test_spoil);
  g_test_add_func ("/document/json-reader/values", test_values);
  g_test_add_func ("/document/json-reader/lines", test_lines);
  g_test_add_func ("/document/json-reader/kinds", test_kinds);
  g_test_add_func ("/document/json-reader/first-fault", test_first_fault);
  g_test_add_func ("/document/json-reader/keys", test_keys);
  g_test_add_func ("/document/json-reader/files", test_files);
  g_test_add_func ("/document/json-reader/numbers-written", test_numbers_written);
  g_test_add_func ("/document/json-reader/texts-written", test_texts_written);
  g_test_add_func ("/document/json-reader/suggestions", test_suggestions);

  return g_test_run ();
}
