/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-import.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_IMPORT_COLUMNS (nepho_import_columns_get_type ())

/* What each column of a table holds, to be corrected; tells with the signal "changed". */
G_DECLARE_FINAL_TYPE (NephoImportColumns, nepho_import_columns, NEPHO, IMPORT_COLUMNS, AdwPreferencesGroup)

void nepho_import_columns_show  (NephoImportColumns    *self,
                                 const NephoGrid       *grid,
                                 const NephoImportPlan *plan);
void nepho_import_columns_apply (NephoImportColumns    *self,
                                 NephoImportPlan       *plan);

G_END_DECLS
