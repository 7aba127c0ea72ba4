/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-export-subject.h"
#include "nepho-house-style.h"
#include "nepho-report.h"

G_BEGIN_DECLS

/* How a file is to look, as the reader chose it last: the settings whose names begin with "export-". */
typedef struct
{
  NephoExportKind      kind;
  char                *suffix;     /* "png" */
  char                *size;       /* as nepho_picture_size_parse() reads it */
  int                  scale;      /* times the pixels of a PNG */
  int                  dpi;
  char                *theme_id;
  gboolean             transparent;
  gboolean             outlines;
  gboolean             embed;
  char                *csv;
  char                *paper;
  char                *parts;      /* of a report; "": all */
  char                *kinds;      /* of files in a folder; "": all */
  char                *language;   /* "": the window's */
  NephoHouseStyle     *house;      /* or NULL */
  char                *house_fault; /* why there is none though one is wished for, or NULL */
  NephoPlotTheme       theme;      /* with the house's font and colours */
} NephoExportChoices;

void     nepho_export_choices_init      (NephoExportChoices        *self,
                                         GSettings                 *settings,
                                         const NephoExportSubject  *subject);
void     nepho_export_choices_clear     (NephoExportChoices        *self);
gboolean nepho_export_choices_picture   (const NephoExportChoices  *self,
                                         NephoPictureOptions       *picture,
                                         GError                   **error);
gboolean nepho_export_choices_report    (const NephoExportChoices  *self,
                                         NephoReportStyle          *report,
                                         GError                   **error);
void     nepho_export_choices_arguments (const NephoExportChoices  *self,
                                         GStrvBuilder              *words);
gboolean nepho_export_choices_is_paper  (const NephoExportChoices  *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoExportChoices, nepho_export_choices_clear)

G_END_DECLS
