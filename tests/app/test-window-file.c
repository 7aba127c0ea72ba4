/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-fixture.h"
#include "nepho-document-io.h"
#include "nepho-document-text.h"
#include "nepho-window-file.h"

#include <glib/gstdio.h>

static void
edit (NephoAppFixture *fixture)
{
  guint index = nepho_app_parameter (fixture, "adoption.potential");

  g_assert_true (nepho_document_set_value (fixture->document, index, 0.35, NULL));
}

static void
answer (NephoAppFixture *fixture, const char *response)
{
  AdwMessageDialog *dialog = nepho_app_find_dialog ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
}

static NephoWindow *
find_other (NephoAppFixture *fixture)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture->application)); l != NULL; l = l->next)
    if (NEPHO_IS_WINDOW (l->data) && l->data != (gpointer) fixture->window)
      return l->data;

  return NULL;
}

/* Save, and open again in a window of its own; the same file is shown once. */
static void
test_open (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-window-file-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.nephoscope", NULL);
  g_autofree char *copy = g_build_filename (folder, "copy.nephoscope", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) other_file = g_file_new_for_path (copy);
  NephoKeeper *keeper = nepho_window_get_keeper (fixture->window);
  NephoWindow *other;

  edit (fixture);
  g_assert_true (nepho_keeper_save_as (keeper, other_file, NULL));
  g_assert_true (nepho_keeper_save_as (keeper, file, NULL));
  nepho_window_file_open (fixture->application, GTK_WINDOW (fixture->window), file);
  g_assert_null (find_other (fixture));
  nepho_window_file_open (fixture->application, GTK_WINDOW (fixture->window), other_file);
  other = find_other (fixture);
  g_assert_nonnull (other);
  g_assert_cmpfloat (nepho_document_get_values (nepho_window_get_document (other))[nepho_app_parameter (fixture, "adoption.potential")],
                     ==, 0.35);
  g_assert_null (nepho_app_find_dialog ());
  gtk_window_destroy (GTK_WINDOW (other));

  g_unlink (path);
  g_unlink (copy);
  g_rmdir (folder);
}

/* A broken file is told of, and nothing else happens. */
static void
test_broken (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("broken-XXXXXX.nephoscope", &path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, "{\"format\": 1", -1, NULL));
  nepho_window_file_open (fixture->application, GTK_WINDOW (fixture->window), file);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_null (find_other (fixture));
  g_assert_nonnull (nepho_app_find_dialog ());
  g_assert_nonnull (strstr (adw_message_dialog_get_body (nepho_app_find_dialog ()), "line 1"));
  answer (fixture, "close");
  g_unlink (path);
}

static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static const char *
grid_text (GtkWidget *grid, int column, int row)
{
  return gtk_label_get_label (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (grid), column, row)));
}

static gboolean
is_dialog_there (gpointer data)
{
  return nepho_app_find_dialog () != NULL;
}

static gboolean
is_other_there (gpointer data)
{
  return find_other (data) != NULL;
}

static void
activate (NephoAppFixture *fixture, const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
}

/* Copied and pasted: the same document in a window of its own, which no file holds. */
static void
test_share (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  NephoWindow *other;

  edit (fixture);
  before = nepho_document_to_json (fixture->document);
  activate (fixture, "copy-scenario");
  activate (fixture, "paste-scenario");
  nepho_app_wait_until (is_other_there, fixture);
  other = find_other (fixture);
  after = nepho_document_to_json (nepho_window_get_document (other));
  g_assert_cmpstr (after, ==, before);
  g_assert_null (nepho_keeper_get_file (nepho_window_get_keeper (other)));
  g_assert_true (nepho_document_get_unsaved (nepho_window_get_document (other)));
  nepho_keeper_forget_draft (nepho_window_get_keeper (other));
  gtk_window_destroy (GTK_WINDOW (other));
}

/* Ctrl+V with anything else on the clipboard says what was expected and changes nothing. In an entry it is the
 * entry's. */
