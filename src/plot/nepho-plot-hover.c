/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "nepho-number.h"
#include "nepho-plot-private.h"
#include "nepho-quarter.h"

#define ROW_GAP 2.0
#define BOX_PADDING 6.0
#define SWATCH 8.0
#define ROWS_PART 0.66
#define FEWEST_ROWS 4.0

typedef struct
{
  guint           series;
  guint           point;
  double          x, y;
  PangoLayout    *name;
  PangoLayout    *value;
  double          name_width, value_width, height;
} Row;

/* The datum of a series at, or nearest to, a place along x. */
static gboolean
nearest (const NephoPlotLayout *layout, guint index, double value_x, guint *point)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);
  /* A quarter's width: a series that has nothing there says nothing. */
  double farthest = layout->x.kind == NEPHO_PLOT_SCALE_BAND ? 0.5 : 0.13;
  double best = INFINITY;
  guint first;
  guint end;

  nepho_plot_points_between (layout, index, value_x - farthest, value_x + farthest, &first, &end);
  for (guint k = first; k < end; k++)
    {
      double distance = fabs (nepho_plot_series_x (layout, index, k) - value_x);

      if (isfinite (series->y->values[k]) && distance < best)
        {
          best = distance;
          *point = k;
        }
    }

  return best <= farthest;
}

static int
by_height (gconstpointer a, gconstpointer b)
{
  double x = ((const Row *) a)->y;
  double y = ((const Row *) b)->y;

  return (x > y) - (x < y);
}

static void
row_clear (gpointer data)
{
  g_clear_object (&((Row *) data)->name);
  g_clear_object (&((Row *) data)->value);
}

/* What a datum is called: its own name, its series', or that of the line whose history it is. */
static char *
datum_name (const NephoPlotLayout *layout, const NephoPlotSeries *series, guint point)
{
  const char *name = nepho_plot_figure_name_of (layout->figure, series);

  if (series->point_labels != NULL && point < g_strv_length (series->point_labels)
      && *series->point_labels[point] != '\0')
    return g_strdup (series->point_labels[point]);
  if (series->notation == NEPHO_PLOT_ACTUAL && *series->label == '\0' && *name != '\0')
    /* Translators: a vendor or another thing that is charted */
    return g_strdup_printf (_("%s, published"), name);

  return g_strdup (name);
}

static char *
row_name (const NephoPlotLayout *layout, const NephoPlotSeries *series, guint point)
{
  if (series->end_labels != NULL)
    /* Translators: which end of a range, and what stands there: "Low end (20 %)" */
    return g_strdup_printf (_("%s (%s)"), series->label, series->end_labels[point]);

  return datum_name (layout, series, point);
}

/* Whether the box tells of a series at a common place along x: all lines that have a name, and
 * published figures beside them. */
static gboolean
is_told (const NephoPlotLayout *layout, guint index)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, index);

  if (series->y == NULL || series->notation == NEPHO_PLOT_GHOST || !nepho_plot_series_visible (layout, index))
    return FALSE;
  if (series->notation == NEPHO_PLOT_ACTUAL && series->point_labels == NULL)
    return TRUE;

  return series->mark != NEPHO_PLOT_MARK_POINT && *series->label != '\0';
}

/**
 * nepho_plot_layout_find:
 * @layout: a layout
 * @id: id of a series
 * @value_x: a place along x, in units of x
 * @hit: (out): the datum of the series there; a projection rather than what was published beside it
 *
 * Returns: whether the figure shows such a datum
 */
gboolean
nepho_plot_layout_find (const NephoPlotLayout *layout, const char *id, double value_x, NephoPlotHit *hit)
{
  *hit = (NephoPlotHit) { .series = -1 };
  for (guint i = 0; layout->panels != NULL && i < layout->panels->len; i++)
    if (nepho_plot_layout_find (g_ptr_array_index (layout->panels, i), id, value_x, hit))
      return TRUE;
  for (guint i = 0; layout->panels == NULL && !layout->empty && i < layout->figure->series->len; i++)
    {
      const NephoPlotSeries *series = nepho_plot_series_at (layout, i);
      guint point = 0;

      if (!g_str_equal (series->id, id) || !is_told (layout, i) || !nearest (layout, i, value_x, &point))
        continue;
      hit->series = (int) i;
      hit->point = point;
      nepho_plot_layout_point (layout, i, point, &hit->x, &hit->y);
      if (series->notation == NEPHO_PLOT_PROJECTION)
        break;
    }

  return hit->series >= 0;
}

/**
 * nepho_plot_layout_label_at:
 * @layout: a layout
 * @x: a place on the paper
 * @y: likewise
 *
 * Returns: the index of the series whose label is there, or -1
 */
