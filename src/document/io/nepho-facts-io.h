/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-fact.h"
#include "nepho-json-reader.h"
#include "nepho-json-writer.h"

G_BEGIN_DECLS

NephoFact       *nepho_fact_read      (NephoJsonReader  *json,
                                       JsonNode         *node,
                                       GHashTable       *seen,
                                       NephoOrigin       origin);
void             nepho_fact_write     (NephoJsonWriter  *json,
                                       const NephoFact  *fact);
GPtrArray       *nepho_facts_parse    (const char       *data,
                                       gsize             length,
                                       const char       *name,
                                       GError          **error);
GPtrArray       *nepho_facts_load     (const char       *path,
                                       GError          **error);
gboolean         nepho_facts_is_file  (const char       *path);
const GPtrArray *nepho_facts_bundled  (GError          **error);
char            *nepho_facts_to_json  (const GPtrArray  *facts);

G_END_DECLS
