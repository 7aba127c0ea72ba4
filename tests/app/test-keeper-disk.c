/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-keeper.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "nepho-dataset-io.h"
#include "nepho-document-error.h"
#include "nepho-file-watch.h"

typedef struct
{
  char          *folder;
  GFile         *file;
  NephoDocument *document;
  NephoKeeper   *keeper;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("nepho-keeper-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "a.nephoscope", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->document = nepho_document_new (dataset);
  fixture->keeper = nepho_keeper_new (fixture->document);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;

  if (fixture->keeper != NULL)
    {
      nepho_keeper_forget_draft (fixture->keeper);
      g_assert_finalize_object (fixture->keeper);
    }
  g_assert_finalize_object (fixture->document);
  g_file_delete (fixture->file, NULL, NULL);
  g_file_delete (folder, NULL, &error);
  g_assert_no_error (error);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static void
edit (Fixture *fixture, double value)
{
  guint index = nepho_parameter_set_index (nepho_document_get_parameters (fixture->document), "adoption.potential", -1, -1);

  g_assert_true (nepho_document_set_value (fixture->document, index, value, NULL));
}

static double
value_in (NephoKeeper *keeper)
{
  NephoDocument *document = nepho_keeper_get_document (keeper);

  return nepho_document_get_values (document)[nepho_parameter_set_index (nepho_document_get_parameters (document),
                                                                          "adoption.potential", -1, -1)];
}

/* What a keeper told of its file. */
typedef struct
{
  guint n;
  guint last;
} News;

static void
news_cb (NephoKeeper *keeper, guint told, News *news)
{
  news->n++;
  news->last = told;
}

static gboolean
stop_cb (gpointer over)
{
  *(gboolean *) over = TRUE;

  return G_SOURCE_REMOVE;
}

/* Until so much was told; for what is not to be told, as long as it would have taken. */
static void
wait_for_news (const News *news, guint n)
{
  gboolean over = FALSE;
  guint patience = g_timeout_add_seconds (n > 0 ? 20 : 2, stop_cb, &over);

  while (!over && (n == 0 || news->n < n))
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (patience);
}

static void
write_file (Fixture *fixture, const char *content)
{
  g_autofree char *path = g_file_get_path (fixture->file);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

/* Another program writes, renames over it, and writes back what was there: told each time, once. What we save ourselves
 * is no news, nor is a file that was only touched. */
static void
test_news (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autofree char *ours = NULL;
  News news = { 0 };

  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, NULL));
  g_signal_connect (fixture->keeper, "file-news", G_CALLBACK (news_cb), &news);
  edit (fixture, 0.45);
  g_assert_true (nepho_keeper_save (fixture->keeper, FALSE, NULL));
  g_assert_cmpint (g_utime (path, NULL), ==, 0);
  news.n = 0;
  wait_for_news (&news, 0);
  g_assert_cmpuint (news.n, ==, 0);

  g_assert_true (g_file_get_contents (path, &ours, NULL, NULL));
  write_file (fixture, "{}");
  wait_for_news (&news, 1);
  g_assert_cmpuint (news.n, ==, 1);
  g_assert_cmpuint (news.last, ==, NEPHO_FILE_CHANGED);
  g_assert_false (nepho_document_get_unsaved (fixture->document));
  write_file (fixture, ours);
  wait_for_news (&news, 2);
  g_assert_cmpuint (news.n, ==, 2);
  g_assert_cmpuint (news.last, ==, NEPHO_FILE_AS_KNOWN);
}

/* Deleted: nothing holds the document any more, so that it is unsaved. Saved, it is there again. */
static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GError) error = NULL;
  News news = { 0 };

  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, NULL));
  g_signal_connect (fixture->keeper, "file-news", G_CALLBACK (news_cb), &news);
  g_assert_cmpint (g_unlink (path), ==, 0);
  wait_for_news (&news, 1);
  g_assert_cmpuint (news.last, ==, NEPHO_FILE_GONE);
  g_assert_true (nepho_document_get_unsaved (fixture->document));

  g_assert_true (nepho_keeper_save (fixture->keeper, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (news.last, ==, NEPHO_FILE_AS_KNOWN);
  g_assert_false (nepho_document_get_unsaved (fixture->document));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* The file lies where a link leads: what is written there is told too. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.nephoscope", NULL);
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GFile) file = g_file_new_for_path (link);
  News news = { 0 };

  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, NULL));
  g_assert_cmpint (symlink (path, link), ==, 0);
  g_assert_true (nepho_keeper_save_as (fixture->keeper, file, NULL));
  g_signal_connect (fixture->keeper, "file-news", G_CALLBACK (news_cb), &news);
  write_file (fixture, "{}");
  wait_for_news (&news, 1);
  g_assert_cmpuint (news.last, ==, NEPHO_FILE_CHANGED);
  g_unlink (link);
}

