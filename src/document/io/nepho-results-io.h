/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter.h"
#include "nepho-results.h"

G_BEGIN_DECLS

void  nepho_results_append  (GString            *json,
                             const NephoDataset *dataset,
                             const char         *scenario,
                             const NephoResults *results);
char *nepho_results_to_json (const NephoDataset *dataset,
                             const char         *scenario,
                             const NephoResults *results);

G_END_DECLS
