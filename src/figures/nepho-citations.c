/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-citations.h"

#include <string.h>

#include "nepho-parameter-source.h"

/* While the cited are gathered. */
typedef struct
{
  const NephoDataset *dataset;
  GHashTable         *seen;  /* ids */
  GPtrArray          *facts; /* const NephoFact */
} Gathering;

static void
cite (Gathering *self, const char *id)
{
  const NephoFact *fact = id != NULL && *id != '\0' ? nepho_dataset_find_fact (self->dataset, id) : NULL;

  if (fact != NULL && g_hash_table_add (self->seen, fact->id))
    g_ptr_array_add (self->facts, (gpointer) fact);
}

/* Whose figure each value is, and whose the data set's is in the place of which it stands. */
static void
cite_parameters (Gathering *self, const NephoFigureContext *context)
{
  for (guint i = 0; i < nepho_parameter_set_size (context->parameters); i++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (context->parameters, i);

      cite (self, parameter->source);
      cite (self, nepho_parameter_source_of (parameter, context->values[i]));
    }
  if (context->money != NULL)
    cite (self, context->money->source);
}

static void
cite_observations (Gathering *self)
{
  for (guint i = 0; i < self->dataset->observations->len; i++)
    cite (self, ((NephoObservation *) g_ptr_array_index (self->dataset->observations, i))->source);
}

static void
cite_points (Gathering *self, const NephoPlotFigure *figure)
{
  for (guint i = 0; i < figure->series->len; i++)
    {
      const NephoPlotSeries *series = g_ptr_array_index (figure->series, i);

      for (guint k = 0; k < series->y->n; k++)
        cite (self, nepho_plot_series_source (series, k));
    }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const NephoFact * const *) a)->id, (*(const NephoFact * const *) b)->id);
}

/**
 * nepho_citations_new:
 * @context: what the figures were made from
 * @figures: (element-type NephoPlotFigure): figures
 *
 * Gathers the facts on which figures and assumptions rest: those of every drawn point, of every observation of
 * the data set, of the values at work and of the data set's, and of the rate at which sums are exchanged.
 *
 * Returns: (transfer container) (element-type NephoFact): each once, by their ids; they belong to the data set
 */
GPtrArray *
nepho_citations_new (const NephoFigureContext *context, const GPtrArray *figures)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Gathering self = {
    .dataset = nepho_parameter_set_dataset (context->parameters),
    .seen = seen,
    .facts = g_ptr_array_new (),
  };

  cite_parameters (&self, context);
  cite_observations (&self);
  for (guint i = 0; i < figures->len; i++)
    cite_points (&self, g_ptr_array_index (figures, i));
  g_ptr_array_sort (self.facts, compare_ids);

  return self.facts;
}
