/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-plot-envelope.h"

#include <math.h>
#include <string.h>

/* Places along x at which a pixel's column is looked at, and with a thin pen. */
#define SAMPLES 8
#define FINE_SAMPLES 16
/* Radius of a thin pen, in pixels. */
#define THIN 1.2
/* Beyond this, in pixels, nobody asks where something is. */
#define FARTHEST 1e6
/* Of a point, on paper whose pixels nobody knows yet: finer than 300 dpi. */
#define VECTOR_STEP 0.2

/* Units are those of the device: pixels of an image, else points. Heights are counted from `top`.
 *
 * Place i is where columns i − 1 and i meet. The round pen of radius r around the line covers there what the
 * line reaches at a place d away, √(r² − d²) more on each side; since x never goes back the union of all that is
 * one interval. Where the line crosses places is known exactly; the points inside a column count as if they
 * were in its middle, half a step from where they are at most. */
struct _NephoPlotEnvelope
{
  gboolean pixels;            /* whether the device is an image whose columns we fill ourselves */
  double   scale_x, scale_y;  /* from units of the paper to those of the device, and where its origin is */
  double   origin_x, origin_y;
  double   left, top;         /* of what is drawn on: whole pixels */
  int      width, height;     /* likewise, in pixels */
  guint    samples;           /* places to a pixel */
  double   step;              /* between places */
  double   radius;
  guint    n_places;          /* columns are one fewer */
  float   *least, *greatest;  /* by column: the extremes of the points in it */
  float   *at_least;          /* by place: the line's height where it crosses it, or INFINITY */
  float   *at_greatest;       /* likewise, or −INFINITY */
  guint    first, last;       /* columns of the open run that hold anything: first > last: none */
  float   *reach_at;          /* by distance in places: how much the pen adds to a height at a place */
  float   *reach;             /* by distance in columns: how much it adds to one in a column's middle */
  guint    n_reach;
  guint    n_columns;         /* distances at which a column's points count */
  float   *tops, *bottoms;    /* by place: what the pen covers */
  guint8  *mask;              /* of an image: coverage, row by row */
  int      stride;
  int      first_row, last_row;
  GArray  *outline;           /* of other devices: Corner, run by run */
};

typedef struct
{
  double   x, y;
  gboolean begins; /* another run */
} Corner;

static gboolean
is_upright (const cairo_matrix_t *matrix)
{
  return matrix->xy == 0.0 && matrix->yx == 0.0 && matrix->xx > 0.0 && matrix->yy > 0.0;
}

/* Where the device's pixels are. Only of an image is that known. */
static void
measure_device (NephoPlotEnvelope *self, cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double device_x;
  double device_y;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &device_x, &device_y);
  self->pixels = cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_IMAGE && is_upright (&matrix);
  if (!self->pixels)
    {
      self->scale_x = self->scale_y = 1.0;
      return;
    }

  self->scale_x = matrix.xx * device_x;
  self->scale_y = matrix.yy * device_y;
  self->origin_x = matrix.x0 * device_x;
  self->origin_y = matrix.y0 * device_y;
}

static void
clear_columns (NephoPlotEnvelope *self, guint first, guint last)
{
  for (guint i = first; i <= last && i + 1 < self->n_places; i++)
    {
      self->least[i] = INFINITY;
      self->greatest[i] = -INFINITY;
    }
  for (guint i = first; i <= last + 1 && i < self->n_places; i++)
    {
      self->at_least[i] = INFINITY;
      self->at_greatest[i] = -INFINITY;
    }
  self->first = self->n_places;
  self->last = 0;
}

/* Half of what the pen covers at a distance. */
static float
reach_of (const NephoPlotEnvelope *self, double distance)
{
  return (float) sqrt (MAX (self->radius * self->radius - distance * distance, 0.0));
}

static void
measure_pen (NephoPlotEnvelope *self)
{
  self->n_reach = (guint) floor (self->radius / self->step) + 1;
  self->reach = g_new (float, self->n_reach);
  self->reach_at = g_new (float, self->n_reach);
  for (guint d = 0; d < self->n_reach; d++)
    {
      self->reach_at[d] = reach_of (self, d * self->step);
      self->reach[d] = reach_of (self, (d + 0.5) * self->step);
    }
  /* A column whose middle lies beyond the pen adds nothing, but where there is no other. */
  self->n_columns = self->n_reach > 1 && (self->n_reach - 0.5) * self->step > self->radius ? self->n_reach - 1
                                                                                           : self->n_reach;
}

