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

static char *
current_etag (GFile *file)
{
  g_autoptr (GFileInfo) info
    = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}

/* A file that is gone is written anew: nobody's work is lost by it. */
static gboolean
check_unchanged (GFile *file, const char *etag, GError **error)
{
  g_autofree char *now = etag != NULL ? current_etag (file) : NULL;

  return now == NULL || g_str_equal (now, etag)
         || refuse (file, NEPHO_DOCUMENT_ERROR_CHANGED, _("somebody else changed it since it was opened"), error);
}

/* A new file beside the old one takes its place once it is whole and on the disk: whatever happens meanwhile,
 * one of the two is there. Links are followed, permissions stay. */
static gboolean
replace_local (GFile *file, const char *path, const char *text, GError **error)
{
  g_autofree char *resolved = realpath (path, NULL);
  const char *target = resolved != NULL ? resolved : path;
  g_autoptr (GError) local = NULL;
  GStatBuf status;
  gboolean there = g_stat (target, &status) == 0;

  if (there && g_access (target, W_OK) != 0)
    return refuse (file, NEPHO_DOCUMENT_ERROR_WRITE, _("it is read-only"), error);
  if (there && !S_ISREG (status.st_mode))
    return refuse (file, NEPHO_DOCUMENT_ERROR_WRITE, _("it is no file"), error);

  if (!g_file_set_contents_full (target, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                 &local))
    return refuse (file, NEPHO_DOCUMENT_ERROR_WRITE, local->message, error);
  if (there)
    g_chmod (target, status.st_mode & 0777);

  return TRUE;
}

static gboolean
replace_remote (GFile *file, const char *text, const char *etag, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_file_replace_contents (file, text, strlen (text), etag, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &local))
    return TRUE;

  return refuse (file,
                 g_error_matches (local, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG) ? NEPHO_DOCUMENT_ERROR_CHANGED
                                                                            : NEPHO_DOCUMENT_ERROR_WRITE,
                 local->message, error);
}

/**
 * nepho_file_replace:
 * @file: where to
 * @text: what is to stand in it
 * @etag: (nullable): what the file was when it was read; %NULL where it may be anything
 * @new_etag: (out) (optional) (nullable): what it is now
 * @error: return location for an error
 *
 * Replaces a file as a whole: at any moment the old or the new one is there, on the disk too.
 *
 * Returns: %FALSE, the file as it was, with %NEPHO_DOCUMENT_ERROR_WRITE, or %NEPHO_DOCUMENT_ERROR_CHANGED
 * where it is not that of @etag any more
 */
gboolean
nepho_file_replace (GFile *file, const char *text, const char *etag, char **new_etag, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  gboolean written;

  if (!check_unchanged (file, etag, error))
    return FALSE;

  written = path != NULL ? replace_local (file, path, text, error) : replace_remote (file, text, etag, error);
  if (written && new_etag != NULL)
    *new_etag = current_etag (file);

  return written;
}
