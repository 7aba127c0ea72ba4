/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-scatter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Models whose figure is known, by year. */
GArray *
nepho_scatter_models (const NephoFigureContext *context, const NephoScatterQuantity *quantity)
{
  const NephoDataset *dataset = nepho_frame_dataset (context);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (NephoScatterPoint));

  for (guint i = 0; i < dataset->ai_models->len; i++)
    {
      const NephoAiModel *model = g_ptr_array_index (dataset->ai_models, i);
      const char *source = quantity->source (model);
      const NephoFact *fact = nepho_dataset_find_fact (dataset, source);
      NephoScatterPoint point = { model->name, model->year, quantity->value (model),
                                  fact != NULL ? fact->grade : NEPHO_GRADE_ESTIMATED, source };

      if (!isfinite (point.value) || point.value <= 0.0)
        continue;
      if (quantity->grade != NULL)
        point.grade = quantity->grade (model);

      g_array_append_val (points, point);
    }

  return points;
}

static gboolean
is_firm (const NephoScatterPoint *point)
{
  return point->grade != NEPHO_GRADE_RUMOURED;
}

/* The first and the largest, rumours apart: what the title compares. */
gboolean
nepho_scatter_ends (const GArray *points, const NephoScatterPoint **first, const NephoScatterPoint **largest)
{
  *first = NULL;
  *largest = NULL;
  for (guint i = 0; i < points->len; i++)
    {
      const NephoScatterPoint *point = &g_array_index (points, NephoScatterPoint, i);

      if (!is_firm (point))
        continue;
      if (*first == NULL || point->year < (*first)->year)
        *first = point;
      if (*largest == NULL || point->value > (*largest)->value)
        *largest = point;
    }

  return *first != NULL && *largest != *first;
}

/* Points of some grades as one series: reported ones solid, estimates lighter, rumours apart. */
static void
add_grade (NephoPlotFigure *figure, const GArray *points, guint grades, const char *id, const char *label,
           NephoPlotNotation notation, int colour)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  NephoPlotSeries *series;

  for (guint i = 0; i < points->len; i++)
    {
      const NephoScatterPoint *point = &g_array_index (points, NephoScatterPoint, i);

      if ((grades & (1u << point->grade)) == 0)
        continue;
      g_array_append_val (years, point->year);
      g_array_append_val (values, point->value);
      g_ptr_array_add (labels, g_strdup (point->name));
      g_ptr_array_add (sources, g_strdup (point->source != NULL ? point->source : ""));
    }
  g_ptr_array_add (labels, NULL);
  g_ptr_array_add (sources, NULL);
  if (values->len == 0)
    return;

  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_POINT, id, label, colour);
  series->notation = notation;
  series->x = nepho_plot_column_new ((const double *) (gpointer) years->data, years->len);
  series->y = nepho_plot_column_new ((const double *) (gpointer) values->data, values->len);
  series->point_labels = (char **) g_ptr_array_free (g_steal_pointer (&labels), FALSE);
  series->sources = (char **) g_ptr_array_free (g_steal_pointer (&sources), FALSE);
}

/* Least squares of lg value over years: a straight line on a log axis. Draws none where there are
 * fewer than three points or they lie within half a year. */
void
nepho_scatter_add_trend (NephoPlotFigure *figure, const double *at, const double *values, guint length)
{
  double n = 0.0;
  double sx = 0.0;
  double sy = 0.0;
  double sxx = 0.0;
  double sxy = 0.0;
  double low = INFINITY;
  double high = -INFINITY;
  double slope;
  NephoPlotSeries *series;

  for (guint i = 0; i < length; i++)
    {
      double x = at[i] - 2000.0;
      double y = log10 (values[i]);

      n += 1.0;
      sx += x;
      sy += y;
      sxx += x * x;
      sxy += x * y;
      low = MIN (low, x);
      high = MAX (high, x);
    }
  if (n < 3.0 || high - low < 0.5)
    return;

  slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
  const double years[] = { low + 2000.0, high + 2000.0 };
  const double fit[] = { pow (10.0, (sy + slope * (n * low - sx)) / n), pow (10.0, (sy + slope * (n * high - sx)) / n) };

  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_LINE, "trend", _("Trend"), NEPHO_PLOT_NEUTRAL);
  series->notation = NEPHO_PLOT_TREND;
  series->x = nepho_plot_column_new (years, G_N_ELEMENTS (years));
  series->y = nepho_plot_column_new (fit, G_N_ELEMENTS (fit));
}

