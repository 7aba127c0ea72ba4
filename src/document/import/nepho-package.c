/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A workbook has dozens of parts, not thousands. */
#define MAX_PARTS 4096u

#define CHUNK (64u * 1024u)

struct _NephoPackage
{
  GHashTable *parts; /* name -> GByteArray: XML only, since pictures are not read */
};

/**
 * nepho_package_free:
 * @self: (transfer full) (nullable): a package
 */
void
nepho_package_free (NephoPackage *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->parts);
  g_free (self);
}

static gboolean
refuse_damage (GError **error, const char *why)
{
  g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_FORMAT, _("The workbook is damaged or protected: %s"),
               why != NULL ? why : _("unknown"));

  return FALSE;
}

/* However small a part is in the archive, no more than the limit is unpacked. */
static gboolean
unpack (struct archive *archive, GByteArray *bytes, gsize *total, GError **error)
{
  g_autofree char *buffer = g_malloc (CHUNK);

  while (TRUE)
    {
      la_ssize_t n = archive_read_data (archive, buffer, CHUNK);

      if (n < 0)
        return refuse_damage (error, archive_error_string (archive));
      if (n == 0)
        return TRUE;
      *total += (gsize) n;
      if (*total > NEPHO_GRID_MAX_BYTES)
        {
          g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_LIMIT,
                       _("The workbook unpacks to more than %u MiB; that is no table"), NEPHO_GRID_MAX_BYTES / 1024 / 1024);
          return FALSE;
        }
      g_byte_array_append (bytes, (const guint8 *) buffer, (guint) n);
    }
}

static gboolean
is_xml (const char *name)
{
  return g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels");
}

static gboolean
read_parts (NephoPackage *self, struct archive *archive, GError **error)
{
  struct archive_entry *entry;
  gsize total = 0;
  guint n_parts = 0;
  int status;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);
      GByteArray *bytes;

      if (++n_parts > MAX_PARTS)
        {
          g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_LIMIT,
                       _("The workbook has more than %u parts; that is no table"), MAX_PARTS);
          return FALSE;
        }
      if (name == NULL || !is_xml (name))
        continue;
      bytes = g_byte_array_new ();
      g_hash_table_insert (self->parts, g_strdup (name), bytes);
      if (!unpack (archive, bytes, &total, error))
        return FALSE;
    }

  return status == ARCHIVE_EOF || refuse_damage (error, archive_error_string (archive));
}

/**
 * nepho_package_open:
 * @data: (array length=length): a zipped document
 * @length: number of bytes
 * @error: return location for an error
 *
 * Unpacks the XML parts of a document, up to a limit.
 *
 * Returns: (transfer full) (nullable): the parts, or %NULL with %NEPHO_IMPORT_ERROR_FORMAT or
 * %NEPHO_IMPORT_ERROR_LIMIT
 */
NephoPackage *
nepho_package_open (const char *data, gsize length, GError **error)
{
  g_autoptr (NephoPackage) self = g_new0 (NephoPackage, 1);
  struct archive *archive = archive_read_new ();
  gboolean done;

  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_byte_array_unref);
  /* Seeking, not streaming: only the directory at the end says where the parts are. */
  archive_read_support_format_zip_seekable (archive);
  if (archive_read_open_memory (archive, data, length) == ARCHIVE_OK)
    done = read_parts (self, archive, error);
  else
    done = refuse_damage (error, _("the list of its parts, which stands at its end, is missing"));
  archive_read_free (archive);

  return done ? g_steal_pointer (&self) : NULL;
}

/**
 * nepho_package_has:
 * @self: a package
 * @part: name of a part
 *
 * Returns: whether it is there
 */
gboolean
nepho_package_has (const NephoPackage *self, const char *part)
{
  return g_hash_table_contains (self->parts, part);
}

/* Faults are told by us, not on standard error. */
static void
ignore_fault (void *data, const char *message, xmlParserSeverities severity, xmlTextReaderLocatorPtr locator)
{
}

/**
 * nepho_package_read:
 * @self: a package
 * @part: name of a part
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader before its first node; nothing outside the part is ever read
 */
