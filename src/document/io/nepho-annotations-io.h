/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"
#include "nepho-json-reader.h"
#include "nepho-json-writer.h"

G_BEGIN_DECLS

void nepho_annotations_write (NephoJsonWriter *json,
                              NephoDocument   *document);
void nepho_annotations_read  (NephoJsonReader *json,
                              JsonNode        *root,
                              NephoDocument   *document);

G_END_DECLS
