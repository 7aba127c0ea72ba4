/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-bench.h"
#include "nepho-dataset-io.h"
#include "nepho-document.h"
#include "nepho-figures.h"
#include "nepho-plot-layout.h"

#define N_CHARTS 4
#define WIDTH 420
#define HEIGHT 300
#define TEXT_SCALE 1.25

typedef struct
{
  NephoDocument         *document;
  const NephoFigureSpec *specs[N_CHARTS];
  PangoContext          *context;
  cairo_t               *cr;
  guint                  lever;
  guint                  frame;
} Case;

/* What a moved lever costs until the pixels of the Overview's four charts are new: the model, the
 * figures with their sentences, layout and drawing. The toolkit's own share comes on top. */
static void
move_lever (gpointer data)
{
  Case *c = data;
  NephoFigureContext context;

  c->frame = (c->frame + 1) % 64;
  nepho_document_begin_step (c->document);
  nepho_document_set_value (c->document, c->lever, 0.005 * (c->frame + 1), NULL);
  nepho_figure_context_init (&context, nepho_document_get_parameters (c->document),
                             nepho_document_get_values (c->document), nepho_document_get_baseline_values (c->document),
                             nepho_document_get_results (c->document), nepho_document_get_baseline (c->document));
  for (guint i = 0; i < N_CHARTS; i++)
    {
      g_autoptr (NephoPlotFigure) figure = nepho_figure_build (c->specs[i], &context);
      g_autoptr (NephoPlotLayout) layout
        = nepho_plot_layout_new (figure, c->context, nepho_plot_theme_find ("light"), WIDTH, HEIGHT, TEXT_SCALE, NULL);

      cairo_set_source_rgb (c->cr, 1.0, 1.0, 1.0);
      cairo_paint (c->cr);
      nepho_plot_layout_draw (layout, c->cr);
    }
  nepho_document_set_value (c->document, c->lever, 0.0, NULL);
  nepho_document_end_step (c->document);
}

static void
build_figures (gpointer data)
{
  Case *c = data;
  NephoFigureContext context;

  nepho_figure_context_init (&context, nepho_document_get_parameters (c->document),
                             nepho_document_get_values (c->document), nepho_document_get_baseline_values (c->document),
                             nepho_document_get_results (c->document), nepho_document_get_baseline (c->document));
  for (guint i = 0; i < N_CHARTS; i++)
    nepho_plot_figure_free (nepho_figure_build (c->specs[i], &context));
}

/* The process ends after the benches: what they use is not freed. */
void
nepho_bench_frame (GArray *benches)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  Case *c = g_new0 (Case, 1);
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);
  guint n = 0;

  g_assert_nonnull (dataset);
  c->document = nepho_document_new (dataset);
  c->cr = cairo_create (surface);
  c->context = pango_cairo_create_context (c->cr);
  c->lever = nepho_parameter_set_index (nepho_document_get_parameters (c->document), "price.war.intensity", -1, -1);
  for (guint i = 0; i < n_specs && n < N_CHARTS; i++)
    if ((specs[i].pages & NEPHO_PAGE_OVERVIEW) != 0)
      c->specs[n++] = &specs[i];
  g_assert_cmpuint (n, ==, N_CHARTS);

  nepho_bench_add (benches, "lever moved, Overview's 4 charts new", "ms", 1e3, move_lever, c);
  nepho_bench_add (benches, "  of that, building the figures", "ms", 1e3, build_figures, c);
}
