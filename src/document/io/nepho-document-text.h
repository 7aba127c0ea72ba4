/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"

G_BEGIN_DECLS

/* A document as text for a mail: what it says in words, then all of it, packed, to be pasted back. */

#define NEPHO_DOCUMENT_TEXT_SUFFIX ".txt"

char     *nepho_document_to_text   (NephoDocument  *self);
gboolean  nepho_document_text_is   (GBytes         *file,
                                    const char     *name);
GBytes   *nepho_document_text_read (GBytes         *file,
                                    const char     *name,
                                    GError        **error);

G_END_DECLS
