/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "nepho-dataset-io.h"
#include "nepho-document-io.h"
#include "nepho-keeper.h"

/* A document that is open beside, with work in it that is not saved. */
typedef struct
{
  NephoDocument *document;
  NephoKeeper   *keeper;
  char          *text;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);

  fixture->document = nepho_document_new (dataset);
  fixture->keeper = nepho_keeper_new (fixture->document);
  g_assert_true (nepho_document_set_horizon (fixture->document, 20, NULL));
  fixture->text = nepho_document_to_json (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->keeper);
  g_assert_finalize_object (fixture->document);
  g_free (fixture->text);
}

/* Opened or refused: neither the file nor the document beside is another afterwards. Returns: whether it opened. */
static gboolean
try_file (Fixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (NephoKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;
  gsize n_before;
  gsize n_after;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  keeper = nepho_keeper_open (file, &error);
  g_assert_true ((keeper == NULL) == (error != NULL));
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (after, n_after, before, n_before);
  text = nepho_document_to_json (fixture->document);
  g_assert_cmpstr (text, ==, fixture->text);
  g_assert_true (nepho_document_get_unsaved (fixture->document));

  return keeper != NULL;
}

/* Every document of the corpus. */
static void
test_corpus (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "documents", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_refused = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_str_has_suffix (name, ".json"))
        continue;
      g_assert_true (try_file (fixture, path) == g_str_has_prefix (name, "y_"));
      n_refused += !g_str_has_prefix (name, "y_");
    }
  g_assert_cmpuint (n_refused, >, 30);
}

/* A whole one, cut again and again. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autofree char *whole_path = g_test_build_filename (G_TEST_DIST, "data", "documents", "y_everything.json", NULL);
  g_autofree char *folder = g_dir_make_tmp ("nepho-keeper-bad-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "cut.nephoscope", NULL);
  g_autofree char *whole = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (whole_path, &whole, &length, NULL));
  for (gsize cut = 0; cut + 2 < length; cut += 61)
    {
      g_assert_true (g_file_set_contents (path, whole, (gssize) cut, NULL));
      g_assert_false (try_file (fixture, path));
    }
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/keeper-bad/corpus", Fixture, NULL, set_up, test_corpus, tear_down);
  g_test_add ("/keeper-bad/cut", Fixture, NULL, set_up, test_cut, tear_down);

  return g_test_run ();
}
