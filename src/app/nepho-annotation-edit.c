/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-annotation-edit.h"

#include <glib/gi18n-lib.h>

#include "nepho-figure-annotations.h"

/* What it stands at: "Alibaba Cloud, 2026Q4", or both ends of an arrow. */
static char *
name_place (const NephoPlotFigure *figure, const NephoPlotAnnotation *annotation)
{
  g_autofree char *from = nepho_figure_datum_name (figure, annotation->series, annotation->point);
  g_autofree char *to = NULL;

  if (!annotation->measures)
    return g_steal_pointer (&from);

  to = nepho_figure_datum_name (figure, annotation->to_series, annotation->to_point);

  return g_strdup_printf ("%s → %s", from, to);
}

/**
 * nepho_annotation_edit_add:
 * @document: a document
 * @spec: what kind of figure is annotated
 * @context: what that figure was made from, with its look
 * @at: where on it, and what is said
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_DATA, nothing changed
 */
gboolean
nepho_annotation_edit_add (NephoDocument *document,
                           const NephoFigureSpec *spec,
                           const NephoFigureContext *context,
                           const NephoPlotAnnotation *at,
                           GError **error)
{
  g_autoptr (NephoPlotFigure) figure = nepho_figure_build (spec, context);
  g_autoptr (NephoAnnotation) annotation = nepho_figure_annotation_new (spec, context, at);
  g_autofree char *place = name_place (figure, at);
  /* Translators: an edit; what a note stands at, or the two ends of an arrow, such as "Alibaba Cloud, 2026Q4" */
  g_autofree char *label = g_strdup_printf (at->measures ? _("Arrow: %s") : _("Note on %s"), place);

  return nepho_document_add_annotation (document, annotation, label, error);
}

/* Of an annotation of a figure. NULL where it is not on it. */
static char *
find_place (const NephoPlotFigure *figure, guint index)
{
  for (guint i = 0; i < figure->annotations->len; i++)
    {
      const NephoPlotAnnotation *annotation = &g_array_index (figure->annotations, NephoPlotAnnotation, i);

      if (annotation->key == index)
        return name_place (figure, annotation);
    }

  return g_strdup ("");
}

/**
 * nepho_annotation_edit_change:
 * @document: a document
 * @figure: a figure that shows the annotation
 * @index: which annotation of the document
 * @text: what it is to say
 * @error: return location for an error
 *
 * Returns: %FALSE with %NEPHO_MODEL_ERROR_DATA, nothing changed
 */
gboolean
nepho_annotation_edit_change (NephoDocument *document, const NephoPlotFigure *figure, guint index, const char *text,
                              GError **error)
{
  g_autofree char *place = find_place (figure, index);
  /* Translators: an edit; what a note or an arrow stands at */
  g_autofree char *label = g_strdup_printf (_("Other words on %s"), place);

  return nepho_document_set_annotation_text (document, index, text, label, error);
}

/**
 * nepho_annotation_edit_remove:
 * @document: a document
 * @figure: a figure that shows the annotation
 * @index: which annotation of the document
 */
void
nepho_annotation_edit_remove (NephoDocument *document, const NephoPlotFigure *figure, guint index)
{
  g_autofree char *place = find_place (figure, index);
  /* Translators: an edit; what a note or an arrow stands at */
  g_autofree char *label = g_strdup_printf (_("Remove what stands on %s"), place);

  nepho_document_remove_annotation (document, index, label);
}
