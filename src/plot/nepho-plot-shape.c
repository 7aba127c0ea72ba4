/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-private.h"

#include <math.h>
#include <string.h>

/* Part of a category's band that its bars fill. */
#define BAR_PART 0.72
#define BRIDGE_PART 0.66

/* How far a projection steps back from what was published: little, so that contrast stays. */
#define PROJECTION_FADE 0.08
#define ISOLATION_FADE 0.82

/* Beyond this many points off the paper cairo's fixed-point numbers would overflow; a line that leaves
 * the plot for there is straight up anyway. */
#define FAR 20000.0

gboolean
nepho_plot_has_mark (const NephoPlotFigure *figure, NephoPlotMark mark)
{
  for (guint i = 0; i < figure->series->len; i++)
    if (((const NephoPlotSeries *) g_ptr_array_index (figure->series, i))->mark == mark)
      return TRUE;

  return FALSE;
}

gboolean
nepho_plot_is_bars (const NephoPlotFigure *figure)
{
  return nepho_plot_has_mark (figure, NEPHO_PLOT_MARK_BAR) || nepho_plot_has_mark (figure, NEPHO_PLOT_MARK_BRIDGE);
}

static guint
count (const NephoPlotSeries *series)
{
  guint n;

  if (series->y == NULL)
    return 0;
  n = series->y->n;
  if (series->x != NULL)
    n = MIN (n, series->x->n);
  if (series->low != NULL && series->mark == NEPHO_PLOT_MARK_BAND)
    n = MIN (n, series->low->n);

  return n;
}

static NephoPlotColour
colour_of (const NephoPlotLayout *self, const NephoPlotSeries *series, gboolean faded)
{
  NephoPlotColour colour = series->notation == NEPHO_PLOT_GHOST
                             ? self->theme->ghost
                             : nepho_plot_theme_colour (self->theme, series->colour);

  if (series->notation == NEPHO_PLOT_PROJECTION
      && (series->mark == NEPHO_PLOT_MARK_LINE || series->mark == NEPHO_PLOT_MARK_POINT))
    colour = nepho_plot_mix (colour, self->theme->background, PROJECTION_FADE);
  if (faded)
    colour = nepho_plot_mix (colour, self->theme->background, ISOLATION_FADE);

  return colour;
}

/* Areas stand on the sum of those before; a gap adds nothing. */
static void
stack (NephoPlotShape *shape, double *sums)
{
  shape->owned_value = g_new (double, shape->n);
  shape->owned_floor = g_new (double, shape->n);
  for (guint k = 0; k < shape->n; k++)
    {
      double value = shape->series->y->values[k];

      shape->owned_floor[k] = sums[k];
      sums[k] += isfinite (value) ? value : 0.0;
      shape->owned_value[k] = sums[k];
    }
  shape->value = shape->owned_value;
  shape->floor = shape->owned_floor;
}

/* A bridge's bar begins where the one before ended; a total begins at zero. */
static void
chain (NephoPlotShape *shape)
{
  double level = 0.0;

  shape->owned_value = g_new (double, shape->n);
  shape->owned_floor = g_new (double, shape->n);
  for (guint k = 0; k < shape->n; k++)
    {
      double change = shape->series->y->values[k];
      gboolean total = k < 64 && (shape->series->bridge_total >> k & 1) != 0;

      shape->owned_floor[k] = total ? 0.0 : level;
      if (isfinite (change))
        level = total ? change : level + change;
      shape->owned_value[k] = isfinite (change) ? level : NAN;
    }
  shape->value = shape->owned_value;
  shape->floor = shape->owned_floor;
}

/* What is drawn of each series, in the data's numbers: stacked and chained, but not yet on paper. */
void
nepho_plot_shapes_init (NephoPlotLayout *self)
{
  const GPtrArray *all = self->figure->series;
  g_autofree double *sums = NULL;
  guint longest = 0;

  self->n_shapes = all->len;
  self->shapes = g_new0 (NephoPlotShape, all->len);
  for (guint i = 0; i < all->len; i++)
    longest = MAX (longest, count (g_ptr_array_index (all, i)));
  sums = g_new0 (double, longest);

  for (guint i = 0; i < all->len; i++)
    {
      NephoPlotShape *shape = &self->shapes[i];
      const NephoPlotSeries *series = g_ptr_array_index (all, i);

      shape->series = series;
      shape->n = count (series);
      shape->faded = self->isolated != NULL && g_strcmp0 (series->id, self->isolated) != 0;
      shape->colour = colour_of (self, series, shape->faded);
      shape->ink = nepho_plot_ink (self->theme, shape->faded ? self->theme->text_dim : shape->colour,
                                   self->theme->background);
      shape->keys = series->x != NULL ? series->x->values : NULL;
      shape->value = series->y != NULL ? series->y->values : NULL;
      if (shape->n == 0)
        continue;
      if (series->mark == NEPHO_PLOT_MARK_AREA)
        stack (shape, sums);
      else if (series->mark == NEPHO_PLOT_MARK_BRIDGE)
        chain (shape);
      else if (series->mark == NEPHO_PLOT_MARK_BAND && series->low != NULL)
        shape->floor = series->low->values;
    }
}

void
nepho_plot_shapes_clear (NephoPlotLayout *self)
{
  for (guint i = 0; i < self->n_shapes; i++)
    {
      g_free (self->shapes[i].owned_value);
      g_free (self->shapes[i].owned_floor);
      g_free (self->shapes[i].x);
      g_free (self->shapes[i].y);
      g_free (self->shapes[i].base);
      g_free (self->shapes[i].rects);
    }
  g_free (self->shapes);
}

