/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "nepho-layout-check.h"
#include "nepho-layout-sample.h"

#define N_MARKS (NEPHO_PLOT_MARK_FLOW + 1)

/* What the numbers of a chart are like. */
typedef enum
{
  USUAL,
  ZEROS,
  ONE_POINT,
  ALL_EQUAL,
  NEGATIVE,
  MIXED,
  TINY,
  HUGE,
  GAPS,
  N_SHAPES,
} Shape;

/* What stands in a chart beside its data. */
typedef enum
{
  PLAIN,
  DECORATED, /* a baseline, levels, what happens at a time, and where history ends */
  PANELS,    /* a small plot for each series */
  N_DRESSES,
} Dress;

static const double papers[][2] = { { 320, 240 }, { 480, 320 }, { 800, 500 }, { 1280, 720 }, { 3840, 2160 }, { 300, 600 } };
static const double text_scales[] = { 1.0, 1.5, 2.0 };
static const guint counts[] = { 1, 4, 40 };

/* How many series a crowded chart of a kind has. */
static guint
most_series (NephoPlotMark mark)
{
  switch (mark)
    {
    case NEPHO_PLOT_MARK_HEAT:
    case NEPHO_PLOT_MARK_BRIDGE:
    case NEPHO_PLOT_MARK_DUMBBELL:
      return 1;
    case NEPHO_PLOT_MARK_SPAN:
      return 2;
    default:
      return 40;
    }
}

static double
value_of (Shape shape, guint series, guint point)
{
  double usual = 0.3 / (1.0 + series) + 0.01 * point;

  switch (shape)
    {
    case ZEROS:
      return 0.0;
    case ALL_EQUAL:
      return 0.25;
    case NEGATIVE:
      return -usual;
    case MIXED:
      return (series + point) % 2 == 0 ? usual : -usual;
    case TINY:
      return 1e-9 * usual;
    case HUGE:
      return 1e15 * usual;
    case GAPS:
      return point % 3 == 1 ? (double) NAN : usual;
    case USUAL:
    case ONE_POINT:
    case N_SHAPES:
    default:
      return usual;
    }
}

static guint
count_points (NephoPlotMark mark, Shape shape)
{
  if (shape == ONE_POINT)
    return 1;
  if (mark == NEPHO_PLOT_MARK_SLOPE)
    return 2;

  return nepho_layout_is_banded (mark) ? 6 : 24;
}

static void
fill_figure (NephoPlotFigure *figure, Shape shape)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);
      guint n = series->y->n;
      g_autofree double *values = g_new (double, n);

      for (guint k = 0; k < n; k++)
        values[k] = value_of (shape, i, k);
      nepho_layout_set_values (figure, i, values, n);
    }
}

/* A baseline beside the first series, a level and a range with names, two rules, and the end of history. */
static void
decorate (NephoPlotFigure *figure, Shape shape)
{
  NephoPlotSeries *first = g_ptr_array_index (figure->series, 0);
  NephoPlotSeries *ghost = nepho_plot_figure_add_series (figure, first->mark, first->id, "", first->colour);
  double level = value_of (shape, 0, 0);

  ghost->notation = NEPHO_PLOT_GHOST;
  ghost->x = first->x != NULL ? nepho_plot_column_ref (first->x) : NULL;
  ghost->y = nepho_plot_column_ref (first->y);
  nepho_plot_figure_add_reference (figure, level, level, "As it was 原来");
  nepho_plot_figure_add_reference (figure, 0.5 * level, 0.7 * level, "SaaS vendors, as published 38 % to 50 %");
  if (figure->x.kind != NEPHO_PLOT_SCALE_TIME)
    return;

  figure->now = 2023.25;
  nepho_plot_figure_add_break (figure, "", 0, 2023.5, NAN, "definition changes: IDC → Canalys");
  nepho_plot_figure_add_break (figure, first->id, 0, 2024.0, level, "口径变化");
}

static void
split (NephoPlotFigure *figure)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      series->panel = i;
      series->everywhere = TRUE;
      nepho_plot_figure_add_panel (figure, series->label, "34.6 % → 33.8 %");
    }
}

static gboolean
can_wear (NephoPlotMark mark, Dress dress)
{
  gboolean line = mark == NEPHO_PLOT_MARK_LINE;
  gboolean levels = line || mark == NEPHO_PLOT_MARK_AREA || mark == NEPHO_PLOT_MARK_BAR || mark == NEPHO_PLOT_MARK_POINT;

  return dress == PLAIN || (dress == DECORATED && levels) || (dress == PANELS && line);
}

static void
check (const NephoPlotFigure *figure, PangoContext *context, guint paper, double text_scale, gboolean complete,
       Shape shape)
{
  NephoPlotView view = NEPHO_PLOT_VIEW_ALL;
  g_autoptr (NephoPlotLayout) layout = NULL;
  g_autofree char *wrong = NULL;

  view.complete = complete;
  layout = nepho_plot_layout_new (figure, context, nepho_plot_theme_find ("light"), papers[paper][0], papers[paper][1],
                                  text_scale, &view);
  wrong = nepho_layout_check (layout, figure, papers[paper][0], papers[paper][1]);
  if (wrong != NULL)
    g_error ("shape %u, %u series, %.0f×%.0f, text %.1f: %s", shape, figure->series->len, papers[paper][0], papers[paper][1], text_scale,
             wrong);
}

/* One kind of chart with one kind of numbers, in both languages, at every count of series. On all papers where the
 * numbers are usual; else on a third, another for each. */
static void
check_kind (NephoPlotMark mark, Shape shape, Dress dress, gboolean sideways)
{
  g_autoptr (GObject) context = G_OBJECT (nepho_layout_context ());
  guint turn = mark + shape + dress;

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++)
    {
      const char *const *names = (c + turn) % 2 == 0 ? nepho_layout_english : nepho_layout_chinese;
      g_autoptr (NephoPlotFigure) figure = nepho_layout_sample (mark, names, MIN (counts[c], most_series (mark)),
                                                                count_points (mark, shape), 0.01);

      figure->horizontal = sideways;
      fill_figure (figure, shape);
      if (dress == DECORATED)
        decorate (figure, shape);
      else if (dress == PANELS)
        split (figure);
      for (guint k = 0; k < G_N_ELEMENTS (papers); k++)
        for (guint s = 0; s < G_N_ELEMENTS (text_scales); s++)
          if (shape == USUAL || (turn++) % 3 == 0)
            check (figure, PANGO_CONTEXT (context), k, text_scales[s], (k + s + turn) % 2 == 0, shape);
    }
}

static void
test_kind (gconstpointer data)
{
  NephoPlotMark mark = GPOINTER_TO_UINT (data);
  gboolean lies = mark == NEPHO_PLOT_MARK_BAR || mark == NEPHO_PLOT_MARK_SPAN || mark == NEPHO_PLOT_MARK_DUMBBELL
                  || mark == NEPHO_PLOT_MARK_BRIDGE;

  for (Shape shape = USUAL; shape < N_SHAPES; shape++)
    for (Dress dress = PLAIN; dress < N_DRESSES; dress++)
      for (int sideways = 0; can_wear (mark, dress) && sideways < (lies ? 2 : 1); sideways++)
        check_kind (mark, shape, dress, sideways);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint mark = 0; mark < N_MARKS; mark++)
    {
      g_autofree char *path = g_strdup_printf ("/kinds/%u", mark);

      g_test_add_data_func (path, GUINT_TO_POINTER (mark), test_kind);
    }

  return g_test_run ();
}
