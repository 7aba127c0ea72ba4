/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-plot-private.h"
#include "nepho-plot-render.h"

#define ROUNDING 0.51

static const char *const english[] = { "Alibaba Cloud", "Huawei Cloud", "Tencent Cloud", "China Telecom Cloud",
                                       "AWS China", "Baidu AI Cloud", "China Mobile Cloud", "JD Cloud",
                                       "Kingsoft Cloud", "Others" };
static const char *const chinese[] = { "阿里云", "华为云", "腾讯云", "中国电信天翼云", "亚马逊云科技(中国)",
                                       "百度智能云", "移动云", "京东云", "金山云", "其他" };

static PangoContext *
make_context (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = pango_cairo_create_context (cr);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return context;
}

/* Marks that stand in categories. */
static gboolean
is_banded (NephoPlotMark mark)
{
  return mark == NEPHO_PLOT_MARK_BAR || mark == NEPHO_PLOT_MARK_BRIDGE || mark == NEPHO_PLOT_MARK_SPAN
         || mark == NEPHO_PLOT_MARK_TILE || mark == NEPHO_PLOT_MARK_SLOPE || mark == NEPHO_PLOT_MARK_DUMBBELL
         || mark == NEPHO_PLOT_MARK_FLOW;
}

/* What a mark needs beside y. */
static void
complete (NephoPlotSeries *series, guint n_points)
{
  g_autofree double *low = g_new (double, n_points + 1);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  if (series->mark == NEPHO_PLOT_MARK_POINT)
    series->point_labels = g_strdupv ((char **) (const char *[]){ "GPT-3", "GPT-3", NULL });
  if (series->mark != NEPHO_PLOT_MARK_SPAN && series->mark != NEPHO_PLOT_MARK_DUMBBELL)
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

static NephoPlotFigure *
make_figure (NephoPlotMark mark, const char *const *names, guint n_series, guint n_points, double spread)
{
  NephoPlotFigure *figure = nepho_plot_figure_new ("test");
  gboolean bars = is_banded (mark);
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
    }

  return figure;
}

static gboolean
overlap (const NephoPlotRect *a, const NephoPlotRect *b)
{
  return a->x + ROUNDING < b->x + b->width && b->x + ROUNDING < a->x + a->width && a->y + ROUNDING < b->y + b->height
         && b->y + ROUNDING < a->y + a->height;
}

static void
assert_tidy (const NephoPlotLayout *layout, double width, double height)
{
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);

  for (guint i = 0; i < n; i++)
    {
      const NephoPlotRect *rect = &texts[i].rect;

      if (rect->x < -ROUNDING || rect->y < -ROUNDING || rect->x + rect->width > width + ROUNDING
          || rect->y + rect->height > height + ROUNDING)
        g_error ("%.0f×%.0f: “%s” (role %u) leaves the paper: %.1f %.1f %.1f %.1f", width, height,
                 pango_layout_get_text (texts[i].layout), texts[i].role, rect->x, rect->y, rect->width, rect->height);
      for (guint k = 0; k < i; k++)
        if (overlap (rect, &texts[k].rect))
          g_error ("%.0f×%.0f: “%s” (role %u) covers “%s” (role %u)", width, height, pango_layout_get_text (texts[i].layout),
                   texts[i].role, pango_layout_get_text (texts[k].layout), texts[k].role);
    }
}

/* Marks that may lie as well as stand. */
static gboolean
is_sideways (NephoPlotMark mark)
{
  return mark == NEPHO_PLOT_MARK_BAR || mark == NEPHO_PLOT_MARK_SPAN || mark == NEPHO_PLOT_MARK_DUMBBELL;
}

/* How many series of a mark make a crowded chart. */
static guint
bars_of (NephoPlotMark mark)
{
  switch (mark)
    {
    case NEPHO_PLOT_MARK_BRIDGE:
    case NEPHO_PLOT_MARK_DUMBBELL:
      return 1;
    case NEPHO_PLOT_MARK_SPAN:
      return 2;
    case NEPHO_PLOT_MARK_TILE:
      return 40;
    case NEPHO_PLOT_MARK_SLOPE:
    case NEPHO_PLOT_MARK_FLOW:
      return 12;
    default:
      return 3;
    }
}

static void
test_tidy_everywhere (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 400, 300 }, { 480, 320 }, { 640, 400 }, { 1280, 720 }, { 3840, 2160 } };
  static const double scales[] = { 1.0, 1.25, 1.5, 2.0 };
  static const NephoPlotMark marks[] = { NEPHO_PLOT_MARK_LINE, NEPHO_PLOT_MARK_AREA, NEPHO_PLOT_MARK_BAR,
                                         NEPHO_PLOT_MARK_BRIDGE, NEPHO_PLOT_MARK_POINT, NEPHO_PLOT_MARK_SPAN,
                                         NEPHO_PLOT_MARK_TILE, NEPHO_PLOT_MARK_SLOPE, NEPHO_PLOT_MARK_DUMBBELL,
                                         NEPHO_PLOT_MARK_FLOW };
  g_autoptr (GObject) owner = G_OBJECT (make_context ());

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
      for (guint m = 0; m < G_N_ELEMENTS (marks); m++)
        for (int language = 0; language < 2; language++)
          for (int sideways = 0; sideways < (is_sideways (marks[m]) ? 2 : 1); sideways++)
            {
              gboolean bars = is_banded (marks[m]);
              g_autoptr (NephoPlotFigure) figure = make_figure (marks[m], language ? chinese : english,
                                                                bars ? bars_of (marks[m]) : 10, bars ? 5 : 20, 0.01);
              g_autoptr (NephoPlotLayout) layout = NULL;

              /* 320×240 is the smallest window at text scale 1. */
              if (sizes[s][0] < 320.0 * scales[k] || sizes[s][1] < 240.0 * scales[k])
                continue;
              figure->horizontal = sideways;
              layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), sizes[s][0],
                                              sizes[s][1], scales[k], NULL);
              assert_tidy (layout, sizes[s][0], sizes[s][1]);
            }
}

