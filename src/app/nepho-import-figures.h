/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-import-job.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_IMPORT_FIGURES (nepho_import_figures_get_type ())

/* The figures of a table as they are read, with what is wrong or to be noted first. */
G_DECLARE_FINAL_TYPE (NephoImportFigures, nepho_import_figures, NEPHO, IMPORT_FIGURES, AdwPreferencesGroup)

void nepho_import_figures_show (NephoImportFigures       *self,
                                const NephoImportReading *reading);

G_END_DECLS
