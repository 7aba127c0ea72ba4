/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-document-annotation.h"

#include <glib/gi18n-lib.h>

#include "nepho-document-private.h"
#include "nepho-model-error.h"

/* Takes a list in the place of the document's; for use inside a step. */
void
nepho_document_set_annotations (NephoDocument *self, GPtrArray *annotations)
{
  g_ptr_array_unref (self->annotations);
  self->annotations = annotations;
}

/* One step: another list (transfer full) and nothing else. */
static void
take_annotations (NephoDocument *self, GPtrArray *annotations, const char *label)
{
  nepho_document_begin_step (self);
  nepho_document_set_annotations (self, annotations);
  nepho_document_label_step (self, g_strdup (label));
  nepho_document_emit_changed (self);
  nepho_document_end_step (self);
}

/**
 * nepho_document_get_annotations:
 * @self: a document
 *
 * Returns: (transfer none): its NephoAnnotation, in the order in which they were made; valid until the next edit
 */
const GPtrArray *
nepho_document_get_annotations (NephoDocument *self)
{
  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self), NULL);

  return self->annotations;
}

/**
 * nepho_document_add_annotation:
 * @self: a document
 * @annotation: an annotation
 * @label: what the step of undo is called
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_DATA, nothing changed
 */
gboolean
nepho_document_add_annotation (NephoDocument *self, NephoAnnotation *annotation, const char *label, GError **error)
{
  GPtrArray *annotations;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && annotation != NULL, FALSE);

  if (!nepho_annotation_check (annotation, annotation->text, error))
    return FALSE;
  if (self->annotations->len >= NEPHO_ANNOTATIONS_MAX)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("The document has %u annotations already; it can have no more"), self->annotations->len);
      return FALSE;
    }

  annotations = nepho_annotations_copy (self->annotations);
  g_ptr_array_add (annotations, nepho_annotation_ref (annotation));
  take_annotations (self, annotations, label);

  return TRUE;
}

/**
 * nepho_document_set_annotation_text:
 * @self: a document
 * @index: which annotation
 * @text: what it is to say
 * @label: what the step of undo is called
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_DATA, nothing changed
 */
gboolean
nepho_document_set_annotation_text (NephoDocument *self, guint index, const char *text, const char *label, GError **error)
{
  const NephoAnnotation *before;
  GPtrArray *annotations;
  NephoAnnotation changed;

  g_return_val_if_fail (NEPHO_IS_DOCUMENT (self) && index < self->annotations->len && text != NULL, FALSE);

  before = g_ptr_array_index (self->annotations, index);
  if (!nepho_annotation_check (before, text, error))
    return FALSE;
  if (g_str_equal (before->text, text))
    return TRUE;

  changed = *before;
  changed.text = (char *) text;
  annotations = nepho_annotations_copy (self->annotations);
  nepho_annotation_unref (annotations->pdata[index]);
  annotations->pdata[index] = nepho_annotation_new (&changed);
  take_annotations (self, annotations, label);

  return TRUE;
}

/**
 * nepho_document_remove_annotation:
 * @self: a document
 * @index: which annotation
 * @label: what the step of undo is called
 */
void
nepho_document_remove_annotation (NephoDocument *self, guint index, const char *label)
{
  GPtrArray *annotations;

  g_return_if_fail (NEPHO_IS_DOCUMENT (self) && index < self->annotations->len);

  annotations = nepho_annotations_copy (self->annotations);
  g_ptr_array_remove_index (annotations, index);
  take_annotations (self, annotations, label);
}
