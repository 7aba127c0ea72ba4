/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-gallery-samples.h"

#include <math.h>

#define N_SERIES 5u
#define N_POINTS 21u
#define N_CATEGORIES 5u

static const char * const names[] = { "Alibaba Cloud", "华为云", "Tencent Cloud", "中国电信天翼云", "Baidu AI Cloud" };

static const char * const bands[] = { "95 % of runs (sample)", "80 % of runs (sample)", "50 % of runs (sample)" };

/* Whether a mark stands in categories. */
static gboolean
is_banded (NephoPlotMark mark)
{
  return mark != NEPHO_PLOT_MARK_LINE && mark != NEPHO_PLOT_MARK_BAND && mark != NEPHO_PLOT_MARK_AREA
         && mark != NEPHO_PLOT_MARK_POINT;
}

static guint
count_series (NephoPlotMark mark)
{
  switch (mark)
    {
    case NEPHO_PLOT_MARK_BRIDGE:
    case NEPHO_PLOT_MARK_DUMBBELL:
    case NEPHO_PLOT_MARK_HEAT:
    case NEPHO_PLOT_MARK_POINT:
      return 1;
    case NEPHO_PLOT_MARK_SPAN:
    case NEPHO_PLOT_MARK_BAR:
      return 2;
    case NEPHO_PLOT_MARK_BAND:
      return 3;
    default:
      return N_SERIES;
    }
}

/* A number that looks like a share and is made up. */
static double
value_at (NephoPlotMark mark, guint series, guint point)
{
  double share = 0.36 / (series + 1.0) + 0.02 * sin (0.5 * point + series);

  switch (mark)
    {
    case NEPHO_PLOT_MARK_BRIDGE:
      return (const double[]) { 0.34, 0.12, -0.09, -0.02, 0.35 }[point % N_CATEGORIES];
    case NEPHO_PLOT_MARK_BAND:
      return 0.34 + 0.003 * (3 - series) * point;
    case NEPHO_PLOT_MARK_DUMBBELL:
    case NEPHO_PLOT_MARK_SPAN:
      return 0.3 / (point + 1.0) + (series == 0 ? 0.04 : -0.03);
    case NEPHO_PLOT_MARK_BAR:
      return 0.3 / (point + 1.0) + 0.03 * series;
    case NEPHO_PLOT_MARK_TILE:
      return 1.0 / N_SERIES;
    default:
      return share;
    }
}

static void
add_lows (NephoPlotSeries *series, NephoPlotMark mark, guint index)
{
  g_autofree double *low = g_new (double, series->y->n);

  for (guint k = 0; k < series->y->n; k++)
    low[k] = mark == NEPHO_PLOT_MARK_BAND ? 0.34 - 0.003 * (3 - index) * k : 0.3 / (k + 1.0);
  series->low = nepho_plot_column_new (low, series->y->n);
  if (mark == NEPHO_PLOT_MARK_BAND)
    return;

  series->low_label = g_strdup ("2022Q2");
  if (mark == NEPHO_PLOT_MARK_SPAN)
    series->end_labels = g_strdupv ((char **) (const char *[]) { "20 %", "0.5", "2×10²²", "−1", "8", NULL });
}