static void
test_paste_broken (NephoAppFixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  GtkWidget *lever = GTK_WIDGET (nepho_app_lever (fixture, "adoption.potential"));
  GtkWidget *entry = find_child (lever, GTK_TYPE_TEXT);

  gdk_clipboard_set_text (clipboard, "0.25");
  nepho_app_press_key (entry, "ctrl+a");
  nepho_app_press_key (entry, "ctrl+v");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "0.25");
  g_assert_null (nepho_app_find_dialog ());

  nepho_app_press_key (find_child (lever, GTK_TYPE_SCALE), "ctrl+v");
  nepho_app_wait_until (is_dialog_there, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (nepho_app_find_dialog ()), "Clipboard, line 1: "));
  answer (fixture, "close");
  g_assert_null (find_other (fixture));
}

/* A text that is dropped or opened: the document in it, without a file. */
static void
test_open_text (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-window-text-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mail.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  NephoWindow *other;

  edit (fixture);
  text = nepho_document_to_text (fixture->document);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  nepho_window_file_open (fixture->application, GTK_WINDOW (fixture->window), file);
  other = find_other (fixture);
  g_assert_nonnull (other);
  g_assert_null (nepho_keeper_get_file (nepho_window_get_keeper (other)));
  gtk_window_destroy (GTK_WINDOW (other));

  g_assert_true (g_file_set_contents (path, "A letter\n", -1, NULL));
  nepho_window_file_open (fixture->application, GTK_WINDOW (fixture->window), file);
  nepho_app_wait_until (is_dialog_there, NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (nepho_app_find_dialog ()), "mail.txt, line 1: "));
  answer (fixture, "close");
  g_assert_null (find_other (fixture));
  g_unlink (path);
  g_rmdir (folder);
}

static gboolean
is_revealed (gpointer bar)
{
  return gtk_info_bar_get_revealed (bar);
}

static gboolean
is_hidden (gpointer bar)
{
  return !is_revealed (bar);
}

/* Another program changes the file: the bar says so, and its button puts the file in the place of what was edited here,
 * which undo brings back. Deleted, saving writes it again. */
