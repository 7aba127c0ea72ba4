/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-bundle.h"
#include "nepho-window.h"

G_BEGIN_DECLS

/* Called once: @error is NULL when all is written, and G_IO_ERROR_CANCELLED when the reader stopped it. */
typedef void (*NephoExportDone) (NephoWindow  *window,
                                 GFile        *folder,
                                 const GError *error);

GtkWidget *nepho_export_job_start (NephoWindow     *window,
                                   NephoBundle     *bundle,
                                   GFile           *folder,
                                   NephoExportDone  done);

G_END_DECLS
