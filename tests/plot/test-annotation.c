/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "nepho-plot-private.h"
#include "nepho-plot-render.h"

#define N_QUARTERS 9u

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

/* Two lines over two years from 2022Q1, and a published dot of the first. */
static NephoPlotFigure *
make_lines (void)
{
  static const char * const ids[] = { "ada", "bob" };
  NephoPlotFigure *figure = nepho_plot_figure_new ("lines");
  NephoPlotSeries *dots;
  double years[N_QUARTERS];
  double values[N_QUARTERS];

  figure->title = g_strdup ("Lines");
  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  figure->y.include_zero = TRUE;
  for (guint t = 0; t < N_QUARTERS; t++)
    years[t] = 2022.0 + t / 4.0;
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, ids[i], ids[i], (int) i);

      series->notation = NEPHO_PLOT_PROJECTION;
      for (guint t = 0; t < N_QUARTERS; t++)
        values[t] = 0.2 + 0.2 * i + 0.01 * t;
      series->x = nepho_plot_column_new (years, N_QUARTERS);
      series->y = nepho_plot_column_new (values, N_QUARTERS);
    }
  dots = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_POINT, "ada", "", 0);
  dots->x = nepho_plot_column_new (years, 1);
  dots->y = nepho_plot_column_new (values, 1);

  return figure;
}

static NephoPlotFigure *
make_bars (gboolean horizontal)
{
  static const double values[] = { 5.0, 3.0, 1.0 };
  NephoPlotFigure *figure = nepho_plot_figure_new ("bars");
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_BAR, "sum", "", 0);

  figure->horizontal = horizontal;
  figure->title = g_strdup ("Bars");
  figure->x.kind = NEPHO_PLOT_SCALE_BAND;
  figure->x.categories = g_strdupv ((char **) (const char *[]) { "Ada", "Bob", "Cleo", NULL });
  figure->x.category_ids = g_strdupv ((char **) (const char *[]) { "ada", "bob", "", NULL });
  figure->y.include_zero = TRUE;
  series->y = nepho_plot_column_new (values, G_N_ELEMENTS (values));

  return figure;
}

static void
annotate (NephoPlotFigure *figure, guint series, guint point, const char *text)
{
  NephoPlotAnnotation words = { .series = series, .point = point, .text = (char *) text };

  nepho_plot_figure_annotate (figure, &words);
}

static void
measure (NephoPlotFigure *figure, guint series, guint point, guint to_series, guint to_point)
{
  NephoPlotAnnotation arrow = { .series = series, .point = point, .measures = TRUE, .to_series = to_series,
                                .to_point = to_point, .text = (char *) "+1\n+2 % a year" };

  nepho_plot_figure_annotate (figure, &arrow);
}

static NephoPlotLayout *
lay_out (const NephoPlotFigure *figure, double width, double height, double scale)
{
  static PangoContext *context;

  if (context == NULL)
    context = make_context ();

  return nepho_plot_layout_new (figure, context, nepho_plot_theme_find ("light"), width, height, scale, NULL);
}

/* Names that last: of what it is, of when or where, and of which one where there are more. */
static void
test_keys (void)
{
  static const struct
  {
    gboolean    bars;
    guint       series, point;
    const char *series_key, *point_key;
  } CASES[] = {
    { FALSE, 0, 0, "ada", "2022Q1" },       { FALSE, 1, 8, "bob", "2024Q1" },  { FALSE, 2, 0, "ada/published", "2022Q1" },
    { TRUE, 0, 1, "sum/published", "bob" }, { TRUE, 0, 2, "sum/published", "#3" },
  };
  g_autoptr (NephoPlotFigure) lines = make_lines ();
  g_autoptr (NephoPlotFigure) bars = make_bars (FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const NephoPlotFigure *figure = CASES[i].bars ? bars : lines;
      g_autofree char *series_key = nepho_plot_figure_series_key (figure, CASES[i].series);
      g_autofree char *point_key = nepho_plot_figure_point_key (figure, CASES[i].series, CASES[i].point);
      guint series;
      guint point;

      g_assert_cmpstr (series_key, ==, CASES[i].series_key);
      g_assert_cmpstr (point_key, ==, CASES[i].point_key);
      g_assert_true (nepho_plot_figure_find_datum (figure, series_key, point_key, &series, &point));
      g_assert_cmpuint (series, ==, CASES[i].series);
      g_assert_cmpuint (point, ==, CASES[i].point);
    }
}

