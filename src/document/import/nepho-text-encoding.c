/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-text-encoding.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define UTF8_MARK "\xef\xbb\xbf"

/* After so many good characters beyond ASCII a fault is damage, no other encoding. */
#define SURE_OF_UTF8 3u

/* Bytes by which an encoding is told from others. */
#define SAMPLE 65536u

/* The least share of characters that are usual in an encoding, for a text to be taken for it. */
#define PLAUSIBLE 0.5

/* Those that are read, as iconv knows them. */
static const char * const encodings[] = { "UTF-8", "GB18030", "Big5", "Windows-1252", "UTF-16LE", "UTF-16BE", NULL };

static const struct
{
  const char *name;
  const char *encoding;
} others[] = {
  { "utf8", "UTF-8" },         { "gbk", "GB18030" },           { "gb2312", "GB18030" },         { "cp936", "GB18030" },
  { "cp950", "Big5" },         { "latin1", "Windows-1252" },   { "latin-1", "Windows-1252" },   { "iso-8859-1", "Windows-1252" },
  { "cp1252", "Windows-1252" },
};

/**
 * nepho_text_encodings:
 *
 * Returns: (transfer none) (array zero-terminated=1): names of the encodings that are read
 */
const char * const *
nepho_text_encodings (void)
{
  return encodings;
}

/**
 * nepho_text_encoding_find:
 * @name: what may be the name of an encoding, in any case
 *
 * Returns: (transfer none) (nullable): the same among nepho_text_encodings()
 */
const char *
nepho_text_encoding_find (const char *name)
{
  for (guint i = 0; encodings[i] != NULL; i++)
    if (g_ascii_strcasecmp (encodings[i], name) == 0)
      return encodings[i];
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_ascii_strcasecmp (others[i].name, name) == 0)
      return others[i].encoding;

  return NULL;
}

/* Binary files have zeros, text has none. */
static gboolean
is_binary (const char *data, gsize length)
{
  return memchr (data, '\0', length) != NULL;
}

static char *
refuse_binary (GError **error)
{
  g_set_error_literal (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_FORMAT,
                       _("This is no table; expected CSV, text between tabs, XLSX or ODS"));

  return NULL;
}

/* All of @data from @mark on; @stop takes where it is no text of that encoding. */
static char *
convert (const char *data, gsize length, gsize mark, const char *encoding, gsize *stop)
{
  gsize read = 0;
  gsize written = 0;
  g_autofree char *text = g_convert (data + mark, (gssize) (length - mark), "UTF-8", encoding, &read, &written, NULL);

  *stop = mark + read;
  /* Before a character that is cut in two it stops without complaint: half of a number is no number. */
  if (text == NULL || read < length - mark || is_binary (text, written))
    return NULL;

  return g_steal_pointer (&text);
}

static char *
decode_from (const char *data, gsize length, gsize mark, const char *encoding, GError **error)
{
  gsize stop;
  char *text = convert (data, length, mark, encoding, &stop);

  if (text == NULL && stop == length)
    return refuse_binary (error);
  if (text == NULL)
    g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_ENCODING,
                 /* Translators: number of a byte, name of an encoding */
                 _("Byte %zu is no text in %s, or the one after it is missing"), (size_t) stop + 1, encoding);

  return text;
}

/* How many characters beyond ASCII stand there, as far as it matters. */
static guint
count_beyond_ascii (const char *from, const char *to)
{
  guint n = 0;

  for (const char *c = from; c < to && n < SURE_OF_UTF8; c = g_utf8_next_char (c))
    n += (guchar) *c >= 0x80 ? 1 : 0;

  return n;
}

/* How usual a character of two bytes is in GB18030: 1 for one of the 3,755 most used characters or a sign. */
static double
weigh_gb (guchar lead, guchar trail)
{
  if (trail < 0xa1)
    return 0.0;
  if (lead == 0xa1 || lead == 0xa3 || (lead >= 0xb0 && lead <= 0xd7))
    return 1.0;

  return lead >= 0xd8 && lead <= 0xf7 ? 0.5 : 0.0;
}

/* The same of Big5: 1 for one of the 5,401 most used characters or a sign. */
static double
weigh_big5 (guchar lead, guchar trail)
{
  if (lead >= 0xa1 && lead <= 0xc6)
    return 1.0;

  return lead >= 0xc9 && lead <= 0xf9 ? 0.3 : 0.0;
}

/* The share of usual ones among the characters of two bytes. */
static double
weigh_pairs (const char *data, gsize length, double (*weigh) (guchar lead, guchar trail))
{
  double weight = 0.0;
  guint n = 0;

  for (gsize i = 0; i + 1 < length; i++)
    if ((guchar) data[i] >= 0x80)
      {
        weight += weigh ((guchar) data[i], (guchar) data[i + 1]);
        n++;
        i++;
      }

  return n > 0 ? weight / n : 0.0;
}

/* Letters with accents stand alone among plain ones: "Génie". */
static double
weigh_western (const char *data, gsize length)
{
  guint n_alone = 0;
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar before = i > 0 ? (guchar) data[i - 1] : ' ';
      guchar after = i + 1 < length ? (guchar) data[i + 1] : ' ';

      if ((guchar) data[i] < 0xc0)
        continue;
      n++;
      if (before < 0x80 && after < 0x80 && (g_ascii_isalpha (before) || g_ascii_isalpha (after)))
        n_alone++;
    }

  return n > 0 ? n_alone / (double) n : 0.0;
}

