/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-layout-check.h"
#include "nepho-layout-sample.h"
#include "nepho-plot-private.h"

static void
test_held_axis (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 3, 20, 0.01);
  NephoPlotView view = { NAN, NAN, 0.0, 0.25, NULL };
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 500, 300, 1.0, &view);

  g_assert_cmpfloat (nepho_plot_layout_y (layout)->d0, ==, 0.0);
  g_assert_cmpfloat (nepho_plot_layout_y (layout)->d1, ==, 0.25);
}

static void
test_pick (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 3, 20, 0.01);
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 500, 300, 1.0, NULL);
  NephoPlotHit hit;
  double x;
  double y;

  nepho_plot_layout_point (layout, 2, 7, &x, &y);
  g_assert_true (nepho_plot_layout_pick (layout, x + 1.0, y - 1.0, &hit));
  g_assert_cmpint (hit.series, ==, 2);
  g_assert_cmpuint (hit.point, ==, 7);
  g_assert_false (nepho_plot_layout_pick (layout, -200.0, -200.0, &hit));
  g_assert_cmpint (hit.series, ==, -1);
}

static gboolean
overlaps_plot (const NephoPlotLayout *layout, double x)
{
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (layout);

  return x >= plot->x - 1.0 && x <= plot->x + plot->width + 1.0;
}

/* A stretch of time: the axis is that stretch, values span what is in it, and what is not in it is not meant. */
static void
test_zoom (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 3, 20, 0.01);
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  g_autoptr (NephoPlotLayout) layout = NULL;
  NephoPlotHit hit;
  double first;
  double last;
  double x;
  double y;

  nepho_plot_figure_span (figure, &first, &last);
  g_assert_cmpfloat (last - first, ==, 19.0 / 4.0);
  view.x_minimum = first + 1.0;
  view.x_maximum = first + 2.0;
  layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 500, 300, 1.0, &view);
  g_assert_cmpfloat (nepho_plot_layout_x (layout)->d0, ==, first + 1.0);
  g_assert_cmpfloat (nepho_plot_layout_x (layout)->d1, ==, first + 2.0);
  for (guint k = 0; k < 20; k++)
    {
      nepho_plot_layout_point (layout, 1, k, &x, &y);
      g_assert_true (overlaps_plot (layout, x) == (k >= 4 && k <= 8));
      g_assert_true (!nepho_plot_layout_pick (layout, x, y, &hit) || (hit.point >= 4 && hit.point <= 8));
    }
}

static gboolean
is_in_plot (const NephoPlotTextBox *text)
{
  return text->role == NEPHO_PLOT_TEXT_POINT || text->role == NEPHO_PLOT_TEXT_VALUE;
}

/* Whatever is shown of it, a chart stays tidy, and names no point that is out of sight. */
static void
test_zoomed_is_tidy (void)
{
  static const NephoPlotMark marks[] = { NEPHO_PLOT_MARK_LINE, NEPHO_PLOT_MARK_AREA, NEPHO_PLOT_MARK_POINT };
  static const char * const alone[] = { NULL, "0", "1" };
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());

  for (guint m = 0; m < G_N_ELEMENTS (marks); m++)
    for (guint a = 0; a < G_N_ELEMENTS (alone); a++)
      for (double from = 2022.25; from < 2026.5; from += 0.75)
        {
          guint n_points = marks[m] == NEPHO_PLOT_MARK_POINT ? 2 : 20;
          g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (marks[m], nepho_layout_english, 6, n_points, 0.01);
          NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
          g_autoptr (NephoPlotLayout) layout = NULL;
          const NephoPlotTextBox *texts;
          guint n_texts;

          view.x_minimum = from;
          view.x_maximum = from + 0.75;
          view.isolated = alone[a];
          layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 480, 320, 1.0,
                                          &view);
          nepho_layout_assert_tidy (layout, 480, 320);
          texts = nepho_plot_layout_texts (layout, &n_texts);
          for (guint i = 0; i < n_texts; i++)
            if (is_in_plot (&texts[i]))
              g_assert_true (overlaps_plot (layout, texts[i].rect.x + texts[i].rect.width / 2.0));
        }
}

/* A title may be wrapped anywhere but between a sign and its sum. */
static void
test_sums_hold_together (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());

  for (double width = 60.0; width < 400.0; width += 3.0)
    {
      g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 1, 20, 0.01);
      g_autoptr (NephoPlotLayout) layout
        = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 500, 300, 1.0, NULL);
      g_autoptr (PangoLayout) text
        = nepho_plot_text_new (layout, "customers move it most (−¥246 bn) or (+¥31.2 bn)", 13.0, TRUE, width, 9);
      const char *words = pango_layout_get_text (text);

      for (int i = 1; i < pango_layout_get_line_count (text); i++)
        {
          const char *begin = words + pango_layout_get_line_readonly (text, i)->start_index;

          g_assert_false (g_str_has_prefix (begin, "¥"));
        }
    }
}

static void
test_find (void)
{
  g_autoptr (GObject) owner = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 3, 20, 0.01);
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (figure, PANGO_CONTEXT (owner), nepho_plot_theme_find ("light"), 500, 300, 1.0, NULL);
  const NephoPlotSeries *second = g_ptr_array_index (figure->series, 1);
  NephoPlotHit hit;
  guint n_texts;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n_texts);

  g_assert_true (nepho_plot_layout_find (layout, second->id, second->x->values[5] + 0.05, &hit));
  g_assert_cmpint (hit.series, ==, 1);
  g_assert_cmpuint (hit.point, ==, 5);
  g_assert_false (nepho_plot_layout_find (layout, "nobody", second->x->values[5], &hit));
  g_assert_false (nepho_plot_layout_find (layout, second->id, second->x->values[0] - 1.0, &hit));

  for (guint i = 0; i < n_texts; i++)
    {
      g_autofree char *id = g_strdup_printf ("%d", texts[i].series);

      g_assert_cmpstr (nepho_plot_layout_name_at (layout, texts[i].rect.x + texts[i].rect.width / 2.0,
                                                  texts[i].rect.y + texts[i].rect.height / 2.0),
                       ==, texts[i].role == NEPHO_PLOT_TEXT_LABEL ? id : NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/held-axis", test_held_axis);
  g_test_add_func ("/view/pick", test_pick);
  g_test_add_func ("/view/zoom", test_zoom);
  g_test_add_func ("/view/zoomed-is-tidy", test_zoomed_is_tidy);
  g_test_add_func ("/view/sums-hold-together", test_sums_hold_together);
  g_test_add_func ("/view/find", test_find);

  return g_test_run ();
}