/**
 * nepho_plot_envelope_new:
 * @cr: what will be drawn on
 * @area: the part of the paper beyond which nothing is drawn
 * @pen: width of the line
 *
 * Returns: (transfer full): an envelope without a line
 */
NephoPlotEnvelope *
nepho_plot_envelope_new (cairo_t *cr, const NephoPlotRect *area, double pen)
{
  NephoPlotEnvelope *self = g_new0 (NephoPlotEnvelope, 1);
  double right;

  measure_device (self, cr);
  self->radius = 0.5 * pen * self->scale_y;
  self->left = floor (area->x * self->scale_x + self->origin_x);
  self->top = floor (area->y * self->scale_y + self->origin_y);
  right = ceil ((area->x + area->width) * self->scale_x + self->origin_x);
  self->width = (int) CLAMP (right - self->left, 1.0, 32000.0);
  self->height = (int) CLAMP (ceil ((area->y + area->height) * self->scale_y + self->origin_y) - self->top, 1.0, 32000.0);
  self->samples = self->radius < THIN ? FINE_SAMPLES : SAMPLES;
  self->step = self->pixels ? 1.0 / self->samples : VECTOR_STEP;
  self->n_places = (guint) ceil (self->width / self->step) + 2;
  self->least = g_new (float, self->n_places);
  self->greatest = g_new (float, self->n_places);
  self->at_least = g_new (float, self->n_places);
  self->at_greatest = g_new (float, self->n_places);
  self->tops = g_new (float, self->n_places);
  self->bottoms = g_new (float, self->n_places);
  clear_columns (self, 0, self->n_places - 1);
  measure_pen (self);
  if (self->pixels)
    {
      self->stride = cairo_format_stride_for_width (CAIRO_FORMAT_A8, self->width);
      self->mask = g_malloc0 ((gsize) self->stride * (gsize) self->height);
      self->first_row = self->height;
      self->last_row = -1;
    }
  else
    self->outline = g_array_new (FALSE, FALSE, sizeof (Corner));

  return self;
}

void
nepho_plot_envelope_free (NephoPlotEnvelope *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->outline, g_array_unref);
  g_free (self->mask);
  g_free (self->reach);
  g_free (self->reach_at);
  g_free (self->tops);
  g_free (self->bottoms);
  g_free (self->at_least);
  g_free (self->at_greatest);
  g_free (self->least);
  g_free (self->greatest);
  g_free (self);
}

/* Heights that lie `ahead` of each place, and how much the pen adds there. Plain arrays and one step a place: the
 * compiler makes vector code of it. */
static void
extend (NephoPlotEnvelope *self, guint from, guint to, gint64 ahead, const float *restrict least,
        const float *restrict greatest, float reach, guint n)
{
  gint64 first = MAX ((gint64) from, -ahead);
  gint64 end = MIN ((gint64) to + 1, (gint64) n - ahead);
  float *restrict tops = self->tops;
  float *restrict bottoms = self->bottoms;

  for (gint64 i = first; i < end; i++)
    {
      float top = least[i + ahead] - reach;
      float bottom = greatest[i + ahead] + reach;

      tops[i] = top < tops[i] ? top : tops[i];
      bottoms[i] = bottom > bottoms[i] ? bottom : bottoms[i];
    }
}

/* What the pen covers at each place that the open run comes near. */
static void
widen (NephoPlotEnvelope *self, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    {
      self->tops[i] = INFINITY;
      self->bottoms[i] = -INFINITY;
    }
  for (gint64 d = 0; d < (gint64) self->n_reach; d++)
    {
      extend (self, from, to, d, self->at_least, self->at_greatest, self->reach_at[d], self->n_places);
      extend (self, from, to, -d, self->at_least, self->at_greatest, self->reach_at[d], self->n_places);
      if (d >= (gint64) self->n_columns)
        continue;
      extend (self, from, to, d, self->least, self->greatest, self->reach[d], self->n_places - 1);
      extend (self, from, to, -d - 1, self->least, self->greatest, self->reach[d], self->n_places - 1);
    }
}

/* Adds what the places of one pixel column cover to the mask. `part` and `whole` are empty rows, and are
 * left so: parts of rows, and where whole rows begin and end. */