xmlTextReaderPtr
nepho_package_read (const NephoPackage *self, const char *part, GError **error)
{
  const GByteArray *bytes = g_hash_table_lookup (self->parts, part);
  xmlTextReaderPtr reader = NULL;

  if (bytes != NULL && bytes->len > 0)
    reader = xmlReaderForMemory ((const char *) bytes->data, (int) bytes->len, NULL, NULL, XML_PARSE_NONET);
  if (reader == NULL)
    g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_FORMAT, _("The workbook has no part “%s”"), part);
  else
    xmlTextReaderSetErrorHandler (reader, ignore_fault, NULL);

  return reader;
}

/**
 * nepho_package_next:
 * @reader: a reader
 * @part: name of its part
 * @error: return location for an error
 *
 * Goes to the next node.
 *
 * Returns: 1; 0 at the end; -1 with %NEPHO_IMPORT_ERROR_FORMAT for what is no XML, or has a document type, which
 * could make much of little
 */
int
nepho_package_next (xmlTextReaderPtr reader, const char *part, GError **error)
{
  int status = xmlTextReaderRead (reader);

  if (status >= 0 && xmlTextReaderNodeType (reader) != XML_READER_TYPE_DOCUMENT_TYPE)
    return status;

  g_set_error (error, NEPHO_IMPORT_ERROR, NEPHO_IMPORT_ERROR_FORMAT, _("The workbook is damaged: “%s”, line %d, is no XML"),
               part, xmlTextReaderGetParserLineNumber (reader));

  return -1;
}

/**
 * nepho_package_is:
 * @reader: a reader
 * @name: name of an element without its prefix
 *
 * Returns: whether such an element begins here
 */
gboolean
nepho_package_is (xmlTextReaderPtr reader, const char *name)
{
  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_ELEMENT
         && g_strcmp0 ((const char *) xmlTextReaderConstLocalName (reader), name) == 0;
}

/**
 * nepho_package_get:
 * @reader: a reader at an element
 * @attribute: name of an attribute, with its prefix
 *
 * Returns: (transfer full) (nullable): its text
 */
char *
nepho_package_get (xmlTextReaderPtr reader, const char *attribute)
{
  xmlChar *value = xmlTextReaderGetAttribute (reader, (const xmlChar *) attribute);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

/* What stands in a cell's element and is no part of its text: how Chinese and Japanese words are read aloud,
 * comments, and drawings. */
static gboolean
is_aside (xmlTextReaderPtr reader)
{
  return nepho_package_is (reader, "rPh") || nepho_package_is (reader, "annotation") || nepho_package_is (reader, "frame");
}

/* Spaces and ends of lines that are elements in ODS. */
static void
append_space (xmlTextReaderPtr reader, GString *text)
{
  if (nepho_package_is (reader, "line-break") || (nepho_package_is (reader, "p") && text->len > 0))
    g_string_append_c (text, '\n');
  else if (nepho_package_is (reader, "tab"))
    g_string_append_c (text, '\t');
  else if (nepho_package_is (reader, "s"))
    {
      g_autofree char *times = nepho_package_get (reader, "text:c");
      guint64 n = times != NULL ? g_ascii_strtoull (times, NULL, 10) : 1;

      for (guint64 i = 0; i < n && text->len <= NEPHO_GRID_MAX_CELL; i++)
        g_string_append_c (text, ' ');
    }
}

/**
 * nepho_package_text:
 * @reader: a reader at an element; it goes to the element's end
 * @part: name of its part
 * @text: (inout): takes all text in the element but comments and reading aids
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_IMPORT_ERROR_FORMAT
 */
gboolean
nepho_package_text (xmlTextReaderPtr reader, const char *part, GString *text, GError **error)
{
  int depth = xmlTextReaderDepth (reader);
  int aside = G_MAXINT; /* depth of what is passed over */

  if (xmlTextReaderIsEmptyElement (reader))
    return TRUE;

  while (nepho_package_next (reader, part, error) == 1)
    {
      int type = xmlTextReaderNodeType (reader);

      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reader) == depth)
        return TRUE;
      if (aside < G_MAXINT)
        {
          if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reader) == aside)
            aside = G_MAXINT;
          continue;
        }
      if (is_aside (reader) && !xmlTextReaderIsEmptyElement (reader))
        aside = xmlTextReaderDepth (reader);
      append_space (reader, text);
      if ((type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
          && text->len <= NEPHO_GRID_MAX_CELL)
        g_string_append (text, (const char *) xmlTextReaderConstValue (reader));
    }

  return FALSE;
}
