/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-bundle-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "nepho-document-error.h"
#include "nepho-picture.h"

#define FOLDER_MODE 0777
#define HIDDEN_NAME ".nephoscope-XXXXXX"

struct _NephoBundleFolder
{
  char      *path;
  char      *hidden; /* where files gather */
  gboolean   is_new; /* the hidden one becomes the folder */
  GPtrArray *names;  /* of what was added */
};

static gboolean
refuse (const char *path, const char *why, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE, _("Cannot write %s: %s"), shown, why);

  return FALSE;
}

/**
 * nepho_bundle_folder_new:
 * @path: (type filename): a folder, which need not be there yet
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the folder, nothing in it changed; or %NULL with %NEPHO_DOCUMENT_ERROR_WRITE
 */
NephoBundleFolder *
nepho_bundle_folder_new (const char *path, GError **error)
{
  g_autoptr (NephoBundleFolder) self = g_new0 (NephoBundleFolder, 1);
  g_autofree char *parent = NULL;
  const char *place;

  self->path = g_canonicalize_filename (path, NULL);
  parent = g_path_get_dirname (self->path);
  self->is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  self->names = g_ptr_array_new_with_free_func (g_free);
  place = self->is_new ? parent : self->path;
  if (g_mkdir_with_parents (place, FOLDER_MODE) == 0)
    {
      self->hidden = g_build_filename (place, HIDDEN_NAME, NULL);
      if (g_mkdtemp_full (self->hidden, FOLDER_MODE) != NULL)
        return g_steal_pointer (&self);
      g_clear_pointer (&self->hidden, g_free);
    }

  refuse (path, g_strerror (errno), error);

  return NULL;
}

/**
 * nepho_bundle_folder_add:
 * @self: a folder
 * @name: of a file
 * @bytes: what it is to hold
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_DOCUMENT_ERROR_WRITE
 */
gboolean
nepho_bundle_folder_add (NephoBundleFolder *self, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  g_autofree char *hidden = g_build_filename (self->hidden, name, NULL);
  g_autoptr (GString) message = NULL;
  g_autoptr (GError) local = NULL;

  /* Nothing else can be in the way when all take their places. */
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return refuse (path, _("it is a folder"), error);

  g_ptr_array_add (self->names, g_strdup (name));
  if (nepho_picture_write (bytes, hidden, &local))
    return TRUE;

  /* The hidden folder is nobody's business. */
  message = g_string_new (local->message);
  g_string_replace (message, hidden, path, 0);
  g_set_error_literal (error, local->domain, local->code, message->str);

  return FALSE;
}

/**
 * nepho_bundle_folder_commit:
 * @self: a folder
 * @error: return location for an error
 *
 * Puts everything into its place. Files of the same name are replaced.
 *
 * Returns: %FALSE with %NEPHO_DOCUMENT_ERROR_WRITE
 */
gboolean
nepho_bundle_folder_commit (NephoBundleFolder *self, GError **error)
{
  if (self->is_new)
    {
      if (g_rename (self->hidden, self->path) != 0)
        return refuse (self->path, g_strerror (errno), error);
      g_clear_pointer (&self->hidden, g_free);
      return TRUE;
    }

  while (self->names->len > 0)
    {
      const char *name = g_ptr_array_index (self->names, self->names->len - 1);
      g_autofree char *from = g_build_filename (self->hidden, name, NULL);
      g_autofree char *to = g_build_filename (self->path, name, NULL);

      if (g_rename (from, to) != 0)
        return refuse (to, g_strerror (errno), error);
      g_ptr_array_remove_index (self->names, self->names->len - 1);
    }

  return TRUE;
}

/**
 * nepho_bundle_folder_free:
 * @self: (transfer full) (nullable): a folder; what did not take its place is gone
 */
void
nepho_bundle_folder_free (NephoBundleFolder *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; self->hidden != NULL && i < self->names->len; i++)
    {
      g_autofree char *path = g_build_filename (self->hidden, g_ptr_array_index (self->names, i), NULL);

      g_unlink (path);
    }
  if (self->hidden != NULL)
    g_rmdir (self->hidden);
  g_free (self->hidden);
  g_free (self->path);
  g_ptr_array_unref (self->names);
  g_free (self);
}
