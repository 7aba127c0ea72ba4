/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-quarter.h"
#include "nepho-svg-text.h"

/* About the width of a page in Excel's pixels. */
#define CHART_WIDTH 760
#define CHART_HEIGHT 420

/* Where the numbers of one chart stand. */
typedef struct
{
  NephoWorkbook         *workbook;
  lxw_worksheet         *sheet;
  lxw_chart             *chart;
  const NephoPlotFigure *figure;
  const char            *sheet_name;
  lxw_row_t              first;
  lxw_row_t              last;
  lxw_col_t              behind; /* the first column that the table leaves free */
} Place;

static const NephoPlotSeries *
series_at (const Place *place, guint index)
{
  return g_ptr_array_index (place->figure->series, index);
}

static lxw_color_t
colour_of (const NephoPlotSeries *series)
{
  const NephoPlotTheme *theme = nepho_plot_theme_find ("light");
  NephoPlotColour colour
    = series->notation == NEPHO_PLOT_GHOST ? theme->ghost : nepho_plot_theme_colour (theme, series->colour);
  lxw_color_t rgb = (lxw_color_t) lround (colour.r * 255.0) << 16 | (lxw_color_t) lround (colour.g * 255.0) << 8
                    | (lxw_color_t) lround (colour.b * 255.0);

  /* The library takes 0 for no colour at all. */
  return rgb != 0 ? rgb : LXW_COLOR_BLACK;
}

/* One column of the sheet as a series, its name linked to the column's header. */
static lxw_chart_series *
add_series (const Place *place, lxw_col_t categories, lxw_col_t values)
{
  lxw_chart_series *series = chart_add_series (place->chart, NULL, NULL);

  chart_series_set_categories (series, place->sheet_name, place->first, categories, place->last, categories);
  chart_series_set_values (series, place->sheet_name, place->first, values, place->last, values);
  chart_series_set_name_range (series, place->sheet_name, place->first - 1, values);

  return series;
}

static void
style_line (lxw_chart_series *out, const NephoPlotSeries *series, gboolean points_only)
{
  lxw_color_t colour = colour_of (series);
  lxw_chart_line line = { .color = colour, .width = series->notation == NEPHO_PLOT_GHOST ? 1.25f : 2.25f };
  lxw_chart_fill fill = { .color = colour };
  lxw_chart_line edge = { .color = colour };

  line.none = points_only;
  if (series->notation == NEPHO_PLOT_GHOST)
    line.dash_type = LXW_CHART_LINE_DASH_DASH;
  if (series->notation == NEPHO_PLOT_TREND)
    line.dash_type = LXW_CHART_LINE_DASH_ROUND_DOT;
  chart_series_set_line (out, &line);
  if (series->notation != NEPHO_PLOT_ACTUAL && !points_only)
    {
      chart_series_set_marker_type (out, LXW_CHART_MARKER_NONE);
      return;
    }
  chart_series_set_marker_type (out, LXW_CHART_MARKER_CIRCLE);
  chart_series_set_marker_size (out, 6);
  chart_series_set_marker_fill (out, &fill);
  chart_series_set_marker_line (out, &edge);
}

/* The places of the rows as numbers, in a column behind the table: a chart of lines needs them. */
static void
write_places (const Place *place, lxw_col_t at)
{
  g_autoptr (NephoTable) table = nepho_table_from_figure (place->figure);
  const NephoTableColumn *texts = g_ptr_array_index (table->columns, 0);

  nepho_workbook_header (place->workbook, place->sheet, place->first - 1, at, _("Year"), NEPHO_UNIT_NONE);
  for (guint i = 0; i < texts->texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts->texts, i);
      NephoQuarter quarter;
      double year
        = nepho_quarter_parse (text, &quarter, NULL) ? nepho_quarter_year (quarter) : g_ascii_strtod (text, NULL);

      worksheet_write_number (place->sheet, place->first + i, at, year, place->workbook->dim);
    }
}

