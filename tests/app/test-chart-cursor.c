/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-figures.h"
#include "nepho-chart-cursor.h"

#include <locale.h>
#include <math.h>

#define NBSP "\u00a0"

typedef struct
{
  NephoChartMove move;
  gboolean       moves;
  const char    *reading;
} Step;

static void
walk (const NephoPlotFigure *figure, const Step *steps, gsize n_steps)
{
  NephoChartCursor cursor;

  nepho_chart_cursor_init (&cursor);
  for (gsize i = 0; i < n_steps; i++)
    {
      g_autofree char *reading = NULL;

      g_assert_cmpint (nepho_chart_cursor_move (&cursor, figure, steps[i].move), ==, steps[i].moves);
      reading = nepho_chart_cursor_reading (&cursor, figure);
      g_assert_cmpstr (reading, ==, steps[i].reading);
    }
  nepho_chart_cursor_clear (&cursor);
}

static void
test_walk (void)
{
  static const Step STEPS[] = {
    { NEPHO_CHART_MOVE_NEXT, TRUE, "Ada, 2022Q1: 50.0" NBSP "%" },
    /* Over the gap. */
    { NEPHO_CHART_MOVE_NEXT, TRUE, "Ada, 2022Q3: 30.0" NBSP "%" },
    { NEPHO_CHART_MOVE_NEXT, TRUE, "Ada, 2022Q4: 25.0" NBSP "%" },
    { NEPHO_CHART_MOVE_NEXT, FALSE, "Ada, 2022Q4: 25.0" NBSP "%" },
    { NEPHO_CHART_MOVE_SERIES_UP, FALSE, "Ada, 2022Q4: 25.0" NBSP "%" },
    { NEPHO_CHART_MOVE_SERIES_DOWN, TRUE, "Bob, 2022Q4: 40.0" NBSP "%" },
    { NEPHO_CHART_MOVE_SERIES_DOWN, FALSE, "Bob, 2022Q4: 40.0" NBSP "%" },
    { NEPHO_CHART_MOVE_FIRST, TRUE, "Bob, 2022Q1: 10.0" NBSP "%" },
    { NEPHO_CHART_MOVE_PREVIOUS, FALSE, "Bob, 2022Q1: 10.0" NBSP "%" },
    { NEPHO_CHART_MOVE_NEXT, TRUE, "Bob, 2022Q2: 20.0" NBSP "%" },
    /* Ada has a gap there: one of its neighbours. */
    { NEPHO_CHART_MOVE_SERIES_UP, TRUE, "Ada, 2022Q1: 50.0" NBSP "%" },
    { NEPHO_CHART_MOVE_LAST, TRUE, "Ada, 2022Q4: 25.0" NBSP "%" },
  };
  g_autoptr (NephoPlotFigure) figure = nepho_app_figure_lines (0.5);

  walk (figure, STEPS, G_N_ELEMENTS (STEPS));
}

static void
test_first_move_to_end (void)
{
  static const Step STEPS[] = { { NEPHO_CHART_MOVE_LAST, TRUE, "Ada, 2022Q4: 25.0" NBSP "%" } };
  g_autoptr (NephoPlotFigure) figure = nepho_app_figure_lines (0.5);

  walk (figure, STEPS, G_N_ELEMENTS (STEPS));
}

static void
test_bars (void)
{
  static const Step STEPS[] = {
    { NEPHO_CHART_MOVE_NEXT, TRUE, "Revenue, North: ¥1" NBSP "bn" },
    { NEPHO_CHART_MOVE_NEXT, TRUE, "Revenue, South: ¥2" NBSP "bn" },
  };
  g_autoptr (NephoPlotFigure) figure = nepho_app_figure_bars ();

  walk (figure, STEPS, G_N_ELEMENTS (STEPS));
}

