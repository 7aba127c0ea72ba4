/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-layout-sample.h"

#include "nepho-plot-render.h"

const char *const nepho_layout_english[] =
  { "Alibaba Cloud", "Huawei Cloud", "Tencent Cloud", "China Telecom Cloud",
    "AWS China", "Baidu AI Cloud", "China Mobile Cloud", "JD Cloud",
    "Kingsoft Cloud", "Others" };
const char *const nepho_layout_chinese[] =
  { "阿里云", "华为云", "腾讯云", "中国电信天翼云", "亚马逊云科技(中国)",
    "百度智能云", "移动云", "京东云", "金山云", "其他" };

/* Marks that stand in categories. */
gboolean
nepho_layout_is_banded (NephoPlotMark mark)
{
  return mark == NEPHO_PLOT_MARK_BAR || mark == NEPHO_PLOT_MARK_BRIDGE || mark == NEPHO_PLOT_MARK_SPAN
         || mark == NEPHO_PLOT_MARK_TILE || mark == NEPHO_PLOT_MARK_SLOPE || mark == NEPHO_PLOT_MARK_DUMBBELL
         || mark == NEPHO_PLOT_MARK_FLOW || mark == NEPHO_PLOT_MARK_HEAT;
}

/* Cells in so many columns, as many rows. */
static void
complete_heat (NephoPlotFigure *figure, NephoPlotSeries *series, guint n_columns)
{
  g_autofree double *cells = g_new (double, n_columns * n_columns);

  for (guint k = 0; k < n_columns * n_columns; k++)
    cells[k] = 0.2 + 0.01 * k;
  g_clear_pointer (&series->y, nepho_plot_column_unref);
  series->y = nepho_plot_column_new (cells, n_columns * n_columns);
  figure->y.kind = NEPHO_PLOT_SCALE_BAND;
  g_strfreev (figure->y.categories);
  figure->y.categories = g_strdupv (figure->x.categories);
  g_free (figure->y.title);
  figure->y.title = g_strdup ("Utilisation 利用率");
  g_free (figure->x.title);
  figure->x.title = g_strdup ("Window in days 时间窗口");
}

/* What a mark needs beside y. */
static void
complete (NephoPlotSeries *series, guint n_points)
{
  g_autofree double *low = g_new (double, n_points + 1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  if (series->mark == NEPHO_PLOT_MARK_POINT)
    series->point_labels = g_strdupv ((char **) (const char *[]){ "GPT-3", "GPT-3", NULL });
  if (series->mark != NEPHO_PLOT_MARK_SPAN && series->mark != NEPHO_PLOT_MARK_DUMBBELL
      && series->mark != NEPHO_PLOT_MARK_BAND)
    return;

  for (guint k = 0; k < n_points; k++)
    {
      low[k] = 0.21;
      g_ptr_array_add (labels, (gpointer) (k % 2 == 0 ? "2×10²² FLOP" : "−3.0 points"));
    }
  g_ptr_array_add (labels, NULL);
  series->low = nepho_plot_column_new (low, n_points);
  series->low_label = g_strdup ("As it is");
  series->end_labels = g_strdupv ((char **) labels->pdata);
}

NephoPlotFigure *
nepho_layout_sample (NephoPlotMark mark, const char *const *names, guint n_series, guint n_points, double spread)
{
  NephoPlotFigure *figure = nepho_plot_figure_new ("test");
  gboolean bars = nepho_layout_is_banded (mark);
  g_autofree double *x = g_new (double, n_points);
  g_autofree double *y = g_new (double, n_points);
  g_autoptr (GPtrArray) categories = g_ptr_array_new ();

  figure->title = g_strdup ("阿里云 Alibaba Cloud stays first in IaaS; its share falls 3.2 points to 31.4 % by 2030Q4");
  figure->subtitle = g_strdup ("Share of customers, per cent, IaaS, China, 2022Q2 to 2030Q4");
  figure->source = g_strdup ("Source: IDC via Jiemian News, 2022H1; Nephoscope model");
  figure->note = g_strdup ("Starting shares beyond the five largest are assumptions.");
  figure->x.kind = bars ? NEPHO_PLOT_SCALE_BAND : NEPHO_PLOT_SCALE_TIME;
  figure->y.unit = NEPHO_UNIT_FRACTION;
  for (guint i = 0; bars && i < n_points; i++)
    g_ptr_array_add (categories, (gpointer) names[i % 10]);
  g_ptr_array_add (categories, NULL);
  if (bars)
    figure->x.categories = g_strdupv ((char **) categories->pdata);
  if (mark == NEPHO_PLOT_MARK_TILE)
    {
      for (guint i = 0; i < n_points; i++)
        x[i] = 1.0 + i;
      figure->x.widths = nepho_plot_column_new (x, n_points);
      figure->x.widths_unit = NEPHO_UNIT_YUAN_BILLION;
    }

  for (guint i = 0; i < n_series; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);
      NephoPlotSeries *series = nepho_plot_figure_add_series (figure, mark, id, names[i % 10], (int) i % 12);

      for (guint t = 0; t < n_points; t++)
        {
          x[t] = 2022.25 + t / 4.0;
          y[t] = 0.2 + spread * (i + 0.1 * t) * (t % 2 == 0 ? 1.0 : -1.0);
        }
      series->notation = NEPHO_PLOT_PROJECTION;
      series->x = bars ? NULL : nepho_plot_column_new (x, n_points);
      series->y = nepho_plot_column_new (y, n_points);
      complete (series, n_points);
      if (mark == NEPHO_PLOT_MARK_HEAT)
        complete_heat (figure, series, n_points);
    }

  return figure;
}

void
nepho_layout_set_values (NephoPlotFigure *figure, guint index, const double *values, guint n)
{
  NephoPlotSeries *series = g_ptr_array_index (figure->series, index);

  g_clear_pointer (&series->y, nepho_plot_column_unref);
  series->y = nepho_plot_column_new (values, n);
}

void
nepho_layout_draw (const NephoPlotFigure *figure)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 500, 300);
  cairo_t *cr = cairo_create (surface);

  nepho_plot_render (figure, cr, 500, 300, nepho_plot_theme_find ("dark"), 1.0, NULL, FALSE);
  g_assert_cmpint ((int) cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}