/* What another program wrote takes the place of what was edited here, which undo brings back. A broken file changes
 * nothing. */
static void
test_reload (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoKeeper) other = NULL;
  g_autoptr (GError) error = NULL;
  News news = { 0 };

  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, NULL));
  other = nepho_keeper_open (fixture->file, NULL);
  edit (fixture, 0.35);
  g_assert_true (nepho_document_set_horizon (nepho_keeper_get_document (other), 20, NULL));
  g_assert_true (nepho_keeper_save (other, FALSE, NULL));

  g_signal_connect (fixture->keeper, "file-news", G_CALLBACK (news_cb), &news);
  g_assert_true (nepho_keeper_reload (fixture->keeper, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (news.last, ==, NEPHO_FILE_AS_KNOWN);
  g_assert_cmpuint (nepho_document_get_horizon (fixture->document), ==, 20);
  g_assert_cmpfloat (value_in (fixture->keeper), !=, 0.35);
  g_assert_false (nepho_document_get_unsaved (fixture->document));
  g_assert_true (nepho_keeper_save (fixture->keeper, FALSE, &error));
  g_assert_no_error (error);
  nepho_document_undo (fixture->document);
  g_assert_cmpfloat (value_in (fixture->keeper), ==, 0.35);
  g_assert_cmpuint (nepho_document_get_horizon (fixture->document), ==, NEPHO_DEFAULT_HORIZON);
  g_assert_true (nepho_document_get_unsaved (fixture->document));

  write_file (fixture, "{");
  g_assert_false (nepho_keeper_reload (fixture->keeper, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_SYNTAX);
  g_assert_cmpfloat (value_in (fixture->keeper), ==, 0.35);
  g_assert_finalize_object (g_steal_pointer (&other));
}

/* Taken up from a draft, a file that another program wrote meanwhile is told of. */
static void
test_draft_news (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (NephoKeeper) recovered = NULL;
  News news = { 0 };

  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, NULL));
  edit (fixture, 0.35);
  g_assert_true (nepho_keeper_write_draft (fixture->keeper, NULL));
  g_clear_object (&fixture->keeper);
  write_file (fixture, "{}");
  drafts = nepho_drafts_find ();
  recovered = nepho_keeper_recover (g_ptr_array_steal_index (drafts, 0), NULL);
  g_signal_connect (recovered, "file-news", G_CALLBACK (news_cb), &news);
  wait_for_news (&news, 1);
  g_assert_cmpuint (news.last, ==, NEPHO_FILE_CHANGED);
  nepho_keeper_forget_draft (recovered);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/keeper-disk/news", Fixture, NULL, set_up, test_news, tear_down);
  g_test_add ("/keeper-disk/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/keeper-disk/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/keeper-disk/reload", Fixture, NULL, set_up, test_reload, tear_down);
  g_test_add ("/keeper-disk/draft-news", Fixture, NULL, set_up, test_draft_news, tear_down);

  return g_test_run ();
}