static void
fill_column (NephoPlotEnvelope *self, int column, float *part, float *whole)
{
  int first = self->height;
  int last = -1;
  float run = 0.0f;
  float ink = 255.0f / (float) self->samples;

  for (guint s = 0; s < self->samples; s++)
    {
      guint place = (guint) column * self->samples + s + 1;
      float top = MAX (self->tops[place], 0.0f);
      float bottom = MIN (self->bottoms[place], (float) self->height);
      int row;
      int end;

      if (!(bottom > top))
        continue;
      row = (int) top;
      end = MIN ((int) bottom, self->height - 1);
      first = MIN (first, row);
      last = MAX (last, end);
      part[row] += MIN (bottom, (float) (row + 1)) - top;
      if (end == row)
        continue;
      part[end] += bottom - (float) end;
      whole[row + 1] += 1.0f;
      whole[end] -= 1.0f;
    }
  for (int row = first; row <= last; row++)
    {
      guint8 *pixel = self->mask + (gsize) row * (gsize) self->stride + column;

      run += whole[row];
      *pixel = (guint8) MIN ((float) *pixel + (run + part[row]) * ink + 0.5f, 255.0f);
      part[row] = 0.0f;
      whole[row] = 0.0f;
    }
  self->first_row = MIN (self->first_row, first);
  self->last_row = MAX (self->last_row, last);
}

static void
fill_pixels (NephoPlotEnvelope *self, guint from, guint to)
{
  g_autofree float *part = g_new0 (float, self->height + 1);
  g_autofree float *whole = g_new0 (float, self->height + 1);
  int first = from > 0 ? (int) ((from - 1) / self->samples) : 0;
  int last = MIN ((int) ((MAX (to, 1u) - 1) / self->samples), self->width - 1);

  /* Places of the first and the last pixel that the run does not come near. */
  for (guint i = (guint) first * self->samples; i < from; i++)
    self->tops[i] = self->bottoms[i] = 0.0f;
  for (guint i = to + 1; i < self->n_places && i <= (guint) (last + 1) * self->samples; i++)
    self->tops[i] = self->bottoms[i] = 0.0f;
  for (int column = first; column <= last; column++)
    fill_column (self, column, part, whole);
}

static double
place_of (const NephoPlotEnvelope *self, guint place)
{
  return self->left + (place - 0.5) * self->step;
}

static void
trace_outline (NephoPlotEnvelope *self, guint from, guint to)
{
  gboolean begins = TRUE;

  for (guint i = from; i <= to; i++)
    if (self->bottoms[i] > self->tops[i])
      {
        Corner corner = { place_of (self, i), self->top + (double) self->tops[i], begins };

        g_array_append_val (self->outline, corner);
        begins = FALSE;
      }
  for (guint i = to + 1; i-- > from;)
    if (self->bottoms[i] > self->tops[i])
      {
        Corner corner = { place_of (self, i), self->top + (double) self->bottoms[i], FALSE };

        g_array_append_val (self->outline, corner);
      }
}

/* What has been added since the last gap becomes part of the drawing. */
static void
close_run (NephoPlotEnvelope *self)
{
  guint first = self->first;
  guint last = self->last;
  guint from;
  guint to;

  if (first > last)
    return;

  from = first > self->n_reach ? first - self->n_reach : 0;
  to = MIN (last + 1 + self->n_reach, self->n_places - 1);
  widen (self, from, to);
  if (self->pixels)
    fill_pixels (self, from, to);
  else
    trace_outline (self, from, to);
  clear_columns (self, first, last);
}

static void
take (NephoPlotEnvelope *self, gint64 column, float y)
{
  if (column < 0 || column + 1 >= (gint64) self->n_places)
    return;

  self->least[column] = MIN (self->least[column], y);
  self->greatest[column] = MAX (self->greatest[column], y);
  self->first = MIN (self->first, (guint) column);
  self->last = MAX (self->last, (guint) column);
}

/* The places that a straight piece passes on its way to another column. */
static void
cross (NephoPlotEnvelope *self, gint64 from, gint64 to, double x0, double y0, double x1, double y1)
{
  double slope = (y1 - y0) / (x1 - x0);

  for (gint64 i = MAX (from + 1, 0); i <= MIN (to, (gint64) self->n_places - 1); i++)
    {
      self->at_least[i] = self->at_greatest[i] = (float) (y0 + slope * (place_of (self, (guint) i) - x0));
      self->first = MIN (self->first, (guint) MAX (i - 1, 0));
      self->last = MAX (self->last, MIN ((guint) i, self->n_places - 2));
    }
}

/* From values to the device: a straight line for all scales but logarithms. */
typedef struct
{
  const NephoPlotScale *scale; /* NULL: factor and offset say it all */
  double                factor;
  double                offset;
} Map;

