/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-house-style.h"

G_BEGIN_DECLS

/* The house style that the reader set once, kept in the folder of their settings as the file that the command line
 * reads as well. */
char            *nepho_house_file_path (void);
NephoHouseStyle *nepho_house_file_load (GError                **error);
gboolean         nepho_house_file_save (const NephoHouseStyle  *style,
                                        GError                **error);

G_END_DECLS