static void
test_nothing (void)
{
  static const Step STEPS[] = {
    { NEPHO_CHART_MOVE_NEXT, FALSE, NULL },
    { NEPHO_CHART_MOVE_LAST, FALSE, NULL },
  };
  g_autoptr (NephoPlotFigure) figure = nepho_plot_figure_new ("empty");
  const double gaps[] = { NAN, NAN };

  walk (figure, STEPS, G_N_ELEMENTS (STEPS));

  nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "a", "A", 0)->y
    = nepho_plot_column_new (gaps, G_N_ELEMENTS (gaps));
  walk (figure, STEPS, G_N_ELEMENTS (STEPS));
}

/* A figure rebuilt from other numbers, one where the point has become a gap, and one of other things. */
static void
test_rebase (void)
{
  g_autoptr (NephoPlotFigure) figure = nepho_app_figure_lines (0.5);
  g_autoptr (NephoPlotFigure) other = nepho_app_figure_lines (0.6);
  g_autoptr (NephoPlotFigure) gap = nepho_app_figure_lines ((double) NAN);
  NephoChartCursor cursor;
  g_autofree char *reading = NULL;

  nepho_chart_cursor_init (&cursor);
  nepho_chart_cursor_rebase (&cursor, other);
  g_assert_cmpint (cursor.series, ==, -1);

  nepho_chart_cursor_move (&cursor, figure, NEPHO_CHART_MOVE_FIRST);
  nepho_chart_cursor_rebase (&cursor, other);
  reading = nepho_chart_cursor_reading (&cursor, other);
  g_assert_cmpstr (reading, ==, "Ada, 2022Q1: 60.0" NBSP "%");
  g_assert_cmpfloat (nepho_chart_cursor_x (&cursor, other), ==, 2022.0);

  nepho_chart_cursor_rebase (&cursor, gap);
  g_assert_cmpint (cursor.series, ==, -1);
  g_assert_true (isnan (nepho_chart_cursor_x (&cursor, gap)));

  nepho_chart_cursor_move (&cursor, figure, NEPHO_CHART_MOVE_FIRST);
  nepho_chart_cursor_rebase (&cursor, NULL);
  g_assert_cmpint (cursor.series, ==, -1);
  nepho_chart_cursor_clear (&cursor);
}

/* A vendor's history stands before its line and has no label: the walk begins at the line, and the
 * history is read by the vendor's name. */
static void
test_history_has_a_name (void)
{
  static const double X[] = { 2021.0, 2022.0 };
  static const double PAST[] = { 0.4, 0.35 };
  static const double FUTURE[] = { 0.3, 0.2 };
  static const Step STEPS[] = {
    { NEPHO_CHART_MOVE_FIRST, TRUE, "Ada, 2021Q1: 30.0" NBSP "%" },
    { NEPHO_CHART_MOVE_SERIES_UP, TRUE, "Ada, 2021Q1: 40.0" NBSP "%" },
  };
  g_autoptr (NephoPlotFigure) figure = nepho_plot_figure_new ("history");
  NephoPlotSeries *past = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "ada", NULL, 0);
  NephoPlotSeries *future = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "ada", "Ada", 0);

  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  figure->y.unit = NEPHO_UNIT_FRACTION;
  past->notation = NEPHO_PLOT_ACTUAL;
  past->x = nepho_plot_column_new (X, 2);
  past->y = nepho_plot_column_new (PAST, 2);
  future->notation = NEPHO_PLOT_PROJECTION;
  future->x = nepho_plot_column_new (X, 2);
  future->y = nepho_plot_column_new (FUTURE, 2);

  walk (figure, STEPS, G_N_ELEMENTS (STEPS));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-cursor/walk", test_walk);
  g_test_add_func ("/chart-cursor/first-move-to-end", test_first_move_to_end);
  g_test_add_func ("/chart-cursor/bars", test_bars);
  g_test_add_func ("/chart-cursor/nothing", test_nothing);
  g_test_add_func ("/chart-cursor/rebase", test_rebase);

  g_test_add_func ("/chart-cursor/history-has-a-name", test_history_has_a_name);

  return g_test_run ();
}