/* Ten lines that end within 1 % of each other: all are named, in the lines' order. */
static void
test_labels_do_not_collide (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_LINE, english, 10, 35, 0.00002);
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 560, 360, 1.0, NULL);
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);
  const NephoPlotTextBox *last = NULL;
  guint labels = 0;

  assert_tidy (layout, 560, 360);
  for (guint i = 0; i < n; i++)
    if (texts[i].role == NEPHO_PLOT_TEXT_LABEL)
      {
        if (last != NULL)
          {
            g_assert_cmpfloat (texts[i].rect.y, >, last->rect.y);
            g_assert_cmpfloat (texts[i].anchor_y, >=, last->anchor_y - 1e-9);
          }
        last = &texts[i];
        labels++;
      }
  g_assert_cmpuint (labels, ==, 10);
}

static void
test_spread (void)
{
  double free_standing[] = { 10, 40, 80 };
  double heights[] = { 10, 10, 10, 10 };
  double crowded[] = { 50, 51, 52, 53 };
  double at_end[] = { 98, 99, 100, 100 };
  static const double crowded_expected[] = { 36.5, 46.5, 56.5, 66.5 };
  static const double end_expected[] = { 65, 75, 85, 95 };

  nepho_plot_spread (free_standing, heights, 3, 0, 100);
  g_assert_cmpfloat (free_standing[0], ==, 10);
  g_assert_cmpfloat (free_standing[2], ==, 80);
  /* Least squares: the block's middle stays where the labels' middle was. */
  nepho_plot_spread (crowded, heights, 4, 0, 100);
  nepho_plot_spread (at_end, heights, 4, 0, 100);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (crowded[i], crowded_expected[i], 1e-9);
      g_assert_cmpfloat_with_epsilon (at_end[i], end_expected[i], 1e-9);
    }
}

static void
test_stack (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_plot_figure_new ("stack");
  g_autoptr (NephoPlotLayout) layout = NULL;
  static const double x[] = { 2022, 2023 };
  static const double y[][2] = { { 0.5, 0.25 }, { 0.3, NAN }, { 0.2, 0.75 } };
  double px;
  double py;

  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  for (guint i = 0; i < 3; i++)
    {
      NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_AREA, "a", "a", (int) i);

      series->x = nepho_plot_column_new (x, 2);
      series->y = nepho_plot_column_new (y[i], 2);
    }
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 400, 300, 1.0, NULL);

  /* The tops of both columns are at one. */
  nepho_plot_layout_point (layout, 2, 0, &px, &py);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_invert (nepho_plot_layout_y (layout), py), 1.0, 1e-12);
  nepho_plot_layout_point (layout, 2, 1, &px, &py);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_invert (nepho_plot_layout_y (layout), py), 1.0, 1e-12);
  nepho_plot_layout_point (layout, 1, 0, &px, &py);
  g_assert_cmpfloat_with_epsilon (nepho_plot_scale_invert (nepho_plot_layout_y (layout), py), 0.8, 1e-12);
}

static void
test_bars_stand_on_zero (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_BAR, english, 1, 4, 0.0);
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 400, 300, 1.0, NULL);
  const NephoPlotScale *y = nepho_plot_layout_y (layout);
  NephoPlotRect rect;

  g_assert_cmpfloat (y->d0, ==, 0.0);
  g_assert_true (nepho_plot_bar_rect (layout, 0, 2, &rect));
  g_assert_cmpfloat_with_epsilon (rect.y + rect.height, nepho_plot_scale_map (y, 0.0), 1e-9);
  g_assert_cmpfloat_with_epsilon (rect.y, nepho_plot_scale_map (y, 0.2), 1e-9);
}

static void
test_bridge (void)
{
  static const double values[] = { 50, 30, -12, 68 };
  static const double ends[][2] = { { 0, 50 }, { 50, 80 }, { 80, 68 }, { 0, 68 } };
  NephoPlotSeries series = { .mark = NEPHO_PLOT_MARK_BRIDGE, .bridge_total = 1 | 8 };

  series.y = nepho_plot_column_new (values, 4);
  for (guint k = 0; k < 4; k++)
    {
      double from;
      double to;

      nepho_plot_bridge_ends (&series, k, &from, &to);
      g_assert_cmpfloat (from, ==, ends[k][0]);
      g_assert_cmpfloat (to, ==, ends[k][1]);
    }
  nepho_plot_column_unref (series.y);
}

/* Both bars of a category begin at one level; a text stands beyond each end, on the other side of the
 * beginning where a longer bar lies there already. */
