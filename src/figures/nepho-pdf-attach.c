/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-pdf-attach.h"

#include <string.h>

#include "nepho-document-picture.h"
#include "nepho-pdf-update.h"

#define CATALOG_BEGINS "<< /Type /Catalog\n"

/* The packed document as it is: what PDF calls FlateDecode is zlib. */
static void
add_stream (NephoPdfUpdate *update, guint number, GBytes *document)
{
  gsize length;
  const char *data = g_bytes_get_data (document, &length);
  GString *body = g_string_new (NULL);

  g_string_printf (body,
                   "<< /Type /EmbeddedFile\n   /Subtype " NEPHO_PICTURE_SUBTYPE "\n   /Filter /FlateDecode\n"
                   "   /Length %" G_GSIZE_FORMAT "\n>>\nstream\n", length);
  g_string_append_len (body, data, (gssize) length);
  g_string_append (body, "\nendstream\n");
  nepho_pdf_update_add (update, number, body);
}

static void
add_name (NephoPdfUpdate *update, guint number, guint stream)
{
  GString *body = g_string_new (NULL);

  g_string_printf (body,
                   "<< /Type /Filespec\n   /F (" NEPHO_PICTURE_ATTACHMENT ")\n   /UF (" NEPHO_PICTURE_ATTACHMENT ")\n"
                   "   /EF << /F %u 0 R /UF %u 0 R >>\n   /AFRelationship /Source\n>>\n", stream, stream);
  nepho_pdf_update_add (update, number, body);
}

/* The file's list of names, and of what belongs to it as a whole (ISO 32000-2, 14.13). */
static gboolean
add_catalog (NephoPdfUpdate *update, guint name)
{
  const char *at = nepho_pdf_update_last (update, CATALOG_BEGINS);
  g_autofree char *old = at != NULL ? nepho_pdf_update_body (update, at) : NULL;
  GString *body;
  guint number;

  if (old == NULL || strstr (old, "/Names") != NULL || !nepho_pdf_update_number (update, at, &number))
    return FALSE;

  body = g_string_new (NULL);
  g_string_printf (body,
                   CATALOG_BEGINS "   /Names << /EmbeddedFiles << /Names [ (" NEPHO_PICTURE_ATTACHMENT ") %u 0 R ] >> >>\n"
                   "   /AF [ %u 0 R ]\n%s", name, name, old + strlen (CATALOG_BEGINS));
  nepho_pdf_update_add (update, number, body);

  return TRUE;
}

/**
 * nepho_pdf_attach:
 * @pdf: (inout): a PDF as cairo wrote it
 * @document: what nepho_document_pack() made
 *
 * Attaches the scenario to the file, as an update behind it. A PDF of another form than cairo's is left as it is.
 */
void
nepho_pdf_attach (GByteArray *pdf, GBytes *document)
{
  g_auto (NephoPdfUpdate) update = { 0 };
  guint stream;
  guint name;

  if (!nepho_pdf_update_init (&update, pdf))
    return;

  stream = update.size++;
  name = update.size++;
  add_stream (&update, stream, document);
  add_name (&update, name, stream);
  if (add_catalog (&update, name))
    nepho_pdf_update_write (&update, pdf);
}
