/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-file-load.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-error.h"
#include "nepho-json-parser.h"

static void
set_too_large (GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("it is larger than %d MiB"), (int) (NEPHO_JSON_MAX_SIZE >> 20));
}

/* A pipe or a device tells no size and may never end. */
static GBytes *
load_bounded (GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 part[1 << 16];
  gssize n;

  if (stream == NULL)
    return NULL;

  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), part, sizeof part, NULL, error)) > 0)
    {
      if (bytes->len + (gsize) n > NEPHO_JSON_MAX_SIZE)
        {
          set_too_large (error);
          return NULL;
        }
      g_byte_array_append (bytes, part, (guint) n);
    }

  return n == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * nepho_file_load:
 * @file: a file, on this machine or another
 * @name: what messages call it
 * @error: return location for an error
 *
 * Takes a file into memory, %NEPHO_JSON_MAX_SIZE at most: its size is looked at first.
 *
 * Returns: (transfer full) (nullable): what it holds, or %NULL with %NEPHO_DOCUMENT_ERROR_READ
 */
GBytes *
nepho_file_load (GFile *file, const char *name, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) local = NULL;
  GBytes *bytes = NULL;
  gboolean missing;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, &local);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error_literal (&local, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                         _("it is a folder; expected a file"));
  else if (info != NULL && g_file_info_get_size (info) > (goffset) NEPHO_JSON_MAX_SIZE)
    set_too_large (&local);
  else if (info != NULL)
    bytes = load_bounded (file, &local);
  if (bytes != NULL)
    return bytes;

  missing = g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_READ, _("Cannot read %s: %s"),
               name, missing ? _("there is no such file") : local->message);
  return NULL;
}
