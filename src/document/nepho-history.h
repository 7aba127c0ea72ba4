/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-event.h"
#include "nepho-properties.h"
#include "nepho-scenario-tree.h"

G_BEGIN_DECLS

/* One value that an edit changed. */
typedef struct
{
  guint  parameter;
  double before;
  double after;
} NephoChange;

/* What the reader did in one step: enough to take it back and to do it again. An edit of the data set
 * keeps it and all values as they were before and after; any other keeps the values that it changed. */
typedef struct
{
  char   *label;
  char   *merge_key;        /* with which the next step may join this one, or NULL */
  gint64  time;             /* when it began, with a key; monotonic, in microseconds */
  char   *scenario_before;
  char   *scenario_after;
  guint   horizon_before;
  guint   horizon_after;
  GArray *changes;          /* NephoChange */

  NephoEvents *events_before; /* or NULL: what moves parameters over time stayed */
  NephoEvents *events_after;

  gboolean *locked_before;  /* one a parameter; or NULL: locks stayed */
  gboolean *locked_after;

  NephoDataset *dataset_before; /* or NULL: the data set stayed */
  NephoDataset *dataset_after;
  double       *values_before;
  double       *values_after;

  NephoProperties *properties_before; /* or NULL: what the reader says of it stayed */
  NephoProperties *properties_after;

  NephoScenarioTree *tree_before; /* or NULL: the reader's scenarios stayed */
  NephoScenarioTree *tree_after;

  GPtrArray *annotations_before; /* NephoAnnotation, or NULL: they stayed */
  GPtrArray *annotations_after;
} NephoEdit;

/* Two stacks of edits, without limit. */
typedef struct
{
  GPtrArray *done;
  GPtrArray *undone;
} NephoHistory;

NephoEdit       *nepho_edit_new          (void);
void             nepho_edit_free         (NephoEdit          *edit);
gboolean         nepho_edit_is_empty     (const NephoEdit    *edit);

void             nepho_history_init      (NephoHistory       *history);
void             nepho_history_clear     (NephoHistory       *history);
NephoEdit       *nepho_history_take_last (NephoHistory       *history);
void             nepho_history_seal      (NephoHistory       *history);
void             nepho_history_push      (NephoHistory       *history,
                                          NephoEdit          *edit);
const NephoEdit *nepho_history_next_undo (const NephoHistory *history);
const NephoEdit *nepho_history_next_redo (const NephoHistory *history);
const NephoEdit *nepho_history_undo      (NephoHistory       *history);
const NephoEdit *nepho_history_redo      (NephoHistory       *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NephoEdit, nepho_edit_free)

G_END_DECLS