static void
test_spans (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_SPAN, english, 2, 3, 0.0);
  static const double starts[] = { 30, 30, 30 };
  static const double ends[][3] = { { 20, 28, 34 }, { 40, 24, 32 } };
  static const gboolean left[][3] = { { TRUE, FALSE, FALSE }, { FALSE, TRUE, TRUE } };
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  guint seen[2] = { 0 };
  guint n;

  figure->horizontal = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      nepho_plot_column_unref (series->y);
      nepho_plot_column_unref (series->low);
      series->y = nepho_plot_column_new (ends[i], 3);
      series->low = nepho_plot_column_new (starts, 3);
    }
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  assert_tidy (layout, 600, 400);
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < 3; k++)
      {
        const NephoPlotScale *x = nepho_plot_layout_x (layout);
        NephoPlotRect rect;

        g_assert_true (nepho_plot_bar_rect (layout, i, k, &rect));
        g_assert_cmpfloat_with_epsilon (rect.x, nepho_plot_scale_map (x, MIN (ends[i][k], 30)), 1e-9);
        g_assert_cmpfloat_with_epsilon (rect.x + rect.width, nepho_plot_scale_map (x, MAX (ends[i][k], 30)), 1e-9);
      }

  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    if (texts[i].role == NEPHO_PLOT_TEXT_VALUE)
      {
        double middle = texts[i].rect.x + texts[i].rect.width / 2.0;
        double start = nepho_plot_scale_map (nepho_plot_layout_x (layout), 30);

        g_assert_true ((middle < start) == left[texts[i].series][seen[texts[i].series]]);
        seen[texts[i].series]++;
      }
  g_assert_cmpuint (seen[0], ==, 3);
  g_assert_cmpuint (seen[1], ==, 3);
}

/* Areas of tiles are as widths times heights, in every column; a column without width has no tile. */
static void
test_tiles (void)
{
  static const double widths[] = { 30, 0, 10 };
  static const double parts[][3] = { { 0.5, 0.3, 0.25 }, { 0.5, 0.7, 0.75 } };
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_TILE, english, 2, 3, 0.0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotRect *plot;

  nepho_plot_column_unref (figure->x.widths);
  figure->x.widths = nepho_plot_column_new (widths, 3);
  for (guint i = 0; i < 2; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      nepho_plot_column_unref (series->y);
      series->y = nepho_plot_column_new (parts[i], 3);
    }
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  assert_tidy (layout, 600, 400);
  plot = nepho_plot_layout_plot_rect (layout);
  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < 3; k++)
      {
        NephoPlotRect rect;
        NephoPlotHit hit;

        g_assert_true (nepho_plot_tile_rect (layout, i, k, &rect) == (k != 1));
        if (k == 1)
          continue;
        /* The seams take a point. */
        g_assert_cmpfloat_with_epsilon (rect.width + 1.0, plot->width * widths[k] / 40.0, 1e-5);
        g_assert_cmpfloat_with_epsilon (rect.height + 1.0, plot->height * parts[i][k], 1e-6);
        g_assert_true (nepho_plot_layout_pick (layout, rect.x + 2.0, rect.y + 2.0, &hit));
        g_assert_cmpint (hit.series, ==, (int) i);
        g_assert_cmpuint (hit.point, ==, k);
      }
}

static void
set_values (NephoPlotFigure *figure, guint index, const double *values, guint n)
{
  NephoPlotSeries *series = g_ptr_array_index (figure->series, index);

  g_clear_pointer (&series->y, nepho_plot_column_unref);
  series->y = nepho_plot_column_new (values, n);
}

/* A slope is named with its value on both sides, at the height of both values where they are apart. */
static void
test_slope (void)
{
  static const double ends[][2] = { { 0.13, 0.47 }, { 0.47, 0.13 } };
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_SLOPE, english, 2, 2, 0.0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  const NephoPlotRect *plot;
  guint n;
  guint seen = 0;

  for (guint i = 0; i < 2; i++)
    set_values (figure, i, ends[i], 2);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  plot = nepho_plot_layout_plot_rect (layout);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    {
      guint side;
      double x;
      double y;

      if (texts[i].role != NEPHO_PLOT_TEXT_LABEL)
        continue;
      side = texts[i].rect.x > plot->x ? 1 : 0;
      nepho_plot_layout_point (layout, (guint) texts[i].series, side, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, plot->x + side * plot->width, 1e-9);
      g_assert_cmpfloat_with_epsilon (texts[i].rect.y + texts[i].rect.height / 2.0, y, 1e-9);
      g_assert_nonnull (strstr (pango_layout_get_text (texts[i].layout),
                                ends[texts[i].series][side] > 0.3 ? "47.0" : "13.0"));
      g_assert_nonnull (strstr (pango_layout_get_text (texts[i].layout), english[texts[i].series]));
      seen++;
    }
  g_assert_cmpuint (seen, ==, 4);
}

/* Both numbers of a dumbbell stand outside it, whichever way it goes. */
static void
test_dumbbell (void)
{
  static const double ends[] = { 0.4, 0.1, 0.21 };
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_DUMBBELL, english, 1, 3, 0.0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  guint values = 0;
  guint keys = 0;
  guint n;

  figure->horizontal = TRUE;
  set_values (figure, 0, ends, 3);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  assert_tidy (layout, 600, 400);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    {
      keys += texts[i].role == NEPHO_PLOT_TEXT_KEY;
      if (texts[i].role != NEPHO_PLOT_TEXT_VALUE)
        continue;
      values++;
      for (guint k = 0; k < 3; k++)
        {
          NephoPlotRect bar;

          g_assert_true (nepho_plot_bar_rect (layout, 0, k, &bar));
          g_assert_false (nepho_plot_rects_meet (&texts[i].rect, &bar));
        }
    }
  /* The third goes nowhere: one number says so. */
  g_assert_cmpuint (values, ==, 5);
  g_assert_cmpuint (keys, ==, 2);
}

