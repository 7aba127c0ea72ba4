/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "nepho-export-subject.h"

G_BEGIN_DECLS

/* What leaves the window on real paper: a chart, the charts of a page, the report. */
void nepho_print      (GtkWidget               *anchor,
                       NephoExportSubject      *subject);
void nepho_print_file (GtkWidget               *anchor,
                       NephoExportSubject      *subject,
                       const char              *path);

G_END_DECLS
