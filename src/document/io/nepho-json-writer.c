/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-json-writer.h"

#include <math.h>

#include "nepho-json-text.h"

static void
new_line (NephoJsonWriter *self)
{
  g_string_append_printf (self->text, "\n%*s", (int) (2 * self->depth), "");
}

/* What stands before a value: the comma after the one before it, its line, its key. */
static void
place (NephoJsonWriter *self, const char *key)
{
  if (self->depth > 0)
    {
      gboolean *filled = &self->filled[self->depth];

      if (*filled)
        g_string_append_c (self->text, ',');
      if (!self->inlined[self->depth])
        new_line (self);
      else if (*filled)
        g_string_append_c (self->text, ' ');
      *filled = TRUE;
    }

  if (key != NULL)
    {
      nepho_json_append_string (self->text, key);
      g_string_append (self->text, ": ");
    }
}

static void
open (NephoJsonWriter *self, const char *key, char bracket, gboolean inlined)
{
  g_return_if_fail (self->depth + 1 < NEPHO_JSON_WRITER_DEPTH);

  place (self, key);
  g_string_append_c (self->text, bracket);
  self->depth++;
  self->filled[self->depth] = FALSE;
  self->inlined[self->depth] = inlined || self->inlined[self->depth - 1];
}

/**
 * nepho_json_writer_begin:
 * @self: a writer
 * @key: (nullable): its key in an object
 * @bracket: '{' or '['
 *
 * Opens an object or a list, each member of which gets a line.
 */
void
nepho_json_writer_begin (NephoJsonWriter *self, const char *key, char bracket)
{
  open (self, key, bracket, FALSE);
}

/**
 * nepho_json_writer_begin_line:
 * @self: a writer
 * @key: (nullable): its key in an object
 * @bracket: '{' or '['
 *
 * Opens an object or a list that stands on one line, with all that is in it.
 */
void
nepho_json_writer_begin_line (NephoJsonWriter *self, const char *key, char bracket)
{
  open (self, key, bracket, TRUE);
}

/**
 * nepho_json_writer_end:
 * @self: a writer
 * @bracket: '}' or ']'
 *
 * Closes what was opened last; the root with a newline.
 */
void
nepho_json_writer_end (NephoJsonWriter *self, char bracket)
{
  gboolean alone = !self->filled[self->depth] || self->inlined[self->depth];

  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (!alone)
    new_line (self);
  g_string_append_c (self->text, bracket);
  if (self->depth == 0)
    g_string_append_c (self->text, '\n');
}

void
nepho_json_writer_text (NephoJsonWriter *self, const char *key, const char *value)
{
  place (self, key);
  nepho_json_append_string (self->text, value);
}

/* Nothing where the text is NULL or empty. */
void
nepho_json_writer_text_if (NephoJsonWriter *self, const char *key, const char *value)
{
  if (value != NULL && *value != '\0')
    nepho_json_writer_text (self, key, value);
}

/* A finite number, in as many digits as it takes to read the same double back. */
void
nepho_json_writer_number (NephoJsonWriter *self, const char *key, double value)
{
  place (self, key);
  nepho_json_append_number (self->text, value);
}

/* Nothing where the number is not known. */
void
nepho_json_writer_number_if (NephoJsonWriter *self, const char *key, double value)
{
  if (isfinite (value))
    nepho_json_writer_number (self, key, value);
}

void
nepho_json_writer_whole (NephoJsonWriter *self, const char *key, guint value)
{
  place (self, key);
  g_string_append_printf (self->text, "%u", value);
}
