/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-event.h"

G_BEGIN_DECLS

/* A point of a path that can be moved: where an event begins, or where a ramp or window ends. */
typedef struct
{
  guint    event; /* place in the list */
  gboolean end;
} NephoPathHandle;

guint           nepho_path_n_handles    (const NephoEvent        *list,
                                         guint                    n_events);
NephoPathHandle nepho_path_handle       (const NephoEvent        *list,
                                         guint                    index);
double          nepho_path_value        (const NephoParameterSet *set,
                                         const double            *values,
                                         guint                    parameter,
                                         const NephoEvent        *list,
                                         guint                    n_events,
                                         guint                    t);
void            nepho_path_handle_place (const NephoParameterSet *set,
                                         const double            *values,
                                         guint                    parameter,
                                         const NephoEvent        *list,
                                         NephoPathHandle          handle,
                                         guint                   *t,
                                         double                  *value);
NephoEvent      nepho_path_handle_move  (const NephoEvent        *event,
                                         gboolean                 end,
                                         int                      t,
                                         double                   value,
                                         guint                    last);
NephoEvent      nepho_path_new_event    (const NephoParameterSet *set,
                                         const double            *values,
                                         guint                    parameter,
                                         const NephoEvent        *list,
                                         guint                    n_events,
                                         NephoEventKind           kind,
                                         guint                    horizon);

G_END_DECLS
