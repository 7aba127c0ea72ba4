/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-document.h"

G_BEGIN_DECLS

#define NEPHO_DOCUMENT_SUFFIX ".nephoscope"
#define NEPHO_DOCUMENT_MIME_TYPE "application/x-nephoscope+json"

/* What a file says of itself beside what the document holds. */
typedef struct
{
  guint      format;  /* version of the format: above ours, the file is not to be written over */
  guint      engine;  /* version of the model that it was last saved with */
  GPtrArray *unknown; /* paths of what this version does not know; empty where it knows all */
  GPtrArray *record;  /* NephoRecordItem: what that model gave */
  gboolean   carried; /* by a picture or a text, over which no document is to be written */
} NephoDocumentOrigin;

#define NEPHO_DOCUMENT_FORMAT 2u

void           nepho_document_origin_clear (NephoDocumentOrigin *origin);
char          *nepho_document_origin_explain (const NephoDocumentOrigin *origin);

NephoDocument *nepho_document_parse        (const char          *data,
                                            gsize                length,
                                            const char          *name,
                                            NephoDocumentOrigin *origin,
                                            GError             **error);
NephoDocument *nepho_document_load         (const char          *path,
                                            NephoDocumentOrigin *origin,
                                            GError             **error);
NephoDocument *nepho_document_open         (GFile               *file,
                                            NephoDocumentOrigin *origin,
                                            char               **digest,
                                            GError             **error);
NephoDocument *nepho_document_paste        (const char          *text,
                                            NephoDocumentOrigin *origin,
                                            GError             **error);
gboolean       nepho_document_is_file      (const char          *path);
char          *nepho_document_to_json      (NephoDocument       *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoDocumentOrigin, nepho_document_origin_clear)

G_END_DECLS
