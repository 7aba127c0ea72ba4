/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-number.h"
#include "nepho-plot-private.h"

#define END_GAP 3.0
/* Beside a dot the text stands farther off. */
#define DOT_GAP 4.0
#define END_SIZE 0.92
/* Texts beyond the ends take at most this part of the plot on each side. */
#define MOST_ROOM 0.34
#define ROUNDS 4

/* A text at the end of a bar that floats. */
typedef struct
{
  char       *text;
  double      value; /* at which it stands */
  gboolean    after; /* to the right or above, where values grow */
} End;

static double
start_of (const NephoPlotSeries *series, guint point)
{
  return series->low != NULL && point < series->low->n ? series->low->values[point] : 0.0;
}

/* Whether a longer bar of the same category goes the same way: then the text has no room at its end. */
static gboolean
is_covered (const NephoPlotLayout *layout, guint index, guint point)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  double own = series->y->values[point] - start_of (series, point);

  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *other = nepho_plot_series_at (layout, i);
      double length;

      if (i == index || other->mark != NEPHO_PLOT_MARK_SPAN || other->y == NULL || point >= other->y->n
          || !nepho_plot_series_visible (layout, i))
        continue;
      length = other->y->values[point] - start_of (other, point);
      if (length * own > 0.0 && (fabs (length) > fabs (own) || (length == own && i < index)))
        return TRUE;
    }

  return FALSE;
}

/* A dumbbell has its numbers at both dots, each on the far side from the other. */
static gboolean
find_dot (const NephoPlotLayout *layout, guint index, guint point, gboolean low, End *end)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  double from = start_of (series, point);
  double to = series->y->values[point];
  double value = low ? from : to;

  if (low && from == to)
    return FALSE;

  *end = (End) {
    .text = nepho_number_format (value, layout->figure->y.unit, NEPHO_NUMBER_SHORT),
    .value = value,
    .after = low ? from > to : to >= from,
  };

  return TRUE;
}

/* FALSE where nothing stands at the end. Who is covered has its text at the other side of its start. */
static gboolean
find_end (const NephoPlotLayout *layout, guint index, guint point, gboolean low, End *end)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  gboolean covered;

  if (series->y == NULL || point >= series->y->n || !isfinite (series->y->values[point])
      || !isfinite (start_of (series, point)) || !nepho_plot_series_visible (layout, index))
    return FALSE;
  if (series->mark == NEPHO_PLOT_MARK_DUMBBELL)
    return find_dot (layout, index, point, low, end);
  if (series->mark != NEPHO_PLOT_MARK_SPAN || low || series->end_labels == NULL
      || *series->end_labels[point] == '\0')
    return FALSE;

  covered = is_covered (layout, index, point);
  *end = (End) {
    .text = g_strdup (series->end_labels[point]),
    .value = covered ? start_of (series, point) : series->y->values[point],
    .after = (series->y->values[point] >= start_of (series, point)) != covered,
  };

  return TRUE;
}

static double
most_room (const NephoPlotLayout *layout)
{
  return MOST_ROOM * (layout->figure->horizontal ? layout->plot.width : layout->plot.height);
}

static PangoLayout *
end_text (const NephoPlotLayout *layout, const End *end)
{
  return nepho_plot_text_new (layout, end->text, layout->theme->label_size * END_SIZE, FALSE,
                              layout->figure->horizontal ? most_room (layout) - END_GAP * layout->text_scale : 0.0, 1);
}

/* How much more than it has the text of an end needs where the scale is so much shorter than the plot. */
static void
find_need (const NephoPlotLayout *layout, const End *end, double length, double *before, double *after)
{
  const NephoPlotScale *values = nepho_plot_value_scale (layout);
  g_autoptr (PangoLayout) text = end_text (layout, end);
  double part = values->d1 > values->d0 ? (end->value - values->d0) / (values->d1 - values->d0) : 0.5;
  double *room = end->after ? after : before;
  double width;
  double height;

  nepho_plot_text_size (text, &width, &height);
  *room = MAX (*room, (layout->figure->horizontal ? width : height) + (END_GAP + DOT_GAP) * layout->text_scale + 1.0
                        - length * (end->after ? 1.0 - part : part));
}

