/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-event.h"
#include "nepho-results.h"

/* The equations of docs/model.md written down as they stand there, one by one and without regard to
 * speed, from parameter ids and not from the engine's indices: what the engine is held against. */
void reference_run (const NephoParameterSet *set,
                    const double            *values,
                    guint                    horizon,
                    NephoResults            *results);
void reference_run_events (const NephoParameterSet *set,
                           const double            *values,
                           const NephoEvents       *events,
                           guint                    horizon,
                           NephoResults            *results);
