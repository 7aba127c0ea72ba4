/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>
#include <cairo.h>

#include "nepho-plot-figure.h"

G_BEGIN_DECLS

void nepho_plot_link_begin (cairo_t           *cr,
                            const char        *address,
                            const char        *rectangles);
void nepho_plot_link_end   (cairo_t           *cr);
void nepho_plot_draw_links (cairo_t           *cr,
                            const GArray      *links,
                            PangoLayout       *text,
                            double             x,
                            double             y);

G_END_DECLS
