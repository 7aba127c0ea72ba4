/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-picture.h"

#include <glib/gi18n-lib.h>

/* GLib's own messages name its temporary file, which tells a reader nothing. */
static const char *
reason_of (const GError *error)
{
  if (error->domain != G_FILE_ERROR)
    return error->message;

  switch (error->code)
    {
    case G_FILE_ERROR_NOENT:
      return _("its folder does not exist");
    case G_FILE_ERROR_NOTDIR:
      return _("a part of its path is not a folder");
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
      return _("permission denied");
    case G_FILE_ERROR_ROFS:
      return _("the disk is read-only");
    case G_FILE_ERROR_NOSPC:
      return _("the disk is full");
    case G_FILE_ERROR_ISDIR:
      return _("it is a folder");
    default:
      return error->message;
    }
}

static gboolean
refuse (const char *path, const char *reason, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  /* Translators: a path, then why */
  g_set_error (error, NEPHO_PICTURE_ERROR, NEPHO_PICTURE_ERROR_WRITE, _("“%s” cannot be written: %s"), shown, reason);
  return FALSE;
}

/**
 * nepho_picture_write:
 * @bytes: what to write
 * @path: (type filename): where
 * @error: return location for an error
 *
 * Writes a file beside its place and then puts it there, so that a failure leaves what was. What is
 * not a file, such as a device, is refused: it would be replaced by one.
 *
 * Returns: %FALSE with %NEPHO_PICTURE_ERROR_WRITE, whose message says path and reason
 */
gboolean
nepho_picture_write (GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (GError) local = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return refuse (path, _("it is a folder"), error);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return refuse (path, _("it is not a regular file"), error);
  if (!g_file_set_contents_full (path, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &local))
    return refuse (path, reason_of (local), error);

  return TRUE;
}
