/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-dataset.h"

G_BEGIN_DECLS

#define NEPHO_DEFAULT_DATASET "china"

NephoDataset       *nepho_dataset_load   (const char  *name_or_path,
                                          GError     **error);
NephoDataset       *nepho_dataset_parse  (const char  *data,
                                          gsize        length,
                                          const char  *name,
                                          GError     **error);
gboolean            nepho_dataset_is_file(const char  *path);
const char * const *nepho_dataset_names  (void);

G_END_DECLS
