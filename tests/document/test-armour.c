/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-armour.h"

#include <string.h>

#include "nepho-corpus.h"

static gboolean
parse (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (GBytes) text = g_bytes_new_static (data, length);
  g_autoptr (GBytes) bytes = nepho_armour_read (text, name, error);

  return bytes != NULL;
}

/* What mail programs do to it, and what was broken on the way. */
static void
test_corpus (void)
{
  static const char * const suffixes[] = { ".txt", NULL };

  nepho_corpus_run_kinds ("armour", suffixes, parse);
}

static GBytes *
some_bytes (gsize length)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32) length + 1);
  guint8 *data = g_malloc (MAX (length, 1));

  for (gsize i = 0; i < length; i++)
    data[i] = (guint8) g_rand_int_range (random, 0, 256);

  return g_bytes_new_take (data, length);
}

static void
assert_read (const char *text, GBytes *bytes)
{
  g_autoptr (GBytes) file = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) read = nepho_armour_read (file, "text", &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (read, bytes));
  g_assert_true (nepho_armour_is (file));
}

/* Of every length, so that base64 ends in each of its three ways; as lines of 64 characters at most. */
static void
test_round_trip (void)
{
  for (gsize length = 0; length < 200; length++)
    {
      g_autoptr (GBytes) bytes = some_bytes (length);
      g_autofree char *text = nepho_armour_write ("Words\n", bytes);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      assert_read (text, bytes);
      for (guint i = 0; lines[i] != NULL; i++)
        g_assert_cmpuint (strlen (lines[i]), <=, 64);
    }
}

/* RFC 4648: nothing but the digest of nothing, e3b0c442…7852b855, which is 44 characters of base64. */
static void
test_written (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autofree char *text = nepho_armour_write ("Words\n", nothing);

  g_assert_cmpstr (text, ==,
                   "Words\n"
                   "-----BEGIN NEPHOSCOPE SCENARIO-----\n"
                   "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
                   "-----END NEPHOSCOPE SCENARIO-----\n");
}

/* Words that look like the lines around a scenario do not hinder its being read. */
static void
test_words (void)
{
  static const char * const words[] = {
    "-----BEGIN NEPHOSCOPE SCENARIO-----\n",
    "—END NEPHOSCOPE\nSCENARIO—\n",
    "-BEGIN NEPHOSCOPE SCENARIO\n",
    "{}\n",
    "",
  };
  g_autoptr (GBytes) bytes = some_bytes (100);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = nepho_armour_write (words[i], bytes);

      assert_read (text, bytes);
    }
}

/* Cut at each place but within the line that ends it, it is refused. */
static void
test_cut (void)
{
  g_autoptr (GBytes) bytes = some_bytes (100);
  g_autofree char *text = nepho_armour_write ("Words\n", bytes);

  nepho_corpus_cut (text, strlen (text) - strlen ("----\n"), 1, parse);
}

/* Whatever else is changed: never bytes that are others than were written. */
static void
test_spoilt (void)
{
  g_autoptr (GBytes) bytes = some_bytes (100);
  g_autofree char *text = nepho_armour_write ("Words\n", bytes);
  gsize length = strlen (text);

  nepho_corpus_spoil (text, length, 3000, parse);
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *spoilt = g_strdup (text);
      g_autoptr (GBytes) file = NULL;
      g_autoptr (GBytes) read = NULL;

      spoilt[i] = spoilt[i] == 'x' ? 'y' : 'x';
      file = g_bytes_new_static (spoilt, length);
      read = nepho_armour_read (file, "text", NULL);
      g_assert_true (read == NULL || g_bytes_equal (read, bytes));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/armour/corpus", test_corpus);
  g_test_add_func ("/armour/round-trip", test_round_trip);
  g_test_add_func ("/armour/written", test_written);
  g_test_add_func ("/armour/words", test_words);
  g_test_add_func ("/armour/cut", test_cut);
  g_test_add_func ("/armour/spoilt", test_spoilt);

  return g_test_run ();
}
