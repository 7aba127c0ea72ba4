/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader sees of a chart's figure: all of it, one thing alone, a stretch of time, an axis that stays. */
#include "nepho-chart-private.h"

#include <math.h>

#include "nepho-chart-look.h"

void
nepho_chart_update_narrowed (NephoChart *self)
{
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  gboolean narrowed = nepho_chart_look_narrow (self->figure, self->link, &view);

  if (narrowed == self->narrowed)
    return;

  self->narrowed = narrowed;
  g_object_notify (G_OBJECT (self), "narrowed");
}

static void
pointed_cb (NephoChart *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
narrowed_cb (NephoChart *self)
{
  nepho_chart_update_narrowed (self);
  nepho_chart_invalidate (self);
  /* Another time lies under the pointer now. */
  if (self->has_pointer)
    nepho_chart_pointer_tell (self);
}

/**
 * nepho_chart_set_link:
 * @self: a chart
 * @link: what the reader looks at on this chart and those beside it
 */
void
nepho_chart_set_link (NephoChart *self, NephoChartLink *link)
{
  g_return_if_fail (NEPHO_IS_CHART (self));

  if (self->link != NULL)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_set_object (&self->link, link);
  self->zoom.link = link;
  g_signal_connect_swapped (link, "pointed", G_CALLBACK (pointed_cb), self);
  g_signal_connect_swapped (link, "narrowed", G_CALLBACK (narrowed_cb), self);
  narrowed_cb (self);
}

/**
 * nepho_chart_get_link:
 * @self: a chart
 *
 * Returns: (transfer none): what the reader looks at
 */
NephoChartLink *
nepho_chart_get_link (NephoChart *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART (self), NULL);

  return self->link;
}

/**
 * nepho_chart_is_narrowed:
 * @self: a chart
 *
 * Returns: whether less than the whole figure is shown
 */
gboolean
nepho_chart_is_narrowed (NephoChart *self)
{
  g_return_val_if_fail (NEPHO_IS_CHART (self), FALSE);

  return self->narrowed;
}

void
nepho_chart_release_axis (NephoChart *self)
{
  self->held_minimum = NAN;
  self->held_maximum = NAN;
}

/**
 * nepho_chart_set_held:
 * @self: a chart
 * @held: whether a lever is being dragged
 *
 * Keeps the value axis as it is now, so that it is the curves that move; on release the axis settles
 * on the data.
 */
void
nepho_chart_set_held (NephoChart *self, gboolean held)
{
  const NephoPlotLayout *layout;

  g_return_if_fail (NEPHO_IS_CHART (self));

  if (self->held == held)
    return;
  self->held = held;

  if (!held)
    {
      nepho_chart_release_axis (self);
      nepho_chart_invalidate (self);
      return;
    }

  layout = nepho_chart_get_layout (self);
  if (layout != NULL)
    {
      const NephoPlotScale *scale = self->figure->horizontal ? nepho_plot_layout_x (layout)
                                                             : nepho_plot_layout_y (layout);

      self->held_minimum = MIN (scale->d0, scale->d1);
      self->held_maximum = MAX (scale->d0, scale->d1);
    }
}
