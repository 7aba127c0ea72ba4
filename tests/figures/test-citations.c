/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "nepho-citations.h"
#include "nepho-dataset-io.h"
#include "nepho-document.h"

static gboolean
cites (const GPtrArray *cited, const char *id)
{
  for (guint i = 0; i < cited->len; i++)
    if (g_str_equal (((NephoFact *) g_ptr_array_index (cited, i))->id, id))
      return TRUE;

  return FALSE;
}

static GPtrArray *
build_all (NephoDocument *document, NephoFigureContext *context)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_plot_figure_free);
  guint n_specs;
  const NephoFigureSpec *specs = nepho_figure_specs (&n_specs);

  nepho_figure_context_init (context, nepho_document_get_parameters (document), nepho_document_get_values (document),
                             nepho_document_get_baseline_values (document), nepho_document_get_results (document), NULL);
  context->history = "all";
  for (guint k = 0; k < n_specs; k++)
    g_ptr_array_add (figures, nepho_figure_build (&specs[k], context));

  return figures;
}

/* No point of any chart lacks its source, and none is named twice. */
static void
test_points (gconstpointer name)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load (name, NULL);
  g_autoptr (NephoDocument) document = nepho_document_new (dataset);
  NephoFigureContext context;
  g_autoptr (GPtrArray) figures = build_all (document, &context);
  g_autoptr (GPtrArray) cited = nepho_citations_new (&context, figures);
  guint n_points = 0;

  for (guint f = 0; f < figures->len; f++)
    {
      const NephoPlotFigure *figure = g_ptr_array_index (figures, f);

      for (guint i = 0; i < figure->series->len; i++)
        for (guint k = 0; k < ((NephoPlotSeries *) g_ptr_array_index (figure->series, i))->y->n; k++)
          {
            const char *id = nepho_plot_series_source (g_ptr_array_index (figure->series, i), k);

            if (id != NULL && nepho_dataset_find_fact (dataset, id) != NULL)
              {
                g_assert_true (cites (cited, id));
                n_points++;
              }
          }
    }
  g_assert_cmpuint (n_points, >, 50);
  for (guint i = 1; i < cited->len; i++)
    g_assert_cmpstr (((NephoFact *) g_ptr_array_index (cited, i - 1))->id, <,
                     ((NephoFact *) g_ptr_array_index (cited, i))->id);
  g_assert_finalize_object (g_steal_pointer (&document));
}

/* The publisher whom the reader chose is cited beside the one of the data set. */
static void
test_alternative (void)
{
  g_autoptr (NephoDataset) dataset = nepho_dataset_load ("china", NULL);
  g_autoptr (NephoDocument) document = nepho_document_new (dataset);
  NephoParameterSet *set = nepho_document_get_parameters (document);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  NephoFigureContext context;
  g_autoptr (GPtrArray) figures = build_all (document, &context);
  guint n_chosen = 0;

  for (guint i = 0; i < nepho_parameter_set_size (set); i++)
    {
      const NephoParameter *parameter = nepho_parameter_set_get (set, i);
      const NephoAlternative *other;
      g_autofree double *values = NULL;
      g_autoptr (GPtrArray) cited = NULL;

      if (parameter->alternatives == NULL || parameter->alternatives->len == 0)
        continue;
      other = g_ptr_array_index (parameter->alternatives, 0);
      values = nepho_parameter_set_defaults (set);
      values[i] = other->value;
      context.values = values;
      cited = nepho_citations_new (&context, none);
      g_assert_true (other->value == parameter->initial || cites (cited, other->source));
      g_assert_true (parameter->source == NULL || cites (cited, parameter->source));
      n_chosen++;
    }
  g_assert_cmpuint (n_chosen, >, 0);
  g_assert_finalize_object (g_steal_pointer (&document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/figures/citations/points/china", "china", test_points);
  g_test_add_data_func ("/figures/citations/points/global", "global", test_points);
  g_test_add_func ("/figures/citations/alternative", test_alternative);

  return g_test_run ();
}