static void
test_disk (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("nepho-window-disk-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mine.nephoscope", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  NephoKeeper *keeper = nepho_window_get_keeper (fixture->window);
  GtkWidget *bar = find_child (GTK_WIDGET (fixture->window), GTK_TYPE_INFO_BAR);
  g_autoptr (NephoKeeper) other = NULL;

  g_assert_true (nepho_keeper_save_as (keeper, file, NULL));
  other = nepho_keeper_open (file, NULL);
  edit (fixture);
  g_assert_true (nepho_document_set_horizon (nepho_keeper_get_document (other), 20, NULL));
  g_assert_true (nepho_keeper_save (other, FALSE, NULL));
  nepho_app_wait_until (is_revealed, bar);
  activate (fixture, "reload");
  g_assert_true (is_hidden (bar));
  g_assert_cmpuint (nepho_document_get_horizon (fixture->document), ==, 20);
  nepho_document_undo (fixture->document);
  g_assert_cmpfloat (nepho_app_value (fixture, "adoption.potential"), ==, 0.35);

  g_assert_cmpint (g_unlink (path), ==, 0);
  nepho_app_wait_until (is_revealed, bar);
  activate (fixture, "save");
  nepho_app_wait_until (is_hidden, bar);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_object (&other);
  g_unlink (path);
  g_rmdir (folder);
}

/* Saves what the window shows, replaces in it what another version would have written, and opens that. */
static NephoWindow *
open_rewritten (NephoAppFixture *fixture, const char * const *pairs, char **path)
{
  int fd = g_file_open_tmp ("rewritten-XXXXXX.nephoscope", path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (*path);
  g_autofree char *text = NULL;
  NephoWindow *other;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  edit (fixture);
  g_assert_true (nepho_keeper_save_as (nepho_window_get_keeper (fixture->window), file, NULL));
  g_assert_true (g_file_get_contents (*path, &text, NULL, NULL));
  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      g_auto (GStrv) parts = g_strsplit (text, pairs[i], -1);

      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      g_free (text);
      text = g_strjoinv (pairs[i + 1], parts);
    }
  g_unlink (*path);
  {
    g_autofree char *copy = g_strconcat (*path, ".nephoscope", NULL);
    g_autoptr (GFile) copy_file = g_file_new_for_path (copy);

    g_assert_true (g_file_set_contents (copy, text, -1, NULL));
    g_free (*path);
    *path = g_steal_pointer (&copy);
    nepho_window_file_open (fixture->application, GTK_WINDOW (fixture->window), copy_file);
  }
  other = find_other (fixture);
  g_assert_nonnull (other);
  nepho_app_wait_frames (GTK_WIDGET (other), 3);

  return other;
}

/* What moved since it was saved is told. The program's newer data would move nothing, so that nothing else is asked. */
static void
test_moved (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *bundled = g_strdup (nepho_document_get_dataset (fixture->document)->version);
  g_autofree char *version = g_strdup_printf ("\"version\": \"%s\"", bundled);
  const char * const pairs[] = { "\"market.adoption.2022Q2\": 0.01,", "\"market.adoption.2022Q2\": 0.02,", version,
                                 "\"version\": \"2021\"", NULL };
  g_autofree char *path = NULL;
  NephoWindow *other = open_rewritten (fixture, pairs, &path);
  NephoDocument *document = nepho_window_get_document (other);
  AdwMessageDialog *dialog = nepho_app_find_dialog ();
  GtkWidget *grid;

  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "1 of 46 results moved"));
  gtk_expander_set_expanded (GTK_EXPANDER (adw_message_dialog_get_extra_child (dialog)), TRUE);
  nepho_app_wait_frames (GTK_WIDGET (dialog), 3);
  grid = find_child (GTK_WIDGET (dialog), GTK_TYPE_GRID);
  g_assert_cmpstr (grid_text (grid, 0, 1), ==, "AI adoption, 2022Q2");
  g_assert_cmpstr (grid_text (grid, 1, 1), ==, "2.0\302\240%");
  g_assert_cmpstr (grid_text (grid, 2, 1), ==, "1.0\302\240%");
  g_assert_null (gtk_grid_get_child_at (GTK_GRID (grid), 0, 2));
  answer (fixture, "keep");

  g_assert_null (nepho_app_find_dialog ());
  g_assert_cmpstr (nepho_document_get_dataset (document)->version, ==, "2021");
  gtk_window_destroy (GTK_WINDOW (other));
  g_unlink (path);
}

/* Behind that, what the program's newer data would move: in the older one applications grew by 12 % a year, not by
 * 11 %. Taken, that is a step. */
static void
test_edition (NephoAppFixture *fixture, gconstpointer data)
{
  g_autofree char *bundled = g_strdup (nepho_document_get_dataset (fixture->document)->version);
  g_autofree char *version = g_strdup_printf ("\"version\": \"%s\"", bundled);
  const char * const pairs[] = { version, "\"version\": \"2021\"",
                                 "    \"segment.saas.growth\": 0.11,", "    \"segment.saas.growth\": 0.12,",
                                 "{\"id\": \"segment.saas.growth\", \"value\": 0.11,",
                                 "{\"id\": \"segment.saas.growth\", \"value\": 0.12,", NULL };
  g_autofree char *path = NULL;
  NephoWindow *other = open_rewritten (fixture, pairs, &path);
  NephoDocument *document = nepho_window_get_document (other);
  AdwMessageDialog *dialog;

  answer (fixture, "keep");
  dialog = nepho_app_find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "in version 2021"));
  answer (fixture, "update");
  g_assert_cmpstr (nepho_document_get_dataset (document)->version, ==, bundled);
  g_assert_true (nepho_document_can_undo (document));
  nepho_document_undo (document);
  g_assert_cmpstr (nepho_document_get_dataset (document)->version, ==, "2021");
  gtk_window_destroy (GTK_WINDOW (other));
  g_unlink (path);
}

