/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "nepho-dataset-io.h"
#include "nepho-document-io.h"
#include "nepho-document-save.h"

/* Sanitizers make a fork dear, and find nothing new in the thousandth. */
#ifdef __SANITIZE_ADDRESS__
#define ROUNDS 40u
#else
#define ROUNDS 1000u
#endif

typedef struct
{
  char          *folder;
  char          *path;
  GFile         *file;
  NephoDocument *documents[2];
  char          *texts[2];
  gint64         save_time; /* in microseconds */
} Fixture;

static NephoDocument *
document_with (double potential)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);
  NephoDocument *document = nepho_document_new (dataset);
  int index = nepho_parameter_set_find (nepho_document_get_parameters (document), "adoption.potential");

  g_assert_true (nepho_document_set_value (document, (guint) index, potential, NULL));

  return document;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gint64 start;

  fixture->folder = g_dir_make_tmp ("nepho-save-kill-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.nephoscope", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  for (guint i = 0; i < 2; i++)
    {
      fixture->documents[i] = document_with (0.25 + 0.5 * i);
      fixture->texts[i] = nepho_document_to_json (fixture->documents[i]);
    }
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 4; i++)
    g_assert_true (nepho_document_save (fixture->documents[i % 2], fixture->file, NULL, NULL, NULL));
  fixture->save_time = (g_get_monotonic_time () - start) / 4;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_assert_finalize_object (fixture->documents[i]);
      g_free (fixture->texts[i]);
    }
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Saves one and the other until it is killed, first that which is not there. */
static void G_GNUC_NORETURN
save_for_ever (Fixture *fixture, guint there, int ready)
{
  if (write (ready, "", 1) != 1)
    _exit (EXIT_FAILURE);
  for (guint i = there + 1;; i++)
    if (!nepho_document_save (fixture->documents[i % 2], fixture->file, NULL, NULL, NULL))
      _exit (EXIT_FAILURE);
}

/* Lets a child begin to save, and kills it some time later, at most three saves. */
static void
kill_once (Fixture *fixture, guint there, gint32 after)
{
  int ready[2];
  char byte;
  int status;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    save_for_ever (fixture, there, ready[1]);

  close (ready[1]);
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  close (ready[0]);
  g_usleep ((gulong) after);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

/* What was being written when the child was killed lies beside the document. */
static guint
sweep (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      if (!g_str_equal (path, fixture->path))
        n += g_unlink (path) == 0;
    }

  return n;
}

/* Whenever it is killed, one of the two documents is there, to the last byte. */
static void
test_kill (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20230411);
  guint n_seen[2] = { 0, 0 };
  guint n_midway = 0;
  guint there = 1;

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      kill_once (fixture, there, g_rand_int_range (random, 0, 3 * (gint32) fixture->save_time + 1));
      g_file_get_contents (fixture->path, &text, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_equal (text, fixture->texts[0]) || g_str_equal (text, fixture->texts[1]));
      there = g_str_equal (text, fixture->texts[1]);
      n_seen[there]++;
      n_midway += sweep (fixture);
    }

  /* It was indeed killed within saves: both were there in turn, and new files were left half written. */
  g_test_message ("%u and %u, %u of them while it was written", n_seen[0], n_seen[1], n_midway);
  g_assert_cmpuint (n_seen[0], >, 0);
  g_assert_cmpuint (n_seen[1], >, 0);
  if (ROUNDS >= 1000)
    g_assert_cmpuint (n_midway, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/save-kill/kill", Fixture, NULL, set_up, test_kill, tear_down);

  return g_test_run ();
}
