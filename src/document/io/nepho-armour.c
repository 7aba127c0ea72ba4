/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-armour.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-document-error.h"

/* As RFC 7468 has it. */
#define COLUMNS 64

/* The lines as they are looked for: mail programs change how many dashes and spaces there are. */
#define BARE_BEGIN "-BEGINNEPHOSCOPESCENARIO-"
#define BARE_END "-ENDNEPHOSCOPESCENARIO-"

#define DIGEST_SIZE ((gsize) 32) /* of SHA-256 */

/* What stands for a character that is not ASCII in a bare text: no part of base64. */
#define FOREIGN '?'

#define MINUS_SIGN 0x2212u

/* Walks over what matters of a text. */
typedef struct
{
  const char *at;
  const char *end;
  guint       line;
} Walk;

/* Spaces and ends of lines, what cannot be seen, and the marks of quoted lines. */
static gboolean
is_passed_over (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT || c == '>' || c == '|';
}

/* A byte that is no part of UTF-8 is foreign: the words around a scenario may be in any encoding. */
static gunichar
take (Walk *self)
{
  gunichar c = g_utf8_get_char_validated (self->at, self->end - self->at);

  if (*self->at == '\0' || c == (gunichar) -1 || c == (gunichar) -2)
    {
      self->at++;
      return 0xfffd;
    }
  if (c == '\n')
    self->line++;
  self->at = g_utf8_next_char (self->at);

  return c;
}

/* The next character that matters, with its line; FALSE at the end. */
static gboolean
walk (Walk *self, gunichar *c)
{
  while (self->at < self->end)
    {
      *c = take (self);
      if (!is_passed_over (*c))
        return TRUE;
    }

  return FALSE;
}

/* What matters of a text, a byte a character. */
static GString *
strip (const char *text, gsize length)
{
  Walk at = { text, text + length, 1 };
  GString *bare = g_string_sized_new (length);
  gunichar c;

  while (walk (&at, &c))
    if (g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || c == MINUS_SIGN)
      g_string_append_c (bare, '-');
    else
      g_string_append_c (bare, c < 0x80 ? (char) c : FOREIGN);

  return bare;
}

/* The words must not look like the lines that they stand above. */
static char *
disarm (const char *words)
{
  g_autoptr (GString) bare = strip (words, strlen (words));
  char *harmless = g_strdup (words);

  g_string_append_c (bare, '-'); /* the first of the line below */
  if (strstr (bare->str, BARE_BEGIN) == NULL && strstr (bare->str, BARE_END) == NULL)
    return harmless;

  for (char *c = harmless; *c != '\0'; c++)
    if (g_ascii_isupper (*c))
      *c = g_ascii_tolower (*c);

  return harmless;
}

/**
 * nepho_armour_write:
 * @words: what people read above it: lines, the last ended
 * @bytes: what is carried
 *
 * Returns: (transfer full): a text that nepho_armour_read() reads @bytes from
 */
char *
nepho_armour_write (const char *words, GBytes *bytes)
{
  g_autofree char *harmless = disarm (words);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GByteArray) body = g_byte_array_new ();
  g_autofree char *encoded = NULL;
  GString *text = g_string_new (harmless);
  guint8 digest[DIGEST_SIZE];
  gsize digest_size = DIGEST_SIZE;
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_checksum_update (checksum, data, (gssize) length);
  g_checksum_get_digest (checksum, digest, &digest_size);
  g_byte_array_append (body, data, (guint) length);
  g_byte_array_append (body, digest, (guint) digest_size);
  encoded = g_base64_encode (body->data, body->len);

  g_string_append (text, NEPHO_ARMOUR_BEGIN "\n");
  for (gsize at = 0; at < strlen (encoded); at += COLUMNS)
    g_string_append_printf (text, "%.*s\n", COLUMNS, encoded + at);
  g_string_append (text, NEPHO_ARMOUR_END "\n");

  return g_string_free (text, FALSE);
}

/**
 * nepho_armour_is:
 * @text: what a file holds
 *
 * Returns: whether there is anything in it that nepho_armour_read() might read
 */
gboolean
nepho_armour_is (GBytes *text)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  g_autoptr (GString) bare = strip (data, length);

  return strstr (bare->str, BARE_BEGIN) != NULL;
}

/* What is read, while it is read. */
typedef struct
{
  const char *name;
  const char *data;
  gsize       length;
  GString    *bare;
  GError    **error;
} Reader;

