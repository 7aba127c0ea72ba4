/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-cli.h"
#include "nepho-grid-sheet.h"
#include "nepho-import.h"

G_BEGIN_DECLS

/* What is said of a table on the command line; NULL for what is not. */
typedef struct
{
  char  *sheet;
  char  *encoding;
  char  *separator;
  char  *header_row;
  char **maps;
  char  *decimal;
  char  *grade;
  char  *topic;
  char  *definition;
  char  *subject;
  char  *measure;
  char  *geography;
  char  *period;
  char  *unit;
  char  *publisher;
  char  *title;
  char  *url;
  char  *output;
} NephoCliImport;

void             nepho_cli_import_clear   (NephoCliImport       *options);
gboolean         nepho_cli_import_choices (const NephoCliImport *options,
                                           NephoGridChoices     *choices);
NephoImportPlan *nepho_cli_import_plan    (const NephoCliImport *options,
                                           const NephoGrid      *grid);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoCliImport, nepho_cli_import_clear)

G_END_DECLS
