/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-pdf-tags.h"

#include <string.h>

#include "nepho-pdf-update.h"

#define ELEMENT_BEGINS "<< /Type /StructElem\n"
#define FIGURE_BEGINS ELEMENT_BEGINS "   /S /Figure\n"
#define ROOT_BEGINS "<< /Type /StructTreeRoot\n"
#define CATALOG_BEGINS "<< /Type /Catalog\n"

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

/* @text with the first @old, if it is there, in @new's place. */
static GString *
replace_first (const char *text, const char *old, const char *new)
{
  GString *out = g_string_new (text);

  g_string_replace (out, old, new, 1);

  return out;
}

static void
add_alternative (GString *element, const char *text)
{
  g_autofree char *coded = hexadecimal (text);
  g_autofree char *entry = g_strdup_printf ("   /Alt %s\n", coded);

  g_string_insert (element, strlen (FIGURE_BEGINS), entry);
}

/* Every element of the structure: a figure says what it shows, and what was at the root is in the
 * document. */
static gboolean
take_elements (NephoPdfUpdate *update, GPtrArray *alternatives, guint root, guint document)
{
  g_autofree char *old_parent = g_strdup_printf ("/P %u 0 R\n", root);
  g_autofree char *new_parent = g_strdup_printf ("/P %u 0 R\n", document);
  const char *at = update->data;
  guint n = 0;

  for (; (at = nepho_pdf_update_find (update, at, ELEMENT_BEGINS)) != NULL; at++)
    {
      g_autofree char *body = nepho_pdf_update_body (update, at);
      GString *moved;
      guint number;

      if (body == NULL || !nepho_pdf_update_number (update, at, &number))
        return FALSE;
      moved = replace_first (body, old_parent, new_parent);
      nepho_pdf_update_add (update, number, moved);
      if (!g_str_has_prefix (moved->str, FIGURE_BEGINS))
        continue;
      if (n == alternatives->len)
        return FALSE;

      add_alternative (moved, g_ptr_array_index (alternatives, n++));
    }

  return n == alternatives->len;
}

/* The root holds one document, and the document what was at the root. */
static gboolean
take_root (NephoPdfUpdate *update, guint document, guint *number)
{
  const char *at = nepho_pdf_update_find (update, update->data, ROOT_BEGINS);
  g_autofree char *body = at != NULL ? nepho_pdf_update_body (update, at) : NULL;
  const char *list = body != NULL ? strstr (body, "/K [") : NULL;
  const char *stop = list != NULL ? strchr (list, ']') : NULL;
  GString *holder;
  GString *root;

  if (stop == NULL || !nepho_pdf_update_number (update, at, number))
    return FALSE;

  holder = g_string_new (NULL);
  g_string_printf (holder, "<< /Type /StructElem\n   /S /Document\n   /P %u 0 R\n   %.*s\n>>\n", *number,
                   (int) (stop + 1 - list), list);
  nepho_pdf_update_add (update, document, holder);
  root = g_string_new (NULL);
  g_string_printf (root, "%.*s/K [ %u 0 R ]%s", (int) (list - body), body, document, stop + 1);
  nepho_pdf_update_add (update, *number, root);

  return TRUE;
}

static gboolean
take_catalog (NephoPdfUpdate *update, const char *language)
{
  const char *at = nepho_pdf_update_find (update, update->data, CATALOG_BEGINS);
  g_autofree char *body = at != NULL ? nepho_pdf_update_body (update, at) : NULL;
  GString *catalog;
  guint number;

  if (body == NULL || !nepho_pdf_update_number (update, at, &number))
    return FALSE;

  catalog = g_string_new (NULL);
  g_string_printf (catalog,
                   "%s   /Lang (%s)\n   /MarkInfo << /Marked true >>\n"
                   "   /ViewerPreferences << /DisplayDocTitle true >>\n%s",
                   CATALOG_BEGINS, language, body + strlen (CATALOG_BEGINS));
  nepho_pdf_update_add (update, number, catalog);

  return TRUE;
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
  g_auto (NephoPdfUpdate) update = { 0 };
  guint document;
  guint root;

  if (!nepho_pdf_update_init (&update, pdf))
    return;

  document = update.size++;
  if (take_root (&update, document, &root) && take_elements (&update, alternatives, root, document)
      && take_catalog (&update, language))
    nepho_pdf_update_write (&update, pdf);
}
