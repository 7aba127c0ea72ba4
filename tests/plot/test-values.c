/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-layout-check.h"

/* Five bars, the largest at the end of its axis. */
static NephoPlotFigure *
make_figure (NephoPlotMark mark, const double values[5], gboolean horizontal)
{
  NephoPlotFigure *figure = nepho_plot_figure_new ("bars");
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, mark, "a", "A", 0);

  figure->title = g_strdup ("Revenue rises");
  figure->horizontal = horizontal;
  figure->x.kind = NEPHO_PLOT_SCALE_BAND;
  figure->x.categories = g_strdupv ((char **) (const char *[]) { "2022Q2", "Customers", "Prices", "Usage", "2030Q4", NULL });
  figure->y.unit = NEPHO_UNIT_YUAN_BILLION;
  series->y = nepho_plot_column_new (values, 5);
  series->bridge_total = 1 | 16;

  return figure;
}

static guint
count_values (const NephoPlotLayout *layout)
{
  guint n_values = 0;
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);

  for (guint i = 0; i < n; i++)
    n_values += texts[i].role == NEPHO_PLOT_TEXT_VALUE;

  return n_values;
}

/* Beside the first and the last of many low rows a number has a place, too. */
static void
test_low_rows (void)
{
  static const double values[] = { 500, 400, 300, 200, 100 };
  g_autoptr (NephoPlotFigure) figure = make_figure (NEPHO_PLOT_MARK_BAR, values, TRUE);
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotLayout) layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (context),
                                                              nepho_plot_theme_find ("light"), 320.0, 110.0, 1.0, NULL);
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (layout);
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);
  gboolean first = FALSE;

  for (guint i = 0; i < n; i++)
    if (texts[i].role == NEPHO_PLOT_TEXT_VALUE && g_str_equal (pango_layout_get_text (texts[i].layout), "500"))
      {
        first = TRUE;
        g_assert_cmpfloat (texts[i].rect.y, <, plot->y);
      }
  g_assert_true (first);
}

/* However small the chart, each bar has its number, and none stands on another or beside the paper. */
static void
check (NephoPlotMark mark, const double values[5], gboolean horizontal)
{
  static const double text_scales[] = { 1.0, 1.4 };
  g_autoptr (NephoPlotFigure) figure = make_figure (mark, values, horizontal);
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());

  for (guint k = 0; k < G_N_ELEMENTS (text_scales); k++)
    {
      g_autoptr (NephoPlotLayout) layout = nepho_plot_layout_new (
        figure, PANGO_CONTEXT (context), nepho_plot_theme_find ("light"), 320.0, 240.0, text_scales[k], NULL);
      g_autofree char *wrong = nepho_layout_check (layout, figure, 320.0, 240.0);

      g_assert_cmpstr (wrong, ==, NULL);
      g_assert_cmpuint (count_values (layout), ==, 5);
    }
}

static void
test_every_bar (void)
{
  static const double bridge[] = { 200, 300, -150, 50, 400 };
  static const double rising[] = { 100, 200, 300, 400, 500 };
  static const double falling[] = { -100, -200, -300, -400, -500 };
  static const double mixed[] = { 500, -500, 1, -1, 0 };

  check (NEPHO_PLOT_MARK_BRIDGE, bridge, FALSE);
  check (NEPHO_PLOT_MARK_BRIDGE, bridge, TRUE);
  check (NEPHO_PLOT_MARK_BAR, rising, FALSE);
  check (NEPHO_PLOT_MARK_BAR, rising, TRUE);
  check (NEPHO_PLOT_MARK_BAR, falling, FALSE);
  check (NEPHO_PLOT_MARK_BAR, falling, TRUE);
  check (NEPHO_PLOT_MARK_BAR, mixed, FALSE);
  check (NEPHO_PLOT_MARK_BAR, mixed, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/values/every-bar", test_every_bar);
  g_test_add_func ("/values/low-rows", test_low_rows);

  return g_test_run ();
}