static void
test_keys_unknown (void)
{
  static const struct
  {
    const char *series_key, *point_key;
  } CASES[] = { { "cleo", "2022Q1" }, { "ada", "2031Q1" }, { "ada", "2022Q1~2" }, { "ada~2", "2022Q1" }, { "ada", "#1" },
                { "ada/baseline", "2022Q1" } };
  g_autoptr (NephoPlotFigure) figure = make_lines ();
  guint series;
  guint point;

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    g_assert_false (nepho_plot_figure_find_datum (figure, CASES[i].series_key, CASES[i].point_key, &series, &point));
}

/* What is called the same in one series is counted. */
static void
test_keys_again (void)
{
  static const double years[] = { 2022.0, 2022.0, 2022.1 };
  static const double values[] = { 1.0, 2.0, 3.0 };
  g_autoptr (NephoPlotFigure) figure = make_lines ();
  NephoPlotSeries *dots = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_POINT, "ada", "", 0);
  g_autofree char *series_key = NULL;
  g_autofree char *second = NULL;
  g_autofree char *between = NULL;
  guint series;
  guint point;

  dots->x = nepho_plot_column_new (years, 3);
  dots->y = nepho_plot_column_new (values, 3);
  series_key = nepho_plot_figure_series_key (figure, 3);
  second = nepho_plot_figure_point_key (figure, 3, 1);
  between = nepho_plot_figure_point_key (figure, 3, 2);
  g_assert_cmpstr (series_key, ==, "ada/published~2");
  g_assert_cmpstr (second, ==, "2022Q1~2");
  g_assert_cmpstr (between, ==, "2022.0999999999999");
  g_assert_true (nepho_plot_figure_find_datum (figure, series_key, second, &series, &point));
  g_assert_cmpuint (series, ==, 3);
  g_assert_cmpuint (point, ==, 1);
}

static const NephoPlotTextBox *
find_box (const NephoPlotLayout *layout, int annotation)
{
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);

  for (guint i = 0; i < n; i++)
    if (texts[i].annotation == annotation)
      return &texts[i];

  return NULL;
}

/* Words stand on no other text and inside the plot, whatever the size. */
static void
test_no_overlap (void)
{
  static const double sizes[][3]
    = { { 320, 240, 1.0 }, { 480, 320, 1.25 }, { 640, 400, 1.0 }, { 1280, 720, 2.0 }, { 3840, 2160, 3.0 } };
  g_autoptr (NephoPlotFigure) figure = make_lines ();

  annotate (figure, 0, 4, "The first words, which are long enough for two lines");
  annotate (figure, 1, 4, "价格战从这里开始，之后两家的差距缩小");
  annotate (figure, 1, 8, "At the end");
  measure (figure, 0, 1, 0, 7);
  measure (figure, 0, 3, 1, 3);
  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      NephoPlotLayout *layout = lay_out (figure, sizes[s][0], sizes[s][1], sizes[s][2]);
      const NephoPlotRect *plot = nepho_plot_layout_plot_rect (layout);
      guint n;
      const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);
      guint n_placed = 0;

      for (guint i = 0; i < n; i++)
        {
          const NephoPlotRect *rect = &texts[i].rect;

          if (texts[i].annotation < 0)
            continue;
          n_placed++;
          g_assert_cmpfloat (rect->x, >=, plot->x);
          g_assert_cmpfloat (rect->x + rect->width, <=, plot->x + plot->width);
          g_assert_cmpfloat (rect->y, >=, plot->y);
          g_assert_cmpfloat (rect->y + rect->height, <=, plot->y + plot->height);
          for (guint k = 0; k < n; k++)
            g_assert_true (k == i || !nepho_plot_rects_meet (rect, &texts[k].rect));
        }
      g_assert_cmpuint (n_placed + layout->unplaced, ==, 5);
      g_assert_cmpuint (layout->unplaced, ==, layout->told_unplaced);
      if (sizes[s][0] >= 640)
        g_assert_cmpuint (n_placed, ==, 5);
      nepho_plot_layout_free (layout);
    }
}

