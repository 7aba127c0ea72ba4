/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Takes a text instead of having it drawn; the context's current point is its top left, and the
 * context's source its colour. */
typedef void (*NephoPlotTextSink) (cairo_t     *cr,
                                   PangoLayout *text,
                                   gpointer     user_data);

void nepho_plot_set_text_sink (cairo_t           *cr,
                               NephoPlotTextSink  sink,
                               gpointer           user_data);
void nepho_plot_show_text     (cairo_t           *cr,
                               PangoLayout       *text);

G_END_DECLS
