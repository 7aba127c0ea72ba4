/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figures.h"

G_BEGIN_DECLS

/* What the figures of this room share: names, colours, axes, and series over time. */

/* One value at quarter @t for thing number @index: a vendor, a segment, or 0 for the market. */
typedef double (*NephoFigureGetter) (const NephoFigureContext *context,
                                     const NephoResults       *results,
                                     guint                     t,
                                     guint                     index);

const NephoDataset *nepho_frame_dataset        (const NephoFigureContext *context);
guint               nepho_frame_last           (const NephoFigureContext *context);
guint               nepho_frame_to             (const NephoFigureContext *context);
guint               nepho_frame_from           (const NephoFigureContext *context);
gboolean            nepho_frame_is_aggregate   (const NephoFigureContext *context,
                                                guint                     vendor);
guint               nepho_frame_n_named        (const NephoFigureContext *context);
const char         *nepho_frame_vendor_name    (const NephoFigureContext *context,
                                                guint                     vendor);
const char         *nepho_frame_segment_name   (const NephoFigureContext *context,
                                                guint                     segment);
const char         *nepho_frame_scope          (const NephoFigureContext *context);
char               *nepho_frame_quarter        (const NephoFigureContext *context,
                                                guint                     t);
char               *nepho_frame_period         (const NephoFigureContext *context);
double              nepho_frame_year           (const NephoFigureContext *context,
                                                guint                     t);
int                 nepho_frame_vendor_colour  (const NephoFigureContext *context,
                                                guint                     vendor);
int                 nepho_frame_segment_colour (const NephoFigureContext *context,
                                                guint                     segment);
gboolean            nepho_frame_is_changed     (const NephoFigureContext *context,
                                                guint                     parameter);
NephoAssumptions    nepho_frame_assumptions    (const NephoFigureContext *context);
NephoAssumptions    nepho_frame_baseline       (const NephoFigureContext *context);
double              nepho_frame_value          (const NephoFigureContext *context,
                                                const char               *id);

NephoPlotFigure    *nepho_frame_new            (const NephoFigureContext *context,
                                                const char               *id,
                                                NephoPlotScaleKind        x,
                                                NephoUnit                 unit);
NephoPlotColumn    *nepho_frame_column         (const NephoFigureContext *context,
                                                const NephoResults       *results,
                                                NephoFigureGetter         getter,
                                                guint                     index);
void                nepho_frame_add_times      (NephoPlotFigure          *figure,
                                                const NephoFigureContext *context,
                                                NephoPlotMark             mark,
                                                NephoFigureGetter         getter,
                                                guint                     index,
                                                const char               *id,
                                                const char               *label,
                                                int                       colour);
gboolean            nepho_frame_add_ghost      (NephoPlotFigure          *figure,
                                                const NephoFigureContext *context,
                                                NephoFigureGetter         getter,
                                                guint                     index,
                                                const char               *id,
                                                gboolean                  labelled);
void                nepho_frame_add_vendors    (NephoPlotFigure          *figure,
                                                const NephoFigureContext *context,
                                                NephoPlotMark             mark,
                                                NephoFigureGetter         getter,
                                                gboolean                  with_aggregate);
void                nepho_frame_add_segments   (NephoPlotFigure          *figure,
                                                const NephoFigureContext *context,
                                                NephoPlotMark             mark,
                                                NephoFigureGetter         getter);
void                nepho_frame_set_categories (NephoPlotAxis            *axis,
                                                GPtrArray                *categories);
void                nepho_frame_identify       (NephoPlotAxis            *axis,
                                                guint                     category,
                                                const char               *id);
void                nepho_frame_set_vendors    (NephoPlotAxis            *axis,
                                                const NephoFigureContext *context,
                                                const guint              *order,
                                                guint                     n);

G_END_DECLS
