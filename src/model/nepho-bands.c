/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-bands.h"

#include "nepho-parallel.h"
#include "nepho-rank-odds.h"

/* Outcomes count revenue as a yearly rate. */
#define QUARTERS_A_YEAR 4.0

const double nepho_band_probabilities[NEPHO_N_BANDS] = { 0.05, 0.25, 0.5, 0.75, 0.95 };
const char * const nepho_band_ids[NEPHO_N_BANDS] = { "p05", "p25", "p50", "p75", "p95" };

/* Quarters first to first + n_quarters - 1, and what was asked of them: all shares, then all revenues. */
typedef struct
{
  NephoBands            *bands;
  const NephoMonteCarlo *runs;
  guint                  first;
  guint                  n_quarters;
  int                    unranked; /* vendor that has no rank, or -1 */
} Turn;

static gsize
cells_a_quarter (const NephoBands *bands)
{
  return (gsize) bands->n_vendors * bands->n_segments;
}

static GArray *
ask (const Turn *turn)
{
  GArray *outcomes = g_array_new (FALSE, FALSE, sizeof (NephoOutcomeChoice));
  static const NephoOutcomeKind kinds[] = { NEPHO_OUTCOME_SHARE, NEPHO_OUTCOME_REVENUE };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint t = 0; t < turn->n_quarters; t++)
      for (guint i = 0; i < turn->bands->n_vendors; i++)
        for (guint s = 0; s < turn->bands->n_segments; s++)
          {
            NephoOutcomeChoice outcome = { kinds[k], (int) i, (int) s, turn->first + t };

            g_array_append_val (outcomes, outcome);
          }

  return outcomes;
}

static void
take_quantiles (const Turn *turn)
{
  NephoBands *bands = turn->bands;
  gsize n = turn->n_quarters * cells_a_quarter (bands);
  gsize start = turn->first * cells_a_quarter (bands);
  g_autofree double *quantiles = g_new (double, 2 * n * NEPHO_N_BANDS);

  nepho_montecarlo_quantiles (turn->runs, nepho_band_probabilities, NEPHO_N_BANDS, 0, quantiles);
  for (gsize cell = 0; cell < n; cell++)
    for (guint p = 0; p < NEPHO_N_BANDS; p++)
      {
        bands->share[p][start + cell] = quantiles[cell * NEPHO_N_BANDS + p];
        bands->revenue[p][start + cell] = quantiles[(n + cell) * NEPHO_N_BANDS + p] / QUARTERS_A_YEAR;
      }
}

/* The ranks of one segment in one quarter. Who has no rank stands last. */
static void
rank_segment (guint item, guint worker, gpointer data)
{
  const Turn *turn = data;
  NephoBands *bands = turn->bands;
  guint n = bands->n_vendors;
  guint t = item / bands->n_segments;
  guint s = item % bands->n_segments;
  g_autofree guint *vendors = g_new (guint, n);
  g_autofree guint *outcomes = g_new (guint, n);
  g_autofree double *odds = g_new (double, (gsize) n * n);
  guint n_ranked = 0;

  for (guint i = 0; i < n; i++)
    if ((int) i != turn->unranked)
      {
        vendors[n_ranked] = i;
        outcomes[n_ranked++] = (t * n + i) * bands->n_segments + s;
      }

  nepho_rank_odds (turn->runs, outcomes, n_ranked, odds);
  for (guint k = 0; k < n_ranked; k++)
    for (guint rank = 0; rank < n_ranked; rank++)
      bands->rank_probability[((((gsize) turn->first + t) * n + vendors[k]) * bands->n_segments + s) * n + rank]
        = odds[(gsize) k * n_ranked + rank];
  if (n_ranked < n)
    bands->rank_probability[((((gsize) turn->first + t) * n + (guint) turn->unranked) * bands->n_segments + s) * n + n - 1]
      = 1.0;
}

static gboolean
take_turn (Turn *turn, const NephoMonteCarloPlan *plan)
{
  g_autoptr (GArray) outcomes = ask (turn);
  g_autoptr (NephoMonteCarlo) runs = NULL;
  NephoMonteCarloPlan until = *plan;
  guint n_items = turn->n_quarters * turn->bands->n_segments;

  until.horizon = turn->first + turn->n_quarters - 1;
  runs = nepho_montecarlo_run (&until, &g_array_index (outcomes, NephoOutcomeChoice, 0), outcomes->len);
  if (runs == NULL)
    return FALSE;

  turn->runs = runs;
  turn->bands->n_uncertain = runs->n_uncertain;
  take_quantiles (turn);
  nepho_parallel_run (n_items, nepho_parallel_n_workers (n_items), rank_segment, turn);

  return TRUE;
}

static NephoBands *
make_room (const NephoMonteCarloPlan *plan)
{
  const NephoDataset *dataset = nepho_parameter_set_dataset (plan->set);
  NephoBands *bands = g_new0 (NephoBands, 1);
  gsize n;

  bands->n_runs = plan->draws->n_runs;
  bands->seed = plan->draws->seed;
  bands->n_quarters = plan->horizon + 1;
  bands->n_vendors = dataset->vendors->len;
  bands->n_segments = dataset->segments->len;
  n = bands->n_quarters * cells_a_quarter (bands);
  for (guint p = 0; p < NEPHO_N_BANDS; p++)
    {
      bands->share[p] = g_new (double, n);
      bands->revenue[p] = g_new (double, n);
    }
  bands->rank_probability = g_new0 (double, n * bands->n_vendors);

  return bands;
}

/**
 * nepho_bands_new:
 * @plan: what is run
 * @unranked: index of the vendor that stands for all whom the data set does not name and has the last rank
 *   whatever its size, or -1
 * @most_samples: how many doubles to keep at a time, usually %NEPHO_USUAL_SAMPLES; at least those of a quarter are
 *
 * Runs the model many times and summarises every share and every revenue, and the rank of every vendor. Where
 * there are more samples than may be kept, quarters are taken in turns, each time with the same draws.
 *
 * Returns: (transfer full) (nullable): the summary, or %NULL where the runs were stopped
 */
NephoBands *
nepho_bands_new (const NephoMonteCarloPlan *plan, int unranked, gsize most_samples)
{
  g_autoptr (NephoBands) bands = make_room (plan);
  gsize samples_a_quarter = 2 * cells_a_quarter (bands) * bands->n_runs;
  guint most = (guint) CLAMP (most_samples / samples_a_quarter, 1, bands->n_quarters);

  for (guint first = 0; first < bands->n_quarters; first += most)
    {
      Turn turn = { bands, NULL, first, MIN (most, bands->n_quarters - first), unranked };

      if (!take_turn (&turn, plan))
        return NULL;
    }

  return g_steal_pointer (&bands);
}

/**
 * nepho_bands_free:
 * @bands: (transfer full) (nullable): a summary
 */
void
nepho_bands_free (NephoBands *bands)
{
  if (bands == NULL)
    return;

  for (guint p = 0; p < NEPHO_N_BANDS; p++)
    {
      g_free (bands->share[p]);
      g_free (bands->revenue[p]);
    }
  g_free (bands->rank_probability);
  g_free (bands);
}
