/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* setresuid() */

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "nepho-dataset-io.h"
#include "nepho-document-error.h"
#include "nepho-document-io.h"
#include "nepho-fail-shim.h"
#include "nepho-keeper.h"

/* More than a save takes. */
#define MOST_CALLS 200u

#define NOBODY 65534u

typedef struct
{
  char          *folder;
  char          *path;
  GFile         *file;
  char          *text; /* what the file holds */
  char          *draft;
  char          *draft_text;
  NephoDocument *document;
  NephoKeeper   *keeper;
} Fixture;

static char *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* The only one there is. */
static char *
find_draft (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "nephoscope", "drafts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  char *found = NULL;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, NEPHO_DOCUMENT_SUFFIX))
      {
        g_assert_null (found);
        found = g_build_filename (folder, name, NULL);
      }
  g_assert_nonnull (found);

  return found;
}

/* Saved once, edited since, with a draft. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);

  fixture->folder = g_dir_make_tmp ("nepho-keeper-fail-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.nephoscope", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->document = nepho_document_new (dataset);
  fixture->keeper = nepho_keeper_new (fixture->document);
  g_assert_true (nepho_keeper_save_as (fixture->keeper, fixture->file, NULL));
  fixture->text = read_file (fixture->path);
  g_assert_true (nepho_document_set_horizon (fixture->document, 20, NULL));
  g_assert_true (nepho_keeper_write_draft (fixture->keeper, NULL));
  fixture->draft = find_draft ();
  fixture->draft_text = read_file (fixture->draft);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nepho_keeper_forget_draft (fixture->keeper);
  g_assert_finalize_object (fixture->keeper);
  g_assert_finalize_object (fixture->document);
  g_unlink (fixture->path);
  /* Nothing half written is left beside it. */
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->draft_text);
  g_free (fixture->draft);
  g_free (fixture->text);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Who writes says it in the reader's words, where there are any; who reads has the system's. */
static const char *
words_for (int code, const GError *error)
{
  switch (error != NULL && strstr (error->message, g_strerror (code)) == NULL ? code : 0)
    {
    case ENOSPC:
      return "the disk is full";
    case EROFS:
      return "the disk is read-only";
    default:
      return g_strerror (code);
    }
}

/* Nothing was lost: the old file, what is unsaved, and its draft are there; the message says which file and why. */
static void
assert_kept (Fixture *fixture, const GError *error, const char *why)
{
  g_autofree char *text = read_file (fixture->path);
  g_autofree char *draft_text = read_file (fixture->draft);

  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "a.nephoscope"));
  g_assert_nonnull (strstr (error->message, why));
  g_assert_cmpstr (text, ==, fixture->text);
  g_assert_cmpstr (draft_text, ==, fixture->draft_text);
  g_assert_true (nepho_document_get_unsaved (fixture->document));
}

/* Saved in spite of the failure, which then was of no account: begin again. */
static void
start_again (Fixture *fixture)
{
  g_autofree char *text = read_file (fixture->path);
  g_autofree char *now = nepho_document_to_json (fixture->document);

  g_assert_cmpstr (text, ==, now);
  g_assert_false (nepho_document_get_unsaved (fixture->document));
  g_free (fixture->text);
  fixture->text = g_steal_pointer (&text);
  g_assert_true (nepho_document_set_horizon (fixture->document,
                                             nepho_document_get_horizon (fixture->document) % 40 + 1, NULL));
  g_assert_true (nepho_keeper_write_draft (fixture->keeper, NULL));
  g_free (fixture->draft_text);
  fixture->draft_text = read_file (fixture->draft);
}

/* Each call that a save makes fails once, whatever for. */
static void
test_save (Fixture *fixture, gconstpointer data)
{
  static const int codes[] = { ENOSPC, EIO, EROFS, EDQUOT };

  for (guint k = 0; k < G_N_ELEMENTS (codes); k++)
    {
      guint n_failed = 0;
      guint n;

      for (n = 1; n < MOST_CALLS; n++)
        {
          g_autoptr (GError) error = NULL;
          gboolean saved;
          gboolean fired;

          nepho_fail_arm (n, codes[k]);
          saved = nepho_keeper_save (fixture->keeper, FALSE, &error);
          fired = nepho_fail_disarm ();
          if (saved)
            start_again (fixture);
          else
            assert_kept (fixture, error, words_for (codes[k], error));
          n_failed += !saved;
          if (!fired)
            break;
        }

      /* Opening and reading the old one; opening, writing, flushing, closing and renaming the new one. */
      g_test_message ("%s: %u of %u", g_strerror (codes[k]), n_failed, n - 1);
      g_assert_cmpuint (n, <, MOST_CALLS);
      g_assert_cmpuint (n_failed, >=, 5);
    }
}

