/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-app-figures.h"
#include "nepho-chart-table.h"

#include <locale.h>
#include <string.h>

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    {
      g_test_message ("“%s” is not in:\n%s", part, text);
      g_test_fail ();
    }
}

/* Numbers as shown, gaps as empty cells, then what the figure says. */
static void
test_lines (void)
{
  g_autoptr (NephoPlotFigure) figure = nepho_app_figure_lines (0.5);
  g_autofree char *text = nepho_chart_table_text (figure);

  assert_contains (text, "2022Q1\t50\t10\n");
  assert_contains (text, "2022Q2\t\t20\n");
  assert_contains (text, "2022Q4\t25\t40\n");
  assert_contains (text, "\nBob overtakes Ada\nShare\nSource: nobody\n");
}

/* What a program would run is text; what would break a row is a space. */
static void
test_harmless (void)
{
  g_autoptr (NephoPlotFigure) figure = nepho_app_figure_bars ();
  g_autofree char *text = NULL;

  g_free (figure->x.categories[0]);
  figure->x.categories[0] = g_strdup ("=HYPERLINK(1)\t2\n3");
  text = nepho_chart_table_text (figure);
  assert_contains (text, "'=HYPERLINK(1) 2 3\t1\n");
  assert_contains (text, "South\t2\n");
}

static void
test_nothing (void)
{
  g_autoptr (NephoPlotFigure) figure = nepho_plot_figure_new ("empty");
  g_autofree char *text = NULL;

  figure->title = g_strdup ("Nothing yet");
  text = nepho_chart_table_text (figure);
  assert_contains (text, "\nNothing yet\n");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-table/lines", test_lines);
  g_test_add_func ("/chart-table/harmless", test_harmless);
  g_test_add_func ("/chart-table/nothing", test_nothing);

  return g_test_run ();
}
