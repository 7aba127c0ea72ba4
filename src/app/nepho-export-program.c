/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-export-program.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAME "nephoscope-cli"
#define SAID NAME ": "

/* Beside this program when installed, and where it is in a build tree. */
static const char * const places[] = { NAME, "../cli/" NAME };

/**
 * nepho_export_program_find:
 *
 * Returns: (transfer full) (nullable) (type filename): the command line that belongs to this program: what the
 *   environment names, or what lies beside it, or else what the desktop would start
 */
char *
nepho_export_program_find (void)
{
  const char *named = g_getenv ("NEPHOSCOPE_CLI");
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;

  if (named != NULL)
    return g_strdup (named);
  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (folder, places[i], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }

  return g_find_program_in_path (NAME);
}

/**
 * nepho_export_program_spawn:
 * @arguments: (array zero-terminated=1): of the command line, its name left out
 * @error: return location for an error
 *
 * Starts the command line with both of its outputs to read from.
 *
 * Returns: (transfer full) (nullable): the running program; or %NULL with an error that says why it cannot run
 */
GSubprocess *
nepho_export_program_spawn (const char * const *arguments, GError **error)
{
  g_autofree char *path = nepho_export_program_find ();
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("The command line that writes files, nephoscope-cli, is not installed beside this program"));
      return NULL;
    }

  g_ptr_array_add (words, path);
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (words, (gpointer) arguments[i]);
  g_ptr_array_add (words, NULL);

  return g_subprocess_newv ((const char * const *) words->pdata,
                            G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, error);
}

/**
 * nepho_export_program_fault:
 * @process: a program that has ended
 * @errors: (nullable): what it said on its standard error
 *
 * Returns: (transfer full) (nullable): what went wrong, in its own words as far as it said any; %NULL: nothing
 */
char *
nepho_export_program_fault (GSubprocess *process, const char *errors)
{
  g_autofree char *said = g_strstrip (g_strdup (errors != NULL ? errors : ""));

  if (g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == 0)
    return NULL;

  if (g_str_has_prefix (said, SAID))
    return g_strdup (said + strlen (SAID));

  return *said != '\0' ? g_steal_pointer (&said) : g_strdup (_("The file could not be written: the program that writes it stopped"));
}
