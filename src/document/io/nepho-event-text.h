/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-event.h"

G_BEGIN_DECLS

/* Events as they are typed: "ID=VALUE@2024Q3" from then on, "ID=VALUE@2024Q3+4" for four quarters,
 * "ID=VALUE@2024Q3..2025Q4" evenly to the value that is reached in 2025Q4. */
gboolean nepho_event_parse  (const NephoParameterSet *set,
                             const char              *text,
                             guint                   *parameter,
                             NephoEvent              *event,
                             GError                 **error);
char    *nepho_event_format (const NephoParameterSet *set,
                             const NephoEvent        *event);

G_END_DECLS
