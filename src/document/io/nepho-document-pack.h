/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"

G_BEGIN_DECLS

GBytes *nepho_document_pack   (NephoDocument  *self);
GBytes *nepho_document_unpack (const guint8   *data,
                               gsize           length,
                               GError        **error);

G_END_DECLS
