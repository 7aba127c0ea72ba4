/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-evidence.h"
#include "nepho-figure-words.h"

/* One quantity of AI models, and what to call it. */
typedef struct
{
  double      (*value)  (const NephoAiModel *model);
  const char *(*source) (const NephoAiModel *model);
  NephoUnit   unit;
} Quantity;

/* A model's figure with how firm it is. */
typedef struct
{
  const NephoAiModel *model;
  double              value;
  NephoGrade          grade;
} Point;

static double
compute_value (const NephoAiModel *model)
{
  return model->pf_days;
}

static const char *
compute_source (const NephoAiModel *model)
{
  return model->compute_source;
}

static double
parameters_value (const NephoAiModel *model)
{
  return model->parameters;
}

static const char *
parameters_source (const NephoAiModel *model)
{
  return model->parameters_source;
}

static double
data_value (const NephoAiModel *model)
{
  return model->gigabytes;
}

static double
tokens_value (const NephoAiModel *model)
{
  return model->tokens;
}

static const char *
data_source (const NephoAiModel *model)
{
  return model->data_source;
}

/* Models whose figure is known, by year. */
static GArray *
collect (const NephoFigureContext *context, const Quantity *quantity, NephoEvidence *evidence)
{
  const NephoDataset *dataset = nepho_frame_dataset (context);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (Point));

  for (guint i = 0; i < dataset->ai_models->len; i++)
    {
      const NephoAiModel *model = g_ptr_array_index (dataset->ai_models, i);
      const char *source = quantity->source (model);
      const NephoFact *fact = nepho_dataset_find_fact (dataset, source);
      Point point = { model, quantity->value (model), fact != NULL ? fact->grade : NEPHO_GRADE_ESTIMATED };

      if (!isfinite (point.value) || point.value <= 0.0)
        continue;
      if (quantity->value == parameters_value)
        point.grade = model->parameters_grade;

      g_array_append_val (points, point);
      nepho_evidence_add_fact (evidence, source);
    }

  return points;
}

static gboolean
is_firm (const Point *point)
{
  return point->grade != NEPHO_GRADE_RUMOURED;
}

/* The first and the largest, rumours apart: what the title compares. */
static gboolean
find_ends (const GArray *points, const Point **first, const Point **largest)
{
  *first = NULL;
  *largest = NULL;
  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);

      if (!is_firm (point))
        continue;
      if (*first == NULL || point->model->year < (*first)->model->year)
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
  NephoPlotSeries *series;

  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);

      if ((grades & (1u << point->grade)) == 0)
        continue;
      g_array_append_val (years, point->model->year);
      g_array_append_val (values, point->value);
      g_ptr_array_add (labels, g_strdup (point->model->name));
    }
  g_ptr_array_add (labels, NULL);
  if (values->len == 0)
    return;

  series = nepho_plot_figure_add_series (figure, NEPHO_PLOT_MARK_POINT, id, label, colour);
  series->notation = notation;
  series->x = nepho_plot_column_new ((const double *) (gpointer) years->data, years->len);
  series->y = nepho_plot_column_new ((const double *) (gpointer) values->data, values->len);
  series->point_labels = (char **) g_ptr_array_free (g_steal_pointer (&labels), FALSE);
}

/* Least squares of lg value over years through all that is firm: a straight line on a log axis. */
static void
add_trend (NephoPlotFigure *figure, const GArray *points)
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

  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);
      double x = point->model->year - 2000.0;
      double y = log10 (point->value);

      if (!is_firm (point))
        continue;
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

/* What the facts say about the rumours that are drawn. */
static void
add_rumour_notes (NephoEvidence *evidence, const GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);
      g_autofree char *note = NULL;

      if (is_firm (point))
        continue;

      /* Translators: an AI model */
      note = g_strdup_printf (_("%s: a rumour, not confirmed."), point->model->name);
      nepho_evidence_note (evidence, note);
    }
}

static guint
count_estimates (const GArray *points)
{
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, Point, i).grade != NEPHO_GRADE_REPORTED)
      n++;

  return n;
}

static NephoPlotFigure *
build_scatter (const NephoFigureContext *context, const char *id, const Quantity *quantity, NephoEvidence *evidence,
               GArray **points)
{
  NephoPlotFigure *figure = nepho_frame_new (context, id, NEPHO_PLOT_SCALE_TIME, quantity->unit);

  figure->now = NAN;
  figure->y.kind = NEPHO_PLOT_SCALE_LOG;
  nepho_evidence_init (evidence, context, FALSE);
  *points = collect (context, quantity, evidence);

  if ((*points)->len == 0)
    {
      figure->empty = g_strdup (_("The data set holds no such figures of AI models"));
      return figure;
    }

  add_trend (figure, *points);
  add_grade (figure, *points, 1u << NEPHO_GRADE_REPORTED, "reported", _("Reported"), NEPHO_PLOT_ACTUAL,
             NEPHO_PLOT_ACCENT);
  add_grade (figure, *points,
             (1u << NEPHO_GRADE_DERIVED) | (1u << NEPHO_GRADE_ESTIMATED) | (1u << NEPHO_GRADE_PROJECTED),
             "estimated", _("Estimated"), NEPHO_PLOT_PROJECTION, NEPHO_PLOT_ACCENT);
  add_grade (figure, *points, 1u << NEPHO_GRADE_RUMOURED, "rumoured", _("Rumoured"), NEPHO_PLOT_PROJECTION,
             NEPHO_PLOT_NEUTRAL);
  add_rumour_notes (evidence, *points);

  return figure;
}

