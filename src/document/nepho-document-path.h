/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"
#include "nepho-event.h"

G_BEGIN_DECLS

/* Paths: how parameters of the scenario at work move away from their values over time. */
const NephoEvents *nepho_document_get_events          (NephoDocument     *self);
NephoAssumptions   nepho_document_get_assumptions     (NephoDocument     *self);
const NephoEvents *nepho_document_get_scenario_events (NephoDocument     *self);
NephoEvents       *nepho_document_resolve_paths       (NephoDocument     *self,
                                                       const char        *scenario);
gboolean           nepho_document_has_path            (NephoDocument     *self,
                                                       guint              parameter);
gboolean           nepho_document_set_path            (NephoDocument     *self,
                                                       guint              parameter,
                                                       const NephoEvent  *list,
                                                       guint              n_events,
                                                       GError           **error);
gboolean           nepho_document_apply_events        (NephoDocument     *self,
                                                       const NephoEvents *events,
                                                       const char        *label,
                                                       GError           **error);

G_END_DECLS