/* The most plausible of the encodings with a byte for every ASCII character; of equals the first. */
static char *
decode_guessed (const char *data, gsize length, const char *fault, const char **found, GError **error)
{
  gsize sample = MIN (length, SAMPLE);
  const struct
  {
    const char *encoding;
    double weight;
  } guesses[] = {
    { "GB18030", weigh_pairs (data, sample, weigh_gb) },
    { "Big5", weigh_pairs (data, sample, weigh_big5) },
    { "Windows-1252", weigh_western (data, sample) },
  };
  g_autofree char *best = NULL;
  double most = 0.0;
  gsize furthest = (gsize) (fault - data);

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      gsize stop;
      g_autofree char *text = NULL;

      if (guesses[i].weight < PLAUSIBLE || guesses[i].weight <= most)
        continue;
      text = convert (data, length, 0, guesses[i].encoding, &stop);
      if (text == NULL)
        {
          furthest = MAX (furthest, stop);
          continue;
        }
      g_free (best);
      best = g_steal_pointer (&text);
      most = guesses[i].weight;
      *found = guesses[i].encoding;
    }
  if (best == NULL)
    g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_ENCODING,
                 _("Byte %zu is text in no encoding that is known by itself; tried UTF-8, GB18030, Big5 and Windows-1252"),
                 (size_t) furthest + 1);

  return g_steal_pointer (&best);
}

/* UTF-8 where it is valid. Where it is not, many Chinese characters of UTF-8 could be read as other ones of
 * GB18030, so that only what does not look like damaged UTF-8 is. */
static char *
decode_bytes (const char *data, gsize length, gsize mark, const char **found, GError **error)
{
  const char *fault = NULL;

  *found = "UTF-8";
  if (g_utf8_validate (data + mark, (gssize) (length - mark), &fault))
    return g_strndup (data + mark, length - mark);
  if (mark == 0 && count_beyond_ascii (data, fault) < SURE_OF_UTF8)
    return decode_guessed (data, length, fault, found, error);

  g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_ENCODING,
               _("Byte %zu is wrong or the one after it is missing: up to there the text is UTF-8"),
               (size_t) (fault - data) + 1);

  return NULL;
}

/* How many characters of a text are plain ones; 0 where some are none that a table has. */
static guint
count_plain (const char *text)
{
  guint n = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      GUnicodeType type = g_unichar_type (character);

      if (type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE
          || (type == G_UNICODE_CONTROL && strchr ("\t\r\n", (int) character) == NULL))
        return 0;
      n += character < 0x80 ? 1 : 0;
    }

  return n;
}

/* UTF-16 of either order without a mark: that in which the text has digits, separators and ends of lines. */
static char *
decode_unmarked (const char *data, gsize length, const char **found, GError **error)
{
  static const char * const orders[] = { "UTF-16LE", "UTF-16BE" };
  g_autofree char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (orders) && length % 2 == 0; i++)
    {
      gsize stop;
      g_autofree char *text = convert (data, length, 0, orders[i], &stop);
      guint n = text != NULL ? count_plain (text) : 0;

      if (n <= most)
        continue;
      g_free (best);
      best = g_steal_pointer (&text);
      most = n;
      *found = orders[i];
    }

  return best != NULL ? g_steal_pointer (&best) : refuse_binary (error);
}

static gsize
mark_length (const char *data, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (data, mark, strlen (mark)) == 0 ? strlen (mark) : 0;
}

static char *
decode_asked (const char *data, gsize length, const char *encoding, GError **error)
{
  const char *mark = g_str_equal (encoding, "UTF-8") ? UTF8_MARK
                     : g_str_equal (encoding, "UTF-16LE") ? "\xff\xfe"
                     : g_str_equal (encoding, "UTF-16BE") ? "\xfe\xff" : "";

  return decode_from (data, length, mark_length (data, length, mark), encoding, error);
}

/**
 * nepho_text_decode:
 * @data: (array length=length): text as it was found
 * @length: number of bytes
 * @encoding: (nullable): one of nepho_text_encodings(), or %NULL: as the text itself tells
 * @found: (out): the encoding in which it was read, one of nepho_text_encodings()
 * @error: return location for an error
 *
 * Knows UTF-8, UTF-16 and, by the characters that are usual in them, GB18030, Big5 and Windows-1252. What is
 * none of them for sure is refused, since characters of the wrong encoding look like a table.
 *
 * Returns: (transfer full) (nullable): UTF-8, or %NULL with %NEPHO_IMPORT_ERROR_ENCODING,
 * %NEPHO_IMPORT_ERROR_FORMAT for what is no text, or %NEPHO_IMPORT_ERROR_LIMIT
 */
char *
nepho_text_decode (const char *data, gsize length, const char *encoding, const char **found, GError **error)
{
  if (length > NEPHO_GRID_MAX_BYTES)
    {
      g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_LIMIT,
                   _("The file is too large: at most %u MiB are read"), NEPHO_GRID_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  *found = encoding;
  if (encoding != NULL)
    return decode_asked (data, length, encoding, error);

  *found = mark_length (data, length, "\xff\xfe") > 0 ? "UTF-16LE" : "UTF-16BE";
  if (mark_length (data, length, "\xff\xfe") > 0 || mark_length (data, length, "\xfe\xff") > 0)
    return decode_from (data, length, 2, *found, error);
  if (is_binary (data, length))
    return decode_unmarked (data, length, found, error);

  return decode_bytes (data, length, mark_length (data, length, UTF8_MARK), found, error);
}
