/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An immutable column of numbers, shared by reference; NAN is a gap. */
typedef struct
{
  gatomicrefcount ref_count;
  guint           n;
  double          values[];
} NephoPlotColumn;

NephoPlotColumn *nepho_plot_column_new     (const double    *values,
                                            guint            n);
NephoPlotColumn *nepho_plot_column_new_strided (const double *values,
                                            guint            n,
                                            gsize            stride,
                                            double           factor);
gboolean         nepho_plot_column_equal       (const NephoPlotColumn *a,
                                                const NephoPlotColumn *b);
NephoPlotColumn *nepho_plot_column_ref     (NephoPlotColumn *column);
void             nepho_plot_column_unref   (NephoPlotColumn *column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoPlotColumn, nepho_plot_column_unref)

G_END_DECLS
