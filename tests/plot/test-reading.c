/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nepho-plot-hover.h"

#define ROUNDING 0.51

static const char *const english[] = { "Alibaba Cloud", "Huawei Cloud", "Tencent Cloud", "China Telecom Cloud",
                                       "AWS China", "Baidu AI Cloud", "China Mobile Cloud", "China Unicom Cloud",
                                       "JD Cloud", "Kingsoft Cloud", "360 Cloud", "Others" };
static const char *const chinese[] = { "阿里云", "华为云", "腾讯云", "中国电信天翼云", "亚马逊云科技（中国）", "百度智能云",
                                       "移动云", "联通云", "京东云", "金山云", "360云", "其他" };

static NephoPlotLayout *
make_layout (const NephoPlotFigure *figure, double width, double height, double scale, const char *isolated)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GObject) context = G_OBJECT (pango_cairo_create_context (cr));
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  view.isolated = isolated;

  return nepho_plot_layout_new (figure, PANGO_CONTEXT (context), nepho_plot_theme_find ("light"), width, height, scale,
                                &view);
}

/* Lines of nearly one height over eight quarters. */
static NephoPlotFigure *
make_lines (const char *const *names, guint n, double spread)
{
  NephoPlotFigure *figure = nepho_plot_figure_new ("lines");
  double x[8];
  double y[8];

  figure->title = g_strdup ("Shares");
  figure->subtitle = g_strdup ("Share of customers, per cent");
  figure->source = g_strdup ("Source: nobody");
  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  figure->y.unit = NEPHO_UNIT_FRACTION;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("v%u", i);
      NephoPlotSeries *series
        = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, id, names[i % 12], (int) i % 12);

      for (guint k = 0; k < 8; k++)
        {
          x[k] = 2022.0 + k / 4.0;
          y[k] = 0.3 + spread * (n - i);
        }
      series->notation = NEPHO_PLOT_PROJECTION;
      series->x = nepho_plot_column_new (x, 8);
      series->y = nepho_plot_column_new (y, 8);
    }

  return figure;
}

/* Two series over n categories c0, c1 …; of tiles, flows and dumbbells as of bars. */
static NephoPlotFigure *
make_bars (NephoPlotMark mark, guint n, gboolean horizontal)
{
  NephoPlotFigure *figure = nepho_plot_figure_new ("bars");

  figure->title = g_strdup ("Revenue");
  figure->horizontal = horizontal;
  figure->x.kind = NEPHO_PLOT_SCALE_BAND;
  figure->x.categories = g_new0 (char *, n + 1);
  figure->x.category_ids = g_new0 (char *, n + 1);
  figure->y.unit = NEPHO_UNIT_YUAN_BILLION;
  figure->y.include_zero = TRUE;
  for (guint k = 0; k < n; k++)
    {
      figure->x.categories[k] = g_strdup (english[k % 12]);
      figure->x.category_ids[k] = g_strdup_printf ("c%u", k);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autofree double *values = g_new (double, n);
      g_autofree double *low = g_new0 (double, n);
      NephoPlotSeries *series = nepho_plot_figure_add_series (figure, mark, i == 0 ? "before" : "after",
                                                              i == 0 ? "2022" : "2030", (int) i);

      for (guint k = 0; k < n; k++)
        values[k] = 10.0 + i + k;
      series->notation = NEPHO_PLOT_PROJECTION;
      series->y = nepho_plot_column_new (values, n);
      if (mark == NEPHO_PLOT_MARK_DUMBBELL || mark == NEPHO_PLOT_MARK_SPAN)
        series->low = nepho_plot_column_new (low, n);
    }

  return figure;
}

static NephoPlotFigure *
make_dots (guint n)
{
  NephoPlotFigure *figure = nepho_plot_figure_new ("dots");
  NephoPlotSeries *series
    = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_POINT, "reported", "Reported", NEPHO_PLOT_ACCENT);
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);

  figure->title = g_strdup ("Models");
  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  figure->y.unit = NEPHO_UNIT_PF_DAY;
  series->point_labels = g_new0 (char *, n + 1);
  for (guint k = 0; k < n; k++)
    {
      x[k] = 2020.0 + 0.04 * k;
      y[k] = 1.0 + (k * 7) % 13;
      series->point_labels[k] = g_strdup_printf ("Model-%u", k);
    }
  series->x = nepho_plot_column_new (x, n);
  series->y = nepho_plot_column_new (y, n);

  return figure;
}