int
nepho_plot_layout_label_at (const NephoPlotLayout *layout, double x, double y)
{
  for (guint i = 0; i < layout->texts->len; i++)
    {
      const NephoPlotTextBox *box = &g_array_index (layout->texts, NephoPlotTextBox, i);

      if (box->role == NEPHO_PLOT_TEXT_LABEL && box->series >= 0 && x >= box->rect.x
          && x <= box->rect.x + box->rect.width && y >= box->rect.y && y <= box->rect.y + box->rect.height)
        return box->series;
    }

  return -1;
}

static void
append_row (const NephoPlotLayout *layout, GArray *rows, guint series, guint point, const char *name,
            const char *number)
{
  Row row = { .series = series, .point = point };
  double ignored;

  nepho_plot_layout_point (layout, series, point, &row.x, &row.y);
  row.name = nepho_plot_text_new (layout, name, layout->theme->label_size, FALSE, 0.0, 1);
  row.value = nepho_plot_text_new (layout, number, layout->theme->label_size, TRUE, 0.0, 1);
  nepho_plot_text_size (row.name, &row.name_width, &row.height);
  nepho_plot_text_size (row.value, &row.value_width, &ignored);
  g_array_append_val (rows, row);
}

static char *
value_text (const NephoPlotLayout *layout, double value)
{
  return nepho_number_format (value, layout->figure->y.unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

/* A datum, and where it begins if that has a name; of a band both ends at once. */
static void
add_row (const NephoPlotLayout *layout, GArray *rows, guint series, guint point)
{
  const NephoPlotSeries *at = nepho_plot_series_at (layout, series);
  g_autofree char *name = row_name (layout, at, point);
  g_autofree char *value = value_text (layout, at->y->values[point]);
  g_autofree char *low = NULL;
  g_autofree char *range = NULL;

  if (at->low != NULL && point < at->low->n && isfinite (at->low->values[point]))
    low = value_text (layout, at->low->values[point]);
  if (at->mark == NEPHO_PLOT_MARK_BAND && low != NULL)
    /* Translators: both ends of a range of values */
    range = g_strdup_printf (C_("values", "%s to %s"), low, value);
  append_row (layout, rows, series, point, name, range != NULL ? range : value);
  if (at->low_label != NULL && low != NULL && range == NULL)
    append_row (layout, rows, series, point, at->low_label, low);
}

/* Where along x all series are told of: at the pointer where x is time, in the category of the datum in
 * focus where it is categories; NAN where only that datum is meant. */
static double
common_x (const NephoPlotLayout *layout, double value_x, const NephoPlotHit *focus)
{
  if (layout->figure->x.kind == NEPHO_PLOT_SCALE_TIME)
    return value_x;
  if (layout->figure->x.kind == NEPHO_PLOT_SCALE_BAND && focus != NULL && focus->series >= 0
      && nepho_plot_series_at (layout, (guint) focus->series)->mark != NEPHO_PLOT_MARK_HEAT
      && nepho_plot_series_at (layout, (guint) focus->series)->mark != NEPHO_PLOT_MARK_FLOW)
    return nepho_plot_series_x (layout, (guint) focus->series, focus->point);

  return NAN;
}

static gboolean
is_tiled (const NephoPlotLayout *layout)
{
  return layout->figure->series->len > 0 && nepho_plot_series_at (layout, 0)->mark == NEPHO_PLOT_MARK_TILE;
}

/* Rows for every series at value_x; only the one datum in focus where there is no common x. */
static GArray *
collect (const NephoPlotLayout *layout, double value_x, const NephoPlotHit *focus)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));
  double common = common_x (layout, value_x, focus);

  g_array_set_clear_func (rows, row_clear);
  for (guint i = 0; isfinite (common) && i < layout->figure->series->len; i++)
    {
      guint point = 0;

      if (is_told (layout, i) && nearest (layout, i, common, &point))
        add_row (layout, rows, i, point);
    }
  if (rows->len == 0 && focus != NULL && focus->series >= 0)
    add_row (layout, rows, (guint) focus->series, focus->point);
  if (layout->figure->x.kind == NEPHO_PLOT_SCALE_TIME || is_tiled (layout))
    g_array_sort (rows, by_height);

  return rows;
}

/* More rows than the plot has room for would hide it: the highest stay, and the one in focus. */
static void
trim_rows (const NephoPlotLayout *layout, GArray *rows, const NephoPlotHit *focus)
{
  double line = rows->len > 0 ? g_array_index (rows, Row, 0).height + ROW_GAP * layout->text_scale : 1.0;
  guint most = (guint) MAX (ROWS_PART * layout->plot.height / line, FEWEST_ROWS);

  for (guint i = rows->len; i-- > 0 && rows->len > most;)
    if (focus == NULL || focus->series != (int) g_array_index (rows, Row, i).series)
      g_array_remove_index (rows, i);
}

