/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-parameter.h"

G_BEGIN_DECLS

/* How a parameter moves away from its value. */
typedef enum
{
  NEPHO_EVENT_STEP,   /* has the value from then on */
  NEPHO_EVENT_RAMP,   /* comes evenly to the value, and stays there */
  NEPHO_EVENT_WINDOW, /* has the value while it lasts, and is then as if nothing had been */
  NEPHO_N_EVENT_KINDS
} NephoEventKind;

typedef struct
{
  NephoEventKind kind;
  guint          start;  /* quarters after the base quarter, 0 to NEPHO_MAX_HORIZON */
  guint          length; /* quarters of a ramp or window, 1 to NEPHO_MAX_HORIZON; of a step 0 */
  double         value;  /* in the parameter's unit */
} NephoEvent;

/* The events of parameters by their indices in a set. Those of one parameter are one list: in their order,
 * and where two meet the later one wins. */
typedef struct _NephoEvents NephoEvents;

/* All that a run rests on. Nothing here is owned. */
typedef struct
{
  const double      *values; /* one for each parameter */
  const NephoEvents *events; /* or NULL */
} NephoAssumptions;

NephoEvents      *nepho_events_new      (void);
NephoEvents      *nepho_events_copy     (const NephoEvents        *events);
void              nepho_events_free     (NephoEvents              *events);
gboolean          nepho_events_equal    (const NephoEvents        *a,
                                         const NephoEvents        *b);
gboolean          nepho_events_same     (const NephoEvents        *a,
                                         const NephoEvents        *b,
                                         guint                     parameter);
guint             nepho_events_n_paths  (const NephoEvents        *events);
guint             nepho_events_parameter(const NephoEvents        *events,
                                         guint                     path);
void              nepho_events_set      (NephoEvents              *events,
                                         guint                     parameter,
                                         const NephoEvent         *list,
                                         guint                     n_events);
void              nepho_events_append   (NephoEvents              *events,
                                         guint                     parameter,
                                         const NephoEvent         *event);
const NephoEvent *nepho_events_get      (const NephoEvents        *events,
                                         guint                     parameter,
                                         guint                    *n_events);
double            nepho_events_value    (const NephoParameterSpec *spec,
                                         double                    base,
                                         const NephoEvent         *list,
                                         guint                     n_events,
                                         guint                     t);
double            nepho_assumptions_at  (const NephoParameterSet  *set,
                                         const NephoAssumptions   *assumptions,
                                         guint                     parameter,
                                         guint                     t);

gboolean          nepho_event_lists_equal (const NephoEvent        *a,
                                           guint                    n_a,
                                           const NephoEvent        *b,
                                           guint                    n_b);
NephoEvent        nepho_event_window    (double                    value,
                                         double                    start,
                                         double                    length);
const char       *nepho_event_kind_id   (NephoEventKind            kind);
gboolean          nepho_event_kind_find (const char               *id,
                                         NephoEventKind           *kind);
gboolean          nepho_event_allowed   (const NephoParameterSpec *spec);
gboolean          nepho_event_check     (const NephoParameterSet  *set,
                                         guint                     parameter,
                                         const NephoEvent         *event,
                                         GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoEvents, nepho_events_free)

G_END_DECLS
