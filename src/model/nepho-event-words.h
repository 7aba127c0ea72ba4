/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-currency.h"
#include "nepho-event.h"

G_BEGIN_DECLS

/* Events in the reader's language. */
char *nepho_event_describe  (const NephoParameterSet   *set,
                             guint                      parameter,
                             const NephoEvent          *event,
                             const NephoCurrencyChoice *money);
char *nepho_events_describe (const NephoParameterSet   *set,
                             guint                      parameter,
                             const NephoEvents         *events,
                             const NephoCurrencyChoice *money);

G_END_DECLS