/* What a cell of a heat map is about, or which category a bar is of. */
static char *
category_text (const NephoPlotLayout *layout, const NephoPlotSeries *series, guint point)
{
  char **columns = layout->figure->x.categories;
  char **rows = layout->figure->y.categories;
  guint n = columns != NULL ? g_strv_length (columns) : 0;

  if (series->mark == NEPHO_PLOT_MARK_HEAT)
    return n > 0 && rows != NULL && point / n < g_strv_length (rows)
             /* Translators: column and row of a cell in a grid */
             ? g_strdup_printf (_("%s, %s"), columns[point % n], rows[point / n])
             : NULL;

  if (series->mark == NEPHO_PLOT_MARK_FLOW && point < n)
    /* Translators: from which vendor to which other */
    return g_strdup_printf (_("%s → %s"), series->label, columns[point]);

  return point < n ? g_strdup (columns[point]) : NULL;
}

/* When the numbers are of, or of what: nothing where x is a quantity. */
static PangoLayout *
heading_of (const NephoPlotLayout *layout, const Row *row)
{
  const NephoPlotSeries *series = nepho_plot_series_at (layout, row->series);
  double x = nepho_plot_series_x (layout, row->series, row->point);
  g_autofree char *text = NULL;

  if (layout->figure->x.kind == NEPHO_PLOT_SCALE_TIME)
    text = nepho_quarter_format ((NephoQuarter) floor (x * 4.0 + 1e-6));
  else if (layout->figure->x.kind == NEPHO_PLOT_SCALE_BAND)
    text = category_text (layout, series, (guint) x);
  if (text == NULL)
    return NULL;

  return nepho_plot_text_new (layout, text, layout->theme->label_size, TRUE, 0.0, 1);
}

static void
draw_box (const NephoPlotLayout *layout, cairo_t *cr, const GArray *rows, double at_x, const NephoPlotHit *focus)
{
  g_autoptr (PangoLayout) heading = heading_of (layout, &g_array_index (rows, Row, 0));
  const NephoPlotTheme *theme = layout->theme;
  double scale = layout->text_scale;
  double padding = BOX_PADDING * scale;
  double names = 0.0;
  double values = 0.0;
  double height = 2.0 * padding;
  double heading_width = 0.0;
  double heading_height = 0.0;
  double width;
  double x;
  double y;

  if (heading != NULL)
    {
      nepho_plot_text_size (heading, &heading_width, &heading_height);
      heading_height += ROW_GAP * scale;
      height += heading_height;
    }

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      names = MAX (names, row->name_width);
      values = MAX (values, row->value_width);
      height += row->height + (i > 0 ? ROW_GAP * scale : 0.0);
    }
  width = 2.0 * padding + MAX ((SWATCH + 6.0) * scale + names + 10.0 * scale + values, heading_width);
  x = at_x + 10.0 * scale;
  if (x + width > layout->width - 2.0)
    x = at_x - 10.0 * scale - width;
  x = CLAMP (x, 2.0, MAX (layout->width - width - 2.0, 2.0));
  y = CLAMP (layout->plot.y + 4.0, 2.0, MAX (layout->height - height - 2.0, 2.0));

  cairo_rectangle (cr, x, y, width, height);
  nepho_plot_set_colour (cr, theme->background, 0.94);
  cairo_fill_preserve (cr);
  nepho_plot_set_colour (cr, theme->text_dim, 0.6);
  cairo_set_line_width (cr, 0.8 * scale);
  cairo_stroke (cr);

  y += padding;
  if (heading != NULL)
    {
      nepho_plot_set_colour (cr, theme->text, 1.0);
      cairo_move_to (cr, x + padding, y);
      pango_cairo_show_layout (cr, heading);
      y += heading_height;
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      gboolean focused = focus != NULL && focus->series == (int) row->series;

      nepho_plot_set_colour (cr, nepho_plot_series_colour (layout, row->series), 1.0);
      cairo_rectangle (cr, x + padding, y + (row->height - SWATCH * scale) / 2.0, SWATCH * scale, SWATCH * scale);
      cairo_fill (cr);
      nepho_plot_set_colour (cr, focused ? theme->text : theme->text_dim, 1.0);
      cairo_move_to (cr, x + padding + (SWATCH + 6.0) * scale, y);
      pango_cairo_show_layout (cr, row->name);
      nepho_plot_set_colour (cr, theme->text, 1.0);
      cairo_move_to (cr, x + width - padding - row->value_width, y);
      pango_cairo_show_layout (cr, row->value);
      y += row->height + ROW_GAP * scale;
    }
}