/* A file that is not there yet is there whole or not at all. */
static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.nephoscope", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean saved = FALSE;
  guint n;

  for (n = 1; n < MOST_CALLS && !saved; n++)
    {
      g_autoptr (GError) error = NULL;

      nepho_fail_arm (n, ENOSPC);
      saved = nepho_keeper_save_as (fixture->keeper, file, &error);
      nepho_fail_disarm ();
      g_assert_true (saved == g_file_test (path, G_FILE_TEST_EXISTS));
      if (!saved)
        {
          g_assert_nonnull (strstr (error->message, "b.nephoscope"));
          g_assert_true (g_file_equal (nepho_keeper_get_file (fixture->keeper), fixture->file));
          g_assert_true (nepho_document_get_unsaved (fixture->document));
        }
    }
  g_assert_true (saved);
  g_assert_cmpuint (n, >, 4);
  g_unlink (path);
}

/* A draft that cannot be written leaves the one before it. */
static void
test_draft (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strndup (fixture->draft, strlen (fixture->draft) - strlen (NEPHO_DOCUMENT_SUFFIX));
  g_autofree char *owner = g_strconcat (name, ".owner", NULL);
  g_autofree char *owner_text = NULL;
  gboolean written = FALSE;
  guint n;

  owner_text = read_file (owner);
  g_assert_true (nepho_document_set_horizon (fixture->document, 30, NULL));
  for (n = 1; n < MOST_CALLS && !written; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_autofree char *owner_now = NULL;

      nepho_fail_arm (n, ENOSPC);
      written = nepho_keeper_write_draft (fixture->keeper, &error);
      nepho_fail_disarm ();
      text = read_file (fixture->draft);
      owner_now = read_file (owner);
      g_assert_true (written == !g_str_equal (text, fixture->draft_text));
      g_assert_cmpstr (owner_now, ==, owner_text);
      if (!written)
        g_assert_nonnull (strstr (error->message, g_strerror (ENOSPC)));
    }
  g_assert_true (written);
  g_assert_cmpuint (n, >, 4);
}

/* As a full disk, by the system itself. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  struct rlimit before;
  struct rlimit small;
  g_autoptr (GError) error = NULL;
  gboolean saved;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  small = (struct rlimit) { 1000, before.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  saved = nepho_keeper_save (fixture->keeper, FALSE, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (saved);
  assert_kept (fixture, error, g_strerror (EFBIG));
  g_clear_error (&error);
  g_assert_true (nepho_keeper_save (fixture->keeper, FALSE, &error));
  g_assert_no_error (error);
}

/* Nothing is forbidden to root: then somebody else tries. */
static void
become (uid_t user)
{
  g_assert_cmpint (setresuid (user, user, (uid_t) -1), ==, 0);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean root = geteuid () == 0;
  gboolean saved;

  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
  if (root)
    become (NOBODY);
  saved = nepho_keeper_save (fixture->keeper, FALSE, &error);
  if (root)
    become (0);
  g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
  g_assert_false (saved);
  assert_kept (fixture, error, "permission denied");
}

/* Told when it is opened, and not written over even when asked to. */
static void
test_read_only_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoKeeper) keeper = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean root = geteuid () == 0;
  gboolean saved;

  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  if (root)
    become (NOBODY);
  saved = nepho_keeper_save (fixture->keeper, TRUE, &error);
  keeper = nepho_keeper_open (fixture->file, NULL);
  if (root)
    become (0);
  g_assert_false (saved);
  assert_kept (fixture, error, "it is read-only");
  g_clear_error (&error);
  g_assert_nonnull (keeper);
  g_assert_cmpstr (nepho_keeper_get_read_only (keeper), ==, "You may read this file but not write it");
  g_assert_false (nepho_keeper_save (keeper, TRUE, &error));
  g_assert_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE);
  text = read_file (fixture->path);
  g_assert_cmpstr (text, ==, fixture->text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/keeper-fail/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/keeper-fail/save-as", Fixture, NULL, set_up, test_save_as, tear_down);
  g_test_add ("/keeper-fail/draft", Fixture, NULL, set_up, test_draft, tear_down);
  g_test_add ("/keeper-fail/full", Fixture, NULL, set_up, test_full, tear_down);
  g_test_add ("/keeper-fail/read-only-folder", Fixture, NULL, set_up, test_read_only_folder, tear_down);
  g_test_add ("/keeper-fail/read-only-file", Fixture, NULL, set_up, test_read_only_file, tear_down);

  return g_test_run ();
}