static const NephoPlotTextBox *
find_name (const NephoPlotLayout *layout, const char *subject, NephoPlotTextRole role)
{
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);

  for (guint i = 0; i < n; i++)
    if (texts[i].role == role && g_strcmp0 (texts[i].subject, subject) == 0)
      return &texts[i];

  return NULL;
}

static void
assert_name (const NephoPlotLayout *layout, const char *subject, NephoPlotTextRole role)
{
  const NephoPlotTextBox *box = find_name (layout, subject, role);

  g_assert_nonnull (box);
  g_assert_cmpstr (nepho_plot_layout_name_at (layout, box->rect.x + box->rect.width / 2.0,
                                              box->rect.y + box->rect.height / 2.0),
                   ==, subject);
  /* A little beside it, too. */
  g_assert_cmpstr (nepho_plot_layout_name_at (layout, box->rect.x + 1.0, box->rect.y + box->rect.height + 1.0), ==,
                   subject);
}

/* Each place where a name stands says what it names: end labels, early ends, keys, categories, dots, tiles. */
static void
test_names (void)
{
  g_autoptr (NephoPlotFigure) lines = make_lines (english, 3, 0.1);
  g_autoptr (NephoPlotFigure) bars = make_bars (NEPHO_PLOT_MARK_BAR, 3, TRUE);
  g_autoptr (NephoPlotFigure) upright = make_bars (NEPHO_PLOT_MARK_BAR, 3, FALSE);
  g_autoptr (NephoPlotFigure) tiles = make_bars (NEPHO_PLOT_MARK_TILE, 3, FALSE);
  g_autoptr (NephoPlotFigure) flows = make_bars (NEPHO_PLOT_MARK_FLOW, 3, FALSE);
  g_autoptr (NephoPlotFigure) dots = make_dots (3);
  g_autoptr (NephoPlotLayout) layout = NULL;
  NephoPlotSeries *second = g_ptr_array_index (lines->series, 1);

  second->y = (nepho_plot_column_unref (second->y), nepho_plot_column_new ((const double[]) { 0.1, 0.1, 0.1, NAN, NAN, NAN, NAN, NAN }, 8));
  layout = make_layout (lines, 640, 400, 1.0, NULL);
  assert_name (layout, "v0", NEPHO_PLOT_TEXT_LABEL);
  assert_name (layout, "v1", NEPHO_PLOT_TEXT_POINT);
  g_clear_pointer (&layout, nepho_plot_layout_free);

  layout = make_layout (bars, 640, 400, 1.0, NULL);
  assert_name (layout, "c1", NEPHO_PLOT_TEXT_TICK_Y);
  assert_name (layout, "before", NEPHO_PLOT_TEXT_KEY);
  g_clear_pointer (&layout, nepho_plot_layout_free);

  layout = make_layout (upright, 640, 400, 1.0, NULL);
  assert_name (layout, "c2", NEPHO_PLOT_TEXT_TICK_X);
  g_clear_pointer (&layout, nepho_plot_layout_free);

  layout = make_layout (tiles, 640, 400, 1.0, NULL);
  assert_name (layout, "c0", NEPHO_PLOT_TEXT_TICK_X);
  assert_name (layout, "before", NEPHO_PLOT_TEXT_VALUE);
  assert_name (layout, "after", NEPHO_PLOT_TEXT_LABEL);
  g_clear_pointer (&layout, nepho_plot_layout_free);

  layout = make_layout (flows, 640, 400, 1.0, NULL);
  assert_name (layout, "before", NEPHO_PLOT_TEXT_LABEL);
  assert_name (layout, "c1", NEPHO_PLOT_TEXT_LABEL);
  g_clear_pointer (&layout, nepho_plot_layout_free);

  layout = make_layout (dots, 640, 400, 1.0, NULL);
  assert_name (layout, "Model-1", NEPHO_PLOT_TEXT_POINT);
  g_assert_null (nepho_plot_layout_name_at (layout, 5.0, 5.0));
}

