/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-layout-check.h"
#include "nepho-layout-sample.h"
#include "nepho-plot-private.h"

/* Each series on a panel of its own, and grey on those of the others. */
static NephoPlotFigure *
make_panels (guint n)
{
  NephoPlotFigure *figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, n, 20, 0.01);

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
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());

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
          nepho_layout_assert_tidy (layout, sizes[s][0], sizes[s][1]);
        }
}

/* All panels have one scale and one size, a datum is picked on the panel of its series, and a name leads to it. */
static void
test_panels (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
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
  nepho_layout_draw (figure);
}

/* Who is looked at alone has all the room. */
/* The first place stands at the top, on panels as on a whole plot. */
static void
test_reversed (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = make_panels (4);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const double places[] = { 1.0, 5.0 };
  NephoPlotSeries *series = g_ptr_array_index (figure->series, 0);
  double x;
  double first;
  double fifth;

  figure->y.reversed = TRUE;
  g_clear_pointer (&series->x, nepho_plot_column_unref);
  g_clear_pointer (&series->y, nepho_plot_column_unref);
  series->x = nepho_plot_column_new ((const double[]) { 2023.0, 2024.0 }, 2);
  series->y = nepho_plot_column_new (places, 2);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 900, 500, 1.0, NULL);
  nepho_plot_layout_point (layout, 0, 0, &x, &first);
  nepho_plot_layout_point (layout, 0, 1, &x, &fifth);
  g_assert_cmpfloat (first, <, fifth);
}

static void
test_panel_alone (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = make_panels (6);
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  g_autoptr (NephoPlotLayout) layout = NULL;
  double x;
  double y;

  view.isolated = "3";
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 900, 500, 1.0, &view);
  nepho_layout_assert_tidy (layout, 900, 500);
  g_assert_cmpfloat (nepho_plot_layout_plot_rect (nepho_plot_layout_at (layout, 450, 250))->width, >, 700.0);
  nepho_plot_layout_point (layout, 3, 7, &x, &y);
  g_assert_true (isfinite (x));
  nepho_plot_layout_point (layout, 2, 7, &x, &y);
  g_assert_true (isnan (x));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/panels/panels-are-tidy", test_panels_are_tidy);
  g_test_add_func ("/panels/panels", test_panels);
  g_test_add_func ("/panels/panel-alone", test_panel_alone);
  g_test_add_func ("/panels/reversed", test_reversed);

  return g_test_run ();
}
