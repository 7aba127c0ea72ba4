/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define NEPHO_TYPE_CHART_LINK (nepho_chart_link_get_type ())

/* What a reader looks at on charts that belong together: the time and the series that are pointed at, the one
 * series that is shown alone, and the stretch of time that is zoomed to.
 *
 * Signal "pointed": another time or series is pointed at.
 * Signal "narrowed": another series is alone, or another stretch of time is shown. */
G_DECLARE_FINAL_TYPE (NephoChartLink, nepho_chart_link, NEPHO, CHART_LINK, GObject)

NephoChartLink *nepho_chart_link_new          (void);

void            nepho_chart_link_point        (NephoChartLink *self,
                                               gconstpointer   chart,
                                               double          time,
                                               const char     *series);
gboolean        nepho_chart_link_get_point    (NephoChartLink *self,
                                               gconstpointer   chart,
                                               double         *time,
                                               const char    **series);

void            nepho_chart_link_isolate      (NephoChartLink *self,
                                               const char     *series);
const char     *nepho_chart_link_get_isolated (NephoChartLink *self);
void            nepho_chart_link_zoom         (NephoChartLink *self,
                                               double          from,
                                               double          to);
void            nepho_chart_link_get_zoom     (NephoChartLink *self,
                                               double         *from,
                                               double         *to);
void            nepho_chart_link_show         (NephoChartLink *self,
                                               const char     *series,
                                               double          from,
                                               double          to);
gboolean        nepho_chart_link_is_narrowed  (NephoChartLink *self);
gboolean        nepho_chart_link_reset        (NephoChartLink *self);

G_END_DECLS
