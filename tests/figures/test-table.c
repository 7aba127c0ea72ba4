/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-fixture.h"

#include <math.h>
#include <string.h>

#include "nepho-table.h"

static void
test_csv (void)
{
  g_autoptr (NephoTable) table = nepho_table_new ();
  NephoTableColumn *names = nepho_table_add_texts (table, "Name, \"full\"");
  NephoTableColumn *shares = nepho_table_add_numbers (table, "Share", NEPHO_UNIT_FRACTION);
  NephoTableColumn *sums = nepho_table_add_numbers (table, "Sum", NEPHO_UNIT_NONE);
  g_autofree char *csv = NULL;

  nepho_table_column_text (names, "plain");
  nepho_table_column_number (shares, 0.346);
  nepho_table_column_number (sums, -0.1);
  nepho_table_column_text (names, "two\nlines");
  nepho_table_column_number (shares, NAN);
  nepho_table_column_number (sums, 1e21);
  nepho_table_column_text (names, NULL);
  nepho_table_column_number (shares, 1.0 / 3.0);

  csv = nepho_table_to_csv (table);
  g_assert_cmpuint (nepho_table_n_rows (table), ==, 3);
  g_assert_true (g_str_has_prefix (csv, "\"Name, \"\"full\"\"\",Share (per cent),Sum\n"
                                        "plain,34.6,-0.1\n"
                                        "\"two\nlines\",,1e+21\n"
                                        ",33.3333333333333"));
}

/* No text can be run as a formula; a negative number stays a number. */
static void
test_formulas (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cases[] = {
    { "=1+1", "'=1+1" },
    { "+1", "'+1" },
    { "-1", "'-1" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "\t=1", "'\t=1" },
    { "\x7f=1", "'\x7f=1" },
    { " =1", "' =1" },
    { "＝1", "'＝1" },
    { "\r=1", "\"'\r=1\"" },
    { "=\"a\"", "\"'=\"\"a\"\"\"" },
    { "1+1", "1+1" },
    { "云", "云" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (NephoTable) table = nepho_table_new ();
      g_autofree char *csv = NULL;
      g_autofree char *expected = g_strdup_printf ("x\n%s\n", cases[k].cell);

      nepho_table_column_text (nepho_table_add_texts (table, "x"), cases[k].text);
      csv = nepho_table_to_csv (table);
      g_assert_cmpstr (csv, ==, expected);
    }
}

static void
test_time (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoPlotFigure) figure = NULL;
  g_autoptr (NephoTable) table = NULL;
  g_autofree char *csv = NULL;

  nepho_fixture_init (&fixture, 2, 1);
  nepho_fixture_share (&fixture, 0, 0, 0.6);
  nepho_fixture_share (&fixture, 0, 1, 0.4);
  nepho_fixture_share (&fixture, 1, 0, 0.553);
  nepho_fixture_share (&fixture, 1, 1, 0.447);
  figure = nepho_fixture_build (&fixture, "share");
  table = nepho_table_from_figure (figure);
  csv = nepho_table_to_csv (table);

  g_assert_cmpstr (csv, ==,
                   "Quarter,Vendor A (per cent),Vendor B (per cent)\n"
                   "2022Q2,60,40\n"
                   "2022Q3,55.3,44.7\n");
}

/* Every figure has a table with as many names as columns, none twice. */
static void
test_every_figure (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  nepho_fixture_init (&fixture, 3, 12);
  nepho_fixture_run (&fixture);
  for (guint k = 0; k < n_specs; k++)
    {
      g_autoptr (NephoPlotFigure) figure = nepho_figure_build (&specs[k], &fixture.context);
      g_autoptr (NephoTable) table = nepho_table_from_figure (figure);
      g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < table->columns->len; i++)
        {
          const NephoTableColumn *column = g_ptr_array_index (table->columns, i);

          g_assert_nonnull (column->name);
          g_assert_true ((column->texts != NULL) != (column->numbers != NULL));
          g_assert_true (g_hash_table_add (names, column->name));
        }
      if (figure->series->len > 0)
        g_assert_cmpuint (nepho_table_n_rows (table), >, 0);
    }
}

/* The number in a cell, or NAN where there is none that a chart draws. */
static double
number_at (const NephoTable *table, guint row, guint column)
{
  const NephoTableColumn *at = g_ptr_array_index (table->columns, column);

  return at->numbers != NULL && row < at->numbers->len ? g_array_index (at->numbers, double, row) : (double) NAN;
}

