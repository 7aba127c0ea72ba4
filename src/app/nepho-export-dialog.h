/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-export-subject.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_EXPORT_DIALOG (nepho_export_dialog_get_type ())

/* Shows what a file will look like while its format, size and look are chosen, and has it written. */
G_DECLARE_FINAL_TYPE (NephoExportDialog, nepho_export_dialog, NEPHO, EXPORT_DIALOG, AdwWindow)

GtkWidget *nepho_export_dialog_new    (GtkWidget          *anchor,
                                       NephoExportSubject *subject);
void       nepho_export_dialog_export (NephoExportDialog  *self,
                                       GFile              *target);

G_END_DECLS
