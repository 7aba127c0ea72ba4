/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-grid.h"

G_BEGIN_DECLS

char      *nepho_grid_decode          (const guint8 *bytes,
                                       gsize         length,
                                       const char  **encoding,
                                       GError      **error);
char       nepho_grid_guess_separator (const char   *text);
NephoGrid *nepho_grid_split           (const char   *text,
                                       char          separator,
                                       GError      **error);
NephoGrid *nepho_grid_read_text       (const guint8 *bytes,
                                       gsize         length,
                                       char          separator,
                                       GError      **error);

G_END_DECLS
