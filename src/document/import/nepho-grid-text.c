/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Lines from which the separator is guessed. */
#define SAMPLE_LINES 20u

#define UTF8_MARK "\xef\xbb\xbf"

/* After so many good characters beyond ASCII a fault is damage, no other encoding. */
#define SURE_OF_UTF8 3u

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

static char *
decode_from (const char *data, gsize length, gsize mark, const char *encoding, GError **error)
{
  gsize read = 0;
  gsize written = 0;
  g_autofree char *text = g_convert (data + mark, (gssize) (length - mark), "UTF-8", encoding, &read, &written, NULL);

  /* Before a character that is cut in two it stops without complaint: half of a number is no number. */
  if (text == NULL || read < length - mark)
    {
      g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_ENCODING,
                   _("Byte %zu is text in no encoding that is read; expected UTF-8, UTF-16 with a mark, or GB18030"),
                   (size_t) (mark + read) + 1);
      return NULL;
    }

  return is_binary (text, written) ? refuse_binary (error) : g_steal_pointer (&text);
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

/* UTF-8 where it is valid. Where it is not, many Chinese characters of UTF-8 could be read as other ones of
 * GB18030, so that only what does not look like damaged UTF-8 is. */
static char *
decode_bytes (const char *data, gsize length, gsize mark, GError **error)
{
  const char *fault = NULL;

  if (g_utf8_validate (data + mark, (gssize) (length - mark), &fault))
    return g_strndup (data + mark, length - mark);
  if (mark == 0 && count_beyond_ascii (data, fault) < SURE_OF_UTF8)
    return decode_from (data, length, 0, "GB18030", error);

  g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_ENCODING,
               _("Byte %zu is wrong or the one after it is missing: up to there the text is UTF-8"),
               (size_t) (fault - data) + 1);

  return NULL;
}

/**
 * nepho_grid_decode:
 * @data: (array length=length): text as it was found
 * @length: number of bytes
 * @error: return location for an error
 *
 * Reads UTF-8 with and without a byte-order mark, UTF-16 with one, and otherwise GB18030.
 *
 * Returns: (transfer full) (nullable): UTF-8, or %NULL with %NEPHO_IMPORT_ERROR_ENCODING,
 * %NEPHO_IMPORT_ERROR_FORMAT for what is no text, or %NEPHO_IMPORT_ERROR_LIMIT
 */
char *
nepho_grid_decode (const char *data, gsize length, GError **error)
{
  if (length > NEPHO_GRID_MAX_BYTES)
    {
      g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_LIMIT,
                   _("The file is too large: at most %u MiB are read"), NEPHO_GRID_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    return decode_from (data, length, 2, *data == '\xff' ? "UTF-16LE" : "UTF-16BE", error);
  if (is_binary (data, length))
    return refuse_binary (error);

  return decode_bytes (data, length,
                       length >= strlen (UTF8_MARK) && memcmp (data, UTF8_MARK, strlen (UTF8_MARK)) == 0 ? strlen (UTF8_MARK) : 0,
                       error);
}

/* How often @separator stands outside quotes in the line that ends at @end. */
static guint
count_in_line (const char *line, const char *end, char separator)
{
  gboolean quoted = FALSE;
  guint n = 0;

  for (const char *c = line; c < end; c++)
    {
      if (*c == '"')
        quoted = !quoted;
      else if (*c == separator && !quoted)
        n++;
    }

  return n;
}

/* The separator that stands in most of the first lines; where two do, a comma is rather a decimal sign. */
static char
guess_separator (const char *text)
{
  static const char candidates[] = { '\t', ';', ',', '|' };
  char best = ',';
  guint best_lines = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      const char *line = text;
      guint n_lines = 0;

      for (guint k = 0; k < SAMPLE_LINES && *line != '\0'; k++)
        {
          const char *end = line + strcspn (line, "\n");

          if (count_in_line (line, end, candidates[i]) > 0)
            n_lines++;
          line = *end != '\0' ? end + 1 : end;
        }
      if (n_lines > best_lines)
        {
          best = candidates[i];
          best_lines = n_lines;
        }
    }

  return best;
}