/* Where nothing else is on the chart a name leads nowhere; nor does the baseline's, which is behind all. */
static void
test_names_alone (void)
{
  g_autoptr (NephoPlotFigure) one = make_lines (english, 1, 0.1);
  g_autoptr (NephoPlotFigure) two = make_lines (english, 2, 0.1);
  g_autoptr (NephoPlotLayout) layout = make_layout (one, 640, 400, 1.0, NULL);
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);

  for (guint i = 0; i < n; i++)
    g_assert_null (texts[i].subject);
  g_clear_pointer (&layout, nepho_plot_layout_free);

  ((NephoPlotSeries *) g_ptr_array_index (two->series, 0))->notation = NEPHO_PLOT_GHOST;
  layout = make_layout (two, 640, 400, 1.0, NULL);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    if (texts[i].role == NEPHO_PLOT_TEXT_KEY)
      g_assert_null (texts[i].subject);
}

static void
test_subject (void)
{
  g_autoptr (NephoPlotFigure) bars = make_bars (NEPHO_PLOT_MARK_BAR, 3, TRUE);
  g_autoptr (NephoPlotFigure) tiles = make_bars (NEPHO_PLOT_MARK_TILE, 3, FALSE);
  g_autoptr (NephoPlotFigure) dots = make_dots (3);
  const NephoPlotSeries *bar = g_ptr_array_index (bars->series, 0);
  const NephoPlotSeries *tile = g_ptr_array_index (tiles->series, 0);
  const NephoPlotSeries *dot = g_ptr_array_index (dots->series, 0);

  g_assert_cmpstr (nepho_plot_figure_subject (bars, bar, 2), ==, "c2");
  g_assert_cmpstr (nepho_plot_figure_subject (tiles, tile, 2), ==, "before");
  g_assert_cmpstr (nepho_plot_figure_category (tiles, tile, 2), ==, "c2");
  g_assert_cmpstr (nepho_plot_figure_subject (dots, dot, 1), ==, "Model-1");
  g_assert_true (nepho_plot_figure_is_about (bars, bar, 2, "c2"));
  g_assert_true (nepho_plot_figure_is_about (bars, bar, 2, "before"));
  g_assert_false (nepho_plot_figure_is_about (bars, bar, 2, "c1"));
  g_assert_false (nepho_plot_figure_is_about (bars, bar, 2, "after"));
  g_assert_true (nepho_plot_figure_has_subject (dots, "Model-2"));
  g_assert_false (nepho_plot_figure_has_subject (dots, "Model-3"));
  g_assert_true (nepho_plot_figure_can_isolate (dots, "Model-2"));
  g_assert_false (nepho_plot_figure_can_isolate (dots, "reported"));
  g_assert_false (nepho_plot_figure_can_isolate (bars, "nobody"));
}

/* The subtitle names who is alone, whatever that is. */
static void
test_focus_named (void)
{
  static const char *const subjects[] = { "c1", "after", "nobody", NULL };
  static const char *const subtitles[] = { "Revenue, ¥ billion; focus on Huawei Cloud", "Revenue, ¥ billion; focus on 2030",
                                           "Revenue, ¥ billion", "Revenue, ¥ billion" };

  for (guint k = 0; k < G_N_ELEMENTS (subjects); k++)
    {
      g_autoptr (NephoPlotFigure) figure = make_bars (NEPHO_PLOT_MARK_BAR, 3, TRUE);
      g_autoptr (NephoPlotLayout) layout = NULL;
      const NephoPlotTextBox *box;

      figure->subtitle = g_strdup ("Revenue, ¥ billion");
      layout = make_layout (figure, 640, 400, 1.0, subjects[k]);
      box = find_name (layout, NULL, NEPHO_PLOT_TEXT_SUBTITLE);
      g_assert_cmpstr (pango_layout_get_text (box->layout), ==, subtitles[k]);
    }
}

/* And the stretch of time that is shown. */
static void
test_stretch_named (void)
{
  g_autoptr (NephoPlotFigure) figure = make_lines (english, 3, 0.1);
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  g_autoptr (NephoPlotLayout) all = make_layout (figure, 640, 400, 1.0, "v1");
  g_autoptr (NephoPlotLayout) part = NULL;

  g_assert_cmpstr (pango_layout_get_text (find_name (all, NULL, NEPHO_PLOT_TEXT_SUBTITLE)->layout), ==,
                   "Share of customers, per cent; focus on Huawei Cloud");
  view.x_minimum = 2022.5;
  view.x_maximum = 2023.25;
  part = nepho_plot_layout_new (figure, all->context, nepho_plot_theme_find ("light"), 640, 400, 1.0, &view);
  g_assert_cmpstr (pango_layout_get_text (find_name (part, NULL, NEPHO_PLOT_TEXT_SUBTITLE)->layout), ==,
                   "Share of customers, per cent; shown: 2022Q3 to 2023Q2");
}

