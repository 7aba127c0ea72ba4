/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-session.h"

#include <glib/gi18n-lib.h>

#include "nepho-dataset-io.h"
#include "nepho-file-report.h"
#include "nepho-page-names.h"

/* Several things change at once when a window opens. */
#define WAIT_SECONDS 1u

#define PRIVATE_FOLDER 0700

#define LEAST_SIZE 100
#define MOST_SIZE 20000

struct _NephoSession
{
  GtkApplication *application;
  guint           timer;  /* to the next writing, or 0 */
  gboolean        frozen; /* windows are closed because the program ends */
  guint           cookie; /* of the wish that the desktop's session goes on, or 0 */
};

static char *
session_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "nephoscope", "session", NULL);
}

/* What has no file, but something to save, is in its draft; a changed data set without a file is nowhere else. */
static gboolean
describe_source (GKeyFile *keys, const char *group, NephoWindow *window)
{
  NephoKeeper *keeper = nepho_window_get_keeper (window);
  GFile *file = nepho_keeper_get_file (keeper);
  const char *dataset = nepho_document_get_dataset (nepho_window_get_document (window))->id;
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  if (uri != NULL)
    g_key_file_set_string (keys, group, "file", uri);
  else if (nepho_keeper_is_untouched (keeper) && g_strv_contains (nepho_dataset_names (), dataset))
    g_key_file_set_string (keys, group, "dataset", dataset);
  else
    return FALSE;

  return TRUE;
}

static void
describe_window (GKeyFile *keys, guint index, NephoWindow *window)
{
  g_autofree char *group = g_strdup_printf ("window %u", index);
  int width;
  int height;

  if (!describe_source (keys, group, window))
    return;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_key_file_set_string (keys, group, "page", nepho_page_name (nepho_window_get_page (window))->id);
  g_key_file_set_integer (keys, group, "width", width);
  g_key_file_set_integer (keys, group, "height", height);
  g_key_file_set_boolean (keys, group, "maximized", gtk_window_is_maximized (GTK_WINDOW (window)));
}

/**
 * nepho_session_save:
 * @self: the session
 *
 * Writes down what is open. It is also done by itself, soon after it changed.
 */
void
nepho_session_save (NephoSession *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *path = session_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GList) windows = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->frozen)
    return;

  /* The one used last is the first of the list, and is to be presented last. */
  windows = g_list_reverse (g_list_copy (gtk_application_get_windows (self->application)));
  for (GList *l = windows; l != NULL; l = l->next)
    if (NEPHO_IS_WINDOW (l->data))
      describe_window (keys, n++, l->data);

  /* Nothing is lost but convenience. */
  g_mkdir_with_parents (folder, PRIVATE_FOLDER);
  if (!g_key_file_save_to_file (keys, path, &error))
    g_debug ("%s", error->message);
}

static gboolean
save_cb (gpointer user_data)
{
  NephoSession *self = user_data;

  self->timer = 0;
  nepho_session_save (self);

  return G_SOURCE_REMOVE;
}

static void
touched_cb (NephoSession *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (WAIT_SECONDS, save_cb, self);
}

static NephoWindow *
find_unsaved (NephoSession *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (NEPHO_IS_WINDOW (l->data) && nepho_window_get_document (l->data) != NULL
        && nepho_document_get_unsaved (nepho_window_get_document (l->data)))
      return l->data;

  return NULL;
}

/* The desktop may end its session once everything is saved. */
static void
update_inhibition (NephoSession *self)
{
  NephoWindow *unsaved = find_unsaved (self);

  if (unsaved != NULL && self->cookie == 0)
    self->cookie = gtk_application_inhibit (self->application, GTK_WINDOW (unsaved), GTK_APPLICATION_INHIBIT_LOGOUT,
                                            _("A document has changes that are not saved"));
  else if (unsaved == NULL && self->cookie != 0)
    {
      gtk_application_uninhibit (self->application, self->cookie);
      self->cookie = 0;
    }
}

static void
removed_cb (NephoSession *self)
{
  update_inhibition (self);
  touched_cb (self);
}

static void
unsaved_cb (NephoSession *self)
{
  update_inhibition (self);
  touched_cb (self);
}

/**
 * nepho_session_new:
 * @application: the application, which outlives it
 *
 * Returns: (transfer full): its session
 */
