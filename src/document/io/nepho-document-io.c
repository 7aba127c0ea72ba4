/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-io.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "nepho-annotations-io.h"
#include "nepho-dataset-writer.h"
#include "nepho-document-picture.h"
#include "nepho-document-private.h"
#include "nepho-document-reader.h"
#include "nepho-document-text.h"
#include "nepho-events-io.h"
#include "nepho-json-lines.h"
#include "nepho-file-load.h"
#include "nepho-file-replace.h"
#include "nepho-record.h"
#include "nepho-scenarios-io.h"

static void
write_head (NephoJsonWriter *json, NephoDocument *self)
{
  g_autofree char *format = g_strdup_printf (NEPHO_DOCUMENT_FORMAT_NAME "%u", NEPHO_DOCUMENT_FORMAT);

  nepho_json_writer_text (json, "format", format);
  nepho_json_writer_whole (json, "engine", NEPHO_ENGINE_VERSION);
  nepho_json_writer_text (json, "title", self->properties->title);
  nepho_json_writer_text (json, "description", self->properties->description);
  nepho_json_lines_write (json, "notes", self->properties->notes);
  nepho_json_writer_text (json, "scenario", self->scenario);
  nepho_json_writer_whole (json, "horizon", self->horizon);
  nepho_json_writer_whole (json, "seed", self->properties->seed);
}

/* Every parameter has its line, changed or not, so that a change changes that line and no other. */
static void
write_values (NephoJsonWriter *json, NephoDocument *self)
{
  nepho_json_writer_begin (json, "values", '{');
  for (guint k = 0; k < self->n_values; k++)
    nepho_json_writer_number (json, nepho_parameter_set_get (self->parameters, k)->id, self->values[k]);
  nepho_json_writer_end (json, '}');

  nepho_events_write (json, "events", self->parameters, self->events);

  nepho_json_writer_begin (json, "locked", '[');
  for (guint k = 0; k < self->n_values; k++)
    if (self->locked[k])
      nepho_json_writer_text (json, NULL, nepho_parameter_set_get (self->parameters, k)->id);
  nepho_json_writer_end (json, ']');
}

static void
write_record (NephoJsonWriter *json, NephoDocument *self)
{
  g_autoptr (GPtrArray) record = nepho_record_scenario (self->parameters, nepho_document_get_built_in (self, self->scenario));

  nepho_json_writer_begin (json, "results", '{');
  for (guint i = 0; i < record->len; i++)
    {
      const NephoRecordItem *item = g_ptr_array_index (record, i);

      nepho_json_writer_number (json, item->id, item->value);
    }
  nepho_json_writer_end (json, '}');
}

/**
 * nepho_document_to_json:
 * @self: a document
 *
 * Writes everything that alters results, as docs/file-format.md describes it. The same document gives the
 * same bytes, whatever the reader's language.
 *
 * Returns: (transfer full): JSON that ends with a newline
 */
char *
nepho_document_to_json (NephoDocument *self)
{
  NephoJsonWriter json = { .text = g_string_new (NULL) };

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  nepho_json_writer_begin (&json, NULL, '{');
  write_head (&json, self);
  write_values (&json, self);
  nepho_scenarios_write (&json, self);
  nepho_annotations_write (&json, self);
  write_record (&json, self);
  nepho_dataset_write_facts (&json, "facts", self->dataset);
  nepho_dataset_write (&json, "dataset", self->dataset, FALSE);
  nepho_json_writer_end (&json, '}');

  return g_string_free (json.text, FALSE);
}

static NephoDocument *
read_document (NephoJsonReader *json, NephoDocumentOrigin *origin, GError **error)
{
  g_auto (NephoDocumentOrigin) unasked = { 0 };

  return nepho_document_read (json, origin != NULL ? origin : &unasked, error);
}

/**
 * nepho_document_parse:
 * @data: (array length=length): a document as docs/file-format.md describes it
 * @length: number of bytes
 * @name: what messages call it
 * @origin: (out caller-allocates) (optional): what the file says of itself
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document, without history and with nothing unsaved; or %NULL with
 * %NEPHO_DOCUMENT_ERROR_SYNTAX or %NEPHO_DOCUMENT_ERROR_CONTENT, whose message says line, path and what was
 * expected
 */
NephoDocument *
nepho_document_parse (const char *data, gsize length, const char *name, NephoDocumentOrigin *origin, GError **error)
{
  g_autoptr (NephoJsonReader) json = nepho_json_reader_new_for_data (data, length, name, error);

  return json != NULL ? read_document (json, origin, error) : NULL;
}