/* Ribbons are as thick as they are large, lie beside each other at both ends, and are picked along their curve. */
static void
test_flow (void)
{
  static const double values[][3] = { { NAN, 30, 10 }, { 20, NAN, 0 } };
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_FLOW, english, 2, 3, 0.0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  NephoPlotRibbon ribbon;
  NephoPlotRibbon other;
  NephoPlotHit hit;
  double x;
  double y;

  for (guint i = 0; i < 2; i++)
    set_values (figure, i, values[i], 3);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  assert_tidy (layout, 600, 400);
  g_assert_false (nepho_plot_flow_ribbon (layout, 0, 0, &ribbon));
  g_assert_false (nepho_plot_flow_ribbon (layout, 1, 2, &ribbon));
  g_assert_true (nepho_plot_flow_ribbon (layout, 0, 1, &ribbon));
  g_assert_true (nepho_plot_flow_ribbon (layout, 0, 2, &other));
  g_assert_cmpfloat_with_epsilon (ribbon.size, 3.0 * other.size, 1e-9);
  g_assert_cmpfloat_with_epsilon (ribbon.y0 + ribbon.size, other.y0, 1e-9);
  /* All of it, and the gaps between three nodes, fill the plot. */
  g_assert_cmpfloat_with_epsilon (6.0 * other.size, nepho_plot_layout_plot_rect (layout)->height - 10.0, 1e-9);
  for (guint k = 1; k < 3; k++)
    {
      nepho_plot_layout_point (layout, 0, k, &x, &y);
      g_assert_true (nepho_plot_layout_pick (layout, x, y, &hit));
      g_assert_cmpint (hit.series, ==, 0);
      g_assert_cmpuint (hit.point, ==, k);
    }
  g_assert_true (nepho_plot_layout_pick (layout, ribbon.x0 + 0.1, ribbon.y0 + 0.5, &hit));
  g_assert_cmpuint (hit.point, ==, 1);
  g_assert_false (nepho_plot_layout_pick (layout, ribbon.x0 - 40.0, ribbon.y0 + 0.5, &hit));
}

static void
draw (const NephoPlotFigure *figure)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 500, 300);
  cairo_t *cr = cairo_create (surface);

  nepho_plot_render (figure, cr, 500, 300, nepho_plot_theme_find ("dark"), 1.0, NULL, FALSE);
  g_assert_cmpint ((int) cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Each series on a panel of its own, and grey on those of the others. */
static NephoPlotFigure *
make_panels (guint n)
{
  NephoPlotFigure *figure = make_figure (NEPHO_PLOT_MARK_LINE, english, n, 20, 0.01);

  for (guint i = 0; i < n; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      nepho_plot_figure_add_panel (figure, series->label, "12.0 % → 34.0 %");
      series->panel = i;
      series->everywhere = TRUE;
    }

  return figure;
}

static void
test_panels_are_tidy (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 480, 330 }, { 700, 400 }, { 1280, 720 }, { 3840, 2160 } };
  static const double scales[] = { 1.0, 1.5, 2.0 };
  g_autoptr (GObject) owner = G_OBJECT (make_context ());

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
      for (guint n = 1; n <= 40; n += n < 4 ? 1 : 9)
        {
          g_autoptr (NephoPlotFigure) figure = make_panels (n);
          g_autoptr (NephoPlotLayout) layout = NULL;

          if (sizes[s][0] < 320.0 * scales[k] || sizes[s][1] < 240.0 * scales[k])
            continue;
          layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), sizes[s][0],
                                          sizes[s][1], scales[k], NULL);
          assert_tidy (layout, sizes[s][0], sizes[s][1]);
        }
}

/* All panels have one scale and one size, a datum is picked on the panel of its series, and a name leads to it. */
static void
test_panels (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_panels (6);
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 900, 500, 1.0, NULL);
  const NephoPlotLayout *first = nepho_plot_layout_at (layout, 0, 0);
  const NephoPlotTextBox *texts;
  guint named = 0;
  guint n;

  for (guint i = 0; i < 6; i++)
    {
      const NephoPlotLayout *panel;
      NephoPlotHit hit;
      double x;
      double y;

      nepho_plot_layout_point (layout, i, 7, &x, &y);
      panel = nepho_plot_layout_at (layout, x, y);
      g_assert_cmpfloat (nepho_plot_layout_y (panel)->d1, ==, nepho_plot_layout_y (first)->d1);
      g_assert_cmpfloat_with_epsilon (nepho_plot_layout_plot_rect (panel)->width,
                                      nepho_plot_layout_plot_rect (first)->width, 1e-9);
      g_assert_true (nepho_plot_layout_pick (layout, x + 1.0, y, &hit));
      g_assert_cmpint (hit.series, ==, (int) i);
      g_assert_cmpuint (hit.point, ==, 7);
      g_assert_cmpfloat_with_epsilon (nepho_plot_scale_invert (nepho_plot_layout_x (panel), x), 2022.25 + 7.0 / 4.0, 1e-9);
      g_assert_true (nepho_plot_layout_find (layout, ((NephoPlotSeries *) g_ptr_array_index (figure->series, i))->id,
                                             2022.25 + 7.0 / 4.0, &hit));
      g_assert_cmpfloat_with_epsilon (hit.x, x, 1e-9);
    }
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    if (texts[i].role == NEPHO_PLOT_TEXT_LABEL)
      g_assert_cmpint (texts[i].series, ==, (int) named++);
  g_assert_cmpuint (named, ==, 6);
  draw (figure);
}

