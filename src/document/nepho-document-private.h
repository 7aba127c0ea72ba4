/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document-path.h"
#include "nepho-document-scenario.h"
#include "nepho-history.h"
#include "nepho-state.h"

G_BEGIN_DECLS

/* What a file holds of a document. */
typedef struct
{
  NephoDataset    *dataset;
  double          *values;
  NephoEvents     *events;
  gboolean        *locked;
  char            *scenario;
  guint            horizon;
  NephoProperties *properties;
  NephoScenarioTree *tree;
  GPtrArray       *compared;
  GPtrArray       *annotations;
} NephoSaved;

struct _NephoDocument
{
  GObject            parent_instance;

  NephoDataset      *dataset;
  NephoParameterSet *parameters;
  NephoMarket       *market;
  guint              n_values;
  double            *values;
  NephoEvents       *events;          /* of the parameters; never NULL */
  double            *baseline_values;
  double            *step_values;     /* as they were when the open step began */
  NephoEvents       *step_events;
  gboolean          *step_locked;
  gboolean          *locked;
  char              *scenario;
  guint              horizon;
  NephoScenarioTree *tree;            /* stores no values of the scenario at work */
  double            *scenario_values; /* what its edits start from, once asked for; or NULL */
  NephoEvents       *scenario_events; /* likewise */
  GPtrArray         *compared;        /* ids; some may be of scenarios that were deleted */
  GPtrArray         *annotations;     /* NephoAnnotation; another list after each edit */
  const char        *compared_shown[NEPHO_MAX_COMPARED + 1];

  NephoCurrency       currency;        /* in which the reader wishes sums to be shown */
  char               *rate;            /* and at what rate; or NULL */
  NephoCurrencyChoice money;           /* what the data set makes of that */

  NephoResults      *results;
  NephoResults      *baseline;
  gboolean           results_stale;
  gboolean           baseline_stale;

  NephoHistory       history;
  guint              step_depth;
  guint              step_horizon;
  char              *step_scenario;
  NephoProperties   *step_properties;
  NephoScenarioTree *step_tree;
  GPtrArray         *step_annotations;
  char              *step_label;      /* says what the step did, where its values do not */
  char              *step_key;        /* with which the next one may join it, or NULL */
  gint64             step_time;

  NephoProperties   *properties;
  NephoSaved        *saved;           /* as it stands in a file, or NULL */
};

char *nepho_document_describe_value (NephoDocument *self,
                                     guint          parameter,
                                     double         before,
                                     double         after);
void nepho_document_replay (NephoDocument   *self,
                            const NephoEdit *edit,
                            gboolean         forward);
void nepho_document_label_step (NephoDocument *self,
                                char          *label);

void nepho_document_notify_unsaved (NephoDocument *self);
void nepho_saved_free (NephoSaved *saved);

void nepho_document_emit_changed (NephoDocument *self);
void nepho_document_notify_state (NephoDocument *self);
void nepho_document_notify_dataset (NephoDocument *self);
void nepho_document_take_dataset (NephoDocument *self,
                                  NephoDataset  *dataset);
void nepho_document_drop_dataset (NephoDocument *self);
void nepho_document_swap_dataset (NephoDocument *self,
                                  NephoDataset  *dataset,
                                  const double  *values,
                                  const NephoEvents *events);
double *nepho_document_map_values (NephoDocument           *self,
                                   const NephoParameterSet *new_set,
                                   GError                 **error);
void nepho_document_find_rate   (NephoDocument *self);
void nepho_document_set_scenario (NephoDocument *self,
                                  const char    *scenario);

void nepho_document_take_events (NephoDocument *self,
                                 NephoEvents   *events);
void nepho_document_set_annotations (NephoDocument *self,
                                     GPtrArray     *annotations);

/* The scenarios. */
gboolean nepho_document_resolve_state (NephoDocument *self,
                                       const char    *id,
                                       NephoState    *state,
                                       GError       **error);
void nepho_document_forget_start (NephoDocument *self);
void nepho_document_notify_compared (NephoDocument *self);
void nepho_document_set_tree    (NephoDocument     *self,
                                 NephoScenarioTree *tree);
void nepho_document_take_tree   (NephoDocument     *self,
                                 NephoScenarioTree *tree,
                                 char              *label);
NephoScenarioTree   *nepho_document_commit   (NephoDocument       *self);
const NephoScenario *nepho_document_find_own (NephoDocument       *self,
                                              const char          *id,
                                              GError             **error);
const char          *nepho_document_get_base (NephoDocument       *self,
                                              const NephoScenario *scenario);

G_END_DECLS
