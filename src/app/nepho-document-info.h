/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-window.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_DOCUMENT_INFO (nepho_document_info_get_type ())

/* What a document is: its title, description and notes, which can be edited, and what it rests on. Nothing in it says
 * who wrote it or where it lies. */
G_DECLARE_FINAL_TYPE (NephoDocumentInfo, nepho_document_info, NEPHO, DOCUMENT_INFO, AdwWindow)

NephoDocumentInfo *nepho_document_info_present (NephoWindow *parent);

G_END_DECLS
