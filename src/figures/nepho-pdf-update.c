/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */

#include "nepho-pdf-update.h"

#include <string.h>

#define TRAILER_BEGINS "trailer\n<< /Size "

/* An object: its number and what stands between "obj" and "endobj". */
typedef struct
{
  guint    number;
  GString *body;
} Object;

static void
object_clear (gpointer data)
{
  g_string_free (((Object *) data)->body, TRUE);
}

/**
 * nepho_pdf_update_find:
 * @self: an update
 * @from: a place in the file
 * @needle: what is looked for
 *
 * Looks past the zeros that the bytes of a PDF hold, which end a string.
 *
 * Returns: (nullable): where it stands first at or behind @from
 */
const char *
nepho_pdf_update_find (const NephoPdfUpdate *self, const char *from, const char *needle)
{
  return memmem (from, (gsize) (self->end - from), needle, strlen (needle));
}

/**
 * nepho_pdf_update_last:
 * @self: an update
 * @needle: what is looked for
 *
 * Returns: (nullable): where it stands last in the file: an earlier update has the newest behind the others
 */
const char *
nepho_pdf_update_last (const NephoPdfUpdate *self, const char *needle)
{
  const char *last = NULL;

  for (const char *at = nepho_pdf_update_find (self, self->data, needle); at != NULL;
       at = nepho_pdf_update_find (self, at + 1, needle))
    last = at;

  return last;
}

/**
 * nepho_pdf_update_number:
 * @self: an update
 * @body: where the body of an object begins: "12 0 obj\n" stands before it
 * @number: (out): its number
 *
 * Returns: whether it has one
 */
gboolean
nepho_pdf_update_number (const NephoPdfUpdate *self, const char *body, guint *number)
{
  const char *at = body - strlen (" 0 obj\n");
  guint64 read;

  if (at <= self->data || strncmp (at, " 0 obj\n", strlen (" 0 obj\n")) != 0)
    return FALSE;
  while (at > self->data && g_ascii_isdigit (at[-1]))
    at--;
  read = g_ascii_strtoull (at, NULL, 10);
  *number = (guint) read;

  return read > 0 && read < G_MAXUINT;
}

/**
 * nepho_pdf_update_body:
 * @self: an update
 * @body: where the body of an object begins
 *
 * Returns: (transfer full) (nullable): what stands between there and its "endobj"; %NULL where there is no end
 */
char *
nepho_pdf_update_body (const NephoPdfUpdate *self, const char *body)
{
  const char *close = nepho_pdf_update_find (self, body, "endobj");

  return close != NULL ? g_strndup (body, (gsize) (close - body)) : NULL;
}

/**
 * nepho_pdf_update_add:
 * @self: an update
 * @number: of the object
 * @body: (transfer full): what is to stand between its "obj" and "endobj"
 */
void
nepho_pdf_update_add (NephoPdfUpdate *self, guint number, GString *body)
{
  Object object = { number, body };

  g_array_append_val (self->objects, object);
}

/**
 * nepho_pdf_update_init:
 * @self: (out caller-allocates): an update; to be cleared in any case
 * @pdf: a PDF as cairo wrote it, maybe updated since; it must not change until the update is written
 *
 * Returns: %FALSE for a file of another form
 */
gboolean
nepho_pdf_update_init (NephoPdfUpdate *self, const GByteArray *pdf)
{
  const char *last;
  const char *begin;
  const char *stop;
  char *after_size;

  *self = (NephoPdfUpdate) {
    .data = (const char *) pdf->data,
    .end = (const char *) pdf->data + pdf->len,
    .objects = g_array_new (FALSE, FALSE, sizeof (Object)),
  };
  g_array_set_clear_func (self->objects, object_clear);

  last = nepho_pdf_update_last (self, "startxref\n");
  begin = nepho_pdf_update_last (self, TRAILER_BEGINS);
  stop = begin != NULL ? nepho_pdf_update_find (self, begin, ">>") : NULL;
  if (last == NULL || stop == NULL || stop > last)
    return FALSE;

  begin += strlen (TRAILER_BEGINS);
  self->size = (guint) g_ascii_strtoull (begin, &after_size, 10);
  /* An earlier update says where the table before it stands; this one says so of that update's. */
  if (g_str_has_prefix (after_size, "\n   /Prev "))
    after_size += strlen ("\n   /Prev ") + strspn (after_size + strlen ("\n   /Prev "), "0123456789");
  self->trailer = g_strndup (after_size, (gsize) (stop + 2 - after_size));
  last += strlen ("startxref\n");
  self->previous = g_strndup (last, strspn (last, "0123456789"));

  return *self->previous != '\0' && self->size > 0;
}

/**
 * nepho_pdf_update_clear:
 * @self: an update
 */
void
nepho_pdf_update_clear (NephoPdfUpdate *self)
{
  g_clear_pointer (&self->objects, g_array_unref);
  g_clear_pointer (&self->trailer, g_free);
  g_clear_pointer (&self->previous, g_free);
}

/**
 * nepho_pdf_update_write:
 * @self: an update
 * @pdf: the file of which it is one
 *
 * Writes the objects, and a table of where they stand, behind the file as it is.
 */
void
nepho_pdf_update_write (const NephoPdfUpdate *self, GByteArray *pdf)
{
  g_autoptr (GString) update = g_string_new ("\n");
  g_autoptr (GString) table = g_string_new ("xref\n");
  gsize table_at;

  for (guint i = 0; i < self->objects->len; i++)
    {
      const Object *object = &g_array_index (self->objects, Object, i);

      g_string_append_printf (table, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", object->number, pdf->len + update->len);
      g_string_append_printf (update, "%u 0 obj\n", object->number);
      g_string_append_len (update, object->body->str, (gssize) object->body->len);
      g_string_append (update, "endobj\n");
    }
  table_at = pdf->len + update->len;
  g_string_append_printf (update, "%s" TRAILER_BEGINS "%u\n   /Prev %s%s\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          table->str, self->size, self->previous, self->trailer, table_at);
  g_byte_array_append (pdf, (const guint8 *) update->str, (guint) update->len);
}
