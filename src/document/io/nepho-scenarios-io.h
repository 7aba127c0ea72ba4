/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"
#include "nepho-json-reader.h"
#include "nepho-json-writer.h"
#include "nepho-scenario.h"

G_BEGIN_DECLS

/* What scenarios store, in data sets and documents: an object of parameter → number. */
void nepho_scenario_write_values (NephoJsonWriter         *json,
                                  const NephoScenario     *scenario,
                                  const NephoParameterSet *set);
void nepho_scenario_read_values  (NephoJsonReader         *json,
                                  JsonNode                *node,
                                  const NephoParameterSet *set,
                                  NephoScenario           *scenario);

/* The reader's scenarios, notes and what is compared, as a document keeps them. */
void nepho_scenarios_write       (NephoJsonWriter         *json,
                                  NephoDocument           *document);
void nepho_scenarios_read        (NephoJsonReader         *json,
                                  JsonNode                *root,
                                  NephoDocument           *document);

G_END_DECLS
