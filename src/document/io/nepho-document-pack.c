/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-pack.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-document-error.h"
#include "nepho-document-io.h"
#include "nepho-json-parser.h"

/* The densest: a picture is read more often than it is made. */
#define LEVEL 9

#define PART ((gsize) 1 << 16)

/* Passes everything through a converter; NULL with its error, or where more than @most bytes come out. */
static GBytes *
convert (GConverter *converter, const guint8 *data, gsize length, gsize most, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *part = g_malloc (PART);
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read;
      gsize n_written;

      result = g_converter_convert (converter, data, length, part, PART, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                    error);
      if (result == G_CONVERTER_ERROR)
        return NULL;
      if (out->len + n_written > most)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, _("it is larger than %d MiB"), (int) (most >> 20));
          return NULL;
        }
      g_byte_array_append (out, part, (guint) n_written);
      data += n_read;
      length -= n_read;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

/**
 * nepho_document_pack:
 * @self: a document
 *
 * Makes what a picture or a text keeps of a document: nepho_document_to_json() as RFC 1950 (zlib) packs it, which names
 * neither a time nor a file, so that the same document is the same bytes.
 *
 * Returns: (transfer full): the packed document
 */
GBytes *
nepho_document_pack (NephoDocument *self)
{
  g_autofree char *json = nepho_document_to_json (self);
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);

  return convert (G_CONVERTER (compressor), (const guint8 *) json, strlen (json), G_MAXUINT, NULL);
}

/**
 * nepho_document_unpack:
 * @data: (array length=length): what may be a packed document
 * @length: number of bytes
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the text that was packed, %NEPHO_JSON_MAX_SIZE at most; or %NULL with
 * %NEPHO_DOCUMENT_ERROR_SYNTAX
 */
GBytes *
nepho_document_unpack (const guint8 *data, gsize length, GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GError) local = NULL;
  GBytes *text = convert (G_CONVERTER (decompressor), data, length, NEPHO_JSON_MAX_SIZE, &local);

  if (text == NULL)
    g_set_error (error, NEPHO_DOCUMENT_ERROR, NEPHO_DOCUMENT_ERROR_SYNTAX,
                 _("the scenario in it is damaged: %s"), local->message);

  return text;
}
