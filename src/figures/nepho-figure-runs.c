/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-figure-runs.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "nepho-figure-words.h"
#include "nepho-number.h"

/* So far, in standard errors, a probability may well be off. */
#define ERRORS 2.0

static NephoShareRuns *
run (const NephoFigureContext *context)
{
  g_autoptr (NephoDraws) draws
    = nepho_draws_new (context->parameters, context->n_runs > 0 ? context->n_runs : NEPHO_USUAL_RUNS, context->seed);
  NephoMonteCarloPlan plan = { .set = context->parameters,
                               .assumptions = nepho_frame_assumptions (context),
                               .draws = draws,
                               .horizon = nepho_frame_last (context) };

  return nepho_share_runs_new (&plan, context->segment);
}

/* Returns: (transfer full): the runs of the context, made now where nobody has made them yet */
NephoShareRuns *
nepho_frame_share_runs (const NephoFigureContext *context)
{
  NephoRunsCache *cache = context->runs;
  NephoShareRuns *runs;

  if (cache != NULL && cache->shares != NULL
      && nepho_share_runs_fit (cache->shares, context->segment, context->results->n_quarters, context->results->n_vendors))
    return nepho_share_runs_ref (cache->shares);

  runs = run (context);
  if (cache != NULL)
    {
      g_clear_pointer (&cache->shares, nepho_share_runs_unref);
      cache->shares = nepho_share_runs_ref (runs);
    }

  return runs;
}

/* Those who have a rank; room for all vendors is needed. Returns how many. */
guint
nepho_frame_ranked (const NephoFigureContext *context, guint *vendors)
{
  guint n = 0;

  for (guint i = 0; i < context->results->n_vendors; i++)
    if (!nepho_frame_is_aggregate (context, i))
      vendors[n++] = i;

  return n;
}

/* Whole per cent, for more the runs do not tell; never 0 of what happened or 100 of what did not always. */
char *
nepho_words_odds (double probability)
{
  double part = CLAMP (probability, 0.01, 0.99);
  g_autofree char *number = NULL;

  if (probability <= 0.0)
    part = 0.0;
  else if (probability >= 1.0 - 1e-9)
    part = 1.0;
  number = nepho_number_format (round (100.0 * part) / 100.0, NEPHO_UNIT_FRACTION,
                                NEPHO_NUMBER_EXACT | NEPHO_NUMBER_WITH_UNIT);

  if (probability > 0.0 && probability < 0.01)
    return g_strconcat ("<", number, NULL);
  if (probability > 0.99 && part < 1.0)
    return g_strconcat (">", number, NULL);

  return g_steal_pointer (&number);
}

/* How many, which, and what they rest on. */
void
nepho_evidence_note_runs (NephoEvidence *evidence, const NephoShareRuns *runs)
{
  guint n = nepho_share_runs_n_runs (runs);
  guint n_uncertain = nepho_share_runs_n_uncertain (runs);
  g_autofree char *count = nepho_number_format (n, NEPHO_UNIT_NONE, NEPHO_NUMBER_EXACT);
  g_autofree char *error = nepho_words_points (ERRORS * 0.5 / sqrt (n));
  g_autofree char *note = NULL;

  /* Translators: a number of runs, a seed, a number of parameters, "3.2 points" */
  note = g_strdup_printf (
    ngettext ("%s runs, seed %u, in each of which %u parameter is drawn from its range. The range and its distribution are "
              "assumptions. A probability may be off by %s.",
              "%s runs, seed %u, in each of which %u parameters are drawn from their ranges, each by itself. The ranges and "
              "distributions are assumptions. A probability may be off by %s.", n_uncertain),
    count, nepho_share_runs_seed (runs), n_uncertain, error);
  nepho_evidence_note (evidence, note);
}
