/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "nepho-plot-private.h"

#define WIDTH 480.0
#define HEIGHT 320.0

/* Two publishers: three half-years of one with a gap, then two of the other, beside a computed line. */
static NephoPlotFigure *
make_figure (const char *label)
{
  static const double early_x[] = { 2020.25, 2020.75, 2021.25, 2021.75 };
  const double early[] = { 0.40, 0.38, NAN, 0.35 };
  static const double late_x[] = { 2022.25, 2022.75 };
  static const double late[] = { 0.30, 0.29 };
  static const double computed_x[] = { 2022.0, 2023.0 };
  static const double computed[] = { 0.33, 0.31 };
  NephoPlotFigure *figure = nepho_plot_figure_new ("share");
  NephoPlotSeries *series;

  figure->title = g_strdup ("Shares");
  figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  figure->y.unit = NEPHO_UNIT_FRACTION;
  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "a", NULL, 0);
  series->x = nepho_plot_column_new (early_x, G_N_ELEMENTS (early_x));
  series->y = nepho_plot_column_new (early, G_N_ELEMENTS (early));
  series->sources = g_strdupv ((char **) (const char *[]) { "fact-1", "fact-2", "", "fact-3", NULL });
  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "a", NULL, 0);
  series->x = nepho_plot_column_new (late_x, G_N_ELEMENTS (late_x));
  series->y = nepho_plot_column_new (late, G_N_ELEMENTS (late));
  series->sources = g_strdupv ((char **) (const char *[]) { "fact-4", "fact-5", NULL });
  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "a", "A", 0);
  series->notation = NEPHO_PLOT_PROJECTION;
  series->x = nepho_plot_column_new (computed_x, G_N_ELEMENTS (computed_x));
  series->y = nepho_plot_column_new (computed, G_N_ELEMENTS (computed));
  nepho_plot_figure_add_break (figure, "a", 0, 2022.0, 0.325, label);

  return figure;
}

static NephoPlotLayout *
make_layout (const NephoPlotFigure *figure, const char *isolated)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GObject) context = G_OBJECT (pango_cairo_create_context (cr));
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  view.isolated = isolated;

  return nepho_plot_layout_new (figure, PANGO_CONTEXT (context), nepho_plot_theme_find ("light"), WIDTH, HEIGHT, 1.0, &view);
}

