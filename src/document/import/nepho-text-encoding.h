/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-grid.h"

G_BEGIN_DECLS

const char * const *nepho_text_encodings     (void);
const char         *nepho_text_encoding_find (const char  *name);
char               *nepho_text_decode        (const char  *data,
                                              gsize        length,
                                              const char  *encoding,
                                              const char **found,
                                              GError     **error);

G_END_DECLS
