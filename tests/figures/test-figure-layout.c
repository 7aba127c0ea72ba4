/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libintl.h>
#include <locale.h>
#include <math.h>

#include "nepho-dataset-io.h"
#include "nepho-figure-fixture.h"
#include "nepho-layout-check.h"

#define HORIZON 34
/* Of the papers every so manyth is tried with odd data. */
#define EVERY 4

/* A picture half a page wide, as files are by default: 160 mm × 100 mm. */
#define FILE_WIDTH 453.5
#define FILE_HEIGHT 283.5

static const struct
{
  double width, height;
} papers[] = { { 320, 240 },   { 480, 270 },   { 640, 360 }, { 800, 500 },  { 1280, 720 },
               { 1920, 1080 }, { 3840, 2160 }, { 300, 600 }, { 1000, 260 } };

static const double text_scales[] = { 1.0, 1.5, 2.0 };

/* What becomes of the numbers of a figure. */
typedef enum
{
  AS_THEY_ARE,
  ZEROS,
  ALL_EQUAL,
  NEGATIVE,
  TINY,
  HUGE,
  GAPS,
  N_SHAPES,
} Shape;

/* Texts are in that language from now on; it must be one of the catalogues that the build made. */
static void
use_language (const char *language)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);

  g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* Only now what was looked up before is forgotten. */
  setlocale (LC_MESSAGES, "C");
  setlocale (LC_MESSAGES, "C.UTF-8");
  g_assert_cmpstr (g_dgettext (GETTEXT_PACKAGE, "Baseline"), ==, g_str_equal (language, "en") ? "Baseline" : "基准");
}

static double
distort (double value, Shape shape, guint point)
{
  switch (shape)
    {
    case ZEROS:
      return 0.0;
    case ALL_EQUAL:
      return 0.25;
    case NEGATIVE:
      return -value;
    case TINY:
      return 1e-9 * value;
    case HUGE:
      return 1e15 * value;
    case GAPS:
      return point % 3 == 1 ? (double) NAN : value;
    case AS_THEY_ARE:
    case N_SHAPES:
    default:
      return value;
    }
}

static NephoPlotColumn *
distort_column (const NephoPlotColumn *column, Shape shape)
{
  g_autofree double *values = NULL;

  if (column == NULL)
    return NULL;

  values = g_new (double, column->n + 1);
  for (guint k = 0; k < column->n; k++)
    values[k] = distort (column->values[k], shape, k);

  return nepho_plot_column_new (values, column->n);
}

/* The series of a figure with other numbers. */
static GPtrArray *
distort_series (const GPtrArray *series, Shape shape)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < series->len; i++)
    {
      NephoPlotSeries *copy = g_memdup2 (g_ptr_array_index (series, i), sizeof *copy);

      copy->y = distort_column (copy->y, shape);
      copy->low = distort_column (copy->low, shape);
      g_ptr_array_add (all, copy);
    }

  return all;
}

static void
free_distorted (GPtrArray *series)
{
  for (guint i = 0; i < series->len; i++)
    {
      NephoPlotSeries *copy = g_ptr_array_index (series, i);

      g_clear_pointer (&copy->y, nepho_plot_column_unref);
      g_clear_pointer (&copy->low, nepho_plot_column_unref);
      g_free (copy);
    }
  g_ptr_array_unref (series);
}

static void
check_layout (const NephoPlotFigure *figure, PangoContext *context, guint paper, double text_scale, gboolean complete,
              Shape shape)
{
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  g_autoptr (NephoPlotLayout) layout = NULL;
  g_autofree char *wrong = NULL;

  view.complete = complete;
  layout = nepho_plot_layout_new (figure, context, nepho_plot_theme_find ("light"), papers[paper].width,
                                  papers[paper].height, text_scale, &view);
  wrong = nepho_layout_check (layout, figure, papers[paper].width, papers[paper].height);
  if (wrong == NULL && complete)
    wrong = nepho_layout_check_complete (layout, figure);
  if (wrong != NULL)
    g_error ("%s, %s, shape %u, %.0f×%.0f, text %.1f: %s", figure->id, g_getenv ("LANGUAGE"), shape, papers[paper].width,
             papers[paper].height, text_scale, wrong);
}

/* On all papers where the numbers are as they are, else on some: another set for each figure and shape. */
static void
check_figure (const NephoPlotFigure *figure, guint figure_index, Shape shape)
{
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());

  for (guint k = 0; k < G_N_ELEMENTS (papers); k++)
    for (guint s = 0; s < G_N_ELEMENTS (text_scales); s++)
      if (shape == AS_THEY_ARE || (k * G_N_ELEMENTS (text_scales) + s + figure_index + shape) % EVERY == 0)
        check_layout (figure, PANGO_CONTEXT (context), k, text_scales[s], (figure_index + k) % 2 == 0, shape);
}

