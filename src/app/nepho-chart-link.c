/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-chart-link.h"

#include <math.h>

struct _NephoChartLink
{
  GObject       parent_instance;

  gconstpointer chart;    /* under the pointer or with the keyboard cursor; never looked into */
  double        time;     /* NAN: nowhere */
  char         *series;   /* or NULL */

  char         *isolated; /* or NULL */
  double        from, to; /* NAN: everything */
};

enum
{
  POINTED,
  NARROWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NephoChartLink, nepho_chart_link, G_TYPE_OBJECT)

static void
nepho_chart_link_finalize (GObject *object)
{
  NephoChartLink *self = NEPHO_CHART_LINK (object);

  g_free (self->series);
  g_free (self->isolated);

  G_OBJECT_CLASS (nepho_chart_link_parent_class)->finalize (object);
}

static void
nepho_chart_link_class_init (NephoChartLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nepho_chart_link_finalize;

  signals[POINTED] = g_signal_new ("pointed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[NARROWED] = g_signal_new ("narrowed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
nepho_chart_link_init (NephoChartLink *self)
{
  self->time = NAN;
  self->from = NAN;
  self->to = NAN;
}

/**
 * nepho_chart_link_new:
 *
 * Returns: (transfer full): a link with nothing pointed at and everything shown
 */
NephoChartLink *
nepho_chart_link_new (void)
{
  return g_object_new (NEPHO_TYPE_CHART_LINK, NULL);
}

static gboolean
same_time (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/**
 * nepho_chart_link_point:
 * @self: a link
 * @chart: who says so
 * @time: the time that is pointed at, in years; NAN: none
 * @series: (nullable): id of what is pointed at: a series, a category or a named dot
 *
 * Tells the other charts what to mark. Neither a time nor an id: nothing any more, but what another chart pointed at
 * stays.
 */
void
nepho_chart_link_point (NephoChartLink *self, gconstpointer chart, double time, const char *series)
{
  gboolean nothing = isnan (time) && series == NULL;

  g_return_if_fail (NEPHO_IS_CHART_LINK (self));

  if (nothing && self->chart != chart)
    return;
  if (self->chart == chart && same_time (self->time, time) && g_strcmp0 (self->series, series) == 0)
    return;

  self->chart = nothing ? NULL : chart;
  self->time = time;
  g_free (self->series);
  self->series = g_strdup (series);
  g_signal_emit (self, signals[POINTED], 0);
}

/**
 * nepho_chart_link_get_point:
 * @self: a link
 * @chart: who asks
 * @time: (out): the time that is pointed at on another chart, or NAN
 * @series: (out) (nullable): id of what is pointed at, until the next one
 *
 * Returns: whether anything is pointed at on another chart than @chart
 */
gboolean
nepho_chart_link_get_point (NephoChartLink *self, gconstpointer chart, double *time, const char **series)
{
  g_return_val_if_fail (NEPHO_IS_CHART_LINK (self), FALSE);

  *time = self->time;
  *series = self->series;

  return self->chart != NULL && self->chart != chart;
}

/**
 * nepho_chart_link_isolate:
 * @self: a link
 * @series: (nullable): id of what to show alone: a series, a category or a named dot; the one that is alone already,
 *   or %NULL: all again
 *
 * Charts without it show all of theirs.
 */
void
nepho_chart_link_isolate (NephoChartLink *self, const char *series)
{
  char *isolated;

  g_return_if_fail (NEPHO_IS_CHART_LINK (self));

  if (self->isolated == NULL && series == NULL)
    return;

  isolated = g_strcmp0 (self->isolated, series) == 0 ? NULL : g_strdup (series);
  g_free (self->isolated);
  self->isolated = isolated;
  g_signal_emit (self, signals[NARROWED], 0);
}

/**
 * nepho_chart_link_get_isolated:
 * @self: a link
 *
 * Returns: (transfer none) (nullable): id of what is shown alone
 */
const char *
nepho_chart_link_get_isolated (NephoChartLink *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_LINK (self), NULL);

  return self->isolated;
}

/**
 * nepho_chart_link_zoom:
 * @self: a link
 * @from: first time to show, in years; NAN: as far as there is anything
 * @to: last time to show, later than @from; NAN likewise
 *
 * Charts over time show that stretch of it.
 */
void
nepho_chart_link_zoom (NephoChartLink *self, double from, double to)
{
  g_return_if_fail (NEPHO_IS_CHART_LINK (self));
  g_return_if_fail (isnan (from) == isnan (to) && !(from >= to));

  if (same_time (self->from, from) && same_time (self->to, to))
    return;

  self->from = from;
  self->to = to;
  g_signal_emit (self, signals[NARROWED], 0);
}

/**
 * nepho_chart_link_get_zoom:
 * @self: a link
 * @from: (out): first time to show, in years, or NAN
 * @to: (out): last time to show, or NAN
 */
void
nepho_chart_link_get_zoom (NephoChartLink *self, double *from, double *to)
{
  g_return_if_fail (NEPHO_IS_CHART_LINK (self));

  *from = self->from;
  *to = self->to;
}

/**
 * nepho_chart_link_show:
 * @self: a link
 * @series: (nullable): id of the series to show alone
 * @from: first time to show, in years; NAN: as far as there is anything
 * @to: last time to show; NAN likewise
 *
 * Shows just that, whatever was shown before.
 */
void
nepho_chart_link_show (NephoChartLink *self, const char *series, double from, double to)
{
  g_return_if_fail (NEPHO_IS_CHART_LINK (self));
  g_return_if_fail (isnan (from) == isnan (to) && !(from >= to));

  if (g_strcmp0 (self->isolated, series) == 0 && same_time (self->from, from) && same_time (self->to, to))
    return;

  g_free (self->isolated);
  self->isolated = g_strdup (series);
  self->from = from;
  self->to = to;
  g_signal_emit (self, signals[NARROWED], 0);
}

/**
 * nepho_chart_link_is_narrowed:
 * @self: a link
 *
 * Returns: whether less than everything is shown
 */
gboolean
nepho_chart_link_is_narrowed (NephoChartLink *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_LINK (self), FALSE);

  return self->isolated != NULL || isfinite (self->from);
}

/**
 * nepho_chart_link_reset:
 * @self: a link
 *
 * Shows everything.
 *
 * Returns: whether less was shown before
 */
gboolean
nepho_chart_link_reset (NephoChartLink *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART_LINK (self), FALSE);

  if (!nepho_chart_link_is_narrowed (self))
    return FALSE;

  g_clear_pointer (&self->isolated, g_free);
  self->from = NAN;
  self->to = NAN;
  g_signal_emit (self, signals[NARROWED], 0);

  return TRUE;
}
