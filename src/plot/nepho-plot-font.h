/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

PangoLanguage *nepho_plot_font_language (void);
void           nepho_plot_font_set      (PangoLayout   *layout,
                                         const char    *families,
                                         PangoLanguage *language,
                                         double         size,
                                         gboolean       bold,
                                         gboolean       tabular);

G_END_DECLS