/* What has no room is told at the foot, where that has some. */
static void
test_no_room (void)
{
  g_autoptr (NephoPlotFigure) figure = make_lines ();
  NephoPlotLayout *layout;
  guint n;
  const NephoPlotTextBox *texts;
  gboolean told = FALSE;

  for (guint i = 0; i < 40; i++)
    annotate (figure, i % 2, i % N_QUARTERS, "Words that need some room on the plot");
  layout = lay_out (figure, 420.0, 320.0, 1.0);
  g_assert_cmpuint (layout->unplaced, >, 0);
  texts = nepho_plot_layout_texts (layout, &n);
  for (guint i = 0; i < n; i++)
    told |= texts[i].role == NEPHO_PLOT_TEXT_NOTE
            && strstr (pango_layout_get_text (texts[i].layout), "have no room here") != NULL;
  g_assert_true (told);
  nepho_plot_layout_free (layout);
}

/* The words follow the value. */
static void
test_follow (void)
{
  g_autoptr (NephoPlotFigure) figure = make_lines ();
  NephoPlotSeries *ada = g_ptr_array_index (figure->series, 0);
  double values[N_QUARTERS] = { 0.0, 0.0, 0.0, 0.0, 0.35, 0.0, 0.0, 0.0, 0.0 };

  annotate (figure, 0, 4, "Here");
  for (guint round = 0; round < 2; round++)
    {
      NephoPlotLayout *layout = lay_out (figure, 640.0, 400.0, 1.0);
      const NephoPlotTextBox *box = find_box (layout, 0);
      double x;
      double y;

      g_assert_nonnull (box);
      if (box == NULL)
        return;
      nepho_plot_layout_point (layout, 0, 4, &x, &y);
      g_assert_cmpfloat_with_epsilon (box->anchor_x, x, 1e-9);
      g_assert_cmpfloat_with_epsilon (box->anchor_y, y, 1e-9);
      g_assert_cmpint (nepho_plot_layout_annotation_at (layout, x, y), ==, 0);
      g_assert_cmpint (nepho_plot_layout_annotation_at (layout, box->rect.x + 2.0, box->rect.y + 2.0), ==, 0);
      g_assert_cmpint (nepho_plot_layout_annotation_at (layout, 2.0, 2.0), ==, -1);
      nepho_plot_layout_free (layout);
      nepho_plot_column_unref (ada->y);
      ada->y = nepho_plot_column_new (values, N_QUARTERS);
    }
}

/* Over time the arrow lies above the data; at one time it goes from one to the other; bars are compared at the level of
 * the first. */
