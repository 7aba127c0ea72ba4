/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-private.h"

/* Height of a line of text, in sizes of its letters. */
#define LINE_HEIGHT 1.35

/* Height of the paper below which it has no room for more than names. */
#define BRIEF_BELOW 260.0

/* Between what is said of the widths of neighbours. */
#define WIDTH_GAP 5.0

/* Ranks that are named. */
#define MOST_RANKS 6

/* Least width of a category's name below the plot, likewise. */
#define NARROWEST 2.5

/* Opacity of the names beside the one that is looked at alone. */
#define MUTED_NAME 0.55

/* Ranks are counted from the first. */
static void
make_rank_ticks (const NephoPlotScale *scale, guint wanted, NephoPlotTicks *ticks)
{
  guint n = (guint) CLAMP (floor (scale->d1 + 1e-9) - ceil (scale->d0 - 1e-9) + 1.0, 0.0, 1e6);
  guint step = MAX ((n + MOST_RANKS - 1) / MOST_RANKS, 1u);

  while (n > 0 && (n - 1) / step + 1 > MAX (wanted, 3u) && (n - 1) / (step + 1) + 1 >= 3)
    step++;
  *ticks = (NephoPlotTicks) { 0 };
  for (guint k = 0; k < n && ticks->n < NEPHO_PLOT_MAX_TICKS; k += step)
    ticks->values[ticks->n++] = ceil (scale->d0 - 1e-9) + k;
}

/* Ticks of an axis whose scale has its domain; of categories, the indices. */
void
nepho_plot_axis_ticks (const NephoPlotAxis *axis, const NephoPlotScale *scale, guint wanted, NephoPlotTicks *ticks)
{
  switch (scale->kind)
    {
    case NEPHO_PLOT_SCALE_LOG:
      nepho_plot_ticks_log (scale->d0, scale->d1, wanted, ticks);
      break;
    case NEPHO_PLOT_SCALE_TIME:
      nepho_plot_ticks_time (scale->d0, scale->d1, wanted, ticks);
      break;
    case NEPHO_PLOT_SCALE_BAND:
      *ticks = (NephoPlotTicks) { .n = MIN (scale->n_bands, (guint) NEPHO_PLOT_MAX_TICKS) };
      for (guint i = 0; i < ticks->n; i++)
        ticks->values[i] = i;
      break;
    case NEPHO_PLOT_SCALE_LINEAR:
    default:
      if (axis->unit == NEPHO_UNIT_RANK)
        make_rank_ticks (scale, wanted, ticks);
      else
        nepho_plot_ticks_linear (scale->d0, scale->d1, wanted, axis->whole, ticks);
    }
}

/* On a small paper the widths of categories go unsaid. */
static char *
tick_words (const NephoPlotLayout *layout, const NephoPlotAxis *axis, const NephoPlotTicks *ticks, guint tick)
{
  if (axis->widths != NULL && layout->height < BRIEF_BELOW * layout->text_scale)
    return g_strdup (axis->categories[(guint) ticks->values[tick]]);

  return nepho_plot_tick_text (axis, ticks, tick);
}

/* Whether one of the categories is about a subject. */
static gboolean
category_has (const NephoPlotAxis *axis, const char *subject)
{
  return g_strv_contains ((const char *const *) axis->category_ids, subject);
}

/* A text that must not be wider than @width, which is wrapped and cut for it; 0: any width. */
static PangoLayout *
tick_layout (const NephoPlotLayout *layout, const NephoPlotAxis *axis, const NephoPlotTicks *ticks, guint tick, double width)
{
  g_autofree char *text = tick_words (layout, axis, ticks, tick);
  g_autoptr (PangoLayout) made = nepho_plot_text_new_centred (layout, text, layout->theme->label_size);
  double made_width;
  double height;

  nepho_plot_text_size (made, &made_width, &height);
  if (width <= 0.0 || made_width <= width - (axis->widths != NULL ? WIDTH_GAP * layout->text_scale : 0.0))
    return g_steal_pointer (&made);
  if (axis->widths != NULL)
    return nepho_plot_text_new (layout, axis->categories[(guint) ticks->values[tick]], layout->theme->label_size, FALSE,
                                width, 1);

  return nepho_plot_text_new (layout, text, layout->theme->label_size, FALSE, width, layout->tight ? 1 : 2);
}

static gboolean
has_widths (const NephoPlotLayout *layout, const NephoPlotAxis *axis)
{
  return axis == &layout->figure->x && layout->x_edges != NULL;
}