/* Who is looked at alone has all the room. */
static void
test_panel_alone (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_panels (6);
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  g_autoptr (NephoPlotLayout) layout = NULL;
  double x;
  double y;

  view.isolated = "3";
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 900, 500, 1.0, &view);
  assert_tidy (layout, 900, 500);
  g_assert_cmpfloat (nepho_plot_layout_plot_rect (nepho_plot_layout_at (layout, 450, 250))->width, >, 700.0);
  nepho_plot_layout_point (layout, 3, 7, &x, &y);
  g_assert_true (isfinite (x));
  nepho_plot_layout_point (layout, 2, 7, &x, &y);
  g_assert_true (isnan (x));
}

/* Colour follows the values, their logarithms where they span two powers of ten, or leads away from zero. */
static void
test_heat (void)
{
  static const struct
  {
    double            values[4];
    NephoPlotHeatKind kind;
    double            parts[4];
  } cases[] = {
    { { 1, 2, 3, 5 }, NEPHO_PLOT_HEAT_LINEAR, { 0, 0.25, 0.5, 1 } },
    { { 0, 50, 75, 100 }, NEPHO_PLOT_HEAT_LINEAR, { 0, 0.5, 0.75, 1 } },
    { { 1, 10, 100, 10000 }, NEPHO_PLOT_HEAT_LOG, { 0, 0.25, 0.5, 1 } },
    { { -2, 0, 4, 1 }, NEPHO_PLOT_HEAT_DIVERGING, { -0.5, 0, 1, 0.25 } },
    { { -4, -3, -2, -2 }, NEPHO_PLOT_HEAT_LINEAR, { 0, 0.5, 1, 1 } },
    { { 7, 7, 7, 7 }, NEPHO_PLOT_HEAT_LINEAR, { 0.5, 0.5, 0.5, 0.5 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NephoPlotSeries series = { .mark = NEPHO_PLOT_MARK_HEAT };
      NephoPlotHeat heat;

      series.y = nepho_plot_column_new (cases[i].values, 4);
      nepho_plot_heat_init (&heat, &series);
      g_assert_cmpint (heat.kind, ==, cases[i].kind);
      for (guint k = 0; k < 4; k++)
        g_assert_cmpfloat_with_epsilon (nepho_plot_heat_part (&heat, cases[i].values[k]), cases[i].parts[k], 1e-12);
      nepho_plot_column_unref (series.y);
    }
}

/* Every number in a cell can be read, whatever the theme. */
static void
test_heat_contrast (void)
{
  guint n_themes;
  const NephoPlotTheme *themes = nepho_plot_themes (&n_themes);

  for (guint i = 0; i < n_themes; i++)
    for (double part = -1.0; part <= 1.0; part += 0.05)
      {
        NephoPlotColour fill = nepho_plot_heat_colour (&themes[i], part);

        if (nepho_plot_contrast (nepho_plot_colour_on (&themes[i], fill), fill) < 4.5)
          g_error ("%s: a number on the colour of %.2f has a contrast of %.2f", themes[i].id, part,
                   nepho_plot_contrast (nepho_plot_colour_on (&themes[i], fill), fill));
      }
}

/* A line of ranks ends in a dot with its place in it, clear of its name; vendors that share a place share a number. */
static void
test_ranks (void)
{
  static const double ranks[][2] = { { 1, 2 }, { 2, 1 }, { 3, 3 }, { 3, 3 } };
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_LINE, english, 4, 2, 0.0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  guint seen = 0;
  guint n;

  figure->y = (NephoPlotAxis) { .unit = NEPHO_UNIT_RANK, .reversed = TRUE, .whole = TRUE, .minimum = 0.5, .maximum = 4.5 };
  for (guint i = 0; i < 4; i++)
    set_values (figure, i, ranks[i], 2);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  assert_tidy (layout, 600, 400);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    {
      double x;
      double y;

      if (texts[i].role != NEPHO_PLOT_TEXT_VALUE)
        continue;
      nepho_plot_layout_point (layout, (guint) texts[i].series, 1, &x, &y);
      g_assert_cmpfloat_with_epsilon (texts[i].rect.x + texts[i].rect.width / 2.0, x, 1e-9);
      g_assert_cmpfloat_with_epsilon (texts[i].rect.y + texts[i].rect.height / 2.0, y, 1e-9);
      g_assert_cmpfloat (g_ascii_strtod (pango_layout_get_text (texts[i].layout), NULL), ==, ranks[texts[i].series][1]);
      seen++;
    }
  g_assert_cmpuint (seen, ==, 3);
}

/* Each band has its name in the key. */
static void
test_band_key (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_BAND, english, 3, 20, 0.01);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  guint keys = 0;
  guint n;

  for (guint i = 0; i < 3; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      series->low = nepho_plot_column_new_strided (series->y->values, series->y->n, 1, 0.5);
    }
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  assert_tidy (layout, 600, 400);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    keys += texts[i].role == NEPHO_PLOT_TEXT_KEY;
  g_assert_cmpuint (keys, ==, 3);
  draw (figure);
}

/* A baseline's mark stands on the bar of its own series. */
static void
test_ghost_of_group (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_BAR, english, 3, 4, 0.01);
  NephoPlotSeries *ghost = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_BAR, "1", NULL, 0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  NephoPlotRect bar;
  NephoPlotRect mark;

  ghost->notation = NEPHO_PLOT_GHOST;
  ghost->y = nepho_plot_column_ref (((NephoPlotSeries *) g_ptr_array_index (figure->series, 0))->y);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  assert_tidy (layout, 600, 400);
  g_assert_true (nepho_plot_bar_rect (layout, 1, 2, &bar));
  g_assert_true (nepho_plot_bar_rect (layout, 3, 2, &mark));
  g_assert_cmpfloat_with_epsilon (bar.x, mark.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (bar.width, mark.width, 1e-9);
}

static void
test_held_axis (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_LINE, english, 3, 20, 0.01);
  NephoPlotView view = { NAN, NAN, 0.0, 0.25, NULL };
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 500, 300, 1.0, &view);

  g_assert_cmpfloat (nepho_plot_layout_y (layout)->d0, ==, 0.0);
  g_assert_cmpfloat (nepho_plot_layout_y (layout)->d1, ==, 0.25);
}

