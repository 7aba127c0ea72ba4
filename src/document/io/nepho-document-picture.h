/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the formats keep a packed document. A chunk of PNG that is ours, may be passed over, and may be copied
 * by programs that do not know it; an element of SVG's metadata; a file attached to a PDF. */
#define NEPHO_PICTURE_CHUNK "neSc"
#define NEPHO_PICTURE_NAMESPACE "https://nephoscope.github.io/ns/document"
#define NEPHO_PICTURE_ELEMENT "scenario"
#define NEPHO_PICTURE_ATTACHMENT "scenario.nephoscope"
/* The MIME type as a name of PDF. */
#define NEPHO_PICTURE_SUBTYPE "/application#2Fx-nephoscope+json"

gboolean nepho_document_picture_is   (GBytes  *file);
GBytes  *nepho_document_picture_read (GBytes  *file,
                                      GError **error);

G_END_DECLS
