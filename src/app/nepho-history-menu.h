/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "nepho-dataset.h"
#include "nepho-figures.h"

G_BEGIN_DECLS

GMenuModel *nepho_history_menu_new (const NephoDataset *dataset,
                                    NephoPages          page,
                                    int                 segment);
gboolean    nepho_history_menu_has (NephoPages          page);

G_END_DECLS
