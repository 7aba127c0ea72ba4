/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-document.h"
#include "nepho-scenario-tree.h"

G_BEGIN_DECLS

/* The scenarios of a document: those of its data set and the reader's. The values of the document are those of
 * the scenario at work, whatever the tree stores; the others store what differs from their parents. */

#define NEPHO_MAX_COMPARED 6u

/* What reset goes back to. */
typedef enum
{
  NEPHO_RESET_TO_SCENARIO, /* nepho_document_get_scenario_values() */
  NEPHO_RESET_TO_SOURCE,   /* the data set's own values */
} NephoReset;

/* What there is: nepho-document-scenario.c. */
GPtrArray           *nepho_document_get_scenarios       (NephoDocument        *self);
const NephoScenario *nepho_document_find_scenario       (NephoDocument        *self,
                                                         const char           *id);
guint                nepho_document_get_scenario_depth  (NephoDocument        *self,
                                                         const char           *id);
guint                nepho_document_get_scenario_place  (NephoDocument        *self,
                                                         const char           *id);
const char          *nepho_document_get_built_in        (NephoDocument        *self,
                                                         const char           *id);
const char          *nepho_document_get_own_name        (NephoDocument        *self);
gboolean             nepho_document_resolve_scenario    (NephoDocument        *self,
                                                         const char           *id,
                                                         double               *values,
                                                         GError              **error);
const double        *nepho_document_get_scenario_values (NephoDocument        *self);
gboolean             nepho_document_is_edited           (NephoDocument        *self);
guint                nepho_document_count_edits         (NephoDocument        *self);
GArray              *nepho_document_get_differences     (NephoDocument        *self,
                                                         const char           *id);
const NephoScenario *nepho_document_get_setter          (NephoDocument        *self,
                                                         guint                 parameter);
const char * const  *nepho_document_get_compared        (NephoDocument        *self);
void                 nepho_document_set_compared        (NephoDocument        *self,
                                                         const char * const   *ids);

/* Edits, each one named step of undo: nepho-document-scenario-edit.c. */
const char          *nepho_document_add_scenario        (NephoDocument        *self,
                                                         const char           *parent,
                                                         const char           *name,
                                                         GError              **error);
const char          *nepho_document_duplicate_scenario  (NephoDocument        *self,
                                                         const char           *id,
                                                         const char           *name,
                                                         GError              **error);
gboolean             nepho_document_remove_scenario     (NephoDocument        *self,
                                                         const char           *id,
                                                         GError              **error);
const char          *nepho_document_take_snapshot       (NephoDocument        *self,
                                                         const char           *note,
                                                         gint64                taken,
                                                         GError              **error);
gboolean             nepho_document_can_reset           (NephoDocument        *self,
                                                         NephoReset            to,
                                                         const guint          *parameters,
                                                         guint                 n_parameters);
void                 nepho_document_reset_to            (NephoDocument        *self,
                                                         NephoReset            to,
                                                         const guint          *parameters,
                                                         guint                 n_parameters,
                                                         const char           *label);

/* What is said of them: nepho-document-scenario-words.c. */
gboolean             nepho_document_rename_scenario     (NephoDocument        *self,
                                                         const char           *id,
                                                         const char           *name,
                                                         GError              **error);
gboolean             nepho_document_describe_scenario   (NephoDocument        *self,
                                                         const char           *id,
                                                         const char           *story,
                                                         GError              **error);
gboolean             nepho_document_set_note            (NephoDocument        *self,
                                                         guint                 parameter,
                                                         const char           *text,
                                                         GError              **error);
const char          *nepho_document_get_note            (NephoDocument        *self,
                                                         guint                 parameter,
                                                         gboolean             *inherited);

G_END_DECLS
