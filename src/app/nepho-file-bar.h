/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-keeper.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_FILE_BAR (nepho_file_bar_get_type ())

/* Says that another program changed or removed the file of a window's document, and what can be done: it stays until
 * the reader decides, since a file that was overlooked may be overwritten. */
G_DECLARE_FINAL_TYPE (NephoFileBar, nepho_file_bar, NEPHO, FILE_BAR, AdwBin)

void nepho_file_bar_watch (NephoFileBar *self,
                           NephoKeeper  *keeper);

G_END_DECLS
