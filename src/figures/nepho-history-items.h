/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-figure-history.h"

G_BEGIN_DECLS

/* One published figure with where it is drawn. */
typedef struct
{
  const NephoObservation *observation;
  const NephoFact        *fact;      /* or NULL */
  char                   *publisher;
  char                   *group;     /* whose history, in which definition */
  double                  x;
  double                  y;
  int                     run;       /* of figures that one line joins; -1: none yet */
  gboolean                heard;     /* nobody who says more is heard on its period */
} NephoHistoryItem;

GArray  *nepho_history_items           (const NephoFigureContext *context,
                                        const NephoHistory       *history);
gboolean nepho_history_items_alike     (const NephoHistoryItem   *a,
                                        const NephoHistoryItem   *b);
gboolean nepho_history_items_successive (const NephoHistoryItem  *before,
                                        const NephoHistoryItem   *after);
gboolean nepho_history_reference       (const NephoFigureContext *context,
                                        const NephoHistory       *history,
                                        const NephoHistoryItem   *item,
                                        NephoHistoryItem         *reference);

G_END_DECLS
