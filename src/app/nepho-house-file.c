/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-house-file.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-document-error.h"
#include "nepho-file-replace.h"

#define FOLDER "nephoscope"
#define NAME "house-style.json"
#define FOLDER_MODE 0700

/**
 * nepho_house_file_path:
 *
 * Returns: (transfer full) (type filename): where the house style is kept
 */
char *
nepho_house_file_path (void)
{
  return g_build_filename (g_get_user_config_dir (), FOLDER, NAME, NULL);
}

/**
 * nepho_house_file_load:
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the house style; %NULL without an error where none was set, or with one as
 *   nepho_house_style_load() has it
 */
NephoHouseStyle *
nepho_house_file_load (GError **error)
{
  g_autofree char *path = nepho_house_file_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS) ? nepho_house_style_load (path, error) : NULL;
}

/**
 * nepho_house_file_save:
 * @style: a style
 * @error: return location for an error
 *
 * Returns: %FALSE, the style before still there, with %NEPHO_DOCUMENT_ERROR_WRITE
 */
gboolean
nepho_house_file_save (const NephoHouseStyle *style, GError **error)
{
  g_autofree char *path = nepho_house_file_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *json = nepho_house_style_to_json (style);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  if (g_mkdir_with_parents (folder, FOLDER_MODE) != 0)
    {
      g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_WRITE, _("Cannot write %s: %s"), path,
                   g_strerror (errno));
      return FALSE;
    }

  return nepho_file_replace (file, json, strlen (json), NULL, NULL, error);
}
