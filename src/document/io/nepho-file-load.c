/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-file-load.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>

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

static GBytes *
read_standard (GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 part[1 << 16];
  size_t n;

  while ((n = fread (part, 1, sizeof part, stdin)) > 0 && bytes->len <= NEPHO_JSON_MAX_SIZE)
    g_byte_array_append (bytes, part, (guint) n);
  if (bytes->len > NEPHO_JSON_MAX_SIZE)
    set_too_large (error);
  else if (ferror (stdin))
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  else
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  return NULL;
}

/* It can be read once; whoever names it again means the same. */
static GBytes *
load_standard (const char *name, GError **error)
{
  static GBytes *bytes;
  g_autoptr (GError) local = NULL;

  if (bytes == NULL)
    bytes = read_standard (&local);
  if (bytes == NULL)
    g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_READ, _("Cannot read %s: %s"), name, local->message);

  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

/**
 * nepho_file_load_named:
 * @path: (type filename): a file, or %NEPHO_FILE_STANDARD
 * @name: (out): what messages call it
 * @error: return location for an error
 *
 * As nepho_file_load(). Standard input is kept, so that it can be named again.
 *
 * Returns: (transfer full) (nullable): what it holds
 */
GBytes *
nepho_file_load_named (const char *path, char **name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean standard = g_str_equal (path, NEPHO_FILE_STANDARD);

  *name = standard ? g_strdup (_("Standard input")) : g_filename_display_name (path);

  return standard ? load_standard (*name, error) : nepho_file_load (file, *name, error);
}
