/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-cli.h"
#include "nepho-currency.h"
#include "nepho-document.h"

G_BEGIN_DECLS

/* What a run is made of: the options that several commands share, and what they name once loaded. */
typedef struct
{
  char              *dataset_name;
  char              *scenario_name; /* once loaded without what follows the # of a document */
  char              *part;          /* that: id of a scenario of the document; or NULL */
  char              *params_path;
  char             **choices;       /* of sources */
  char             **assignments;
  char             **event_texts;
  char              *horizon_text;
  char              *currency_text;
  char              *rate_text;

  NephoDocument     *document;      /* what --scenario names, where that is a file; or NULL */
  NephoDataset      *dataset;
  NephoParameterSet *parameters;
  double            *values;
  double            *baseline_values;
  NephoEvents       *events;
  const char        *scenario;      /* id, or "" */
  const char        *built_in;      /* id of the data set's scenario that it is or follows, or "" */
  const char        *own_name;      /* of a scenario of the reader's; or NULL */
  guint              horizon;
  NephoCurrencyChoice money;        /* in which texts and charts show sums */
} NephoCliScenario;

GOptionGroup *nepho_cli_scenario_group  (NephoCliScenario *self,
                                         gboolean          with_horizon);
gboolean      nepho_cli_scenario_load   (NephoCliScenario *self);
NephoResults *nepho_cli_scenario_run    (const NephoCliScenario *self);
NephoResults *nepho_cli_scenario_run_baseline (const NephoCliScenario *self);
void          nepho_cli_scenario_append_rate (const NephoCliScenario *self,
                                              GString                *text);
gboolean      nepho_cli_scenario_differs(NephoCliScenario *self);
NephoDocument *nepho_cli_scenario_document (NephoCliScenario *self,
                                            GError          **error);
NephoDocument *nepho_cli_scenario_subject (NephoCliScenario *self);
gboolean      nepho_cli_scenario_is_document (const char    *name);
const GPtrArray *nepho_cli_scenario_annotations (const NephoCliScenario *self);
void          nepho_cli_scenario_clear  (NephoCliScenario *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NephoCliScenario, nepho_cli_scenario_clear)

G_END_DECLS