static void
need_of_series (const NephoPlotLayout *layout, guint index, double length, double *before, double *after)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  if ((series->mark != NEPHO_PLOT_MARK_SPAN && series->mark != NEPHO_PLOT_MARK_DUMBBELL) || series->y == NULL)
    return;

  for (guint k = 0; k < series->y->n; k++)
    for (int low = 0; low < 2; low++)
      {
        End end;

        if (!find_end (layout, index, k, low, &end))
          continue;
        find_need (layout, &end, length, before, after);
        g_free (end.text);
      }
}

/* Numbers stand beyond bars, which reach to the ends of the axis at most. The same room for all that an axis may show:
 * it does not change while a lever is dragged. */
static double
most_of_bars (const NephoPlotLayout *layout)
{
  double most = 0.0;

  for (guint i = 0; i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);
      gboolean bars = series->mark == NEPHO_PLOT_MARK_BRIDGE
                      || (series->mark == NEPHO_PLOT_MARK_BAR && series->notation != NEPHO_PLOT_GHOST);

      for (guint k = 0; bars && series->y != NULL && k < series->y->n && nepho_plot_series_visible (layout, i); k++)
        {
          g_autoptr (PangoLayout) text = nepho_plot_bar_text (layout, i, k);
          double width;
          double height;

          nepho_plot_text_size (text, &width, &height);
          most = MAX (most, (layout->figure->horizontal ? width : height) + (END_GAP + 1.0) * layout->text_scale);
        }
    }

  return most;
}

/* How much of the plot the texts need at its lower and at its higher end, in points, beside what the scale
 * leaves free there. The shorter the scale, the less that is: after a few rounds it stays. */
void
nepho_plot_ends_room (const NephoPlotLayout *layout, double *before, double *after)
{
  const NephoPlotScale *values = nepho_plot_value_scale (layout);
  double whole = layout->figure->horizontal ? layout->plot.width : layout->plot.height;
  double bars = MIN (most_of_bars (layout), most_room (layout));

  *before = values->d0 < 0.0 ? bars : 0.0;
  *after = values->d1 > 0.0 ? bars : 0.0;
  for (guint round = 0; round < ROUNDS; round++)
    {
      double length = whole - *before - *after;

      for (guint i = 0; i < layout->figure->series->len; i++)
        need_of_series (layout, i, length, before, after);
      *before = MIN (*before, most_room (layout));
      *after = MIN (*after, most_room (layout));
    }
}

static void
place_end (NephoPlotLayout *layout, guint index, double across, const End *end)
{
  g_autoptr (PangoLayout) text = end_text (layout, end);
  double gap = (END_GAP + (nepho_plot_series_at (layout, index)->mark == NEPHO_PLOT_MARK_DUMBBELL ? DOT_GAP : 0.0))
               * layout->text_scale;
  double along = nepho_plot_scale_map (nepho_plot_value_scale (layout), end->value);
  NephoPlotRect rect;

  nepho_plot_text_size (text, &rect.width, &rect.height);
  if (layout->figure->horizontal)
    {
      rect.x = end->after ? along + gap : along - gap - rect.width;
      rect.y = across - rect.height / 2.0;
    }
  else
    {
      rect.x = across - rect.width / 2.0;
      rect.y = end->after ? along - gap - rect.height : along + gap;
    }
  if (nepho_plot_text_is_free (layout, &rect))
    nepho_plot_text_add (layout, NEPHO_PLOT_TEXT_VALUE, g_steal_pointer (&text), rect.x, rect.y, layout->theme->text)
      ->series = (int) index;
}

/* Texts at the ends of a series' bars. */
void
nepho_plot_ends_place (NephoPlotLayout *layout, guint index)
{
  guint step = layout->figure->horizontal ? nepho_plot_axis_left_step (layout) : 1;

  for (guint k = 0; k < nepho_plot_series_at (layout, index)->y->n; k += step)
    for (int low = 0; low < 2; low++)
      {
        End end;

        if (nepho_plot_is_muted (layout, index, k) || !find_end (layout, index, k, low, &end))
          continue;
        place_end (layout, index,
                   nepho_plot_scale_map (nepho_plot_band_scale (layout), nepho_plot_series_x (layout, index, k)), &end);
        g_free (end.text);
      }
}