static Map
make_map (const NephoPlotScale *scale, double factor, double offset)
{
  if (scale->kind == NEPHO_PLOT_SCALE_LOG || scale->kind == NEPHO_PLOT_SCALE_BAND || scale->d0 == scale->d1)
    return (Map) { scale, factor, offset };

  return (Map) { NULL, factor * (scale->r1 - scale->r0) / (scale->d1 - scale->d0),
                 factor * (scale->r0 - scale->d0 * (scale->r1 - scale->r0) / (scale->d1 - scale->d0)) + offset };
}

static inline double
map_value (const Map *map, double value)
{
  return map->factor * (map->scale != NULL ? nepho_plot_scale_map (map->scale, value) : value) + map->offset;
}

/* The first of the points, which go from left to right, that lies at a place or beyond. */
static guint
first_beyond (const Map *map, const double *x, guint n, double place)
{
  guint low = 0;

  while (x != NULL && low < n)
    {
      guint middle = low + (n - low) / 2;

      if (map_value (map, x[middle]) < place)
        low = middle + 1;
      else
        n = middle;
    }

  return low;
}

/**
 * nepho_plot_envelope_add:
 * @self: an envelope
 * @scale_x: where values of x are on the paper
 * @scale_y: where values of y are
 * @x: (array length=n) (nullable): numbers that never fall; %NULL: 0, 1, 2 …
 * @y: (array length=n): heights; the line is interrupted where one is not finite
 * @n: how many
 */
void
nepho_plot_envelope_add (NephoPlotEnvelope *self,
                         const NephoPlotScale *scale_x,
                         const NephoPlotScale *scale_y,
                         const double *x,
                         const double *y,
                         guint n)
{
  Map map_x = make_map (scale_x, self->scale_x, self->origin_x);
  Map map_y = make_map (scale_y, self->scale_y, self->origin_y - self->top);
  double left = place_of (self, 0) - self->radius;
  double right = place_of (self, self->n_places - 1) + self->radius;
  double last_x = NAN;
  double last_y = NAN;
  gint64 last_column = 0;
  guint first = first_beyond (&map_x, x, n, left);

  for (guint k = first > 0 ? first - 1 : 0; k < n; k++)
    {
      double at_x = map_value (&map_x, x != NULL ? x[k] : k);
      double at_y = map_value (&map_y, y[k]);
      gint64 column;

      at_y = CLAMP (at_y, -FARTHEST, FARTHEST);
      if (!isfinite (y[k]) || isnan (at_y) || !isfinite (at_x))
        {
          close_run (self);
          last_x = NAN;
          continue;
        }
      column = (gint64) floor ((CLAMP (at_x, left - FARTHEST, right + FARTHEST) - place_of (self, 0)) / self->step);
      if (isfinite (last_x) && column > last_column)
        cross (self, last_column, column, last_x, last_y, at_x, at_y);
      take (self, column, (float) at_y);
      last_x = at_x;
      last_y = at_y;
      last_column = column;
      if (at_x > right)
        break;
    }
  close_run (self);
}

static void
paint_outline (const NephoPlotEnvelope *self, cairo_t *cr)
{
  cairo_new_path (cr);
  for (guint i = 0; i < self->outline->len; i++)
    {
      const Corner *corner = &g_array_index (self->outline, Corner, i);

      if (corner->begins)
        {
          cairo_close_path (cr);
          cairo_move_to (cr, corner->x, corner->y);
        }
      else
        cairo_line_to (cr, corner->x, corner->y);
    }
  cairo_fill (cr);
}

/**
 * nepho_plot_envelope_paint:
 * @self: an envelope
 * @cr: what it was made for
 *
 * Paints the line with the present source, as if it had been stroked with all its points.
 */
void
nepho_plot_envelope_paint (NephoPlotEnvelope *self, cairo_t *cr)
{
  cairo_surface_t *surface;
  double device_x;
  double device_y;

  if (!self->pixels)
    {
      paint_outline (self, cr);
      return;
    }
  if (self->first_row > self->last_row)
    return;

  surface = cairo_image_surface_create_for_data (self->mask + (gsize) self->first_row * (gsize) self->stride,
                                                 CAIRO_FORMAT_A8, self->width, self->last_row - self->first_row + 1,
                                                 self->stride);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &device_x, &device_y);
  cairo_surface_set_device_scale (surface, device_x, device_y);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_mask_surface (cr, surface, self->left / device_x, (self->top + self->first_row) / device_y);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}