/* Where the first line begins: an axis of years has no use for a zero. */
static double
first_year (const Place *place)
{
  double first = HUGE_VAL;

  for (guint i = 0; i < place->figure->series->len; i++)
    {
      const NephoPlotSeries *series = series_at (place, i);

      if (series->x != NULL && series->x->n > 0)
        first = MIN (first, series->x->values[0]);
    }

  return first;
}

static void
add_lines (const Place *place)
{
  guint n = place->figure->series->len;
  lxw_col_t years = place->behind;

  write_places (place, years);
  for (guint i = 0; i < n; i++)
    style_line (add_series (place, years, (lxw_col_t) (i + 1)), series_at (place, i),
                series_at (place, i)->mark == NEPHO_PLOT_MARK_POINT);
  if (isfinite (first_year (place)))
    chart_axis_set_min (place->chart->x_axis, floor (first_year (place)));
}

static void
add_filled (const Place *place, NephoPlotMark mark)
{
  for (guint i = 0; i < place->figure->series->len; i++)
    {
      const NephoPlotSeries *series = series_at (place, i);
      gboolean hollow = series->pattern == NEPHO_PLOT_PATTERN_HOLLOW;
      lxw_chart_fill fill = { .color = colour_of (series), .none = hollow };
      lxw_chart_line edge = { .color = colour_of (series), .width = 1.5f };
      lxw_chart_series *out;

      if (series->mark != mark)
        continue;
      out = add_series (place, 0, (lxw_col_t) (i + 1));
      chart_series_set_fill (out, &fill);
      if (hollow)
        chart_series_set_line (out, &edge);
    }
}

/* Bars that begin at one level and lie in one place: the names' axis crosses there. */
static void
add_spans (const Place *place)
{
  const NephoPlotSeries *series = series_at (place, 0);
  lxw_chart_axis *values = place->figure->horizontal ? place->chart->x_axis : place->chart->y_axis;

  add_filled (place, NEPHO_PLOT_MARK_SPAN);
  chart_set_series_overlap (place->chart, 100);
  chart_set_series_gap (place->chart, 40);
  if (series->low != NULL && series->low->n > 0 && isfinite (series->low->values[0]))
    chart_axis_set_crossing (values, nepho_workbook_shown (series->low->values[0], place->figure->y.unit));
}

/* Lines from one category to the next, with a mark on each. */
static void
add_slopes (const Place *place)
{
  for (guint i = 0; i < place->figure->series->len; i++)
    style_line (add_series (place, 0, (lxw_col_t) (i + 1)), series_at (place, i), FALSE);
}

/* Where a dumbbell begins stands in the column after all series; its bar is an outline beside the other. */
static void
add_dumbbells (const Place *place)
{
  const NephoPlotSeries *series = series_at (place, 0);
  lxw_chart_fill nothing = { .none = LXW_TRUE };
  lxw_chart_line edge = { .color = colour_of (series), .width = 1.5f };

  if (series->low != NULL && series->low_label != NULL)
    {
      lxw_chart_series *start = add_series (place, 0, (lxw_col_t) (place->figure->series->len + 1));

      chart_series_set_fill (start, &nothing);
      chart_series_set_line (start, &edge);
    }
  add_filled (place, NEPHO_PLOT_MARK_DUMBBELL);
}

/* Columns for a bridge: what is invisible between zero and a bar, and the parts of the bar above and below
 * zero, which a stack of columns piles up in either direction. */
