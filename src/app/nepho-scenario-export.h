/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-bundle.h"
#include "nepho-window.h"

G_BEGIN_DECLS

/* What is exported of a scenario as a whole. */
typedef enum
{
  NEPHO_EXPORT_WORKBOOK,
  NEPHO_EXPORT_REPORT,
  NEPHO_EXPORT_FOLDER,
} NephoExportKind;

gboolean nepho_export_kind_from_id  (const char      *id,
                                     NephoExportKind *kind);
GBytes  *nepho_scenario_export_file (NephoDocument   *document,
                                     NephoExportKind  kind,
                                     const char      *history,
                                     GError         **error);
void     nepho_scenario_export_ask  (NephoWindow     *window,
                                     NephoExportKind  kind);
void     nepho_scenario_export_into (NephoWindow     *window,
                                     GFile           *folder);

G_END_DECLS
