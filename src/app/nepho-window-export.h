/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-export-subject.h"
#include "nepho-window.h"

G_BEGIN_DECLS

/* What leaves a window: the page in view, or all of its scenario. */
NephoExportSubject *nepho_window_export_subject (NephoWindow     *window,
                                                 NephoExportKind  kind);
void                nepho_window_export_ask     (NephoWindow     *window,
                                                 NephoExportKind  kind);
gboolean            nepho_export_kind_from_id   (const char      *id,
                                                 NephoExportKind *kind);

G_END_DECLS
