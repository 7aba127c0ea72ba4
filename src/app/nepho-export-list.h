/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *name; /* translatable */
} NephoExportListItem;

/* Rows with a check each below @row, which a setting keeps as a list of ids with commas between. */
void nepho_export_list_bind (AdwExpanderRow            *row,
                             GSettings                 *settings,
                             const char                *key,
                             const NephoExportListItem *items,
                             guint                      n_items);

G_END_DECLS
