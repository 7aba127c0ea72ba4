/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-event.h"

G_BEGIN_DECLS

/* What events become in an edited data set. */
NephoEvents *nepho_event_map (const NephoParameterSet *old_set,
                              const NephoParameterSet *new_set,
                              const NephoEvents       *events);

G_END_DECLS
