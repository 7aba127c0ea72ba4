/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-layout-check.h"
#include "nepho-layout-sample.h"

#define WIDTH 480
#define HEIGHT 320

static NephoPlotLayout *
make_layout (const NephoPlotFigure *figure, PangoContext *context, double text_scale)
{
  return nepho_plot_layout_new (figure, context, nepho_plot_theme_find ("light"), WIDTH, HEIGHT, text_scale, NULL);
}

/* Shaping costs most: the texts of the frame before are those of the next. */
static void
test_texts (void)
{
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 10, 35, 0.01);
  g_autoptr (NephoPlotFigure) next = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 10, 35, 0.01);
  g_autoptr (NephoPlotLayout) layout = make_layout (figure, PANGO_CONTEXT (context), 1.0);
  g_autoptr (NephoPlotLayout) again = make_layout (next, PANGO_CONTEXT (context), 1.0);
  g_autoptr (NephoPlotLayout) larger = make_layout (next, PANGO_CONTEXT (context), 1.5);
  const NephoPlotTextBox *texts;
  const NephoPlotTextBox *texts_again;
  guint n;
  guint n_again;

  texts = nepho_plot_layout_texts (layout, &n);
  texts_again = nepho_plot_layout_texts (again, &n_again);
  g_assert_cmpuint (n, ==, n_again);
  for (guint i = 0; i < n; i++)
    g_assert_true (texts[i].layout == texts_again[i].layout);
  g_assert_true (texts[0].layout != nepho_plot_layout_texts (larger, &n)[0].layout);
}

/* Whether anything is drawn in a column of pixels. */
static gboolean
has_ink (cairo_surface_t *surface, int x)
{
  const guchar *data = cairo_image_surface_get_data (surface);

  for (int y = 0; y < HEIGHT; y++)
    if (*(const guint32 *) (const void *) (data + y * cairo_image_surface_get_stride (surface) + 4 * x) != 0)
      return TRUE;

  return FALSE;
}

/* What the pointer adds is a rule, dots and a box beside it: no curve, which would have ink in all columns. */
static void
test_hover (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());
  g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (NEPHO_PLOT_MARK_LINE, nepho_layout_english, 2, 35, 0.01);
  g_autoptr (NephoPlotLayout) layout = make_layout (figure, PANGO_CONTEXT (context), 1.0);
  const NephoPlotRect *plot = nepho_plot_layout_plot_rect (layout);
  guint n_inked = 0;
  guint n_empty = 0;

  nepho_plot_layout_draw_hover (layout, cr, 2022.5, NULL);
  cairo_surface_flush (surface);
  for (int x = (int) ceil (plot->x); x < plot->x + plot->width - 1.0; x++)
    if (has_ink (surface, x))
      n_inked++;
    else
      n_empty++;
  g_assert_cmpuint (n_inked, >, 0);
  g_assert_cmpuint (n_empty, >, n_inked);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cache/texts", test_texts);
  g_test_add_func ("/cache/hover", test_hover);

  return g_test_run ();
}
