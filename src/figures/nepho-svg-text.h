/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Takes the texts of a drawing (a #NephoPlotTextSink) and writes them as SVG. */
void  nepho_svg_text_take (cairo_t     *cr,
                           PangoLayout *text,
                           gpointer     out);
char *nepho_svg_clean     (const char  *text);
char *nepho_svg_escape    (const char  *text);

G_END_DECLS