/* What a picture keeps; messages name the file. */
static GBytes *
read_picture (GBytes *bytes, const char *name, GError **error)
{
  GBytes *text = nepho_document_picture_read (bytes, error);

  if (text == NULL)
    g_prefix_error (error, "%s: ", name);

  return text;
}

static NephoDocument *
parse_bytes (GBytes *text, const char *name, NephoDocumentOrigin *origin, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);

  return nepho_document_parse (data != NULL ? data : "", length, name, origin, error);
}

/* What a file holds as a document, or what the picture or the text in it keeps. */
static NephoDocument *
read_bytes (GBytes *bytes, const char *name, NephoDocumentOrigin *origin, GError **error)
{
  gboolean picture = nepho_document_picture_is (bytes);
  gboolean carried = picture || nepho_document_text_is (bytes, name);
  g_autoptr (GBytes) text = NULL;
  NephoDocument *self;

  if (!carried)
    text = g_bytes_ref (bytes);
  else
    text = picture ? read_picture (bytes, name, error) : nepho_document_text_read (bytes, name, error);
  if (text == NULL)
    return NULL;

  self = parse_bytes (text, name, origin, error);
  if (self != NULL && origin != NULL)
    origin->carried = carried;

  return self;
}

/**
 * nepho_document_paste:
 * @text: what was copied: a text as nepho_document_to_text() writes it, with whatever stands around it
 * @origin: (out caller-allocates) (optional): what the document says of itself
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the document, unsaved, since nothing else may keep it; or %NULL with an error
 * of #NephoDocumentError, whose message says line and what was expected
 */
NephoDocument *
nepho_document_paste (const char *text, NephoDocumentOrigin *origin, GError **error)
{
  const char *name = _("Clipboard");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) json = nepho_document_text_read (bytes, name, error);
  NephoDocument *self = json != NULL ? parse_bytes (json, name, origin, error) : NULL;

  if (self != NULL)
    nepho_document_set_unsaved (self, TRUE);

  return self;
}

/**
 * nepho_document_load:
 * @path: (type filename): a file, or "-"
 * @origin: (out caller-allocates) (optional): what the file says of itself
 * @error: return location for an error
 *
 * As nepho_document_parse(), from a file: a document, or a picture or a text that keeps one; from standard input where
 * @path is "-".
 *
 * Returns: (transfer full) (nullable): the document, or %NULL also with %NEPHO_DOCUMENT_ERROR_READ
 */
NephoDocument *
nepho_document_load (const char *path, NephoDocumentOrigin *origin, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = nepho_file_load_named (path, &name, error);

  return bytes != NULL ? read_bytes (bytes, name, origin, error) : NULL;
}

/**
 * nepho_document_open:
 * @file: a file, on this machine or another
 * @origin: (out caller-allocates) (optional): what the file says of itself
 * @digest: (out) (optional) (nullable): of what the file holds: nepho_document_save() asks for it
 * @error: return location for an error
 *
 * As nepho_document_load().
 *
 * Returns: (transfer full) (nullable): the document
 */
NephoDocument *
nepho_document_open (GFile *file, NephoDocumentOrigin *origin, char **digest, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GBytes) bytes = nepho_file_load (file, name, error);
  NephoDocument *self = bytes != NULL ? read_bytes (bytes, name, origin, error) : NULL;

  if (self != NULL && digest != NULL)
    *digest = g_compute_checksum_for_bytes (NEPHO_FILE_DIGEST, bytes);

  return self;
}

static gboolean
is_document (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (NephoJsonReader) json
    = data != NULL ? nepho_json_reader_new_for_data (data, length, "", NULL) : NULL;
  JsonNode *root = json != NULL ? nepho_json_reader_root (json) : NULL;

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root)
         && g_str_has_prefix (nepho_json_reader_text_or (json, root, "format", ""), NEPHO_DOCUMENT_FORMAT_NAME);
}

/**
 * nepho_document_is_file:
 * @path: (type filename): a file, or "-" for standard input
 *
 * Returns: whether @path is to be read as a document: by its name, as a picture, as a text, or as JSON that calls
 * itself one, of whichever version
 */
gboolean
nepho_document_is_file (const char *path)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_has_suffix (path, NEPHO_DOCUMENT_SUFFIX))
    return TRUE;

  bytes = nepho_file_load_named (path, &name, NULL);

  return bytes != NULL
         && (nepho_document_picture_is (bytes) || nepho_document_text_is (bytes, name) || is_document (bytes));
}
