/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-event.h"
#include "nepho-json-reader.h"
#include "nepho-json-writer.h"

G_BEGIN_DECLS

/* Events in files: an object of parameter → list of events, one event a line. */
void nepho_events_write      (NephoJsonWriter         *json,
                              const char              *key,
                              const NephoParameterSet *set,
                              const NephoEvents       *events);
void nepho_events_write_path (NephoJsonWriter         *json,
                              const NephoParameterSet *set,
                              guint                    parameter,
                              const NephoEvent        *list,
                              guint                    n_events);
void nepho_events_read       (NephoJsonReader         *json,
                              JsonNode                *node,
                              const NephoParameterSet *set,
                              NephoEvents             *events);
int  nepho_events_read_path  (NephoJsonReader         *json,
                              JsonNode                *node,
                              const char              *id,
                              const NephoParameterSet *set,
                              NephoEvents             *events);

G_END_DECLS
