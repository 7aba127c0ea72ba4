/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-scratch.h"

#include <glib/gstdio.h>

#define NAME "nephoscope-XXXXXX"

/**
 * nepho_scratch_new:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (type filename): a new folder, or %NULL with %G_FILE_ERROR
 */
char *
nepho_scratch_new (GError **error)
{
  return g_dir_make_tmp (NAME, error);
}

/**
 * nepho_scratch_remove:
 * @path: (type filename): a folder of nepho_scratch_new()
 *
 * Takes it away with all that is in it.
 */
void
nepho_scratch_remove (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        nepho_scratch_remove (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}
