/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-bench.h"
#include "nepho-plot-render.h"

#define WIDTH 800
#define HEIGHT 500
#define N_VENDORS 12

typedef struct
{
  NephoPlotFigure *figure;
  PangoContext    *context;
  NephoPlotLayout *layout; /* where only the pointer moves */
  cairo_t         *cr;
} Case;

/* What one frame of a drag costs for one chart: layout with cached texts, and drawing. */
static void
redraw (gpointer data)
{
  Case *c = data;
  g_autoptr (NephoPlotLayout) layout
    = nepho_plot_layout_new (c->figure, c->context, nepho_plot_theme_find ("light"), WIDTH, HEIGHT, 1.0, NULL);

  cairo_set_source_rgb (c->cr, 1.0, 1.0, 1.0);
  cairo_paint (c->cr);
  nepho_plot_layout_draw (layout, c->cr);
}

/* The reference: every segment through cairo's stroker as one path, nothing else. */
static void
plain_stroke (gpointer data)
{
  Case *c = data;
  const NephoPlotSeries *series = g_ptr_array_index (c->figure->series, 0);

  cairo_set_source_rgb (c->cr, 1.0, 1.0, 1.0);
  cairo_paint (c->cr);
  cairo_set_source_rgb (c->cr, 0.0, 0.0, 0.0);
  cairo_set_line_width (c->cr, 2.0);
  for (guint k = 0; k < series->y->n; k++)
    cairo_line_to (c->cr, (double) k / series->y->n * WIDTH, HEIGHT / 2.0 - series->y->values[k]);
  cairo_stroke (c->cr);
}

static Case *
make_case (NephoPlotMark mark, guint n_series, guint n_points)
{
  Case *c = g_new0 (Case, 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  g_autofree double *x = g_new (double, n_points);
  g_autofree double *y = g_new (double, n_points);

  c->cr = cairo_create (surface);
  c->context = pango_cairo_create_context (c->cr);
  c->figure = nepho_plot_figure_new ("bench");
  c->figure->title = g_strdup ("Alibaba Cloud stays first in IaaS");
  c->figure->subtitle = g_strdup ("Share of customers, per cent, China");
  c->figure->source = g_strdup ("Source: IDC; Nephoscope model");
  c->figure->x.kind = NEPHO_PLOT_SCALE_TIME;
  for (guint i = 0; i < n_series; i++)
    {
      g_autofree char *name = g_strdup_printf ("Vendor %u", i);
      NephoPlotSeries *series = nepho_plot_figure_add_series (c->figure, mark, name, name, (int) (i % 4));

      for (guint k = 0; k < n_points; k++)
        {
          x[k] = 2022.0 + 10.0 * k / n_points;
          y[k] = 10.0 + 5.0 * i + 3.0 * sin (0.05 * k + i) + 2.0 * sin (1.7 * k);
        }
      series->notation = NEPHO_PLOT_PROJECTION;
      series->x = nepho_plot_column_new (x, n_points);
      series->y = nepho_plot_column_new (y, n_points);
    }

  return c;
}

/* A plot for each line, the others grey behind it. */
static Case *
make_panels (void)
{
  Case *c = make_case (NEPHO_PLOT_MARK_LINE, N_VENDORS, 41);

  for (guint i = 0; i < N_VENDORS; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (c->figure->series, i);

      nepho_plot_figure_add_panel (c->figure, series->label, "30.1 % → 29.8 %");
      series->panel = i;
      series->everywhere = TRUE;
    }

  return c;
}

/* From each vendor to each other. */
static Case *
make_flows (void)
{
  Case *c = make_case (NEPHO_PLOT_MARK_FLOW, N_VENDORS, N_VENDORS);

  c->figure->x.kind = NEPHO_PLOT_SCALE_BAND;
  c->figure->x.categories = g_new0 (char *, N_VENDORS + 1);
  for (guint i = 0; i < N_VENDORS; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (c->figure->series, i);

      c->figure->x.categories[i] = g_strdup (series->label);
      g_clear_pointer (&series->x, nepho_plot_column_unref);
    }

  return c;
}

/* What a moving pointer costs: all values at one time, and their box. */
static void
hover (gpointer data)
{
  Case *c = data;

  nepho_plot_layout_draw_hover (c->layout, c->cr, 2027.0, NULL);
}

static Case *
make_hover (void)
{
  Case *c = make_case (NEPHO_PLOT_MARK_LINE, N_VENDORS, 41);

  c->layout
    = nepho_plot_layout_new (c->figure, c->context, nepho_plot_theme_find ("light"), WIDTH, HEIGHT, 1.0, NULL);

  return c;
}

/* The process ends after the benches: what they use is not freed. */
void
nepho_bench_plot (GArray *benches)
{
  nepho_bench_add (benches, "redraw, 12 lines x 41 points", "ms", 1e3, redraw, make_case (NEPHO_PLOT_MARK_LINE, 12, 41));
  nepho_bench_add (benches, "redraw, stacked area 12 x 40", "ms", 1e3, redraw, make_case (NEPHO_PLOT_MARK_AREA, 12, 40));
  nepho_bench_add (benches, "redraw, 10 lines x 1,000 points", "ms", 1e3, redraw,
                   make_case (NEPHO_PLOT_MARK_LINE, 10, 1000));
  nepho_bench_add (benches, "redraw, 1 line x 166,650 points", "ms", 1e3, redraw,
                   make_case (NEPHO_PLOT_MARK_LINE, 1, 166650));
  nepho_bench_add (benches, "redraw, 12 panels x 41 points", "ms", 1e3, redraw, make_panels ());
  nepho_bench_add (benches, "redraw, flows 12 x 12", "ms", 1e3, redraw, make_flows ());
  nepho_bench_add (benches, "pointer over 12 lines", "ms", 1e3, hover, make_hover ());
  nepho_bench_add (benches, "plain cairo stroke, 1,000 points (reference)", "ms", 1e3, plain_stroke,
                   make_case (NEPHO_PLOT_MARK_LINE, 1, 1000));
}
