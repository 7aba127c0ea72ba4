/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"
#include "nepho-figures.h"
#include "nepho-picture.h"
#include "nepho-report-parts.h"

G_BEGIN_DECLS

/* The house style of a report. Nothing here is owned. */
typedef struct
{
  double                width_pt;
  double                height_pt;
  double                margin_pt;
  guint                 figures_a_page;
  NephoReportParts      parts;
  const NephoPlotTheme *theme;
  const char           *footer; /* at the foot of each page, or NULL */
  GBytes               *logo;   /* a PNG, or NULL */
  const char           *author;   /* as in #NephoPictureOptions */
  GBytes               *document; /* as in #NephoPictureOptions */
} NephoReportStyle;

/* A report laid out on its pages. */
typedef struct _NephoReport NephoReport;

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
NephoReport        *nepho_report_new        (const NephoFigureContext *context,
                                             GPtrArray                *figures,
                                             NephoDocument            *document,
                                             const NephoReportStyle   *style,
                                             GError                  **error);
void                nepho_report_free       (NephoReport              *self);
guint               nepho_report_n_pages    (NephoReport              *self);
void                nepho_report_draw       (NephoReport              *self,
                                             cairo_t                  *cr,
                                             guint                     page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoReport, nepho_report_free)

G_END_DECLS
