/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-document-error.h"

/* After so many good characters beyond ASCII a fault is damage, no other encoding. */
#define SURE_OF_UTF8 3u

static gpointer
fail_at (GError **error, gsize byte, const char *reason)
{
  g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT, _("byte %u: %s"), (guint) byte + 1, reason);

  return NULL;
}

static gpointer
fail_control (GError **error, const char *text, gsize at)
{
  g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT,
               _("character %u is a control character, so this is no text"),
               (guint) g_utf8_strlen (text, (gssize) at) + 1);

  return NULL;
}

/* A text has no control characters but tab, line feed, form feed and carriage return. */
static char *
check_controls (char *text, GError **error)
{
  for (const char *at = text; *at != '\0'; at++)
    if ((guint8) *at < 0x20 && strchr ("\t\n\f\r", *at) == NULL)
      {
        fail_control (error, text, (gsize) (at - text));
        g_free (text);
        return NULL;
      }

  return text;
}

/* From an encoding that iconv knows; mark is the length of what stood before. */
static char *
convert (const guint8 *bytes, gsize length, gsize mark, const char *encoding, const char *reason, GError **error)
{
  gsize n_read = 0;
  gsize n_written = 0;
  g_autofree char *text = g_convert ((const char *) bytes + mark, (gssize) (length - mark), "UTF-8", encoding, &n_read,
                                     &n_written, NULL);

  /* Before a character that is cut in two iconv stops without complaint. */
  if (text == NULL || n_read < length - mark)
    return fail_at (error, mark + n_read, reason);
  if (strlen (text) < n_written)
    return fail_control (error, text, strlen (text));

  return g_steal_pointer (&text);
}

static guint
count_beyond_ascii (const char *from, const char *to)
{
  guint count = 0;

  for (const char *at = from; at < to && count < SURE_OF_UTF8; at = g_utf8_next_char (at))
    if ((guint8) *at >= 0x80)
      count++;

  return count;
}

/* UTF-8 where it is valid, otherwise, unless a mark says UTF-8, GB18030, which Chinese spreadsheets write. */
static char *
decode_bytes (const guint8 *bytes, gsize length, gsize mark, const char **encoding, GError **error)
{
  const char *text = (const char *) bytes + mark;
  const char *fault = NULL;

  if (g_utf8_validate_len (text, length - mark, &fault))
    return g_strndup (text, length - mark);

  if (*fault == '\0')
    return fail_control (error, text, (gsize) (fault - text));
  if (mark > 0 || count_beyond_ascii (text, fault) >= SURE_OF_UTF8)
    return fail_at (error, mark + (gsize) (fault - text), _("damaged UTF-8; a byte is wrong or missing"));

  *encoding = "GB18030";
  return convert (bytes, length, 0, *encoding, _("neither UTF-8 nor GB18030; save the file as UTF-8"), error);
}

/**
 * nepho_grid_decode:
 * @bytes: a text as it lies in a file
 * @length: its bytes
 * @encoding: (out) (optional): the encoding it was in: "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"
 * @error: return location for an error
 *
 * Finds out the encoding by the byte-order mark, or else by trying UTF-8 and then GB18030.
 *
 * Returns: (transfer full): the text in UTF-8 without mark, or %NULL with %NEPHO_DOCUMENT_ERROR_CONTENT,
 * which says at which byte
 */
char *
nepho_grid_decode (const guint8 *bytes, gsize length, const char **encoding, GError **error)
{
  const char *found = "UTF-8";
  char *text;

  if (length > NEPHO_GRID_MAX_BYTES)
    {
      g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT,
                   _("the text is longer than %u MiB; at most that much is read"),
                   NEPHO_GRID_MAX_BYTES / 1024u / 1024u);
      return NULL;
    }

  if (length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    {
      found = bytes[0] == 0xff ? "UTF-16LE" : "UTF-16BE";
      text = convert (bytes, length, 2, found, _("damaged UTF-16; a byte is wrong or missing"), error);
    }
  else
    text = decode_bytes (bytes, length, length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0, &found, error);

  if (encoding != NULL)
    *encoding = found;

  return text != NULL ? check_controls (text, error) : NULL;
}
