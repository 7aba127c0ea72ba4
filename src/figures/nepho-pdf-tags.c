/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */

#include "nepho-pdf-tags.h"

#include <string.h>

#define ELEMENT_BEGINS "<< /Type /StructElem\n"
#define FIGURE_BEGINS ELEMENT_BEGINS "   /S /Figure\n"
#define ROOT_BEGINS "<< /Type /StructTreeRoot\n"
#define TRAILER_BEGINS "trailer\n<< /Size "
#define CATALOG_BEGINS "<< /Type /Catalog\n"

/* An object that is written anew: its number and what stands between "obj" and "endobj". */
typedef struct
{
  guint number;
  char *body;
} Object;

static void
object_clear (gpointer data)
{
  g_free (((Object *) data)->body);
}

/* Bytes of a PDF hold zeros, which end a string: this looks past them. */
static const char *
find (const char *from, const char *end, const char *needle)
{
  return memmem (from, (gsize) (end - from), needle, strlen (needle));
}

static const char *
find_last (const char *from, const char *end, const char *needle)
{
  const char *last = NULL;

  for (const char *at = find (from, end, needle); at != NULL; at = find (at + 1, end, needle))
    last = at;

  return last;
}

/* The number of the object whose body begins at @body: "12 0 obj\n" stands before it. */
static gboolean
number_before (const char *data, const char *body, guint *number)
{
  const char *at = body - strlen (" 0 obj\n");
  guint64 read;

  if (at <= data || strncmp (at, " 0 obj\n", strlen (" 0 obj\n")) != 0)
    return FALSE;
  while (at > data && g_ascii_isdigit (at[-1]))
    at--;
  read = g_ascii_strtoull (at, NULL, 10);
  *number = (guint) read;

  return read > 0 && read < G_MAXUINT;
}

/* Text as PDF writes it in any language: UTF-16 in hexadecimal. */
static char *
hexadecimal (const char *text)
{
  GString *out = g_string_new ("<FEFF");
  glong length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  for (glong i = 0; i < length; i++)
    g_string_append_printf (out, "%04X", (guint) units[i]);
  g_string_append_c (out, '>');

  return g_string_free (out, FALSE);
}

/* Puts an object beside the others. */
static void
add_object (GArray *objects, guint number, char *body)
{
  Object object = { number, body };

  g_array_append_val (objects, object);
}

/* What stands between @body and its "endobj"; NULL where there is no end. */
static char *
read_body (const char *body, const char *end)
{
  const char *close = find (body, end, "endobj");

  return close != NULL ? g_strndup (body, (gsize) (close - body)) : NULL;
}

/* @text with the first @old, if it is there, in @new's place. */
static char *
replace_first (const char *text, const char *old, const char *new)
{
  const char *at = strstr (text, old);

  if (at == NULL)
    return g_strdup (text);

  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, new, at + strlen (old));
}

/* Every element of the structure: a figure says what it shows, and what was at the root is in the
 * document. */
static gboolean
take_elements (GArray *objects, const char *data, const char *end, GPtrArray *alternatives, guint root, guint document)
{
  g_autofree char *old_parent = g_strdup_printf ("/P %u 0 R\n", root);
  g_autofree char *new_parent = g_strdup_printf ("/P %u 0 R\n", document);
  const char *at = data;
  guint n = 0;

  for (; (at = find (at, end, ELEMENT_BEGINS)) != NULL; at++)
    {
      g_autofree char *body = read_body (at, end);
      g_autofree char *moved = body != NULL ? replace_first (body, old_parent, new_parent) : NULL;
      guint number;

      if (moved == NULL || !number_before (data, at, &number))
        return FALSE;
      if (!g_str_has_prefix (moved, FIGURE_BEGINS))
        add_object (objects, number, g_steal_pointer (&moved));
      else if (n < alternatives->len)
        {
          g_autofree char *text = hexadecimal (g_ptr_array_index (alternatives, n++));

          add_object (objects, number,
                      g_strdup_printf ("%s   /Alt %s\n%s", FIGURE_BEGINS, text, moved + strlen (FIGURE_BEGINS)));
        }
      else
        return FALSE;
    }

  return n == alternatives->len;
}

