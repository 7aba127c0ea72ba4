/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A small window that says how far an export is, for one that takes longer than half a second. */
typedef struct _NephoExportProgress NephoExportProgress;

NephoExportProgress *nepho_export_progress_new  (GtkWindow           *parent,
                                                 void               (*stop) (gpointer user_data),
                                                 gpointer             user_data);
void                 nepho_export_progress_tell (NephoExportProgress *self,
                                                 guint                done,
                                                 guint                n_files);
void                 nepho_export_progress_free (NephoExportProgress *self);

G_END_DECLS