static void
test_pick (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_LINE, english, 3, 20, 0.01);
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 500, 300, 1.0, NULL);
  NephoPlotHit hit;
  double x;
  double y;

  nepho_plot_layout_point (layout, 2, 7, &x, &y);
  g_assert_true (nepho_plot_layout_pick (layout, x + 1.0, y - 1.0, &hit));
  g_assert_cmpint (hit.series, ==, 2);
  g_assert_cmpuint (hit.point, ==, 7);
  g_assert_false (nepho_plot_layout_pick (layout, -200.0, -200.0, &hit));
  g_assert_cmpint (hit.series, ==, -1);
}

static gboolean
overlaps_plot (const NephoPlotLayout *layout, double x)
{
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (layout);

  return x >= plot->x - 1.0 && x <= plot->x + plot->width + 1.0;
}

/* A stretch of time: the axis is that stretch, values span what is in it, and what is not in it is not meant. */
static void
test_zoom (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_LINE, english, 3, 20, 0.01);
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  g_autoptr (NephoPlotLayout) layout = NULL;
  NephoPlotHit hit;
  double first;
  double last;
  double x;
  double y;

  nepho_plot_figure_span (figure, &first, &last);
  g_assert_cmpfloat (last - first, ==, 19.0 / 4.0);
  view.x_minimum = first + 1.0;
  view.x_maximum = first + 2.0;
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 500, 300, 1.0, &view);
  g_assert_cmpfloat (nepho_plot_layout_x (layout)->d0, ==, first + 1.0);
  g_assert_cmpfloat (nepho_plot_layout_x (layout)->d1, ==, first + 2.0);
  for (guint k = 0; k < 20; k++)
    {
      nepho_plot_layout_point (layout, 1, k, &x, &y);
      g_assert_true (overlaps_plot (layout, x) == (k >= 4 && k <= 8));
      g_assert_true (!nepho_plot_layout_pick (layout, x, y, &hit) || (hit.point >= 4 && hit.point <= 8));
    }
}

static gboolean
is_in_plot (const NephoPlotTextBox *text)
{
  return text->role == NEPHO_PLOT_TEXT_POINT || text->role == NEPHO_PLOT_TEXT_VALUE;
}

/* Whatever is shown of it, a chart stays tidy, and names no point that is out of sight. */
static void
test_zoomed_is_tidy (void)
{
  static const NephoPlotMark marks[] = { NEPHO_PLOT_MARK_LINE, NEPHO_PLOT_MARK_AREA, NEPHO_PLOT_MARK_POINT };
  static const char * const alone[] = { NULL, "0", "1" };
  g_autoptr (GObject) owner = G_OBJECT (make_context ());

  for (guint m = 0; m < G_N_ELEMENTS (marks); m++)
    for (guint a = 0; a < G_N_ELEMENTS (alone); a++)
      for (double from = 2022.25; from < 2026.5; from += 0.75)
        {
          guint n_points = marks[m] == NEPHO_PLOT_MARK_POINT ? 2 : 20;
          g_autoptr (NephoPlotFigure) figure = make_figure (marks[m], english, 6, n_points, 0.01);
          NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
          g_autoptr (NephoPlotLayout) layout = NULL;
          const NephoPlotTextBox *texts;
          guint n_texts;

          view.x_minimum = from;
          view.x_maximum = from + 0.75;
          view.isolated = alone[a];
          layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 480, 320, 1.0,
                                          &view);
          assert_tidy (layout, 480, 320);
          texts = nepho_plot_layout_texts (layout, &n_texts);
          for (guint i = 0; i < n_texts; i++)
            if (is_in_plot (&texts[i]))
              g_assert_true (overlaps_plot (layout, texts[i].rect.x + texts[i].rect.width / 2.0));
        }
}

