/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"

#include <glib/gstdio.h>

#include "nepho-session.h"

typedef struct
{
  NephoAppFixture app;
  NephoSession   *session;
  char           *folder;
  char           *path;
  GFile          *file;
} Fixture;

/* Beside the fixture's own window one with a file, on another page and of another size. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NephoKeeper) keeper = NULL;
  NephoWindow *window;

  nepho_app_fixture_set_up (&fixture->app, data);
  fixture->session = nepho_application_get_session (fixture->app.application);
  fixture->folder = g_dir_make_tmp ("nepho-session-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "mine.nephoscope", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  keeper = nepho_keeper_new (fixture->app.document);
  g_assert_true (nepho_keeper_save_as (keeper, fixture->file, NULL));
  g_clear_object (&keeper);
  keeper = nepho_keeper_open (fixture->file, NULL);
  g_assert_nonnull (keeper);
  window = nepho_window_new_for (fixture->app.application, keeper);
  nepho_window_set_page (window, NEPHO_PAGE_REVENUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1210, 700);
  gtk_window_present (GTK_WINDOW (window));
  nepho_app_wait_frames (GTK_WIDGET (window), 3);
  nepho_session_save (fixture->session);
}

/* All windows but the fixture's own. */
static guint
close_others (Fixture *fixture)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (fixture->app.application)));
  guint n = 0;

  for (GList *l = windows; l != NULL; l = l->next)
    if (NEPHO_IS_WINDOW (l->data) && l->data != (gpointer) fixture->app.window)
      {
        gtk_window_destroy (l->data);
        n++;
      }

  return n;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  nepho_session_thaw (fixture->session);
  close_others (fixture);
  nepho_app_fixture_tear_down (&fixture->app, data);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static NephoWindow *
find_window (Fixture *fixture)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture->app.application)); l != NULL; l = l->next)
    if (NEPHO_IS_WINDOW (l->data))
      {
        GFile *file = nepho_keeper_get_file (nepho_window_get_keeper (l->data));

        if (file != NULL && g_file_equal (file, fixture->file))
          return l->data;
      }

  return NULL;
}

/* After a crash: nothing was told to anybody, and everything is opened again. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  NephoWindow *window;
  int width;
  int height;

  g_assert_cmpuint (close_others (fixture), ==, 1);
  g_assert_cmpuint (nepho_session_restore (fixture->session), ==, 2);
  window = find_window (fixture);
  g_assert_nonnull (window);
  g_assert_cmpint (nepho_window_get_page (window), ==, NEPHO_PAGE_REVENUE);
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1210);
  g_assert_cmpint (height, ==, 700);
}

/* What the reader closed stays closed. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  close_others (fixture);
  nepho_session_save (fixture->session);
  g_assert_cmpuint (nepho_session_restore (fixture->session), ==, 1);
  g_assert_null (find_window (fixture));
}

/* What was closed by quitting is opened again. */
static void
test_quit (Fixture *fixture, gconstpointer data)
{
  nepho_session_freeze (fixture->session);
  close_others (fixture);
  nepho_session_save (fixture->session);
  g_assert_cmpuint (nepho_session_restore (fixture->session), ==, 2);
  g_assert_nonnull (find_window (fixture));
}

static GtkWidget *
find_label (GtkWidget *widget, const char *part)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), part) != NULL)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, part);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A file that is gone is passed over, and told. */
static void
test_missing (Fixture *fixture, gconstpointer data)
{
  GtkWindow *window;

  close_others (fixture);
  g_unlink (fixture->path);
  g_assert_cmpuint (nepho_session_restore (fixture->session), ==, 1);
  g_assert_null (find_window (fixture));
  window = gtk_application_get_active_window (GTK_APPLICATION (fixture->app.application));
  nepho_app_wait_frames (GTK_WIDGET (window), 3);
  g_assert_nonnull (find_label (GTK_WIDGET (window), "mine.nephoscope"));
}

/* What has no file and something to save is in its draft, not in the session. */
static void
test_unsaved (Fixture *fixture, gconstpointer data)
{
  g_assert_true (nepho_document_set_horizon (fixture->app.document, 20, NULL));
  nepho_session_save (fixture->session);
  close_others (fixture);
  g_assert_cmpuint (nepho_session_restore (fixture->session), ==, 1);
  g_assert_nonnull (find_window (fixture));
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/session/restore", test_restore);
  ADD ("/session/closed", test_closed);
  ADD ("/session/quit", test_quit);
  ADD ("/session/missing", test_missing);
  ADD ("/session/unsaved", test_unsaved);

  return g_test_run ();
}