static void
reader_clear (Reader *self)
{
  g_string_free (self->bare, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* The line of a place in the bare text, and the character there; of its end, the last one that matters. */
static guint
line_of (const Reader *self, const char *place, gunichar *c)
{
  Walk at = { self->data, self->data + self->length, 1 };
  gsize n = MIN ((gsize) (place - self->bare->str) + 1, self->bare->len);
  gunichar unasked;

  while (n-- > 0)
    walk (&at, c != NULL ? c : &unasked);

  return at.line;
}

static GBytes *
refuse (const Reader *self, const char *place, const char *why)
{
  /* Translators: a file, a line in it, and what is wrong there */
  g_set_error (self->error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_SYNTAX, _("%s, line %u: %s"), self->name,
               line_of (self, place, NULL), why);

  return NULL;
}

/* At the end, or at the line that ends what does not begin. */
static GBytes *
refuse_without (const Reader *self)
{
  const char *end = strstr (self->bare->str, BARE_END);
  g_autofree char *why = NULL;

  if (end != NULL)
    why = g_strdup_printf (_("a scenario ends here of which the beginning is missing; expected “%s” above"),
                           NEPHO_ARMOUR_BEGIN);
  else
    why = g_strdup_printf (_("the text ends and there is no scenario in it; expected a line “%s”"), NEPHO_ARMOUR_BEGIN);

  return refuse (self, end != NULL ? end : self->bare->str + self->bare->len, why);
}

static GBytes *
refuse_character (const Reader *self, const char *place)
{
  g_autofree char *why = NULL;
  gunichar c = 0;
  char utf8[7] = "";

  line_of (self, place, &c);
  utf8[g_unichar_to_utf8 (c, utf8)] = '\0';
  /* Translators: a character */
  why = g_strdup_printf (_("“%s” is no part of a scenario; expected letters, digits, + and /, or “%s”"), utf8,
                         NEPHO_ARMOUR_END);

  return refuse (self, place, why);
}

static GBytes *
check (const Reader *self, const guint8 *body, gsize length, const char *end)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[DIGEST_SIZE];
  gsize digest_size = DIGEST_SIZE;

  if (length >= DIGEST_SIZE)
    {
      g_checksum_update (checksum, body, (gssize) (length - DIGEST_SIZE));
      g_checksum_get_digest (checksum, digest, &digest_size);
    }
  if (length < DIGEST_SIZE || memcmp (digest, body + length - DIGEST_SIZE, DIGEST_SIZE) != 0)
    return refuse (self, end, _("something is missing or was changed above, for the checksum is wrong; expected the "
                                "text as it was copied, with all of its lines"));

  return g_bytes_new (body, length - DIGEST_SIZE);
}

/* Padding stands at the end alone. */
static const char *
find_foreign (const char *body, gsize length)
{
  while (length > 0 && body[length - 1] == '=')
    length--;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (body[i]) && body[i] != '+' && body[i] != '/')
      return body + i;

  return NULL;
}

/* Those that belong to the line below. */
static void
strip_dashes (char *encoded)
{
  gsize length = strlen (encoded);

  while (length > 0 && encoded[length - 1] == '-')
    encoded[--length] = '\0';
}

static GBytes *
read_body (const Reader *self, const char *begin)
{
  const char *end = strstr (begin, BARE_END);
  const char *second = strstr (begin, BARE_BEGIN);
  const char *foreign;
  g_autofree char *encoded = NULL;
  g_autofree guint8 *body = NULL;
  gsize length;

  if (second != NULL)
    return refuse (self, second, _("a second scenario begins; expected one in a text"));
  if (end == NULL)
    {
      g_autofree char *why = g_strdup_printf (_("the text is cut off; expected “%s” at its end"), NEPHO_ARMOUR_END);

      return refuse (self, self->bare->str + self->bare->len, why);
    }

  begin = MIN (begin + strspn (begin, "-"), end);
  encoded = g_strndup (begin, (gsize) (end - begin));
  strip_dashes (encoded);
  foreign = find_foreign (encoded, strlen (encoded));
  if (foreign != NULL)
    return refuse_character (self, begin + (foreign - encoded));
  body = g_base64_decode (encoded, &length);

  return check (self, body, length, end);
}

/**
 * nepho_armour_read:
 * @text: what a file holds, or the clipboard
 * @name: what messages call it
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): what nepho_armour_write() was given, to the byte; or %NULL with
 * %NEPHO_DOCUMENT_ERROR_SYNTAX, whose message says line and what was expected
 */
GBytes *
nepho_armour_read (GBytes *text, const char *name, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  g_auto (Reader) reader = { name, data, length, strip (data, length), error };
  const char *begin = strstr (reader.bare->str, BARE_BEGIN);

  return begin != NULL ? read_body (&reader, begin + strlen (BARE_BEGIN)) : refuse_without (&reader);
}
