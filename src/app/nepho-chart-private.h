/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-chart-cursor.h"
#include "nepho-chart-zoom.h"
#include "nepho-chart.h"

G_BEGIN_DECLS

struct _NephoChart
{
  GtkWidget             parent_instance;

  NephoPlotFigure      *figure;
  NephoPlotLayout      *layout;      /* of figure, at the present size; NULL: to be made */
  GskRenderNode        *picture;     /* the layout drawn; NULL: to be drawn */
  guint                 n_renders;
  const NephoPlotTheme *theme;
  gboolean              red;         /* whether what rises is drawn red */
  double                text_scale;

  gboolean              held;
  double                held_minimum;
  double                held_maximum;

  gboolean              has_pointer;
  double                pointer_x;
  double                pointer_y;
  NephoChartCursor      cursor;
  char                 *reading;
  guint                 left;        /* a look for where the focus went, or 0 */

  NephoChartLink       *link;        /* what the reader looks at, here or on the charts beside it */
  NephoChartZoom        zoom;
  gboolean              narrowed;    /* whether that leaves out a part of the figure */
};

/* What the overlay marks. */
typedef struct
{
  double       value_x; /* a place along x, or NAN */
  NephoPlotHit hit;     /* a datum, or of series -1 */
  const char  *subject; /* id of what is meant as a whole, or NULL */
} NephoChartFocus;

/* chart */
const NephoPlotSeries *
            nepho_chart_series         (NephoChart            *self,
                                        int                    series);
gboolean    nepho_chart_is_over_time   (NephoChart            *self);
void        nepho_chart_update_reading (NephoChart            *self);
void        nepho_chart_invalidate     (NephoChart            *self);

/* view */
void        nepho_chart_update_narrowed(NephoChart            *self);
void        nepho_chart_release_axis   (NephoChart            *self);

/* keys */
void        nepho_chart_keys_add       (GtkWidgetClass        *widget_class);
void        nepho_chart_keys_attach    (NephoChart            *self);

/* pointer */
void        nepho_chart_pointer_attach (NephoChart            *self);
gboolean    nepho_chart_pointer_find   (NephoChart            *self,
                                        const NephoPlotLayout *layout,
                                        NephoChartFocus       *focus);
void        nepho_chart_pointer_tell   (NephoChart            *self);

G_END_DECLS
