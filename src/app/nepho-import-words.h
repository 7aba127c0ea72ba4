/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-import.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_IMPORT_WORDS (nepho_import_words_get_type ())

/* What was measured, where no column of a table says it; tells with the signal "changed". */
G_DECLARE_FINAL_TYPE (NephoImportWords, nepho_import_words, NEPHO, IMPORT_WORDS, AdwPreferencesGroup)

void nepho_import_words_set_unit (NephoImportWords *self,
                                  const char       *unit);
void nepho_import_words_apply    (NephoImportWords *self,
                                  NephoImportPlan  *plan);

G_END_DECLS
