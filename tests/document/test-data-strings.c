/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nepho-dataset-io.h"

/* What the bundled data sets say in English only must be known to the translators: po/data-strings.h
 * lists it for gettext. To write that file anew after a change of a data set, run this program with
 * NEPHO_WRITE_REFERENCE=1. */

static const char *const head
  = "/* SPDX-License-Identifier: GPL-3.0-or-later */\n"
    "/* Written by test-data-strings from data/datasets: reasons of assumptions, for gettext. */\n";

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
expected_text (void)
{
  g_autoptr (GString) out = g_string_new (head);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree const char **reasons = NULL;
  guint n;

  for (const char *const *name = nepho_dataset_names (); *name != NULL; name++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NephoDataset) dataset = nepho_dataset_load (*name, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < dataset->values->len; i++)
        {
          const NephoDatasetValue *value = g_ptr_array_index (dataset->values, i);

          if (value->reason != NULL)
            g_hash_table_add (seen, g_strdup (value->reason));
        }
    }

  reasons = (const char **) g_hash_table_get_keys_as_array (seen, &n);
  qsort (reasons, n, sizeof *reasons, compare);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *escaped = g_strescape (reasons[i], NULL);
      g_autofree char *plain = g_strcompress (escaped);

      /* Nothing in a reason may need an escape: gettext reads UTF-8 as it stands. */
      g_assert_cmpstr (plain, ==, reasons[i]);
      g_assert_null (strpbrk (reasons[i], "\"\\\n"));
      g_string_append_printf (out, "/* xgettext:no-c-format */ N_(\"%s\")\n", reasons[i]);
    }

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_complete (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "po", "data-strings.h", NULL);
  g_autofree char *expected = expected_text ();
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("NEPHO_WRITE_REFERENCE") != NULL)
    g_file_set_contents (path, expected, -1, &error);
  else
    g_file_get_contents (path, &found, NULL, &error);
  g_assert_no_error (error);
  if (found != NULL)
    g_assert_cmpstr (found, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-strings/complete", test_complete);

  return g_test_run ();
}
