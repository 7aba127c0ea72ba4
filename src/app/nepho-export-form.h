/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-export-choices.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_EXPORT_FORM (nepho_export_form_get_type ())

/* What can be chosen of an export. Every row is bound to a setting, so that it is remembered.
 *
 * Signal "edit-house": the reader wants to set the house style. */
G_DECLARE_FINAL_TYPE (NephoExportForm, nepho_export_form, NEPHO, EXPORT_FORM, AdwPreferencesPage)

void nepho_export_form_attach (NephoExportForm          *self,
                               GSettings                *settings,
                               NephoExportKind           kind);
void nepho_export_form_update (NephoExportForm          *self,
                               const NephoExportChoices *choices);

G_END_DECLS