/* Of whatever figure: each number in the table leads to the datum that it is, and nothing else does. */
static void
test_datum (void)
{
  g_auto (NephoFixture) fixture = { 0 };
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);
  guint n_found = 0;

  nepho_fixture_init (&fixture, 3, 12);
  nepho_fixture_run (&fixture);
  for (guint k = 0; k < n_specs; k++)
    {
      g_autoptr (NephoPlotFigure) figure = nepho_figure_build (&specs[k], &fixture.context);
      g_autoptr (NephoTable) table = nepho_table_from_figure (figure);
      gboolean points = table->columns->len > 1
                        && ((const NephoTableColumn *) g_ptr_array_index (table->columns, 1))->texts != NULL;
      guint n_rows = nepho_table_n_rows (table);

      for (guint row = 0; row < n_rows + 2; row++)
        for (guint column = 0; column < table->columns->len; column++)
          {
            double number = number_at (table, row, column);
            guint series;
            guint point;
            const NephoPlotSeries *at;

            if (!nepho_table_find_datum (figure, row, column, &series, &point))
              {
                /* Where points have names, the place of each is a number too; where bars begin, that comes
                 * after all their ends. */
                if (isfinite (number))
                  g_assert_true ((points && column == 2) || column > figure->series->len);
                continue;
              }
            at = g_ptr_array_index (figure->series, series);
            g_assert_cmpfloat (at->y->values[point], ==, number);
            n_found++;
          }
    }
  g_assert_cmpuint (n_found, >, 100);
}

/* Ends of floating bars, where they begin, and what is written at them. */
static void
test_spans (void)
{
  static const double low[] = { 0.2, 0.25 };
  static const double high[] = { 0.4, NAN };
  static const double now[] = { 0.3, 0.3 };
  g_autoptr (NephoPlotFigure) figure = nepho_plot_figure_new ("f");
  g_autoptr (NephoTable) table = NULL;
  g_autofree char *csv = NULL;

  figure->x.kind = NEPHO_PLOT_SCALE_BAND;
  figure->x.categories = g_strdupv ((char **) (const char *[]) { "Price", "Quality", NULL });
  figure->y.unit = NEPHO_UNIT_FRACTION;
  for (guint i = 0; i < 2; i++)
    {
      NephoPlotSeries *series
        = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_SPAN, i == 0 ? "low" : "high", i == 0 ? "Low" : "High", 0);

      series->y = nepho_plot_column_new (i == 0 ? low : high, 2);
      series->low = nepho_plot_column_new (now, 2);
      series->low_label = i == 0 ? g_strdup ("Now") : NULL;
      series->end_labels = g_strdupv ((char **) (const char *[]) { i == 0 ? "1 yr" : "2 yr", "", NULL });
    }
  table = nepho_table_from_figure (figure);
  csv = nepho_table_to_csv (table);
  g_assert_cmpstr (csv, ==,
                   "Item,Low (per cent),High (per cent),Now (per cent),Label: Low,Label: High\n"
                   "Price,20,40,30,1 yr,2 yr\n"
                   "Quality,25,,30,,\n");
}

/* A band has both of its ends in the table. */
static void
test_band (void)
{
  static const double years[] = { 2022.0, 2022.25 };
  static const double low[] = { 0.2, 0.25 };
  static const double high[] = { 0.4, 0.5 };
  g_autoptr (NephoPlotFigure) figure = nepho_plot_figure_new ("f");
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_BAND, "a", "80 % of runs", 0);
  g_autoptr (NephoTable) table = NULL;
  g_autofree char *csv = NULL;

  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  figure->y.unit = NEPHO_UNIT_FRACTION;
  series->notation = NEPHO_PLOT_PROJECTION;
  series->x = nepho_plot_column_new (years, 2);
  series->y = nepho_plot_column_new (high, 2);
  series->low = nepho_plot_column_new (low, 2);
  table = nepho_table_from_figure (figure);
  csv = nepho_table_to_csv (table);
  g_assert_cmpstr (csv, ==,
                   "Quarter,\"80 % of runs, upper end (per cent)\",\"80 % of runs, lower end (per cent)\"\n"
                   "2022Q1,40,20\n"
                   "2022Q2,50,25\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/csv", test_csv);
  g_test_add_func ("/table/formulas", test_formulas);
  g_test_add_func ("/table/time", test_time);
  g_test_add_func ("/table/every-figure", test_every_figure);
  g_test_add_func ("/table/datum", test_datum);
  g_test_add_func ("/table/spans", test_spans);
  g_test_add_func ("/table/band", test_band);

  return g_test_run ();
}
