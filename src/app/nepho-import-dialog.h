/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "nepho-document.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_IMPORT_DIALOG (nepho_import_dialog_get_type ())

/* A window that reads figures from a table, shows how each is understood, and takes them into the document. */
G_DECLARE_FINAL_TYPE (NephoImportDialog, nepho_import_dialog, NEPHO, IMPORT_DIALOG, AdwWindow)

GtkWidget  *nepho_import_dialog_new       (NephoDocument     *document,
                                           GtkWindow         *parent);
void        nepho_import_dialog_open      (NephoImportDialog *self,
                                           GFile             *file);
void        nepho_import_dialog_read      (NephoImportDialog *self,
                                           const char        *data,
                                           gsize              length,
                                           const char        *name);
gboolean    nepho_import_dialog_is_busy   (NephoImportDialog *self);
gboolean    nepho_import_dialog_accept    (NephoImportDialog *self);
guint       nepho_import_dialog_get_n_rows(NephoImportDialog *self);
const char *nepho_import_dialog_get_fault (NephoImportDialog *self);

G_END_DECLS