static void
assert_muted (NephoPlotMark mark, gboolean horizontal)
{
  g_autoptr (NephoPlotFigure) figure = make_bars (mark, 3, horizontal);
  g_autoptr (NephoPlotLayout) layout = make_layout (figure, 640, 400, 1.0, "c1");

  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < 3; k++)
      {
        g_assert_true (nepho_plot_series_visible (layout, i));
        g_assert_true (nepho_plot_is_muted (layout, i, k) == (k != 1));
        g_assert_true ((nepho_plot_datum_colour (layout, i, k).a < 0.5) == (k != 1));
      }
}

/* A category alone: the others step back, and only its bars keep their numbers. */
static void
test_category_alone (void)
{
  g_autoptr (NephoPlotFigure) figure = make_bars (NEPHO_PLOT_MARK_BAR, 3, TRUE);
  g_autoptr (NephoPlotLayout) layout = make_layout (figure, 640, 400, 1.0, "c1");
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);
  guint n_values = 0;

  for (guint i = 0; i < n; i++)
    n_values += texts[i].role == NEPHO_PLOT_TEXT_VALUE;
  g_assert_cmpuint (n_values, ==, 2);
  g_assert_cmpfloat (find_name (layout, "c1", NEPHO_PLOT_TEXT_TICK_Y)->colour.a, ==, 1.0);
  g_assert_cmpfloat (find_name (layout, "c0", NEPHO_PLOT_TEXT_TICK_Y)->colour.a, <, 1.0);

  assert_muted (NEPHO_PLOT_MARK_BAR, FALSE);
  assert_muted (NEPHO_PLOT_MARK_TILE, FALSE);
  assert_muted (NEPHO_PLOT_MARK_FLOW, FALSE);
  assert_muted (NEPHO_PLOT_MARK_SPAN, TRUE);
  assert_muted (NEPHO_PLOT_MARK_DUMBBELL, TRUE);
}

/* The box tells of all twelve, on the smallest card, in both languages and with larger text, and stays on the paper. */
static void
test_box (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 480, 330 }, { 1280, 720 } };
  static const double scales[] = { 1.0, 1.25 };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
      for (guint language = 0; language < 2; language++)
        for (double x = 2022.0; x < 2023.8; x += 0.25)
          {
            g_autoptr (NephoPlotFigure) figure = make_lines (language == 0 ? english : chinese, 12, 0.01);
            g_autoptr (NephoPlotLayout) layout = make_layout (figure, sizes[s][0], sizes[s][1], scales[k], NULL);
            g_autoptr (GArray) rows = nepho_plot_rows_new (layout, x, NULL);
            g_autofree char *heading = nepho_plot_rows_heading (layout, rows);
            NephoPlotBox box;

            g_assert_cmpuint (rows->len, ==, 12);
            nepho_plot_box_fit (layout, rows, heading, nepho_plot_scale_map (nepho_plot_layout_x (layout), x), &box);
            g_assert_cmpuint (box.n_shown, ==, 12);
            g_assert_cmpfloat (box.rect.x, >=, 0.0);
            g_assert_cmpfloat (box.rect.y, >=, 0.0);
            g_assert_cmpfloat (box.rect.x + box.rect.width, <=, sizes[s][0]);
            g_assert_cmpfloat (box.rect.y + box.rect.height, <=, sizes[s][1]);
            g_assert_true (g_str_has_suffix (g_array_index (rows, NephoPlotRow, 0).value, "%"));
          }
}

