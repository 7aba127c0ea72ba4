/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-import-job.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_IMPORT_FORM (nepho_import_form_get_type ())

/* The form of a table as it was found, to be corrected. Tells with the signals "reopen": the file is to be opened
 * in another way, "replan": names of columns stand elsewhere, and "changed": numbers are written otherwise. */
G_DECLARE_FINAL_TYPE (NephoImportForm, nepho_import_form, NEPHO, IMPORT_FORM, AdwPreferencesGroup)

void nepho_import_form_set_busy    (NephoImportForm        *self,
                                    gboolean                busy);
void nepho_import_form_forget      (NephoImportForm        *self);
void nepho_import_form_show_table  (NephoImportForm        *self,
                                    const NephoImportTable *table);
void nepho_import_form_show_plan   (NephoImportForm        *self,
                                    const NephoGrid        *grid,
                                    const NephoImportPlan  *plan);
void nepho_import_form_get_choices (NephoImportForm        *self,
                                    NephoGridChoices       *choices);
void nepho_import_form_get_header  (NephoImportForm        *self,
                                    guint                  *header,
                                    guint                  *header_rows);
char nepho_import_form_get_decimal (NephoImportForm        *self);

G_END_DECLS
