/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-grid.h"

G_BEGIN_DECLS

NephoGrid *nepho_grid_read_text (const char  *data,
                                 gsize        length,
                                 const char  *encoding,
                                 char         separator,
                                 GError     **error);

G_END_DECLS
