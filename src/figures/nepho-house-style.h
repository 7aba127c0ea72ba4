/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-plot-theme.h"

G_BEGIN_DECLS

/* What a house sets once for all that leaves it: docs/file-format.md describes the file. NULL, 0: not set. */
typedef struct
{
  char            *organisation; /* the author of files */
  char            *font;         /* families, the first that is there is taken */
  char            *footer;       /* at the foot of each page of a report */
  NephoPlotColour *accent;
  NephoPlotColour  palette[NEPHO_PLOT_PALETTE_SIZE];
  guint            n_colours;
  GBytes          *logo;         /* a PNG */
} NephoHouseStyle;

NephoHouseStyle *nepho_house_style_parse (const char            *data,
                                          gsize                  length,
                                          const char            *name,
                                          GError               **error);
NephoHouseStyle *nepho_house_style_load  (const char            *path,
                                          GError               **error);
char            *nepho_house_style_to_json (const NephoHouseStyle *self);
void             nepho_house_style_free  (NephoHouseStyle       *self);
gboolean         nepho_house_style_apply (const NephoHouseStyle *self,
                                          const NephoPlotTheme  *base,
                                          NephoPlotTheme        *theme,
                                          GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoHouseStyle, nepho_house_style_free)

G_END_DECLS