/* What is not understood is listed. */
static void
test_unknown (NephoAppFixture *fixture, gconstpointer data)
{
  static const char * const pairs[]
    = { "\"engine\": 1,", "\"engine\": 77,\n  \"weather\": 3,", NULL };
  g_autofree char *path = NULL;
  NephoWindow *other = open_rewritten (fixture, pairs, &path);
  AdwMessageDialog *dialog = nepho_app_find_dialog ();

  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Opened Read-Only");
  gtk_expander_set_expanded (GTK_EXPANDER (adw_message_dialog_get_extra_child (dialog)), TRUE);
  nepho_app_wait_frames (GTK_WIDGET (dialog), 3);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "“weather”"));
  answer (fixture, "keep");
  gtk_window_destroy (GTK_WINDOW (other));
  g_unlink (path);
}

/* A file that somebody else wrote meanwhile, saved while its window closes: once written over, the window goes. */
static void
test_close_changed (NephoAppFixture *fixture, gconstpointer data)
{
  static const char * const pairs[] = { NULL };
  g_autofree char *path = NULL;
  NephoWindow *other = open_rewritten (fixture, pairs, &path);
  NephoDocument *document = nepho_window_get_document (other);

  g_assert_null (nepho_app_find_dialog ());
  g_assert_true (nepho_document_set_horizon (document, 20, NULL));
  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  gtk_window_close (GTK_WINDOW (other));
  nepho_app_wait_frames (GTK_WIDGET (other), 3);
  answer (fixture, "save");
  g_assert_nonnull (nepho_app_find_dialog ());
  g_assert_nonnull (find_other (fixture));
  answer (fixture, "overwrite");
  g_assert_null (find_other (fixture));
  g_unlink (path);
}

/* What is not saved is asked about; cancelled, the window stays. */
static void
test_close (NephoAppFixture *fixture, gconstpointer data)
{
  g_assert_true (nepho_window_file_may_close (fixture->window));
  edit (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_nonnull (nepho_app_find_dialog ());
  answer (fixture, "cancel");
  g_assert_null (nepho_app_find_dialog ());
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_true (nepho_document_get_unsaved (fixture->document));
  nepho_document_undo (fixture->document);
  g_assert_true (nepho_window_file_may_close (fixture->window));
}

/* Two documents that are not saved are listed before all is closed. */
static void
test_quit (NephoAppFixture *fixture, gconstpointer data)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_ref (nepho_document_get_dataset (fixture->document));
  g_autoptr (NephoDocument) document = nepho_document_new (dataset);
  NephoWindow *other = nepho_window_new (fixture->application, document);
  const char *body;

  gtk_window_present (GTK_WINDOW (other));
  edit (fixture);
  g_assert_true (nepho_document_set_value (document, nepho_app_parameter (fixture, "adoption.potential"), 0.45, NULL));
  nepho_window_file_quit (fixture->application);
  nepho_app_wait_frames (GTK_WIDGET (fixture->window), 3);
  g_assert_nonnull (nepho_app_find_dialog ());
  body = adw_message_dialog_get_body (nepho_app_find_dialog ());
  g_assert_nonnull (strstr (body, "•"));
  g_assert_true (strstr (body, "•") != g_strrstr (body, "•"));
  answer (fixture, "cancel");
  g_assert_nonnull (find_other (fixture));
  gtk_window_destroy (GTK_WINDOW (other));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (NephoAppFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/window-file/open", test_open },
    { "/window-file/broken", test_broken },
    { "/window-file/share", test_share },
    { "/window-file/paste-broken", test_paste_broken },
    { "/window-file/open-text", test_open_text },
    { "/window-file/disk", test_disk },
    { "/window-file/moved", test_moved },
    { "/window-file/edition", test_edition },
    { "/window-file/unknown", test_unknown },
    { "/window-file/close", test_close },
    { "/window-file/close-changed", test_close_changed },
    { "/window-file/quit", test_quit },
  };

  nepho_app_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, NephoAppFixture, NULL, nepho_app_fixture_set_up, tests[i].test,
                nepho_app_fixture_tear_down);

  return g_test_run ();
}
