/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-layout-check.h"
#include "nepho-layout-sample.h"
#include "nepho-plot-private.h"

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
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
      for (guint m = 0; m < G_N_ELEMENTS (marks); m++)
        for (int language = 0; language < 2; language++)
          for (int sideways = 0; sideways < (is_sideways (marks[m]) ? 2 : 1); sideways++)
            {
              gboolean bars = nepho_layout_is_banded (marks[m]);
              g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (marks[m], language ? nepho_layout_chinese : nepho_layout_english,
                                                                bars ? bars_of (marks[m]) : 10, bars ? 5 : 20, 0.01);
              g_autoptr (NephoPlotLayout) layout = NULL;

              /* 320×240 is the smallest window at text scale 1. */
              if (sizes[s][0] < 320.0 * scales[k] || sizes[s][1] < 240.0 * scales[k])
                continue;
              figure->horizontal = sideways;
              layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), sizes[s][0],
                                              sizes[s][1], scales[k], NULL);
              nepho_layout_assert_tidy (layout, sizes[s][0], sizes[s][1]);
            }
}

/* Ten lines that end within 1 % of each other: all are named, in the lines' order. */
static void
test_labels_do_not_collide (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 10, 35, 0.00002);
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 560, 360, 1.0, NULL);
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);
  const NephoPlotTextBox *last = NULL;
  guint labels = 0;

  nepho_layout_assert_tidy (layout, 560, 360);
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
test_many_vendors (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 40, 20, 0.005);
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 400, 300, 1.0, NULL);

  nepho_layout_assert_tidy (layout, 400, 300);
  nepho_layout_draw (figure);
}

/* Where not all names find room, the largest series keeps its own, wherever it stands in the order. */
static void
test_the_smallest_go_unnamed (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 10, 2, 0.0);
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
            gboolean bars = nepho_layout_is_banded (mark);
            NephoPlotSeries *series = nepho_plot_figure_add_series (figure, mark, "a", "Label", 0);

            figure->title = g_strdup ("Odd");
            figure->x.kind = bars ? NEPHO_PLOT_SCALE_BAND : NEPHO_PLOT_SCALE_TIME;
            figure->y.kind = kinds[k];
            figure->x.categories = g_strdupv ((char **) (const char *[]){ "a", "b", "c", "d", NULL });
            series->y = nepho_plot_column_new (odd[i], n);
            if (n > 0)
              series->low = nepho_plot_column_new (odd[(i + 3) % G_N_ELEMENTS (odd)], n);
            nepho_layout_draw (figure);
          }
}

/* A context takes its cache of texts with it. */
static void
test_nothing_leaks (void)
{
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 3, 20, 0.01);
  PangoContext *context = nepho_layout_context ();
  NephoPlotLayout *layout
    = nepho_plot_layout_new (figure, context, nepho_plot_theme_find ("light"), 400, 300, 1.0, NULL);

  nepho_plot_layout_free (layout);
  g_assert_finalize_object (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tidy/tidy-everywhere", test_tidy_everywhere);
  g_test_add_func ("/tidy/labels-do-not-collide", test_labels_do_not_collide);
  g_test_add_func ("/tidy/spread", test_spread);
  g_test_add_func ("/tidy/many-vendors", test_many_vendors);
  g_test_add_func ("/tidy/the-smallest-go-unnamed", test_the_smallest_go_unnamed);
  g_test_add_func ("/tidy/odd-data", test_odd_data);
  g_test_add_func ("/tidy/nothing-leaks", test_nothing_leaks);

  return g_test_run ();
}
