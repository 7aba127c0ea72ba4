/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli-scenario.h"

G_BEGIN_DECLS

/* The options of many runs, and what they come to once read. */
typedef struct
{
  char   *runs;
  char   *seed;
  guint   n_runs;
  guint32 seed_number;
} NephoCliRuns;

void     nepho_cli_runs_add   (NephoCliRuns           *self,
                               GOptionGroup           *group);
gboolean nepho_cli_runs_read  (NephoCliRuns           *self,
                               const NephoCliScenario *scenario);
void     nepho_cli_runs_clear (NephoCliRuns           *self);

G_END_DECLS