/* Through all that is firm. */
static void
add_trend (NephoPlotFigure *figure, const GArray *points)
{
  g_autofree double *years = g_new (double, points->len);
  g_autofree double *values = g_new (double, points->len);
  guint length = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const NephoScatterPoint *point = &g_array_index (points, NephoScatterPoint, i);

      if (!is_firm (point))
        continue;
      years[length] = point->year;
      values[length++] = point->value;
    }
  nepho_scatter_add_trend (figure, years, values, length);
}

/* What the facts say about the rumours that are drawn. */
static void
add_rumour_notes (NephoEvidence *evidence, const GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      const NephoScatterPoint *point = &g_array_index (points, NephoScatterPoint, i);
      g_autofree char *note = NULL;

      if (is_firm (point))
        continue;

      /* Translators: an AI model or an accelerator */
      note = g_strdup_printf (_("%s: a rumour, not confirmed."), point->name);
      nepho_evidence_note (evidence, note);
    }
}

static guint
count_estimates (const GArray *points)
{
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, NephoScatterPoint, i).grade != NEPHO_GRADE_REPORTED)
      n++;

  return n;
}

NephoPlotFigure *
nepho_scatter_new (const NephoFigureContext *context,
                   const char *id,
                   NephoUnit unit,
                   const GArray *points,
                   NephoEvidence *evidence)
{
  NephoPlotFigure *figure = nepho_frame_new (context, id, NEPHO_PLOT_SCALE_TIME, unit);

  figure->now = NAN;
  figure->y.kind = NEPHO_PLOT_SCALE_LOG;
  nepho_evidence_init (evidence, context, FALSE);
  for (guint i = 0; i < points->len; i++)
    nepho_evidence_add_fact (evidence, g_array_index (points, NephoScatterPoint, i).source);

  if (points->len == 0)
    {
      figure->empty = g_strdup (_("The data set holds no such figures"));
      return figure;
    }

  add_trend (figure, points);
  add_grade (figure, points, 1u << NEPHO_GRADE_REPORTED, "reported", _("Reported"), NEPHO_PLOT_ACTUAL,
             NEPHO_PLOT_ACCENT);
  add_grade (figure, points,
             (1u << NEPHO_GRADE_DERIVED) | (1u << NEPHO_GRADE_ESTIMATED) | (1u << NEPHO_GRADE_PROJECTED),
             "estimated", _("Estimated"), NEPHO_PLOT_PROJECTION, NEPHO_PLOT_ACCENT);
  add_grade (figure, points, 1u << NEPHO_GRADE_RUMOURED, "rumoured", _("Rumoured"), NEPHO_PLOT_PROJECTION,
             NEPHO_PLOT_NEUTRAL);
  add_rumour_notes (evidence, points);

  return figure;
}

void
nepho_scatter_note_estimates (NephoEvidence *evidence, const GArray *points)
{
  guint n = count_estimates (points);
  g_autofree char *note = NULL;

  if (n == 0)
    return;

  note = g_strdup_printf (ngettext ("%u of %u points is an estimate.", "%u of %u points are estimates.", n), n,
                          points->len);
  nepho_evidence_note (evidence, note);
}

void
nepho_scatter_finish (NephoPlotFigure *figure, NephoEvidence *evidence, const char *fallback)
{
  if (figure->title == NULL)
    figure->title = g_strdup (fallback);
  figure->summary = figure->empty != NULL ? g_strdup (figure->empty) : g_strdup (figure->title);
  nepho_evidence_finish (evidence, figure);
}
