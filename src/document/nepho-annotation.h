/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NEPHO_ANNOTATION_MAX_LENGTH 500u
#define NEPHO_ANNOTATIONS_MAX 200u

/* What the reader put to a chart: words to a datum, or an arrow from one datum to another that tells what lies between
 * them. Data are named, not counted, so that it follows them as they move. Reference counted and never changed. */
typedef struct
{
  char *figure;    /* id of the chart */
  char *segment;   /* shown only where the chart shows that one; "": whatever it shows */
  char *vendor;    /* likewise */
  char *series;    /* "alibaba", "alibaba/published" */
  char *point;     /* "2026Q4", or the id of a category */
  char *to_series; /* of an arrow: its other end; NULL: words */
  char *to_point;
  char *text;      /* one or more lines; of an arrow "" or what stands above what it tells */
} NephoAnnotation;

NephoAnnotation *nepho_annotation_new      (const NephoAnnotation *from);
NephoAnnotation *nepho_annotation_ref      (NephoAnnotation       *annotation);
void             nepho_annotation_unref    (NephoAnnotation       *annotation);
void             nepho_annotation_clear    (NephoAnnotation       *annotation);
gboolean         nepho_annotation_check    (const NephoAnnotation *annotation,
                                            const char            *text,
                                            GError               **error);
gboolean         nepho_annotation_equal    (const NephoAnnotation *a,
                                            const NephoAnnotation *b);

GPtrArray       *nepho_annotations_new     (void);
GPtrArray       *nepho_annotations_copy    (const GPtrArray       *annotations);
gboolean         nepho_annotations_equal   (const GPtrArray       *a,
                                            const GPtrArray       *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoAnnotation, nepho_annotation_unref)

G_END_DECLS
