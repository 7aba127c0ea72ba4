/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-text-encoding.h"

/* Lines from which the separator is guessed, and how much is looked at of each. */
#define SAMPLE_LINES 20u
#define SAMPLE_LENGTH 65536

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

          if (count_in_line (line, MIN (end, line + SAMPLE_LENGTH), candidates[i]) > 0)
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
  gboolean done;

  /* Every spreadsheet takes it for one, in quotes or not. */
  if (*cell->str == '=' && cell->len > 1)
    kind = NEPHO_CELL_FORMULA;
  done = nepho_grid_set (scanner->grid, scanner->row, scanner->column, cell->str, kind, error);
  nepho_grid_set_width (scanner->grid, scanner->row, scanner->column + 1);

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
 * @encoding: (nullable): one of nepho_text_encodings(), or %NULL: as the text itself tells
 * @separator: what stands between cells, or 0: a tab, semicolon, comma or bar, as the first lines have it
 * @error: return location for an error
 *
 * Reads cells with quotes as RFC 4180 has them. The grid remembers in what encoding and between what signs.
 *
 * Returns: (transfer full) (nullable): the cells, or %NULL with an error of #NephoImportError
 */
NephoGrid *
nepho_grid_read_text (const char *data, gsize length, const char *encoding, char separator, GError **error)
{
  const char *found;
  g_autofree char *text = nepho_text_decode (data, length, encoding, &found, error);
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
  nepho_grid_set_form (grid, found, scanner.separator);

  return scan (&scanner, error) ? g_steal_pointer (&grid) : NULL;
}
