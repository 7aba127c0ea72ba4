/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-layout-check.h"
#include "nepho-layout-sample.h"
#include "nepho-plot-private.h"

/* Ribbons are as thick as they are large, lie beside each other at both ends, and are picked along their curve. */
static void
test_flow (void)
{
  static const double values[][3] = { { NAN, 30, 10 }, { 20, NAN, 0 } };
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_FLOW, nepho_layout_english, 2, 3, 0.0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  NephoPlotRibbon ribbon;
  NephoPlotRibbon other;
  NephoPlotHit hit;
  double x;
  double y;

  for (guint i = 0; i < 2; i++)
    nepho_layout_set_values (figure, i, values[i], 3);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  nepho_layout_assert_tidy (layout, 600, 400);
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
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 4, 2, 0.0);
  g_autoptr (NephoPlotLayout) layout = NULL;
  const NephoPlotTextBox *texts;
  guint seen = 0;
  guint n;

  figure->y = (NephoPlotAxis) { .unit = NEPHO_UNIT_RANK, .reversed = TRUE, .whole = TRUE, .minimum = 0.5, .maximum = 4.5 };
  for (guint i = 0; i < 4; i++)
    nepho_layout_set_values (figure, i, ranks[i], 2);
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 600, 400, 1.0, NULL);
  nepho_layout_assert_tidy (layout, 600, 400);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shapes/flow", test_flow);
  g_test_add_func ("/shapes/heat", test_heat);
  g_test_add_func ("/shapes/heat-contrast", test_heat_contrast);
  g_test_add_func ("/shapes/ranks", test_ranks);

  return g_test_run ();
}
