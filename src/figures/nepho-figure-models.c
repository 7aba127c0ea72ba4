/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-groups.h"

#include <glib/gi18n-lib.h>

#include "nepho-figure-scatter.h"
#include "nepho-figure-words.h"

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

static NephoGrade
parameters_grade (const NephoAiModel *model)
{
  return model->parameters_grade;
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

/**
 * nepho_figure_compute:
 * @context: what is shown
 *
 * Returns: (transfer full): training compute of AI models over the years, in PF-days
 */
NephoPlotFigure *
nepho_figure_compute (const NephoFigureContext *context)
{
  static const NephoScatterQuantity quantity = { compute_value, compute_source, NULL };
  g_autoptr (GArray) points = nepho_scatter_models (context, &quantity);
  NephoEvidence evidence;
  NephoPlotFigure *figure = nepho_scatter_new (context, "compute", NEPHO_UNIT_PF_DAY, points, &evidence);
  const NephoScatterPoint *first;
  const NephoScatterPoint *largest;

  if (nepho_scatter_ends (points, &first, &largest))
    {
      g_autofree char *times = nepho_words_short (largest->value / first->value, NEPHO_UNIT_NONE);

      /* Translators: an AI model, a number, an earlier AI model */
      figure->title = g_strdup_printf (_("Training %s took %s times the compute of %s"), largest->name, times,
                                       first->name);
    }
  figure->subtitle = g_strdup (_("Training compute of AI models, PF-days, log scale, by date of publication"));
  nepho_scatter_note_estimates (&evidence, points);
  nepho_scatter_finish (figure, &evidence, _("Training compute of AI models"));

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
  static const NephoScatterQuantity quantity = { parameters_value, parameters_source, parameters_grade };
  g_autoptr (GArray) points = nepho_scatter_models (context, &quantity);
  NephoEvidence evidence;
  NephoPlotFigure *figure = nepho_scatter_new (context, "parameters", NEPHO_UNIT_PARAMETER, points, &evidence);
  const NephoScatterPoint *first;
  const NephoScatterPoint *largest;

  if (nepho_scatter_ends (points, &first, &largest))
    {
      g_autofree char *times = nepho_words_short (largest->value / first->value, NEPHO_UNIT_NONE);

      /* Translators: an AI model, a number, an earlier AI model */
      figure->title = g_strdup_printf (_("%s has %s times the parameters of %s"), largest->name, times,
                                       first->name);
    }
  figure->subtitle = g_strdup (_("Size of AI models, parameters, log scale, by date of publication"));
  nepho_scatter_finish (figure, &evidence, _("Size of AI models"));

  return figure;
}

/* Definitions of data size differ so much that what the facts say about it must stand beside it. */
static void
add_fact_notes (NephoEvidence *evidence, const GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      const NephoScatterPoint *point = &g_array_index (points, NephoScatterPoint, i);
      const NephoFact *fact
        = nepho_dataset_find_fact (nepho_frame_dataset (evidence->context), point->source);

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
  static const NephoScatterQuantity quantity = { data_value, data_source, NULL };
  g_autoptr (GArray) points = nepho_scatter_models (context, &quantity);
  NephoEvidence evidence;
  NephoPlotFigure *figure = nepho_scatter_new (context, "data", NEPHO_UNIT_GIGABYTE, points, &evidence);
  const NephoScatterPoint *first;
  const NephoScatterPoint *largest;

  if (nepho_scatter_ends (points, &first, &largest))
    {
      g_autofree char *times = nepho_words_short (largest->value / first->value, NEPHO_UNIT_NONE);

      /* Translators: an AI model, a number, an earlier AI model */
      figure->title = g_strdup_printf (_("%s was given %s times the data of %s, as published"), largest->name,
                                       times, first->name);
    }
  figure->subtitle = g_strdup (_("Training data of AI models, gigabytes as published, log scale"));
  add_fact_notes (&evidence, points);
  nepho_scatter_finish (figure, &evidence, _("Training data of AI models"));

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
  static const NephoScatterQuantity quantity = { tokens_value, data_source, NULL };
  g_autoptr (GArray) points = nepho_scatter_models (context, &quantity);
  NephoEvidence evidence;
  NephoPlotFigure *figure = nepho_scatter_new (context, "tokens", NEPHO_UNIT_TOKEN, points, &evidence);
  const NephoScatterPoint *first;
  const NephoScatterPoint *largest;

  if (nepho_scatter_ends (points, &first, &largest))
    {
      g_autofree char *times = nepho_words_short (largest->value / first->value, NEPHO_UNIT_NONE);

      /* Translators: an AI model, a number, an earlier AI model */
      figure->title = g_strdup_printf (_("%s read %s times the tokens of %s"), largest->name, times,
                                       first->name);
    }
  figure->subtitle = g_strdup (_("Training tokens of AI models, log scale, by date of publication"));
  nepho_scatter_note_estimates (&evidence, points);
  nepho_scatter_finish (figure, &evidence, _("Training tokens of AI models"));

  return figure;
}
