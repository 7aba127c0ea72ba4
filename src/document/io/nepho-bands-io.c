/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-bands-io.h"

#include "nepho-json-text.h"
#include "nepho-results-io.h"

/* A quantity of every vendor and segment, one quarter a line. */
static void
append_quarters (GString *json, const NephoBands *bands, const double *values)
{
  gsize n = (gsize) bands->n_vendors * bands->n_segments;

  g_string_append (json, "[\n");
  for (gsize t = 0; t < bands->n_quarters; t++)
    {
      g_string_append (json, "        ");
      nepho_json_append_rows (json, values + t * n, bands->n_vendors, bands->n_segments);
      g_string_append (json, t + 1 < bands->n_quarters ? ",\n" : "\n");
    }
  g_string_append (json, "      ]");
}

static void
append_bands (GString *json, const NephoBands *bands, const char *series, double * const values[NEPHO_N_BANDS])
{
  g_string_append (json, "    ");
  nepho_json_append_string (json, series);
  g_string_append (json, ": {\n");
  for (guint p = 0; p < NEPHO_N_BANDS; p++)
    {
      g_string_append (json, "      ");
      nepho_json_append_string (json, nepho_band_ids[p]);
      g_string_append (json, ": ");
      append_quarters (json, bands, values[p]);
      g_string_append (json, p + 1 < NEPHO_N_BANDS ? ",\n" : "\n");
    }
  g_string_append (json, "    }");
}

/* One quarter a line here, too. */
static void
append_ranks (GString *json, const NephoBands *bands)
{
  const double *values = bands->rank_probability;

  g_string_append (json, "[\n");
  for (guint t = 0; t < bands->n_quarters; t++)
    {
      g_string_append (json, "    [");
      for (guint i = 0; i < bands->n_vendors; i++)
        {
          g_string_append (json, i > 0 ? ", " : "");
          nepho_json_append_rows (json, values, bands->n_segments, bands->n_vendors);
          values += (gsize) bands->n_segments * bands->n_vendors;
        }
      g_string_append (json, t + 1 < bands->n_quarters ? "],\n" : "]\n");
    }
  g_string_append (json, "  ]");
}

/**
 * nepho_bands_to_json:
 * @dataset: the data set that was run
 * @scenario: id of the scenario, or "" for none
 * @results: what one run gave with every parameter at its value
 * @bands: what many gave
 *
 * Writes many runs: what nepho_results_to_json() writes of the one, and in the same object "runs", "seed",
 * "uncertain" (the number of parameters drawn), "bands" (of "share" and "revenue" each "p05" to "p95") and
 * "rank_probability", quarter first, then vendor, then segment, then rank.
 *
 * Returns: (transfer full): JSON that ends with a newline
 */
char *
nepho_bands_to_json (const NephoDataset *dataset,
                     const char *scenario,
                     const NephoResults *results,
                     const NephoBands *bands)
{
  GString *json = g_string_new (NULL);

  g_return_val_if_fail (results->n_vendors == bands->n_vendors && results->n_quarters == bands->n_quarters, NULL);

  nepho_results_append (json, dataset, scenario, results);
  g_string_append_printf (json, ",\n  \"runs\": %u,\n  \"seed\": %u,\n  \"uncertain\": %u,\n  \"bands\": {\n", bands->n_runs,
                          bands->seed, bands->n_uncertain);
  append_bands (json, bands, "share", bands->share);
  g_string_append (json, ",\n");
  append_bands (json, bands, "revenue", bands->revenue);
  g_string_append (json, "\n  },\n  \"rank_probability\": ");
  append_ranks (json, bands);
  g_string_append (json, "\n}\n");

  return g_string_free (json, FALSE);
}