/* A title may be wrapped anywhere but between a sign and its sum. */
static void
test_sums_hold_together (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());

  for (double width = 60.0; width < 400.0; width += 3.0)
    {
      g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_LINE, english, 1, 20, 0.01);
      g_autoptr (NephoPlotLayout) layout
        = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 500, 300, 1.0, NULL);
      g_autoptr (PangoLayout) text
        = nepho_plot_text_new (layout, "customers move it most (−¥246 bn) or (+¥31.2 bn)", 13.0, TRUE, width, 9);
      const char *words = pango_layout_get_text (text);

      for (int i = 1; i < pango_layout_get_line_count (text); i++)
        {
          const char *begin = words + pango_layout_get_line_readonly (text, i)->start_index;

          g_assert_false (g_str_has_prefix (begin, "¥"));
        }
    }
}

static void
test_find (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_LINE, english, 3, 20, 0.01);
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 500, 300, 1.0, NULL);
  const NephoPlotSeries *second = g_ptr_array_index (figure->series, 1);
  NephoPlotHit hit;
  guint n_texts;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n_texts);

  g_assert_true (nepho_plot_layout_find (layout, second->id, second->x->values[5] + 0.05, &hit));
  g_assert_cmpint (hit.series, ==, 1);
  g_assert_cmpuint (hit.point, ==, 5);
  g_assert_false (nepho_plot_layout_find (layout, "nobody", second->x->values[5], &hit));
  g_assert_false (nepho_plot_layout_find (layout, second->id, second->x->values[0] - 1.0, &hit));

  for (guint i = 0; i < n_texts; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", texts[i].series);

      g_assert_cmpstr (nepho_plot_layout_name_at (layout, texts[i].rect.x + texts[i].rect.width / 2.0,
                                                  texts[i].rect.y + texts[i].rect.height / 2.0),
                       ==, texts[i].role == NEPHO_PLOT_TEXT_LABEL ? id : NULL);
    }
}

/* Whatever the data, something calm is drawn and nothing breaks. */
static void
test_odd_data (void)
{
  static const double odd[][4] = { { NAN, NAN, NAN, NAN },       { 1.0, NAN, NAN, NAN },      { INFINITY, 1.0, -INFINITY, 2.0 },
                                   { 0.0, 0.0, 0.0, 0.0 },       { -1.0, -2.0, -3.0, -4.0 },  { 1e-9, 2e-9, 3e-9, 4e-9 },
                                   { 1e15, 2e15, -1e15, 5e14 },  { 7.0, 7.0, 7.0, 7.0 },      { 1e308, -1e308, 1e308, 0.0 } };
  static const NephoPlotScaleKind kinds[] = { NEPHO_PLOT_SCALE_LINEAR, NEPHO_PLOT_SCALE_LOG };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    for (NephoPlotMark mark = NEPHO_PLOT_MARK_LINE; mark <= NEPHO_PLOT_MARK_FLOW; mark++)
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        for (guint n = 0; n <= 4; n += 1)
          {
            g_autoptr (NephoPlotFigure) figure = nepho_plot_figure_new ("odd");
            gboolean bars = is_banded (mark);
            NephoPlotSeries *series = nepho_plot_figure_add_series (figure, mark, "a", "Label", 0);

            figure->title = g_strdup ("Odd");
            figure->x.kind = bars ? NEPHO_PLOT_SCALE_BAND : NEPHO_PLOT_SCALE_TIME;
            figure->y.kind = kinds[k];
            figure->x.categories = g_strdupv ((char **) (const char *[]){ "a", "b", "c", "d", NULL });
            series->y = nepho_plot_column_new (odd[i], n);
            if (n > 0)
              series->low = nepho_plot_column_new (odd[(i + 3) % G_N_ELEMENTS (odd)], n);
            draw (figure);
          }
}

static void
test_empty (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_plot_figure_new ("empty");
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  gboolean said = FALSE;
  guint n;

  figure->title = g_strdup ("Nothing");
  figure->empty = g_strdup ("No source gives a price");
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 320, 240, 1.0, NULL);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    said |= g_str_equal (pango_layout_get_text (texts[i].layout), "No source gives a price");
  g_assert_true (said);
  draw (figure);
}

static NephoPlotLayout *
make_layout_of (NephoPlotFigure *figure)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());

  return nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 480, 360, 1.0, NULL);
}

static const char *
text_of (const NephoPlotLayout *layout, NephoPlotTextRole role)
{
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);

  for (guint i = 0; i < n; i++)
    if (texts[i].role == role)
      return pango_layout_get_text (texts[i].layout);

  return NULL;
}