/* Every how many categories below the plot one is named: a name needs room for a few letters. */
static guint
tick_step (const NephoPlotLayout *layout, const NephoPlotAxis *axis)
{
  double room = layout->plot.width / MAX (layout->x.n_bands, 1u);

  if (axis->kind != NEPHO_PLOT_SCALE_BAND || has_widths (layout, axis))
    return 1;

  return (guint) MAX (ceil (NARROWEST * layout->theme->label_size * layout->text_scale / room), 1.0);
}

/* Width that a category's name may take on the horizontal axis; 0 where ticks are numbers. */
static double
tick_room (const NephoPlotLayout *layout, const NephoPlotAxis *axis, guint tick)
{
  if (axis->kind != NEPHO_PLOT_SCALE_BAND)
    return 0.0;
  if (has_widths (layout, axis))
    return MAX (layout->plot.width * (layout->x_edges[tick + 1] - layout->x_edges[tick]) - 1.0, 1.0);

  /* The outermost stand at the edges of the plot. */
  if (nepho_plot_is_sloped (layout) && layout->x.n_bands > 1)
    return MAX (layout->plot.width / (layout->x.n_bands - 1.0) - 4.0, 8.0);

  return MAX (layout->plot.width / MAX (layout->x.n_bands, 1u) * tick_step (layout, axis) - 4.0, 8.0);
}

/* Whether a category is wide enough to be named. */
static gboolean
has_room (const NephoPlotLayout *layout, const NephoPlotAxis *axis, guint tick)
{
  return !has_widths (layout, axis)
         || tick_room (layout, axis, tick) >= NARROWEST * layout->theme->label_size * layout->text_scale;
}

/* How many categories below the plot have no room for their names. */
static guint
count_unnamed (const NephoPlotLayout *layout, const NephoPlotAxis *axis)
{
  guint n = axis->kind == NEPHO_PLOT_SCALE_BAND && !axis->stepped ? layout->x_ticks.n : 0;
  guint n_named = 0;

  for (guint i = 0; i < n; i += tick_step (layout, axis))
    n_named += has_room (layout, axis, i);

  return n - n_named;
}

double
nepho_plot_axis_height (const NephoPlotLayout *layout, const NephoPlotAxis *axis, const NephoPlotTicks *ticks)
{
  double highest = 0.0;

  for (guint i = 0; i < ticks->n; i++)
    {
      g_autoptr (PangoLayout) text = tick_layout (layout, axis, ticks, i, tick_room (layout, axis, i));
      double width;
      double height;

      nepho_plot_text_size (text, &width, &height);
      highest = MAX (highest, has_room (layout, axis, i) ? height : 0.0);
    }

  return highest + (count_unnamed (layout, axis) > 0 ? LINE_HEIGHT * layout->theme->label_size * layout->text_scale : 0.0);
}

double
nepho_plot_axis_width (const NephoPlotLayout *layout, const NephoPlotAxis *axis, const NephoPlotTicks *ticks)
{
  double widest = 0.0;

  for (guint i = 0; i < ticks->n; i++)
    {
      g_autoptr (PangoLayout) text = tick_layout (layout, axis, ticks, i, 0.0);
      double width;
      double height;

      nepho_plot_text_size (text, &width, &height);
      widest = MAX (widest, width);
    }

  return widest;
}

/* Whether categories stand so close that a name has only one line. */
static gboolean
is_close (const NephoPlotLayout *layout)
{
  return layout->y.n_bands > 0
         && layout->plot.height / layout->y.n_bands
              < LINE_HEIGHT * 2.0 * layout->theme->label_size * layout->text_scale;
}

static PangoLayout *
left_tick (const NephoPlotLayout *layout, const NephoPlotAxis *axis, guint tick, double room)
{
  g_autofree char *text = nepho_plot_tick_text (axis, &layout->y_ticks, tick);
  PangoLayout *made = nepho_plot_text_new (layout, text, layout->theme->label_size, FALSE, 0.0, 1);
  double width;
  double height;

  nepho_plot_text_size (made, &width, &height);
  if (width <= room + 0.5)
    return made;
  g_object_unref (made);

  return is_close (layout) ? nepho_plot_text_new_name (layout, text, layout->theme->label_size, room)
                           : nepho_plot_text_new (layout, text, layout->theme->label_size, FALSE, room,
                                                  layout->y.kind == NEPHO_PLOT_SCALE_BAND ? 2 : 1);
}

