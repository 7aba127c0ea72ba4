/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"
#include "nepho-figures.h"
#include "nepho-picture.h"

G_BEGIN_DECLS

/* The house style of a report. Nothing here is owned. */
typedef struct
{
  double                width_pt;
  double                height_pt;
  double                margin_pt;
  guint                 figures_a_page;
  const NephoPlotTheme *theme;
  const char           *footer; /* at the foot of each page, or NULL */
  GBytes               *logo;   /* a PNG, or NULL */
  const char           *author;   /* as in #NephoPictureOptions */
  GBytes               *document; /* as in #NephoPictureOptions */
} NephoReportStyle;

void                nepho_report_style_init (NephoReportStyle         *style);
gboolean            nepho_report_style_page (NephoReportStyle         *style,
                                             const char               *page,
                                             GError                  **error);
char               *nepho_report_keywords   (NephoDocument            *document,
                                             const NephoPlotFigure    *figure);
char               *nepho_report_title      (NephoDocument            *document);
const char * const *nepho_report_pages      (void);
GBytes             *nepho_report_encode     (const NephoFigureContext *context,
                                             GPtrArray                *figures,
                                             NephoDocument            *document,
                                             const NephoReportStyle   *style,
                                             GError                  **error);

G_END_DECLS
