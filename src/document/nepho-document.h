/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "nepho-currency.h"
#include "nepho-market.h"
#include "nepho-parameter-source.h"
#include "nepho-properties.h"
#include "nepho-state.h"

G_BEGIN_DECLS

#define NEPHO_TYPE_DOCUMENT (nepho_document_get_type ())

/* What the reader works on: a data set, the values of its parameters, and the history of edits.
 *
 * Properties: "dataset" (pointer: notified when an edit puts another in its place, and
 * when all that is shown of it is to be written anew), "can-undo",
 * "can-redo" (booleans), "undo-label", "redo-label" (such as "Price war intensity 0 % → 18 %"),
 * "modified", "title", "scenario" (id of the scenario at work), "compared" (ids), "unsaved" (boolean).
 * Signal "changed": some values changed; everything computed from them is stale. */
G_DECLARE_FINAL_TYPE (NephoDocument, nepho_document, NEPHO, DOCUMENT, GObject)

#define NEPHO_DEFAULT_HORIZON 34u

NephoDocument           *nepho_document_new                (NephoDataset        *dataset);
NephoDocument           *nepho_document_copy               (NephoDocument       *self);

NephoDataset            *nepho_document_get_dataset        (NephoDocument       *self);
NephoParameterSet       *nepho_document_get_parameters     (NephoDocument       *self);
const double            *nepho_document_get_values         (NephoDocument       *self);
const double            *nepho_document_get_baseline_values(NephoDocument       *self);
const NephoResults      *nepho_document_get_results        (NephoDocument       *self);
const NephoResults      *nepho_document_get_baseline       (NephoDocument       *self);
guint                    nepho_document_count_changed      (NephoDocument       *self);
gboolean                 nepho_document_differs            (NephoDocument       *self);
guint                    nepho_document_get_horizon        (NephoDocument       *self);
const char              *nepho_document_get_title          (NephoDocument       *self);
const NephoProperties   *nepho_document_get_properties     (NephoDocument       *self);
void                     nepho_document_set_properties     (NephoDocument       *self,
                                                            const NephoProperties *properties);
const char              *nepho_document_get_scenario       (NephoDocument       *self);

const NephoCurrencyChoice *nepho_document_get_money         (NephoDocument       *self);
void                     nepho_document_set_money           (NephoDocument       *self,
                                                            NephoCurrency        currency,
                                                            const char          *rate);

gboolean                 nepho_document_set_value          (NephoDocument       *self,
                                                            guint                parameter,
                                                            double               value,
                                                            GError             **error);
gboolean                 nepho_document_set_share          (NephoDocument       *self,
                                                            guint                parameter,
                                                            double               share,
                                                            GError             **error);
gboolean                 nepho_document_get_locked         (NephoDocument       *self,
                                                            guint                parameter);
void                     nepho_document_set_locked         (NephoDocument       *self,
                                                            guint                parameter,
                                                            gboolean             locked);
gboolean                 nepho_document_set_horizon        (NephoDocument       *self,
                                                            guint                horizon,
                                                            GError             **error);
gboolean                 nepho_document_apply_scenario     (NephoDocument       *self,
                                                            const char          *scenario,
                                                            GError             **error);
gboolean                 nepho_document_apply_values       (NephoDocument       *self,
                                                            const double        *values,
                                                            const char          *label,
                                                            GError             **error);
gboolean                 nepho_document_choose_source      (NephoDocument       *self,
                                                            guint                parameter,
                                                            const char          *fact_id,
                                                            GError             **error);
const char              *nepho_document_get_chosen_source  (NephoDocument       *self,
                                                            guint                parameter);
NephoStanding            nepho_document_get_standing       (NephoDocument       *self,
                                                            guint                parameter);
gboolean                 nepho_document_edit_dataset       (NephoDocument       *self,
                                                            NephoDataset        *dataset,
                                                            const char          *label,
                                                            GError             **error);

void                     nepho_document_take_over         (NephoDocument       *self,
                                                            NephoDocument       *other,
                                                            const char          *label);

/* Edits between begin and end become one step of undo: one drag, one step. */
void                     nepho_document_begin_step         (NephoDocument       *self);
void                     nepho_document_begin_joined_step  (NephoDocument       *self,
                                                            const char          *key,
                                                            gint64               now);
void                     nepho_document_end_step           (NephoDocument       *self);
gboolean                 nepho_document_can_undo           (NephoDocument       *self);
gboolean                 nepho_document_can_redo           (NephoDocument       *self);
const char              *nepho_document_get_undo_label     (NephoDocument       *self);
const char              *nepho_document_get_redo_label     (NephoDocument       *self);
const char              *nepho_document_get_last_change    (NephoDocument       *self,
                                                            NephoState          *before);
void                     nepho_document_undo               (NephoDocument       *self);
void                     nepho_document_redo               (NephoDocument       *self);

/* Whether there is anything that a file does not hold yet: nepho-document-saved.c. */
gboolean                 nepho_document_get_unsaved        (NephoDocument       *self);
void                     nepho_document_set_unsaved        (NephoDocument       *self,
                                                            gboolean             unsaved);

G_END_DECLS