typedef struct
{
  NephoGrid  *grid;
  const char *at;
  char        separator;
  guint       row;
  guint       column;
  guint       line;   /* for messages */
} Scanner;

static gboolean
take_cell (Scanner *scanner, GString *cell, gboolean quoted, GError **error)
{
  NephoCellKind kind = cell->len > 0 || quoted ? NEPHO_CELL_TEXT : NEPHO_CELL_EMPTY;
  gboolean done = nepho_grid_set (scanner->grid, scanner->row, scanner->column, cell->str, kind, error);

  g_string_truncate (cell, 0);

  return done;
}

/* What stands between quotes, with doubled ones for single ones. */
static gboolean
scan_quoted (Scanner *scanner, GString *cell, GError **error)
{
  guint first_line = scanner->line;

  for (scanner->at++; *scanner->at != '\0'; scanner->at++)
    {
      if (*scanner->at == '"' && scanner->at[1] != '"')
        {
          scanner->at++;
          return TRUE;
        }
      if (*scanner->at == '"')
        scanner->at++;
      else if (*scanner->at == '\n')
        scanner->line++;
      g_string_append_c (cell, *scanner->at);
      if (cell->len > NEPHO_GRID_MAX_CELL)
        return take_cell (scanner, cell, TRUE, error);
    }

  g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_FORMAT,
               _("Line %u: a quotation mark opens a cell and none closes it"), first_line);

  return FALSE;
}

static gboolean
scan (Scanner *scanner, GError **error)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  while (*scanner->at != '\0')
    {
      gboolean quoted = *scanner->at == '"';
      char ends[] = { scanner->separator, '\n', '\0' };
      gsize length;

      if (quoted && !scan_quoted (scanner, cell, error))
        return FALSE;
      length = strcspn (scanner->at, ends);
      g_string_append_len (cell, scanner->at, (gssize) length);
      scanner->at += length;
      if (!take_cell (scanner, cell, quoted, error))
        return FALSE;
      if (*scanner->at == scanner->separator)
        scanner->column++;
      else if (*scanner->at == '\n')
        {
          scanner->row++;
          scanner->line++;
          scanner->column = 0;
        }
      if (*scanner->at != '\0')
        scanner->at++;
    }

  return TRUE;
}

/* Ends every line with a line feed: other programs write a carriage return before it, or in its place. */
static void
unify_line_ends (char *text)
{
  char *to = text;

  for (const char *c = text; *c != '\0'; c++)
    if (*c != '\r')
      *to++ = *c;
    else if (c[1] != '\n')
      *to++ = '\n';
  *to = '\0';
}

/**
 * nepho_grid_read_text:
 * @data: (array length=length): CSV, or what was copied from a spreadsheet
 * @length: number of bytes
 * @separator: what stands between cells, or 0: a tab, semicolon, comma or bar, as the first lines have it
 * @error: return location for an error
 *
 * Reads cells with quotes as RFC 4180 has them.
 *
 * Returns: (transfer full) (nullable): the cells, or %NULL with an error of #NephoImportError
 */
NephoGrid *
nepho_grid_read_text (const char *data, gsize length, char separator, GError **error)
{
  g_autofree char *text = nepho_grid_decode (data, length, error);
  g_autoptr (NephoGrid) grid = NULL;
  Scanner scanner = { 0 };

  if (text == NULL)
    return NULL;

  unify_line_ends (text);
  grid = nepho_grid_new ("");
  scanner.grid = grid;
  scanner.at = text;
  scanner.separator = separator != '\0' ? separator : guess_separator (text);
  scanner.line = 1;
  if (scanner.separator == ',')
    nepho_grid_set_decimal (grid, '.');

  return scan (&scanner, error) ? g_steal_pointer (&grid) : NULL;
}
