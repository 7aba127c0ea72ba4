/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-layout-check.h"
#include "nepho-layout-sample.h"
#include "nepho-plot-private.h"

static void
test_empty (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
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
  nepho_layout_draw (figure);
}

static NephoPlotLayout *
make_layout_of (NephoPlotFigure *figure)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());

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
      nepho_layout_draw (figure);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/missing/empty", test_empty);
  g_test_add_func ("/missing/missing", test_missing);

  return g_test_run ();
}