static void
add_series (NephoPlotFigure *figure, NephoPlotMark mark, guint index)
{
  g_autofree char *id = g_strdup_printf ("%u", index);
  gboolean banded = is_banded (mark);
  guint n = mark == NEPHO_PLOT_MARK_HEAT ? N_CATEGORIES * N_CATEGORIES
            : mark == NEPHO_PLOT_MARK_SLOPE ? 2 : (banded ? N_CATEGORIES : N_POINTS);
  gboolean fan = mark == NEPHO_PLOT_MARK_BAND;
  NephoPlotSeries *series = nepho_plot_figure_add_series (figure, mark, fan ? "fan" : id, fan ? bands[index] : names[index],
                                                          fan ? 0 : (int) index);
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);

  for (guint k = 0; k < n; k++)
    {
      x[k] = 2022.25 + 0.25 * k;
      y[k] = value_at (mark, index, k);
    }
  series->notation = index % 2 == 0 ? NEPHO_PLOT_PROJECTION : NEPHO_PLOT_ACTUAL;
  series->x = banded ? NULL : nepho_plot_column_new (x, n);
  series->y = nepho_plot_column_new (y, n);
  series->bridge_total = 1 | 16;
  if (mark == NEPHO_PLOT_MARK_BAND || mark == NEPHO_PLOT_MARK_DUMBBELL || mark == NEPHO_PLOT_MARK_SPAN)
    add_lows (series, mark, index);
}

static NephoPlotFigure *
make_sample (NephoPlotMark mark)
{
  static const double widths[] = { 5, 4, 3, 2, 1 };
  NephoPlotFigure *figure = nepho_plot_figure_new ("sample");

  figure->title = g_strdup_printf ("Sample %d: a title of two lines says what its numbers show, 图表的标题说明数字的含义", (int) mark);
  figure->subtitle = g_strdup ("Made-up numbers, per cent, 样本数据");
  figure->source = g_strdup ("Source: made up for the gallery, no data 来源：样本");
  figure->y.unit = NEPHO_UNIT_FRACTION;
  figure->x.kind = is_banded (mark) ? NEPHO_PLOT_SCALE_BAND : NEPHO_PLOT_SCALE_TIME;
  figure->horizontal = mark == NEPHO_PLOT_MARK_DUMBBELL || mark == NEPHO_PLOT_MARK_SPAN;
  if (is_banded (mark))
    {
      figure->x.categories = g_new0 (char *, N_CATEGORIES + 1);
      for (guint k = 0; k < (mark == NEPHO_PLOT_MARK_SLOPE ? 2 : N_CATEGORIES); k++)
        figure->x.categories[k] = g_strdup (names[k]);
    }
  if (mark == NEPHO_PLOT_MARK_HEAT)
    {
      figure->y.kind = NEPHO_PLOT_SCALE_BAND;
      figure->y.categories = g_strdupv (figure->x.categories);
    }
  if (mark == NEPHO_PLOT_MARK_TILE)
    figure->x.widths = nepho_plot_column_new (widths, N_CATEGORIES);
  for (guint i = 0; i < count_series (mark); i++)
    add_series (figure, mark, i);

  return figure;
}

/**
 * nepho_gallery_samples:
 *
 * Returns: (transfer full) (element-type NephoPlotFigure): one made-up figure a mark
 */
GPtrArray *
nepho_gallery_samples (void)
{
  GPtrArray *samples = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_plot_figure_free);

  for (NephoPlotMark mark = NEPHO_PLOT_MARK_LINE; mark <= NEPHO_PLOT_MARK_FLOW; mark++)
    g_ptr_array_add (samples, make_sample (mark));

  return samples;
}

/**
 * nepho_gallery_scenario:
 * @parameters: the parameters of @dataset
 * @dataset: a data set
 * @id: one of its scenarios
 *
 * Returns: (transfer full): the values of that scenario
 */
double *
nepho_gallery_scenario (const NephoParameterSet *parameters, const NephoDataset *dataset, const char *id)
{
  double *values = nepho_parameter_set_defaults (parameters);

  for (guint i = 0; i < dataset->scenarios->len; i++)
    {
      const NephoScenario *scenario = g_ptr_array_index (dataset->scenarios, i);
      GHashTableIter iter;
      gpointer key;
      gpointer value;

      if (!g_str_equal (scenario->id, id))
        continue;
      g_hash_table_iter_init (&iter, scenario->values);
      while (g_hash_table_iter_next (&iter, &key, &value))
        values[nepho_parameter_set_find (parameters, key)] = *(const double *) value;
    }

  return values;
}