static void
draw_crosshair (const NephoPlotLayout *layout, cairo_t *cr, double at)
{
  if (layout->figure->x.kind != NEPHO_PLOT_SCALE_TIME || layout->figure->horizontal)
    return;

  nepho_plot_set_colour (cr, layout->theme->text_dim, 0.8);
  cairo_set_line_width (cr, layout->theme->grid_width * layout->text_scale);
  cairo_move_to (cr, at, layout->plot.y);
  cairo_line_to (cr, at, layout->plot.y + layout->plot.height);
  cairo_stroke (cr);
}

/* The datum of a row: a dot on it, or all of its ribbon. */
static void
draw_mark (const NephoPlotLayout *layout, cairo_t *cr, const Row *row, gboolean focused)
{
  double radius = layout->theme->point_radius * layout->text_scale * (focused ? 1.5 : 1.0);
  NephoPlotRibbon ribbon;

  /* A band has no datum of its own. */
  if (nepho_plot_series_at (layout, row->series)->mark == NEPHO_PLOT_MARK_BAND)
    return;

  nepho_plot_set_colour (cr, nepho_plot_series_colour (layout, row->series), 1.0);
  if (nepho_plot_is_flow (layout) && nepho_plot_flow_ribbon (layout, row->series, row->point, &ribbon))
    {
      nepho_plot_flow_trace (cr, &ribbon);
      cairo_fill (cr);
      return;
    }
  cairo_arc (cr, row->x, row->y, radius, 0.0, 2.0 * G_PI);
  cairo_fill_preserve (cr);
  nepho_plot_set_colour (cr, layout->theme->background, 1.0);
  cairo_set_line_width (cr, 1.2 * layout->text_scale);
  cairo_stroke (cr);
}

/* On a small panel the number alone, beside its dot. */
static void
draw_number (const NephoPlotLayout *layout, cairo_t *cr, const Row *row)
{
  double gap = 5.0 * layout->text_scale;
  gboolean left = row->x + gap + row->value_width > layout->plot.x + layout->plot.width;
  double y = CLAMP (row->y - row->height - 0.3 * gap, layout->plot.y,
                    MAX (layout->plot.y + layout->plot.height - row->height, layout->plot.y));

  cairo_move_to (cr, left ? row->x - gap - row->value_width : row->x + gap, y);
  pango_cairo_layout_path (cr, row->value);
  nepho_plot_set_colour (cr, layout->theme->background, 0.9);
  cairo_set_line_width (cr, 3.0 * layout->text_scale);
  cairo_stroke_preserve (cr);
  nepho_plot_set_colour (cr, layout->theme->text, 1.0);
  cairo_fill (cr);
}

/* All of one plot: what is at the place along x, or only the datum in focus. */
static void
draw_reading (const NephoPlotLayout *layout, cairo_t *cr, double value_x, const NephoPlotHit *focus, gboolean boxed)
{
  g_autoptr (GArray) rows = collect (layout, value_x, focus);
  double at;

  trim_rows (layout, rows, focus);
  if (rows->len == 0)
    return;

  at = g_array_index (rows, Row, 0).x;
  draw_crosshair (layout, cr, at);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      draw_mark (layout, cr, row, focus != NULL && focus->series == (int) row->series);
    }
  if (boxed)
    draw_box (layout, cr, rows, at, focus);
  else
    draw_number (layout, cr, &g_array_index (rows, Row, 0));
}

/* On all panels the same time; the one that is meant tells it. */
static void
draw_on_panels (const NephoPlotLayout *layout, cairo_t *cr, double value_x, const NephoPlotHit *focus)
{
  const NephoPlotLayout *meant
    = focus != NULL && focus->series >= 0 ? nepho_plot_panel_of (layout, (guint) focus->series) : NULL;

  for (guint i = 0; i < layout->panels->len; i++)
    if (g_ptr_array_index (layout->panels, i) != meant)
      draw_reading (g_ptr_array_index (layout->panels, i), cr, value_x, NULL, FALSE);
  if (meant != NULL)
    draw_reading (meant, cr, value_x, focus, TRUE);
}

/**
 * nepho_plot_layout_draw_hover:
 * @layout: a layout
 * @cr: where to draw, over what nepho_plot_layout_draw() drew
 * @value_x: where the reader points along x, in units of x; NAN for nowhere
 * @focus: (nullable): the datum the reader means
 *
 * Draws a line at @value_x with the value of every series there, or the one datum in focus.
 */
void
nepho_plot_layout_draw_hover (const NephoPlotLayout *layout, cairo_t *cr, double value_x, const NephoPlotHit *focus)
{
  if (layout->empty)
    return;

  if (layout->x.kind == NEPHO_PLOT_SCALE_TIME && isfinite (value_x)
      && !nepho_plot_in_sight (layout, nepho_plot_scale_map (&layout->x, value_x)))
    return;

  cairo_save (cr);
  if (layout->panels != NULL)
    draw_on_panels (layout, cr, value_x, focus);
  else
    draw_reading (layout, cr, value_x, focus, TRUE);
  cairo_restore (cr);
}