/* The same figure with other numbers; ends of its axis that were set fit those it had. */
static void
check_distorted (const NephoPlotFigure *figure, guint figure_index, Shape shape)
{
  NephoPlotFigure other = *figure;

  other.y.minimum = NAN;
  other.y.maximum = NAN;
  other.series = distort_series (figure->series, shape);
  check_figure (&other, figure_index, shape);
  free_distorted (other.series);
}

/* Every figure of a data set after @horizon quarters; with a price war, so that baselines are seen, too. */
static void
check_figures (NephoDataset *dataset, guint horizon)
{
  g_auto (NephoFixture) fixture = { 0 };
  g_autoptr (NephoMarket) market = NULL;
  g_autoptr (NephoResults) baseline = nepho_results_new ();
  g_autofree double *defaults = NULL;
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  nepho_fixture_adopt (&fixture, nepho_dataset_ref (dataset), horizon);
  defaults = nepho_parameter_set_defaults (fixture.parameters);
  nepho_sample_set (fixture.parameters, fixture.values, "price.war.intensity", 0.2);
  nepho_fixture_run (&fixture);
  market = nepho_market_new (fixture.parameters);
  nepho_market_run (market, defaults, horizon, baseline);
  fixture.context.baseline = baseline;
  fixture.context.baseline_values = defaults;
  for (guint k = 0; k < n_specs; k++)
    {
      g_autoptr (NephoPlotFigure) figure = nepho_figure_build (&specs[k], &fixture.context);

      check_figure (figure, k, AS_THEY_ARE);
      /* Ranks are whole numbers, and the first is 1. */
      for (Shape shape = figure->y.unit == NEPHO_UNIT_RANK ? GAPS : ZEROS; shape < N_SHAPES; shape++)
        check_distorted (figure, k, shape);
    }
}

static void
check_bundled (const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (id, &error);

  g_assert_no_error (error);
  check_figures (dataset, HORIZON);
}

static void
test_bundled (gconstpointer data)
{
  use_language (data);
  check_bundled (NEPHO_DEFAULT_DATASET);
  check_bundled ("global");
}

/* One vendor and one point, and 40 vendors. */
static void
test_sample (gconstpointer data)
{
  g_autoptr (NephoDataset) small = nepho_sample_dataset (1, 1);
  g_autoptr (NephoDataset) large = nepho_sample_dataset (40, 2);

  use_language (data);
  check_figures (small, 0);
  check_figures (large, 12);
}

/* In a file of usual size every word of notes and source can be read. */
static void
test_file (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (NEPHO_DEFAULT_DATASET, &error);
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());
  g_auto (NephoFixture) fixture = { 0 };
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  g_assert_no_error (error);
  use_language (data);
  nepho_fixture_adopt (&fixture, nepho_dataset_ref (dataset), HORIZON);
  nepho_fixture_run (&fixture);
  for (guint k = 0; k < n_specs; k++)
    {
      g_autoptr (NephoPlotFigure) figure = nepho_figure_build (&specs[k], &fixture.context);
      NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
      g_autoptr (NephoPlotLayout) layout = NULL;
      const NephoPlotTextBox *texts;
      guint n;

      view.complete = TRUE;
      layout = nepho_plot_layout_new (figure, PANGO_CONTEXT (context), nepho_plot_theme_find ("light"), FILE_WIDTH,
                                      FILE_HEIGHT, 1.0, &view);
      texts = nepho_plot_layout_texts (layout, &n);
      for (guint i = 0; i < n; i++)
        if ((texts[i].role == NEPHO_PLOT_TEXT_TITLE || texts[i].role == NEPHO_PLOT_TEXT_NOTE
             || texts[i].role == NEPHO_PLOT_TEXT_SOURCE)
            /* Letters that no font has are wide boxes. */
            && pango_layout_get_unknown_glyphs_count (texts[i].layout) == 0 && pango_layout_is_ellipsized (texts[i].layout))
          g_error ("%s: “%s” is cut", figure->id, pango_layout_get_text (texts[i].layout));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* GLib looks once whether there are translations at all. */
  use_language ("zh_CN");
  for (guint k = 0; k < 2; k++)
    {
      static const char *const languages[] = { "en", "zh_CN" };
      g_autofree char *bundled = g_strconcat ("/figure-layout/bundled/", languages[k], NULL);
      g_autofree char *sample = g_strconcat ("/figure-layout/sample/", languages[k], NULL);
      g_autofree char *file = g_strconcat ("/figure-layout/file/", languages[k], NULL);

      g_test_add_data_func (bundled, languages[k], test_bundled);
      g_test_add_data_func (sample, languages[k], test_sample);
      g_test_add_data_func (file, languages[k], test_file);
    }

  return g_test_run ();
}
