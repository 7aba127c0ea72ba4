/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-runs.h"

#include <glib/gi18n-lib.h>

#include "nepho-draws.h"
#include "nepho-share-runs.h"

/**
 * nepho_cli_runs_add:
 * @self: where the options go; zeroed
 * @group: a command's options
 *
 * Adds --runs and --seed.
 */
void
nepho_cli_runs_add (NephoCliRuns *self, GOptionGroup *group)
{
  const GOptionEntry entries[] = {
    { "runs", 0, 0, G_OPTION_ARG_STRING, &self->runs, N_("How many runs, 1 to 100000 (1000)"), N_("NUMBER") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &self->seed,
      N_("Which random numbers: the same seed gives the same results (the document’s, or 1)"), N_("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };

  g_option_group_add_entries (group, entries);
}

/**
 * nepho_cli_runs_read:
 * @self: the options
 * @scenario: what is run, loaded
 *
 * Reads the numbers. Where no seed is given it is the document's, so that the window and the command line draw alike.
 *
 * Returns: %FALSE, having said so, where one is wrong
 */
gboolean
nepho_cli_runs_read (NephoCliRuns *self, const NephoCliScenario *scenario)
{
  guint64 runs = NEPHO_USUAL_RUNS;
  guint64 seed = scenario->document != NULL ? nepho_document_get_properties (scenario->document)->seed : NEPHO_DEFAULT_SEED;

  if (self->runs != NULL && !g_ascii_string_to_unsigned (self->runs, 10, 1, NEPHO_MAX_RUNS, &runs, NULL))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--runs: “%s” is no number of runs; expected a whole number from 1 to %u"),
                      self->runs, NEPHO_MAX_RUNS);
      return FALSE;
    }
  if (self->seed != NULL && !g_ascii_string_to_unsigned (self->seed, 10, 0, G_MAXUINT32, &seed, NULL))
    {
      nepho_cli_fail (NEPHO_CLI_WRONG, _("--seed: “%s” is no seed; expected a whole number from 0 to %u"), self->seed,
                      G_MAXUINT32);
      return FALSE;
    }
  self->n_runs = (guint) runs;
  self->seed_number = (guint32) seed;

  return TRUE;
}

/**
 * nepho_cli_runs_clear:
 * @self: options, read or not
 */
void
nepho_cli_runs_clear (NephoCliRuns *self)
{
  g_free (self->runs);
  g_free (self->seed);
}
