/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-file-replace.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nepho-document-error.h"

static gboolean
refuse (GFile *file, int code, const char *why, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  g_set_error (error, NEPHO_DOCUMENT_ERROR, code, _("Cannot write %s: %s"), name, why);

  return FALSE;
}

/* GLib's own messages name its temporary file, which tells a reader nothing; the system's word stands at
 * their end. */
static const char *
reason_of (const GError *error)
{
  const char *last = strrchr (error->message, ':');

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
      return last != NULL ? last + strspn (last, ": ") : error->message;
    }
}

/**
 * nepho_file_digest:
 * @file: a file
 * @error: return location for an error
 *
 * Tells a file from another by its content, since times are too coarse for two writers in one tick of the clock, and a
 * file that was only touched is still the same.
 *
 * Returns: (transfer full) (nullable): %NEPHO_FILE_DIGEST of what it holds, or %NULL with an error of #GIOErrorEnum
 */
char *
nepho_file_digest (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GChecksum) sum = g_checksum_new (NEPHO_FILE_DIGEST);
  guint8 part[1 << 16];
  gssize n = -1;

  while (stream != NULL && (n = g_input_stream_read (G_INPUT_STREAM (stream), part, sizeof part, NULL, error)) > 0)
    g_checksum_update (sum, part, n);

  return n == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

/* A file that is gone is written anew: nobody's work is lost by it. One that cannot be read may hold anything. */
static gboolean
check_unchanged (GFile *file, const char *digest, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *now = digest != NULL ? nepho_file_digest (file, &local) : NULL;

  if (local != NULL)
    return g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
           || refuse (file, NEPHO_DOCUMENT_ERROR_WRITE, local->message, error);

  return now == NULL || g_str_equal (now, digest)
         || refuse (file, NEPHO_DOCUMENT_ERROR_CHANGED, _("somebody else changed it since it was opened"), error);
}

/* Where the links of @path lead, also where nothing is there yet. */
static char *
follow_links (const char *path)
{
  char *resolved = realpath (path, NULL);
  g_autofree char *link = resolved == NULL ? g_file_read_link (path, NULL) : NULL;
  g_autofree char *folder = NULL;

  if (resolved != NULL)
    return resolved;
  if (link == NULL)
    return g_strdup (path);

  folder = g_path_get_dirname (path);

  return g_canonicalize_filename (link, folder);
}

/* A new file beside the old one takes its place once it is whole and on the disk: whatever happens meanwhile,
 * one of the two is there. Links are followed. Permissions stay, from the first byte on: what others may not read they
 * may not read beside it either. */
static gboolean
replace_local (GFile *file, const char *path, const char *data, gsize length, GError **error)
{
  g_autofree char *target = follow_links (path);
  g_autoptr (GError) local = NULL;
  GStatBuf status;
  gboolean there = g_stat (target, &status) == 0;

  if (there && S_ISDIR (status.st_mode))
    return refuse (file, NEPHO_DOCUMENT_ERROR_WRITE, _("it is a folder"), error);
  if (there && !S_ISREG (status.st_mode))
    return refuse (file, NEPHO_DOCUMENT_ERROR_WRITE, _("it is not a regular file"), error);
  if (there && g_access (target, W_OK) != 0)
    return refuse (file, NEPHO_DOCUMENT_ERROR_WRITE, _("it is read-only"), error);

  if (!g_file_set_contents_full (target, data, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 there ? (int) (status.st_mode & 0777) : 0666, &local))
    return refuse (file, NEPHO_DOCUMENT_ERROR_WRITE, reason_of (local), error);
  if (there)
    g_chmod (target, status.st_mode & 0777);

  return TRUE;
}

static gboolean
replace_remote (GFile *file, const char *data, gsize length, GError **error)
{
  g_autoptr (GError) local = NULL;

  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &local)
         || refuse (file, NEPHO_DOCUMENT_ERROR_WRITE, local->message, error);
}

/**
 * nepho_file_replace:
 * @file: where to
 * @data: (array length=length): what is to stand in it
 * @length: number of bytes
 * @digest: (nullable): of what the file held when it was read; %NULL where it may hold anything
 * @new_digest: (out) (optional): of what it holds now
 * @error: return location for an error
 *
 * Replaces a file as a whole: at any moment the old or the new one is there, on the disk too. What is not a
 * file, such as a device, is refused: it would be replaced by one.
 *
 * Returns: %FALSE, the file as it was, with %NEPHO_DOCUMENT_ERROR_WRITE, whose message says path and reason, or
 * %NEPHO_DOCUMENT_ERROR_CHANGED where it does not hold that any more
 */
gboolean
nepho_file_replace (GFile *file, const char *data, gsize length, const char *digest, char **new_digest, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  gboolean written;

  if (!check_unchanged (file, digest, error))
    return FALSE;

  written = path != NULL ? replace_local (file, path, data, length, error) : replace_remote (file, data, length, error);
  if (written && new_digest != NULL)
    *new_digest = g_compute_checksum_for_data (NEPHO_FILE_DIGEST, (const guchar *) data, length);

  return written;
}