static void
note_estimates (NephoEvidence *evidence, const GArray *points)
{
  guint n = count_estimates (points);
  g_autofree char *note = NULL;

  if (n == 0)
    return;

  note = g_strdup_printf (ngettext ("%u of %u points is an estimate.", "%u of %u points are estimates.", n), n,
                          points->len);
  nepho_evidence_note (evidence, note);
}

static void
finish_scatter (NephoPlotFigure *figure, NephoEvidence *evidence, const char *fallback)
{
  if (figure->title == NULL)
    figure->title = g_strdup (fallback);
  figure->summary = figure->empty != NULL ? g_strdup (figure->empty) : g_strdup (figure->title);
  nepho_evidence_finish (evidence, figure);
}

/**
 * nepho_figure_compute:
 * @context: what is shown
 *
 * Returns: (transfer full): training compute of AI models over the years, in PF-days
 */
NephoPlotFigure *
nepho_figure_compute (const NephoFigureContext *context)
{
  static const Quantity quantity = { compute_value, compute_source, NEPHO_UNIT_PF_DAY };
  g_autoptr (GArray) points = NULL;
  NephoEvidence evidence;
  NephoPlotFigure *figure = build_scatter (context, "compute", &quantity, &evidence, &points);
  const Point *first;
  const Point *largest;

  if (find_ends (points, &first, &largest))
    {
      g_autofree char *times = nepho_words_short (largest->value / first->value, NEPHO_UNIT_NONE);

      /* Translators: an AI model, a number, an earlier AI model */
      figure->title = g_strdup_printf (_("Training %s took %s times the compute of %s"), largest->model->name, times,
                                       first->model->name);
    }
  figure->subtitle = g_strdup (_("Training compute of AI models, PF-days, log scale, by date of publication"));
  note_estimates (&evidence, points);
  finish_scatter (figure, &evidence, _("Training compute of AI models"));

  return figure;
}

/**
 * nepho_figure_parameters:
 * @context: what is shown
 *
 * Returns: (transfer full): size of AI models over the years
 */
NephoPlotFigure *
nepho_figure_parameters (const NephoFigureContext *context)
{
  static const Quantity quantity = { parameters_value, parameters_source, NEPHO_UNIT_PARAMETER };
  g_autoptr (GArray) points = NULL;
  NephoEvidence evidence;
  NephoPlotFigure *figure = build_scatter (context, "parameters", &quantity, &evidence, &points);
  const Point *first;
  const Point *largest;

  if (find_ends (points, &first, &largest))
    {
      g_autofree char *times = nepho_words_short (largest->value / first->value, NEPHO_UNIT_NONE);

      /* Translators: an AI model, a number, an earlier AI model */
      figure->title = g_strdup_printf (_("%s has %s times the parameters of %s"), largest->model->name, times,
                                       first->model->name);
    }
  figure->subtitle = g_strdup (_("Size of AI models, parameters, log scale, by date of publication"));
  finish_scatter (figure, &evidence, _("Size of AI models"));

  return figure;
}

/* Definitions of data size differ so much that what the facts say about it must stand beside it. */
static void
add_fact_notes (NephoEvidence *evidence, const GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      const Point *point = &g_array_index (points, Point, i);
      const NephoFact *fact
        = nepho_dataset_find_fact (nepho_frame_dataset (evidence->context), point->model->data_source);

      if (fact != NULL && *fact->note != '\0')
        nepho_evidence_note (evidence, fact->note);
    }
}

/**
 * nepho_figure_data:
 * @context: what is shown
 *
 * Returns: (transfer full): training data of AI models in gigabytes, as published
 */
NephoPlotFigure *
nepho_figure_data (const NephoFigureContext *context)
{
  static const Quantity quantity = { data_value, data_source, NEPHO_UNIT_GIGABYTE };
  g_autoptr (GArray) points = NULL;
  NephoEvidence evidence;
  NephoPlotFigure *figure = build_scatter (context, "data", &quantity, &evidence, &points);
  const Point *first;
  const Point *largest;

  if (find_ends (points, &first, &largest))
    {
      g_autofree char *times = nepho_words_short (largest->value / first->value, NEPHO_UNIT_NONE);

      /* Translators: an AI model, a number, an earlier AI model */
      figure->title = g_strdup_printf (_("%s was given %s times the data of %s, as published"), largest->model->name,
                                       times, first->model->name);
    }
  figure->subtitle = g_strdup (_("Training data of AI models, gigabytes as published, log scale"));
  add_fact_notes (&evidence, points);
  finish_scatter (figure, &evidence, _("Training data of AI models"));

  return figure;
}

/**
 * nepho_figure_tokens:
 * @context: what is shown
 *
 * Returns: (transfer full): tokens that AI models were trained on
 */
NephoPlotFigure *
nepho_figure_tokens (const NephoFigureContext *context)
{
  static const Quantity quantity = { tokens_value, data_source, NEPHO_UNIT_TOKEN };
  g_autoptr (GArray) points = NULL;
  NephoEvidence evidence;
  NephoPlotFigure *figure = build_scatter (context, "tokens", &quantity, &evidence, &points);
  const Point *first;
  const Point *largest;

  if (find_ends (points, &first, &largest))
    {
      g_autofree char *times = nepho_words_short (largest->value / first->value, NEPHO_UNIT_NONE);

      /* Translators: an AI model, a number, an earlier AI model */
      figure->title = g_strdup_printf (_("%s read %s times the tokens of %s"), largest->model->name, times,
                                       first->model->name);
    }
  figure->subtitle = g_strdup (_("Training tokens of AI models, log scale, by date of publication"));
  note_estimates (&evidence, points);
  finish_scatter (figure, &evidence, _("Training tokens of AI models"));

  return figure;
}
