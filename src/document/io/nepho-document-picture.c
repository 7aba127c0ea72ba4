/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem, memrchr */

#include "nepho-document-picture.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>
#include <string.h>

#include "nepho-document-error.h"
#include "nepho-document-pack.h"

#define PNG_BEGINS "\x89PNG\r\n\x1a\n"
#define PDF_BEGINS "%PDF-"
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* How far into a file the root of a drawing may stand, behind comments and the document type. */
#define SVG_HEAD 4096u

/* Length, name and checksum of a chunk of PNG. */
#define CHUNK_FRAME 12u

typedef enum
{
  KIND_NONE,
  KIND_PNG,
  KIND_SVG,
  KIND_PDF,
} Kind;

static Kind
kind_of (const guint8 *data, gsize length)
{
  gsize head = MIN (length, SVG_HEAD);

  if (length >= strlen (PNG_BEGINS) && memcmp (data, PNG_BEGINS, strlen (PNG_BEGINS)) == 0)
    return KIND_PNG;
  if (length >= strlen (PDF_BEGINS) && memcmp (data, PDF_BEGINS, strlen (PDF_BEGINS)) == 0)
    return KIND_PDF;
  if (length >= strlen (BYTE_ORDER_MARK) && memcmp (data, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0)
    {
      data += strlen (BYTE_ORDER_MARK);
      head -= strlen (BYTE_ORDER_MARK);
    }
  while (head > 0 && g_ascii_isspace (*data))
    {
      data++;
      head--;
    }
  if (head > 0 && *data == '<' && memmem (data, head, "<svg", strlen ("<svg")) != NULL)
    return KIND_SVG;

  return KIND_NONE;
}

/**
 * nepho_document_picture_is:
 * @file: what a file holds
 *
 * Returns: whether it is a PNG, an SVG or a PDF, of whomever
 */
gboolean
nepho_document_picture_is (GBytes *file)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);

  return kind_of (data, length) != KIND_NONE;
}

static GBytes *
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_CONTENT, why);

  return NULL;
}

static GBytes *
refuse_empty (GError **error)
{
  return refuse (error, _("There is no scenario in this picture"));
}

static guint32
read_big (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | (guint32) at[3];
}

/* The checksum of PNG: ISO 3309, as its specification's annex D computes it. */
static guint32
checksum (const guint8 *data, gsize length)
{
  guint32 sum = 0xffffffffu;

  for (gsize i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        sum = (sum & 1) != 0 ? sum >> 1 ^ 0xedb88320u : sum >> 1;
    }

  return ~sum;
}

/* Walks the chunks to ours; every length is held against what is left of the file. */
static GBytes *
read_png (const guint8 *data, gsize length, GError **error)
{
  gsize at = strlen (PNG_BEGINS);

  while (length - at >= CHUNK_FRAME)
    {
      gsize size = read_big (data + at);

      if (size > length - at - CHUNK_FRAME)
        return refuse (error, _("the picture is cut off"));
      if (memcmp (data + at + 4, NEPHO_PICTURE_CHUNK, 4) == 0)
        {
          if (checksum (data + at + 4, size + 4) != read_big (data + at + 8 + size))
            return refuse (error, _("the scenario in the picture is damaged: its checksum is wrong"));
          return nepho_document_unpack (data + at + 8, size, error);
        }
      if (memcmp (data + at + 4, "IEND", 4) == 0)
        return refuse_empty (error);
      at += CHUNK_FRAME + size;
    }

  return refuse (error, _("the picture is cut off"));
}

static gboolean
is_ours (xmlTextReader *reader)
{
  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT
         && g_strcmp0 ((const char *) xmlTextReaderConstNamespaceUri (reader), NEPHO_PICTURE_NAMESPACE) == 0
         && g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), NEPHO_PICTURE_ELEMENT) == 0;
}

/* No network, no entities, no document types: the text of our element, and nothing else of a file. */
static GBytes *
read_svg (const guint8 *data, gsize length, GError **error)
{
  xmlTextReader *reader = xmlReaderForMemory ((const char *) data, (int) length, NULL, NULL,
                                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlChar *text = NULL;
  GBytes *found = NULL;
  int more = reader != NULL ? xmlTextReaderRead (reader) : -1;

  while (more == 1 && !is_ours (reader))
    more = xmlTextReaderRead (reader);
  if (more == 1)
    text = xmlTextReaderReadString (reader);

  if (text != NULL)
    {
      gsize size;
      g_autofree guint8 *packed = g_base64_decode ((const char *) text, &size);

      found = nepho_document_unpack (packed, size, error);
    }
  else if (more == 0)
    refuse_empty (error);
  else
    refuse (error, _("the drawing is no well-formed XML"));
  xmlFree (text);
  xmlFreeTextReader (reader);

  return found;
}

/* The whole number behind @key in a dictionary of PDF; 0 where there is none. */
static gsize
read_number (const char *dictionary, const char *key)
{
  const char *at = strstr (dictionary, key);
  guint64 number = at != NULL ? g_ascii_strtoull (at + strlen (key), NULL, 10) : 0;

  return (gsize) MIN (number, (guint64) G_MAXUINT32);
}

/* The stream whose dictionary names our type at @type; NULL without an error where it is another's. */
static GBytes *
read_attachment (const guint8 *data, gsize length, const guint8 *type, GError **error)
{
  const guint8 *begin = memrchr (data, 'j', (gsize) (type - data)); /* of "12 0 obj" */
  const guint8 *end = memmem (type, length - (gsize) (type - data), "stream", strlen ("stream"));
  g_autofree char *dictionary = NULL;
  gsize size;
  gsize left;

  if (begin == NULL || end == NULL)
    return refuse (error, _("the picture is cut off"));

  dictionary = g_strndup ((const char *) begin, (gsize) (end - begin));
  size = read_number (dictionary, "/Length ");
  end += strlen ("stream");
  left = length - (gsize) (end - data);
  if (left > 0 && *end == '\r')
    {
      end++;
      left--;
    }
  if (size == 0 || strstr (dictionary, "/FlateDecode") == NULL)
    return refuse (error, _("the scenario in the picture is damaged: its attachment cannot be read"));
  if (left <= size)
    return refuse (error, _("the picture is cut off"));

  return nepho_document_unpack (end + 1, size, error);
}

/* The last attachment of our type: a file that was updated has the newest behind the others. */
static GBytes *
read_pdf (const guint8 *data, gsize length, GError **error)
{
  const guint8 *found = NULL;
  const guint8 *at = data;

  while ((at = memmem (at, length - (gsize) (at - data), NEPHO_PICTURE_SUBTYPE, strlen (NEPHO_PICTURE_SUBTYPE))) != NULL)
    found = at++;

  return found != NULL ? read_attachment (data, length, found, error) : refuse_empty (error);
}

/**
 * nepho_document_picture_read:
 * @file: a picture
 * @error: return location for an error
 *
 * Takes the scenario out of a picture: nothing in the file is trusted, neither its lengths nor its text.
 *
 * Returns: (transfer full) (nullable): a document as nepho_document_parse() reads it; or %NULL with
 * %NEPHO_DOCUMENT_ERROR_CONTENT where there is none, %NEPHO_DOCUMENT_ERROR_SYNTAX where it is damaged
 */
GBytes *
nepho_document_picture_read (GBytes *file, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (file, &length);

  switch (kind_of (data, length))
    {
    case KIND_PNG:
      return read_png (data, length, error);
    case KIND_SVG:
      return read_svg (data, length, error);
    case KIND_PDF:
      return read_pdf (data, length, error);
    case KIND_NONE:
    default:
      return refuse_empty (error);
    }
}