/* The root holds one document, and the document what was at the root. */
static gboolean
take_root (GArray *objects, const char *data, const char *end, guint document, guint *number)
{
  const char *at = find (data, end, ROOT_BEGINS);
  g_autofree char *body = at != NULL ? read_body (at, end) : NULL;
  const char *list = body != NULL ? strstr (body, "/K [") : NULL;
  const char *stop = list != NULL ? strchr (list, ']') : NULL;

  if (stop == NULL || !number_before (data, at, number))
    return FALSE;

  add_object (objects, document,
              g_strdup_printf ("<< /Type /StructElem\n   /S /Document\n   /P %u 0 R\n   %.*s\n>>\n", *number,
                               (int) (stop + 1 - list), list));
  add_object (objects, *number,
              g_strdup_printf ("%.*s/K [ %u 0 R ]%s", (int) (list - body), body, document, stop + 1));

  return TRUE;
}

static gboolean
take_catalog (GArray *objects, const char *data, const char *end, const char *language)
{
  const char *at = find (data, end, CATALOG_BEGINS);
  g_autofree char *body = at != NULL ? read_body (at, end) : NULL;
  guint number;

  if (body == NULL || !number_before (data, at, &number))
    return FALSE;

  add_object (objects, number,
              g_strdup_printf ("%s   /Lang (%s)\n   /MarkInfo << /Marked true >>\n"
                               "   /ViewerPreferences << /DisplayDocTitle true >>\n%s",
                               CATALOG_BEGINS, language, body + strlen (CATALOG_BEGINS)));

  return TRUE;
}

/* Writes the objects, and a table of where they stand, behind the file as it is. */
static void
append_update (GByteArray *pdf, const GArray *objects, guint size, const char *trailer, const char *previous)
{
  g_autoptr (GString) update = g_string_new ("\n");
  g_autoptr (GString) table = g_string_new ("xref\n");
  gsize table_at;

  for (guint i = 0; i < objects->len; i++)
    {
      const Object *object = &g_array_index (objects, Object, i);

      g_string_append_printf (table, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", object->number, pdf->len + update->len);
      g_string_append_printf (update, "%u 0 obj\n%sendobj\n", object->number, object->body);
    }
  table_at = pdf->len + update->len;
  g_string_append_printf (update, "%s" TRAILER_BEGINS "%u\n   /Prev %s%s\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          table->str, size, previous, trailer, table_at);
  g_byte_array_append (pdf, (const guint8 *) update->str, (guint) update->len);
}

/* Where the objects are counted, what follows that in the trailer, and the place of the last table; FALSE
 * for another form. */
static gboolean
read_trailer (const char *data, const char *end, guint *size, char **trailer, char **previous)
{
  const char *last = find_last (data, end, "startxref\n");
  const char *begin = find_last (data, end, TRAILER_BEGINS);
  const char *stop = begin != NULL ? find (begin, end, ">>") : NULL;
  char *after_size;

  if (last == NULL || stop == NULL || stop > last)
    return FALSE;

  begin += strlen (TRAILER_BEGINS);
  *size = (guint) g_ascii_strtoull (begin, &after_size, 10);
  *trailer = g_strndup (after_size, (gsize) (stop + 2 - after_size));
  last += strlen ("startxref\n");
  *previous = g_strndup (last, strspn (last, "0123456789"));

  return **previous != '\0' && *size > 0;
}

/**
 * nepho_pdf_tag:
 * @pdf: (inout): a PDF as cairo wrote it, with structure
 * @alternatives: (element-type utf8): what each figure shows, in the order in which they were drawn
 * @language: of the texts: "en", "zh-CN"
 *
 * Cairo writes a structure of headings, paragraphs and figures, but neither the document that holds
 * them, nor what a figure shows, nor which language is read. All three are added as an incremental update
 * (ISO 32000-1, 7.5.6), for those who have the file read to them. A PDF of another form than cairo
 * 1.16's is left as it is.
 */
void
nepho_pdf_tag (GByteArray *pdf, GPtrArray *alternatives, const char *language)
{
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (Object));
  g_autofree char *trailer = NULL;
  g_autofree char *previous = NULL;
  const char *data = (const char *) pdf->data;
  const char *end = data + pdf->len;
  guint document;
  guint root;

  g_array_set_clear_func (objects, object_clear);

  if (read_trailer (data, end, &document, &trailer, &previous) && take_root (objects, data, end, document, &root)
      && take_elements (objects, data, end, alternatives, root, document)
      && take_catalog (objects, data, end, language))
    append_update (pdf, objects, document + 1, trailer, previous);
}
