/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libintl.h>
#include <locale.h>

#include "nepho-dataset-io.h"
#include "nepho-gallery-samples.h"
#include "nepho-plot-render.h"

/* A contact sheet: cells of one size, so many side by side. */
#define CELL_WIDTH 480.0
#define CELL_HEIGHT 330.0
#define GAP 8.0
#define COLUMNS 4u

#define HORIZON 34

/* Draws figures onto one sheet and writes it; returns whether that worked. */
static gboolean
write_sheet (const GPtrArray *figures, const NephoPlotTheme *theme, const char *folder, const char *kind,
             const char *language)
{
  guint n_rows = (figures->len + COLUMNS - 1) / COLUMNS;
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (COLUMNS * (CELL_WIDTH + GAP) + GAP),
                                  (int) (n_rows * (CELL_HEIGHT + GAP) + GAP));
  cairo_t *cr = cairo_create (surface);
  g_autofree char *name = g_strdup_printf ("gallery-%s-%s-%s.png", kind, theme->id, language);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  gboolean done;

  cairo_set_source_rgb (cr, theme->text_dim.r, theme->text_dim.g, theme->text_dim.b);
  cairo_paint (cr);
  for (guint i = 0; i < figures->len; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, GAP + (i % COLUMNS) * (CELL_WIDTH + GAP), GAP + (i / COLUMNS) * (CELL_HEIGHT + GAP));
      cairo_rectangle (cr, 0.0, 0.0, CELL_WIDTH, CELL_HEIGHT);
      cairo_clip (cr);
      nepho_plot_render (g_ptr_array_index (figures, i), cr, CELL_WIDTH, CELL_HEIGHT, theme, 1.0, NULL, FALSE);
      cairo_restore (cr);
    }
  cairo_destroy (cr);
  done = cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  if (done)
    g_print ("%s\n", path);
  else
    g_printerr ("nepho-gallery: %s cannot be written\n", path);

  return done;
}

/* Every figure of the bundled data set in one of its scenarios, so that baselines are seen, too. */
static GPtrArray *
build_figures (const NephoParameterSet *parameters, const NephoDataset *dataset, const char *scenario)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_plot_figure_free);
  g_autofree double *defaults = nepho_parameter_set_defaults (parameters);
  g_autofree double *values = nepho_gallery_scenario (parameters, dataset, scenario);
  g_autoptr (NephoMarket) market = nepho_market_new (parameters);
  g_autoptr (NephoResults) baseline = nepho_results_new ();
  g_autoptr (NephoResults) results = nepho_results_new ();
  NephoFigureContext context;
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  nepho_market_run (market, defaults, HORIZON, baseline);
  nepho_market_run (market, values, HORIZON, results);
  nepho_figure_context_init (&context, parameters, values, defaults, results, baseline);
  for (guint k = 0; k < n_specs; k++)
    g_ptr_array_add (figures, nepho_figure_build (&specs[k], &context));

  return figures;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDataset) dataset = NULL;
  g_autoptr (NephoParameterSet) parameters = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GPtrArray) samples = NULL;
  guint n_themes;
  const NephoPlotTheme *themes = nepho_plot_themes (&n_themes);
  gboolean done = TRUE;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (argc != 3)
    {
      g_printerr ("Usage: nepho-gallery FOLDER LANGUAGE\n");
      return 2;
    }

  dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, &error);
  if (dataset == NULL)
    {
      g_printerr ("nepho-gallery: %s\n", error->message);
      return 1;
    }
  parameters = nepho_parameter_set_new (dataset);
  figures = build_figures (parameters, dataset, "price-war");
  samples = nepho_gallery_samples ();
  for (guint k = 0; k < n_themes; k++)
    {
      done &= write_sheet (figures, &themes[k], argv[1], "figures", argv[2]);
      done &= write_sheet (samples, &themes[k], argv[1], "marks", argv[2]);
    }

  return done ? 0 : 1;
}
