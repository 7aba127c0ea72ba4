/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-annotations-io.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-annotation.h"
#include "nepho-document-private.h"
#include "nepho-json-lines.h"

#define KEY "annotations"

static void
write_annotation (NephoJsonWriter *json, const NephoAnnotation *annotation)
{
  nepho_json_writer_begin (json, NULL, '{');
  nepho_json_writer_text (json, "figure", annotation->figure);
  nepho_json_writer_text_if (json, "segment", annotation->segment);
  nepho_json_writer_text_if (json, "vendor", annotation->vendor);
  nepho_json_writer_text (json, "series", annotation->series);
  nepho_json_writer_text (json, "point", annotation->point);
  if (annotation->to_series != NULL)
    {
      nepho_json_writer_text (json, "to_series", annotation->to_series);
      nepho_json_writer_text (json, "to_point", annotation->to_point);
    }
  nepho_json_lines_write (json, "text", annotation->text);
  nepho_json_writer_end (json, '}');
}

/**
 * nepho_annotations_write:
 * @json: where to, an object being open
 * @document: a document
 *
 * Writes the key "annotations"; where there are none, nothing.
 */
void
nepho_annotations_write (NephoJsonWriter *json, NephoDocument *document)
{
  const GPtrArray *annotations = nepho_document_get_annotations (document);

  if (annotations->len == 0)
    return;

  nepho_json_writer_begin (json, KEY, '[');
  for (guint i = 0; i < annotations->len; i++)
    write_annotation (json, g_ptr_array_index (annotations, i));
  nepho_json_writer_end (json, ']');
}

/* What it names need not exist, so that nothing is lost where the data set is another. */
static char *
read_name (NephoJsonReader *json, JsonNode *object, const char *key)
{
  return g_strdup (nepho_json_reader_text (json, object, key));
}

static void
read_annotation (NephoJsonReader *json, JsonNode *object, NephoDocument *document)
{
  static const char * const keys[]
    = { "figure", "segment", "vendor", "series", "point", "to_series", "to_point", "text", NULL };
  g_autoptr (NephoAnnotation) read = NULL;
  g_autoptr (GError) error = NULL;
  NephoAnnotation annotation = { 0 };
  gboolean is_arrow;

  if (!nepho_json_reader_enter (json, object, keys))
    return;

  is_arrow = nepho_json_reader_optional (json, object, "to_series") != NULL
             || nepho_json_reader_optional (json, object, "to_point") != NULL;
  annotation.figure = read_name (json, object, "figure");
  annotation.segment = g_strdup (nepho_json_reader_text_or (json, object, "segment", ""));
  annotation.vendor = g_strdup (nepho_json_reader_text_or (json, object, "vendor", ""));
  annotation.series = read_name (json, object, "series");
  annotation.point = read_name (json, object, "point");
  annotation.to_series = is_arrow ? read_name (json, object, "to_series") : NULL;
  annotation.to_point = is_arrow ? read_name (json, object, "to_point") : NULL;
  annotation.text = nepho_json_lines_read (json, object, "text");
  read = nepho_annotation_new (&annotation);
  nepho_annotation_clear (&annotation);
  if (nepho_json_reader_failed (json))
    return;

  if (!nepho_annotation_check (read, read->text, &error))
    nepho_json_reader_fail (json, object, "%s", error->message);
  g_ptr_array_add (document->annotations, g_steal_pointer (&read));
}

/**
 * nepho_annotations_read:
 * @json: a file being read
 * @root: an object as nepho_annotations_write() writes into
 * @document: a document that has none yet
 *
 * Faults are @json's, with line and path.
 */
void
nepho_annotations_read (NephoJsonReader *json, JsonNode *root, NephoDocument *document)
{
  JsonNode *list = nepho_json_reader_optional (json, root, KEY);
  guint length;

  if (list == NULL)
    return;

  length = nepho_json_reader_length (json, list, NEPHO_ANNOTATIONS_MAX);
  if (!nepho_json_reader_failed (json) && length == 0)
    nepho_json_reader_fail (json, list, _("expected at least one annotation; where there is none the key is left out"));
  for (guint i = 0; nepho_json_reader_next (json) && i < length; i++)
    read_annotation (json, nepho_json_reader_element (json, list, i), document);
}
