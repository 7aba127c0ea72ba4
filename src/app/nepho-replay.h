/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-page.h"

G_BEGIN_DECLS

/* Shows the last change again, slowly, three times: the charts of a page go from what they were before to what they are.
 * The document stays as it is. Where the reader wishes for less motion, they flip between the two. */
typedef struct _NephoReplay NephoReplay;

NephoReplay *nepho_replay_start    (NephoPage          *page,
                                    NephoDocument      *document,
                                    GDestroyNotify      over,
                                    gpointer            user_data);
void         nepho_replay_stop     (NephoReplay        *self);

/* How far it is, as numbers. */
gboolean     nepho_replay_position (gint64              elapsed,
                                    gboolean            flip,
                                    double             *position);
void         nepho_replay_mix      (NephoParameterSet  *set,
                                    const double       *before,
                                    const double       *after,
                                    double              position,
                                    double             *values);

NephoEvents *nepho_replay_mix_events (NephoParameterSet       *set,
                                      const NephoAssumptions  *before,
                                      const NephoAssumptions  *after,
                                      double                   position,
                                      guint                    horizon);

G_END_DECLS
