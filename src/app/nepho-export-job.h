/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-document.h"

G_BEGIN_DECLS

/* Called once: @error is NULL when all is written, and G_IO_ERROR_CANCELLED when the reader stopped it. */
typedef void (*NephoExportDone) (GtkWidget    *anchor,
                                 GFile        *target,
                                 const GError *error,
                                 gpointer      user_data);

void nepho_export_job_start (GtkWidget          *anchor,
                             NephoDocument      *document,
                             const char * const *arguments,
                             const char         *made,
                             GFile              *target,
                             NephoExportDone     done,
                             gpointer            user_data);

G_END_DECLS
