/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-results-io.h"

#include "nepho-json-text.h"

/* One quarter a line, whatever the shape. */
static void
append_series (GString *json, const NephoResults *results, const NephoSeriesSpec *series)
{
  const double *values = nepho_results_values (results, series);
  guint n_vendors = results->n_vendors;
  guint n_segments = results->n_segments;

  if (series->shape == NEPHO_SHAPE_T)
    {
      nepho_json_append_numbers (json, values, results->n_quarters);
      return;
    }

  g_string_append (json, "[\n");
  for (gsize t = 0; t < results->n_quarters; t++)
    {
      g_string_append (json, "      ");
      if (series->shape == NEPHO_SHAPE_TS)
        nepho_json_append_numbers (json, values + t * n_segments, n_segments);
      else if (series->shape == NEPHO_SHAPE_TI)
        nepho_json_append_numbers (json, values + t * n_vendors, n_vendors);
      else
        nepho_json_append_rows (json, values + t * n_vendors * n_segments, n_vendors, n_segments);
      g_string_append (json, t + 1 < results->n_quarters ? ",\n" : "\n");
    }
  g_string_append (json, "    ]");
}

static void
append_quarters (GString *json, NephoQuarter first, guint n_quarters)
{
  g_string_append_c (json, '[');
  for (guint t = 0; t < n_quarters; t++)
    {
      g_autofree char *label = nepho_quarter_format (first + (NephoQuarter) t);

      if (t > 0)
        g_string_append (json, ", ");
      nepho_json_append_string (json, label);
    }
  g_string_append_c (json, ']');
}

static void
append_head (GString *json, const NephoDataset *dataset, const char *scenario, guint n_quarters)
{
  g_autofree char *base = nepho_quarter_format (dataset->base_quarter);

  g_string_append (json, "{\n  \"dataset\": ");
  nepho_json_append_string (json, dataset->id);
  g_string_append (json, ",\n  \"scenario\": ");
  nepho_json_append_string (json, scenario);
  g_string_append (json, ",\n  \"base_quarter\": ");
  nepho_json_append_string (json, base);
  g_string_append (json, ",\n  \"quarters\": ");
  append_quarters (json, dataset->base_quarter, n_quarters);

  g_string_append (json, ",\n  \"vendors\": [");
  for (guint i = 0; i < dataset->vendors->len; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      nepho_json_append_string (json, nepho_dataset_vendor (dataset, i)->id);
    }
  g_string_append (json, "],\n  \"segments\": [");
  for (guint s = 0; s < dataset->segments->len; s++)
    {
      g_string_append (json, s > 0 ? ", " : "");
      nepho_json_append_string (json, nepho_dataset_segment (dataset, s)->id);
    }
  g_string_append (json, "],\n");
}

/* Whether a series is part of the format. Usage is not: it follows from adoption and prices, and is
 * kept only so that a change of revenue can be split. */
static gboolean
is_written (const NephoSeriesSpec *series)
{
  return !g_str_equal (series->id, "usage");
}

static void
append_all_series (GString *json, const NephoResults *results)
{
  guint n_series;
  const NephoSeriesSpec *series = nepho_results_series (&n_series);
  gboolean first = TRUE;

  for (guint i = 0; i < n_series; i++)
    {
      if (!is_written (&series[i]))
        continue;

      g_string_append (json, first ? "    " : ",\n    ");
      nepho_json_append_string (json, series[i].id);
      g_string_append (json, ": ");
      append_series (json, results, &series[i]);
      first = FALSE;
    }
}

/**
 * nepho_results_append:
 * @json: (inout): where it goes
 * @dataset: the data set that was run
 * @scenario: id of the scenario, or "" for none
 * @results: what the run gave
 *
 * Writes what nepho_results_to_json() writes and leaves the object open for more.
 */
void
nepho_results_append (GString *json, const NephoDataset *dataset, const char *scenario, const NephoResults *results)
{
  g_return_if_fail (results->n_vendors == dataset->vendors->len);

  append_head (json, dataset, scenario, results->n_quarters);
  g_string_append (json, "  \"series\": {\n");
  append_all_series (json, results);
  g_string_append (json, "\n  }");
}

/**
 * nepho_results_to_json:
 * @dataset: the data set that was run
 * @scenario: id of the scenario, or "" for none
 * @results: what the run gave
 *
 * Writes a run: data set, scenario, quarters, vendors, segments, and every series with the quarter
 * first, then vendor, then segment. 17 significant digits, the same in every locale.
 *
 * Returns: (transfer full): JSON that ends with a newline
 */
char *
nepho_results_to_json (const NephoDataset *dataset,
                       const char *scenario,
                       const NephoResults *results)
{
  GString *json = g_string_new (NULL);

  nepho_results_append (json, dataset, scenario, results);
  g_string_append (json, "\n}\n");

  return g_string_free (json, FALSE);
}