/* Of eighty there is no room for all: the last line counts those that are left out. */
static void
test_box_full (void)
{
  g_autoptr (NephoPlotFigure) figure = make_lines (english, 80, 0.01);
  g_autoptr (NephoPlotLayout) layout = make_layout (figure, 320, 240, 1.0, NULL);
  g_autoptr (GArray) rows = nepho_plot_rows_new (layout, 2022.5, NULL);
  NephoPlotBox box;

  g_assert_cmpuint (rows->len, ==, 80);
  nepho_plot_box_fit (layout, rows, "2022Q3", 100.0, &box);
  g_assert_cmpuint (box.n_shown, <, 80);
  g_assert_cmpuint (box.n_shown, >=, 8);
  g_assert_cmpfloat (box.rect.y + box.rect.height, <=, 240.0);
  g_assert_cmpfloat (box.rect.x + box.rect.width, <=, 320.0);
}

/* How many things a paper names, and how many it says it does not. */
static void
count_names (const NephoPlotLayout *layout, NephoPlotTextRole role, guint *n_named, guint *n_others)
{
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);

  *n_named = 0;
  *n_others = 0;
  for (guint i = 0; i < n; i++)
    {
      const char *words = pango_layout_get_text (texts[i].layout);

      *n_named += texts[i].role == role;
      if (texts[i].role == NEPHO_PLOT_TEXT_OTHERS)
        *n_others += (guint) strtoul (words + strcspn (words, "0123456789"), NULL, 10);
    }
}

/* Who has no name is counted: named and counted make all, at every size. */
static void
test_others (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 400, 260 }, { 480, 330 }, { 900, 600 } };

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint n = 2; n <= 26; n += 4)
      {
        g_autoptr (NephoPlotFigure) lines = make_lines (english, n, 0.001);
        g_autoptr (NephoPlotFigure) bars = make_bars (NEPHO_PLOT_MARK_BAR, n, TRUE);
        g_autoptr (NephoPlotFigure) upright = make_bars (NEPHO_PLOT_MARK_BAR, n, FALSE);
        g_autoptr (NephoPlotFigure) dots = make_dots (n);
        g_autoptr (NephoPlotFigure) bridge = make_bars (NEPHO_PLOT_MARK_BRIDGE, n, TRUE);
        const NephoPlotFigure *figures[] = { lines, bars, upright, dots, bridge };
        static const NephoPlotTextRole roles[] = { NEPHO_PLOT_TEXT_LABEL, NEPHO_PLOT_TEXT_TICK_Y,
                                                   NEPHO_PLOT_TEXT_TICK_X, NEPHO_PLOT_TEXT_POINT,
                                                   NEPHO_PLOT_TEXT_TICK_Y };

        bridge->note = g_strdup ("Each part is an average over all orders of the changes.");
        for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
          {
            g_autoptr (NephoPlotLayout) layout = make_layout (figures[f], sizes[s][0], sizes[s][1], 1.0, NULL);
            guint n_named;
            guint n_others;

            count_names (layout, roles[f], &n_named, &n_others);
            if (n_named + n_others != n)
              g_error ("%.0f×%.0f: of %u in figure %u there are %u named and %u counted", sizes[s][0], sizes[s][1], n, f,
                       n_named, n_others);
          }
      }
}

static void
test_others_panels (void)
{
  g_autoptr (NephoPlotFigure) figure = make_lines (english, 12, 0.01);
  g_autoptr (NephoPlotLayout) layout = NULL;
  guint n_named;
  guint n_others;

  for (guint i = 0; i < 12; i++)
    {
      nepho_plot_figure_add_panel (figure, english[i], NULL);
      ((NephoPlotSeries *) g_ptr_array_index (figure->series, i))->panel = i;
    }
  layout = make_layout (figure, 320, 240, 1.0, NULL);
  count_names (layout, NEPHO_PLOT_TEXT_LABEL, &n_named, &n_others);
  g_assert_cmpuint (n_named, <, 12);
  g_assert_cmpuint (n_named + n_others, ==, 12);
  g_clear_pointer (&layout, nepho_plot_layout_free);

  layout = make_layout (figure, 1280, 720, 1.0, NULL);
  count_names (layout, NEPHO_PLOT_TEXT_LABEL, &n_named, &n_others);
  g_assert_cmpuint (n_named, ==, 12);
  g_assert_cmpuint (n_others, ==, 0);
}

/* Ten lines that end within one per cent of each other: each name is tied to the end of its own line, in their order,
 * and those ties do not cross. */