/* Every how many categories at the left one is named and has its number. */
guint
nepho_plot_axis_left_step (const NephoPlotLayout *layout)
{
  double pitch = layout->plot.height / MAX (layout->y.n_bands, 1u);

  if (layout->y.kind != NEPHO_PLOT_SCALE_BAND)
    return 1;

  return (guint) MAX (ceil (LINE_HEIGHT * layout->theme->label_size * layout->text_scale / pitch - 0.05), 1.0);
}

/* A category is a name as well; beside the one that is looked at alone it steps back. */
static void
add_tick (NephoPlotLayout *layout, const NephoPlotAxis *axis, NephoPlotTextRole role, PangoLayout *text, double x,
          double y, guint category)
{
  NephoPlotTextBox *box = nepho_plot_text_add (layout, role, text, x, y, layout->theme->text_dim);

  if (axis->kind == NEPHO_PLOT_SCALE_BAND && axis->category_ids != NULL)
    nepho_plot_text_names (layout, box, axis->category_ids[category]);
  if (box->subject != NULL && layout->isolated != NULL && !g_str_equal (box->subject, layout->isolated)
      && category_has (axis, layout->isolated))
    box->colour.a *= MUTED_NAME;
}

/* Texts at the left of the plot. Where there is no room for all, those nearer to the first one stay. Returns how many
 * categories have no name. */
guint
nepho_plot_axis_place_left (NephoPlotLayout *layout, const NephoPlotAxis *axis)
{
  double right = layout->plot.x - NEPHO_PLOT_TICK_GAP * layout->text_scale;
  double room = right - layout->theme->padding * layout->text_scale;
  double last = NAN;
  double last_height = 0.0;
  guint n_named = 0;

  for (guint i = 0; i < layout->y_ticks.n; i += nepho_plot_axis_left_step (layout))
    {
      g_autoptr (PangoLayout) text = left_tick (layout, axis, i, room);
      double y = nepho_plot_scale_map (&layout->y, layout->y_ticks.values[i]);
      double width;
      double height;

      nepho_plot_text_size (text, &width, &height);
      if (isfinite (last) && fabs (y - last) < (height + last_height) / 2.0 - 0.5)
        continue;
      add_tick (layout, axis, NEPHO_PLOT_TEXT_TICK_Y, g_steal_pointer (&text), right - width, y - height / 2.0,
                (guint) layout->y_ticks.values[i]);
      last = y;
      last_height = height;
      n_named++;
    }

  return axis->kind == NEPHO_PLOT_SCALE_BAND ? layout->y.n_bands - n_named : 0;
}

/* Texts below the plot. */
void
nepho_plot_axis_place_bottom (NephoPlotLayout *layout, const NephoPlotAxis *axis)
{
  double y = layout->plot.y + layout->plot.height + NEPHO_PLOT_TICK_GAP * 0.6 * layout->text_scale;
  gboolean bands = axis->kind == NEPHO_PLOT_SCALE_BAND;
  double last = -INFINITY;
  guint step = tick_step (layout, axis);
  guint n_named = 0;

  for (guint i = 0; i < layout->x_ticks.n; i += step)
    {
      g_autoptr (PangoLayout) text = tick_layout (layout, axis, &layout->x_ticks, i, tick_room (layout, axis, i));
      double x = nepho_plot_scale_map (&layout->x, layout->x_ticks.values[i]);
      double width;
      double height;

      if (!has_room (layout, axis, i))
        continue;
      nepho_plot_text_size (text, &width, &height);
      /* The first one keeps clear of the number at the foot of the other axis. */
      x = MAX (x - width / 2.0, layout->plot.x - NEPHO_PLOT_TICK_GAP * layout->text_scale);
      x = CLAMP (x, 0.0, MAX (layout->width - width, 0.0));
      if (x < last + (bands ? 0.0 : 6.0 * layout->text_scale))
        continue;
      add_tick (layout, axis, NEPHO_PLOT_TEXT_TICK_X, g_steal_pointer (&text), x, y, (guint) layout->x_ticks.values[i]);
      last = x + width;
      n_named++;
    }
  if (!bands || axis->stepped)
    return;
  if (count_unnamed (layout, axis) > 0)
    nepho_plot_others_below (layout, layout->x_ticks.n - n_named, layout->plot.x + layout->plot.width,
                             y + nepho_plot_axis_height (layout, axis, &layout->x_ticks));
  else
    nepho_plot_others_beside (layout, layout->x_ticks.n - n_named, FALSE);
}
