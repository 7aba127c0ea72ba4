/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-number.h"
#include "nepho-plot-private.h"

/* Of a dot with its place in it, at text scale 1, and as a part of the distance between two places. */
#define RADIUS 7.5
#define PITCH_PART 0.46

/* Radius of the dots at the ends of lines of ranks; 0 where the figure has no ranks or no room for them. */
double
nepho_plot_ranks_radius (const NephoPlotLayout *layout)
{
  double pitch;

  if (layout->figure->y.unit != NEPHO_UNIT_RANK || layout->plot.height <= 0.0 || layout->y.d1 <= layout->y.d0)
    return 0.0;
  pitch = layout->plot.height / (layout->y.d1 - layout->y.d0);

  return MIN (RADIUS * layout->text_scale, PITCH_PART * pitch);
}

/* Where the line of a series ends on the plot. */
static gboolean
find_end (const NephoPlotLayout *layout, guint index, double *x, double *y, double *rank)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  if (series->mark != NEPHO_PLOT_MARK_LINE || series->notation == NEPHO_PLOT_GHOST || series->y == NULL
      || !nepho_plot_series_visible (layout, index))
    return FALSE;

  for (guint k = series->y->n; k-- > 0;)
    {
      nepho_plot_layout_point (layout, index, k, x, y);
      *rank = series->y->values[k];
      if (isfinite (*x) && isfinite (*y) && nepho_plot_in_sight (layout, *x))
        return TRUE;
    }

  return FALSE;
}

/* The places in the dots; of several who share one the first is written. */
void
nepho_plot_ranks_place (NephoPlotLayout *layout)
{
  double radius = nepho_plot_ranks_radius (layout);

  for (guint i = 0; radius > 0.0 && i < layout->figure->series->len; i++)
    {
      g_autofree char *number = NULL;
      g_autoptr (PangoLayout) text = NULL;
      NephoPlotRect rect;
      gboolean taken = FALSE;
      double x;
      double y;
      double rank;

      if (!find_end (layout, i, &x, &y, &rank))
        continue;
      number = nepho_number_format (rank, NEPHO_UNIT_RANK, NEPHO_NUMBER_PLAIN);
      text = nepho_plot_text_new (layout, number, layout->theme->label_size * 0.92, TRUE, 0.0, 1);
      nepho_plot_text_size (text, &rect.width, &rect.height);
      rect.x = x - rect.width / 2.0;
      rect.y = y - rect.height / 2.0;
      for (guint k = 0; k < layout->texts->len && !taken; k++)
        taken = nepho_plot_rects_meet (&rect, &g_array_index (layout->texts, NephoPlotTextBox, k).rect);
      if (taken || rect.height > 2.3 * radius || rect.width > 2.0 * radius)
        continue;
      nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_VALUE, g_steal_pointer (&text), rect.x, rect.y,
                           nepho_plot_colour_on (layout->theme, nepho_plot_series_colour (layout, i)))
        ->series = (int) i;
    }
}

/* Over the ends of the lines, the first series on top as its number is. */
void
nepho_plot_ranks_draw (const NephoPlotLayout *layout, cairo_t *cr)
{
  double radius = nepho_plot_ranks_radius (layout);

  for (guint i = layout->figure->series->len; radius > 0.0 && i-- > 0;)
    {
      double x;
      double y;
      double rank;

      if (!find_end (layout, i, &x, &y, &rank))
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
      nepho_plot_set_colour (cr, nepho_plot_series_colour (layout, i), 1.0);
      cairo_fill (cr);
    }
}