/* Linear scales are the many; one multiplication a number. */
static void
map_all (const NephoPlotScale *scale, const double *values, guint n, double *out)
{
  double low = MIN (scale->r0, scale->r1) - FAR;
  double high = MAX (scale->r0, scale->r1) + FAR;
  double span = scale->d1 - scale->d0;
  gboolean linear = (scale->kind == NEPHO_PLOT_SCALE_LINEAR || scale->kind == NEPHO_PLOT_SCALE_TIME)
                    && isfinite (span) && span != 0.0;
  double factor = linear ? (scale->r1 - scale->r0) / span : 0.0;

  for (guint k = 0; k < n; k++)
    {
      double value = values != NULL ? values[k] : k;
      double place = linear ? scale->r0 + (value - scale->d0) * factor : nepho_plot_scale_map (scale, value);

      out[k] = isfinite (value) ? CLAMP (place, low, high) : NAN;
    }
}

static double
map_floor (const NephoPlotScale *scale, double value)
{
  double place = nepho_plot_scale_map (scale, value);

  /* Zero has no place on a log scale: bars stand on the axis. */
  return isfinite (place) ? CLAMP (place, -FAR, FAR) : scale->r0;
}

/* Which of the bars side by side a series is, and how many there are. Ghosts take no place. */
static void
find_slot (const NephoPlotLayout *self, const NephoPlotShape *wanted, guint *slot, guint *n_slots)
{
  *slot = 0;
  *n_slots = 0;
  for (guint i = 0; i < self->n_shapes; i++)
    {
      const NephoPlotSeries *series = self->shapes[i].series;

      if (series->mark != NEPHO_PLOT_MARK_BAR || series->notation == NEPHO_PLOT_GHOST)
        continue;
      if (&self->shapes[i] == wanted)
        *slot = *n_slots;
      *n_slots += 1;
    }
}

static void
map_bars (const NephoPlotLayout *self, NephoPlotShape *shape)
{
  gboolean bridge = shape->series->mark == NEPHO_PLOT_MARK_BRIDGE;
  gboolean ghost = shape->series->notation == NEPHO_PLOT_GHOST;
  double band = nepho_plot_scale_band_width (&self->x);
  double group = band * (bridge ? BRIDGE_PART : BAR_PART);
  double width = group;
  double offset = -0.5 * group;
  guint slot, n_slots;

  if (!bridge && !ghost)
    {
      find_slot (self, shape, &slot, &n_slots);
      width = group / MAX (n_slots, 1u);
      offset += slot * width;
      width *= n_slots > 1 ? 0.92 : 1.0;
    }

  shape->rects = g_new (NephoPlotRect, shape->n);
  for (guint k = 0; k < shape->n; k++)
    {
      double along = nepho_plot_scale_map (&self->x, shape->keys != NULL ? shape->keys[k] : k);
      double end = isfinite (shape->value[k]) ? map_floor (&self->y, shape->value[k]) : NAN;
      double start = map_floor (&self->y, shape->floor != NULL ? shape->floor[k] : 0.0);
      NephoPlotRect *rect = &shape->rects[k];

      if (self->figure->horizontal)
        *rect = (NephoPlotRect) { MIN (start, end), along + offset, fabs (end - start), width };
      else
        *rect = (NephoPlotRect) { along + offset, MIN (start, end), width, fabs (end - start) };
      if (isnan (end) || isnan (along))
        rect->width = rect->height = NAN;
      shape->x[k] = self->figure->horizontal ? end : along + offset + 0.5 * width;
      shape->y[k] = self->figure->horizontal ? along + offset + 0.5 * width : end;
    }
}

static void
map_heat (const NephoPlotLayout *self, NephoPlotShape *shape)
{
  double width = nepho_plot_scale_band_width (&self->x);
  double height = nepho_plot_scale_band_width (&self->y);
  guint columns = MAX (self->x.n_bands, 1u);

  shape->rects = g_new (NephoPlotRect, shape->n);
  for (guint k = 0; k < shape->n; k++)
    {
      double x = nepho_plot_scale_map (&self->x, k % columns);
      double y = nepho_plot_scale_map (&self->y, k / columns);
      gboolean there = k / columns < self->y.n_bands && isfinite (shape->value[k]);

      shape->rects[k] = (NephoPlotRect) { x - 0.5 * width, y - 0.5 * height, there ? width : NAN, height };
      shape->x[k] = there ? x : NAN;
      shape->y[k] = y;
    }
}

/* Puts every datum on the paper, once the scales know their ranges. */
void
nepho_plot_shapes_map (NephoPlotLayout *self)
{
  for (guint i = 0; i < self->n_shapes; i++)
    {
      NephoPlotShape *shape = &self->shapes[i];

      if (shape->n == 0)
        continue;
      shape->visible = TRUE;
      shape->x = g_new (double, shape->n);
      shape->y = g_new (double, shape->n);
      if (shape->series->mark == NEPHO_PLOT_MARK_HEAT)
        {
          map_heat (self, shape);
          continue;
        }
      if (shape->series->mark == NEPHO_PLOT_MARK_BAR || shape->series->mark == NEPHO_PLOT_MARK_BRIDGE)
        {
          map_bars (self, shape);
          continue;
        }

      map_all (&self->x, shape->keys, shape->n, shape->x);
      map_all (&self->y, shape->value, shape->n, shape->y);
      if (shape->floor != NULL)
        {
          shape->base = g_new (double, shape->n);
          map_all (&self->y, shape->floor, shape->n, shape->base);
          for (guint k = 0; shape->series->mark == NEPHO_PLOT_MARK_AREA && k < shape->n; k++)
            if (isnan (shape->base[k]))
              shape->base[k] = self->y.r0;
        }
      if (self->figure->horizontal)
        {
          double *swap = shape->x;

          shape->x = shape->y;
          shape->y = swap;
        }
    }
}
