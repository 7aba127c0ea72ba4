/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document-io.h"
#include "nepho-json-reader.h"

G_BEGIN_DECLS

/* Followed by the version. */
#define NEPHO_DOCUMENT_FORMAT_NAME "nephoscope-document/"

NephoDocument *nepho_document_read (NephoJsonReader     *json,
                                    NephoDocumentOrigin *origin,
                                    GError             **error);

G_END_DECLS
