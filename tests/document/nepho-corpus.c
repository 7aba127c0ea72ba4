/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-corpus.h"

#include <string.h>

static gboolean
has_suffix (const char *name, const char * const *suffixes)
{
  const char *suffix = strrchr (name, '.');

  return suffix != NULL && g_strv_contains (suffixes, suffix);
}

static GPtrArray *
list_files (const char *path, const char * const *suffixes)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (strlen (name) > 2 && name[1] == '_' && has_suffix (name, suffixes))
      g_ptr_array_add (files, g_strdup (name));

  return files;
}

static char *
expected_message (const char *path)
{
  g_autofree char *stem = g_strndup (path, (gsize) (strrchr (path, '.') - path));
  g_autofree char *file = g_strconcat (stem, ".expected", NULL);
  char *message = NULL;

  g_assert_true (g_file_get_contents (file, &message, NULL, NULL));

  return g_strchomp (message);
}

/* y_ must be accepted, and i_, of which there is something to note; n_ refused with the message beside it. */
static void
run_file (const char *folder, const char *name, NephoCorpusParse parse)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  gboolean accepted;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  accepted = parse (data, length, name, &error);

  g_assert_true (accepted == (error == NULL));
  if (*name != 'n')
    {
      if (!accepted)
        g_error ("%s is refused: %s", name, error->message);
    }
  else
    {
      g_autofree char *expected = expected_message (path);

      if (accepted)
        g_error ("%s is accepted", name);
      if (!g_str_equal (error->message, expected))
        g_error ("%s is refused with “%s”", name, error->message);
    }
}

/* Runs every file of a folder under tests/data/ whose name ends in one of @suffixes. */
void
nepho_corpus_run_kinds (const char *folder, const char * const *suffixes, NephoCorpusParse parse)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, NULL);
  g_autoptr (GPtrArray) files = list_files (path, suffixes);

  g_assert_cmpuint (files->len, >, 10);
  for (guint i = 0; i < files->len; i++)
    run_file (path, g_ptr_array_index (files, i), parse);
}

/* Runs every JSON file of a folder under tests/data/. */
void
nepho_corpus_run (const char *folder, NephoCorpusParse parse)
{
  static const char * const suffixes[] = { ".json", NULL };

  nepho_corpus_run_kinds (folder, suffixes, parse);
}

/* A file that ends too early is always refused. The copies end where their memory does, so that the
 * sanitizers see a step too far. */
void
nepho_corpus_cut (const char *data, gsize length, gsize step, NephoCorpusParse parse)
{
  while (length > 0 && g_ascii_isspace (data[length - 1]))
    length--;

  for (gsize cut = 0; cut < length; cut += step)
    {
      g_autofree char *part = g_memdup2 (data, MAX (cut, 1));
      g_autoptr (GError) error = NULL;

      g_assert_false (parse (part, cut, "cut.json", &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, "cut.json, line "));
    }
}

/* Some bytes are changed, left out or doubled: accepted or refused, but never without an error. */
void
nepho_corpus_spoil (const char *data, gsize length, guint n_tries, NephoCorpusParse parse)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20230411);

  for (guint i = 0; i < n_tries; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GError) error = NULL;
      guint n_faults = (guint) g_rand_int_range (random, 1, 4);

      g_byte_array_append (bytes, (const guint8 *) data, (guint) length);
      for (guint k = 0; k < n_faults; k++)
        {
          guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
          guint8 byte = bytes->data[at];

          switch (g_rand_int_range (random, 0, 3))
            {
            case 0:
              bytes->data[at] = (guint8) g_rand_int_range (random, 0, 256);
              break;
            case 1:
              g_byte_array_remove_index (bytes, at);
              break;
            default:
              g_byte_array_append (bytes, &byte, 1);
              break;
            }
        }

      if (!parse ((const char *) bytes->data, bytes->len, "spoilt.json", &error))
        g_assert_nonnull (error);
    }
}