NephoSession *
nepho_session_new (GtkApplication *application)
{
  NephoSession *self = g_new0 (NephoSession, 1);

  self->application = application;
  g_signal_connect_swapped (application, "window-removed", G_CALLBACK (removed_cb), self);

  return self;
}

/**
 * nepho_session_free:
 * @self: (transfer full) (nullable): the session, whose windows are gone
 */
void
nepho_session_free (NephoSession *self)
{
  if (self == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->application, self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_free (self);
}

/**
 * nepho_session_watch:
 * @self: the session
 * @window: a new window of the application
 *
 * Follows where its document is kept, its page and its size.
 */
void
nepho_session_watch (NephoSession *self, NephoWindow *window)
{
  static const char * const details[]
    = { "notify::default-width", "notify::default-height", "notify::maximized", "action-state-changed::page" };

  for (guint i = 0; i < G_N_ELEMENTS (details); i++)
    g_signal_connect_swapped (window, details[i], G_CALLBACK (touched_cb), self);
  g_signal_connect_data (nepho_window_get_keeper (window), "renamed", G_CALLBACK (touched_cb), self, NULL,
                         G_CONNECT_SWAPPED);
  g_signal_connect_swapped (nepho_window_get_document (window), "changed", G_CALLBACK (unsaved_cb), self);
  g_signal_connect_swapped (nepho_window_get_document (window), "notify::unsaved", G_CALLBACK (unsaved_cb), self);
  touched_cb (self);
}

/**
 * nepho_session_freeze:
 * @self: the session
 *
 * The program is about to end: what is open now is what is to be opened again.
 */
void
nepho_session_freeze (NephoSession *self)
{
  nepho_session_save (self);
  self->frozen = TRUE;
}

/**
 * nepho_session_thaw:
 * @self: the session
 *
 * The reader thought better of it.
 */
void
nepho_session_thaw (NephoSession *self)
{
  self->frozen = FALSE;
  touched_cb (self);
}

static NephoKeeper *
open_source (GKeyFile *keys, const char *group, GError **error)
{
  g_autofree char *uri = g_key_file_get_string (keys, group, "file", NULL);
  g_autofree char *name = g_key_file_get_string (keys, group, "dataset", NULL);
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  g_autoptr (NephoDataset) dataset = NULL;
  g_autoptr (NephoDocument) document = NULL;

  if (file != NULL)
    return nepho_keeper_open (file, error);

  dataset = nepho_dataset_load (name != NULL ? name : NEPHO_DEFAULT_DATASET, error);
  if (dataset == NULL)
    return NULL;
  document = nepho_document_new (dataset);

  return nepho_keeper_new (document);
}

static void
restore_window (NephoSession *self, GKeyFile *keys, const char *group, NephoKeeper *keeper)
{
  NephoWindow *window = nepho_window_new_for (NEPHO_APPLICATION (self->application), keeper);
  g_autofree char *page = g_key_file_get_string (keys, group, "page", NULL);
  int width = g_key_file_get_integer (keys, group, "width", NULL);
  int height = g_key_file_get_integer (keys, group, "height", NULL);
  NephoPages shown;

  if (page != NULL && nepho_page_from_name (page, &shown))
    nepho_window_set_page (window, shown);
  if (MIN (width, height) >= LEAST_SIZE && MAX (width, height) <= MOST_SIZE)
    gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (g_key_file_get_boolean (keys, group, "maximized", NULL))
    gtk_window_maximize (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  nepho_file_report_present (window);
}

/**
 * nepho_session_restore:
 * @self: the session, in which no window is open
 *
 * Opens the windows that were open last. What cannot be opened any more is told by the window that is opened last.
 *
 * Returns: how many were opened
 */
guint
nepho_session_restore (NephoSession *self)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = session_path ();
  g_auto (GStrv) groups = NULL;
  GtkWindow *window;
  guint n = 0;

  if (!g_key_file_load_from_file (keys, path, G_KEY_FILE_NONE, NULL))
    return 0;

  groups = g_key_file_get_groups (keys, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NephoKeeper) keeper = open_source (keys, groups[i], &error);

      if (keeper == NULL)
        g_ptr_array_add (missing, g_strdup (error->message));
      else
        restore_window (self, keys, groups[i], keeper);
      n += keeper != NULL;
    }

  window = gtk_application_get_active_window (self->application);
  for (guint i = 0; i < missing->len && NEPHO_IS_WINDOW (window); i++)
    nepho_window_add_toast (NEPHO_WINDOW (window), g_ptr_array_index (missing, i));

  return n;
}