static void
write_bridge (const Place *place)
{
  const NephoPlotSeries *series = series_at (place, 0);
  const char *names[] = { _("Between zero and the bar"), _("Bar above zero"), _("Bar below zero") };
  NephoUnit unit = place->figure->y.unit;
  double level = 0.0;

  for (lxw_col_t k = 0; k < G_N_ELEMENTS (names); k++)
    nepho_workbook_header (place->workbook, place->sheet, place->first - 1, place->behind + k, names[k], unit);
  for (guint i = 0; i < series->y->n; i++)
    {
      gboolean total = (series->bridge_total >> i & 1) != 0;
      double from = total ? 0.0 : level;
      double to = total ? series->y->values[i] : level + series->y->values[i];
      double low = MIN (from, to);
      double high = MAX (from, to);
      const double parts[] = { MAX (low, 0.0) + MIN (high, 0.0), MAX (high, 0.0) - MAX (low, 0.0),
                               MIN (low, 0.0) - MIN (high, 0.0) };

      for (lxw_col_t k = 0; k < G_N_ELEMENTS (parts); k++)
        worksheet_write_number (place->sheet, place->first + i, place->behind + k, nepho_workbook_shown (parts[k], unit),
                                place->workbook->dim);
      level = to;
    }
}

static void
add_bridge (const Place *place)
{
  lxw_chart_fill nothing = { .none = LXW_TRUE };
  lxw_chart_fill fill = { .color = colour_of (series_at (place, 0)) };

  write_bridge (place);
  chart_series_set_fill (add_series (place, 0, place->behind), &nothing);
  chart_series_set_fill (add_series (place, 0, place->behind + 1), &fill);
  chart_series_set_fill (add_series (place, 0, place->behind + 2), &fill);
  chart_legend_set_position (place->chart, LXW_CHART_LEGEND_NONE);
}

/* Labelled points stand row by row: whose, name, x, y. Each series is a run of rows. */
static void
add_points (const Place *place)
{
  lxw_row_t row = place->first;

  for (guint i = 0; i < place->figure->series->len; i++)
    {
      const NephoPlotSeries *series = series_at (place, i);
      lxw_chart_series *out;

      if (series->y->n == 0)
        continue;
      out = chart_add_series (place->chart, NULL, NULL);
      chart_series_set_categories (out, place->sheet_name, row, 2, row + series->y->n - 1, 2);
      chart_series_set_values (out, place->sheet_name, row, 3, row + series->y->n - 1, 3);
      chart_series_set_name_range (out, place->sheet_name, row, 0);
      style_line (out, series, series->mark == NEPHO_PLOT_MARK_POINT);
      row += series->y->n;
    }
}

static lxw_chart_type
kind_of (const NephoPlotFigure *figure)
{
  switch (((NephoPlotSeries *) g_ptr_array_index (figure->series, 0))->mark)
    {
    case NEPHO_PLOT_MARK_AREA:
      return nepho_workbook_is_percent (figure->y.unit) ? LXW_CHART_AREA_STACKED_PERCENT : LXW_CHART_AREA_STACKED;
    case NEPHO_PLOT_MARK_FLOW:
      return LXW_CHART_COLUMN_STACKED;
    case NEPHO_PLOT_MARK_SLOPE:
      return LXW_CHART_LINE;
    case NEPHO_PLOT_MARK_TILE:
      return nepho_workbook_is_percent (figure->y.unit) ? LXW_CHART_COLUMN_STACKED_PERCENT : LXW_CHART_COLUMN_STACKED;
    case NEPHO_PLOT_MARK_BRIDGE:
      return figure->horizontal ? LXW_CHART_BAR_STACKED : LXW_CHART_COLUMN_STACKED;
    case NEPHO_PLOT_MARK_BAR:
    case NEPHO_PLOT_MARK_SPAN:
    case NEPHO_PLOT_MARK_DUMBBELL:
      return figure->horizontal ? LXW_CHART_BAR : LXW_CHART_COLUMN;
    case NEPHO_PLOT_MARK_LINE:
    case NEPHO_PLOT_MARK_BAND:
    case NEPHO_PLOT_MARK_POINT:
    case NEPHO_PLOT_MARK_HEAT:
    default:
      return LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS;
    }
}

