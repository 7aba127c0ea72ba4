/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-show-file.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <unistd.h>

/* Where a sandbox says that it is one. */
#define SANDBOX_INFO "/.flatpak-info"

/* What is asked of the desktop, until it answers. */
typedef struct
{
  GtkWindow *parent;
  GFile     *file;
} Asked;

static Asked *
asked_new (GtkWindow *parent, GFile *file)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->parent = g_object_ref (parent);
  asked->file = g_object_ref (file);

  return asked;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->parent);
  g_object_unref (asked->file);
  g_free (asked);
}

/**
 * nepho_show_file:
 * @parent: the window that asks
 * @file: a file or a folder
 *
 * Opens it with the desktop's usual program; in a sandbox the portal asks which. The window may be closed by now.
 */
void
nepho_show_file (GtkWindow *parent, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_show_uri (gtk_widget_get_realized (GTK_WIDGET (parent)) ? parent : NULL, uri, GDK_CURRENT_TIME);
}

/* No file manager that can point at a file: the folder is opened. */
static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (asked->file);

  if (answer == NULL)
    nepho_show_file (asked->parent, folder != NULL ? folder : asked->file);
  asked_free (asked);
}

static void
portal_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (GVariant) answer
    = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), NULL, result, NULL);

  if (answer == NULL)
    nepho_show_file (asked->parent, asked->file);
  asked_free (asked);
}

/* The portal knows where a file of the sandbox really is, by its descriptor. */
static gboolean
ask_portal (GDBusConnection *bus, GtkWindow *parent, GFile *file)
{
  g_autoptr (GUnixFDList) list = g_unix_fd_list_new ();
  g_autofree char *path = g_file_get_path (file);
  int descriptor = path != NULL ? open (path, O_RDONLY | O_CLOEXEC) : -1;
  int index = descriptor >= 0 ? g_unix_fd_list_append (list, descriptor, NULL) : -1;

  if (descriptor >= 0)
    close (descriptor);
  if (index < 0)
    return FALSE;

  g_dbus_connection_call_with_unix_fd_list (
      bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.OpenURI",
      "OpenDirectory", g_variant_new ("(sha{sv})", "", index, NULL), NULL, G_DBUS_CALL_FLAGS_NONE, -1, list, NULL,
      portal_answered_cb, asked_new (parent, file));

  return TRUE;
}

/**
 * nepho_show_file_in_folder:
 * @parent: the window that asks
 * @file: a file
 *
 * Shows a file in its folder, with the file manager if it can point at files.
 */
void
nepho_show_file_in_folder (GtkWindow *parent, GFile *file)
{
  GApplication *application = g_application_get_default ();
  GDBusConnection *bus = application != NULL ? g_application_get_dbus_connection (application) : NULL;
  g_autofree char *uri = g_file_get_uri (file);
  const char *uris[] = { uri, NULL };

  if (bus == NULL)
    {
      g_autoptr (GFile) folder = g_file_get_parent (file);

      nepho_show_file (parent, folder != NULL ? folder : file);
      return;
    }
  if (g_file_test (SANDBOX_INFO, G_FILE_TEST_EXISTS) && ask_portal (bus, parent, file))
    return;

  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                          "org.freedesktop.FileManager1", "ShowItems", g_variant_new ("(^ass)", uris, ""), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, asked_new (parent, file));
}