/* The strokes stand where the figure says, between the two ends. */
static void
test_place (void)
{
  g_autoptr (NephoPlotFigure) figure = make_figure (NULL);
  g_autoptr (NephoPlotLayout) layout = make_layout (figure, NULL);
  double x, y, before_x, before_y, after_x, after_y;

  g_assert_true (nepho_plot_layout_break (layout, 0, &x, &y));
  nepho_plot_layout_point (layout, 0, 3, &before_x, &before_y);
  nepho_plot_layout_point (layout, 1, 0, &after_x, &after_y);
  g_assert_cmpfloat_with_epsilon (x, (before_x + after_x) / 2.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (y, (before_y + after_y) / 2.0, 1e-6);
}

static void
test_rule_only (void)
{
  g_autoptr (NephoPlotFigure) figure = make_figure (NULL);
  g_autoptr (NephoPlotLayout) layout = NULL;
  double x, y;

  nepho_plot_figure_add_break (figure, "a", 0, 2022.5, NAN, "IDC → Canalys");
  layout = make_layout (figure, NULL);
  g_assert_true (nepho_plot_layout_break (layout, 1, &x, &y));
  g_assert_true (isfinite (x));
  g_assert_true (isnan (y));
}

static const NephoPlotTextBox *
find_text (const NephoPlotLayout *layout, NephoPlotTextRole role)
{
  guint n;
  const NephoPlotTextBox *texts = nepho_plot_layout_texts (layout, &n);

  for (guint i = 0; i < n; i++)
    if (texts[i].role == role)
      return &texts[i];

  return NULL;
}

/* What changes stands beside the rule, inside the plot; without a label there is no text. */
static void
test_label (void)
{
  g_autoptr (NephoPlotFigure) named = make_figure ("IDC → Canalys");
  g_autoptr (NephoPlotFigure) unnamed = make_figure (NULL);
  g_autoptr (NephoPlotLayout) layout = make_layout (named, NULL);
  g_autoptr (NephoPlotLayout) other = make_layout (unnamed, NULL);
  const NephoPlotTextBox *box = find_text (layout, NEPHO_PLOT_TEXT_BREAK);
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (layout);
  double x, y;

  g_assert_nonnull (box);
  if (box == NULL)
    return; /* only for the compiler */
  g_assert_cmpstr (pango_layout_get_text (box->layout), ==, "IDC → Canalys");
  g_assert_true (nepho_plot_layout_break (layout, 0, &x, &y));
  g_assert_true (box->rect.x + box->rect.width <= x || box->rect.x >= x);
  g_assert_cmpfloat (box->rect.x, >=, plot->x);
  g_assert_cmpfloat (box->rect.x + box->rect.width, <=, plot->x + plot->width);
  g_assert_null (find_text (other, NEPHO_PLOT_TEXT_BREAK));
}

/* Beside another series alone, and outside the axis, there is nothing to interrupt. */
static void
test_hidden (void)
{
  g_autoptr (NephoPlotFigure) figure = make_figure ("IDC → Canalys");
  g_autoptr (NephoPlotLayout) isolated = make_layout (figure, "b");
  g_autoptr (NephoPlotLayout) all = NULL;
  double x, y;

  g_assert_false (nepho_plot_layout_break (isolated, 0, &x, &y));
  g_assert_null (find_text (isolated, NEPHO_PLOT_TEXT_BREAK));

  nepho_plot_figure_add_break (figure, "a", 0, 1990.0, 0.3, NULL);
  all = make_layout (figure, NULL);
  g_assert_false (nepho_plot_layout_break (all, 1, &x, &y));
}

/* How much ink of the plot lies in the columns between two places. */
static guint
count_ink (const NephoPlotFigure *figure, double from, double to)
{
  g_autoptr (NephoPlotLayout) layout = make_layout (figure, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, (int) WIDTH, (int) HEIGHT);
  cairo_t *cr = cairo_create (surface);
  double x0 = nepho_plot_scale_map (nepho_plot_layout_x (layout), from);
  double x1 = nepho_plot_scale_map (nepho_plot_layout_x (layout), to);
  guint n = 0;

  nepho_plot_draw_line (layout, cr, 0);
  nepho_plot_draw_line (layout, cr, 1);
  cairo_surface_flush (surface);
  for (int y = 0; y < (int) HEIGHT; y++)
    for (int x = (int) ceil (x0); x < (int) floor (x1); x++)
      n += cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + x] > 0;
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return n;
}

/* Lines join successive figures, and nothing crosses a gap or a break. */
static void
test_never_joined (void)
{
  g_autoptr (NephoPlotFigure) figure = make_figure (NULL);

  g_assert_cmpuint (count_ink (figure, 2020.40, 2020.60), >, 0);
  g_assert_cmpuint (count_ink (figure, 2020.90, 2021.60), ==, 0);
  g_assert_cmpuint (count_ink (figure, 2021.90, 2022.10), ==, 0);
  g_assert_cmpuint (count_ink (figure, 2022.40, 2022.60), >, 0);
}

/* Whoever points at a mark learns where it was read; at a computed one, that it was not. */
static void
test_provenance (void)
{
  static const struct
  {
    guint       series;
    guint       point;
    const char *source;
  } cases[] = { { 0, 0, "fact-1" }, { 0, 3, "fact-3" }, { 1, 1, "fact-5" }, { 2, 1, NULL } };
  g_autoptr (NephoPlotFigure) figure = make_figure (NULL);
  g_autoptr (NephoPlotLayout) layout = make_layout (figure, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NephoPlotHit hit;
      double x, y;

      nepho_plot_layout_point (layout, cases[i].series, cases[i].point, &x, &y);
      g_assert_true (nepho_plot_layout_pick (layout, x + 1.0, y - 1.0, &hit));
      g_assert_cmpint (hit.series, ==, (int) cases[i].series);
      g_assert_cmpuint (hit.point, ==, cases[i].point);
      g_assert_cmpstr (hit.source, ==, cases[i].source);
    }
  g_assert_null (nepho_plot_series_source (g_ptr_array_index (figure->series, 0), 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/breaks/place", test_place);
  g_test_add_func ("/breaks/rule-only", test_rule_only);
  g_test_add_func ("/breaks/label", test_label);
  g_test_add_func ("/breaks/hidden", test_hidden);
  g_test_add_func ("/breaks/never-joined", test_never_joined);
  g_test_add_func ("/breaks/provenance", test_provenance);

  return g_test_run ();
}