static void
style_axes (const Place *place)
{
  const NephoPlotFigure *figure = place->figure;
  lxw_chart_axis *values = figure->horizontal ? place->chart->x_axis : place->chart->y_axis;
  lxw_chart_line grid = { .color = 0xdeddda, .width = 0.75f };
  const NephoPlotAxis *axis = &figure->y;

  if (nepho_workbook_is_percent (axis->unit))
    chart_axis_set_num_format (values, "0%");
  else
    chart_axis_set_name (values, nepho_unit_name (axis->unit));
  if (axis->kind == NEPHO_PLOT_SCALE_LOG)
    chart_axis_set_log_base (values, 10);
  if (axis->reversed)
    chart_axis_set_reverse (values);
  chart_axis_major_gridlines_set_line (values, &grid);
  if (figure->x.kind == NEPHO_PLOT_SCALE_TIME)
    chart_axis_set_num_format (place->chart->x_axis, "0");
  if (figure->x.kind == NEPHO_PLOT_SCALE_LOG)
    chart_axis_set_log_base (place->chart->x_axis, 10);
  if (figure->horizontal)
    chart_axis_set_reverse (place->chart->y_axis);
  /* Names of bars stand at the edge, not across the negative ones. */
  chart_axis_set_label_position (figure->horizontal ? place->chart->y_axis : place->chart->x_axis,
                                 LXW_CHART_AXIS_LABEL_POSITION_LOW);
}

static gboolean
has_labelled_points (const NephoPlotFigure *figure)
{
  for (guint i = 0; i < figure->series->len; i++)
    if (((NephoPlotSeries *) g_ptr_array_index (figure->series, i))->point_labels != NULL)
      return TRUE;

  return FALSE;
}

/* A chart that Excel and LibreOffice draw themselves, from the cells beside it. */
void
nepho_workbook_add_chart (NephoWorkbook *self,
                          lxw_worksheet *sheet,
                          const NephoPlotFigure *figure,
                          const char *sheet_name,
                          lxw_row_t first_row,
                          lxw_row_t last_row,
                          lxw_col_t behind,
                          lxw_row_t row)
{
  NephoPlotMark mark = ((NephoPlotSeries *) g_ptr_array_index (figure->series, 0))->mark;
  g_autofree char *description = figure->summary != NULL ? nepho_svg_clean (figure->summary) : NULL;
  lxw_chart_options options = { .description = description };
  Place place = {
    .workbook = self,
    .sheet = sheet,
    .chart = workbook_add_chart (self->book, (uint8_t) kind_of (figure)),
    .figure = figure,
    .sheet_name = sheet_name,
    .first = first_row,
    .last = last_row,
    .behind = behind,
  };

  if (figure->title != NULL)
    nepho_workbook_chart_title (place.chart, figure->title);
  chart_legend_set_position (place.chart, LXW_CHART_LEGEND_RIGHT);
  chart_show_blanks_as (place.chart, LXW_CHART_BLANKS_AS_GAP);
  style_axes (&place);
  if (has_labelled_points (figure))
    add_points (&place);
  else if (mark == NEPHO_PLOT_MARK_BRIDGE)
    add_bridge (&place);
  else if (mark == NEPHO_PLOT_MARK_SPAN)
    add_spans (&place);
  else if (mark == NEPHO_PLOT_MARK_SLOPE)
    add_slopes (&place);
  else if (mark == NEPHO_PLOT_MARK_DUMBBELL)
    add_dumbbells (&place);
  else if (mark == NEPHO_PLOT_MARK_AREA || mark == NEPHO_PLOT_MARK_BAR || mark == NEPHO_PLOT_MARK_TILE
           || mark == NEPHO_PLOT_MARK_FLOW)
    add_filled (&place, mark);
  else
    add_lines (&place);
  options.x_scale = CHART_WIDTH / 480.0;
  options.y_scale = CHART_HEIGHT / 288.0;
  worksheet_insert_chart_opt (sheet, row, 0, place.chart, &options);
}