/* What cannot be drawn says why, and what is left out is told. */
static void
test_missing (void)
{
  static const struct
  {
    NephoPlotMark      mark;
    NephoPlotScaleKind kind;
    double             y[4];
    double             first_x;
    const char        *empty;
    const char        *note;
  } cases[] = {
    { NEPHO_PLOT_MARK_LINE, NEPHO_PLOT_SCALE_LINEAR, { NAN, NAN, NAN, NAN }, 2022, "There are no figures to show here", NULL },
    { NEPHO_PLOT_MARK_LINE, NEPHO_PLOT_SCALE_LOG, { 0, -1, 0, 0 }, 2022,
      "A logarithmic axis shows only what is above zero, and none of these figures is", NULL },
    { NEPHO_PLOT_MARK_LINE, NEPHO_PLOT_SCALE_LINEAR, { 1, 2, 3, 4 }, NAN, "None of these figures says of which time it is", NULL },
    { NEPHO_PLOT_MARK_LINE, NEPHO_PLOT_SCALE_LINEAR, { 1e308, -1e308, 0, 0 }, 2022,
      "These figures are too far apart for one axis", NULL },
    { NEPHO_PLOT_MARK_AREA, NEPHO_PLOT_SCALE_LOG, { 1, 2, 3, 4 }, 2022,
      "Bars and areas stand on zero, which a logarithmic axis does not have", NULL },
    { NEPHO_PLOT_MARK_LINE, NEPHO_PLOT_SCALE_LINEAR, { 1, INFINITY, 3, NAN }, 2022, NULL,
      "1 value has no place on the axis and is left out." },
    { NEPHO_PLOT_MARK_LINE, NEPHO_PLOT_SCALE_LOG, { 1, 0, -3, 4 }, 2022, NULL,
      "2 values have no place on the axis and are left out." },
    { NEPHO_PLOT_MARK_LINE, NEPHO_PLOT_SCALE_LINEAR, { 1, NAN, 3, 4 }, 2022, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NephoPlotFigure) figure = nepho_plot_figure_new ("missing");
      NephoPlotSeries *series = nepho_plot_figure_add_series (figure, cases[i].mark, "a", "Label", 0);
      double x[4];
      g_autoptr (NephoPlotLayout) layout = NULL;

      for (guint k = 0; k < 4; k++)
        x[k] = cases[i].first_x + k;
      figure->x.kind = NEPHO_PLOT_SCALE_TIME;
      figure->y.kind = cases[i].kind;
      series->x = nepho_plot_column_new (x, 4);
      series->y = nepho_plot_column_new (cases[i].y, 4);
      layout = make_layout_of (figure);
      g_assert_cmpstr (text_of (layout, NEPHO_PLOT_TEXT_EMPTY), ==, cases[i].empty);
      g_assert_cmpstr (text_of (layout, NEPHO_PLOT_TEXT_NOTE), ==, cases[i].note);
      draw (figure);
    }
}

static void
test_many_vendors (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_LINE, english, 40, 20, 0.005);
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 400, 300, 1.0, NULL);

  assert_tidy (layout, 400, 300);
  draw (figure);
}

/* Where not all names find room, the largest series keeps its own, wherever it stands in the order. */
static void
test_the_smallest_go_unnamed (void)
{
  g_autoptr (GObject) owner = G_OBJECT (make_context ());
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_LINE, english, 10, 2, 0.0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  gboolean named[10] = { FALSE };
  guint labels = 0;
  guint n;

  for (guint i = 0; i < 10; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);
      double values[2] = { 0.01 * i, 0.01 * i };

      nepho_plot_column_unref (series->y);
      series->y = nepho_plot_column_new (values, 2);
    }
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 320, 200, 1.0, NULL);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    if (texts[i].role == NEPHO_PLOT_TEXT_LABEL)
      {
        named[texts[i].series] = TRUE;
        labels++;
      }
  g_assert_cmpuint (labels, <, 10);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (named[i], ==, i >= 10 - labels);
}

/* A context takes its cache of texts with it. */
static void
test_nothing_leaks (void)
{
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_LINE, english, 3, 20, 0.01);
  PangoContext *context = make_context ();
  NephoPlotLayout *layout
    = nepho_plot_layout_new (figure, context, nepho_plot_theme_find ("light"), 400, 300, 1.0, NULL);

  nepho_plot_layout_free (layout);
  g_assert_finalize_object (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/tidy-everywhere", test_tidy_everywhere);
  g_test_add_func ("/layout/labels-do-not-collide", test_labels_do_not_collide);
  g_test_add_func ("/layout/spread", test_spread);
  g_test_add_func ("/layout/stack", test_stack);
  g_test_add_func ("/layout/bars-stand-on-zero", test_bars_stand_on_zero);
  g_test_add_func ("/layout/bridge", test_bridge);
  g_test_add_func ("/layout/spans", test_spans);
  g_test_add_func ("/layout/tiles", test_tiles);
  g_test_add_func ("/layout/slope", test_slope);
  g_test_add_func ("/layout/dumbbell", test_dumbbell);
  g_test_add_func ("/layout/flow", test_flow);
  g_test_add_func ("/layout/panels-are-tidy", test_panels_are_tidy);
  g_test_add_func ("/layout/panels", test_panels);
  g_test_add_func ("/layout/panel-alone", test_panel_alone);
  g_test_add_func ("/layout/heat", test_heat);
  g_test_add_func ("/layout/heat-contrast", test_heat_contrast);
  g_test_add_func ("/layout/ranks", test_ranks);
  g_test_add_func ("/layout/band-key", test_band_key);
  g_test_add_func ("/layout/ghost-of-group", test_ghost_of_group);
  g_test_add_func ("/layout/held-axis", test_held_axis);
  g_test_add_func ("/layout/pick", test_pick);
  g_test_add_func ("/layout/zoom", test_zoom);
  g_test_add_func ("/layout/zoomed-is-tidy", test_zoomed_is_tidy);
  g_test_add_func ("/layout/find", test_find);
  g_test_add_func ("/layout/sums-hold-together", test_sums_hold_together);
  g_test_add_func ("/layout/odd-data", test_odd_data);
  g_test_add_func ("/layout/empty", test_empty);
  g_test_add_func ("/layout/missing", test_missing);
  g_test_add_func ("/layout/many-vendors", test_many_vendors);
  g_test_add_func ("/layout/the-smallest-go-unnamed", test_the_smallest_go_unnamed);
  g_test_add_func ("/layout/nothing-leaks", test_nothing_leaks);

  return g_test_run ();
}