static void
test_leaders (void)
{
  g_autoptr (NephoPlotFigure) figure = make_lines (english, 10, 0.0001);
  g_autoptr (NephoPlotLayout) layout = NULL;
  guint n;
  const NephoPlotTextBox *texts;
  double last_anchor = -INFINITY;
  double last_middle = -INFINITY;
  guint n_leaders = 0;

  figure->y.include_zero = TRUE;
  layout = make_layout (figure, 640, 400, 1.0, NULL);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    {
      double middle = texts[i].rect.y + texts[i].rect.height / 2.0;
      double x;
      double y;

      if (texts[i].role != NEPHO_PLOT_TEXT_LABEL)
        continue;
      nepho_plot_layout_point (layout, (guint) texts[i].series, 7, &x, &y);
      g_assert_cmpfloat_with_epsilon (texts[i].anchor_x, x, 1e-9);
      g_assert_cmpfloat_with_epsilon (texts[i].anchor_y, y, 1e-9);
      g_assert_true (texts[i].leader == (fabs (middle - y) > 3.0));
      g_assert_cmpfloat (texts[i].anchor_y, >, last_anchor);
      g_assert_cmpfloat (middle, >=, last_middle + texts[i].rect.height - ROUNDING);
      last_anchor = texts[i].anchor_y;
      last_middle = middle;
      n_leaders += texts[i].leader;
    }
  g_assert_cmpuint (n_leaders, >=, 8);
}

/* Pixels that an overlay alters. */
static guint
count_marked (const NephoPlotLayout *layout, const char *subject)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 640, 400);
  cairo_t *cr = cairo_create (surface);
  const guint32 *pixels;
  guint n = 0;

  nepho_plot_layout_draw_subject (layout, cr, subject);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);
  for (guint i = 0; i < 640 * 400; i++)
    n += pixels[i] != 0;
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return n;
}

/* What is pointed at elsewhere is marked on every kind of chart that has it, and only there. */
static void
test_emphasis (void)
{
  static const NephoPlotMark marks[] = { NEPHO_PLOT_MARK_BAR,  NEPHO_PLOT_MARK_TILE,     NEPHO_PLOT_MARK_SLOPE,
                                         NEPHO_PLOT_MARK_SPAN, NEPHO_PLOT_MARK_DUMBBELL, NEPHO_PLOT_MARK_FLOW };
  g_autoptr (NephoPlotFigure) lines = make_lines (english, 3, 0.1);
  g_autoptr (NephoPlotFigure) areas = make_lines (english, 3, 0.1);
  g_autoptr (NephoPlotFigure) dots = make_dots (3);
  const NephoPlotFigure *others[] = { lines, areas, dots };
  static const char *const ids[] = { "v1", "v1", "Model-1" };

  for (guint i = 0; i < 3; i++)
    ((NephoPlotSeries *) g_ptr_array_index (areas->series, i))->mark = NEPHO_PLOT_MARK_AREA;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (NephoPlotFigure) figure = make_bars (marks[i], 3, FALSE);
      g_autoptr (NephoPlotLayout) layout = make_layout (figure, 640, 400, 1.0, NULL);

      g_assert_cmpuint (count_marked (layout, "before"), >, 20);
      g_assert_cmpuint (count_marked (layout, "nobody"), ==, 0);
      if (marks[i] != NEPHO_PLOT_MARK_SLOPE)
        g_assert_cmpuint (count_marked (layout, "c1"), >, 20);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (NephoPlotLayout) layout = make_layout (others[i], 640, 400, 1.0, NULL);

      g_assert_cmpuint (count_marked (layout, ids[i]), >, 20);
      g_assert_cmpuint (count_marked (layout, "nobody"), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reading/names", test_names);
  g_test_add_func ("/reading/names-alone", test_names_alone);
  g_test_add_func ("/reading/subject", test_subject);
  g_test_add_func ("/reading/focus-named", test_focus_named);
  g_test_add_func ("/reading/stretch-named", test_stretch_named);
  g_test_add_func ("/reading/category-alone", test_category_alone);
  g_test_add_func ("/reading/box", test_box);
  g_test_add_func ("/reading/box-full", test_box_full);
  g_test_add_func ("/reading/others", test_others);
  g_test_add_func ("/reading/others-panels", test_others_panels);
  g_test_add_func ("/reading/leaders", test_leaders);
  g_test_add_func ("/reading/emphasis", test_emphasis);

  return g_test_run ();
}
