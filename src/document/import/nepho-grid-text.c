/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-grid-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-document-error.h"

/* How many rows a guess looks at. */
#define SAMPLE_ROWS 200u

/* Reads one field after the other. */
typedef struct
{
  const char *at;
  char        separator;
  guint       line;  /* of what is at, from 1 */
  GString    *field; /* the one read last, without its quotes */
} Splitter;

/* What ended a field. */
typedef enum
{
  END_OF_FIELD,
  END_OF_ROW,
  END_OF_TEXT,
  UNCLOSED,
  TRAILING,
} Ending;

static gboolean
at_line_end (const Splitter *self)
{
  return *self->at == '\n' || *self->at == '\r';
}

static void
skip_line_end (Splitter *self)
{
  if (*self->at == '\r' && self->at[1] == '\n')
    self->at++;
  self->at++;
  self->line++;
}

/* The inside of quotes, where a doubled quote is one and line ends are text. */
static gboolean
read_quoted (Splitter *self)
{
  for (self->at++; *self->at != '\0'; self->at++)
    {
      if (*self->at == '"' && self->at[1] != '"')
        {
          self->at++;
          return TRUE;
        }
      if (*self->at == '"')
        self->at++;
      else if (*self->at == '\n' || (*self->at == '\r' && self->at[1] != '\n'))
        self->line++;
      g_string_append_c (self->field, *self->at);
    }

  return FALSE;
}

static Ending
read_field (Splitter *self)
{
  g_string_truncate (self->field, 0);
  if (*self->at == '"')
    {
      if (!read_quoted (self))
        return UNCLOSED;
      if (*self->at != '\0' && *self->at != self->separator && !at_line_end (self))
        return TRAILING;
    }
  else
    {
      const char *start = self->at;

      while (*self->at != '\0' && *self->at != self->separator && !at_line_end (self))
        self->at++;
      g_string_append_len (self->field, start, self->at - start);
    }

  if (*self->at == '\0')
    return END_OF_TEXT;
  if (*self->at == self->separator)
    {
      self->at++;
      return END_OF_FIELD;
    }

  skip_line_end (self);
  return END_OF_ROW;
}

/* "sep=;" in the first line, which some spreadsheets write. */
static char
declared_separator (const char *text)
{
  if (!g_str_has_prefix (text, "sep=") || text[4] == '\0' || (text[5] != '\n' && text[5] != '\r'))
    return '\0';

  return strchr (",;\t|", text[4]) != NULL ? text[4] : '\0';
}

/* The part of the rows that have as many fields as the first: 0 where the separator does not stand
 * in the first one, or the quotes do not fit. */
static double
consistency (const char *text, char separator)
{
  g_autoptr (GString) field = g_string_new (NULL);
  Splitter splitter = { .at = text, .separator = separator, .line = 1, .field = field };
  Ending ending = END_OF_ROW;
  guint n_first = 0;
  guint n_same = 0;
  guint n_rows = 0;

  while (n_rows < SAMPLE_ROWS && ending != END_OF_TEXT && *splitter.at != '\0')
    {
      guint n_fields = 1;

      if (at_line_end (&splitter))
        {
          skip_line_end (&splitter);
          continue;
        }
      while ((ending = read_field (&splitter)) == END_OF_FIELD && n_fields <= NEPHO_GRID_MAX_COLUMNS)
        n_fields++;
      if (ending == UNCLOSED || ending == TRAILING)
        return 0.0;
      if (n_rows++ == 0)
        n_first = n_fields;
      n_same += n_fields == n_first ? 1 : 0;
    }

  return n_first < 2 ? 0.0 : (double) n_same / n_rows;
}

/**
 * nepho_grid_guess_separator:
 * @text: a table as text
 *
 * Returns: which of tab, semicolon, bar and comma divides the most of the first rows into as many fields
 * as the first; of equals the one that is rarer inside texts and numbers. A comma where none does.
 */
char
nepho_grid_guess_separator (const char *text)
{
  static const char candidates[] = { '\t', ';', '|', ',' };
  char best = declared_separator (text);
  double most = 0.0;

  if (best != '\0')
    return best;

  best = ',';
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      double score = consistency (text, candidates[i]);

      if (score > most)
        {
          most = score;
          best = candidates[i];
        }
    }

  return best;
}

static gboolean
fail_line (GError **error, guint line, const char *reason)
{
  g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT, _("line %u: %s"), line, reason);

  return FALSE;
}

/* Puts the fields of one row into the grid. */
static gboolean
split_row (Splitter *self, NephoGrid *grid, guint row, Ending *ending, GError **error)
{
  nepho_grid_add_line (grid, self->line);
  *ending = END_OF_FIELD;
  for (guint column = 0; *ending == END_OF_FIELD; column++)
    {
      guint line = self->line;

      *ending = read_field (self);
      if (*ending == UNCLOSED)
        return fail_line (error, line, _("the quotation mark that opens here is never closed"));
      if (*ending == TRAILING)
        return fail_line (error, self->line,
                          _("behind a closing quotation mark stands something other than a separator"));
      if (!nepho_grid_add (grid, row, column, NEPHO_CELL_TEXT, self->field->str, self->field->len, error))
        {
          g_prefix_error (error, _("line %u: "), line);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * nepho_grid_split:
 * @text: a table as text in UTF-8; what a spreadsheet puts on the clipboard is one with tabs
 * @separator: what stands between fields, or 0 for a guess
 * @error: return location for an error
 *
 * Returns: (transfer full): the fields as a sealed grid, or %NULL with %NEPHO_DOCUMENT_ERROR_CONTENT, which
 * says in which line
 */
NephoGrid *
nepho_grid_split (const char *text, char separator, GError **error)
{
  g_autoptr (NephoGrid) grid = nepho_grid_new ("");
  g_autoptr (GString) field = g_string_new (NULL);
  Splitter splitter = { .at = text, .line = 1, .field = field };
  Ending ending = END_OF_ROW;

  splitter.separator = separator != '\0' ? separator : nepho_grid_guess_separator (text);
  if (declared_separator (text) != '\0')
    {
      splitter.at += strlen ("sep=;");
      skip_line_end (&splitter);
    }

  for (guint row = 0; ending != END_OF_TEXT && *splitter.at != '\0'; row++)
    if (!split_row (&splitter, grid, row, &ending, error))
      return NULL;
  nepho_grid_seal (grid);

  return g_steal_pointer (&grid);
}

/**
 * nepho_grid_read_text:
 * @bytes: a table as text as it lies in a file, in any encoding that nepho_grid_decode() knows
 * @length: its bytes
 * @separator: what stands between fields, or 0 for a guess
 * @error: return location for an error
 *
 * Returns: (transfer full): the fields as a sealed grid, or %NULL with %NEPHO_DOCUMENT_ERROR_CONTENT, which
 * says at which byte or in which line
 */
NephoGrid *
nepho_grid_read_text (const guint8 *bytes, gsize length, char separator, GError **error)
{
  g_autofree char *text = nepho_grid_decode (bytes, length, NULL, error);

  return text != NULL ? nepho_grid_split (text, separator, error) : NULL;
}