static void
test_arrows (void)
{
  g_autoptr (NephoPlotFigure) lines = make_lines ();
  g_autoptr (NephoPlotFigure) bars = make_bars (TRUE);
  NephoPlotLayout *layout;
  NephoPlotArrow arrow;
  double x[2];
  double y[2];

  measure (lines, 0, 1, 0, 7);
  measure (lines, 0, 3, 1, 3);
  measure (bars, 0, 0, 0, 2);
  layout = lay_out (lines, 640.0, 400.0, 1.0);
  nepho_plot_layout_point (layout, 0, 1, &x[0], &y[0]);
  nepho_plot_layout_point (layout, 0, 7, &x[1], &y[1]);
  g_assert_true (nepho_plot_annotation_arrow (layout, &g_array_index (lines->annotations, NephoPlotAnnotation, 0), &arrow));
  g_assert_cmpfloat_with_epsilon (arrow.x[2], x[0], 1e-9);
  g_assert_cmpfloat_with_epsilon (arrow.x[3], x[1], 1e-9);
  g_assert_cmpfloat (arrow.y[3], ==, arrow.y[2]);
  g_assert_cmpfloat (arrow.y[3], <, MIN (y[0], y[1]));

  g_assert_true (nepho_plot_annotation_arrow (layout, &g_array_index (lines->annotations, NephoPlotAnnotation, 1), &arrow));
  nepho_plot_layout_point (layout, 1, 3, &x[1], &y[1]);
  g_assert_cmpfloat_with_epsilon (arrow.x[arrow.n - 1], x[1], 1e-9);
  g_assert_cmpfloat_with_epsilon (arrow.y[arrow.n - 1], y[1], 1e-9);
  g_assert_cmpfloat_with_epsilon (arrow.x[arrow.n - 2], x[1], 1e-9);
  nepho_plot_layout_free (layout);

  layout = lay_out (bars, 640.0, 400.0, 1.0);
  nepho_plot_layout_point (layout, 0, 0, &x[0], &y[0]);
  nepho_plot_layout_point (layout, 0, 2, &x[1], &y[1]);
  g_assert_true (nepho_plot_annotation_arrow (layout, &g_array_index (bars->annotations, NephoPlotAnnotation, 0), &arrow));
  g_assert_cmpfloat_with_epsilon (arrow.x[1], x[0], 1e-9);
  g_assert_cmpfloat_with_epsilon (arrow.y[1], y[1], 1e-9);
  g_assert_cmpfloat_with_epsilon (arrow.x[2], x[1], 1e-9);
  nepho_plot_layout_free (layout);
}

/* What is zoomed away or hidden has no words either, and is not told as if it had no room. */
static void
test_out_of_sight (void)
{
  g_autoptr (NephoPlotFigure) figure = make_lines ();
  PangoContext *context = make_context ();
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  NephoPlotLayout *layout;

  annotate (figure, 0, 8, "Late");
  annotate (figure, 1, 1, "Bob");
  view.x_minimum = 2022.0;
  view.x_maximum = 2023.0;
  view.isolated = "ada";
  layout = nepho_plot_layout_new (figure, context, nepho_plot_theme_find ("light"), 640.0, 400.0, 1.0, &view);
  g_assert_null (find_box (layout, 0));
  g_assert_null (find_box (layout, 1));
  g_assert_cmpuint (layout->unplaced, ==, 0);
  nepho_plot_layout_free (layout);
  g_object_unref (context);
}

static void
test_equal (void)
{
  g_autoptr (NephoPlotFigure) a = make_lines ();
  g_autoptr (NephoPlotFigure) b = make_lines ();

  annotate (a, 0, 3, "Words");
  g_assert_false (nepho_plot_figure_equal (a, b));
  annotate (b, 0, 3, "Words");
  g_assert_true (nepho_plot_figure_equal (a, b));
  annotate (a, 0, 4, "Words");
  annotate (b, 0, 4, "Others");
  g_assert_false (nepho_plot_figure_equal (a, b));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/annotation/keys", test_keys);
  g_test_add_func ("/annotation/keys-unknown", test_keys_unknown);
  g_test_add_func ("/annotation/keys-again", test_keys_again);
  g_test_add_func ("/annotation/no-overlap", test_no_overlap);
  g_test_add_func ("/annotation/no-room", test_no_room);
  g_test_add_func ("/annotation/follow", test_follow);
  g_test_add_func ("/annotation/arrows", test_arrows);
  g_test_add_func ("/annotation/out-of-sight", test_out_of_sight);
  g_test_add_func ("/annotation/equal", test_equal);

  return g_test_run ();
}
