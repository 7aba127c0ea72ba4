/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-fuzz.h"

#include <stdlib.h>

/* The copy ends where its memory does, so that the sanitizers see a step too far. */
static void
run_file (const char *path)
{
  g_autofree char *text = NULL;
  g_autofree uint8_t *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  data = g_memdup2 (text, MAX (length, 1));
  LLVMFuzzerTestOneInput (data, length);
}

static guint
run_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (!g_file_test (file, G_FILE_TEST_IS_REGULAR))
        continue;
      run_file (file);
      n++;
    }

  return n;
}

/* Without libFuzzer: every file of the folders that are named. */
int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    g_assert_cmpuint (run_folder (argv[i]), >, 0);

  return argc > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
