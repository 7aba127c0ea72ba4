/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-annotation.h"

#include <glib/gi18n-lib.h>

#include "nepho-model-error.h"

/* Frees what it says; for one that lies on the stack. */
void
nepho_annotation_clear (NephoAnnotation *annotation)
{
  g_free (annotation->figure);
  g_free (annotation->segment);
  g_free (annotation->vendor);
  g_free (annotation->series);
  g_free (annotation->point);
  g_free (annotation->to_series);
  g_free (annotation->to_point);
  g_free (annotation->text);
}

static char *
copy_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

/**
 * nepho_annotation_new:
 * @from: what it is to say; %NULL texts count as ""
 *
 * Returns: (transfer full): an annotation that is the same
 */
NephoAnnotation *
nepho_annotation_new (const NephoAnnotation *from)
{
  NephoAnnotation *annotation = g_atomic_rc_box_new0 (NephoAnnotation);

  annotation->figure = copy_text (from->figure);
  annotation->segment = copy_text (from->segment);
  annotation->vendor = copy_text (from->vendor);
  annotation->series = copy_text (from->series);
  annotation->point = copy_text (from->point);
  annotation->to_series = g_strdup (from->to_series);
  annotation->to_point = from->to_series != NULL ? copy_text (from->to_point) : NULL;
  annotation->text = copy_text (from->text);

  return annotation;
}

NephoAnnotation *
nepho_annotation_ref (NephoAnnotation *annotation)
{
  return g_atomic_rc_box_acquire (annotation);
}

void
nepho_annotation_unref (NephoAnnotation *annotation)
{
  g_atomic_rc_box_release_full (annotation, (GDestroyNotify) nepho_annotation_clear);
}

gboolean
nepho_annotation_equal (const NephoAnnotation *a, const NephoAnnotation *b)
{
  return a == b
         || (g_str_equal (a->figure, b->figure) && g_str_equal (a->segment, b->segment)
             && g_str_equal (a->vendor, b->vendor) && g_str_equal (a->series, b->series)
             && g_str_equal (a->point, b->point) && g_strcmp0 (a->to_series, b->to_series) == 0
             && g_strcmp0 (a->to_point, b->to_point) == 0 && g_str_equal (a->text, b->text));
}

/**
 * nepho_annotation_check:
 * @annotation: an annotation
 * @text: what it is to say
 * @error: return location for an error
 *
 * Returns: whether it may; %FALSE with %NEPHO_MODEL_ERROR_DATA for words that are missing or too long, and for control
 *   characters but line breaks
 */
gboolean
nepho_annotation_check (const NephoAnnotation *annotation, const char *text, GError **error)
{
  glong length = g_utf8_strlen (text, -1);

  if (length > (glong) NEPHO_ANNOTATION_MAX_LENGTH)
    {
      g_set_error (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                   _("The annotation has %ld characters; expected %u at most"), length, NEPHO_ANNOTATION_MAX_LENGTH);
      return FALSE;
    }
  if (annotation->to_series == NULL && length == 0)
    {
      g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA, _("The annotation has no words"));
      return FALSE;
    }

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (*c != '\n' && g_unichar_iscntrl (g_utf8_get_char (c)))
      {
        g_set_error_literal (error, NEPHO_MODEL_ERROR, NEPHO_MODEL_ERROR_DATA,
                             _("The annotation has a control character; expected words"));
        return FALSE;
      }

  return TRUE;
}

/* Returns: (transfer full): a list of none */
GPtrArray *
nepho_annotations_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_annotation_unref);
}

/* Returns: (transfer full): another list of the same annotations */
GPtrArray *
nepho_annotations_copy (const GPtrArray *annotations)
{
  GPtrArray *copy = nepho_annotations_new ();

  for (guint i = 0; i < annotations->len; i++)
    g_ptr_array_add (copy, nepho_annotation_ref (g_ptr_array_index (annotations, i)));

  return copy;
}

gboolean
nepho_annotations_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a == b)
    return TRUE;
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!nepho_annotation_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}
