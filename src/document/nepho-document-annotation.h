/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-annotation.h"
#include "nepho-document.h"

G_BEGIN_DECLS

/* Each is a step of undo that is called what the caller says. */
const GPtrArray *nepho_document_get_annotations     (NephoDocument   *self);
gboolean         nepho_document_add_annotation      (NephoDocument   *self,
                                                     NephoAnnotation *annotation,
                                                     const char      *label,
                                                     GError         **error);
gboolean         nepho_document_set_annotation_text (NephoDocument   *self,
                                                     guint            index,
                                                     const char      *text,
                                                     const char      *label,
                                                     GError         **error);
void             nepho_document_remove_annotation   (NephoDocument   *self,
                                                     guint            index,
                                                     const char      *label);

G_END_DECLS
