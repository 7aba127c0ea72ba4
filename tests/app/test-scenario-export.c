/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scenario-export.h"

#include <glib/gstdio.h>
#include <string.h>

#include "nepho-app-fixture.h"

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_remove (inner), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* The small window above the window that says how far it is. */
static GtkWindow *
find_progress (NephoAppFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window)
          && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

static gboolean
is_over (gpointer data)
{
  return find_progress (data) == NULL;
}

static void
test_files (NephoAppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    NephoExportKind kind;
    const char *begins;
  } cases[] = {
    { NEPHO_EXPORT_WORKBOOK, "PK" },
    { NEPHO_EXPORT_REPORT, "%PDF-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = nepho_scenario_export_file (fixture->document, cases[i].kind, NULL, &error);
      gsize length;
      const char *content;

      g_assert_no_error (error);
      content = g_bytes_get_data (bytes, &length);
      g_assert_cmpuint (length, >, 10000);
      g_assert_cmpint (strncmp (content, cases[i].begins, strlen (cases[i].begins)), ==, 0);
    }
}

/* Everything is written while the window lives on, and the small window goes. */
static void
test_folder (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("nepho-export-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  guint n_specs;

  nepho_figure_specs (&n_specs);
  nepho_scenario_export_into (fixture->window, folder);
  g_assert_nonnull (find_progress (fixture));
  while (!is_over (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_files (path), ==, 4 * n_specs + 2);
  remove_folder (path);
}

/* Stopped half way: the folder is as it was. */
static void
test_cancel (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_dir_make_tmp ("nepho-export-XXXXXX", NULL);
  g_autofree char *mine = g_build_filename (path, "mine.txt", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (mine, "mine", -1, NULL));
  nepho_scenario_export_into (fixture->window, folder);
  while (count_files (path) < 6)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_close (find_progress (fixture));
  g_assert_null (find_progress (fixture));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_cmpuint (count_files (path), ==, 1);
  remove_folder (path);
}

int
main (int argc, char **argv)
{
  nepho_app_test_init (&argc, &argv);

  g_test_add ("/scenario-export/files", NephoAppFixture, NULL, nepho_app_fixture_set_up, test_files,
              nepho_app_fixture_tear_down);
  g_test_add ("/scenario-export/folder", NephoAppFixture, NULL, nepho_app_fixture_set_up, test_folder,
              nepho_app_fixture_tear_down);
  g_test_add ("/scenario-export/cancel", NephoAppFixture, NULL, nepho_app_fixture_set_up, test_cancel,
              nepho_app_fixture_tear_down);

  return g_test_run ();
}
